"""What a runner must be told about a plan, each with a code."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from math import ceil, log

from core.athlete import Level
from core.conditions import altitude_multiplier, heat_slowdown
from core.formatting import format_duration, format_number
from core.injuries import adaptation, match_injuries
from core.paces import Range
from core.predictions import layoff_multiplier, predict
from core.program.exchange import Notice
from core.program.layout import Layout
from core.program.periodisation import CYCLE
from core.program.phrasing import Phrases, pace_range, phrases
from core.program.prescription import HEAT_WINDOW_DAYS, RunWeek
from core.program.schedule import Schedule
from core.program.situation import Situation
from core.program.volumes import WEEKLY_GROWTH
from core.red_flags import red_flags

NEAR_NEEDED, FAR_FROM_NEEDED = 0.85, 0.55
"""Of the long run a distance needs: near enough to say nothing; so far that the race is advised against."""
SAFE_MARGIN_KM = 64.0
"""From here on the equations' marathon time needs little margin."""
MOST_WITH_LONG_RUNS, LONG_OTHER_RUN_MIN = 2, 75.0
"""With so few runs a week the other run is long too, past an hour and a quarter."""


@dataclass(frozen=True)
class Notices:
    """Gathers the notices of one plan."""

    situation: Situation
    schedule: Schedule
    layout: Layout
    weeks: Sequence[RunWeek]

    @property
    def words(self) -> Phrases:
        return phrases(self.situation.language)

    def all(self) -> tuple[Notice, ...]:
        """Every notice, health first."""
        return tuple(
            notice
            for group in (
                self._health,
                self._injury,
                self._layoff,
                self._length,
                self._goal,
                self._reference,
                self._realism,
                self._conditions,
                self._days,
            )
            for notice in group()
        )

    def _notice(self, code: str, key: str, **variables: str | int) -> Notice:
        return Notice(code=code, text=self.words(f"notice-{key}", **variables))

    def _health(self) -> Iterator[Notice]:
        language = self.situation.language
        for flag in red_flags(self.situation.profile.injuries_notes):
            yield self._notice("health", "health", advice=flag.advice[language])
        for part in match_injuries(self.situation.profile.injuries_notes).others:
            yield self._notice("health", "injury-other", part=part[language])

    def _injury(self) -> Iterator[Notice]:
        language, weeks = self.situation.language, self.schedule.weeks
        for site in self.situation.injuries:
            table = adaptation(site)
            yield self._notice(
                "injury", "injury", summary=table.summary[language], rule=table.pain_rule[language]
            )
            for stage in table.way_back:
                if stage.from_week <= weeks:
                    text = _lowered(stage.text[language])
                    yield self._notice("injury_back", "injury-back", week=stage.from_week, text=text)

    def _layoff(self) -> Iterator[Notice]:
        situation = self.situation
        days = situation.profile.layoff_days
        if situation.layoff_share >= 1:
            return
        percent, weeks = round(100 * situation.layoff_share), situation.easy_only_weeks
        if not situation.has_reference:
            yield self._notice("layoff", "layoff", days=days, percent=percent, weeks=weeks)
            return
        loss = format_number(100 * (1 / layoff_multiplier(days) - 1), situation.language, 0)
        yield self._notice("layoff", "layoff-vdot", days=days, percent=percent, weeks=weeks, loss=loss)

    def _length(self) -> Iterator[Notice]:
        schedule, words = self.schedule, self.words
        least = self.situation.demands.weeks[0]
        if schedule.is_compressed:
            later = schedule.last_day + timedelta(weeks=schedule.missing_weeks)
            yield self._notice(
                "compressed_plan",
                "compressed",
                weeks=schedule.weeks,
                least=least,
                distance=words.distance(self.situation.distance),
                date=words.date(later),
            )
        if schedule.maintenance_weeks:
            yield self._notice(
                "plan_starts_later",
                "starts-later",
                weeks=schedule.weeks,
                date=words.date(schedule.first_monday),
                count=schedule.maintenance_weeks,
            )

    def _goal(self) -> Iterator[Notice]:
        situation, words = self.situation, self.words
        if situation.race is None or situation.goal is situation.profile.goal:
            return
        yield self._notice(
            "goal_from_race",
            "goal-from-race",
            km=words.km(situation.race.distance_km),
            distance=words.distance(situation.distance),
            goal=words.distance(situation.profile.goal.value),
        )

    def _reference(self) -> Iterator[Notice]:
        if self.situation.has_reference:
            return
        test = next(((week, run) for week in self.weeks for run in week.runs if run.kind == "test"), None)
        if test is None:
            yield self._notice("no_reference", self._how_to_test())
            return
        week, run = test
        yield self._notice(
            "no_reference",
            "no-reference-test",
            day=self.words.day(run.slot.weekday).lower()
            if self.words.language == "fr"
            else self.words.day(run.slot.weekday),
            week=week.frame.number,
        )

    def _how_to_test(self) -> str:
        """The text on how to find the paces: no test while it hurts, none before running without walking."""
        if self.situation.injuries:
            return "no-reference-injury"
        return "no-reference" if self.situation.level is Level.BEGINNER else "no-reference-run"

    def _realism(self) -> Iterator[Notice]:
        situation = self.situation
        yield from self._marathon_time()
        yield from self._long_run()
        if situation.distance in {"marathon", "ultra"} and situation.sessions == 2:
            distance = self.words.distance(situation.distance)
            yield self._notice("goal_realism", "realism-two", sessions=2, distance=distance)
        yield from self._two_runs()
        if situation.is_ultra and situation.level is Level.BEGINNER:
            yield self._notice("goal_realism", "ultra-beginner")

    def _long_run(self) -> Iterator[Notice]:
        """A longest run too short for the distance, and when the same growth would get there."""
        needed_km, runs = self.situation.demands.needed_long_km, [run for w in self.weeks for run in w.runs]
        longest_km = max((run.km for run in runs if run.kind in {"long", "run_walk"}), default=0.0)
        if not self.situation.ends_with_race or self.schedule.is_compressed or not longest_km:
            return
        if longest_km >= NEAR_NEEDED * needed_km:
            return
        figures = {"needed": self.words.km(needed_km), "longest": self.words.km(longest_km)}
        later = self._ready_on(longest_km)
        if later is None:
            yield self._notice("goal_realism", "realism-long", **figures)
            return
        key = "realism-far" if longest_km < FAR_FROM_NEEDED * needed_km else "realism-long-later"
        yield self._notice("goal_realism", key, date=self.words.date(later), **figures)

    def _ready_on(self, longest_km: float) -> date | None:
        """A race day by which the long run could have grown; None where its minutes, not weeks, end it."""
        reachable_km = min(self.situation.demands.needed_long_km, self.situation.long_cap_km)
        if self.situation.profile.target_date is None or longest_km >= NEAR_NEEDED * reachable_km:
            return None
        loads = ceil(log(reachable_km / longest_km) / log(1 + WEEKLY_GROWTH))
        return self.schedule.last_day + timedelta(weeks=ceil(loads * CYCLE / (CYCLE - 1)))

    def _two_runs(self) -> Iterator[Notice]:
        """Two runs a week carry a large week in long ones."""
        if self.situation.sessions > MOST_WITH_LONG_RUNS:
            return
        trained = [run for week in self.weeks for run in week.runs if run.kind != "race"]
        long_km = max((run.km for run in trained if run.slot.role == "long"), default=0.0)
        others = [run for run in trained if run.slot.role != "long"]
        if any(run.minutes > LONG_OTHER_RUN_MIN for run in others):
            other_km = max(run.km for run in others)
            long, other = self.words.km(long_km), self.words.km(other_km)
            yield self._notice("goal_realism", "two-runs", long=long, other=other)

    def _marathon_time(self) -> Iterator[Notice]:
        situation = self.situation
        peak_km = max((week.sized.km for week in self.weeks), default=0.0)
        if situation.distance != "marathon" or situation.vdot is None or peak_km >= SAFE_MARGIN_KM:
            return
        predicted = predict(situation.vdot, peak_km)
        yield self._notice(
            "goal_realism",
            "realism",
            expected=_to_the_minute(predicted.marathon_expected_s, situation),
            formula=_to_the_minute(predicted.marathon_s, situation),
        )

    def _conditions(self) -> Iterator[Notice]:
        situation, race = self.situation, self.situation.race
        if race is None:
            return
        if situation.is_hot and race.temperature_c is not None:
            yield self._heat(race.temperature_c, race.humidity_percent)
        if situation.is_high and race.altitude_m is not None:
            loss = format_number(100 * (1 - altitude_multiplier(race.altitude_m)), situation.language, 0)
            yield self._notice("altitude", "altitude", altitude=f"{race.altitude_m:.0f}", percent=loss)

    def _heat(self, temperature_c: float, humidity_percent: float | None) -> Notice:
        situation = self.situation
        slowdown = heat_slowdown(temperature_c, humidity_percent, duration_min=situation.expected_race_s / 60)
        first_day = self.schedule.last_day - timedelta(days=HEAT_WINDOW_DAYS[1])
        common: dict[str, str | int] = {
            "temperature": format_number(temperature_c, situation.language, 0),
            "percent": format_number(100 * (slowdown - 1), situation.language, 0),
            "date": self.words.date(max(first_day, self.schedule.first_day)),
        }
        if not situation.has_reference or situation.is_trail or situation.is_ultra:
            return self._notice("heat", "heat-effort", **common)
        pace = situation.expected_race_s / situation.race_km
        return self._notice("heat", "heat", pace=pace_range(Range(pace, pace)), **common)

    def _days(self) -> Iterator[Notice]:
        chosen = set(self.situation.profile.available_days)
        added = [day for day in self.layout.days if day not in chosen]
        if not chosen or not added:
            return
        days = ", ".join(
            self.words.day(day).lower() if self.words.language == "fr" else self.words.day(day)
            for day in added
        )
        yield self._notice("days", "days", available=len(chosen), sessions=self.situation.sessions, days=days)


def _lowered(text: str) -> str:
    return text[:1].lower() + text[1:]


def _to_the_minute(seconds: float, situation: Situation) -> str:
    return format_duration(round(seconds / 60) * 60, situation.language)
