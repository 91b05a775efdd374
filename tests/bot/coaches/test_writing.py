"""A coach's session from Claude: over the real client, written down, and left to the engine on a fault."""

import json

import pytest

from bot.claude.client import ClaudeClient
from bot.claude.failures import Overloaded
from bot.coaches.writing import ask_of, write_session
from core.coaches.asking import SCHEMA, Question, question_for
from core.coaches.replying import UnusableReply
from storage.database import Database
from tests.bot.claude.asks import calls
from tests.bot.claude.conftest import LEA, ClientOf, claude, client, client_of, database
from tests.claude_server import ClaudeServer, Says, fenced, overloaded, refusal
from tests.core.coaches.wishes import made, settled, wish

__all__ = ["claude", "client", "client_of", "database"]

FAST = "claude-haiku-5-5"
ROWS = [
    "=m sets", "back-squat|4x4|rpe8", "dumbbell-bulgarian-split-squat|3x6-8/side|rpe7.5",
    "=a superset x3 r45", "dumbbell-calf-raise|12|rpe7", "side-plank|30s/side",
]  # fmt: skip
REPLY = json.dumps(
    {
        "t": "Jambes solides",
        "p": "Tes jambes portent chaque foulée : aujourd’hui on les rend plus fortes.",
        "n": ["Garde le buste haut et pousse le sol, la remontée sera plus franche."],
        "r": ROWS,
    },
    ensure_ascii=False,
)


@pytest.fixture
def question() -> Question:
    request = settled(wish(minutes=50, focus="runner"))
    return question_for(request, made(request))


async def test_a_session_comes_back_checked_with_its_figures(
    claude: ClaudeServer, client: ClaudeClient, database: Database, question: Question
) -> None:
    claude.queue(Says(REPLY))
    written = await write_session(client, question, FAST, LEA)
    assert (written.session.source, written.repairs, written.prompt_variant) == ("claude", 0, "a")
    assert written.session.exercises()[0] == "back-squat"
    assert written.input_tokens + written.output_tokens <= 2000
    [call] = await calls(database)
    assert (call.runner_id, call.purpose, call.prompt_name) == (LEA, "session", "coach-force")
    assert call.cost_usd == pytest.approx(written.cost_usd)
    assert call.usable is True


async def test_the_question_goes_out_with_its_schema_and_a_small_allowance(
    claude: ClaudeServer, client: ClaudeClient, question: Question
) -> None:
    claude.queue(fenced(REPLY))
    await write_session(client, question, FAST)
    body = claude.messages[0]
    assert body["model"] == FAST
    assert body["max_tokens"] <= 1000
    assert body["system"][0]["text"] == question.prompt.text
    assert body["output_config"]["format"]["schema"] == SCHEMA


async def test_nonsense_leaves_the_engines_session(
    claude: ClaudeServer, client: ClaudeClient, database: Database, question: Question
) -> None:
    claude.queue(Says('{"t": "", "p": "", "n": [], "r": ["nothing"]}'))
    with pytest.raises(UnusableReply):
        await write_session(client, question, FAST)
    [call] = await calls(database)
    assert (call.outcome, call.usable) == ("ok", False)


async def test_an_outage_is_named(claude: ClaudeServer, client: ClaudeClient, question: Question) -> None:
    claude.queue(overloaded())
    with pytest.raises(Overloaded):
        await write_session(client, question, FAST)


async def test_a_spent_budget_asks_nothing(
    claude: ClaudeServer, client_of: ClientOf, question: Question
) -> None:
    async with client_of(runcoach_daily_budget_usd=0.000001) as poor:
        with pytest.raises(Exception, match="budget"):
            await write_session(poor, question, FAST)
    assert claude.messages == []


async def test_a_refusal_is_named(claude: ClaudeServer, client: ClaudeClient, question: Question) -> None:
    from bot.claude.failures import Refused

    claude.queue(refusal())
    with pytest.raises(Refused):
        await write_session(client, question, FAST)


def test_the_same_question_can_go_into_a_batch(question: Question) -> None:
    ask = ask_of(question, FAST, LEA)
    assert (ask.purpose, ask.runner_id, ask.user) == ("session", LEA, question.user)
