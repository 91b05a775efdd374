"""Which days a message speaks of: weekdays, dates, ranges, lengths of time, in French and English."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from core.athlete import Language
from core.failure import Failure
from core.life_words.expressions import UNIT, Token, tokens_of
from core.notation.dates import parse_date
from core.notation.weekdays import weekday_of

DAY, WEEK = timedelta(days=1), timedelta(weeks=1)
LONGEST_RANGE_DAYS = 120
"""A longer absence is a slip of the finger, or a new plan."""

_TO = "a|au|jusqu'a|jusqu'au|to|through|thru|until|till|til|up to|->?"
_RANGE = re.compile(rf"^\W*(?:(?:{_TO})(?: (?:le|la|the))?|-)\W*$")
_BETWEEN = re.compile(r"\b(?:entre|between)\b")
_UNTIL = re.compile(r"(?:jusqu'?(?:a|au|en)|until|till|til|through)(?: (?:le|la|the))? *$")
_IN_SOME_TIME = re.compile(r"\b(?:dans|in|d'ici) *$")
_SOON = {
    "apres": 2,
    "day after": 2,
    "aujourd": 0,
    "today": 0,
    "ce soir": 0,
    "ce matin": 0,
    "tonight": 0,
    "this ": 0,
}


@dataclass(frozen=True, slots=True)
class DaysSaid:
    """The days named, in two readings when a word can mean two; `length_days` when only a length was said."""

    days: tuple[date, ...] = ()
    other: tuple[date, ...] = ()
    length_days: int | None = None

    @property
    def choices(self) -> tuple[tuple[date, ...], ...]:
        return (self.days, self.other) if self.other and self.other != self.days else ()


def days_said(text: str, today: date, language: Language) -> DaysSaid:
    """Every day a plain text speaks of; nothing when it names none."""
    tokens = tokens_of(text)
    length = _length_days(text, tokens)
    dated = [token for token in tokens if token.kind != "length"]
    first = _days(text, dated, today, language, later=False)
    other = _days(text, dated, today, language, later=True)
    if length is None:
        return DaysSaid(first, other)
    soon = re.search(r"\b(?:prochaine?s?|next|coming)\b", text) is not None
    if not first:
        return DaysSaid(_range(today, today + DAY * (length - 1))) if soon else DaysSaid((), (), length)
    starts = (first[0], other[0]) if other else (first[0], first[0])
    spans = (
        [_range(start, start + DAY * (length - 1)) for start in starts] if len(first) == 1 else [first, other]
    )
    return DaysSaid(spans[0], spans[1])


def dates_of(token: Token, today: date, language: Language) -> tuple[date, date]:
    """The date of one expression, in its two readings."""
    found = [_one(token, today, language, later=later, this_week=None) for later in (False, True)]
    return found[0], found[1]


def _length_days(text: str, tokens: Sequence[Token]) -> int | None:
    for token in tokens:
        if token.kind != "length" or _IN_SOME_TIME.search(text[: token.start]):
            continue
        found = re.search(rf"(\d+|une?|an?) (?:prochaine?s? )?({UNIT})", token.text)
        if found is None:
            continue
        count = int(found[1]) if found[1].isdecimal() else 1
        days = count * (1 if found[2].startswith(("j", "d")) else 7)
        return days if 0 < days <= LONGEST_RANGE_DAYS else None
    return None


def _days(
    text: str, tokens: Sequence[Token], today: date, language: Language, *, later: bool
) -> tuple[date, ...]:
    spans = [token for token in tokens if token.kind == "span"]
    this_week = _week_meant(spans, today) if any(token.kind == "weekday" for token in tokens) else None
    if this_week is not None:
        tokens = [token for token in tokens if token.kind != "span"]
    found: set[date] = set()
    previous: date | None = None
    for place, token in enumerate(tokens):
        if token.kind == "span":
            found |= set(_span(token, today, later=later))
            previous = None
            continue
        following = tokens[place + 1] if place + 1 < len(tokens) else None
        at = _one(token, today, language, later=later, this_week=this_week, after=previous, until=following)
        if previous is not None and _is_range(text, tokens[place - 1], token):
            at = _at_or_after(token, previous, at)
            found |= set(_range(previous, at))
        elif _UNTIL.search(text[: token.start]) and previous is None:
            found |= set(_range(today, at))
        else:
            found.add(at)
        previous = at
    return tuple(sorted(found))


def _is_range(text: str, before: Token, token: Token) -> bool:
    between = text[before.end : token.start]
    if _BETWEEN.search(text[: before.start]) and re.fullmatch(r"\W*(?:et|and)(?: (?:le|the))?\W*", between):
        return True
    return _RANGE.match(between) is not None


def _one(
    token: Token,
    today: date,
    language: Language,
    *,
    later: bool,
    this_week: date | None,
    after: date | None = None,
    until: Token | None = None,
) -> date:
    if token.kind == "weekday":
        return _weekday(token, today, later=later, this_week=this_week, after=after)
    if token.kind == "relative":
        ahead = next((days for word, days in _SOON.items() if token.text.startswith(word)), 1)
        return today + DAY * ahead
    if token.kind == "number":
        return _numbered(int(re.sub(r"\D", "", token.text)), today, language, after=after, until=until)
    read = parse_date(token.text, today, language)
    return today if isinstance(read, Failure) else read


def _weekday(token: Token, today: date, *, later: bool, this_week: date | None, after: date | None) -> date:
    name = re.sub(
        r"'s$|^(?:ce|this|next|le|on) | .*$", "", re.sub(r"^(?:ce|this|next|le|on) ", "", token.text)
    )
    number = weekday_of(name.rstrip(".'s") if name.endswith("'s") else name) or 0
    if this_week is not None:
        return this_week + DAY * number
    if after is not None:
        return after + DAY * ((number - after.weekday() - 1) % 7 + 1)
    ahead = (number - today.weekday()) % 7
    coming = today + DAY * ahead
    if "en huit" in token.text or "en quinze" in token.text:
        return today + DAY * (ahead or 7) + WEEK * (1 if "huit" in token.text else 2)
    if re.search(r"\b(?:prochain|next)\b", token.text):
        in_this_week = coming.isocalendar()[:2] == today.isocalendar()[:2]
        first = coming if ahead else coming + WEEK
        return first + WEEK if later and in_this_week and ahead else first
    plain_word = not re.search(r"^(?:ce|this) ", token.text)
    return coming + WEEK if later and ahead == 0 and plain_word else coming


def _numbered(
    number: int, today: date, language: Language, *, after: date | None, until: Token | None
) -> date:
    """A day of the month without its month: that of the other end of the range, else the next one."""
    if after is not None:
        return _next_numbered(number, after)
    if until is not None and until.kind == "date":
        end = parse_date(until.text, today, language)
        if not isinstance(end, Failure):
            start = _last_numbered(number, end)
            return max(start, today) if start < today else start
    return _next_numbered(number, today)


def _next_numbered(number: int, start: date) -> date:
    days = (start + DAY * ahead for ahead in range(62))
    return next((day for day in days if day.day == number), start)


def _last_numbered(number: int, end: date) -> date:
    days = (end - DAY * back for back in range(62))
    return next((day for day in days if day.day == number), end)


def _at_or_after(token: Token, previous: date, at: date) -> date:
    """The end of a range comes after its start."""
    while at < previous and token.kind in ("weekday", "relative"):
        at += WEEK
    return at


def _range(first: date, last: date) -> tuple[date, ...]:
    length = min((last - first).days + 1, LONGEST_RANGE_DAYS)
    return tuple(first + DAY * ahead for ahead in range(max(length, 0)))


def _monday(day: date) -> date:
    return day - DAY * day.weekday()


def _week_meant(spans: Sequence[Token], today: date) -> date | None:
    """The Monday of the week that weekdays are said to lie in."""
    for span in spans:
        if "week-end" in span.text or "weekend" in span.text:
            continue
        return _monday(today) + (WEEK if _is_next(span) else timedelta())
    return None


def _span(token: Token, today: date, *, later: bool) -> tuple[date, ...]:
    monday = _monday(today)
    if "week-end" in token.text or "weekend" in token.text:
        saturday = monday + DAY * 5
        if _is_next(token) and later:
            saturday += WEEK
        return tuple(day for day in (saturday, saturday + DAY) if day >= today)
    if _is_next(token):
        return _range(monday + WEEK, monday + WEEK + DAY * 6)
    first = today
    if "fin de" in token.text or "end of" in token.text:
        first = max(today, monday + DAY * 3)
    return _range(first, monday + DAY * 6)


def _is_next(token: Token) -> bool:
    return bool(re.search(r"\b(?:prochaine?|suivante?|d'apres|qui vient|next|following)\b", token.text))
