"""A wish for a session as a few taps make it: what is still to be asked, and the request it becomes."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Any, Literal, get_args

from pydantic import TypeAdapter

from core.athlete import Language, Level
from core.catalogue.exercise import Equipment, Site
from core.coaches.equipment import PRESETS, Preset, preset, read_equipment
from core.coaches.registry import coach
from core.coaches.request import CoachName, History, RunningContext, SessionRequest, Sex
from core.dialogue.phrases import choice_named
from core.dialogue.questions import LEVELS
from core.failure import Failure
from core.notation.durations import parse_duration

SexAnswer = Literal["women", "men", "any"]
Step = Literal["minutes", "level", "equipment", "focus", "sex"]
STEPS: tuple[Step, ...] = ("minutes", "level", "equipment", "focus", "sex")
MINUTES = (20, 30, 45, 60, 75, 90)
ANY = "any"
"""The focus the coach chooses, the division nobody named."""
SEX_OF: dict[str, Sex | None] = {"women": "women", "men": "men", ANY: None}
BARE_MINUTES_FROM = 5
"""A number alone is minutes from here on; below, `parse_duration` takes it for hours."""


@dataclass(frozen=True, slots=True)
class Wish:
    """What a runner asked a coach for; None is not answered yet.

    `minutes` is any whole number: whether there is such a session is the coach's to say.
    """

    coach: CoachName
    minutes: int | None = None
    level: Level | None = None
    equipment: tuple[Equipment, ...] | None = None
    focus: str | None = None
    sex: SexAnswer | None = None

    @property
    def next_step(self) -> Step | None:
        """The first question without an answer; None when the wish is whole."""
        asked = (step for step in STEPS if step != "sex" or self.coach == "competitions")
        return next((step for step in asked if getattr(self, step) is None), None)

    @property
    def place(self) -> Preset | None:
        """The place whose equipment this is; None for a list of things."""
        own = frozenset(self.equipment or ())
        return next((name for name in PRESETS if preset(name) == own), None)


WISH: TypeAdapter[Wish] = TypeAdapter(Wish)


def lengths(name: CoachName) -> tuple[int, ...]:
    """The lengths in minutes that a coach has sessions of, for buttons."""
    known = coach(name)
    return tuple(one for one in MINUTES if known.shortest_min <= one <= known.longest_min)


def answered(wish: Wish, step: Step, text: str) -> Wish | Failure:
    """The wish with one more answer, from a button or typed words; a Failure says what is expected."""
    value: Any = _READ[step](wish, text.strip())
    return value if isinstance(value, Failure) else replace(wish, **{step: value})


def request_of(
    wish: Wish,
    language: Language,
    *,
    hurt: Iterable[Site] = (),
    rotation: int = 0,
    history: History | None = None,
    running: RunningContext | None = None,
) -> SessionRequest:
    """The request of a whole wish; ValueError while something is open."""
    if wish.next_step is not None or wish.level is None or wish.minutes is None:
        raise ValueError(f"{wish.next_step} is not answered yet")
    return SessionRequest(
        coach=wish.coach,
        level=wish.level,
        minutes=wish.minutes,
        equipment=frozenset(wish.equipment or ()),
        focus=None if wish.focus == ANY else wish.focus,
        hurt=frozenset(hurt),
        language=language,
        rotation=rotation,
        history=history or History(),
        running=running or RunningContext(),
        sex=SEX_OF[wish.sex or ANY],
    )


def wish_of(request: SessionRequest, before: Wish) -> Wish:
    """The wish that an alternative stands for, what was asked for before where it says nothing else."""
    return replace(
        before,
        coach=request.coach,
        minutes=request.minutes,
        level=request.level,
        equipment=tuple(sorted(request.equipment)),
        focus=request.focus or ANY,
    )


def _read_minutes(_wish: Wish, text: str) -> int | Failure:
    if text.isascii() and text.isdecimal() and int(text[:5]) >= BARE_MINUTES_FROM:
        return int(text[:5])
    found = parse_duration(text)
    if isinstance(found, Failure):
        return Failure("coaches-wish-minutes-unclear")
    likely = [seconds for seconds in found.readings_s if seconds >= BARE_MINUTES_FROM * 60]
    return max(round(min(likely, default=max(found.readings_s)) / 60), 1)


def _read_level(_wish: Wish, text: str) -> Level | Failure:
    key = text if text in LEVELS else choice_named("level", text)
    return LEVELS[key] if key is not None and key in LEVELS else Failure("coaches-wish-level-unclear")


def _read_equipment(_wish: Wish, text: str) -> tuple[Equipment, ...] | Failure:
    found = next((preset(name) for name in PRESETS if name == text), None) or read_equipment(text)
    return found if isinstance(found, Failure) else tuple(sorted(found))


def _read_focus(wish: Wish, text: str) -> str | Failure:
    known = coach(wish.coach)
    names = {known.focus_name(one, tongue).lower(): one for one in known.focuses for tongue in ("fr", "en")}
    found = text if text in (*known.focuses, ANY) else names.get(text.lower())
    return found or Failure("coaches-wish-focus-unclear")


def _read_sex(_wish: Wish, text: str) -> SexAnswer | Failure:
    return next((one for one in get_args(SexAnswer) if one == text), Failure("coaches-wish-sex-unclear"))


_READ = {
    "minutes": _read_minutes,
    "level": _read_level,
    "equipment": _read_equipment,
    "focus": _read_focus,
    "sex": _read_sex,
}
