"""The plan as a calendar: valid, complete, and imported twice without doubles."""

import re
from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from typing import Any

import pytest
from icalendar import Calendar

from core.athlete import Goal, Language, Level, Performance, RunnerProfile
from core.exports.calendar import CalendarDay, CalendarIssue, calendar_file, days_of
from core.program.builder import build_program
from core.program.exchange import ProgramData, Session

TODAY = date(2026, 11, 20)
ISSUE = CalendarIssue(
    owner="a1b2",
    version=7,
    changed_at_utc=datetime(2026, 11, 20, 9, 0, tzinfo=UTC),
    time_zone="Europe/Paris",
    language="fr",
)


def twenty_weeks(language: Language = "fr") -> ProgramData:
    profile = RunnerProfile(
        level=Level.INTERMEDIATE,
        goal=Goal.MARATHON,
        sessions_per_week=5,
        target_date=date(2027, 4, 11),
        reference=Performance(10_000, 2700),
        language=language,
    )
    return build_program(profile, TODAY)


def events(content: bytes) -> list[Any]:
    return list(Calendar.from_ical(content).walk("VEVENT"))


@pytest.mark.parametrize("language", ["fr", "en"])
@pytest.mark.parametrize("starts_at", [None, time(18, 30)])
def test_every_session_of_a_long_plan_is_an_event(language: Language, starts_at: time | None) -> None:
    program = twenty_weeks(language)
    assert len(program.weeks) >= 18
    days = days_of(program)
    found = events(calendar_file(days, replace(ISSUE, language=language, starts_at=starts_at)))
    assert len(found) == len(days) > 80
    for day, event in zip(days, found, strict=True):
        start = event["DTSTART"].dt
        assert (start.date() if isinstance(start, datetime) else start) == day.date
        assert str(day.session.session_type) in event["SUMMARY"]
        for line in (day.session.workout_structure or "").splitlines():
            assert line in event["DESCRIPTION"]
        assert str(day.session.why) in event["DESCRIPTION"]


def test_the_race_is_marked() -> None:
    found = [
        event for event in events(calendar_file(days_of(twenty_weeks()), ISSUE)) if "🏁" in event["SUMMARY"]
    ]
    assert [event["DTSTART"].dt for event in found] == [date(2027, 4, 11)]
    assert found[0]["CATEGORIES"].to_ical() == b"Course"


def test_the_file_keeps_the_letter_of_the_standard() -> None:
    content = calendar_file(days_of(twenty_weeks()), replace(ISSUE, starts_at=time(7, 0)))
    assert content.count(b"\n") == content.count(b"\r\n")
    lines = content.decode().split("\r\n")
    assert max(len(line.encode()) for line in lines) <= 75
    unfolded = content.decode().replace("\r\n ", "")
    for name in ("PRODID", "VERSION:2.0", "METHOD:PUBLISH"):
        assert unfolded.count(f"\r\n{name}") == 1
    blocks = re.findall(r"BEGIN:VEVENT.*?END:VEVENT", unfolded, re.DOTALL)
    for block in blocks:
        for name in ("UID", "DTSTAMP", "DTSTART", "SEQUENCE", "SUMMARY"):
            assert len(re.findall(rf"^{name}[:;]", block, re.MULTILINE)) == 1
    assert re.search(r"DTSTART;TZID=Europe/Paris:\d{8}T070000\r\n", unfolded)
    assert unfolded.count("BEGIN:VTIMEZONE") == 1


def test_a_second_import_replaces_and_makes_no_doubles() -> None:
    """What a calendar does: events with the same UID are one, the higher SEQUENCE wins."""
    days = days_of(twenty_weeks())
    changed = days[3].session.model_copy(update={"session_type": "Repos actif"})
    later = (
        *days[:3],
        CalendarDay(days[3].date, changed),
        CalendarDay(days[4].date, days[4].session, True),
        *days[5:],
    )
    kept: dict[str, Any] = {}
    for content in (calendar_file(days, ISSUE), calendar_file(later, replace(ISSUE, version=8))):
        for event in events(content):
            before = kept.get(event["UID"])
            assert before is None or event["SEQUENCE"] > before["SEQUENCE"]
            kept[event["UID"]] = event
    assert len(kept) == len(days)
    assert sum("Repos actif" in event["SUMMARY"] for event in kept.values()) == 1
    assert [e["DTSTART"].dt for e in kept.values() if e["STATUS"] == "CANCELLED"] == [days[4].date]


def test_runners_do_not_share_events_and_two_on_a_day_stay_two() -> None:
    day = days_of(twenty_weeks())[0]
    one = events(calendar_file((day, day), ISSUE))
    other = events(calendar_file((day,), replace(ISSUE, owner="c3d4")))
    assert len({event["UID"] for event in (*one, *other)}) == 3


def test_a_timed_event_lasts_as_long_as_the_run_and_its_strength() -> None:
    day = next(day for day in days_of(twenty_weeks()) if day.session.strength and day.session.duration_min)
    event = events(calendar_file((day,), replace(ISSUE, starts_at=time(18, 0))))[0]
    assert day.session.strength is not None
    wanted = timedelta(minutes=(day.session.duration_min or 0) + day.session.strength.minutes)
    assert event["DURATION"].dt == wanted


def test_the_same_plan_gives_the_same_bytes() -> None:
    days = days_of(twenty_weeks())
    assert calendar_file(days, ISSUE) == calendar_file(days, ISSUE)


@pytest.mark.parametrize(
    ("session", "summary", "description"),
    [
        (
            Session(
                day="Lundi", rest_day=False, kind="strength", session_type="Renforcement", duration_min=20
            ),
            "💪 Renforcement · 20 min",
            "",
        ),
        (
            Session(
                day="Lundi",
                rest_day=False,
                kind="run_walk",
                session_type="Marche et course",
                duration_min=30,
                distance_km=4,
                description="Alterne.",
            ),
            "🏃 Marche et course · 30 min",
            "Alterne.",
        ),
        (
            Session(day="Lundi", rest_day=False, kind="easy", pace_target="6:00/km"),
            "🏃 Séance",
            "6:00/km",
        ),
    ],
)
def test_a_sparse_session_is_told_with_what_it_has(session: Session, summary: str, description: str) -> None:
    event = events(calendar_file((CalendarDay(TODAY, session),), ISSUE))[0]
    assert event["SUMMARY"].replace("\u202f", " ").replace("\u00a0", " ") == summary
    told = event["DESCRIPTION"]
    assert description in told if description else told == ""
