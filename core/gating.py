"""Gates: what pain, an illness or a red flag makes of the days, and the way back a step at a time.

Pure: (gate, answer, date) gives the gate after it; (session, step) gives the session of the day.
"""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace
from datetime import date
from functools import cache
from typing import Annotated, ClassVar, Literal

from pydantic import ConfigDict, Field

from core.athlete import InjurySite, Language
from core.checkin import easier, lighter, rest_instead
from core.injuries import adaptation
from core.localisation import core_localizer
from core.program.exchange import PaceRange, Session
from core.session_kinds import is_hard, kind_of
from core.tables import read_table

GateKind = Literal["pain", "illness", "red-flag"]
Step = Literal["rest", "run-walk", "short-easy", "easy"]
Signal = Literal["quiet", "some", "much"]
"""An answer about a complaint: gone or nearly, still there, or worse."""
STEPS: tuple[Step, ...] = ("rest", "run-walk", "short-easy", "easy")
PAIN_AT_MOST = 10
RUN_WALK_AT_MOST_MIN = 30.0
RUN_WALK_RPE = 3
OFF_ROAD = frozenset({"strength", "cross"})


@dataclass(frozen=True, slots=True)
class Gate:
    """One thing that holds the load back: since when, and on which step of the way back since when.

    `site` is a part of the body, or the id of a red flag; empty for an illness.
    """

    kind: GateKind
    step: Step
    since: date
    step_since: date
    site: str = ""
    side: str = ""


@dataclass(frozen=True, slots=True)
class PainLimits:
    """Pain from 0 to 10: up to `watch_to` the day stays, from `rest_from` on nothing is run."""

    __pydantic_config__: ClassVar[ConfigDict] = ConfigDict(extra="forbid")

    watch_to: Annotated[int, Field(ge=0, le=PAIN_AT_MOST)]
    rest_from: Annotated[int, Field(ge=1, le=PAIN_AT_MOST)]


@dataclass(frozen=True, slots=True)
class Ladder:
    """The steps of a way back, and how many days each lasts at least."""

    __pydantic_config__: ClassVar[ConfigDict] = ConfigDict(extra="forbid")

    steps: tuple[Step, ...]
    days: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class _Table:
    pain: PainLimits
    pain_at: Mapping[str, PainLimits]
    ladder: Mapping[GateKind, Ladder]


def limits_at(site: str) -> PainLimits:
    """The pain limits of a part of the body."""
    return _table().pain_at.get(site, _table().pain)


def signal_of(level: int, site: str) -> Signal:
    """What a pain from 0 to 10 says; raises ValueError outside."""
    if not 0 <= level <= PAIN_AT_MOST:
        raise ValueError(f"pain is from 0 to {PAIN_AT_MOST}, not {level}")
    limits = limits_at(site)
    if level <= limits.watch_to:
        return "quiet"
    return "much" if level >= limits.rest_from else "some"


def open_for_pain(site: str, side: str, level: int, today: date) -> Gate | None:
    """The gate a new pain opens; None when it is only to be watched.

    A tendon or a joint that tolerates this much by its own rule keeps its length and loses only its speed.
    """
    signal = signal_of(level, site)
    if signal == "quiet":
        return None
    step: Step = "rest" if signal == "much" else "short-easy"
    if signal == "some" and site in set(InjurySite) and level <= adaptation(InjurySite(site)).pain_limit:
        step = "easy"
    return Gate("pain", step, today, today, site, side)


def open_for_illness(below_neck: bool, today: date) -> Gate:
    """Fever or signs below the neck: rest; a cold above it: short and easy."""
    return Gate("illness", "rest" if below_neck else "short-easy", today, today)


def open_for_red_flag(flag_id: str, today: date) -> Gate:
    """Nothing is run until a clinician agreed."""
    return Gate("red-flag", "rest", today, today, flag_id)


def after(gate: Gate, signal: Signal, today: date) -> Gate | None:
    """The gate after an answer, or None when the way back is done.

    A red flag leaves rest only by `cleared`.
    """
    ladder = _table().ladder[gate.kind]
    place = ladder.steps.index(gate.step)
    if signal == "much":
        return _on(gate, "rest", today) if place else replace(gate, step_since=today)
    if signal == "some":
        return _on(gate, ladder.steps[max(place - 1, 0)], today)
    if gate.kind == "red-flag" and gate.step == "rest":
        return gate
    if (today - gate.step_since).days < ladder.days[place]:
        return gate
    return _on(gate, ladder.steps[place + 1], today) if place + 1 < len(ladder.steps) else None


def cleared(gate: Gate, today: date) -> Gate:
    """A clinician agreed: the first step after rest."""
    return _on(gate, _table().ladder[gate.kind].steps[1], today)


def steps_of(kind: GateKind) -> tuple[Step, ...]:
    """The steps of a way back, in order."""
    return _table().ladder[kind].steps


def days_left(gate: Gate, today: date) -> int:
    """How many days this step lasts at least from today on; 0 when a quiet answer opens the next one."""
    ladder = _table().ladder[gate.kind]
    return max(ladder.days[ladder.steps.index(gate.step)] - (today - gate.step_since).days, 0)


def strictest(gates: Collection[Gate]) -> Gate | None:
    """The gate that allows least, the oldest of equals."""
    return min(gates, key=lambda gate: (STEPS.index(gate.step), gate.since), default=None)


def under(
    session: Session, step: Step, language: Language = "fr", *, easy: PaceRange | None = None
) -> Session:
    """What a step leaves of a session; never more than planned. A race is run or rested, not shortened."""
    kind = kind_of(session)
    if session.rest_day or (kind == "race" and step in ("easy", "short-easy")):
        return session
    if step == "rest":
        return rest_instead(session)
    if kind in OFF_ROAD:
        return session
    if step == "run-walk":
        return _run_walk(session, language)
    if step == "short-easy":
        return lighter(session, language, easy=easy)
    return easier(session, language, easy=easy) if is_hard(session) else session


def _run_walk(session: Session, language: Language) -> Session:
    text = core_localizer(language)
    minutes = min(session.duration_min or RUN_WALK_AT_MOST_MIN, RUN_WALK_AT_MOST_MIN)
    return Session(
        day=session.day,
        rest_day=False,
        date=session.date,
        kind="run_walk",
        session_type=text("gating-run-walk-type"),
        duration_min=minutes,
        distance_km=_least(session.distance_km, minutes / 9.0),  # min per km, half of it walked
        rpe=RUN_WALK_RPE,
        description=text("gating-run-walk-description"),
        workout_structure=text("gating-run-walk-structure", count=int(minutes // 2)),
    )


def _least(distance_km: float | None, at_most_km: float) -> float | None:
    return None if distance_km is None else round(min(distance_km, at_most_km), 1)


def _on(gate: Gate, step: Step, today: date) -> Gate:
    return replace(gate, step=step, step_since=today)


@cache
def _table() -> _Table:
    return read_table(_Table, "core", "gating.toml")
