"""What the coach knows by itself about a session, without asking anyone."""

import string
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Annotated, ClassVar, Literal

from pydantic import ConfigDict, Field

from core.athlete import InjurySite, Level, Terrain
from core.enrichment.circumstances import Circumstances, family_of
from core.enrichment.figures import placeholders
from core.enrichment.model import ITEMS_AT_MOST, EnrichedSession, Section
from core.program.exchange import Session
from core.tables import Words, read_table

WarmUp = Literal["gentle", "walk", "steady", "fast", "hill", "race_short", "race_long", "cross"]
MEDIUM_FROM_MIN, LONG_FROM_MIN, ULTRA_FROM_MIN = 75.0, 90.0, 150.0
"""Up to 75 minutes a meal before does; from 90, 30-60 g of carbohydrate an hour pays, 60-90 g from 150."""
REHEARSAL = "long-fuelling-rehearsal"
LEVEL_KEYS = {Level.BEGINNER: "beginner", Level.ADVANCED: "advanced"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """One text in both languages and whom it is for; `{braces}` are numbers of the session."""

    __pydantic_config__: ClassVar[ConfigDict] = ConfigDict(extra="forbid", str_min_length=1)

    fr: str
    en: str
    avoid_with: tuple[InjurySite, ...] = ()
    levels: tuple[Level, ...] = tuple(Level)
    terrains: tuple[Terrain, ...] = tuple(Terrain)

    def fits(self, around: Circumstances) -> bool:
        """Whether it may be said to this runner."""
        return (
            not set(self.avoid_with) & set(around.injuries)
            and around.level in self.levels
            and around.terrain in self.terrains
        )

    def said(self, around: Circumstances, numbers: Mapping[str, str]) -> str | None:
        """The text with its numbers; None when the session lacks one of them."""
        text = self.fr if around.language == "fr" else self.en
        wanted = {name for _, name, _, _ in string.Formatter().parse(text) if name}
        if not wanted <= numbers.keys():
            return None
        written = text.format_map(numbers)
        return written[:1].upper() + written[1:]


Items = Annotated[tuple[Item, ...], Field(min_length=1)]


@dataclass(frozen=True, slots=True, kw_only=True)
class FamilyTexts:
    """What is told about every session of a family."""

    __pydantic_config__: ClassVar[ConfigDict] = ConfigDict(extra="forbid")

    warm_up: WarmUp
    cues: Items
    mistakes: Items
    progression: Items
    technique: Items
    too_hard: Item
    too_easy: Item


@dataclass(frozen=True, slots=True, kw_only=True)
class AddedTexts:
    """What an injury, heat, trail or a level adds, before the family's own."""

    __pydantic_config__: ClassVar[ConfigDict] = ConfigDict(extra="forbid")

    cues: tuple[Item, ...] = ()
    mistakes: tuple[Item, ...] = ()
    progression: tuple[Item, ...] = ()
    technique: tuple[Item, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Fuelling:
    """Eating and drinking, by what the session asks."""

    __pydantic_config__: ClassVar[ConfigDict] = ConfigDict(extra="forbid")

    short: Words
    medium: Words
    long: Words
    ultra: Words
    rehearsal: Words
    hot: Words
    race_short: Words
    race_long: Words
    cross: Words


@dataclass(frozen=True, slots=True)
class _Families:
    __pydantic_config__: ClassVar[ConfigDict] = ConfigDict(extra="forbid")

    family: Mapping[str, FamilyTexts]


@dataclass(frozen=True, slots=True)
class _Shared:
    __pydantic_config__: ClassVar[ConfigDict] = ConfigDict(extra="forbid")

    warm_up: Mapping[WarmUp, Items]
    fuelling: Fuelling
    added: Mapping[str, AddedTexts]


def from_catalogue(session: Session, around: Circumstances) -> EnrichedSession | None:
    """The session enriched from the catalogue; None for a day without a run."""
    family = family_of(session)
    if family is None:
        return None
    texts, numbers = families()[family], placeholders(session, around.language)

    def said(items: Iterable[Item]) -> tuple[str, ...]:
        written = (item.said(around, numbers) for item in items if item.fits(around))
        return tuple(text for text in written if text)[:ITEMS_AT_MOST]

    def of(section: Section, own: Sequence[Item]) -> tuple[str, ...]:
        return said((*_added(section, around, family), *own))

    return EnrichedSession(
        source="catalogue",
        language=around.language,
        warm_up_drills=said(_shared().warm_up[_warm_up(session, family)]),
        coaching_cues_detailed=of("cues", texts.cues),
        common_mistakes=of("mistakes", texts.mistakes),
        progression_suggestions=of("progression", texts.progression),
        technical_breakdown=of("technique", texts.technique),
        fuelling=_fuelling(session, family, around).format_map(numbers),
        if_too_hard="".join(said((texts.too_hard,))),
        if_too_easy="".join(said((texts.too_easy,))),
    )


@cache
def families() -> Mapping[str, FamilyTexts]:
    """The texts of every family."""
    return read_table(_Families, "core.enrichment", "families.toml").family


def _added(section: Section, around: Circumstances, family: str) -> tuple[Item, ...]:
    keys: list[str] = [site.value for site in around.injuries]
    keys += ["heat"] if around.is_hot and family != "heat" else []
    keys += ["trail"] if around.terrain is not Terrain.ROAD else []
    keys += [LEVEL_KEYS[around.level]] if around.level in LEVEL_KEYS else []
    if family == "cross":
        keys = []  # nothing of a run applies off the ground
    return tuple(item for key in keys for item in getattr(_shared().added[key], section))


def _warm_up(session: Session, family: str) -> WarmUp:
    is_long_race = family == "race" and (session.duration_min or 0.0) >= MEDIUM_FROM_MIN
    return "race_long" if is_long_race else families()[family].warm_up


def _fuelling(session: Session, family: str, around: Circumstances) -> str:
    table, minutes = _shared().fuelling, session.duration_min or 0.0
    is_long = minutes >= LONG_FROM_MIN
    choices = (
        (family == "race" and minutes >= MEDIUM_FROM_MIN, table.race_long),
        (family == "race", table.race_short),
        (family == "cross", table.cross),
        (around.is_ultra and minutes >= ULTRA_FROM_MIN, table.ultra),
        (is_long, table.long),
        (session.workout == REHEARSAL, table.rehearsal),
        (around.is_hot or family == "heat", table.hot),
        (minutes >= MEDIUM_FROM_MIN, table.medium),
    )
    return next((words for applies, words in choices if applies), table.short)[around.language]


@cache
def _shared() -> _Shared:
    return read_table(_Shared, "core.enrichment", "shared.toml")
