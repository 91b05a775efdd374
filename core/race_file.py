"""A runner's own race, read from a JSON file that people write by hand."""

import json
from collections.abc import Mapping
from types import MappingProxyType
from typing import Annotated, Any, NoReturn

from pydantic import (
    AfterValidator,
    AliasChoices,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    ValidationError,
)
from pydantic import AllowInfNan as Finite
from rapidfuzz import fuzz, process

from core.athlete import CoursePoint, Language, Race, Terrain
from core.failure import Failure
from core.notation.words import plain

MAX_BYTES = 200_000
TYPO_RATIO = 75.0  # rapidfuzz ratio from which an unknown key is a known one mistyped
TERRAINS: Mapping[str, Terrain] = MappingProxyType(
    {
        "route": Terrain.ROAD, "road": Terrain.ROAD, "asphalte": Terrain.ROAD, "piste": Terrain.ROAD,
        "trail": Terrain.TRAIL, "sentier": Terrain.TRAIL, "montagne": Terrain.TRAIL,
        "mountain": Terrain.TRAIL,
        "mixte": Terrain.MIXED, "mixed": Terrain.MIXED, "nature": Terrain.MIXED,
    }
)  # fmt: skip


class UnreadableRace(ValueError):
    """The text describes no race; `failure` says why, in one sentence in the runner's language."""

    def __init__(self, failure: Failure) -> None:
        super().__init__(failure.text("en"))
        self.failure = failure

    def text(self, language: Language) -> str:
        return self.failure.text(language)


def race_from_json(text: str) -> Race:
    """The race described by a JSON object: `name` and `distance_km`, and what else is known of it.

    Kilometres, metres, °C and percent; `terrain` is route, trail or mixte. A descent left out equals the
    climb. Keys that mean nothing here are ignored unless they look like a known one mistyped.
    Raises UnreadableRace.
    """
    raw = _parsed(text)
    _check_keys(raw)
    try:
        return _RaceFile.model_validate(raw).race()
    except ValidationError as error:
        first = error.errors(include_url=False, include_context=False)[0]
        field = ".".join(str(step) for step in first["loc"])
        if first["type"] == "missing":
            _refuse("missing", field=field)
        _refuse("value", field=field, value=json.dumps(first["input"], ensure_ascii=False)[:40])


def _refuse(reason: str, **figures: float | str) -> NoReturn:
    raise UnreadableRace(Failure(f"race-file-{reason}", figures)) from None


def _parsed(text: str) -> dict[str, Any]:
    if len(text.encode("utf-8", errors="replace")) > MAX_BYTES:
        _refuse("too-large", kilobytes=MAX_BYTES / 1000)
    try:
        raw = json.loads(text.lstrip("\ufeff"))
    except json.JSONDecodeError as error:
        _refuse("not-json", line=error.lineno, column=error.colno)
    except (RecursionError, ValueError):  # endless nesting, an integer of thousands of digits
        _refuse("not-object")
    if not isinstance(raw, dict):
        _refuse("not-object")
    return raw


def _terrain(value: Any) -> Any:
    return TERRAINS.get(plain(value), value) if isinstance(value, str) else value


def _point(value: Any) -> Any:
    return {"text": value} if isinstance(value, str) else value


def _one_line(text: str) -> str:
    return " ".join(text.split())


Number = Annotated[float, Finite(False)]
Text = Annotated[str, AfterValidator(_one_line)]


class _Point(BaseModel):
    model_config = ConfigDict(frozen=True)

    text: Annotated[Text, Field(min_length=1, max_length=300, validation_alias=AliasChoices("text", "texte"))]
    km: Annotated[Number, Field(ge=0, le=1000)] | None = None


class _RaceFile(BaseModel):
    model_config = ConfigDict(frozen=True)

    name: Text = Field(min_length=1, max_length=120, validation_alias=AliasChoices("name", "nom"))
    distance_km: Number = Field(ge=1, le=1000, validation_alias=AliasChoices("distance_km", "distance"))
    climb_m: Number = Field(
        default=0,
        ge=0,
        le=60_000,
        validation_alias=AliasChoices(
            "climb_m", "d_plus", "d_plus_m", "D+", "elevation_gain_m", "elevation_gain"
        ),
    )
    descent_m: Number | None = Field(
        default=None,
        ge=0,
        le=60_000,
        validation_alias=AliasChoices(
            "descent_m", "d_minus", "d_minus_m", "d_moins", "D-", "D−", "elevation_loss_m", "elevation_loss"
        ),
    )
    terrain: Annotated[Terrain, BeforeValidator(_terrain)] = Terrain.ROAD
    temperature_c: Number | None = Field(
        default=None, ge=-40, le=55, validation_alias=AliasChoices("temperature_c", "temperature")
    )
    humidity_percent: Number | None = Field(
        default=None, ge=0, le=100, validation_alias=AliasChoices("humidity_percent", "humidity")
    )
    altitude_m: Number | None = Field(
        default=None, ge=-500, le=6000, validation_alias=AliasChoices("altitude_m", "altitude")
    )
    weather: Text = Field(
        default="", max_length=200, validation_alias=AliasChoices("weather", "meteo", "typical_weather")
    )
    month: int | None = Field(default=None, ge=1, le=12, validation_alias=AliasChoices("month", "mois"))
    key_points: tuple[Annotated[_Point, BeforeValidator(_point)], ...] = Field(
        default=(), max_length=50, validation_alias=AliasChoices("key_points", "points")
    )

    def race(self) -> Race:
        points = tuple(CoursePoint(point.text, point.km) for point in self.key_points)
        descent_m = self.climb_m if self.descent_m is None else self.descent_m
        figures = self.model_dump(exclude={"key_points", "descent_m"})
        return Race(**figures, descent_m=descent_m, key_points=points)


def _known_keys() -> frozenset[str]:
    aliases = (field.validation_alias for field in _RaceFile.model_fields.values())
    named = (str(choice) for alias in aliases if isinstance(alias, AliasChoices) for choice in alias.choices)
    return frozenset(named) | {"terrain"}


KNOWN_KEYS = _known_keys()


def _check_keys(raw: dict[str, Any]) -> None:
    """A key one letter off would silently flatten a mountain: it is refused, with the key that was meant."""
    for key in raw.keys() - KNOWN_KEYS:
        near = process.extractOne(key, sorted(KNOWN_KEYS), scorer=fuzz.ratio, score_cutoff=TYPO_RATIO)
        if near is not None:
            _refuse("key", field=key[:40], meant=near[0])
