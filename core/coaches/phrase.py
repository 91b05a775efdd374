"""A text of a session before its language: a key with figures, or words already written."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from core.athlete import Language
from core.catalogue.reading import words_of
from core.formatting import clock, format_minutes, format_number
from core.localisation import core_localizer

ENDINGS = ("_small_exercise", "_exercise", "_key", "_min", "_s")
"""How a figure is told, by the end of its name; the longest first."""


@dataclass(frozen=True, slots=True)
class Phrase:
    """A message of core's texts with its figures, or `text` written in the runner's own language.

    The end of a figure's name says how it is told: `_exercise` an id as the name of the movement
    (`_small_exercise` with a small letter, for the middle of a sentence), `_key` another message, `_min`
    minutes, `_s` a clock time; the variable loses that ending. Other numbers are told as numbers of the
    language, other strings as they are.
    """

    key: str = ""
    figures: Mapping[str, float | str] = field(default_factory=dict)
    text: str = ""

    def said(self, language: Language) -> str:
        """The sentence in `language`; raises MissingText for a key without a message."""
        if self.text:
            return self.text
        if not self.key:
            return ""
        return core_localizer(language)(self.key, **_spoken(self.figures, language))

    def __bool__(self) -> bool:
        return bool(self.key or self.text)


def phrase(key: str, **figures: float | str) -> Phrase:
    """A phrase of core's texts; whole numbers become floats, so that a stored phrase comes back the same."""
    return Phrase(key, {name: one if isinstance(one, str) else float(one) for name, one in figures.items()})


def written(text: str) -> Phrase:
    """A phrase whose words are already there, in the runner's language."""
    return Phrase(text=text)


def _spoken(figures: Mapping[str, float | str], language: Language) -> dict[str, str]:
    return dict(_one(name, figure, language) for name, figure in figures.items())


def _one(name: str, figure: float | str, language: Language) -> tuple[str, str]:
    """The variable of a figure and its text."""
    told = _string(name, figure, language) if isinstance(figure, str) else _number(name, figure, language)
    return next((name.removesuffix(end) for end in ENDINGS if name.endswith(end)), name), told


def _string(name: str, figure: str, language: Language) -> str:
    if name.endswith("_small_exercise"):
        return _small(words_of(figure, language).name)
    if name.endswith("_exercise"):
        return words_of(figure, language).name
    return core_localizer(language)(figure) if name.endswith("_key") else figure


def _number(name: str, figure: float, language: Language) -> str:
    if name.endswith("_min"):
        return _minutes(figure, language)
    return clock(figure) if name.endswith("_s") else format_number(figure, language)


def _minutes(minutes: float, language: Language) -> str:
    """`12 min`; `1:30` for an odd half."""
    return clock(minutes * 60) if (2 * minutes) % 2 == 1 else format_minutes(minutes, language)


PROPER = frozenset(
    {
        "American", "Arnold", "Assault", "Bulgarian", "Copenhagen", "Cossack", "Cuban", "Nordic", "Pallof",
        "Pendlay", "Romanian", "Russian", "SkiErg", "Spanish", "Tabata", "Turkish", "World’s", "Zercher",
    }
)  # fmt: skip
"""First words of names that keep their capital inside a sentence."""


def _small(name: str) -> str:
    """The name as it stands inside a sentence; an acronym or a proper start keeps its capitals."""
    first = name.split(" ", 1)[0]
    keeps = name[1:2].isupper() or first[1:2] == "-" or first in PROPER
    return name if keeps else name[:1].lower() + name[1:]
