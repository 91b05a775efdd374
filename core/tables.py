"""Tables of the coach's knowledge: TOML files inside the package, checked strictly when they are read."""

import json
import tomllib
from dataclasses import dataclass
from importlib.resources import files
from typing import ClassVar, TypeVar

from pydantic import ConfigDict, TypeAdapter

from core.athlete import Language

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Words:
    """One text in both languages."""

    __pydantic_config__: ClassVar[ConfigDict] = ConfigDict(extra="forbid", str_min_length=1)

    fr: str
    en: str

    def __getitem__(self, language: Language) -> str:
        """The text in `language`."""
        return self.fr if language == "fr" else self.en


def read_table(shape: type[T], package: str, *path: str) -> T:
    """The TOML file at `path` inside `package` as a value of `shape`.

    Works from a source tree and from an installed wheel. Raises pydantic's ValidationError
    when the file does not hold what `shape` declares, unknown keys included.
    """
    text = files(package).joinpath(*path).read_text(encoding="utf-8")
    # Strict validation knows enumerations, tuples and sets only when they come as JSON.
    return TypeAdapter(shape).validate_json(json.dumps(tomllib.loads(text)), strict=True)
