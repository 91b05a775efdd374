"""Reading a program from text, a file or a reply: bounded, tolerant of wrapping, clear when it refuses."""

import json
import re
from collections.abc import Iterator
from datetime import date
from typing import Any, NoReturn

from pydantic import ValidationError

from core.athlete import Language
from core.failure import Failure
from core.program.exchange import ProgramData, Session
from core.program.rules.view import ZONE_OF_KIND
from core.session_kinds import kind_of

MAX_BYTES = 2_000_000
MAX_DEPTH = 24
MAX_WEEKS = 60
MAX_ENTRIES_A_WEEK = 21
MAX_NUMBER = 1_000_000.0
YEARS = range(2000, 2200)
FENCED = re.compile(r"```[\w-]*\s*\n(.*?)\n?\s*```", re.DOTALL)
SHOWN_VALUE = 40


class UnreadableProgram(ValueError):
    """The text holds no program; `failure` says why, in one sentence in the runner's language."""

    def __init__(self, failure: Failure) -> None:
        super().__init__(failure.text("fr"))
        self.failure = failure

    def text(self, language: Language) -> str:
        return self.failure.text(language)


def read_program(text: str) -> ProgramData:
    """The program in `text`: JSON, with or without a byte order mark and Markdown fences.

    At most 2 MB, 60 weeks and 24 levels of nesting. Raises UnreadableProgram.
    """
    raw = _parsed(_unwrapped(text))
    _check_frame(raw)
    for interval, session in _unzoned_intervals(raw):
        interval.update(_inferred(interval, session))
    try:
        program = ProgramData.model_validate(raw)
    except ValidationError as error:
        _refuse_field(error)
    _check_numbers(program.model_dump(), ())
    return program


def _refuse(reason: str, **figures: float | str) -> NoReturn:
    raise UnreadableProgram(Failure(f"reading-{reason}", figures)) from None


def _unwrapped(text: str) -> str:
    """The JSON inside a byte order mark, Markdown fences or a sentence before and after."""
    if len(text.encode("utf-8", errors="replace")) > MAX_BYTES:
        _refuse("too-large", megabytes=MAX_BYTES / 1_000_000)
    bare = text.lstrip("\ufeff").strip()
    if not bare:
        _refuse("empty")
    fenced = FENCED.search(bare)
    if fenced is not None and not bare.startswith("{"):
        return fenced.group(1).strip()
    return bare


def _parsed(text: str) -> Any:
    try:
        raw = json.loads(text, parse_constant=lambda name: _refuse("number", field="JSON", value=name))
    except json.JSONDecodeError as error:
        _refuse("not-json", line=error.lineno, column=error.colno)
    except RecursionError:
        _refuse("too-deep", depth=MAX_DEPTH)
    except UnreadableProgram:
        raise
    except ValueError:  # an integer of thousands of digits
        _refuse("number", field="JSON", value="9999…")
    return raw


def _check_frame(raw: Any) -> None:
    """The outline, before anything is built: an object, bounded weeks of bounded entries, no deep nesting."""
    if not isinstance(raw, dict):
        _refuse("not-object")
    weeks = raw.get("weeks")
    if not isinstance(weeks, list) or not weeks:
        _refuse("no-weeks")
    if len(weeks) > MAX_WEEKS:
        _refuse("too-many-weeks", held=len(weeks), most=MAX_WEEKS)
    for number, week in enumerate(weeks, start=1):
        sessions = week.get("sessions") if isinstance(week, dict) else None
        if isinstance(sessions, list) and len(sessions) > MAX_ENTRIES_A_WEEK:
            _refuse("too-many-sessions", week=number, held=len(sessions), most=MAX_ENTRIES_A_WEEK)
    level, depth = [raw], 0
    while level:
        depth += 1
        if depth > MAX_DEPTH:
            _refuse("too-deep", depth=MAX_DEPTH)
        level = [child for value in level for child in _children(value)]


def _children(value: Any) -> Iterator[Any]:
    children = value.values() if isinstance(value, dict) else value
    return (child for child in children if isinstance(child, dict | list))


def _unzoned_intervals(raw: dict[str, Any]) -> Iterator[tuple[dict[str, Any], dict[str, Any]]]:
    """Intervals of files written before zones were: the session's own words name the zone."""
    for week in raw["weeks"]:
        sessions = week.get("sessions") if isinstance(week, dict) else None
        for session in sessions if isinstance(sessions, list) else ():
            intervals = session.get("intervals") if isinstance(session, dict) else None
            for interval in intervals if isinstance(intervals, list) else ():
                if isinstance(interval, dict):
                    yield interval, session


def _inferred(interval: dict[str, Any], session: dict[str, Any]) -> dict[str, Any]:
    named = {key: session[key] for key in ("kind", "session_type", "rpe") if key in session}
    try:
        kind = kind_of(Session.model_validate({"day": "", "rest_day": False, **named}))
    except ValidationError:
        kind = "easy"  # the wrong field is refused by name when the whole program is checked
    guess = {"repetitions": 1, "zone": ZONE_OF_KIND.get(kind, "effort")}
    return {key: value for key, value in guess.items() if interval.get(key) is None}


def _refuse_field(error: ValidationError) -> NoReturn:
    first = error.errors(include_url=False, include_context=False)[0]
    field = _path(first["loc"])
    if first["type"] == "missing":
        _refuse("field-missing", field=field)
    value = repr(first["input"])
    shown = value if len(value) <= SHOWN_VALUE else value[:SHOWN_VALUE] + "…"
    _refuse("field-wrong", field=field, value=shown)


def _path(location: tuple[int | str, ...]) -> str:
    """`weeks[2].sessions[0].day`, counted from 0 as in the file."""
    steps = (f"[{step}]" if isinstance(step, int) else f".{step}" for step in location)
    return "".join(steps).lstrip(".")


def _check_numbers(value: Any, location: tuple[int | str, ...]) -> None:
    """No infinite or absurd number and no date outside the century reaches a computation."""
    if isinstance(value, dict):
        for key, child in value.items():
            _check_numbers(child, (*location, key))
    elif isinstance(value, list | tuple):
        for index, child in enumerate(value):
            _check_numbers(child, (*location, index))
    elif isinstance(value, date) and value.year not in YEARS:
        _refuse("number", field=_path(location), value=value.isoformat())
    elif isinstance(value, int | float) and not abs(value) <= MAX_NUMBER:
        _refuse("number", field=_path(location), value=f"{value:g}")
