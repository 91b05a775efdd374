"""Choosing workouts: the menu's families take turns, each workout waits until the others have had theirs."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from core.athlete import Terrain
from core.program.menus import Menu, PhaseMenu, menus
from core.program.periodisation import Frame
from core.program.situation import Situation
from core.program.workouts import Family, Phase, Workout, candidates


def workout_phase(frame: Frame) -> Phase:
    """The catalogue's phase of a week: race week trains as the taper does."""
    return "taper" if frame.phase == "race" else frame.phase


@dataclass
class Selection:
    """Remembers what was chosen, so that sessions rotate."""

    situation: Situation
    turns: Counter[tuple[str, int]] = field(default_factory=Counter)
    used: Counter[str] = field(default_factory=Counter)

    def hard(self, frame: Frame, position: int, week_km: float) -> Iterator[Workout]:
        """Workouts for a quality day, best first; `position` counts quality days of the week from 0.

        What the caller takes is reported by `took`.
        """
        families = self._families(frame, position)
        allowed = [family for family in families if family not in self._left_out(frame).families]
        for family in dict.fromkeys((*allowed, *menus().spare)):
            yield from self.of_family(family, frame, week_km)

    def of_family(self, family: Family, frame: Frame, week_km: float) -> tuple[Workout, ...]:
        """The workouts of a family that fit this week, least used first."""
        left_out = self._left_out(frame)
        found = [
            workout
            for workout in self._candidates(family, frame, week_km)
            if workout.kind not in left_out.kinds
            and workout.family not in left_out.families
            and not {block.zone for block in workout.main} & left_out.zones
        ]
        return tuple(sorted(found, key=lambda workout: self.used[workout.id]))

    def took(self, workout: Workout) -> None:
        """Tell that a workout was used."""
        self.used[workout.id] += 1

    def _families(self, frame: Frame, position: int) -> Iterable[Family]:
        light = frame.role == "recovery"
        families = menus().light if light else self._phase_menu(frame)[min(position, 1)]
        menu = frame.role if light else frame.phase
        turn = self.turns[menu, position]
        self.turns[menu, position] += 1
        first = turn % len(families)
        return families[first:] + families[:first]

    def _phase_menu(self, frame: Frame) -> PhaseMenu:
        table = menus()
        hilly = self.situation.is_trail or self.situation.is_hilly
        menu: Menu = table.trail if hilly else table.road[self.situation.distance]
        return menu[workout_phase(frame)]

    def _left_out(self, frame: Frame):  # type: ignore[no-untyped-def]
        return self.situation.left_out(frame.number)

    def _candidates(self, family: Family, frame: Frame, week_km: float) -> tuple[Workout, ...]:
        situation = self.situation
        race = situation.race
        return candidates(
            family=family,
            phase=workout_phase(frame),
            level=situation.level,
            goal=situation.goal,
            terrain=race.terrain if race else Terrain.ROAD,
            injuries=situation.injuries if frame.index < situation.injury_easy_weeks else (),
            has_reference=situation.has_reference,
            weekly_km=week_km,
            race_km=situation.race_km,
        )
