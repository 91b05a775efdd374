"""Texts: a missing message or variable is a bug that shows at once."""

from pathlib import Path

import pytest

from core.localisation import Localizer, MissingText


@pytest.fixture
def words(tmp_path: Path) -> Localizer:
    (tmp_path / "en").mkdir()
    text = "run-long = Run { $km } km\n    .short = Run\nonly-parts =\n    .one = One\n"
    (tmp_path / "en" / "texts.ftl").write_text(text, encoding="utf-8")
    return Localizer("en", (tmp_path,))


def test_messages_and_their_attributes_are_told(words: Localizer) -> None:
    assert words("run-long", km="10") == "Run 10 km"
    assert words("run-long.short") == "Run"


@pytest.mark.parametrize("key", ["unknown", "run-long.unknown", "only-parts", "run-long"])
def test_what_is_missing_is_named(words: Localizer, key: str) -> None:
    with pytest.raises(MissingText, match=key):
        words(key)


@pytest.mark.parametrize(
    ("key", "known"),
    [
        ("run-long", True),
        ("run-long.short", True),
        ("only-parts.one", True),
        ("unknown", False),
        ("run-long.unknown", False),
        ("only-parts", False),
    ],
)
def test_a_text_can_be_asked_for(words: Localizer, key: str, *, known: bool) -> None:
    assert words.has(key) is known
