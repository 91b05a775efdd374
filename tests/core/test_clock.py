"""Local time: one occurrence for each local date in every zone, and what to do about what is late."""

import os
from datetime import UTC, date, datetime, time, timedelta
from itertools import pairwise
from zoneinfo import ZoneInfo, available_timezones

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from core.clock import (
    DAY,
    SPREAD_S,
    Quiet,
    Rhythm,
    Wishes,
    beat,
    instant_on,
    last_instant,
    local_date,
    next_local,
    next_occurrence,
    spread_of,
)

YEAR = 2026
EVERY_TIME = (
    time(0, 0),
    time(0, 10),
    time(1, 30),
    time(2, 30),
    time(7, 0),
    time(12, 0),
    time(23, 30),
    time(23, 59),
)
A_FEW_TIMES = (time(0, 0), time(2, 30), time(23, 30))
WHOLE = bool(os.environ.get("RUNCOACH_SWEEP"))
# Jumps over midnight, of half an hour, of a whole day, and the usual ones.
HARD_ZONES = (
    "Africa/Cairo", "America/Nuuk", "America/Santiago", "America/St_Johns", "Antarctica/Troll", "Asia/Beirut",
    "Asia/Gaza", "Atlantic/Azores", "Australia/Lord_Howe", "Europe/Paris", "Pacific/Apia", "Pacific/Chatham",
)  # fmt: skip
PARIS = "Europe/Paris"
SEVEN = Rhythm(time(7), PARIS)


def dates_of(rhythm: Rhythm, first: date, last: date) -> list[date]:
    """The local dates of every occurrence from one date to another, each from the one before."""
    start = datetime.combine(first, time(), tzinfo=UTC) - timedelta(hours=30)
    found = next_occurrence(rhythm, start)
    dates = []
    while found.date <= last:
        assert local_date(rhythm.zone, found.at_utc) == found.date
        if found.date >= first:
            dates.append(found.date)
        found = next_occurrence(rhythm, found.at_utc)
    return dates


def test_every_zone_has_one_occurrence_a_date_through_a_year() -> None:
    zones = sorted(available_timezones()) if WHOLE else HARD_ZONES
    times = EVERY_TIME if WHOLE else A_FEW_TIMES
    first, last = date(YEAR, 1, 1), date(YEAR, 12, 31)
    every_date = [first + number * DAY for number in range((last - first).days + 1)]
    for zone in zones:
        for at in times:
            assert dates_of(Rhythm(at, zone), first, last) == every_date, (zone, at)


def test_every_zone_at_each_of_its_clock_changes() -> None:
    """In the sample too: all zones, around every date whose noon has another offset than the day before."""
    for zone in sorted(available_timezones()):
        info = ZoneInfo(zone)
        noons = [datetime(YEAR, 1, 1, 12, tzinfo=info) + number * DAY for number in range(365)]
        changes = [b.date() for a, b in pairwise(noons) if a.utcoffset() != b.utcoffset()]
        for change in changes:
            around = [change + number * DAY for number in (-2, -1, 0, 1)]
            for at in EVERY_TIME:
                assert dates_of(Rhythm(at, zone), around[0], around[-1]) == around, (zone, at)


@pytest.mark.parametrize(
    ("zone", "day", "at", "instant"),
    [
        (PARIS, date(2026, 3, 29), time(2, 30), datetime(2026, 3, 29, 1, 30, tzinfo=UTC)),  # skipped: 3 h 30
        (
            PARIS,
            date(2026, 10, 25),
            time(2, 30),
            datetime(2026, 10, 25, 0, 30, tzinfo=UTC),
        ),  # the first of two
        ("America/Nuuk", date(2026, 3, 28), time(23, 30), datetime(2026, 3, 29, 0, 30, tzinfo=UTC)),
        ("Africa/Cairo", date(2026, 4, 24), time(0, 10), datetime(2026, 4, 23, 22, 10, tzinfo=UTC)),
        ("Australia/Lord_Howe", date(2026, 10, 4), time(2, 15), datetime(2026, 10, 3, 15, 45, tzinfo=UTC)),
        ("Pacific/Apia", date(2011, 12, 30), time(7), None),  # a date Samoa never had
    ],
)
def test_instants_at_clock_changes(zone: str, day: date, at: time, instant: datetime | None) -> None:
    assert instant_on(day, at, zone) == instant


