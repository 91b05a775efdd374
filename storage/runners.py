"""Runners: who they are on Telegram and what they chose."""

from dataclasses import dataclass, field, replace
from datetime import datetime, time
from typing import Any, Literal

from pydantic import BaseModel, ConfigDict
from sqlalchemy import ColumnElement, bindparam, select, update

from core.athlete import Language
from storage.database import Connection
from storage.schema import chat_claims, inbox, outbox, runners
from storage.upserting import insert

FIRST_NAME_AT_MOST = 128

Tone = Literal["neutral", "warm", "direct"]
"""How the coach speaks; `core.talk` knows the same."""


class RunnerSettings(BaseModel):
    """What a runner chose in the settings; keys of later versions are kept."""

    model_config = ConfigDict(frozen=True, extra="allow")

    units: Literal["km", "mi"] = "km"
    tone: Tone = "neutral"
    quiet_begins: time = time(22, 0)  # local; no message comes by itself from here…
    quiet_ends: time = time(6, 0)  # …to here; the same hour twice: no quiet hours
    consent_asked: int | None = None  # the version of the text about data this runner was last told of
    sex: Literal["female", "male"] | None = None
    division: str | None = None
    rest_days: Literal["line", "silence"] = "line"  # the check-in of a day without a session
    rich_messages: bool = False  # tables, which old apps cannot show: only once the runner has seen one


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
        """The language chosen, else the one to begin with."""
        if self.chosen_language:
            return self.chosen_language
        return language_from(self.telegram_language)


@dataclass(frozen=True, slots=True)
class Seen:
    """What an update tells of its sender."""

    chat_id: int
    first_name: str
    telegram_language: str | None


def language_from(telegram_language: str | None) -> Language:
    """The language to speak at first: French where Telegram names none, English for any other than French."""
    return "fr" if (telegram_language or "fr").lower().startswith("fr") else "en"


_FIND = select(runners).where(runners.c.id == bindparam("runner"))  # built once: every update needs it


async def find(connection: Connection, runner_id: int) -> Runner | None:
    """The runner, or None when unknown."""
    row = (await connection.execute(_FIND, {"runner": runner_id})).one_or_none()
    return _runner(row._mapping) if row else None


async def hold(connection: Connection, *runner_ids: int) -> None:
    """Keep others from deciding about these runners until this transaction ends.

    To be taken first in every transaction that reads, decides and writes about a runner: PostgreSQL lets
    others write between a read and a write, and the messages of two transactions could leave out of order.
    Several runners are taken in the order of their ids, so that two processes never wait for each other.
    SQLite has one writer and needs no more. A runner who is gone is held by nobody.
    """
    if connection.dialect.name == "sqlite":
        return
    # NO KEY: a row elsewhere that only points to the runner may still be written.
    statement = select(runners.c.id).where(runners.c.id.in_(sorted(set(runner_ids)))).order_by(runners.c.id)
    await connection.execute(statement.with_for_update(key_share=True))


async def meet(connection: Connection, runner_id: int, seen: Seen, *, now: datetime) -> Runner:
    """The runner as known from now on: created at the first update, refreshed and unblocked at later ones."""
    known: dict[str, Any] = {
        "chat_id": seen.chat_id,
        "first_name": seen.first_name[:FIRST_NAME_AT_MOST],
        "telegram_language": seen.telegram_language,
        "blocked_at_utc": None,
        "updated_at_utc": now,
    }
    created = insert(connection, runners).values(
        id=runner_id, settings=RunnerSettings().model_dump(mode="json"), created_at_utc=now, **known
    )
    await connection.execute(created.on_conflict_do_update(index_elements=["id"], set_=known))
    runner = await find(connection, runner_id)
    if runner is None:
        raise LookupError(f"runner {runner_id} vanished inside its own transaction")
    return runner


def is_current(runner: Runner, seen: Seen) -> bool:
    """Whether `meet` would change nothing that matters."""
    known = Seen(runner.chat_id, runner.first_name, runner.telegram_language)
    return runner.blocked_at_utc is None and known == replace(
        seen, first_name=seen.first_name[:FIRST_NAME_AT_MOST]
    )


async def choose_language(
    connection: Connection, runner_id: int, language: Language, *, now: datetime
) -> bool:
    """Keep the runner's language; False when there is no such runner."""
    return await _change(connection, runner_id, now, chosen_language=language)


async def choose_time_zone(connection: Connection, runner_id: int, time_zone: str, *, now: datetime) -> bool:
    """Keep the runner's IANA zone (checked by the caller)."""
    return await _change(connection, runner_id, now, time_zone=time_zone)


async def choose_check_in_time(
    connection: Connection, runner_id: int, check_in_time: time | None, *, now: datetime
) -> bool:
    """Keep the local time of the morning question; None switches it off."""
    return await _change(connection, runner_id, now, check_in_time=check_in_time)


async def choose_settings(
    connection: Connection, runner_id: int, settings: RunnerSettings, *, now: datetime
) -> bool:
    """Keep the other settings, whole."""
    return await _change(connection, runner_id, now, settings=settings.model_dump(mode="json"))


async def give_consent(connection: Connection, runner_id: int, version: int, *, now: datetime) -> bool:
    """Keep which text about stored data the runner agreed to, and when."""
    return await _change(connection, runner_id, now, consent_version=version, consent_at_utc=now)


async def mark_blocked(connection: Connection, runner_id: int, *, now: datetime) -> bool:
    """Note that the runner cannot be written to; the next update of theirs lifts it."""
    return await _change(connection, runner_id, now, blocked_at_utc=now)


async def move_chat(connection: Connection, runner_id: int, chat_id: int, *, now: datetime) -> bool:
    """Telegram gave the chat another id."""
    return await _change(connection, runner_id, now, chat_id=chat_id)


async def erase(connection: Connection, runner_id: int, *, unread_too: bool = False) -> bool:
    """Delete the runner and everything of theirs; False when there was nothing.

    Updates that wait in the inbox stay for their handler (one of them asked for this), unless `unread_too`.
    """
    read = inbox.c.user_id == runner_id if unread_too else _was_read(runner_id)
    await connection.execute(inbox.delete().where(read))
    if unread_too:  # else the claim on the chat goes when its last update is handled
        await connection.execute(chat_claims.delete().where(chat_claims.c.chat_id == runner_id))
    await connection.execute(outbox.delete().where(outbox.c.runner_id == runner_id))
    result = await connection.execute(runners.delete().where(runners.c.id == runner_id))
    return bool(result.rowcount)


def _was_read(runner_id: int) -> ColumnElement[bool]:
    return (inbox.c.user_id == runner_id) & (inbox.c.status != "pending")


async def _change(connection: Connection, runner_id: int, now: datetime, **values: Any) -> bool:
    statement = update(runners).where(runners.c.id == runner_id).values(updated_at_utc=now, **values)
    return bool((await connection.execute(statement)).rowcount)


def _runner(row: Any) -> Runner:
    return Runner(**{**row, "settings": RunnerSettings.model_validate(row["settings"])})
