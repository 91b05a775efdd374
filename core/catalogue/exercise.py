"""One movement of the catalogue: what is true of it in every language."""

from dataclasses import dataclass
from typing import ClassVar, Literal

from pydantic import ConfigDict

from core.athlete import Level

Discipline = Literal["force", "endurance", "functional", "calisthenics", "competitions", "mobility"]
Measure = Literal["reps", "seconds", "metres", "minutes", "calories"]
Site = Literal["knee", "achilles", "shin", "back", "shoulder"]
"""Where it may hurt: what a movement loads, and what an injury rules out."""
Equipment = Literal[
    "air-bike",
    "band",
    "barbell",
    "bench",
    "bike",
    "box",
    "dip-bars",
    "dumbbell",
    "hill",
    "kettlebell",
    "medicine-ball",
    "parallettes",
    "pool",
    "pull-up-bar",
    "rack",
    "ram",
    "rings",
    "rope",
    "rower",
    "sandbag",
    "ski-erg",
    "sled",
    "step",
    "trap-bar",
    "treadmill",
    "wall",
    "weight-vest",
]
Pattern = Literal[
    "arms",
    "bike",
    "calf",
    "cardio",
    "carry",
    "core",
    "drill",
    "hinge",
    "hold",
    "jump",
    "locomotion",
    "lunge",
    "mobility",
    "olympic",
    "pull-horizontal",
    "pull-vertical",
    "push-horizontal",
    "push-vertical",
    "row",
    "run",
    "ski",
    "squat",
    "throw",
]
Muscle = Literal[
    "abdominals",
    "adductors",
    "biceps",
    "calves",
    "chest",
    "feet",
    "forearms",
    "glutes",
    "hamstrings",
    "hip-flexors",
    "lats",
    "lower-back",
    "obliques",
    "quadriceps",
    "rear-shoulders",
    "shins",
    "shoulders",
    "triceps",
    "upper-back",
]


@dataclass(frozen=True, slots=True)
class Exercise:
    """A movement or drill; `seconds_each` is the usual time of one unit of its measure, in seconds.

    `muscles` come in the order in which they work; of a unilateral movement one unit is one side's.
    `regressions` are easier movements of the same kind, `progressions` harder ones, nearest first.
    """

    id: str
    discipline: Discipline
    pattern: Pattern
    equipment: frozenset[Equipment]
    measure: Measure
    level: Level
    unilateral: bool = False
    muscles: tuple[Muscle, ...] = ()
    contraindications: frozenset[Site] = frozenset()
    regressions: tuple[str, ...] = ()
    progressions: tuple[str, ...] = ()
    pose: str = ""
    seconds_each: float = 3.0

    def fits(self, equipment: frozenset[Equipment], level: Level, hurt: frozenset[Site]) -> bool:
        """Whether someone with this equipment and level, hurt there, can be given it."""
        rank = list(Level).index
        return (
            self.equipment <= equipment
            and rank(self.level) <= rank(level)
            and not self.contraindications & hurt
        )


@dataclass(frozen=True, slots=True)
class ExerciseWords:
    """What a runner reads of a movement, in one language; `harder` is how to go on once it is easy."""

    __pydantic_config__: ClassVar[ConfigDict] = ConfigDict(extra="forbid", str_min_length=1)

    name: str
    aliases: tuple[str, ...] = ()
    cues: tuple[str, ...] = ()
    mistakes: tuple[str, ...] = ()
    harder: tuple[str, ...] = ()
