"""Which days are run, and which of them may be hard."""

from collections.abc import Collection
from dataclasses import dataclass
from functools import lru_cache
from itertools import combinations

from core.program.situation import Situation

DAYS = 7
# Days after the long run on which a runner with nothing against it runs, by sessions a week: a rest day
# follows the long run as long as there is one.
USUAL_DAYS_AFTER_LONG: dict[int, tuple[int, ...]] = {
    2: (0, 3),
    3: (0, 2, 4),
    4: (0, 2, 4, 6),
    5: (0, 2, 3, 4, 6),
    6: (0, 2, 3, 4, 5, 6),
    7: (0, 1, 2, 3, 4, 5, 6),
}


@dataclass(frozen=True, slots=True)
class Layout:
    """The weekdays (0 Monday to 6 Sunday) of a usual week.

    `hard` are the days for quality, the first one first; `pair` are two running days in a row, the long-run
    day among them, if there are; `forced` tells that quality had to go next to the long run.
    """

    days: tuple[int, ...]
    long_day: int
    hard: tuple[int, ...]
    pair: tuple[int, int] | None
    forced: bool = False


def layout_for(situation: Situation) -> Layout:
    """The usual week of a runner: chosen days and long-run day kept, hard days apart."""
    profile = situation.profile
    return usual_week(
        profile.sessions_per_week, tuple(profile.available_days), profile.long_run_day, situation.is_ultra
    )


@lru_cache(maxsize=256)
def usual_week(
    sessions: int, available_days: tuple[int, ...], long_run_day: int | None, wants_pair: bool
) -> Layout:
    """The layout for so many sessions; when too few days are available, the nearest others are taken.

    `wants_pair` keeps a day next to the long run, for two long runs in a row.
    """
    available = set(available_days) or set(range(DAYS))
    long_day = _long_day(available, long_run_day, wants_pair=wants_pair)
    available.add(long_day)
    usual = {(long_day + after) % DAYS for after in USUAL_DAYS_AFTER_LONG[sessions]}
    for day in sorted(range(DAYS), key=lambda day: (day not in usual, day)):
        if len(available) < sessions:
            available.add(day)
    pair = _pair(frozenset(available), long_day) if wants_pair and sessions > 2 else None
    days = _best_days(sessions, frozenset(available), frozenset(usual), frozenset({long_day, *(pair or ())}))
    hard, forced = _hard_days(days, frozenset({long_day, *(pair or ())}))
    return Layout(days, long_day, hard, pair, forced)


def _pair(available: frozenset[int], long_day: int) -> tuple[int, int] | None:
    """The eve of the long run and its day, else its day and the next, within one week."""
    if long_day - 1 in available:
        return long_day - 1, long_day
    return (long_day, long_day + 1) if long_day + 1 in available else None


def _long_day(available: Collection[int], wished: int | None, *, wants_pair: bool) -> int:
    """The wished day, else the last of the week; with a free day before it when two long runs must follow."""
    if wished is not None:
        return wished
    after_another = [day for day in available if day - 1 in available]
    return max(after_another if wants_pair and after_another else available)


def _best_days(
    sessions: int, available: frozenset[int], usual: frozenset[int], fixed: frozenset[int]
) -> tuple[int, ...]:
    """The evenest spread that holds the fixed days, then the one nearest to the usual days."""
    others = sorted(available - fixed)
    choices = (tuple(sorted({*fixed, *rest})) for rest in combinations(others, sessions - len(fixed)))
    return min(choices, key=lambda days: (_unevenness(days), -len(usual & set(days)), days))


def _unevenness(days: tuple[int, ...]) -> int:
    gaps = [(later - day) % DAYS or DAYS for day, later in zip(days, days[1:] + days[:1], strict=True)]
    return sum(gap * gap for gap in gaps)


def _hard_days(days: tuple[int, ...], long_days: frozenset[int]) -> tuple[tuple[int, ...], bool]:
    """Up to two days that touch neither a long run nor each other; one beside the long run if forced."""
    free = [day for day in days if day not in long_days and not any(adjacent(day, k) for k in long_days)]
    pairs = [pair for pair in combinations(free, 2) if not adjacent(*pair)]
    if pairs:
        return max(pairs, key=lambda pair: (_room(pair, long_days), -pair[0])), False
    if free:
        return (max(free, key=lambda day: _room((day,), long_days)),), False
    return tuple(day for day in days if day not in long_days)[:1], True


def _room(hard: tuple[int, ...], long_days: frozenset[int]) -> int:
    """The smallest gap that a hard day has on either side."""
    together = {*hard, *long_days}
    return min(
        min((day - other) % DAYS, (other - day) % DAYS) for day in hard for other in together if other != day
    )


def adjacent(day: int, other: int) -> bool:
    """Whether two weekdays follow each other, Sunday and Monday included."""
    return (day - other) % DAYS in {1, DAYS - 1}