def test_next_local_is_after_and_never_the_same() -> None:
    first = next_local(time(7), PARIS, datetime(2026, 11, 20, 6, 0, tzinfo=UTC))
    assert first == datetime(2026, 11, 21, 6, 0, tzinfo=UTC)
    assert next_local(time(7), PARIS, first) == first + DAY


def test_a_week_has_one_of_a_weekly_kind() -> None:
    sunday = next_occurrence(Rhythm(time(18), PARIS, weekday=6), datetime(2026, 11, 20, 12, tzinfo=UTC))
    assert sunday.date == date(2026, 11, 22)
    assert next_occurrence(Rhythm(time(18), PARIS, weekday=6), sunday.at_utc).date == date(2026, 11, 29)


@pytest.mark.parametrize(
    ("local", "sent", "late", "expired"),
    [
        ("2026-11-20 07:00", True, False, 0),
        ("2026-11-20 09:59", True, False, 0),
        ("2026-11-20 10:01", True, True, 0),  # down for more than three hours
        ("2026-11-20 17:59", True, True, 0),
        ("2026-11-20 18:01", False, False, 1),
        ("2026-11-21 00:05", False, False, 1),
        ("2026-11-23 08:00", True, False, 3),  # down for three days: only today is asked
        ("2026-11-23 11:00", True, True, 3),
        ("2026-11-23 06:00", False, False, 3),
        ("2027-05-01 08:00", True, False, 7),  # at most a week is counted
    ],
)
def test_what_is_late_is_sent_once_or_expires(local: str, sent: bool, late: bool, expired: int) -> None:
    now = datetime.fromisoformat(local).replace(tzinfo=ZoneInfo(PARIS)).astimezone(UTC)
    seen = beat(SEVEN, date(2026, 11, 20), now)
    assert (seen.send_for is not None, seen.late, len(seen.expired)) == (sent, late, expired)
    if sent:
        assert seen.send_for == local_date(PARIS, now)
    assert seen.next.at_utc > now
    assert seen.next.date > (seen.send_for or date.min)


def test_just_before_midnight_still_goes_out_after_it() -> None:
    rhythm = Rhythm(time(23, 59), PARIS, spread_s=59)
    now = datetime(2026, 11, 20, 23, 0, 5, tzinfo=UTC)  # 0 h 00 min 05 s in Paris
    assert beat(rhythm, date(2026, 11, 20), now).send_for == date(2026, 11, 20)


def test_quiet_hours_and_a_pause_send_nothing() -> None:
    at_night = datetime(2026, 11, 20, 22, 30, tzinfo=UTC)
    evening = Rhythm(time(20), PARIS, late_until=time(23, 59))
    assert beat(evening, date(2026, 11, 20), at_night).send_for is None
    awake = Wishes(Quiet(time(0), time(0)))
    assert beat(evening, date(2026, 11, 20), at_night, awake).send_for == date(2026, 11, 20)
    paused = Wishes(paused_until=date(2026, 11, 22))
    seen = beat(SEVEN, date(2026, 11, 20), datetime(2026, 11, 20, 6, tzinfo=UTC), paused)
    assert (seen.send_for, seen.expired, seen.next.date) == (None, (), date(2026, 11, 23))


@pytest.mark.parametrize(
    ("at", "quiet"), [(time(23), True), (time(5, 59), True), (time(6), False), (time(21), False)]
)
def test_quiet_hours_go_over_midnight(at: time, quiet: bool) -> None:
    assert Quiet().holds(at) is quiet


