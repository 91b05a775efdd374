"""What runners type, read in French and in English; what cannot be read is a Failure with its sentence."""

from core.notation.dates import parse_date
from core.notation.distances import exact_race_distance_m, parse_distance
from core.notation.durations import Duration, parse_duration
from core.notation.numbers import parse_count, parse_number
from core.notation.paces import first_pace, parse_pace, replace_paces
from core.notation.performances import parse_performance
from core.notation.weekdays import parse_weekdays, weekday_name, weekday_of
from core.notation.words import plain

__all__ = [
    "Duration",
    "exact_race_distance_m",
    "first_pace",
    "parse_count",
    "parse_date",
    "parse_distance",
    "parse_duration",
    "parse_number",
    "parse_pace",
    "parse_performance",
    "parse_weekdays",
    "plain",
    "replace_paces",
    "weekday_name",
    "weekday_of",
]
