"""Why a session is there: the rule and the figure that put it on that day."""

from dataclasses import dataclass

from core.formatting import format_number
from core.injuries import adaptation
from core.program.exchange import HARD_KINDS
from core.program.phrasing import Phrases, phrases
from core.program.prescription import RunWeek
from core.program.situation import Situation
from core.program.sizes import RUN_GROWTH, long_share
from core.program.structure import I_SHARE, R_SHARE, T_SHARE, Run

CAP_SHARES = {"threshold": T_SHARE, "interval": I_SHARE, "repetition": R_SHARE}
CAP_KM = {"threshold": float("inf"), "interval": 10.0, "repetition": 8.0}


@dataclass(frozen=True)
class WhyWriter:
    """Explains the sessions of one plan; orders count days from the Monday of week 1."""

    situation: Situation
    race_order: int | None
    last_hard_order: int | None
    longest_week: int

    @property
    def words(self) -> Phrases:
        return phrases(self.situation.language)

    @property
    def _shares(self) -> dict[str, str | int]:
        hard = round(100 * self.situation.level_demands.intense_share)
        return {"easy": 100 - hard, "hard": hard}

    def why(self, week: RunWeek, run: Run) -> str:
        """One sentence."""
        by_kind = {
            "race": self._race,
            "run_walk": self._run_walk,
            "test": self._test,
            "cross": self._cross,
        }
        if run.kind in by_kind:
            return by_kind[run.kind](week)
        return self._training(week, run)

    def _training(self, week: RunWeek, run: Run) -> str:
        role = run.slot.role
        if role in {"long", "second"} and run.kind == "long":
            return self._long(week, run)
        if role == "eve":
            return self.words("program-why-eve", minutes=self.words.minutes(run.minutes))
        if run.workout is not None and run.workout.family == "heat":
            return self._heat()
        if role == "hard" and run.kind not in {"easy", "recovery"}:
            return self._hard(week, run)
        return self._easy(week, run)

    def _race(self, _week: RunWeek) -> str:
        return self.words("program-why-race")

    def _test(self, _week: RunWeek) -> str:
        return self.words("program-why-test" if self.situation.has_reference else "program-why-test-first")

    def maintenance(self, run: Run) -> str:
        """One sentence for a session before the plan."""
        if run.kind == "run_walk":
            return self.words("program-why-run_walk")
        return self.words("program-why-easy", level=self.words.level(self.situation.level), **self._shares)

    def _easy(self, week: RunWeek, run: Run) -> str:
        if week.frame.index < self.situation.injury_easy_weeks:
            return self.words("program-why-injury", site=self._site(), week=week.frame.number)
        if self.situation.layoff_share < 1 and week.frame.index < self.situation.easy_only_weeks:
            days, until = self.situation.profile.layoff_days, self.situation.easy_only_weeks
            return self.words("program-why-layoff", days=days, until=until)
        if run.kind == "recovery" and run.slot.order > 0:
            return self.words("program-why-recovery", km=self.words.km(run.km))
        if run.intervals and run.workout is not None and run.workout.family == "strides":
            minutes = self.words.short(run.work_min)
            return self.words("program-why-strides", easy=self._shares["easy"], minutes=minutes)
        return self._plain_easy(week, run)

    def _plain_easy(self, week: RunWeek, run: Run) -> str:
        """What the day is next to: race, effort of tomorrow or yesterday; else the week's volume or rule."""
        words, km = self.words, self.words.km(run.km)
        by_day = {other.slot.order: other for other in week.runs}
        before, after = by_day.get(run.slot.order - 1), by_day.get(run.slot.order + 1)
        days = self._days_to_race(run)
        if week.frame.role == "race" and days is not None:
            return words("program-why-easy-race-week", days=days, km=km)
        if after is not None and after.slot.role == "long":
            return words("program-why-easy-before-long", km=km)
        if after is not None and after.kind in HARD_KINDS:
            return words("program-why-easy-before-hard", km=km)
        if before is not None and before.kind in HARD_KINDS:
            return words("program-why-easy-after-hard", km=km)
        if week.frame.index % 2:
            return words("program-why-easy-volume", km=km, week=words.km(week.km))
        return words("program-why-easy", level=words.level(self.situation.level), **self._shares)

    def _site(self) -> str:
        names = [adaptation(site).name[self.situation.language] for site in self.situation.injuries]
        joined = ", ".join(names)
        return joined[:1].upper() + joined[1:]

    def _run_walk(self, week: RunWeek) -> str:
        if week.frame.index < self.situation.walking_weeks:
            return self.words("program-why-run_walk-injury", site=self._site())
        return self.words("program-why-run_walk")

    def _cross(self, _week: RunWeek) -> str:
        return self.words("program-why-cross", site=self._site())

    def _heat(self) -> str:
        race = self.situation.race
        temperature = format_number((race.temperature_c if race else 0) or 0, self.situation.language, 0)
        return self.words("program-why-heat", temperature=temperature)

    def _long(self, week: RunWeek, run: Run) -> str:
        words, frame = self.words, week.frame
        km = words.km(run.km)
        if run.slot.role == "second":
            return words("program-why-second", race=words.km(self.situation.race_km))
        if frame.role == "recovery":
            longest = words.km(week.sized.longest_before_km)
            return words("program-why-long-recovery", km=km, longest=longest)
        days = self._days_to_race(run)
        if frame.index == self.longest_week and days is not None:
            return words("program-why-long-longest", km=km, days=days)
        if frame.role == "taper" and days is not None:
            return words("program-why-long-taper", km=km, days=days)
        return self._long_load(week, run)

    def _long_load(self, week: RunWeek, run: Run) -> str:
        words, km = self.words, self.words.km(run.km)
        if run.minutes >= self.situation.long_cap_min - 5:
            return words("program-why-long-capped", km=km, cap=words.minutes(self.situation.long_cap_min))
        runs = len(week.runs)
        percent, most = round(100 * run.km / week.km), round(100 * long_share(runs))
        if week.sized.reference_km is None:
            return words("program-why-long-first", km=km, percent=percent, most=most, sessions=runs)
        before_km = week.sized.longest_before_km
        key = "long-load-small" if run.km > RUN_GROWTH * before_km else "long-load"
        return words(f"program-why-{key}", km=km, longest=words.km(before_km), percent=percent, most=most)

    def _hard(self, week: RunWeek, run: Run) -> str:
        words = self.words
        days = self._days_to_race(run)
        if run.slot.order == self.last_hard_order and days is not None:
            return words("program-why-last-hard", days=days)
        if run.kind == "hills":
            return self._hills(run)
        zones = {part.zone for part in run.intervals}
        if run.kind in CAP_SHARES and "effort" not in zones:
            training_km = week.sized.km
            most_km = min(CAP_SHARES[run.kind] * training_km, CAP_KM[run.kind])
            return words(f"program-why-{run.kind}", most=words.km(most_km), week=words.km(training_km))
        if run.kind == "marathon":
            return words("program-why-marathon", hard=self._shares["hard"])
        return words("program-why-effort", hard=self._shares["hard"], level=words.level(self.situation.level))

    def _hills(self, run: Run) -> str:
        race = self.situation.race
        if race is not None and run.workout is not None and run.workout.family == "downhill":
            descent = race.descent_m or race.climb_m
            return self.words("program-why-descents", descent=f"{descent:.0f}")
        if race is not None and self.situation.training_climb_m_per_km:
            return self.words("program-why-hills-race", climb=f"{race.climb_m:.0f}")
        return self.words("program-why-hills", hard=self._shares["hard"])

    def _days_to_race(self, run: Run) -> int | None:
        return None if self.race_order is None else self.race_order - run.slot.order
