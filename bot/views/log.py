"""What is asked and said about a run: how it went, how hard, how far, on which other day."""

from collections.abc import Sequence
from datetime import date

from bot.messages import Button, Keyboard
from bot.views.formats import full_weekday, label, weekday_and_day
from bot.views.session import session_in_brief
from bot.views.settings import Screen
from core.formatting import format_distance, format_minutes
from core.localisation import Localizer
from core.program.exchange import Session, Week
from core.run_logging import shorter_km
from core.week_changes import volume_km
from storage.programs import StoredSession
from storage.session_logs import RunLog

PREFIX = "lo"  # buttons of a session: lo:<session id>:<action>:<value>
EXTRA_PREFIX = "lx"  # buttons of a run outside the plan: lx:<log id>:<action>:<value>
REPEAT_PREFIX = "lr"
EFFORTS = range(1, 11)
EFFORTS_A_ROW = 5
OUTCOMES = (("done", "shortened"), ("skipped", "moved"))


def question_screen(item: StoredSession, today: date, words: Localizer, *, evening: bool = False) -> Screen:
    """How did the session go: four answers, or one line of text."""
    key = "log-evening" if evening and item.session.date == today else "log-ask"
    day = day_name(item.session, words)
    head = words(key, day=day[:1].upper() + day[1:], what=session_in_brief(item.session, words))
    rows = tuple(
        tuple(_button(f"log-button-{outcome}", item.id, outcome, words) for outcome in row)
        for row in OUTCOMES
    )
    return Screen(f"{head}\n\n{words('log-hint')}", rows)


def noted_screen(log: RunLog, words: Localizer) -> Screen:
    """What was noted; asks for the effort while it is unknown."""
    key = "log-noted" if log.session_id is not None else "log-noted-extra"
    html = words(key, what=in_brief(log, words), day=full_weekday(log.date, words.language))
    rows: Keyboard = ()
    if log.rpe is None and log.outcome in ("done", "shortened"):
        html += "\n\n" + words("log-ask-effort")
        rows = _effort_rows(log)
    return Screen(html, (*rows, *_mending_rows(log, words)))


def told_screen(item: StoredSession, log: RunLog, words: Localizer) -> Screen:
    """A session something was told of already."""
    html = words("log-already", day=day_name(item.session, words), what=in_brief(log, words))
    return Screen(f"{html}\n\n{words('log-hint-extra')}", _mending_rows(log, words))


def distance_screen(item: StoredSession, words: Localizer, *, correcting: bool) -> Screen:
    """How far, where it was not the planned distance; what was planned stands first when correcting."""
    planned = item.session.distance_km or 0.0
    offered = ((planned,) if correcting and planned else ()) + shorter_km(planned)
    buttons = tuple(
        Button(label=format_distance(km, words.language), data=f"{PREFIX}:{item.id}:km:{km:g}")
        for km in offered
    )
    back = _button("log-button-back", item.id, "ask", words)
    return Screen(words("log-ask-km"), ((buttons, (back,)) if buttons else ((back,),)))


def skipped_screen(log: RunLog, following: Session | None, words: Localizer) -> Screen:
    """A session left out is left out: what comes next, and no reproach."""
    if following is None or following.date is None:
        html = words("log-skipped-last")
    else:
        html = words("log-skipped", date=day_name(following, words), what=session_in_brief(following, words))
    return Screen(html, _mending_rows(log, words))


def days_screen(item: StoredSession, days: Sequence[StoredSession], words: Localizer) -> Screen:
    """The days a session may move to."""
    rows = tuple(
        (
            Button(
                label=label(full_weekday(day.session.date, words.language)),
                data=f"{PREFIX}:{item.id}:to:{day.id}",
            ),
        )
        for day in days
        if day.session.date
    )
    back = _button("log-button-back", item.id, "ask", words)
    key = "log-move-ask" if rows else "log-move-none"
    return Screen(words(key, what=session_in_brief(item.session, words)), (*rows, (back,)))


