"""Dates as runners type them: `dans 12 semaines`, `le 12 avril`, `April 12`, `12/04`, `dimanche prochain`."""

import calendar
import re
from collections.abc import Callable
from datetime import date, timedelta

from core.athlete import Language
from core.failure import Failure
from core.notation.numbers import digits_for_words
from core.notation.weekdays import weekday_of
from core.notation.words import plain

UNCLEAR, PAST, IMPOSSIBLE = "notation-date-unclear", "notation-date-past", "notation-date-impossible"
NEEDS_DAY, TOO_FAR = "notation-date-needs-day", "notation-date-too-far"
YEARS_AHEAD = 3
"""A race further away is a slip of the finger."""
LEAP_CYCLE_YEARS = 8

_MONTHS = (
    ("janvier", "janv", "january", "jan"), ("fevrier", "fevr", "fev", "february", "feb"),
    ("mars", "march", "mar"), ("avril", "avr", "april", "apr"), ("mai", "may"), ("juin", "june", "jun"),
    ("juillet", "juil", "july", "jul"), ("aout", "august", "aug"), ("septembre", "september", "sept", "sep"),
    ("octobre", "october", "oct"), ("novembre", "november", "nov"), ("decembre", "december", "dec"),
)  # fmt: skip
_MONTH_NUMBER = {word: number for number, words in enumerate(_MONTHS, start=1) for word in words}
_MONTH = rf"(?P<month>{'|'.join(sorted(_MONTH_NUMBER, key=len, reverse=True))})\b\.?"
_DAY, _YEAR = r"(?P<day>\d{1,2})(?:er|e|st|nd|rd|th)?", r"(?P<year>\d{4})"
_DAY_MONTH = re.compile(rf"\b{_DAY}(?: of)? ?{_MONTH}(?:,? {_YEAR}\b)?")
_MONTH_DAY = re.compile(rf"\b{_MONTH} (?:the )?{_DAY}\b(?:,? {_YEAR}\b)?")
_MONTH_ALONE = re.compile(rf"\b{_MONTH}")
_ISO = re.compile(r"\b(?P<year>\d{4})[-/.](?P<month>\d{1,2})[-/.](?P<day>\d{1,2})\b")
_NUMERIC = re.compile(r"(?<![\d/.-])(\d{1,2})[-/.](\d{1,2})(?:[-/.](\d{4}|\d{2}))?(?![\d/.-])")
_COUNTED = re.compile(r"\b(\d{1,3}) ?(semaines?|sem|weeks?|wks?|mois|months?|jours?|j|days?|ans?|years?)\b")
_UNIT_DAYS = {"s": 7, "w": 7, "j": 1, "d": 1}
_SOON = (
    (re.compile(r"\bapres[- ]?demain\b|\bday after tomorrow\b"), 2),
    (re.compile(r"\baujourd'hui\b|\btoday\b"), 0),
    (re.compile(r"\bdemain\b|\btomorrow\b"), 1),
)
_LATER_WEEKS = ((re.compile(r"\ben huit\b|\bweek on\b"), 1), (re.compile(r"\ben quinze\b"), 2))

Reading = date | Failure | None


def parse_date(text: str, today: date, language: Language) -> date | Failure:
    """The date meant, today or later and at most three years ahead; without a year, the next one.

    `12/04` is 12 April in French and 4 December in English, unless only the other order exists. Failures:
    `notation-date-past`, `-impossible` (31 February), `-needs-day` (a month alone), `-too-far`, `-unclear`.
    """
    cleaned = plain(text)
    readers: tuple[Callable[[str, date, Language], Reading], ...] = (
        _read_iso,
        _read_numeric,
        _read_written,
        _read_soon,
        _read_counted,
        _read_weekday,
        _read_month_alone,
    )
    for read in readers:
        meant = read(cleaned, today, language)
        if meant is not None:
            return meant if isinstance(meant, Failure) else _checked(meant, today)
    return Failure(UNCLEAR, {"example": today + timedelta(weeks=12)})


def _checked(meant: date, today: date) -> date | Failure:
    if meant < today:
        return Failure(PAST, {"date": meant})
    if meant > _add_months(today, 12 * YEARS_AHEAD):
        return Failure(TOO_FAR, {"date": meant})
    return meant


def _read_iso(text: str, today: date, language: Language) -> Reading:
    found = _ISO.search(text)
    return _dated(int(found["day"]), int(found["month"]), int(found["year"]), today) if found else None


def _read_numeric(text: str, today: date, language: Language) -> Reading:
    found = _NUMERIC.search(text)
    if not found:
        return None
    first, second = int(found[1]), int(found[2])
    day, month = (first, second) if language == "fr" else (second, first)
    if month > 12 >= day:
        day, month = month, day
    year = int(found[3]) if found[3] else None
    return _dated(day, month, year + 2000 if year is not None and year < 100 else year, today)


def _read_written(text: str, today: date, language: Language) -> Reading:
    found = _DAY_MONTH.search(text) or _MONTH_DAY.search(text)
    if not found:
        return None
    year = int(found["year"]) if found["year"] else None
    return _dated(int(found["day"]), _MONTH_NUMBER[found["month"]], year, today)


def _read_soon(text: str, today: date, language: Language) -> Reading:
    for pattern, days in _SOON:
        if pattern.search(text):
            return today + timedelta(days=days)
    return None


def _read_counted(text: str, today: date, language: Language) -> Reading:
    found = _COUNTED.search(digits_for_words(text))
    if not found:
        return None
    count, unit = int(found[1]), found[2]
    if unit.startswith(("mo", "an", "y")):
        return _add_months(today, count * (1 if unit.startswith("mo") else 12))
    return today + timedelta(days=count * _UNIT_DAYS[unit[0]])


def _read_weekday(text: str, today: date, language: Language) -> Reading:
    days = [day for day in map(weekday_of, re.findall(r"[a-z]+", text)) if day is not None]
    if len(days) != 1:
        return None
    weeks = next((weeks for pattern, weeks in _LATER_WEEKS if pattern.search(text)), 0)
    return today + timedelta(days=(days[0] - today.weekday() - 1) % 7 + 1 + 7 * weeks)


def _read_month_alone(text: str, today: date, language: Language) -> Reading:
    return Failure(NEEDS_DAY) if _MONTH_ALONE.search(text) else None


def _dated(day: int, month: int, year: int | None, today: date) -> date | Failure:
    """The day of that year; without a year, the first such day from today on."""
    years = (year,) if year is not None else range(today.year, today.year + LEAP_CYCLE_YEARS + 1)
    for candidate in years:
        meant = _day_of(candidate, month, day)
        if meant and (year is not None or meant >= today):
            return meant
    return Failure(IMPOSSIBLE)


def _day_of(year: int, month: int, day: int) -> date | None:
    if year < 1 or not 1 <= month <= 12 or not 1 <= day <= calendar.monthrange(year, month)[1]:
        return None
    return date(year, month, day)


def _add_months(start: date, months: int) -> date:
    """The same day some months later, or the last day of a shorter month."""
    year, month = divmod(start.year * 12 + start.month - 1 + months, 12)
    return date(year, month + 1, min(start.day, calendar.monthrange(year, month + 1)[1]))
