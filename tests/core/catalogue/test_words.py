"""What a runner reads of each movement: complete in both languages, short, and in one language at a time."""

import re
import tomllib
from collections import Counter
from pathlib import Path

import pytest

from core.athlete import Language
from core.catalogue.reading import DISCIPLINES, catalogue, words_of
from core.enrichment.checks import is_unsafe
from core.notation.words import plain
from tests.test_french import faults

WORDS = Path(__file__).parents[3] / "core" / "catalogue" / "words"
LANGUAGES: tuple[Language, ...] = ("fr", "en")
LONGEST_NAME = 48
LONGEST_LINE = 110
"""Letters of a cue or a mistake: two lines on a phone."""
FOREIGN: dict[Language, re.Pattern[str]] = {
    "fr": re.compile(
        r"\b(?:the|and|your|with|of|to|is|you|feet|knees?|hips?|shoulders?|arms?|without|floor|keep)\b", re.I
    ),
    "en": re.compile(
        r"\b(?:le|la|les|des|une|avec|ton|tes|et|du|pas|dans|sans|genoux?|pieds?|bras|dos|hanches?)\b"
        r"|[éèêàâçùûîôœ]",
        re.I,
    ),
}
POLITE = re.compile(r"\b(?:vous|votre|vos)\b", re.I)
ALL = [(language, key) for language in LANGUAGES for key in catalogue()]


def lines_of(key: str, language: Language) -> tuple[str, ...]:
    words = words_of(key, language)
    return (*words.cues, *words.mistakes)


@pytest.mark.parametrize(("language", "key"), ALL)
def test_the_words_of_a_movement_are_complete_and_short(language: Language, key: str) -> None:
    words = words_of(key, language)
    assert 2 <= len(words.cues) <= 4
    assert 1 <= len(words.mistakes) <= 3
    assert len(words.name) <= LONGEST_NAME
    assert words.aliases
    for line in lines_of(key, language):
        assert 8 <= len(line) <= LONGEST_LINE, line
        assert line[0].isupper() or line[0].isdigit(), line
        assert line.endswith("."), line
        assert line == line.strip()
        assert "'" not in line, f"a typewriter’s apostrophe: {line}"


@pytest.mark.parametrize(("language", "key"), ALL)
def test_no_word_of_the_other_language_and_nothing_unsafe_is_left(language: Language, key: str) -> None:
    for line in lines_of(key, language):
        assert not FOREIGN[language].search(line), line
        assert not POLITE.search(line), line
        assert not is_unsafe(line), line
    other = set(lines_of(key, "en" if language == "fr" else "fr"))
    assert not other & set(lines_of(key, language)), "one text serves both languages"


@pytest.mark.parametrize("key", list(catalogue()))
def test_french_is_set_as_french_is_printed(key: str) -> None:
    assert [fault for line in lines_of(key, "fr") for fault in faults(line)] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_name_or_alias_means_one_movement_only(language: Language) -> None:
    meant: dict[str, str] = {}
    for key in catalogue():
        words = words_of(key, language)
        for name in (words.name, *words.aliases):
            assert meant.setdefault(plain(name), key) == key, f"{name}: {meant[plain(name)]} and {key}"
        assert len({plain(name) for name in (words.name, *words.aliases)}) == 1 + len(words.aliases), key


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_line_is_copied_from_movement_to_movement(language: Language) -> None:
    seen = Counter(line for key in catalogue() for line in lines_of(key, language))
    often = {line: times for line, times in seen.items() if times > 3 and len(line) > 30}
    assert often == {}


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("discipline", DISCIPLINES)
def test_the_tables_of_words_and_of_facts_hold_the_same_movements(language: str, discipline: str) -> None:
    facts = tomllib.loads((WORDS.parent / "exercises" / f"{discipline}.toml").read_text("utf-8"))
    words = tomllib.loads((WORDS / language / f"{discipline}.toml").read_text("utf-8"))
    assert list(words) == list(facts)
