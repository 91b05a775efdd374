"""Runners: who they are on Telegram and what they chose."""

from dataclasses import dataclass, field
from datetime import datetime, time
from typing import Literal

from pydantic import BaseModel, ConfigDict

from core.athlete import Language


class RunnerSettings(BaseModel):
    """What a runner chose in the settings; keys of later versions are kept."""

    model_config = ConfigDict(frozen=True, extra="allow")

    units: Literal["km", "mi"] = "km"
    sex: Literal["female", "male"] | None = None
    division: str | None = None


@dataclass(frozen=True, slots=True)
class Runner:
    """A runner; `id` is the Telegram user id and `chat_id` the private chat."""

    id: int
    chat_id: int
    first_name: str
    telegram_language: str | None
    chosen_language: Language | None
    time_zone: str | None
    check_in_time: time | None
    settings: RunnerSettings
    consent_version: int | None
    consent_at_utc: datetime | None
    blocked_at_utc: datetime | None
    created_at_utc: datetime
    updated_at_utc: datetime = field(compare=False)

    @property
    def language(self) -> Language:
        """The language chosen, else Telegram's: French without any, English for any other."""
        if self.chosen_language:
            return self.chosen_language
        code = (self.telegram_language or "fr").lower()
        return "fr" if code.startswith("fr") else "en"
