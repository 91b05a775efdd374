"""Distances and paces in the runner's unit: kilometres, or miles."""

from typing import Literal

from core.athlete import Language
from core.formatting import NARROW_SPACE, format_distance, format_number, format_pace_range
from core.notation.distances import MILE_M
from core.notation.paces import KM_PER_MILE, PACE_IN_TEXT, first_pace
from core.paces import Range

Units = Literal["km", "mile"]
MILE_PACE_SIGN = "/mi"
SHORT_KM = 1.5
"""Repetitions up to here are run on a track or by feel and stay in metres; nobody measures 0.25 mile."""


def pace_per_mile(s_per_km: float) -> float:
    """Seconds per mile of a pace in seconds per km."""
    return s_per_km * KM_PER_MILE


def format_pace_in(pace: Range, units: Units) -> str:
    """`5:30-6:00/km`, or `8:51-9:39/mi`."""
    if units == "km":
        return format_pace_range(pace.min_s_per_km, pace.max_s_per_km)
    ends = pace_per_mile(pace.min_s_per_km), pace_per_mile(pace.max_s_per_km)
    return format_pace_range(*ends).removesuffix("/km") + MILE_PACE_SIGN


def format_distance_in(km: float, units: Units, language: Language) -> str:
    """`12,5 km`, or `7,8 mi` (English `7.8 mi`); lengths up to 1.5 km stay metric."""
    if units == "km" or km <= SHORT_KM:
        return format_distance(km, language)
    return f"{format_number(km * 1000 / MILE_M, language)}{NARROW_SPACE}mi"


def paces_in(text: str, units: Units) -> str:
    """The text with each of its paces in the runner's unit; distances stay as they are."""
    if units == "km":
        return text

    def rewrite(written: str) -> str:
        pace = first_pace(written)
        return written if pace is None else format_pace_in(pace, units)

    return PACE_IN_TEXT.sub(lambda found: rewrite(found[0]), text)


def speed_km_per_h(s_per_km: float) -> float:
    """The speed of a pace above zero, in km/h."""
    return 3600 / s_per_km


def format_speed_in(km_per_h: float, units: Units, language: Language) -> str:
    """`10,4 km/h`, or `6,5 mph`: to the tenth a treadmill can be set to."""
    value, sign = (km_per_h, "km/h") if units == "km" else (km_per_h * 1000 / MILE_M, "mph")
    return f"{format_number(value, language)}{NARROW_SPACE}{sign}"
