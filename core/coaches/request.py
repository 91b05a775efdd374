"""What a session is asked for with: who, how long, with what, and what went before."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Any, Literal

from core.athlete import Language, Level
from core.catalogue.exercise import Equipment, Site
from core.paces import TrainingPaces

CoachName = Literal["force", "endurance", "functional", "calisthenics", "competitions"]
Sex = Literal["women", "men"]
DivisionTier = Literal["open", "pro"]
Team = Literal["single", "doubles", "mixed", "relay"]


@dataclass(frozen=True, slots=True)
class DoneSet:
    """One set as it was done: amount in the measure of the movement, load in kg, RPE 1 to 10."""

    exercise: str
    amount: float
    load_kg: float | None = None
    rpe: float | None = None


@dataclass(frozen=True, slots=True)
class History:
    """What the runner has done: sets newest first, known one-repetition maxima in kg by movement.

    `mastered` are movements of calisthenics whose gate was passed. `recent_sessions` are the titles' keys
    of the last sessions with this coach, newest first.
    """

    sets: tuple[DoneSet, ...] = ()
    one_rep_max_kg: Mapping[str, float] = field(default_factory=dict)
    mastered: frozenset[str] = frozenset()
    recent_sessions: tuple[str, ...] = ()

    def last_sets(self, exercise: str) -> tuple[DoneSet, ...]:
        """The sets of a movement, newest first."""
        return tuple(one for one in self.sets if one.exercise == exercise)


@dataclass(frozen=True, slots=True)
class RunningContext:
    """What surrounds the session in the runner's week; None where nothing is known.

    Hours to the next quality run and days since the last hard leg session. `threshold_power_w` is the
    power held for an hour on the bike, `threshold_bpm` the heart rate there.
    """

    paces: TrainingPaces | None = None
    hours_to_quality_run: float | None = None
    days_since_hard_legs: int | None = None
    km_per_week: float | None = None
    threshold_power_w: float | None = None
    threshold_bpm: float | None = None


@dataclass(frozen=True, slots=True)
class SessionRequest:
    """A wish for one session of `minutes`.

    `focus` is one of the coach's focuses; None lets the rotation choose. `equipment` is all there is, with
    what is everywhere (`core.coaches.equipment` adds that). `hurt` are sites that hurt now. `rotation` counts
    the sessions made before: the same number gives the same session, the next one another. `sex`, `tier`,
    `team` and `target_min` (the finish in HYROX format to train for) matter in competitions only.
    """

    coach: CoachName
    level: Level
    minutes: int
    equipment: frozenset[Equipment] = frozenset()
    focus: str | None = None
    hurt: frozenset[Site] = frozenset()
    language: Language = "fr"
    rotation: int = 0
    history: History = field(default_factory=History)
    running: RunningContext = field(default_factory=RunningContext)
    sex: Sex | None = None
    tier: DivisionTier = "open"
    team: Team = "single"
    target_min: float | None = None

    @property
    def seconds(self) -> float:
        """The time there is."""
        return self.minutes * 60.0

    def changed(self, **changes: Any) -> "SessionRequest":
        """The same wish with some fields changed."""
        return replace(self, **changes)
