"""What runners write after a run: read in both languages, refused with a sentence, never a crash."""

import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.failure import Failure
from core.run_logging import (
    OpenSession,
    can_be_told,
    day_meant,
    kind_outside_plan,
    missed_in_a_row,
    outcome_of,
    proposes_to_repeat,
    session_meant,
    shorter_km,
)
from core.run_reports import MOST_KM, MOST_MIN, RunReport, is_sure, read_distance, read_report

TODAY = datetime.date(2026, 11, 24)
YESTERDAY = datetime.date(2026, 11, 23)

READ = [
    ("12 km 1h05 RPE 6", RunReport(None, 12, 65, 6)),
    ("fait 8 km facile", RunReport("done", 8, None, 3)),
    ("j'ai couru 45 min", RunReport("done", None, 45)),
    ("done, 10k in 52:00, hard", RunReport("done", 10, 52, 7)),
    ("sauté", RunReport("skipped")),
    ("pas couru", RunReport("skipped")),
    ("I didn't run today", RunReport("skipped")),
    ("raccourci 5 km", RunReport("shortened", 5)),
    ("cut it short, 3 miles", RunReport("shortened", 4.828032)),
    ("déplacé", RunReport("moved")),
    ("hier 8 km 45'", RunReport(None, 8, 45, None, yesterday=True)),
    ("yesterday ran 8 km", RunReport("done", 8, None, None, yesterday=True)),
    ("20 km 1:45", RunReport(None, 20, 105)),
    ("8 km 45:30", RunReport(None, 8, 45.5)),
    ("couru 1:05", RunReport("done", None, 65)),
    ("8 km à 5:30/km", RunReport(None, 8, 44)),
    ("j’ai fait 12,5 km en 1 h 10, c’était dur", RunReport("done", 12.5, 70, 7)),
    ("fait, effort 5/10", RunReport("done", None, None, 5)),
    ("8km effort 5 sur 10", RunReport(None, 8, None, 5)),
    ("semi en 1h42", RunReport(None, 21.0975, 102)),
    ("ran 10k, all-out", RunReport("done", 10, None, 10)),
    ("fait huit km", RunReport("done", 8)),
]


@pytest.mark.parametrize(("text", "report"), READ, ids=[text for text, _ in READ])
def test_a_line_is_read(text: str, report: RunReport) -> None:
    assert read_report(text) == report


REFUSED = [
    ("couru 1e9 km", "report-figure"),
    ("1e9 km", "report-figure"),
    ("-5 km", "report-figure"),
    ("run 1,000,000 km", "report-figure"),
    ("couru 9999999999 km", "report-figure"),
    ("couru 0 km", "report-figure"),
    ("fait 201 km", "report-distance"),
    ("ran 25 hours", "report-duration"),
    ("10 km en 10 min", "report-pace"),
    ("2 km en 3 h", "report-pace"),
    ("fait effort 11", "report-effort"),
    ("fait effort 0", "report-effort"),
    ("8 km RPE -3", "report-effort"),
]


@pytest.mark.parametrize(("text", "key"), REFUSED, ids=[text for text, _ in REFUSED])
def test_impossible_figures_have_their_sentence(text: str, key: str) -> None:
    failure = read_report(text)
    assert isinstance(failure, Failure)
    assert failure.key == key
    assert failure.text("fr") != failure.text("en")


@pytest.mark.parametrize(
    "text", ["il pleut sur Nantes", "mal dormi mais ça va", "bonjour", "", "-5", "x" * 5000]
)
def test_other_words_tell_of_no_run(text: str) -> None:
    assert read_report(text) is None


@pytest.mark.parametrize(
    ("text", "sure"),
    [("12 km 1h05", True), ("sauté", True), ("fait 8 km", True), ("10 km", False), ("fait", False)],
)
def test_a_line_nobody_asked_for_is_taken_only_when_sure(text: str, sure: bool) -> None:
    report = read_report(text)
    assert (isinstance(report, RunReport) and is_sure(report)) == sure


@given(st.text(max_size=120))
def test_no_text_breaks_the_reader_or_passes_its_bounds(text: str) -> None:
    report = read_report(text)
    if isinstance(report, RunReport):
        assert report.distance_km is None or 0 < report.distance_km <= MOST_KM
        assert report.duration_min is None or 0 < report.duration_min <= MOST_MIN
        assert report.rpe is None or 1 <= report.rpe <= 10


