"""A session of a coach: blocks of prescriptions, in no language."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Literal

from core.athlete import Level
from core.catalogue.exercise import Measure
from core.coaches.phrase import Phrase
from core.coaches.request import CoachName

Role = Literal["warm_up", "main", "accessory", "cool_down"]
Format = Literal[
    "sets",  # each movement through all its sets, then the next
    "superset",  # movements in turn, `rounds` times, rest after each round
    "circuit",  # the same with many movements and hardly any rest between them
    "amrap",  # as many rounds as possible in `minutes`
    "emom",  # one movement (or the row of them) every minute, for `minutes`
    "for_time",  # `rounds` of the row as fast as possible; `minutes` is the cap
    "tabata",  # 20 s on, 10 s off, 8 times for each movement in turn
    "chipper",  # one long row once; `minutes` is the cap
    "intervals",  # `rounds` of the row with `rest_s` easy between rounds
    "steady",  # without a stop
    "simulation",  # a competition or a part of it, in its order
]
Zone = Literal["recovery", "easy", "tempo", "threshold", "vo2", "sprint"]
LegLoad = Literal["light", "moderate", "hard"]
ScalingLevel = Literal["rx", "intermediate", "beginner"]
Source = Literal["engine", "claude", "claude+engine"]


@dataclass(frozen=True, slots=True)
class Load:
    """How heavy or how hard; several may hold together (80 % of the maximum, that is 92.5 kg, RPE 8).

    `percent_1rm` 0 to 100; `kg` on the bar, or of one implement when `each` counts two of them; `rpe` 1 to
    10. `pace_s_per_km`, `split_s_per_500m`, `watts`, `percent_threshold` (of power or heart rate) are low and
    high ends, the fast end first for times. All None and `bodyweight` False: as the words say.
    """

    bodyweight: bool = False
    percent_1rm: float | None = None
    kg: float | None = None
    each: bool = False
    rpe: float | None = None
    zone: Zone | None = None
    pace_s_per_km: tuple[float, float] | None = None
    split_s_per_500m: tuple[float, float] | None = None
    watts: tuple[float, float] | None = None
    percent_threshold: tuple[float, float] | None = None


BODYWEIGHT = Load(bodyweight=True)
UNSAID = Load()


@dataclass(frozen=True, slots=True)
class Item:
    """One movement: `sets` of `amount` (to `amount_most`, if a range) of its measure, a side or in all.

    `rest_s` follows each set. `tempo` is down-pause-up-pause in seconds ("3-1-1-0"), "" as usual.
    `seconds_each` replaces the catalogue's time of one unit. `ramp` marks a warm-up set of a heavy lift.
    `note` is one sentence for this movement here.
    """

    exercise: str
    amount: float
    measure: Measure
    sets: int = 1
    amount_most: float | None = None
    per_side: bool = False
    load: Load = UNSAID
    rest_s: float = 0.0
    tempo: str = ""
    seconds_each: float | None = None
    ramp: bool = False
    note: Phrase = field(default_factory=Phrase)


@dataclass(frozen=True, slots=True)
class Block:
    """A part of the session.

    `rounds` and `rest_s` (after each round) count in superset, circuit, intervals, for_time and simulation;
    `minutes` is the clock of amrap, emom and tabata, the cap of for_time and chipper, None elsewhere.
    `title` names the block where its role does not ("Fran"); `how` says in one sentence how to do it.
    """

    role: Role
    format: Format
    items: tuple[Item, ...]
    rounds: int = 1
    rest_s: float = 0.0
    minutes: float | None = None
    title: Phrase = field(default_factory=Phrase)
    how: Phrase = field(default_factory=Phrase)


@dataclass(frozen=True, slots=True)
class Scaling:
    """The same session for another day: at `level`, what to change so that its purpose stays."""

    level: ScalingLevel
    text: Phrase


@dataclass(frozen=True, slots=True)
class LoadFigures:
    """How much a session weighs: session RPE x minutes, and the endurance score where speed is known.

    `intensity_factor` is speed (or power) over threshold; `stress_score` is hours x factor^2 x 100.
    """

    session_rpe_load: float
    intensity_factor: float | None = None
    stress_score: float | None = None


@dataclass(frozen=True, slots=True)
class CoachSession:
    """A whole session. `minutes` is what was asked for, `rpe` how hard the whole will have felt (1 to 10)."""

    coach: CoachName
    focus: str
    level: Level
    minutes: int
    title: Phrase
    purpose: Phrase
    blocks: tuple[Block, ...]
    rpe: float
    load: LoadFigures
    leg_load: LegLoad
    notes: tuple[Phrase, ...] = ()
    scaling: tuple[Scaling, ...] = ()
    source: Source = "engine"

    @property
    def items(self) -> Iterator[Item]:
        """Every prescription in order."""
        return (item for block in self.blocks for item in block.items)

    @property
    def work(self) -> tuple[Block, ...]:
        """The blocks between warm-up and cool-down."""
        return tuple(block for block in self.blocks if block.role in ("main", "accessory"))

    def exercises(self) -> tuple[str, ...]:
        """The ids of the movements of the work, in order, each once."""
        return tuple(dict.fromkeys(item.exercise for block in self.work for item in block.items))
