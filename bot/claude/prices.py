"""What calls cost at list price."""

from dataclasses import dataclass
from datetime import UTC, date, datetime
from functools import cache
from typing import ClassVar

import structlog
from pydantic import ConfigDict

from bot.claude.asking import Usage
from core.tables import read_table

log = structlog.get_logger(__name__)

USD_PER_TOKEN = 1e-6  # the table's prices are for a million tokens
BATCH_SHARE = 0.5  # of the price, for calls made through the Message Batches API


@dataclass(frozen=True, slots=True)
class Price:
    """USD per million tokens, from a date on, for prompts above a number of tokens."""

    __pydantic_config__: ClassVar[ConfigDict] = ConfigDict(extra="forbid")

    model: str
    valid_from: date
    input: float
    output: float
    cache_read: float
    cache_write_5m: float
    cache_write_1h: float
    above_prompt_tokens: int = 0


def cost_usd(model: str, usage: Usage, at: datetime, *, batch: bool = False) -> float:
    """The list price of a call made at `at`; an unknown model costs what the dearest known one does."""
    price = price_of(model, usage.prompt_tokens, at.astimezone(UTC).date())
    per_million = (
        usage.input_tokens * price.input
        + usage.output_tokens * price.output
        + usage.cache_read_tokens * price.cache_read
        + usage.cache_write_5m_tokens * price.cache_write_5m
        + usage.cache_write_1h_tokens * price.cache_write_1h
    )
    return per_million * USD_PER_TOKEN * (BATCH_SHARE if batch else 1.0)


def price_of(model: str, prompt_tokens: int, on: date) -> Price:
    """The price of a model on a day; before its first date, that of its first date."""
    known = [price for price in _prices() if _names(price.model, model)]
    if not known:
        _warn_of_unknown(model)
        return max(_prices(), key=lambda price: price.output)
    begun = [price for price in known if price.valid_from <= on]
    if not begun:
        first = min(price.valid_from for price in known)
        begun = [price for price in known if price.valid_from == first]
    latest = max(price.valid_from for price in begun)
    sizes = [p for p in begun if p.valid_from == latest and (p.above_prompt_tokens or -1) < prompt_tokens]
    return max(sizes, key=lambda price: price.above_prompt_tokens)


def _names(listed: str, model: str) -> bool:
    """Whether `model` is the listed one, also with a release date behind its name."""
    return model == listed or model.removeprefix(f"{listed}-").isdecimal()


@cache
def _prices() -> tuple[Price, ...]:
    return read_table(dict[str, tuple[Price, ...]], "bot.claude", "prices.toml")["prices"]


@cache  # once for each name
def _warn_of_unknown(model: str) -> None:
    log.warning("a model without a known price counts as the dearest one", model=model)
