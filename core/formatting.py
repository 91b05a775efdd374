"""How paces, durations and distances are written for a runner."""

from datetime import date

from babel.dates import format_date

from core.athlete import Language

NARROW_SPACE = "\u202f"
METRES_PER_KM = 1000


def clock(seconds: float) -> str:
    """`m:ss`, or `h:mm:ss` from one hour on; rounds to the second."""
    minutes, rest = divmod(round(seconds), 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours}:{minutes:02d}:{rest:02d}" if hours else f"{minutes}:{rest:02d}"


def format_pace(s_per_km: float) -> str:
    """A pace as `5:30/km`; the exchange format writes it so in every language."""
    minutes, seconds = divmod(round(s_per_km), 60)
    return f"{minutes}:{seconds:02d}/km"


def format_pace_range(min_s_per_km: float, max_s_per_km: float) -> str:
    """A range as `5:30-6:00/km`, fast end first; one pace when both ends round to the same second."""
    fast, slow = format_pace(min_s_per_km), format_pace(max_s_per_km)
    return fast if fast == slow else f"{fast.removesuffix('/km')}-{slow}"


def format_duration(seconds: float, language: Language) -> str:
    """A race time: `45:30`, then from an hour on `1 h 42` (`1 h 42 min 05 s`) or in English `1:42:00`."""
    if language == "en" or round(seconds) < 3600:
        return clock(seconds)
    hours, rest = divmod(round(seconds), 3600)
    minutes, seconds_left = divmod(rest, 60)
    text = f"{hours}{NARROW_SPACE}h{NARROW_SPACE}{minutes:02d}"
    return (
        text + f"{NARROW_SPACE}min{NARROW_SPACE}{seconds_left:02d}{NARROW_SPACE}s" if seconds_left else text
    )


def format_minutes(minutes: float, language: Language) -> str:
    """The length of a session: `45 min`, `1 h 30` in French, `1 h 30 min` in English."""
    whole = round(minutes)
    if whole < 60:
        return f"{whole}{NARROW_SPACE}min"
    hours, rest = divmod(whole, 60)
    text = f"{hours}{NARROW_SPACE}h"
    if not rest:
        return text
    text += f"{NARROW_SPACE}{rest:02d}"
    return text if language == "fr" else f"{text}{NARROW_SPACE}min"


def format_number(value: float, language: Language, decimals: int = 1) -> str:
    """`12,5` in French, `12.5` in English; no trailing zeros."""
    text = f"{value:.{decimals}f}"
    if "." in text:
        text = text.rstrip("0").rstrip(".")
    text = "0" if text == "-0" else text
    return text.replace(".", ",") if language == "fr" else text


def format_distance(km: float, language: Language) -> str:
    """`12,5 km` or `12.5 km`, to the hundred metres; under one kilometre `800 m`."""
    metres = round(km * METRES_PER_KM)
    if abs(metres) < METRES_PER_KM:
        return f"{metres}{NARROW_SPACE}m"
    return f"{format_number(km, language)}{NARROW_SPACE}km"


def format_day(day: date, language: Language) -> str:
    """`11 avril 2027`, `1er mai 2027`, `11 April 2027`."""
    written = format_date(day, "d MMMM y", locale=language)
    return f"1er{written[1:]}" if language == "fr" and day.day == 1 else written
