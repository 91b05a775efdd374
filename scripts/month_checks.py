"""What must not stand in a month of chat."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from pathlib import Path

from bot.words import words_in
from core.athlete import Language
from core.localisation import CORE_LOCALES
from scripts.month_phone import Line

LONGEST_TEXT = 4096
BOT_LOCALES = Path(__file__).parents[1] / "bot" / "locales"
# Words of one language that the other never uses.
FOREIGN = {
    "en": "séance semaine jours repos avec pour ton tes une des du aujourd demain facile allure sortie "
    "course les lundi mardi mercredi jeudi vendredi samedi dimanche et est pas",
    "fr": "the and your you week today tomorrow rest session with easy run pace monday tuesday wednesday "
    "thursday friday saturday sunday what this is are not",
}
# Names of the other language that a runner may meet: a file, a unit, a race.
ALLOWED = {"en": {"course"}, "fr": set()}


def problems(
    lines: Sequence[Line], language: Language, first: date, days: int, quiet: set[date]
) -> list[str]:
    """One sentence each, with the number of the message; no morning is expected on `quiet` dates."""
    told = [line for line in lines if line.from_bot]
    found = [*_each(told, language), *_twice(told), *_mornings(told, first, days, quiet)]
    return [f"{language}: {text}" for text in found]


def _each(lines: Sequence[Line], language: Language) -> Iterator[str]:
    keys = _message_ids(language)
    apologies = [words_in(language)(key) for key in ("error-apology", "error-not-saved")]
    for line in lines:
        text = " ".join([line.text, *(label for row in line.buttons for label in row)])
        where = f"#{line.message_id} {line.at:%d %b %H:%M}"
        if len(line.text.encode("utf-16-le")) // 2 > LONGEST_TEXT:
            yield f"{where}: over Telegram’s limit"
        if any(apology in text for apology in apologies) or "Traceback" in text:
            yield f"{where}: an apology or a traceback"
        if "{$" in text or "{ $" in text or "???" in text or re.search(r"\bNone\b(?! of)", text):
            yield f"{where}: a hole in the text: {text[:80]!r}"
        for key in sorted(keys & set(re.findall(r"[a-z0-9]+(?:-[a-z0-9]+)+", text))):
            yield f"{where}: a message id: {key}"
        words = set(re.findall(r"[a-zà-ÿœ]+", re.sub(r"/\w+", "", text.lower()))) - ALLOWED[language]
        for word in sorted(words & set(FOREIGN[language].split())):
            yield f"{where}: the other language: {word!r} in {_around(text, word)!r}"


def _around(text: str, word: str) -> str:
    at = text.lower().find(word)
    return text[max(0, at - 30) : at + 30]


def _message_ids(language: Language) -> set[str]:
    folders = (CORE_LOCALES / language, BOT_LOCALES / language)
    texts = [path.read_text(encoding="utf-8") for folder in folders for path in folder.glob("*.ftl")]
    return {key for text in texts for key in re.findall(r"^([a-z][a-z0-9-]+) =", text, re.MULTILINE)}


def _twice(lines: Sequence[Line]) -> Iterator[str]:
    unasked = Counter((line.at.date(), line.text) for line in lines if line.unasked and not line.edited)
    for (day, text), times in unasked.items():
        if times > 1 and text:
            yield f"{day}: {times} times unasked: {text[:60]!r}"


def _mornings(lines: Sequence[Line], first: date, days: int, quiet: set[date]) -> Iterator[str]:
    greeted = {line.at.date() for line in lines if line.unasked and 6 <= line.at.hour < 9}
    for day in (first + timedelta(days=number) for number in range(days)):
        if day not in greeted and day not in quiet:
            yield f"{day}: no message in the morning"
