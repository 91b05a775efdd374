"""What there is to train with, as people say it: presets and single things in French and English."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import ClassVar, Literal, get_args

from pydantic import ConfigDict

from core.catalogue.exercise import Equipment
from core.failure import Failure
from core.notation.words import plain
from core.tables import read_table

Preset = Literal["none", "home", "bars", "gym", "box"]
PRESETS: tuple[Preset, ...] = get_args(Preset)
SEPARATORS = re.compile(r"[,;+/&]|\bet\b|\band\b|\bavec\b|\bwith\b")
PLYO_BOX = "box-plyo"
"""Alone the word "box" means the place; the crate to jump on has its own words."""


@dataclass(frozen=True, slots=True)
class _Preset:
    __pydantic_config__: ClassVar[ConfigDict] = ConfigDict(extra="forbid")

    words: tuple[str, ...]
    equipment: frozenset[Equipment]


@dataclass(frozen=True, slots=True)
class _Table:
    __pydantic_config__: ClassVar[ConfigDict] = ConfigDict(extra="forbid")

    everywhere: frozenset[Equipment]
    preset: Mapping[Preset, _Preset]
    one: Mapping[str, tuple[str, ...]]


def everywhere() -> frozenset[Equipment]:
    """What everybody has: a wall and a step."""
    return _table().everywhere


def preset(name: Preset) -> frozenset[Equipment]:
    """What there is in such a place, what is everywhere included."""
    return _table().preset[name].equipment | everywhere()


def read_equipment(text: str) -> frozenset[Equipment] | Failure:
    """The equipment of a text such as "salle", "haltères, banc" or "home + kettlebell".

    What is everywhere is included; an empty text means nothing else. A part that is not understood is a
    Failure that names it.
    """
    found: set[Equipment] = set(everywhere())
    for part in SEPARATORS.split(plain(text)):
        words = part.strip().replace("-", " ")
        if not words:
            continue
        known = _vocabulary().get(words)
        if known is None:
            return Failure("coaches-equipment-unclear", {"text": part.strip()})
        found |= known
    return frozenset(found)


@cache
def _vocabulary() -> Mapping[str, frozenset[Equipment]]:
    table = _table()
    single: dict[str, frozenset[Equipment]] = {}
    for key, words in table.one.items():
        thing: frozenset[Equipment] = frozenset({"box"}) if key == PLYO_BOX else _checked(key)
        single |= {word.replace("-", " "): thing for word in (*words, key)}
    places = {
        word.replace("-", " "): one.equipment | single.get(word.replace("-", " "), frozenset())
        for name, one in table.preset.items()
        for word in (*one.words, name)
    }
    return {**single, **places}


def _checked(key: str) -> frozenset[Equipment]:
    return frozenset(one for one in get_args(Equipment) if one == key)


@cache
def _table() -> _Table:
    return read_table(_Table, "core.coaches", "equipment.toml")
