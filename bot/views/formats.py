"""How values are written in the chat: dates, names, and text from outside made safe for Telegram HTML."""

import html
import re
import unicodedata
from datetime import date

from babel.dates import format_date, get_month_names

from core.athlete import Goal, InjurySite, Language, Level
from core.dialogue.questions import GOAL_DISTANCES_KM, GOALS, LEVELS
from core.formatting import format_distance
from core.localisation import Localizer

# First strong isolate … pop: a name written right to left must not turn the words around it.
ISOLATE, POP_ISOLATE = "\u2068", "\u2069"
RIGHT_TO_LEFT = frozenset({"R", "AL", "AN"})
WORD_JOINER = "\u2060"  # invisible, and Telegram makes no link across it
LINKING = re.compile(r":(?=//)|@(?=\w)|(?<=\w)\.(?=[^\W\d])")
LABEL_AT_MOST = 34  # letters of a button over the whole width of a phone

LOCALES: dict[Language, str] = {"fr": "fr_FR", "en": "en_GB"}
_LEVEL_KEYS = {level: f"profile-level-{key}" for key, level in LEVELS.items()}
_GOAL_KEYS = {goal: f"profile-goal-{key}" for key, goal in GOALS.items()}


def safe(text: str) -> str:
    """Text of ours or the engine's for Telegram HTML; a link a runner typed into a form stays words."""
    return html.escape(LINKING.sub(rf"\g<0>{WORD_JOINER}", text), quote=False)


def foreign(text: str) -> str:
    """Text a runner typed, for Telegram HTML: escaped, and kept apart when it runs right to left."""
    written = safe(text)
    turned = any(unicodedata.bidirectional(letter) in RIGHT_TO_LEFT for letter in text)
    return f"{ISOLATE}{written}{POP_ISOLATE}" if turned else written


def label(text: str) -> str:
    """Text for a button: one line, cut where a phone would cut it."""
    line = " ".join(text.split())
    return line if len(line) <= LABEL_AT_MOST else line[: LABEL_AT_MOST - 1].rstrip() + "…"


def long_date(day: date, language: Language) -> str:
    """`dimanche 12 avril 2027`, `Sunday 12 April 2027`."""
    return f"{full_weekday(day, language)} {day.year}"


def day_month(day: date, language: Language) -> str:
    """`12 avril`, `12 April`."""
    written = format_date(day, "d MMMM", locale=LOCALES[language])
    return f"1er{written[1:]}" if language == "fr" and day.day == 1 else written


def short_date(day: date, language: Language) -> str:
    """`12 avr.`, `12 Apr`."""
    return format_date(day, "d MMM", locale=LOCALES[language])


def weekday_and_day(day: date, language: Language) -> str:
    """`lun. 12`, `Mon 12`: the head of a line in the week."""
    return format_date(day, "EEE d", locale=LOCALES[language])


def weekday_number(day: date, language: Language) -> str:
    """`lundi 12`, `Monday 12`."""
    return format_date(day, "EEEE d", locale=LOCALES[language])


def full_weekday(day: date, language: Language) -> str:
    """`lundi 12 avril`, `Monday 12 April`."""
    weekday = format_date(day, "EEEE", locale=LOCALES[language])
    return f"{weekday} {day_month(day, language)}"


def month_name(month: int, language: Language) -> str:
    return str(get_month_names("wide", locale=LOCALES[language])[month])


def level_name(level: Level, words: Localizer) -> str:
    return words(_LEVEL_KEYS[level])


def goal_name(goal: Goal, words: Localizer) -> str:
    return words(_GOAL_KEYS[goal])


def distance_name(metres: float, words: Localizer) -> str:
    """`semi-marathon`, `10 km`: the name of a usual distance, else its kilometres."""
    for goal, km in GOAL_DISTANCES_KM.items():
        if abs(metres - km * 1000) < 1:
            return goal_name(goal, words)
    return format_distance(metres / 1000, words.language)


def injury_names(sites: tuple[InjurySite, ...], words: Localizer) -> str:
    return ", ".join(words(f"profile-injury-{site}") for site in sites)
