"""What the model is told about one runner and their plan: compact data, free text capped and kept apart."""

import json
import re
import string
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Any

from core.athlete import Language, Race, RunnerProfile
from core.program.builder import build_program, offers_for
from core.program.choosing import Place
from core.program.exchange import ProgramData, Week
from core.prompts import Prompt, prompt

MOST_CODES = 4  # workouts offered for a quality day
CODES = string.ascii_lowercase + string.ascii_uppercase + string.digits
FREE_TEXT_AT_MOST = 500
NAME_AT_MOST = 80
POINTS_AT_MOST = 6
CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]+")


@dataclass(frozen=True)
class PlanBrief:
    """A request for one plan. `program` is the engine's own; `start` is the day it was made from."""

    profile: RunnerProfile
    start: date
    program: ProgramData
    offers: Mapping[Place, tuple[str, ...]]
    prompt: Prompt

    @property
    def language(self) -> Language:
        return self.profile.language

    @cached_property
    def codes(self) -> Mapping[str, str]:
        """Menu: code to workout id, in the order of the weeks."""
        ids = dict.fromkeys(workout for offered in self.offers.values() for workout in offered)
        return dict(zip(CODES, ids, strict=False))

    @cached_property
    def user(self) -> str:
        """The runner's part of the request."""
        data = json.dumps(self._data(), ensure_ascii=False, separators=(",", ":"))
        # Nothing a runner writes can close the tag.
        escaped = data.replace("<", "\\u003c").replace(">", "\\u003e")
        return f"<data>{escaped}</data>"

    @property
    def free_texts(self) -> tuple[str, ...]:
        """What the runner wrote, as the model gets it."""
        race = self.profile.race
        texts = [shown(self.profile.injuries_notes, FREE_TEXT_AT_MOST)]
        if race is not None:
            texts += [shown(race.name, NAME_AT_MOST), shown(race.weather, NAME_AT_MOST)]
            texts += [shown(point.text, NAME_AT_MOST) for point in race.key_points[:POINTS_AT_MOST]]
        return tuple(text for text in texts if text)

    def places_of(self, week_number: int) -> tuple[Place, ...]:
        """The quality days of a week that are open to choice, in order."""
        return tuple(place for place in sorted(self.offers) if place[0] == week_number)

    def _data(self) -> dict[str, Any]:
        profile = self.profile
        data: dict[str, Any] = {
            "lang": self.language,
            "level": profile.level.value,
            "goal": profile.goal.value,
            "sessions": profile.sessions_per_week,
            "km_week_now": profile.current_km_per_week,
            "longest_now": profile.longest_run_km,
            "vdot": self.program.vdot,
            "days_off": profile.layoff_days,
            "injuries": [site.value for site in profile.injuries],
            "injury_notes": shown(profile.injuries_notes, FREE_TEXT_AT_MOST),
            "race": _race(profile.race) if profile.race else None,
            "dated": profile.target_date is not None or None,
            "phases": [phase.id for phase in self.program.program_summary.phases],
        }
        told = {key: value for key, value in data.items() if value not in (None, "", [], 0)}
        return {**told, "menu": dict(self.codes), "weeks": [self._row(week) for week in self.program.weeks]}

    def _row(self, week: Week) -> str:
        phase = f"{week.phase}{'*' if week.recovery else ''}"
        longest = max((s.distance_km or 0.0 for s in week.sessions if s.kind != "race"), default=0.0)
        by_id = {workout: code for code, workout in self.codes.items()}
        strings = (
            "".join(by_id[workout] for workout in self.offers[place] if workout in by_id)
            for place in self.places_of(week.week_number)
        )
        return "|".join((str(week.week_number), phase, f"{week.total_volume_km:g}", f"{longest:g}", *strings))


def brief_for(
    profile: RunnerProfile, start: date, program: ProgramData | None = None, variant: str = "a"
) -> PlanBrief:
    """The request for this runner's plan; `program` spares building the engine's again.

    Raises as `build_program` does.
    """
    engine = program or build_program(profile, start)
    offers = {offer.place: _varied(offer.workouts) for offer in offers_for(profile, start)}
    open_to_choice = {place: workouts for place, workouts in offers.items() if len(workouts) > 1}
    return PlanBrief(profile, start, engine, open_to_choice, prompt("plan", variant))


def shown(text: str, at_most: int) -> str:
    """A runner's text fit for a prompt: one line, no control or invisible characters, cut to length."""
    line = CONTROL.sub(" ", unicodedata.normalize("NFC", text[: 8 * at_most]))
    return " ".join(line.split())[:at_most].strip()


def _varied(workouts: tuple[str, ...]) -> tuple[str, ...]:
    """The engine's pick, then the next of the list: they come best first."""
    return workouts[:MOST_CODES]


def _race(race: Race) -> dict[str, Any]:
    figures: dict[str, Any] = {
        "name": shown(race.name, NAME_AT_MOST),
        "km": race.distance_km,
        "up_m": race.climb_m,
        "down_m": race.descent_m,
        "terrain": race.terrain.value,
        "temp_c": race.temperature_c,
        "altitude_m": race.altitude_m,
        "weather": shown(race.weather, NAME_AT_MOST),
        "points": list(_points(race)),
    }
    return {key: value for key, value in figures.items() if value not in (None, "", [], 0)}


def _points(race: Race) -> Iterator[str]:
    for point in race.key_points[:POINTS_AT_MOST]:
        text = shown(point.text, NAME_AT_MOST)
        yield text if point.km is None else f"km {point.km:g}: {text}"
