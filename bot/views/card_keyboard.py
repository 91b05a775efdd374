"""The buttons under a session's card: what one does with it first, the rest behind "more"."""

from collections.abc import Sequence
from datetime import date

from bot.messages import Button, Keyboard
from bot.views.formats import label
from bot.views.log import log_button
from bot.views.session import WATCH_PREFIX, around_row
from bot.views.session_profile import has_profile
from core.exports.workout_fit import can_be_exported
from core.localisation import Localizer
from core.session_kinds import kind_of
from storage.programs import StoredSession

PREFIX = "sc"  # buttons of a card: sc:<session id>:<action>:<values>
LIFE_PREFIX = "lf"  # changes of the plan: lf:<what>:<session id>
LIFE = ("move", "ease", "skip")
CALENDAR_DATA = "pl:calendar"


def card_keyboard(
    item: StoredSession,
    sessions: Sequence[StoredSession],
    words: Localizer,
    today: date,
    *,
    detail: Button | None = None,
    opened: bool = False,
) -> Keyboard:
    """The first set, or with `opened` the second; a rest day only leads to the days around it."""
    if item.session.rest_day:
        return _rows((), around_row(item, sessions, words))
    if opened:
        return _rows(
            _life(item, today, words), _ways(item, today, words), _out(item, words), (back(item, words),)
        )
    is_open_today = item.status == "planned" and item.session.date == today
    tools = [card_button(item, "why", words)]
    if has_profile(item.session):
        tools.insert(0, card_button(item, "profile", words))
    return _rows(
        (log_button(item, words),) if is_open_today else (),
        (detail,) if detail else (),
        (*tools, card_button(item, "more", words)),
        around_row(item, sessions, words),
    )


def card_button(item: StoredSession, action: str, words: Localizer, value: str = "") -> Button:
    """A button of the card that answers in its place, or sends something."""
    data = f"{PREFIX}:{item.id}:{action}" + (f":{value}" if value else "")
    return Button(label=label(words(f"card-button-{action}")), data=data)


def back(item: StoredSession, words: Localizer) -> Button:
    """From a screen of the card to the card."""
    return card_button(item, "back", words)


def _life(item: StoredSession, today: date, words: Localizer) -> tuple[Button, ...]:
    """Changes are for what is still to be run; a race is not moved from here."""
    day = item.session.date
    if item.status != "planned" or day is None or day < today or kind_of(item.session) == "race":
        return ()
    return tuple(
        Button(label=label(words(f"card-button-{what}")), data=f"{LIFE_PREFIX}:{what}:{item.id}")
        for what in LIFE
    )


def _ways(item: StoredSession, today: date, words: Localizer) -> tuple[Button, ...]:
    """The same session another way: on a treadmill, on a hot day."""
    if not has_profile(item.session):
        return ()
    ways = [card_button(item, "heat", words)] if item.session.date == today else []
    if kind_of(item.session) != "race":
        ways.insert(0, card_button(item, "treadmill", words))
    return tuple(ways)


def _out(item: StoredSession, words: Localizer) -> tuple[Button, ...]:
    calendar = Button(label=words("card-button-calendar"), data=CALENDAR_DATA)
    if not can_be_exported(item.session):
        return (calendar,)
    return (Button(label=words("card-button-watch"), data=f"{WATCH_PREFIX}:{item.id}"), calendar)


def _rows(*rows: tuple[Button, ...]) -> Keyboard:
    return tuple(row for row in rows if row)
