"""Expressions of time in a message: weekdays, dates, weeks, lengths, in French and English."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

Kind = Literal["weekday", "date", "number", "relative", "span", "length"]

_WEEKDAY = (
    r"(?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|monday|tuesday|wednesday|thursday|friday"
    r"|saturday|sunday|lun|mar|mer|jeu|ven|sam|dim|mon|tues?|wed|thurs?|thu|fri|sat|sun)"
)
_MONTH = (
    r"(?:janv(?:ier)?|jan(?:uary)?|fevr?(?:ier)?|feb(?:ruary)?|mars|march|avr(?:il)?|apr(?:il)?|mai|may|juin|june?"
    r"|juil(?:let)?|july?|aout|aug(?:ust)?|sept(?:embre|ember)?|oct(?:obre|ober)?|nov(?:embre|ember)?"
    r"|dec(?:embre|ember)?)"
)
UNIT = r"(?:jours?|days?|semaines?|sem|weeks?)"
_DATES = (
    r"\b\d{4}-\d{2}-\d{2}\b",
    rf"\b\d{{1,2}}(?:er|st|nd|rd|th)?(?: of)? ?{_MONTH}\b(?: \d{{4}})?",
    rf"\b{_MONTH} (?:the )?\d{{1,2}}(?:st|nd|rd|th)?\b(?:,? \d{{4}})?",
    r"\b\d{1,2}/\d{1,2}(?:/\d{2,4})?\b",
)
_SPANS = (
    r"\b(?:le |this |ce |cette |next |la )?week-?ends?(?: (?:prochain|suivant))?\b",
    r"\b(?:(?:la|cette) )?(?:semaine (?:prochaine|suivante|d'apres)|semaine qui vient)\b",
    r"\b(?:the )?(?:next|following) week\b(?!s)",
    r"\bcette semaine\b",
    r"\bthis week\b",
    r"\b(?:la |the )?(?:fin de (?:la )?semaine|rest of the week|end of the week)\b",
    r"\btoute la semaine\b",
    r"\ball week\b",
)
_RELATIVE = (
    r"\bapres[- ]?demain\b", r"\bday after tomorrow\b", r"\baujourd'?hui\b", r"\btoday\b", r"\bce soir\b",
    r"\bce matin\b", r"\btonight\b", r"\bthis (?:morning|evening|afternoon)\b", r"\bdemain\b",
    r"\btomorrow\b", r"\btmrw\b",
)  # fmt: skip
# A bare number is a day of the month only after a word that says so.
_NUMBERS = (
    *(rf"(?<=\b{word} )\d{{1,2}}\b(?!/)" for word in ("du", "au", "le", "et", "from", "to", "des")),
    r"(?<=\bthe )\d{1,2}(?:st|nd|rd|th)?\b",
    r"(?<=-)\d{1,2}\b",
    r"\b\d{1,2}(?= ?- ?\d{1,2} )",
)
_TOKEN = re.compile(
    "|".join(
        (
            rf"(?P<date>{'|'.join(_DATES)})",
            rf"(?P<span>{'|'.join(_SPANS)})",
            r"(?P<length>\b(?:(?:les |the )?(?:prochaine?s?|next) )?"
            rf"(?:\d{{1,3}}|une?|an?) (?:prochaine?s? )?{UNIT}\b)",
            rf"(?P<weekday>\b(?:ce |this |next |le |on )?(?:{_WEEKDAY})(?:'s)?\b"
            r"(?:\.? (?:prochain|qui vient|en huit|en quinze))?)",
            rf"(?P<relative>{'|'.join(_RELATIVE)})",
            rf"(?P<number>{'|'.join(_NUMBERS)})",
        )
    )
)
_SAME_DAY = re.compile(r",? ?(?:le |the )?")
_NUMBER_AFTER = re.compile(r" (\d{1,2})(?:er|st|nd|rd|th)?\b(?! ?(?:km|k\b|h|min|m\b|x|fois|:|/|\d))")


@dataclass(frozen=True, slots=True)
class Token:
    """One expression of time and where it stands in the text."""

    kind: Kind
    text: str
    start: int
    end: int


def tokens_of(text: str) -> tuple[Token, ...]:
    """The expressions of time in a plain text, in order; `mardi 1er décembre` is one."""
    found = list(_tokens(text))
    kept: list[Token] = []
    for place, token in enumerate(found):
        following = found[place + 1] if place + 1 < len(found) else None
        if token.kind != "weekday":
            kept.append(token)
        elif (
            following is None
            or following.kind not in ("date", "number")
            or not _SAME_DAY.fullmatch(text[token.end : following.start])
        ):
            kept.append(_with_number(token, text))
    return tuple(kept)


def _tokens(text: str) -> Iterator[Token]:
    for found in _TOKEN.finditer(text):
        kinds: tuple[Kind, ...] = ("date", "span", "length", "weekday", "relative", "number")
        kind = next(name for name in kinds if found.group(name))
        yield Token(kind, found.group(), found.start(), found.end())


def _with_number(token: Token, text: str) -> Token:
    """`samedi 28` is the 28th, whatever the weekday says."""
    number = _NUMBER_AFTER.match(text[token.end :])
    return token if number is None else Token("number", number[1], token.start, token.end + number.end())
