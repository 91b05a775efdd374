"""What a model is told of one session and what it may answer; nothing a runner typed is in it."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from core.catalogue.exercise import Exercise
from core.catalogue.reading import exercise
from core.catalogue.selecting import movements
from core.coaches.picking import can_do, rotated
from core.coaches.registry import coach
from core.coaches.request import SessionRequest
from core.coaches.rows import written_rows
from core.coaches.session import CoachSession
from core.coaches.timing import blocks_s
from core.prompts import Prompt

MAX_TOKENS = 700
"""Twice what the prompts ask for; French needs more tokens than English."""
MENU_AT_MOST = 30
"""Movements a model chooses from: those of the draft, then the others by nearness to them."""
_TEXT: dict[str, Any] = {"type": "string"}
_TEXTS: dict[str, Any] = {"type": "array", "items": _TEXT}
SCHEMA: dict[str, Any] = {
    "type": "object",
    "properties": {"t": _TEXT, "p": _TEXT, "n": _TEXTS, "r": _TEXTS},
    "required": ["t", "p", "n", "r"],
    "additionalProperties": False,
}
"""Flat, every key required: the smallest grammar the API can compile."""


@dataclass(frozen=True)
class Question:
    """A request for one session: the coach's prompt, the wish, and the engine's draft it starts from.

    `menu` holds the only movements that the reply may hold.
    """

    request: SessionRequest
    draft: CoachSession
    prompt: Prompt
    menu: tuple[str, ...]

    @cached_property
    def user(self) -> str:
        """The part of the request that is this session's."""
        data = json.dumps(self._data(), ensure_ascii=False, separators=(",", ":"))
        return f"<data>{data}</data>"

    def _data(self) -> dict[str, Any]:
        request = self.request
        data: dict[str, Any] = {
            "lang": request.language,
            "level": request.level.name.lower(),
            "focus": self.draft.focus,
            "min": request.minutes,
            "work_s": round(blocks_s(self.draft.work)),
            "hurt": sorted(request.hurt),
            "week_km": request.running.km_per_week,
            "h_to_quality_run": request.running.hours_to_quality_run,
            "menu": " ".join(self.menu),
            "draft": written_rows(self.draft),
        }
        return {key: value for key, value in data.items() if value not in (None, "", [])}


def question_for(request: SessionRequest, draft: CoachSession, variant: str = "a") -> Question:
    """The request for the session of which `draft` is the engine's; the request is a settled one."""
    return Question(request, draft, coach(draft.coach).prompt(variant), tuple(_menu(request, draft)))


def _menu(request: SessionRequest, draft: CoachSession) -> Iterator[str]:
    """The draft's movements, then others of the coach that fit, those of the same patterns first."""
    own = draft.exercises()
    yield from own
    patterns = {exercise(key).pattern for key in own}
    others = [one for one in _others(request) if one.id not in own]
    near = [one.id for one in others if one.pattern in patterns]
    far = [one.id for one in others if one.pattern not in patterns]
    yield from (*rotated(near, request.rotation), *rotated(far, request.rotation))[: MENU_AT_MOST - len(own)]


def _others(request: SessionRequest) -> tuple[Exercise, ...]:
    fitting = movements(equipment=request.equipment, level=request.level, hurt=request.hurt)
    return tuple(
        one for one in fitting if coach(request.coach).belongs(one, request) and can_do(one.id, request)
    )
