"""Which movements someone can be given, and what to do instead of one they cannot."""

from core.athlete import Level
from core.catalogue.exercise import Discipline, Equipment, Exercise, Pattern, Site
from core.catalogue.kinship import shared_muscles, steps_from
from core.catalogue.reading import catalogue

NOBODY_HURT: frozenset[Site] = frozenset()
FAR = 99
"""Steps between movements that no ladder joins."""


def movements(
    *,
    discipline: Discipline | None = None,
    pattern: Pattern | None = None,
    equipment: frozenset[Equipment] | None = None,
    level: Level = Level.ADVANCED,
    hurt: frozenset[Site] = NOBODY_HURT,
) -> tuple[Exercise, ...]:
    """The movements that fit, in the order of the tables.

    None asks for every discipline, every pattern, or any equipment at all; `level` is the highest allowed.
    """
    return tuple(
        movement
        for movement in catalogue().values()
        if discipline in (None, movement.discipline)
        and pattern in (None, movement.pattern)
        and movement.fits(movement.equipment if equipment is None else equipment, level, hurt)
    )


def substitute(
    exercise: Exercise,
    equipment: frozenset[Equipment],
    level: Level,
    hurt: frozenset[Site] = NOBODY_HURT,
) -> Exercise | None:
    """The nearest other movement of the same pattern that fits and works the same muscle; None without one.

    Nearest on the ladders first, down before up, then by muscles in common, measure, level and discipline.
    """
    fitting = [
        movement
        for movement in movements(pattern=exercise.pattern, equipment=equipment, level=level, hurt=hurt)
        if movement.id != exercise.id and _works_the_same(exercise, movement)
    ]
    return min(fitting, key=lambda movement: _distance(exercise, movement), default=None)


def way_in(key: str) -> tuple[str, ...]:
    """The nearest easier movements one below the other, from the easiest up to this one."""
    steps = [key]
    while below := catalogue()[steps[-1]].regressions:
        steps.append(below[0])
    return tuple(reversed(steps))


def _works_the_same(exercise: Exercise, other: Exercise) -> bool:
    """Whether the muscle that works most in one of them works in the other as well."""
    if not exercise.muscles or not other.muscles:
        return True
    return exercise.muscles[0] in other.muscles or other.muscles[0] in exercise.muscles


def _distance(exercise: Exercise, other: Exercise) -> tuple[float, ...]:
    rank = list(Level).index
    return (
        steps_from(exercise.id).get(other.id, FAR),
        _turn(exercise, other),
        -shared_muscles(exercise, other),
        exercise.measure != other.measure,
        abs(rank(exercise.level) - rank(other.level)),
        exercise.unilateral != other.unilateral,
        exercise.discipline != other.discipline,
    )


def _turn(exercise: Exercise, other: Exercise) -> int:
    """When it is its turn among the direct neighbours on the ladders: the nearest easier one first."""
    neighbours = (*exercise.regressions, *exercise.progressions)
    return neighbours.index(other.id) if other.id in neighbours else FAR
