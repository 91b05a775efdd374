"""The week in figures, praise that is true, and the risk of past weeks."""

import datetime
from dataclasses import dataclass

import pytest

from core.program.exchange import Session, Week
from core.risk import CheckinEntry, RiskRequest, injury_risk
from core.risk_history import risk_history
from core.run_reports import Outcome
from core.training_log import LoggedSession
from core.week_review import WeekFacts, review

MONDAY = datetime.date(2026, 11, 23)


@dataclass(frozen=True)
class Told:
    day: int
    session_id: int | None = None
    distance_km: float | None = 5.0
    outcome: Outcome = "done"
    kind: str = "easy"
    rpe: int | None = None
    duration_min: float | None = None

    @property
    def date(self) -> datetime.date:
        return MONDAY + datetime.timedelta(days=self.day)


def session(day: int, kind: str = "easy", km: float = 5.0) -> Session:
    return Session(
        day="x", rest_day=False, kind=kind, distance_km=km, date=MONDAY + datetime.timedelta(days=day)
    )


PLANNED = {1: session(1, "interval", 6), 2: session(3), 3: session(6, "long", 10)}


def praise_of(*told: Told, earlier: tuple[Told, ...] = (), tired: tuple[int, ...] = ()) -> str | None:
    feelings = {MONDAY + datetime.timedelta(days=day): 2 for day in tired}
    found = review(WeekFacts(PLANNED, told, earlier, feelings)).praise
    return found.name if found else None


@pytest.mark.parametrize(
    ("told", "name"),
    [
        ((Told(1, 1), Told(3, 2), Told(6, 3)), "all-done"),
        ((Told(1, None, 4, rpe=3), Told(3, 2, rpe=4)), "easy"),
        ((Told(6, 3, 10, kind="long"),), "long"),
        ((Told(1, 1, 6, kind="interval"),), "hard"),
        ((Told(3, 2),), "ran"),
        ((), None),
        ((Told(3, 2, None, "skipped"),), None),
        ((Told(1, None, 4, rpe=6), Told(3, 2, rpe=4)), "ran"),
    ],
)
def test_the_praise_fits_what_was_done(told: tuple[Told, ...], name: str | None) -> None:
    assert praise_of(*told) == name


def test_the_longest_run_of_a_month_is_told_only_against_earlier_runs() -> None:
    assert praise_of(Told(3, 2, 12), earlier=(Told(-7, None, 11),)) == "longest"
    assert praise_of(Told(3, 2, 12), earlier=(Told(-7, None, 13),)) == "ran"
    assert praise_of(Told(3, 2, 12), earlier=(Told(-7, None, 10.5),)) == "ran", "a spike is no feat"
    assert praise_of(Told(3, 2, 12)) == "ran"


def test_rest_on_a_tired_day_deserves_praise_and_running_through_it_does_not() -> None:
    assert praise_of(Told(3, 2, None, "skipped"), tired=(3,)) == "rested"
    assert praise_of(Told(3, 2), tired=(3,)) == "ran"
    assert praise_of(tired=(0, 2, 4, 5, 0)) is None


def test_the_week_in_figures() -> None:
    told = (
        Told(1, 1, 6),
        Told(2, None, None, duration_min=65),
        Told(3, 2, None, "skipped"),
        Told(4, 3, 4, "shortened"),
    )
    found = review(WeekFacts(PLANNED, told))
    assert (found.planned_km, found.done_km) == (21.0, 20.0)
    assert (found.planned_sessions, found.done_sessions, found.extra_runs) == (3, 2, 1)


def weeks(*km: float) -> tuple[Week, ...]:
    return tuple(
        Week(
            week_number=number,
            focus="",
            notes="",
            total_volume_km=volume,
            sessions=(session(1 + 7 * (number - 1), "easy", volume),),
        )
        for number, volume in enumerate(km, start=1)
    )


def test_past_weeks_are_scored_as_they_stood_on_their_sunday() -> None:
    today = MONDAY + datetime.timedelta(days=23)
    request = RiskRequest(
        weeks=weeks(10, 10, 15, 15),
        start_date=MONDAY,
        today=today,
        checkins=(CheckinEntry(date=MONDAY + datetime.timedelta(days=16), feeling=3),),
        logged=(LoggedSession(date=MONDAY, kind="easy", distance_km=3),),
    )
    history = risk_history(request)
    assert [week.monday for week in history] == [MONDAY + datetime.timedelta(weeks=n) for n in range(4)]
    assert history[-1].score == injury_risk(request).score
    third = request.model_copy(update={"today": MONDAY + datetime.timedelta(days=20)})
    assert history[2].score == injury_risk(third).score
    assert history[2].score > history[1].score


def test_nothing_known_leaves_only_this_week() -> None:
    history = risk_history(RiskRequest(today=MONDAY))
    assert [week.monday for week in history] == [MONDAY]


def test_at_most_six_weeks_are_shown() -> None:
    request = RiskRequest(
        weeks=weeks(*[10] * 9), start_date=MONDAY, today=MONDAY + datetime.timedelta(days=60)
    )
    assert len(risk_history(request)) == 6
