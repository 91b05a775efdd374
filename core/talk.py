"""Free conversation: what the model may read of a plan and propose for it, and what is left of its words.

Pure: the tools' results are made here from values; whoever talks to the model carries them back and forth.
"""

import json
import re
from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, Literal

from core.athlete import Language
from core.formatting import format_pace_range
from core.generation.brief import shown
from core.generation.wording import Wording, cut
from core.life_words.meaning import days_off
from core.notation.weekdays import WEEKDAY_NAMES
from core.program.exchange import ProgramData, Session, Week
from core.prompts import Prompt, prompt
from core.session_kinds import kind_of
from core.week_changes import Ease, LightenWeek, Move, Request, Skip

SAYS_AT_MOST, HEARD_AT_MOST = 600, 600
"""Characters of a runner's message and of an answer, in the prompt and on the phone."""
RESULT_AT_MOST = 1500
TALK_MAX_TOKENS = 400
Tone = Literal["neutral", "warm", "direct"]
READABLE = ("today", "week", "session", "plan", "paces", "race", "checkins")
ACTIONS = ("away", "move", "ease", "skip", "lighten_week")
_DATE = {"type": "string", "description": "YYYY-MM-DD"}
TOOLS: tuple[dict[str, Any], ...] = (
    {
        "name": "read",
        "description": "Read the runner's plan. week and session take a date (today otherwise).",
        "input_schema": {
            "type": "object",
            "properties": {"what": {"type": "string", "enum": list(READABLE)}, "date": _DATE},
            "required": ["what"],
            "additionalProperties": False,
        },
    },
    {
        "name": "propose",
        "description": (
            "Show the runner a change with buttons to apply or cancel. away: no running from first to last."
            " move: the session on first goes to `to`, same week. ease, skip: the session on first."
            " lighten_week: the week of first."
        ),
        "input_schema": {
            "type": "object",
            "properties": {
                "action": {"type": "string", "enum": list(ACTIONS)},
                "first": _DATE,
                "last": _DATE,
                "to": _DATE,
            },
            "required": ["action", "first"],
            "additionalProperties": False,
        },
    },
)
LONGEST_AWAY_DAYS = 120
# The wording takes a word after a slash for a link: the bot's own commands are put aside meanwhile.
COMMAND = re.compile(r"(?<![\w/])/(today|week|plan|change|journal|pain|log|risk|settings)\b")
HIDDEN = "§"
LIST_SIGN = re.compile(r"^\s*(?:[-•*]|\d\.)\s+", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Talked:
    """What a conversation may know: the plan as it stands, what was told of it, the last check-ins.

    `closed` are the days told of (week number and position); `checkins` pairs of date and feeling 1 to 3.
    """

    program: ProgramData
    today: date
    language: Language
    closed: frozenset[tuple[int, int]] = frozenset()
    checkins: tuple[tuple[date, int], ...] = ()
    tone: Tone = "neutral"


class Unclear(Exception):
    """What the model asked for cannot be done; the text tells it why."""


def talk_prompt(variant: str = "a") -> Prompt:
    return prompt("talk", variant)


def runner_says(text: str, talked: Talked) -> str:
    """A message of the runner as data for the model."""
    day = f"{talked.today.isoformat()} {WEEKDAY_NAMES['en'][talked.today.weekday()]}"
    data = {"today": day, "lang": talked.language, "tone": talked.tone, "says": shown(text, SAYS_AT_MOST)}
    return json.dumps(data, ensure_ascii=False)


def read_result(arguments: Mapping[str, Any], talked: Talked) -> str:
    """What the tool `read` gives, as compact JSON. Raises Unclear."""
    what = str(arguments.get("what"))
    readers: dict[str, Callable[[], object]] = {
        "today": lambda: _day(talked, talked.today),
        "session": lambda: _day(talked, _date(arguments, "date", talked.today)),
        "week": lambda: _week(talked, _date(arguments, "date", talked.today)),
        "plan": lambda: _plan(talked),
        "paces": lambda: _paces(talked.program),
        "race": lambda: _race(talked.program),
        "checkins": lambda: [
            {"date": day.isoformat(), "feeling": ("fit", "tired", "very tired")[feeling - 1]}
            for day, feeling in talked.checkins
        ],
    }
    if what not in readers:
        raise Unclear(f"what must be one of {', '.join(READABLE)}")
    return json.dumps(readers[what](), ensure_ascii=False)[:RESULT_AT_MOST]


def request_from(arguments: Mapping[str, Any], talked: Talked) -> Request:
    """The request the tool `propose` asks for. Raises Unclear."""
    action, first = arguments.get("action"), _date(arguments, "first", None)
    if action == "away":
        last = _date(arguments, "last", first)
        length = (last - first).days + 1
        if not 1 <= length <= LONGEST_AWAY_DAYS:
            raise Unclear("last must be first or a later date, 120 days at most")
        return days_off(tuple(date.fromordinal(first.toordinal() + n) for n in range(length)), holiday=True)
    if action == "lighten_week":
        return LightenWeek(_week_on(talked.program, first).week_number)
    if action not in ACTIONS:
        raise Unclear(f"action must be one of {', '.join(ACTIONS)}")
    number, position = _place(talked.program, first)
    if action == "move":
        return Move(number, position, _date(arguments, "to", None))
    return Ease(number, position) if action == "ease" else Skip(number, position)


def fit_answer(text: str, language: Language) -> str:
    """What may be said of the model's words: whole sentences, nothing dangerous, no markup; may be empty."""
    plain_lines = LIST_SIGN.sub("", text.replace(HIDDEN, " "))
    hidden = COMMAND.sub(rf"{HIDDEN}\1", plain_lines)
    fit = Wording(language, (talk_prompt().text,)).fit_sentences(hidden)
    return cut(" ".join(fit), HEARD_AT_MOST).replace(HIDDEN, "/")


def _day(talked: Talked, day: date) -> dict[str, Any]:
    week = _week_on(talked.program, day)
    position, session = next((at, s) for at, s in enumerate(week.sessions) if s.date == day)
    told = {
        "structure": session.workout_structure,
        "pace": session.pace_target,
        "rpe": session.rpe,
        "why": session.why,
        "strength_min": session.strength.minutes if session.strength else None,
    }
    line = _line(session, (week.week_number, position) in talked.closed)
    return {"day": line, "week": week.week_number} | {key: value for key, value in told.items() if value}


def _week(talked: Talked, day: date) -> dict[str, Any]:
    week = _week_on(talked.program, day)
    number = week.week_number
    return {
        "week": number,
        "of": len(talked.program.weeks),
        "km": week.total_volume_km,
        "focus": week.focus,
        "days": [_line(session, (number, at) in talked.closed) for at, session in enumerate(week.sessions)],
    }


def _plan(talked: Talked) -> dict[str, Any]:
    summary = talked.program.program_summary
    goal, program = talked.program.user_profile, talked.program
    weeks = [f"{week.week_number}:{week.total_volume_km:g}" for week in program.weeks]
    return {
        "goal": goal.goal,
        "level": goal.level,
        "sessions_a_week": goal.sessions_per_week,
        "from": program.start_date.isoformat() if program.start_date else None,
        "race_date": goal.target_date.isoformat() if goal.target_date else None,
        "phases": [f"{p.name} {p.first_week}-{p.last_week}" for p in summary.phases],
        "km_by_week": " ".join(weeks),
    }


def _paces(program: ProgramData) -> dict[str, Any]:
    if not program.paces:
        return {"paces": "none: no recent time is known, the runner trains by effort"}
    return {zone: format_pace_range(p.min_s_per_km, p.max_s_per_km) for zone, p in program.paces.items()}


def _race(program: ProgramData) -> dict[str, Any]:
    race = program.race
    if race is None:
        day = program.user_profile.target_date
        return {"race": None, "target_date": day.isoformat() if day else None}
    figures = {
        "name": shown(race.name, 80),
        "km": race.distance_km,
        "up_m": race.climb_m,
        "terrain": race.terrain,
        "temp_c": race.temperature_c,
        "date": program.user_profile.target_date and program.user_profile.target_date.isoformat(),
    }
    return {key: value for key, value in figures.items() if value not in (None, "", 0)}


def _line(session: Session, told: bool) -> str:
    day = session.date
    head = f"{WEEKDAY_NAMES['en'][day.weekday()][:3]} {day.isoformat()}" if day else session.day
    if session.rest_day:
        return f"{head} rest"
    parts = [head, session.session_type or kind_of(session)]
    if session.distance_km:
        parts.append(f"{session.distance_km:g} km")
    if session.duration_min:
        parts.append(f"{session.duration_min:g} min")
    return " ".join([*parts, "(logged)"] if told else parts)


def _date(arguments: Mapping[str, Any], name: str, otherwise: date | None) -> date:
    written = arguments.get(name)
    if written is None and otherwise is not None:
        return otherwise
    try:
        return date.fromisoformat(str(written))
    except ValueError:
        raise Unclear(f"{name} must be a date as YYYY-MM-DD") from None


def _week_on(program: ProgramData, day: date) -> Week:
    found = next((w for w in program.weeks if any(s.date == day for s in w.sessions)), None)
    if found is None:
        raise Unclear(f"{day.isoformat()} is outside the plan")
    return found


def _place(program: ProgramData, day: date) -> tuple[int, int]:
    week = _week_on(program, day)
    position, session = next((at, s) for at, s in enumerate(week.sessions) if s.date == day)
    if session.rest_day:
        raise Unclear(f"{day.isoformat()} is a rest day")
    return week.week_number, position


def refusal_result(code: str, texts: Collection[str], days: Collection[date]) -> str:
    """What the tool `propose` gives when the rules do not allow the change."""
    told: dict[str, Any] = {"refused": code, "because": list(texts)[:2]}
    if days:
        told["days_that_would_do"] = [day.isoformat() for day in days]
    return json.dumps(told, ensure_ascii=False)[:RESULT_AT_MOST]
