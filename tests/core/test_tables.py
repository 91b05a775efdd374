"""Reading tables: strict, and complete in both languages."""

from dataclasses import dataclass
from typing import ClassVar

import pytest
from pydantic import ConfigDict, ValidationError

from core.program.strength import Exercise
from core.tables import Words, read_table


@dataclass(frozen=True)
class OnlyFocuses:
    __pydantic_config__: ClassVar[ConfigDict] = ConfigDict(extra="forbid")

    focuses: dict[str, tuple[str, ...]]


@dataclass(frozen=True)
class Strength(OnlyFocuses):
    exercise: dict[str, Exercise]


def test_a_table_holds_exactly_what_its_shape_declares() -> None:
    assert "general" in read_table(Strength, "core.program", "strength.toml").focuses
    with pytest.raises(ValidationError, match="exercise"):
        read_table(OnlyFocuses, "core.program", "strength.toml")


def test_words_come_in_the_language_asked_for() -> None:
    words = Words("bonjour", "hello")
    assert (words["fr"], words["en"]) == ("bonjour", "hello")
