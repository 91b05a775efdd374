"""Red flags: what in a runner's words belongs to a clinician or to emergency help, and the fixed answer."""

import re
from dataclasses import dataclass
from functools import cache
from typing import Annotated, ClassVar, Literal

from pydantic import ConfigDict, Field

from core.injury_words import affirmed, clauses
from core.tables import Words, read_table

SELF_HARM = "self-harm"
"""The sign after which nothing is asked of a runner."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RedFlag:
    """A sign for a clinician; `urgent` ones are for emergency help, now.

    `load` is "off" when nothing is run until a clinician agreed. What is not `negatable` counts even beside
    a denial.
    """

    __pydantic_config__: ClassVar[ConfigDict] = ConfigDict(extra="forbid")

    id: str
    urgent: bool
    load: Literal["off", "kept"]
    patterns: Annotated[tuple[str, ...], Field(min_length=1)]
    advice: Words
    negatable: bool = True


@dataclass(frozen=True, slots=True)
class _Catalogue:
    __pydantic_config__: ClassVar[ConfigDict] = ConfigDict(extra="forbid")

    version: Annotated[int, Field(ge=1)]
    red_flag: tuple[RedFlag, ...]


def red_flags(text: str) -> tuple[RedFlag, ...]:
    """The signs in a free text that a clinician must see, urgent ones first."""
    found = (flag for flag in _catalogue().red_flag if _shows(flag, text))
    return tuple(sorted(found, key=lambda flag: not flag.urgent))


def catalogue_version() -> int:
    """Which wording of the catalogue this is."""
    return _catalogue().version


def _shows(flag: RedFlag, text: str) -> bool:
    pattern = _pattern(flag.id)
    return any(
        not flag.negatable or affirmed(clause, sign.start(), sign.end())
        for clause in clauses(text)
        for sign in pattern.finditer(clause)
    )


@cache
def _pattern(flag_id: str) -> re.Pattern[str]:
    flag = next(flag for flag in _catalogue().red_flag if flag.id == flag_id)
    return re.compile(rf"\b(?:{'|'.join(flag.patterns)})\b")


@cache
def _catalogue() -> _Catalogue:
    return read_table(_Catalogue, "core", "red_flags.toml")
