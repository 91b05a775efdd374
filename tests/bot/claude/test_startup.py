"""The check at start-up: one clear line for each thing wrong, and the bot goes on."""

import pytest

from bot.claude.failures import SwitchedOff
from tests.bot.claude.asks import DRAFT, ask
from tests.bot.claude.conftest import ClientOf
from tests.claude_server import ClaudeServer, Says, forbidden, overloaded


async def test_two_good_models_need_no_line(claude: ClaudeServer, client_of: ClientOf) -> None:
    async with client_of() as client:
        assert await client.check_models() == []
        assert client.available
    assert [request.path for request in claude.requests] == [
        "/v1/models/claude-haiku-5-5",
        "/v1/models/claude-sonnet-5-5",
    ]


@pytest.mark.parametrize(
    ("model", "line"),
    [
        (
            "claude-3-5-haiku-20241022",
            "The model claude-3-5-haiku-20241022 is retired: choose another one. Claude is switched off.",
        ),
        (
            "claude-haiku-9",
            "Claude knows no model claude-haiku-9 (404): check RUNCOACH_FAST_MODEL and RUNCOACH_STRONG_MODEL."
            " Claude is switched off.",
        ),
    ],
)
@pytest.mark.parametrize("tier", ["runcoach_fast_model", "runcoach_strong_model"])
async def test_a_model_nobody_can_ask_switches_claude_off(
    claude: ClaudeServer, client_of: ClientOf, tier: str, model: str, line: str
) -> None:
    async with client_of(**{tier: model}) as client:
        assert await client.check_models() == [line]
        assert not client.available
        with pytest.raises(SwitchedOff) as caught:
            await client.complete(ask())
    assert caught.value.owner_sentence == line
    assert claude.messages == []


async def test_a_refused_key_switches_claude_off_in_one_line(
    claude: ClaudeServer, client_of: ClientOf
) -> None:
    async with client_of(anthropic_api_key="sk-ant-wrong") as client:
        assert await client.check_models() == [
            "Claude refuses the API key (401): check ANTHROPIC_API_KEY. Claude is switched off."
        ]
        assert not client.available


async def test_a_key_without_permission_too(claude: ClaudeServer, client_of: ClientOf) -> None:
    claude.queue(forbidden())
    async with client_of() as client:
        assert len(await client.check_models()) == 1
        assert not client.available


async def test_a_model_about_to_retire_only_warns(claude: ClaudeServer, client_of: ClientOf) -> None:
    async with client_of(runcoach_strong_model="claude-sonnet-4-5") as client:
        assert await client.check_models() == [
            "The model claude-sonnet-4-5 retires on 2026-11-30: choose another one."
        ]
        assert client.available


async def test_an_outage_only_warns(claude: ClaudeServer, client_of: ClientOf) -> None:
    claude.queue(overloaded(), overloaded(), Says(DRAFT))
    async with client_of() as client:
        assert await client.check_models() == [
            "The Claude models could not be checked: Claude is overloaded (529)."
        ]
        assert client.available
        assert (await client.complete(ask())).text == DRAFT


async def test_no_network_only_warns(client_of: ClientOf) -> None:
    gone = ClaudeServer()
    async with gone:
        address = gone.base_url
    async with client_of(anthropic_base_url=address) as client:
        [line] = await client.check_models()
        assert line.startswith("The Claude models could not be checked: The Claude API cannot be reached")
        assert client.available


async def test_one_model_for_both_tiers_is_looked_at_once(claude: ClaudeServer, client_of: ClientOf) -> None:
    async with client_of(runcoach_strong_model="claude-haiku-5-5") as client:
        assert await client.check_models() == []
    assert len(claude.requests) == 1
