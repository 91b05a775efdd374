"""What a runner writes when life comes between them and the plan, read by rules.

"mardi impossible", "décale la sortie longue à dimanche", "I'm away Thursday to Saturday": a wish. What is
left open in it (which day, which session) is left open: it is asked, never guessed.
"""

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

from core.athlete import Language
from core.feeling_words import feeling_in
from core.life_words.days import DaysSaid, dates_of, days_said
from core.life_words.expressions import Token, tokens_of
from core.life_words.spelling import ByLanguage, mended, pattern, table

__all__ = ["Action", "SessionWord", "Wish", "wish_in"]

Action = Literal["away", "pause", "move", "skip", "ease", "lighten", "every-week"]
SessionWord = Literal[
    "long", "interval", "threshold", "hills", "marathon", "easy", "race", "strength", "test", "hard", "any"
]
MAX_WORDS = 30
"""Longer texts are stories, in which a word found by chance would be taken for a wish."""
# The accent that plain text loses: "j'ai sauté" tells, "saute" asks.
TOLD = re.compile(r"\b(?:saut|zapp|annul|décal|déplac|report|allég|supprim|avanc)é(?:e|s|es)?\b")
TO = re.compile(
    r"(?:\b(?:a|au|vers|pour|to|on|for|sur|onto|au plus tard)(?: (?:le|la|ce|this|the|next))? *)$"
)
OF = re.compile(r"(?:\b(?:de|du|d'|of|from|depuis)(?: (?:le|la|ce|this|the))? *)$")
_DAYS_FR = "(?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche)"
_DAYS_EN = "(?:mon|tues|wednes|thurs|fri|satur|sun)day"
EVERY = re.compile(
    rf"\b(?:tou[st] les|chaque|every|each) (?:{_DAYS_FR}s?|{_DAYS_EN}s?|week-?ends?)\b"
    rf"|\bles {_DAYS_FR}s\b|\bon {_DAYS_EN}s\b"
)
NO_RUNNING = re.compile(r"\b(?:courir|run|running|train)\b")


@dataclass(frozen=True, slots=True)
class Wish:
    """What is asked of the plan.

    `days` are those without running, or those of the session meant; `other_days` a second reading of them.
    `session` says which session by its kind; `to` is where it goes, `other_to` its second reading.
    `length_days` is a length without its beginning. What is empty was not said.
    """

    action: Action
    days: tuple[date, ...] = ()
    other_days: tuple[date, ...] = ()
    session: SessionWord | None = None
    to: date | None = None
    other_to: date | None = None
    length_days: int | None = None


def wish_in(text: str, today: date, language: Language) -> Wish | None:
    """The wish in a message, or None when it holds none."""
    said = mended(text)
    if not said or len(said.split()) > MAX_WORDS or _is_not_for_us(text, said):
        return None
    if EVERY.search(said) and (_has("away", said) or _has("skip", said)):
        return Wish("every-week")
    if _has("move", said):
        moved = _move(said, today, language)
        if moved is not None:
            return moved
    for read in (_lighten, _ease, _skip, _pause, _away):
        wish = read(said, today, language)
        if wish is not None:
            return wish
    return None


def _is_not_for_us(text: str, said: str) -> bool:
    if TOLD.search(unicodedata.normalize("NFC", text).casefold()):
        return True
    if any(pattern(*table().not_for_us[name]).search(said) for name in ("past", "denied")):
        return True
    asked = re.match(rf"\W*(?:{'|'.join(table().not_for_us['asked'])})\b", said)
    return asked is not None or feeling_in(text) in ("pain", "ill")


def _move(said: str, today: date, language: Language) -> Wish | None:
    """A session and where it goes; needs a session or a day to be about the plan."""
    session, tokens = _session(said), [token for token in tokens_of(said) if token.kind != "length"]
    dated = [token for token in tokens if token.kind != "span"]
    if session is None and not dated:
        return None
    if re.search(r"\bsemaine (?:entiere|complete)\b|\bwhole week\b", said):
        return None
    source, target = _ends(said, dated, session)
    to, other_to = _dates(target, today, language)
    days, other_days = _dates(source, today, language)
    if days and to and days == to:
        other_to = None
    return Wish(
        "move",
        (days,) if days else (),
        (other_days,) if other_days and other_days != days else (),
        session,
        to,
        other_to if other_to != to else None,
    )


