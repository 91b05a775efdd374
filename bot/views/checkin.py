"""The check-in on screen: the question, and what the answer makes of the day."""

from datetime import date, time

from bot.messages import Button, Keyboard
from bot.views.blocks import repeated
from bot.views.formats import safe
from bot.views.session import interval_length, session_in_brief
from core.days import Answer
from core.localisation import Localizer
from core.program.exchange import Session
from core.session_kinds import is_hard

PREFIX = "ci"
FIT = 1
GROUPS_TOLD = 2
REST_LINES = 5
"""How many ways `morning-rest` has to say that it is a rest day."""
EASY_KINDS = frozenset({"easy", "recovery", "long", "run_walk", "cross"})
FEELING_KEYS = {1: "checkin-button-fit", 2: "checkin-button-tired", 3: "checkin-button-exhausted"}


def data_of(day: date, action: str) -> str:
    """What a button of a date's check-in carries."""
    return f"{PREFIX}:{day.isoformat()}:{action}"


def question_html(
    session: Session | None, words: Localizer, *, name: str, late: bool = False, zone_line: str = ""
) -> str:
    """Good morning, the session of the day in two lines, and the question."""
    blocks = [hello(words, name, late=late)]
    if session is not None:
        blocks.append("\n".join(session_lines(session, words)))
    blocks.append(words("checkin-question"))
    if zone_line:
        blocks.append(zone_line)
    return "\n\n".join(blocks)


def hello(words: Localizer, name: str, *, late: bool = False) -> str:
    return words("checkin-hello-late" if late else "checkin-hello", name=_name(name))


def rest_html(words: Localizer, *, name: str, late: bool = False, day: date | None = None) -> str:
    """The one line of a rest day, another one each day."""
    if late or day is None:
        return words("checkin-rest-late" if late else "checkin-rest", name=_name(name))
    return words("morning-rest", name=_name(name), turn=day.toordinal() % REST_LINES)


def session_lines(session: Session, words: Localizer) -> list[str]:
    """What to run and how, in at most two lines."""
    first = words("checkin-today", what=session_in_brief(session, words))
    if session.rest_day:
        return [first]
    work = _work_in_brief(session, words)
    if work:
        return [first, work]
    if session.pace_target:
        return [first, words("checkin-pace", pace=safe(session.pace_target))]
    return [first, words("checkin-effort", rpe=session.rpe)] if session.rpe else [first]


def _work_in_brief(session: Session, words: Localizer) -> str:
    """The repetitions of a hard day and their pace: "5 × 3 min à 4:28/km"; empty for other days."""
    if not is_hard(session):
        return ""
    return ", ".join(
        words(
            "checkin-work",
            work=repeated(interval.repetitions, interval_length(interval, words)),
            pace=safe(interval.pace_target),
        )
        for interval in (session.intervals or ())[:GROUPS_TOLD]
        if interval.pace_target
    )


def zone_line(at: time, city: str, words: Localizer) -> str:
    """At which hour of which place the question comes, while nobody has confirmed it."""
    return words("checkin-zone", time=clock_time(at, words), city=safe(city))


def clock_time(at: time, words: Localizer) -> str:
    """`7 h`, `7 h 30`; `7:00`, `7:30`."""
    if words.language == "en":
        return f"{at.hour}:{at.minute:02d}"
    return f"{at.hour}\u202fh" + (f"\u202f{at.minute:02d}" if at.minute else "")


def feeling_buttons(day: date, words: Localizer, *, complaints: bool = True, later: bool = False) -> Keyboard:
    """The answers; with pain and illness, and with "later"."""
    feelings = [Button(label=words(key), data=data_of(day, f"f{n}")) for n, key in FEELING_KEYS.items()]
    rows: list[tuple[Button, ...]] = [tuple(feelings[:2]), (feelings[2],)]
    if complaints:
        pain = Button(label=words("checkin-button-pain"), data=data_of(day, "pain"))
        rows.append((pain, Button(label=words("checkin-button-ill"), data=data_of(day, "ill"))))
    if later:
        rows.append((Button(label=words("checkin-button-later"), data=data_of(day, "later")),))
    return tuple(rows)


def rest_buttons(day: date, words: Localizer) -> Keyboard:
    return ((Button(label=words("checkin-button-tell"), data=data_of(day, "ask")),),)


def result_html(
    answer: Answer,
    message: str,
    before: Session | None,
    after: Session | None,
    words: Localizer,
    *,
    note: str = "",
) -> str:
    """The answer, its reason, and before → after where the day changes."""
    blocks = [words("checkin-answer", feeling=words(FEELING_KEYS[answer.feeling]))]
    if note:
        blocks.append(note)
    blocks.append(message)
    if meant := _meant_by_everything(answer, before, after):
        blocks.append(words(meant))
    blocks += change_lines(before, after, words) or _unchanged_lines(after, words)
    return "\n\n".join(blocks)


def _meant_by_everything(answer: Answer, before: Session | None, after: Session | None) -> str | None:
    """What "give it everything" means on a day that is easy, or held back: a key, or None."""
    if answer.feeling != FIT or answer.choice != "proposed" or after is None or after.rest_day:
        return None
    if before is not None and before != after:
        return "morning-fit-held"
    return "morning-fit-easy" if after.kind in EASY_KINDS else None


def _unchanged_lines(session: Session | None, words: Localizer) -> list[str]:
    """The session as the question showed it: the answer takes the question's place on the screen."""
    return [] if session is None or session.rest_day else ["\n".join(session_lines(session, words))]


def change_lines(before: Session | None, after: Session | None, words: Localizer) -> list[str]:
    """Before and after in one block; nothing where the day stays as it was."""
    if before is None or after is None or before == after:
        return []
    lines = (
        words("checkin-before", what=_in_line(before, words)),
        words("checkin-after", what=_in_line(after, words)),
    )
    return ["\n".join(lines)]


def result_buttons(day: date, answer: Answer, *, changed: bool, shortens: bool, words: Localizer) -> Keyboard:
    """What can be made of the proposal, until midnight."""
    actions: list[tuple[str, str]] = []
    if changed:
        actions = [("checkin-button-ok", "ok"), ("checkin-button-original", "original")]
    elif answer.choice == "original":
        actions = [("checkin-button-proposed", "proposed")]
    if shortens and answer.choice != "lighter":
        actions.append(("checkin-button-lighter", "lighter"))
    rows = [(Button(label=words(key), data=data_of(day, action)),) for key, action in actions]
    if shortens and not changed:
        rows.insert(0, (Button(label=words("menu-button-today"), data="pl:today"),))
    rows.append((Button(label=words("checkin-button-undo"), data=data_of(day, "undo")),))
    return tuple(rows)


def settled_buttons(day: date, words: Localizer) -> Keyboard:
    """After OK: the session, and the way back until midnight."""
    return (
        (Button(label=words("menu-button-today"), data="pl:today"),),
        (Button(label=words("checkin-button-undo"), data=data_of(day, "undo")),),
    )


def _in_line(session: Session, words: Localizer) -> str:
    line = session_in_brief(session, words)
    return f"{line} · {safe(session.pace_target)}" if session.pace_target else line


def _name(name: str) -> str:
    return f" {safe(name)}" if name else ""
