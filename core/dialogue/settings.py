"""Changes to a plan's settings: which fields there are, their choices, and what a typed answer means."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Any

from pydantic import BaseModel, ConfigDict, ValidationError

from core.athlete import Performance, RunnerProfile
from core.dialogue import reading
from core.dialogue.questions import SESSIONS_PER_WEEK, VOLUMES_KM, Choice, Rows, volume_choices
from core.failure import Failure
from core.notation.weekdays import parse_weekdays

STATE_VERSION = 1
WEEKDAYS = range(7)
LONGEST_RUNS_KM: Mapping[str, float] = {"5": 5.0, "8": 8.0, "10": 10.0, "12": 12.0, "15": 15.0, "20": 20.0}
LONGEST_RUN_AT_MOST_KM = 100.0
ANY = "any"
NO_REFERENCE = "none"


class Field(StrEnum):
    SESSIONS = "sessions"
    DAYS = "days"
    LONG_RUN_DAY = "long-run-day"
    VOLUME = "volume"
    LONGEST_RUN = "longest-run"
    REFERENCE = "reference"


@dataclass(frozen=True, slots=True)
class PlanSettings:
    """The profile as it would be, and the field whose answer may be typed now."""

    profile: RunnerProfile
    open_field: Field | None = None


class _Stored(BaseModel):
    model_config = ConfigDict(extra="forbid")
    version: int
    settings: PlanSettings


def settings_to_json(settings: PlanSettings) -> dict[str, Any]:
    return _Stored(version=STATE_VERSION, settings=settings).model_dump(mode="json")


def settings_from_json(stored: object) -> PlanSettings | None:
    """The settings that were stored, or None when this version cannot read them."""
    try:
        read = _Stored.model_validate(stored)
    except ValidationError:
        return None
    return read.settings if read.version == STATE_VERSION else None


def choices(field: Field, profile: RunnerProfile) -> Rows:
    """The buttons of a field, in rows."""
    return _CHOICES[field](profile)


def choose(field: Field, value: str, profile: RunnerProfile) -> RunnerProfile | None:
    """The profile after a button, or None when there is no such button."""
    if value not in {choice.value for row in choices(field, profile) for choice in row}:
        return None
    return _CHOOSERS[field](profile, value)


def answer(field: Field, text: str, profile: RunnerProfile) -> RunnerProfile | Failure | None:
    """The profile after a typed answer; a failure says why it is impossible, None that it cannot be read."""
    return _READERS[field](profile, text)


def days_missing(profile: RunnerProfile) -> int:
    """How many days more the sessions need than the days chosen; 0 when none are chosen."""
    chosen = len(profile.available_days)
    return max(profile.sessions_per_week - chosen, 0) if chosen else 0


def with_days_that_fit(profile: RunnerProfile) -> RunnerProfile:
    """The same profile, free to use any day where the days chosen are too few or leave the long run out."""
    if days_missing(profile):
        profile = replace(profile, available_days=())
    if profile.available_days and profile.long_run_day not in (None, *profile.available_days):
        profile = replace(profile, long_run_day=None)
    return profile


def _session_choices(profile: RunnerProfile) -> Rows:
    row = [Choice(str(n), "settings-count", {"count": n}) for n in SESSIONS_PER_WEEK]
    return tuple(row[:3]), tuple(row[3:])


def _day_choices(profile: RunnerProfile) -> Rows:
    """A tap says the state it wants, so that the same tap twice changes nothing."""
    row = [
        Choice(f"no-{day}", "settings-day-chosen", {"day": day})
        if day in profile.available_days
        else Choice(f"yes-{day}", "settings-day", {"day": day})
        for day in WEEKDAYS
    ]
    return tuple(row[:4]), tuple(row[4:]), (Choice(ANY, "settings-any-day"),)


def _long_run_choices(profile: RunnerProfile) -> Rows:
    days = profile.available_days or tuple(WEEKDAYS)
    row = [Choice(str(day), "settings-day", {"day": day}) for day in days]
    return tuple(row[:4]), tuple(row[4:]), (Choice(ANY, "settings-any-day"),)


def _longest_choices(profile: RunnerProfile) -> Rows:
    row = [Choice(value, "settings-km", {"km": km}) for value, km in LONGEST_RUNS_KM.items()]
    return tuple(row[:3]), tuple(row[3:])


def _reference_choices(profile: RunnerProfile) -> Rows:
    return ((Choice(NO_REFERENCE, "settings-no-reference"),),)


def _choose_day(profile: RunnerProfile, value: str) -> RunnerProfile:
    if value == ANY:
        return replace(profile, available_days=())
    wanted, _, day = value.partition("-")
    others = set(profile.available_days) - {int(day)}
    return replace(profile, available_days=tuple(sorted(others | ({int(day)} if wanted == "yes" else set()))))


def _read_sessions(profile: RunnerProfile, text: str) -> RunnerProfile | None:
    count = reading.sessions_per_week(text)
    return None if count is None else replace(profile, sessions_per_week=count)


def _read_days(profile: RunnerProfile, text: str) -> RunnerProfile | None:
    days = parse_weekdays(text)
    return None if isinstance(days, Failure) else replace(profile, available_days=days)


def _read_long_run_day(profile: RunnerProfile, text: str) -> RunnerProfile | None:
    days = parse_weekdays(text)
    if isinstance(days, Failure) or len(days) != 1:
        return None
    return replace(profile, long_run_day=days[0])


def _read_volume(profile: RunnerProfile, text: str) -> RunnerProfile | None:
    km = reading.km_per_week(text)
    return None if km is None else replace(profile, current_km_per_week=km)


def _read_longest(profile: RunnerProfile, text: str) -> RunnerProfile | None:
    km = reading.km_per_week(text)
    possible = km is not None and 0 < km <= LONGEST_RUN_AT_MOST_KM
    return replace(profile, longest_run_km=km) if possible else None


def _read_reference(profile: RunnerProfile, text: str) -> RunnerProfile | Failure | None:
    """A time with its distance: `45:30 sur 10`, `half 1h45`."""
    said = reading.performance(text, None)
    if isinstance(said, Performance):
        return replace(profile, reference=said)
    return said if isinstance(said, Failure) else None


_CHOICES: Mapping[Field, Callable[[RunnerProfile], Rows]] = {
    Field.SESSIONS: _session_choices,
    Field.DAYS: _day_choices,
    Field.LONG_RUN_DAY: _long_run_choices,
    Field.VOLUME: lambda _profile: volume_choices(),
    Field.LONGEST_RUN: _longest_choices,
    Field.REFERENCE: _reference_choices,
}
_CHOOSERS: Mapping[Field, Callable[[RunnerProfile, str], RunnerProfile]] = {
    Field.SESSIONS: lambda profile, value: replace(profile, sessions_per_week=int(value)),
    Field.DAYS: _choose_day,
    Field.LONG_RUN_DAY: lambda profile, value: replace(
        profile, long_run_day=None if value == ANY else int(value)
    ),
    Field.VOLUME: lambda profile, value: replace(profile, current_km_per_week=VOLUMES_KM[value]),
    Field.LONGEST_RUN: lambda profile, value: replace(profile, longest_run_km=LONGEST_RUNS_KM[value]),
    Field.REFERENCE: lambda profile, _value: replace(profile, reference=None),
}
_READERS: Mapping[Field, Callable[[RunnerProfile, str], RunnerProfile | Failure | None]] = {
    Field.SESSIONS: _read_sessions,
    Field.DAYS: _read_days,
    Field.LONG_RUN_DAY: _read_long_run_day,
    Field.VOLUME: _read_volume,
    Field.LONGEST_RUN: _read_longest,
    Field.REFERENCE: _read_reference,
}
