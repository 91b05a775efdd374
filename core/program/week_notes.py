"""What a week is about, and what is particular to it: its figures with their reasons."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from textwrap import shorten

from core.formatting import format_distance
from core.injuries import adaptation
from core.program.phrasing import Phrases, phrases
from core.program.prescription import RunWeek
from core.program.situation import Situation
from core.program.structure import Run
from core.program.volumes import WEEKLY_GROWTH

SAME_KM = 0.75
"""Weeks this close hold the same step."""
FUELLED_FROM_MIN = 90
LONGEST_POINT = 120
"""Characters of a key point of the course: a note fits a phone."""


@dataclass(frozen=True)
class WeekNotes:
    """Writes focus and notes for the weeks of one plan."""

    situation: Situation
    last_day: date
    race_order: int | None
    longest_week: int

    @property
    def words(self) -> Phrases:
        return phrases(self.situation.language)

    def focus(self, week: RunWeek) -> str:
        """The week's purpose in a few words."""
        return self.words(f"program-focus-{self._focus(week)}")

    def _focus(self, week: RunWeek) -> str:
        frame = week.frame
        if frame.role in {"race", "taper"}:
            return frame.role
        facts = (
            ("test", any(run.kind == "test" for run in week.runs)),
            ("injury", frame.index < self.situation.injury_easy_weeks),
            ("run_walk", frame.index < self.situation.run_walk_weeks),
            ("recovery", frame.role == "recovery"),
            ("longest", frame.index == self.longest_week and self.race_order is not None),
        )
        return next((name for name, is_so in facts if is_so), self._load_focus(frame.phase, frame.index))

    def _load_focus(self, phase: str, index: int) -> str:
        if phase == "base":
            return "base-first" if index < 2 else "base-load"
        if phase == "specific" and self.race_order is None:
            return "specific-endurance"
        return f"{phase}-load"

    def notes(self, week: RunWeek) -> str:
        """A few sentences: the volume and why, the key session, the long run, what the race asks."""
        return " ".join(self._sentences(week))

    def _sentences(self, week: RunWeek) -> Iterator[str]:
        yield self._volume(week)
        if week.frame.role != "race":
            yield from self._sessions(week)
        yield from self._injury(week)
        yield from self._conditions(week)

    def _volume(self, week: RunWeek) -> str:
        words, km = self.words, self.words.km(week.sized.km)
        role, reference_km = week.frame.role, week.sized.reference_km
        if role == "race":
            day = words.date(self.last_day)
            return words("program-note-race" if week.sized.km else "program-note-race-only", km=km, date=day)
        if reference_km is None:
            return words("program-note-first", km=km, reason=self._first_reason(week.sized.km))
        percent = abs(round(100 * (week.sized.km / reference_km - 1)))
        if role in {"recovery", "taper"}:
            return words(f"program-note-{role}", km=km, percent=percent)
        return self._change(week.sized.km, reference_km, percent)

    def _change(self, week_km: float, reference_km: float, percent: int) -> str:
        words, km, more_km = self.words, self.words.km(week_km), week_km - reference_km
        if abs(more_km) < SAME_KM:
            return words("program-note-level", km=km)
        if more_km < 0:
            return words("program-note-lower", km=km, reference=words.km(reference_km))
        if more_km > WEEKLY_GROWTH * reference_km:
            more = format_distance(more_km, self.situation.language)
            return words("program-note-load-small", km=km, more=more)
        return words("program-note-load", km=km, percent=percent, reference=words.km(reference_km))

    def _first_reason(self, week_km: float) -> str:
        words, profile = self.words, self.situation.profile
        if profile.current_km_per_week == 0:
            return words("program-note-first-none")
        if self.situation.layoff_share < 1:
            percent = round(100 * self.situation.layoff_share)
            return words("program-note-first-layoff", percent=percent, days=profile.layoff_days)
        if self.situation.injuries:
            return words("program-note-first-injury")
        if profile.current_km_per_week is None:
            return words("program-note-first-default")
        at_least = week_km - profile.current_km_per_week >= SAME_KM
        key = "program-note-first-least" if at_least else "program-note-first-current"
        return words(key, current=words.km(profile.current_km_per_week))

    def _sessions(self, week: RunWeek) -> Iterator[str]:
        test = next((run for run in week.runs if run.kind == "test"), None)
        if test is not None:
            yield self.words("program-note-test", day=self.words.day_inside(test.slot.weekday))
        key = next((run for run in week.runs if run.slot.role == "hard" and run.intervals), None)
        if key is not None and key.workout is not None:
            name = key.workout.name[self.situation.language]
            yield self.words("program-note-key", day=self.words.day_inside(key.slot.weekday), name=name)
        long = next((run for run in week.runs if run.slot.role == "long"), None)
        if long is not None:
            yield self._long(week, long)

    def _long(self, week: RunWeek, long: Run) -> str:
        words, km = self.words, self.words.km(long.km)
        if week.frame.index == self.longest_week and self.race_order is not None:
            return words("program-note-longest", km=km, days=self.race_order - long.slot.order)
        if any(run.slot.role == "second" for run in week.runs):
            return words("program-note-pair")
        return words("program-note-long", km=km, day=words.day_inside(long.slot.weekday))

    def _injury(self, week: RunWeek) -> Iterator[str]:
        for site in self.situation.injuries:
            for stage in adaptation(site).way_back:
                if stage.from_week == week.frame.number and week.frame.role != "race":
                    yield stage.text[self.situation.language]

    def _conditions(self, week: RunWeek) -> Iterator[str]:
        heat = sum(run.workout is not None and run.workout.family == "heat" for run in week.runs)
        if heat:
            yield self.words("program-note-heat", count=heat)
        climb_m = sum(run.climb_m for run in week.runs if run.kind != "race")
        race = self.situation.race
        if race is not None and climb_m and self.situation.training_climb_m_per_km:
            yield self.words("program-note-climb", climb=f"{climb_m:.0f}", race=f"{race.climb_m:.0f}")
        if week.frame.phase == "specific" and week.frame.role == "load":
            yield from self._specific(week)

    def _specific(self, week: RunWeek) -> Iterator[str]:
        """Key points of the course in turn, and fuelling, in the weeks that prepare the race itself."""
        points = self.situation.race.key_points if self.situation.race else ()
        if points:
            point = points[week.frame.index % len(points)]
            text = shorten(point.text, LONGEST_POINT, placeholder=" […]")
            if point.km is None:
                yield self.words("program-note-point", point=text)
            else:
                yield self.words("program-note-point-km", point=text, km=self.words.km(point.km))
        elif self.situation.is_fuelled and any(
            run.kind == "long" and run.minutes > FUELLED_FROM_MIN for run in week.runs
        ):
            grams = self.words.grams("ultra" if self.situation.is_ultra else "usual")
            yield self.words("program-note-fuel", carbs=grams)
