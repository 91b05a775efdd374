"""The menu of changes and its questions: which day, how long, which session."""

from collections.abc import Callable, Sequence
from datetime import date, timedelta

from bot.messages import Button, Keyboard
from bot.views.formats import full_weekday, label
from bot.views.life import PREFIX, days_in_words, off_data, session_buttons
from bot.views.settings import Screen
from core.localisation import Localizer
from storage.programs import StoredSession

MENU = ("day", "trip", "pause", "move", "ease", "skip")
DAY = timedelta(days=1)
TRIP_AT_MOST_DAYS = 7
DAYS_AHEAD = 8
BREAK_LENGTHS = (5, 7, 10, 14, 21, 28)
SESSIONS_SHOWN = 8


def menu_screen(words: Localizer) -> Screen:
    rows = tuple((Button(label=words(f"life-menu-{name}"), data=f"{PREFIX}:menu:{name}"),) for name in MENU)
    return Screen(words("life-menu"), rows)


def day_screen(items: Sequence[StoredSession], words: Localizer) -> Screen:
    """Days that hold a session; one tap says it is impossible."""
    rows = tuple(
        (Button(label=_name(item.session.date, words), data=off_data([item.session.date])),)
        for item in items[:SESSIONS_SHOWN]
        if item.session.date
    )
    return Screen(words("life-ask-day"), rows)


def trip_screen(today: date, words: Localizer) -> Screen:
    days = [today + DAY * ahead for ahead in range(DAYS_AHEAD)]
    return Screen(words("life-ask-trip"), _pairs([(_name(day, words), f"trip:{day}") for day in days]))


def trip_end_screen(first: date, words: Localizer) -> Screen:
    spans = [[first + DAY * n for n in range(length)] for length in range(2, TRIP_AT_MOST_DAYS + 1)]
    rows = _pairs([(_name(days[-1], words), off_data(days).removeprefix(f"{PREFIX}:")) for days in spans])
    return Screen(words("life-ask-trip-end", first=full_weekday(first, words.language)), rows)


def rest_screen(today: date, words: Localizer) -> Screen:
    """When a holiday begins."""
    return Screen(words("life-ask-rest"), _starts(today, words, lambda day: f"rest:{day}"))


def rest_length_screen(first: date, words: Localizer) -> Screen:
    choices = [
        (
            words("life-button-days", days=days),
            off_data([first + DAY * n for n in range(days)], holiday=True).removeprefix(f"{PREFIX}:"),
        )
        for days in BREAK_LENGTHS
    ]
    return Screen(words("life-ask-rest-length", first=full_weekday(first, words.language)), _pairs(choices))


def start_screen(length_days: int, today: date, words: Localizer) -> Screen:
    """From when a length of time counts."""

    def data(day: date) -> str:
        days = [day + DAY * n for n in range(length_days)]
        return off_data(days, holiday=True).removeprefix(f"{PREFIX}:")

    return Screen(words("life-ask-start", days=length_days), _starts(today, words, data))


def which_days_screen(readings: Sequence[Sequence[date]], words: Localizer) -> Screen:
    rows = tuple(
        (Button(label=_capital(days_in_words(days, words)), data=off_data(days)),) for days in readings
    )
    return Screen(words("life-ask-which-days"), rows)


def sessions_screen(
    action: str, items: Sequence[StoredSession], words: Localizer, *, value: str = "", weeks: bool = False
) -> Screen:
    """Which session is meant; for easing also the whole of this week or the next."""
    buttons = session_buttons(items[:SESSIONS_SHOWN], "to" if value else action, words, value)
    if weeks and items:
        number = items[0].week_number
        named = (("life-button-week", number), ("life-button-next-week", number + 1))
        buttons += tuple((Button(label=words(key), data=f"{PREFIX}:light:{week}"),) for key, week in named)
    return Screen(words(f"life-ask-session-{action}"), buttons)


def _starts(today: date, words: Localizer, data: Callable[[date], str]) -> Keyboard:
    monday = today + DAY * (7 - today.weekday())
    days = dict.fromkeys((today, today + DAY, monday, monday + DAY * 7))
    return _pairs([(_name(day, words), data(day)) for day in days])


def _name(day: date | None, words: Localizer) -> str:
    return _capital(full_weekday(day, words.language)) if day else ""


def _capital(text: str) -> str:
    return label(text[:1].upper() + text[1:])


def _pairs(choices: Sequence[tuple[str, str]]) -> Keyboard:
    """Two buttons a row."""
    buttons = [Button(label=text, data=f"{PREFIX}:{data}") for text, data in choices]
    return tuple(tuple(buttons[at : at + 2]) for at in range(0, len(buttons), 2))
