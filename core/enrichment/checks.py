"""Whether a text may be told beside a session: fit words, its numbers, nothing an injury forbids."""

import re
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache, cached_property
from typing import ClassVar

from pydantic import ConfigDict

from core.athlete import InjurySite
from core.enrichment.circumstances import Circumstances
from core.enrichment.figures import Facts, facts
from core.enrichment.model import ITEMS_AT_MOST, TEXT_AT_MOST, Section
from core.enrichment.numbers import contradicts
from core.generation.wording import Wording, sentences
from core.notation.words import plain
from core.program.exchange import Session
from core.tables import read_table

TELLING_WORDS = 3
"""Fewer words say nothing a runner could use."""


@dataclass(frozen=True, slots=True)
class _Unsafe:
    __pydantic_config__: ClassVar[ConfigDict] = ConfigDict(extra="forbid")

    medical: tuple[str, ...]
    effort_at_any_cost: tuple[str, ...]
    injury: Mapping[InjurySite, tuple[str, ...]]


@dataclass(frozen=True)
class TextCheck:
    """Checks the texts of one session; `secrets` are texts that must not come back, the prompt first."""

    session: Session
    around: Circumstances
    secrets: tuple[str, ...] = ()

    def kept(self, section: Section, texts: Iterable[str]) -> tuple[str, ...]:
        """The texts that may be told, cleaned, each once; three at most."""
        clean = (self._clean(section, text) for text in texts)
        return tuple(dict.fromkeys(text for text in clean if text))[:ITEMS_AT_MOST]

    def breach(self, section: Section, text: str) -> str | None:
        """What is wrong with a text, by name; None when nothing is."""
        tests = (
            ("length", not len(text.split()) >= TELLING_WORDS or len(text) > TEXT_AT_MOST),
            ("words", not all(self._wording.is_fit(part) for part in sentences(text))),
            ("medical", _any(_medical(), plain(text))),
            # A mistake is named to be avoided.
            (
                "injury",
                section != "mistakes"
                and any(_any(_forbidden(site), _lower(text)) for site in self.around.injuries),
            ),
            ("numbers", contradicts(text, self._facts, section)),
        )
        return next((name for name, is_wrong in tests if is_wrong), None)

    def _clean(self, section: Section, text: str) -> str | None:
        bare = " ".join(sentences(text))
        return None if self.breach(section, bare) else bare

    @cached_property
    def _wording(self) -> Wording:
        return Wording(self.around.language, self.secrets)

    @cached_property
    def _facts(self) -> Facts:
        return facts(self.session)


def is_unsafe(text: str, injuries: Iterable[InjurySite] = ()) -> bool:
    """Whether a text gives medical advice, asks for effort at any cost, or says what an injury forbids."""
    forbidden = any(_any(_forbidden(site), _lower(text)) for site in injuries)
    return forbidden or _any(_medical(), plain(text))


def _any(patterns: tuple[re.Pattern[str], ...], text: str) -> bool:
    return any(pattern.search(text) for pattern in patterns)


def _lower(text: str) -> str:
    """Small letters with their accents: a slope (côte) is not a side (côté)."""
    return unicodedata.normalize("NFC", text).lower()


@cache
def _table() -> _Unsafe:
    return read_table(_Unsafe, "core.enrichment", "unsafe.toml")


@cache
def _medical() -> tuple[re.Pattern[str], ...]:
    table = _table()
    return tuple(re.compile(pattern) for pattern in (*table.medical, *table.effort_at_any_cost))


@cache
def _forbidden(site: InjurySite) -> tuple[re.Pattern[str], ...]:
    return tuple(re.compile(pattern) for pattern in _table().injury.get(site, ()))
