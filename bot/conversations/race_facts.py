"""The race of a runner's plan with everything known around it, gathered for its views."""

from dataclasses import dataclass
from datetime import date

from bot.conversations.weighing import risk_request
from bot.views.race import RaceView
from core.athlete import Language
from core.localisation import Localizer
from core.pacing import Conditions, RacePacing, pace_race
from core.race_week.course import RaceCourse as Course
from core.race_week.course import flat_course
from core.race_week.demands import kit_for
from core.race_week.finding import PlannedRace, days_until, planned_race
from core.race_week.taper import taper_of
from core.training_log import first_monday_of, training_days
from storage import programs, races
from storage.database import Connection
from storage.programs import StoredProgram, StoredSession
from storage.races import RaceNotes


@dataclass(frozen=True, slots=True)
class RaceFacts:
    """A race, its session in the plan, and what the runner keeps for it."""

    stored: StoredProgram
    planned: PlannedRace
    item: StoredSession
    notes: RaceNotes

    @property
    def course(self) -> Course:
        """The course that was sent, where it fits this race; else the race as it is known."""
        kept = self.notes.course
        if kept is not None and kept.fits(self.planned.race.distance_km):
            return kept
        return flat_course(self.planned.race)

    @property
    def temperature_c(self) -> float | None:
        """The air announced, else the usual one of this race."""
        told = self.notes.temperature_c
        return self.planned.race.temperature_c if told is None else told

    def pacing(self) -> RacePacing:
        """The race at even effort, at the runner's present level."""
        weather = Conditions(self.temperature_c, self.planned.race.humidity_percent)
        return pace_race(self.course, self.stored.program.vdot, weather, trail=self.planned.is_trail)


async def race_facts(connection: Connection, runner_id: int, words: Localizer) -> RaceFacts | None:
    """The race of the runner's plan, ahead or past; None without one."""
    stored = await programs.active(connection, runner_id)
    if stored is None:
        return None
    items = [item for week in stored.weeks for item in week.sessions]
    planned = planned_race([item.session for item in items], stored.profile, words("race-yours"))
    if planned is None:
        return None
    return RaceFacts(stored, planned, items[planned.position], await races.notes(connection, runner_id))


async def race_view(
    connection: Connection, runner_id: int, facts: RaceFacts, today: date, language: Language
) -> RaceView:
    """What the views of the race show."""
    request = await risk_request(connection, runner_id, facts.stored, today, language)
    monday = first_monday_of(request.weeks, request.start_date, today)
    done = training_days(request.weeks, monday, request.logged)
    plan = training_days(request.weeks, monday, ())
    planned = facts.planned
    left = [
        item.session
        for week in facts.stored.weeks
        for item in week.sessions
        if item.status == "planned"
        and not item.session.rest_day
        and item.session.date is not None
        and today <= item.session.date < planned.date
    ]
    return RaceView(
        planned=planned,
        days_left=days_until(planned, today),
        pacing=facts.pacing(),
        temperature_c=facts.temperature_c,
        taper=taper_of(done, plan, today, planned.date),
        left=left,
        packed=facts.notes.packed,
        kit=kit_for(planned.race, facts.temperature_c),
    )