def test_travel_west_repeats_no_date_and_travel_east_skips_one() -> None:
    """Asked in Tokyo at seven, the runner is in Los Angeles before seven of the same date."""
    asked = date(2026, 11, 20)
    landed = datetime(2026, 11, 20, 13, 0, tzinfo=UTC)  # 5 h in Los Angeles
    west = next_occurrence(Rhythm(time(7), "America/Los_Angeles"), landed, asked)
    assert west.date == date(2026, 11, 21)
    left = datetime(2026, 11, 20, 18, 0, tzinfo=UTC)  # already the 21st, 3 h, in Tokyo
    east = next_occurrence(Rhythm(time(2), "Asia/Tokyo"), left, asked)
    assert east.date == date(2026, 11, 22)


@settings(max_examples=200, deadline=None)
@given(
    zone=st.sampled_from(sorted(available_timezones())),
    at=st.times(),
    start_s=st.integers(1_577_836_800, 2_051_222_400),  # 2020 to 2034
    looks=st.lists(st.integers(1, 60 * 60 * 30), min_size=1, max_size=25),
)
def test_however_rarely_one_looks_no_date_is_sent_twice(
    zone: str, at: time, start_s: int, looks: list[int]
) -> None:
    rhythm = Rhythm(at, zone)
    now = datetime.fromtimestamp(start_s, UTC)
    due = next_occurrence(rhythm, now)
    sent: list[date] = []
    for pause_s in looks:
        now += timedelta(seconds=pause_s)
        if due.at_utc > now:
            continue
        seen = beat(rhythm, due.date, now)
        handled = [*seen.expired, *([seen.send_for] if seen.send_for else [])]
        assert handled == sorted(set(handled))
        assert not set(handled) & set(sent)
        sent += handled
        due = seen.next


def test_the_spread_stays_within_the_minute_and_with_the_runner() -> None:
    delays = [spread_of(runner_id) for runner_id in range(6000)]
    assert delays == [spread_of(runner_id) for runner_id in range(6000)]
    assert set(delays) == set(range(SPREAD_S))


def test_a_week_whose_day_a_zone_skipped_is_passed_over() -> None:
    fridays = Rhythm(time(7, 0), "Pacific/Apia", weekday=4)
    found = next_occurrence(fridays, datetime(2011, 12, 24, tzinfo=UTC))  # 30 December was left out there
    assert found.date == date(2012, 1, 6)


@pytest.mark.parametrize(
    ("rhythm", "local"),
    [
        (SEVEN, "2026-11-23T18:00"),
        (Rhythm(time(16, 30), PARIS), "2026-11-23T19:30"),  # three hours, past the usual last hour
        (Rhythm(time(19, 30), PARIS, late_until=time(22)), "2026-11-23T22:00"),
        (Rhythm(time(21, 0), PARIS), "2026-11-23T22:00"),  # the quiet hours end it
        (Rhythm(time(23, 55), PARIS), "2026-11-24T00:05"),  # a moment after it was due, whatever the hour
        (Rhythm(time(7), "America/Los_Angeles"), "2026-11-23T18:00"),
    ],
)
def test_the_last_instant_is_where_the_clock_would_let_go(rhythm: Rhythm, local: str) -> None:
    day = date(2026, 11, 23)
    last = last_instant(rhythm, day)
    assert last is not None
    assert last == datetime.fromisoformat(local).replace(tzinfo=ZoneInfo(rhythm.zone))
    second = timedelta(seconds=1)
    assert beat(rhythm, day, last - second).send_for == day
    assert beat(rhythm, day, last + second).send_for is None
    assert last_instant(Rhythm(time(7), PARIS, weekday=6), day) is None


@pytest.mark.parametrize(("always", "sent"), [(False, True), (True, False)])
def test_quiet_hours_keep_back_what_is_in_time_only_where_wished(always: bool, sent: bool) -> None:
    rhythm = Rhythm(time(21, 30), PARIS, late_until=time(23))
    due = date(2026, 11, 20)
    now = datetime(2026, 11, 20, 20, 31, tzinfo=UTC)
    seen = beat(rhythm, due, now, Wishes(Quiet(time(21), time(7)), always_quiet=always))
    assert (seen.send_for == due) is sent
    assert seen.expired == (() if sent else (due,))
    assert seen.next.date == date(2026, 11, 21)
