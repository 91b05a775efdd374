"""The plan's calendar, read by another library than the one that writes it."""

from dataclasses import replace
from datetime import UTC, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from ical.calendar import Calendar
from ical.calendar_stream import IcsCalendarStream
from ical.event import EventStatus

from core.athlete import Language
from core.exports.calendar import CalendarDay, CalendarIssue, calendar_file, days_of
from core.notation.units import Units
from tests.core.exports.test_calendar import ISSUE, twenty_weeks

LATER = replace(ISSUE, version=8, changed_at_utc=datetime(2026, 11, 21, 9, 0, tzinfo=UTC))


def read(days: tuple[CalendarDay, ...], issue: CalendarIssue) -> Calendar:
    return IcsCalendarStream.calendar_from_ics(calendar_file(days, issue).decode())


@pytest.mark.parametrize("language", ["fr", "en"])
@pytest.mark.parametrize("units", ["km", "mile"])
def test_whole_days_are_whole_days(language: Language, units: Units) -> None:
    days = days_of(twenty_weeks(language))
    found = read(days, replace(ISSUE, language=language, units=units, live=True))
    assert [event.start for event in found.events] == [day.date for day in days]
    assert all(event.end == event.start + timedelta(days=1) for event in found.events)
    assert len({event.uid for event in found.events}) == len(days) > 80
    told = " ".join(f"{event.summary} {event.description}" for event in found.events)
    assert ("/mi" in told, "/km" in told) == (units == "mile", units == "km")


def test_an_hour_is_the_local_one_in_winter_and_in_summer() -> None:
    days = days_of(twenty_weeks())
    found = read(days, replace(ISSUE, starts_at=time(18, 30)))
    paris = ZoneInfo("Europe/Paris")
    for day, event in zip(days, found.events, strict=True):
        assert isinstance(event.start, datetime)
        assert event.start.astimezone(paris) == datetime.combine(day.date, time(18, 30), paris)
    offsets = {event.start.utcoffset() for event in found.events if isinstance(event.start, datetime)}
    assert offsets == {timedelta(hours=1), timedelta(hours=2)}


def test_importing_twice_makes_no_doubles_and_a_change_is_newer() -> None:
    days = days_of(twenty_weeks())
    cancelled = tuple(replace(day, cancelled=place == 3) for place, day in enumerate(days))
    first, again, later = read(days, ISSUE), read(days, ISSUE), read(cancelled, LATER)
    kept = {event.uid: event for one in (first, again) for event in one.events}
    assert len(kept) == len(days)
    assert [event.uid for event in later.events] == [event.uid for event in first.events]
    sequences = {event.uid: event.sequence or 0 for event in first.events}
    assert all((event.sequence or 0) > sequences[event.uid] for event in later.events)
    gone = [event.start for event in later.events if event.status is EventStatus.CANCELLED]
    assert gone == [days[3].date]