def _ends(
    said: str, dated: Sequence[Token], session: SessionWord | None
) -> tuple[Token | None, Token | None]:
    """Which day the session is on, and which it goes to."""
    if not dated:
        return None, None
    if len(dated) == 1:
        only = dated[0]
        before = said[: only.start]
        if OF.search(before) or only.text.endswith("'s"):
            return only, None
        has_place = TO.search(before) or re.match(r"(?:on|le|ce|this|next) ", only.text)
        named = session not in (None, "any") and pattern(*table().sessions[session or "any"]).search(before)
        return (None, only) if has_place or named else (only, None)
    first, last = dated[0], dated[-1]
    turned = TO.search(said[: first.start]) and OF.search(said[: last.start])
    return (last, first) if turned else (first, last)


def _dates(token: Token | None, today: date, language: Language) -> tuple[date | None, date | None]:
    return (None, None) if token is None else dates_of(token, today, language)


def _lighten(said: str, today: date, language: Language) -> Wish | None:
    if not (_has("ease", said) and pattern(*table().weeks.french, *table().weeks.english).search(said)):
        return None
    if any(token.kind in ("weekday", "date", "relative") for token in tokens_of(said)):
        return None  # a day of that week
    if _session(said) not in (None, "any"):
        return None
    later = bool(re.search(r"\b(?:prochaine?|suivante?|next|following)\b", said))
    monday = today - timedelta(days=today.weekday()) + timedelta(weeks=1 if later else 0)
    return Wish("lighten", (monday,))


def _ease(said: str, today: date, language: Language) -> Wish | None:
    return _on_session("ease", said, today, language)


def _skip(said: str, today: date, language: Language) -> Wish | None:
    return _on_session("skip", said, today, language)


def _on_session(action: Literal["ease", "skip"], said: str, today: date, language: Language) -> Wish | None:
    """A session to come, by its day or its kind; a bare verb is no wish."""
    if not _has(action, said):
        return None
    session, days = _session(said), days_said(said, today, language)
    if session is None and not days.days:
        return None
    if action == "skip" and len(days.days) > 1:
        return Wish("away", days.days, _other(days))
    return Wish(action, days.days, _other(days), session)


def _pause(said: str, today: date, language: Language) -> Wish | None:
    days = days_said(said, today, language)
    if not _has("pause", said):
        return None
    about_time = days.days or days.length_days
    if not about_time and len(said.split()) > 6:
        return None
    return Wish("pause", days.days, _other(days), length_days=days.length_days)


def _away(said: str, today: date, language: Language) -> Wish | None:
    if not _has("away", said):
        return None
    days = days_said(said, today, language)
    if not days.days and not days.length_days:
        travels = re.search(r"\b(?:deplacements?|voyage|travell?ing|away|business trip)\b", said)
        bare = travels or NO_RUNNING.search(said)
        return Wish("away") if bare and len(said.split()) <= 6 else None
    return Wish("away", days.days, _other(days), length_days=days.length_days)


def _other(days: DaysSaid) -> tuple[date, ...]:
    return days.choices[1] if days.choices else ()


def _has(action: str, said: str) -> bool:
    words: ByLanguage = table().actions[action]
    return pattern(*words.french, *words.english).search(said) is not None


def _session(said: str) -> SessionWord | None:
    """The kind of session named: the first of the table whose word stands in the text."""
    order: tuple[SessionWord, ...] = (
        "long", "interval", "threshold", "hills", "marathon", "race", "strength", "test", "hard", "easy",
        "any",
    )  # fmt: skip
    return next((name for name in order if pattern(*table().sessions[name]).search(said)), None)
