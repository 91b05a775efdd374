"""Days of the week, typed and written; Monday is 0."""

import re

from core.athlete import Language
from core.failure import Failure
from core.notation.words import plain

WEEKDAY_NAMES: dict[Language, tuple[str, ...]] = {
    "fr": ("Lundi", "Mardi", "Mercredi", "Jeudi", "Vendredi", "Samedi", "Dimanche"),
    "en": ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"),
}
_SHORT = (
    ("lun", "mon"), ("mar", "tue", "tues"), ("mer", "wed"), ("jeu", "thu", "thur", "thurs"),
    ("ven", "fri"), ("sam", "sat"), ("dim", "sun"),
)  # fmt: skip
_BY_WORD: dict[str, tuple[int, ...]] = {
    word: (day,)
    for day, short in enumerate(_SHORT)
    for word in (
        *short,
        *(f"{WEEKDAY_NAMES[lang][day].lower()}{s}" for lang in WEEKDAY_NAMES for s in ("", "s")),
    )
}
WORKING_DAYS, WEEKEND, ALL_DAYS = (0, 1, 2, 3, 4), (5, 6), (0, 1, 2, 3, 4, 5, 6)
_GROUPS = (
    (re.compile(r"\bweek-?ends?\b|\bfin de semaine\b"), " weekend "),
    (re.compile(r"\b(?:en|la|de) semaine\b|\bweek ?days\b"), " weekdays "),
    (re.compile(r"\btou[st](?: les jours)?\b|\bn'importe\b|\b(?:every|all|any)(?: ?days?)?\b"), " everyday "),
)  # fmt: skip
_BY_GROUP = {"weekend": WEEKEND, "weekdays": WORKING_DAYS, "everyday": ALL_DAYS}
_EXCEPT = re.compile(r"\b(?:sauf|except|but not|but|mais pas|not)\b")
_TOKEN = re.compile(r"[a-z]+|-")
_RANGE_WORDS = frozenset({"-", "a", "au", "to", "through", "jusqu"})


def weekday_name(day: int, language: Language) -> str:
    """`Lundi` or `Monday`, as programs write it; `day` is 0 (Monday) to 6."""
    return WEEKDAY_NAMES[language][day]


def weekday_of(word: str) -> int | None:
    """The day a word names in either language, whole or short; None when it names none."""
    days = _BY_WORD.get(plain(word).rstrip("."))
    return days[0] if days else None


def parse_weekdays(text: str) -> tuple[int, ...] | Failure:
    """The days named, in order of the week: lists, ranges, weekends, everything but a day."""
    cleaned = plain(text)
    if cleaned.count("-") > 1:  # `lun-mer-ven` is a list, `lun-ven` a range
        cleaned = cleaned.replace("-", " ")
    for pattern, word in _GROUPS:
        cleaned = pattern.sub(word, cleaned)
    wanted, *excluded = _EXCEPT.split(cleaned)
    kept = (_days_in(wanted) or set(ALL_DAYS if excluded else ())) - {
        day for part in excluded for day in _days_in(part)
    }
    return tuple(sorted(kept)) if kept else Failure("notation-weekdays-unclear")


def _days_in(text: str) -> set[int]:
    days: set[int] = set()
    previous, ranged = None, False
    for token in _TOKEN.findall(text):
        if token in _RANGE_WORDS:
            ranged = previous is not None
            continue
        found = _BY_GROUP.get(token) or _BY_WORD.get(token)
        if not found:
            continue
        if ranged and previous is not None:
            days |= {day % 7 for day in range(previous, found[0] + (7 if found[0] < previous else 0))}
        days |= set(found)
        previous, ranged = found[-1], False
    return days