@given(
    st.integers(1, 1990).map(lambda tenth: tenth / 10),
    st.integers(4, 15),
    st.integers(1, 10),
    st.sampled_from(
        [
            "{km} km {min} min RPE {rpe}",
            "ran {km} km in {min} min effort {rpe}",
            "{min} min {km} km {rpe}/10",
        ]
    ),
)
def test_what_is_written_is_what_is_read(km: float, pace: int, rpe: int, pattern: str) -> None:
    minutes = max(1, round(km * pace))
    report = read_report(pattern.format(km=f"{km:g}", min=minutes, rpe=rpe))
    if minutes <= MOST_MIN and 2.4 <= minutes / km <= 20:
        assert isinstance(report, RunReport)
        assert report.distance_km == pytest.approx(km)
        assert (report.duration_min, report.rpe) == (minutes, rpe)
    else:
        assert isinstance(report, Failure)


@pytest.mark.parametrize(
    ("text", "km"), [("8", 8), ("7,5", 7.5), ("huit", 8), ("5 miles", 8.04672), ("8 km", 8), ("200", 200)]
)
def test_kilometres_alone_are_read(text: str, km: float) -> None:
    assert read_distance(text) == pytest.approx(km)


@pytest.mark.parametrize("text", ["1e9", "-3", "0", "250", "bof", "", "3 ou 4"])
def test_no_kilometres_are_refused(text: str) -> None:
    assert isinstance(read_distance(text), Failure)


def test_a_report_belongs_to_the_open_session_of_its_day() -> None:
    today, yesterday = OpenSession(1, TODAY, is_open=True), OpenSession(2, YESTERDAY, is_open=True)
    told = OpenSession(3, TODAY, is_open=False)
    run, before = RunReport(distance_km=8), RunReport(distance_km=8, yesterday=True)
    assert session_meant(run, TODAY, [yesterday, today]) == today
    assert session_meant(before, TODAY, [yesterday, today]) == yesterday
    assert session_meant(run, TODAY, [yesterday, told]) is None


def test_sessions_are_told_of_from_their_day_for_a_week() -> None:
    days = [TODAY + datetime.timedelta(days=shift) for shift in (1, 0, -7, -8)]
    assert [can_be_told(day, TODAY) for day in days] == [False, True, True, False]


@pytest.mark.parametrize(
    ("km", "outcome"), [(10.0, "done"), (8.0, "done"), (7.9, "shortened"), (14.0, "done"), (None, "done")]
)
def test_a_session_is_shortened_under_four_fifths(km: float | None, outcome: str) -> None:
    assert outcome_of(RunReport("done", km), 10.0) == outcome


def test_a_run_outside_the_plan_has_the_kind_of_its_words_or_effort() -> None:
    assert kind_outside_plan("8 km fractionné", None) == "interval"
    assert kind_outside_plan("8 km", 8) == "interval"
    assert kind_outside_plan("8 km", 4) == "easy"


@given(st.floats(0.5, 60))
def test_shorter_distances_are_shorter(planned_km: float) -> None:
    offered = shorter_km(planned_km)
    assert list(offered) == sorted(set(offered), reverse=True)
    assert all(0 < km < planned_km for km in offered)


@given(st.lists(st.sampled_from(["done", "skipped", None])))
def test_every_third_missed_session_in_a_row_proposes_the_week_again(outcomes: list[str | None]) -> None:
    missed = missed_in_a_row(outcomes)  # type: ignore[arg-type]  # Hypothesis knows only strings
    assert missed <= len(outcomes)
    assert all(outcome == "skipped" for outcome in outcomes[len(outcomes) - missed :])
    assert proposes_to_repeat(outcomes) == (missed in {3 * n for n in range(1, 100)})  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("report", "planned_km", "outcome", "has_figures"),
    [
        (RunReport("skipped"), 10.0, "skipped", False),
        (RunReport("moved"), None, "moved", False),
        (RunReport("shortened", 10), 10.0, "shortened", True),
        (RunReport(None, 10), 10.0, "done", True),
        (RunReport(None, None, 40), 10.0, "done", True),
        (RunReport("done", 3), 10.0, "shortened", True),
        (RunReport("done", 3), None, "done", True),
    ],
)
def test_what_became_of_a_session(
    report: RunReport, planned_km: float | None, outcome: str, *, has_figures: bool
) -> None:
    assert outcome_of(report, planned_km) == outcome
    assert report.has_figures is has_figures


def test_a_report_speaks_of_today_or_yesterday() -> None:
    assert day_meant(RunReport("done"), TODAY) == TODAY
    assert day_meant(RunReport("done", yesterday=True), TODAY) == YESTERDAY
