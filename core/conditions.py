"""What heat, altitude and slope do to a pace."""

import math

# Stull 2011: wet-bulb temperature from air temperature and relative humidity.
STULL = (0.151977, 8.313659, 1.676331, 0.00391838, 0.023101, 4.686035)
# Wet-bulb globe temperature is 0.7 wet bulb + 0.2 globe + 0.1 air; in ordinary sun the globe reads about 7
# degrees above the air, which puts 17.5 degrees of dry air at a WBGT of 15, the upper end of the best range.
WET_BULB_SHARE, GLOBE_SHARE, GLOBE_ABOVE_AIR_C = 0.7, 0.2, 7.0
DEFAULT_HUMIDITY_PERCENT = 60.0
BEST_WBGT_C = 15.0
"""Upper end of the range in which 1258 races were fastest (7.5 to 15)."""
HOT_FROM_C = 22.0
"""Usual race temperature from which a plan prepares for heat: some five degrees past the best range."""
HEAT_LOSS_PER_C, HEAT_LOSS_PER_C_ELITE = 0.006, 0.004
SHORT_RACE_MIN, LONG_RACE_MIN, SHORT_RACE_SHARE = 30.0, 120.0, 0.5

# VO2max falls 6.3 % per 1000 m (Wehrlin 2006), from 300 m up.
ALTITUDE_FREE_KM, ALTITUDE_LOSS_PER_KM = 0.3, 0.063
HIGHEST_ROAD_M = 6000.0

# Minetti 2002: energy cost of running in J/kg/m by slope, for slopes of at most 45 %.
MINETTI = (155.4, -30.4, -43.3, 46.3, 19.5, 3.6)
STEEPEST = 0.45
FASTEST_DOWNHILL = 0.85
"""Legs brake before lungs do: no descent counts as cheaper, though Minetti measured 0.5 at -20 %."""
CLIMB_M_PER_EFFORT_KM = 100.0


def wet_bulb_c(temperature_c: float, humidity_percent: float) -> float:
    """Wet-bulb temperature in degrees, for -20 to 50 degrees and 5 to 99 % (held to that range)."""
    a, b, c, d, e, f = STULL
    humidity = min(max(humidity_percent, 5.0), 99.0)
    return (
        temperature_c * math.atan(a * math.sqrt(humidity + b))
        + math.atan(temperature_c + humidity)
        - math.atan(humidity - c)
        + d * math.pow(humidity, 1.5) * math.atan(e * humidity)
        - f
    )


def wbgt_c(temperature_c: float, humidity_percent: float | None = None) -> float:
    """Wet-bulb globe temperature in ordinary sun; humidity 60 % when unknown."""
    humidity = DEFAULT_HUMIDITY_PERCENT if humidity_percent is None else humidity_percent
    wet = WET_BULB_SHARE * wet_bulb_c(temperature_c, humidity)
    return wet + (1 - WET_BULB_SHARE) * temperature_c + GLOBE_SHARE * GLOBE_ABOVE_AIR_C


def heat_slowdown(
    temperature_c: float,
    humidity_percent: float | None = None,
    *,
    duration_min: float = LONG_RACE_MIN,
    elite: bool = False,
) -> float:
    """The factor (1 or more) by which heat lengthens a race: 0.6 % per degree of WBGT over 15 (elite 0.4 %).

    Half of that for efforts up to 30 min, all of it from 2 h.
    """
    degrees = max(wbgt_c(temperature_c, humidity_percent) - BEST_WBGT_C, 0.0)
    along = min(max((duration_min - SHORT_RACE_MIN) / (LONG_RACE_MIN - SHORT_RACE_MIN), 0.0), 1.0)
    exposure = SHORT_RACE_SHARE + (1 - SHORT_RACE_SHARE) * along
    return 1 + degrees * (HEAT_LOSS_PER_C_ELITE if elite else HEAT_LOSS_PER_C) * exposure


def altitude_multiplier(altitude_m: float) -> float:
    """What remains of a VDOT at an altitude, for a runner who is not acclimatised: 1 up to 300 m."""
    km = min(altitude_m, HIGHEST_ROAD_M) / 1000
    return 1 - ALTITUDE_LOSS_PER_KM * max(km - ALTITUDE_FREE_KM, 0.0)


def grade_factor(grade: float) -> float:
    """How much longer a kilometre of slope takes than a flat one at the same effort; `grade` 0.1 is 10 % up.

    Slopes are held to 45 %; no descent counts as faster than 0.85.
    """
    slope = min(max(grade, -STEEPEST), STEEPEST)
    return max(_minetti_cost(slope) / _minetti_cost(0.0), FASTEST_DOWNHILL)


def km_effort(distance_km: float, climb_m: float) -> float:
    """The size of a course in km-effort (ITRA): one more for every 100 m climbed. Not a pace model."""
    return distance_km + climb_m / CLIMB_M_PER_EFFORT_KM


def _minetti_cost(slope: float) -> float:
    cost = 0.0
    for coefficient in MINETTI:
        cost = cost * slope + coefficient
    return cost
