"""What a runner may ask of a plan, and what is answered: a change to look at, or why not."""

import datetime
from dataclasses import dataclass
from typing import Literal

from core.week_changes.changes import ChangedPlan

RefusalCode = Literal["nothing", "race", "past", "told", "other-week", "breaks", "outside"]
Reason = Literal[
    "moved", "swapped", "made-room", "dropped", "skipped", "eased", "fewer", "shorter", "off", "way-back",
    "follow", "lighter", "race-stays",
]  # fmt: skip
"""Why days change; each has a sentence in the chat."""


@dataclass(frozen=True, slots=True)
class Away:
    """Dates on which nothing can be run; their sessions go to other days of their week where they can."""

    days: tuple[datetime.date, ...]


@dataclass(frozen=True, slots=True)
class Pause:
    """Nothing is run from `first` to `last`, both included."""

    first: datetime.date
    last: datetime.date


@dataclass(frozen=True, slots=True)
class Move:
    """A session goes to another date of its week; what is there comes to its old day."""

    week_number: int
    position: int
    to: datetime.date


@dataclass(frozen=True, slots=True)
class Ease:
    """A session becomes shorter and easy."""

    week_number: int
    position: int


@dataclass(frozen=True, slots=True)
class Skip:
    """A session is left out."""

    week_number: int
    position: int


@dataclass(frozen=True, slots=True)
class LightenWeek:
    """What is left of a week becomes lighter."""

    week_number: int


Request = Away | Pause | Move | Ease | Skip | LightenWeek


@dataclass(frozen=True, slots=True)
class Proposal:
    """A change before it is made; `costs` are sentences (in the plan's language) of rules it cannot keep."""

    request: Request
    plan: ChangedPlan
    reasons: tuple[Reason, ...]
    costs: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Refusal:
    """Why a change is not offered, and for a move the positions of the days that would do."""

    code: RefusalCode
    texts: tuple[str, ...] = ()
    instead: tuple[int, ...] = ()
    week_number: int = 0
    position: int = -1
