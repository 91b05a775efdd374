"""The arithmetic of costs, against figures worked out by hand from the list prices."""

from datetime import UTC, date, datetime

import pytest
from structlog.testing import capture_logs

from bot.claude.asking import Usage
from bot.claude.prices import cost_usd, price_of
from bot.settings import Settings

TODAY = datetime(2026, 11, 20, tzinfo=UTC)
EVERYTHING = Usage(
    input_tokens=1000,
    output_tokens=2000,
    cache_read_tokens=3000,
    cache_write_5m_tokens=4000,
    cache_write_1h_tokens=5000,
    thinking_tokens=500,
)


@pytest.mark.parametrize(
    ("model", "usage", "at", "dollars"),
    [
        ("claude-haiku-5-5", Usage(3000, 400), TODAY, 0.0005),
        ("claude-sonnet-5-5", Usage(3000, 400), TODAY, 0.010),
        ("claude-opus-5-5", Usage(3000, 400), TODAY, 0.020),
        ("claude-haiku-4-5", Usage(3000, 400), TODAY, 0.005),
        ("claude-haiku-4-5-20251001", Usage(3000, 400), TODAY, 0.005),
        # 0.0001 + 0.001 + 0.00003 + 0.0005 + 0.001; thinking is in the output already
        ("claude-haiku-5-5", EVERYTHING, TODAY, 0.00263),
        # 0.002 + 0.02 + 0.0003 + 0.01 + 0.02
        ("claude-sonnet-5-5", EVERYTHING, TODAY, 0.0523),
        ("claude-sonnet-5-5", EVERYTHING, datetime(2026, 10, 6, 23, 59, tzinfo=UTC), 0.0526),
        ("claude-sonnet-5-5", EVERYTHING, datetime(2026, 10, 7, tzinfo=UTC), 0.0523),
        ("claude-sonnet-5-5", EVERYTHING, datetime(2020, 1, 1, tzinfo=UTC), 0.0526),
        # up to 100 000 tokens of prompt, and above; what is cached counts
        ("claude-haiku-5-5", Usage(100_000, 1000), TODAY, 0.0105),
        ("claude-haiku-5-5", Usage(100_001, 1000), TODAY, 0.0525005),
        ("claude-haiku-5-5", Usage(1, 1000, cache_read_tokens=100_000), TODAY, 0.0075005),
        ("claude-haiku-5-5", Usage(0, 0), TODAY, 0.0),
        # an unknown model costs what the dearest one does
        ("claude-haiku-7", Usage(3000, 400), TODAY, 0.05),
        ("claude-haiku-5-50", Usage(3000, 400), TODAY, 0.05),
    ],
)
def test_a_call_costs_its_list_price(model: str, usage: Usage, at: datetime, dollars: float) -> None:
    assert cost_usd(model, usage, at) == pytest.approx(dollars, rel=1e-9)
    assert cost_usd(model, usage, at, batch=True) == pytest.approx(dollars / 2, rel=1e-9)


def test_an_unknown_model_is_named_once() -> None:
    with capture_logs() as logs:
        cost_usd("claude-unheard-of", Usage(1, 1), TODAY)
        cost_usd("claude-unheard-of", Usage(1, 1), TODAY)
    assert [entry["model"] for entry in logs] == ["claude-unheard-of"]


def test_the_default_models_have_prices() -> None:
    fields = Settings.model_fields
    for name in ("runcoach_fast_model", "runcoach_strong_model"):
        model = fields[name].default
        assert price_of(model, 1000, date(2026, 11, 20)).model == model