def move_screen(item: StoredSession, to: StoredSession, words: Localizer) -> Screen:
    """Before and after a move, to be confirmed."""
    what = session_in_brief(item.session, words)
    html = words(
        "log-move-compare", before=day_name(item.session, words), after=day_name(to.session, words), what=what
    )
    confirm = Button(label=words("log-button-move"), data=f"{PREFIX}:{item.id}:mv:{to.id}")
    return Screen(html, ((confirm,), (_button("log-button-back", item.id, "moved", words),)))


def moved_screen(item: StoredSession, back_to: StoredSession, words: Localizer) -> Screen:
    """A session on its new day; `back_to` is the day it left."""
    html = words("log-moved", what=session_in_brief(item.session, words), day=day_name(item.session, words))
    undo = Button(label=words("log-button-undo"), data=f"{PREFIX}:{item.id}:un:{back_to.id}")
    return Screen(html, ((undo,),))


def repeat_screen(program_id: int, week: Week, before: Week, after: Week, words: Localizer) -> Screen:
    """The proposal to take a week up again after three missed sessions."""
    html = words(
        "log-three-missed",
        number=week.week_number,
        before=format_distance(volume_km(before), words.language),
        after=format_distance(volume_km(after), words.language),
    )
    data = f"{REPEAT_PREFIX}:{program_id}:{week.week_number}"
    return Screen(
        html,
        (
            (Button(label=words("log-button-repeat"), data=f"{data}:yes"),),
            (Button(label=words("log-button-go-on"), data=f"{data}:no"),),
        ),
    )


def nothing_screen(day: date, other: StoredSession | None, words: Localizer) -> Screen:
    """No session on this day: a run can still be written; `other` is an open one of the day before."""
    html = words("log-nothing", day=full_weekday(day, words.language))
    if other is None or other.session.date is None:
        return Screen(html, ())
    name = weekday_and_day(other.session.date, words.language)
    button = Button(label=label(words("log-button-day", day=name)), data=f"{PREFIX}:{other.id}:ask")
    return Screen(html, ((button,),))


def in_brief(log: RunLog, words: Localizer) -> str:
    """`8 km · 45 min · effort 5 sur 10`."""
    if log.outcome in ("skipped", "moved"):
        return words(f"log-brief-{log.outcome}")
    parts = []
    if log.distance_km is not None:
        parts.append(format_distance(log.distance_km, words.language))
    if log.duration_min is not None:
        parts.append(format_minutes(log.duration_min, words.language))
    if log.rpe is not None:
        parts.append(words("log-brief-effort", rpe=log.rpe))
    return " · ".join(parts) or words("log-brief-done")


def told_line(log: RunLog, words: Localizer) -> str:
    """What became of a session, under it."""
    return (
        words("day-told-skipped")
        if log.outcome == "skipped"
        else words("day-told", what=in_brief(log, words))
    )


def log_button(item: StoredSession, words: Localizer) -> Button:
    """Opens the question how a session went."""
    return _button("day-button-log", item.id, "ask", words)


def day_name(session: Session, words: Localizer) -> str:
    return full_weekday(session.date, words.language) if session.date else session.day


def _effort_rows(log: RunLog) -> Keyboard:
    stem = f"{PREFIX}:{log.session_id}" if log.session_id is not None else f"{EXTRA_PREFIX}:{log.id}"
    buttons = tuple(Button(label=str(rpe), data=f"{stem}:rpe:{rpe}") for rpe in EFFORTS)
    return tuple(buttons[i : i + EFFORTS_A_ROW] for i in range(0, len(buttons), EFFORTS_A_ROW))


def _mending_rows(log: RunLog, words: Localizer) -> Keyboard:
    """Correct or take back what was told; three labels are too long for one row of a phone."""
    if log.session_id is None:
        return ((Button(label=words("log-button-drop"), data=f"{EXTRA_PREFIX}:{log.id}:drop"),),)
    both = (
        _button("log-button-fix", log.session_id, "ask", words),
        _button("log-button-drop", log.session_id, "drop", words),
    )
    if log.outcome not in ("done", "shortened"):
        return (both,)
    return ((_button("log-button-km", log.session_id, "fix", words),), both)


def _button(key: str, session_id: int, action: str, words: Localizer) -> Button:
    return Button(label=label(words(key)), data=f"{PREFIX}:{session_id}:{action}")
