"""The figures of the rules, each with its source.

Sources: [Daniels] Daniels' Running Formula; [Frandsen] Br J Sports Med, doi 10.1136/bjsports-2024-109380;
[Bosquet] Med Sci Sports Exerc 2007, doi 10.1249/mss.0b013e31806010e0; [Wang] PLoS ONE 2023, 18(5) e0282838;
[house] the coach's own decision, where the sources are silent or disagree.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from core.athlete import Goal, Level

Distance = Goal | Literal["ultra"]

# Length of a plan in weeks, [house] from published plans.
MAX_WEEKS = 20
WEEKS: Mapping[Distance, tuple[int, int]] = {
    Goal.FIVE_K: (4, 12),
    Goal.TEN_K: (6, 14),
    Goal.HALF_MARATHON: (8, 16),
    Goal.MARATHON: (10, 20),
    Goal.ENDURANCE: (4, 20),
    "ultra": (10, 20),
}

# Share of running minutes above easy: 85/15 for beginners, 80/20, 75/25.
INTENSE_SHARE: Mapping[Level, float] = {
    Level.BEGINNER: 0.15,
    Level.INTERMEDIATE: 0.20,
    Level.ADVANCED: 0.25,
}
# [house] One week may lean further than the plan: a taper halves the easy running and keeps the intensity.
WEEK_EXTRA_SHARE = 0.10
INTENSE_EFFORT_RPE = 6  # effort work at this RPE or more is above easy
HARD_WORK_MIN = 15.0  # [house] a run with this much work above easy is a hard day, whatever its name

# Growth.
WEEKLY_GROWTH = 1.10
ALWAYS_ALLOWED_WEEKLY_KM = 2.0
RECOVERY_CUT = (0.10, 0.35)
LONGEST_LOADING_STREAK = 2  # every third week is a recovery week
LONGEST_RUN_GROWTH = 1.10  # [Frandsen]
ALWAYS_ALLOWED_RUN_KM = 1.0
SHORTEST_KNOWN_RUN_KM = 2.0  # [house] who does not run yet can walk this far: run-walk begins there
LONGEST_RUN_MEMORY_DAYS = 30  # [Frandsen]
FIRST_WEEK = (0.60, 1.10)
SMALLEST_FIRST_RUN_KM = 3.0  # [house] a first week is never judged too large below this per session
CEILING_OVER_CURRENT = 1.10

# Largest week in km: débutant, intermédiaire, avancé. [house]; general endurance takes the half's.
CEILING_KM: Mapping[Distance, tuple[float, float, float]] = {
    Goal.FIVE_K: (35, 65, 110),
    Goal.TEN_K: (40, 70, 115),
    Goal.HALF_MARATHON: (55, 75, 130),
    Goal.MARATHON: (75, 95, 150),
    Goal.ENDURANCE: (55, 75, 130),
    "ultra": (75, 100, 140),
}

# Long run.
LONG_RUN_SHARE: Mapping[int, float] = {2: 0.60, 3: 0.50, 4: 0.40}
LONG_RUN_SHARE_FROM_FIVE = 0.35
LONG_RUN_MIN = 150.0  # [Daniels]
LONG_RUN_SLOW_MIN = 210.0
SLOW_MARATHON_VDOT = 34.0  # 1979 equations: a marathon of about 4 h 30
ULTRA_FROM_KM = 43.0
# A race belongs to the distance whose preparation fits it best: upper bounds in km, [house].
DISTANCE_UP_TO_KM: tuple[tuple[float, Distance], ...] = (
    (7.5, Goal.FIVE_K),
    (15.0, Goal.TEN_K),
    (32.0, Goal.HALF_MARATHON),
    (ULTRA_FROM_KM, Goal.MARATHON),
)

# Session caps [Daniels].
T_SHARE, I_SHARE, R_SHARE = 0.10, 0.08, 0.05
I_MAX_KM, R_MAX_KM, M_MAX_KM, M_MAX_MIN = 10.0, 8.0, 29.0, 110.0
I_REPETITION_MIN = 5.0


@dataclass(frozen=True, slots=True)
class Approach:
    """The last weeks before a race: taper length in days, the final week's cut, where the longest run lies.

    `needed_km` is what the longest run reaches where growth allows; None asks for nothing.
    """

    taper_days: tuple[int, int]
    cut: tuple[float, float]
    longest_run_days: tuple[int, int]
    needed_km: float | None


# Tapers [Bosquet] [Wang] for the marathon, [house] scaled down for shorter races.
APPROACH: Mapping[Distance, Approach] = {
    Goal.FIVE_K: Approach((4, 10), (0.20, 0.60), (5, 12), None),
    Goal.TEN_K: Approach((7, 10), (0.20, 0.60), (5, 12), 9.0),
    Goal.HALF_MARATHON: Approach((7, 14), (0.25, 0.60), (10, 21), 14.0),
    Goal.MARATHON: Approach((14, 21), (0.35, 0.60), (14, 28), 26.0),
    "ultra": Approach((14, 21), (0.35, 0.60), (14, 28), 26.0),
}
# [house] Weeks begin on Mondays: a taper may start this much later or earlier than its days say.
TAPER_TOLERANCE_DAYS = (1, 2)
LAST_HARD_DAYS = (2, 5)

# Race conditions.
WEEKS_FOR_BACK_TO_BACK = 10
# [house] The shorter of two long runs on consecutive days: minutes, or share of the longer.
BACK_TO_BACK_MIN, BACK_TO_BACK_SHARE = 50.0, 0.60

# [house] Plausible running, 2:30 to 15:00 per km, and how far a session's own figures may disagree.
PACE_S_PER_KM = (150.0, 900.0)
PACE_AGREEMENT = (0.93, 1.10)
PARTS_OVER_WHOLE = 1.10

# Rounding: kilometres are shown with one decimal.
KM = 0.11
MEASURED = 1.03  # work given in minutes is turned into km with a pace range: 3 % of reading error


def hard_sessions(level: Level, sessions_per_week: int) -> int:
    """The most hard sessions a week may hold."""
    if level is Level.BEGINNER:
        return 2 if sessions_per_week >= 4 else 1
    if level is Level.ADVANCED and sessions_per_week >= 6:
        return 3
    return 2


def long_run_share(runs: int) -> float:
    """The largest share of a week one run may take, for a week of `runs` runs (2 or more)."""
    return LONG_RUN_SHARE.get(runs, LONG_RUN_SHARE_FROM_FIVE)


def distance_of(race_km: float) -> Distance:
    """The preparation that fits a race of this length in km."""
    return next((distance for up_to, distance in DISTANCE_UP_TO_KM if race_km <= up_to), "ultra")


def ceiling_km(distance: Distance, level: Level, current_km: float | None) -> float:
    """The largest week in km; what an advanced runner already runs lifts it."""
    ceiling = CEILING_KM[distance][tuple(Level).index(level)]
    if level is Level.ADVANCED and current_km is not None:
        return max(ceiling, CEILING_OVER_CURRENT * current_km)
    return ceiling
