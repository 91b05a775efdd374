"""A run in words: type, description, structure, paces and effort of each part."""

from dataclasses import dataclass
from datetime import date, timedelta

from core.athlete import Goal
from core.paces import Range
from core.program.exchange import Interval, Session, StrengthSupplement
from core.program.phrasing import Phrases, pace_range, phrases
from core.program.prescription import HEAT_WINDOW_DAYS
from core.program.situation import Situation
from core.program.structure import Run
from core.program.why import WhyWriter

RPE_OF_KIND = {"easy": 3, "long": 4, "recovery": 2, "run_walk": 3, "cross": 3, "race": 9, "test": 9}
DISTANCE_OF_RACE_RPE = {"5K": 9, "10K": 9, "semi-marathon": 8, "marathon": 7, "ultra": 6}
RACE_PACE_ZONE = {"5K": "I", "10K": "I", "semi-marathon": "T", "marathon": "M"}
FUELLED_FROM_MIN = 90
LONGEST_WARM_UP_MIN = 40
"""A longer one is a run of its own."""
STEADY_GOALS = frozenset({Goal.MARATHON, Goal.HALF_MARATHON})
BALANCE_WORKOUT, WALK_BREAKS_WORKOUT = "easy-balance", "long-walk-breaks"


@dataclass(frozen=True)
class SessionWriter:
    """Writes the sessions of one plan."""

    situation: Situation
    first_monday: date
    whys: WhyWriter

    @property
    def words(self) -> Phrases:
        return phrases(self.situation.language)

    def rest(self, order: int) -> Session:
        """A rest day."""
        return Session(
            day=self.words.day(order % 7),
            rest_day=True,
            date=self.first_monday + timedelta(days=order),
            kind="rest",
        )

    def session(self, run: Run, why: str, strength: StrengthSupplement | None) -> Session:
        """A run, written out."""
        order = run.slot.order
        intervals = tuple(self._interval(part) for part in run.intervals)
        return Session(
            day=self.words.day(order % 7),
            rest_day=False,
            session_type=self.session_type(run),
            duration_min=run.minutes,
            distance_km=run.km or None,
            pace_target=self._pace_target(run),
            description=self._description(run),
            rpe=self._rpe(run),
            workout_structure=self._structure(run),
            intervals=intervals or None,
            date=self.first_monday + timedelta(days=order),
            kind=run.kind,
            workout=run.workout.id if run.workout else None,
            warm_up_min=run.warm_up_min,
            cool_down_min=run.cool_down_min,
            climb_m=run.climb_m or None,
            strength=strength,
            why=why,
        )

    def session_type(self, run: Run) -> str:
        """The name of the kind of session."""
        kind: str = run.kind
        if kind == "marathon" and self.situation.goal not in STEADY_GOALS:
            kind = "steady"
        if run.workout is not None and run.workout.family == "downhill":
            kind = "descents"
        return self.words(f"program-kind-{kind}")

    def _rpe(self, run: Run) -> int:
        if run.kind == "race":
            return DISTANCE_OF_RACE_RPE.get(self.situation.distance, 8)
        hardest = max((part.rpe or 0 for part in run.intervals), default=0)
        usual = RPE_OF_KIND.get(run.kind, 7)
        return (
            usual if run.kind in {"easy", "run_walk"} else max(hardest, min(usual, 4) if hardest else usual)
        )

    # Paces and efforts

    def easy_effort(self, factor: float = 1.0) -> str:
        """Easy running: the pace range when known, else in words."""
        if not self.situation.has_reference:
            return self.words("program-effort-E")
        return self.words("program-pace", pace=self._easy_pace(factor))

    def _easy_pace(self, factor: float) -> str:
        easy = self.situation.paces.easy
        return pace_range(Range(easy.min_s_per_km * factor, easy.max_s_per_km * factor))

    def _zone_pace(self, part: Interval) -> str | None:
        """The pace of a part, when it has one and the runner gave a time."""
        if not self.situation.has_reference or part.zone == "hill":
            return None
        if part.zone == "effort" and part.race_pace is None:
            return None
        if part.zone == "E":
            return self._easy_pace(1.0)
        paces = self.situation.zone_pace_s_per_km
        pace = paces[part.race_pace or part.zone]
        return pace_range(Range(pace, pace))

    def _pace_target(self, run: Run) -> str | None:
        if run.kind == "cross":
            return None
        if run.kind == "race":
            return self._race_pace() or self.words("program-effort-race")
        if run.kind in {"easy", "long", "recovery", "run_walk"} or not run.intervals:
            if not self.situation.has_reference or _is_heat(run):
                return self.words("program-effort-E")
            return self._easy_pace(run.pace_factor)
        part = max(run.intervals, key=lambda part: part.rpe or 0)
        return self._zone_pace(part) or self._part_effort(run, part)

    def _race_pace(self) -> str | None:
        situation = self.situation
        if not situation.has_reference or situation.is_trail or situation.is_ultra:
            return None
        pace = situation.expected_race_s / situation.race_km
        return pace_range(Range(pace, pace))

    def _part_effort(self, run: Run, part: Interval) -> str:
        if run.kind == "test":
            return self.words("program-effort-test")
        if run.workout is not None and run.workout.family == "downhill":
            return self.words("program-effort-descent")
        return self.words(f"program-effort-{part.zone}")

    def _interval(self, part: Interval) -> Interval:
        pace = self._zone_pace(part)
        return part if pace is None else part.model_copy(update={"pace_target": pace})

    # Structure

    def _structure(self, run: Run) -> str:
        words = self.words
        minutes = words.minutes(run.minutes)
        if run.kind == "cross":
            return words("program-part-cross", minutes=minutes)
        if run.kind == "race":
            pace = self._race_pace()
            effort = words("program-pace", pace=pace) if pace else words("program-effort-race")
            return words("program-part-race", distance=words.metres(run.km), effort=effort)
        if not run.intervals:
            return self._steady_structure(run, minutes)
        lines = [self._warm_up(run)]
        lines += [self._work_line(run, part) for part in run.intervals]
        key = "program-part-cool-down-walk" if run.walks else "program-part-cool-down"
        lines.append(words(key, minutes=words.minutes(run.cool_down_min or 0)))
        return "\n".join(lines)

    def _steady_structure(self, run: Run, minutes: str) -> str:
        effort = self.words("program-effort-E") if _is_heat(run) else self.easy_effort(run.pace_factor)
        rpe = RPE_OF_KIND.get(run.kind, 3)
        if run.climb_m:
            climb = f"{run.climb_m:.0f}"
            return self.words(
                "program-part-steady-climb", minutes=minutes, climb=climb, effort=effort, rpe=rpe
            )
        walks = run.workout is not None and run.workout.id == WALK_BREAKS_WORKOUT
        key = "program-part-steady-walks" if walks else "program-part-steady"
        return self.words(key, minutes=minutes, effort=effort, rpe=rpe)

    def _warm_up(self, run: Run) -> str:
        minutes = self.words.minutes(run.warm_up_min or 0)
        if run.walks:
            return self.words("program-part-warm-up-walk", minutes=minutes)
        is_run = run.kind in {"long", "easy"} or (run.warm_up_min or 0) > LONGEST_WARM_UP_MIN
        key = "program-part-first" if is_run else "program-part-warm-up"
        return self.words(key, minutes=minutes, effort=self.easy_effort(run.pace_factor))

    def _work_line(self, run: Run, part: Interval) -> str:
        words = self.words
        pace = self._zone_pace(part)
        effort = words("program-pace", pace=pace) if pace else self._part_effort(run, part)
        rpe = part.rpe or self._rpe(run)
        if not part.recovery_min:
            return words("program-part-work", set=self._set(run, part), effort=effort, rpe=rpe)
        return words(
            "program-part-work-recovery",
            set=self._set(run, part),
            effort=effort,
            rpe=rpe,
            recovery=words.short(part.recovery_min),
            manner=words(f"program-manner-{part.recovery or 'jog'}"),
        )

    def _set(self, run: Run, part: Interval) -> str:
        words = self.words
        size = words.metres(part.distance_km) if part.distance_km else words.short(part.duration_min or 0)
        if part.repetitions == 1:
            return words("program-set-one", size=size)
        key = "program-set-walk" if run.kind == "run_walk" else "program-set"
        return words(key, count=part.repetitions, size=size)

    # Description

    def _description(self, run: Run) -> str:
        words = self.words
        if run.workout is None:  # only a race has none
            return self._race_description(run)
        if run.slot.role == "eve":
            return words("program-described-eve")
        language = self.situation.language
        sentences = [
            words(
                "program-described",
                name=run.workout.name[language],
                purpose=run.workout.purpose[language],
            )
        ]
        return " ".join(sentences + self._additions(run))

    def _additions(self, run: Run) -> list[str]:
        words = self.words
        found = []
        if _is_heat(run):
            found.append(words("program-described-heat-safety"))
        if run.kind == "long" and self._is_in_heat_window(run):
            found.append(words("program-described-heat"))
        if run.workout is not None and run.workout.id == BALANCE_WORKOUT:
            found.append(words("program-described-proprioception"))
        if run.kind == "long" and run.minutes > FUELLED_FROM_MIN and self.situation.is_fuelled:
            carbs = words.grams("ultra" if self.situation.is_ultra else "usual")
            found.append(words("program-described-fuelling", carbs=carbs))
        return found

    def _is_in_heat_window(self, run: Run) -> bool:
        race_order, (nearest, furthest) = self.whys.race_order, HEAT_WINDOW_DAYS
        if race_order is None or not self.situation.is_hot:
            return False
        return nearest <= race_order - run.slot.order <= furthest

    def _race_description(self, run: Run) -> str:
        words, race = self.words, self.situation.race
        distance = words.metres(run.km)
        if race is not None:
            return words("program-described-race", name=race.name, distance=distance)
        if self.situation.profile.target_date is not None:
            name = words("program-kind-race")
            return words("program-described-race", name=name, distance=distance)
        if self.situation.distance == "marathon":
            return words("program-described-trial-marathon")
        return words("program-described-trial", distance=distance)


def _is_heat(run: Run) -> bool:
    """Whether the run gets used to heat: by effort, for pace means little then."""
    return run.workout is not None and run.workout.family == "heat"
