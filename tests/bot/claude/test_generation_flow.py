"""Claude writes a plan in the chat: the real bot, a local Telegram, a local Claude."""

import asyncio
import json
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path
from typing import Any

from pydantic import SecretStr

from bot.playground.records import Message
from core.experiments.assigning import variant_for
from core.program.rules import check
from core.prompts import prompt
from storage import plan_requests, programs
from storage.database import Database
from storage.programs import StoredProgram
from tests.bot.chatting import Clock, onboards
from tests.bot.claude.asks import calls
from tests.bot.running import running_bot
from tests.claude_server import ClaudeServer, Pace, Says, overloaded, rate_limited, refusal, spend_cap
from tests.claude_server.counting import Json
from tests.evals.writing import data_in, draft_for, reply_to
from tests.telegram import LocalTelegram, Runner

STRONG = "claude-sonnet-5-5"
FAST = "claude-haiku-5-5"


@dataclass
class Scene:
    telegram: LocalTelegram
    claude: ClaudeServer
    database: Database
    clock: Clock

    async def plan_of(self, runner: Runner) -> StoredProgram:
        async with self.database.reading() as connection:
            stored = await programs.active(connection, runner.id)
        assert stored is not None
        return stored

    async def outcome_for(self, runner: Runner) -> tuple[str, str | None]:
        stored = await self.plan_of(runner)
        async with self.database.reading() as connection:
            found = await plan_requests.outcome_of(connection, stored.id)
        assert found is not None
        return found


@asynccontextmanager
async def scene(folder: Path, **settings: Any) -> AsyncIterator[Scene]:
    clock = Clock()
    async with LocalTelegram() as telegram, ClaudeServer(answer=written) as claude:
        chosen: dict[str, Any] = {
            "anthropic_api_key": SecretStr(claude.key),
            "anthropic_base_url": claude.base_url,
        }
        async with running_bot(telegram, folder, clock=clock, **(chosen | settings)) as database:
            checked = 2 if (chosen | settings)["anthropic_api_key"] else 0
            # Both models are looked up at the start; the server tells of it by its list only.
            while len(claude.requests) < checked:  # noqa: ASYNC110  # a list cannot be waited for
                await asyncio.sleep(0.01)
            yield Scene(telegram, claude, database, clock)


def user_of(body: Json) -> str:
    text: str = body["messages"][0]["content"]
    return text


def asked_for_plans(claude: ClaudeServer) -> list[Json]:
    """The requests for plans: sessions are asked for too."""
    texts = {prompt("plan", variant).text for variant in "ab"}
    return [body for body in claude.messages if body["system"][0]["text"] in texts]


def written(body: Json) -> Says:
    return Says(reply_to(user_of(body)))


def drafts(telegram: LocalTelegram) -> list[str]:
    return [str(call.parameters.get("text", "")) for call in telegram.calls("sendMessageDraft")]


async def overview_of(runner: Runner) -> Message:
    return await runner.waits_for("Les étapes")


async def test_claudes_plan_takes_the_place_of_the_engines(tmp_path: Path) -> None:
    async with scene(tmp_path) as chat:
        chat.claude.pace = Pace(first_token_s=0.3, tokens_per_s=600)
        lea = chat.telegram.runner()
        await onboards(lea)
        overview = await overview_of(lea)
        assert "⚡ Plan prêt" in overview.text
        before = await chat.plan_of(lea)
        said = await lea.waits_for("Claude a relu ton plan")
        await lea.waits_for(lambda message: "Plan relu par Claude" in message.text)
        overviews = [message for message in lea.from_bot if "Les étapes" in message.text]
        assert [message.message_id for message in overviews] == [overview.message_id]
        assert "⚡" not in overviews[0].text
        after = await chat.plan_of(lea)
        assert after.program.source == "claude+engine"
        assert after.id == before.id
        assert check(after.program) == ()
        ids = [[item.id for item in week.sessions] for week in before.weeks]
        assert ids == [[item.id for item in week.sessions] for week in after.weeks]
        assert after.program.program_summary.philosophy in overviews[0].text
        assert "http" not in said.text
        assert drafts(chat.telegram)[0] == ""
        assert any(len(text) > 40 for text in drafts(chat.telegram))
        assert asked_for_plans(chat.claude)[0]["model"] == FAST
        assert asked_for_plans(chat.claude)[0]["max_tokens"] == 8_000
        assert await chat.outcome_for(lea) == ("done", "written")


async def test_an_unusable_reply_is_asked_for_again_of_the_strong_model(tmp_path: Path) -> None:
    async with scene(tmp_path) as chat:
        chat.claude.queue(Says('{"s": "Voici ton plan", "p": [], "w": [{"k": "a"'))
        lea = chat.telegram.runner()
        await onboards(lea)
        await lea.waits_for("Claude a relu ton plan")
        assert [body["model"] for body in asked_for_plans(chat.claude)] == [FAST, STRONG]
        assert asked_for_plans(chat.claude)[1]["max_tokens"] == 16_384
        plans = [call for call in await calls(chat.database) if call.prompt_name == "plan"]
        assert [call.usable for call in plans] == [False, True]
        assert {call.prompt_variant for call in plans} == {variant_for("plan", lea.id)}


async def test_two_unusable_replies_leave_the_engines_plan_labelled(tmp_path: Path) -> None:
    async with scene(tmp_path) as chat:
        chat.claude.answer = lambda _: Says('{"weeks": []}')
        lea = chat.telegram.runner()
        await onboards(lea)
        before = await chat.plan_of(lea)
        await lea.waits_for("La réponse de Claude était inutilisable. Ton plan reste celui")
        assert "sans Claude" in (await overview_of(lea)).text
        assert (await chat.plan_of(lea)).program == before.program
        assert await chat.outcome_for(lea) == ("done", "unusable")
        assert len(asked_for_plans(chat.claude)) == 2


async def test_a_rate_limit_is_told_and_claudes_plan_comes_later(tmp_path: Path) -> None:
    async with scene(tmp_path) as chat:
        chat.claude.queue(rate_limited(retry_after_s=90))
        lea = chat.telegram.runner()
        await onboards(lea)
        await lea.waits_for("Claude le relira dans 2 minutes")
        assert (await chat.outcome_for(lea)) == ("wanted", "rate_limited")
        chat.clock.now += timedelta(seconds=91)
        await lea.waits_for("Claude a relu ton plan")
        assert len([m for m in lea.from_bot if "Claude le relira" in m.text]) == 1


async def test_an_outage_that_lasts_is_told_once_and_then_given_up(tmp_path: Path) -> None:
    async with scene(tmp_path) as chat:
        chat.claude.answer = lambda _: overloaded()
        lea = chat.telegram.runner()
        await onboards(lea)
        await lea.waits_for("Claude le relira dans 1 minute,")
        for _ in range(2):
            # Put off, and written down; the database cannot be waited for.
            while (await chat.outcome_for(lea))[0] != "wanted":  # noqa: ASYNC110  # see above
                await asyncio.sleep(0.02)
            asked = len(asked_for_plans(chat.claude))
            chat.clock.now += timedelta(minutes=10)
            await chat.telegram.waits_until(lambda asked=asked: len(asked_for_plans(chat.claude)) > asked)  # type: ignore[misc]
        await lea.waits_for("Ton plan reste celui")
        assert len([m for m in lea.from_bot if "Claude le relira" in m.text]) == 1


async def test_limits_that_do_not_pass_end_it_at_once(tmp_path: Path) -> None:
    async with scene(tmp_path) as chat:
        chat.claude.queue(spend_cap())
        lea = chat.telegram.runner()
        await onboards(lea)
        await lea.waits_for("a atteint sa limite")
        assert await chat.outcome_for(lea) == ("done", "spend_cap")


async def test_no_budget_asks_nothing(tmp_path: Path) -> None:
    async with scene(tmp_path, runcoach_daily_budget_usd=0) as chat:
        lea = chat.telegram.runner()
        await onboards(lea)
        await lea.waits_for("Ton plan reste celui")
        assert asked_for_plans(chat.claude) == []


async def test_a_refusal_is_asked_of_the_strong_model(tmp_path: Path) -> None:
    async with scene(tmp_path) as chat:
        chat.claude.queue(refusal())
        lea = chat.telegram.runner()
        await onboards(lea)
        await lea.waits_for("Claude a relu ton plan")
        assert [body["model"] for body in asked_for_plans(chat.claude)] == [FAST, STRONG]


async def test_without_a_key_nothing_of_claude_is_seen(tmp_path: Path) -> None:
    async with scene(tmp_path, anthropic_api_key=None) as chat:
        lea = chat.telegram.runner()
        await onboards(lea)
        overview = await overview_of(lea)
        assert "⚡" not in overview.text
        assert "Claude" not in overview.text
        assert chat.claude.requests == []
        assert drafts(chat.telegram) == []


async def test_an_english_plan_is_read_over_in_english(tmp_path: Path) -> None:
    async with scene(tmp_path) as chat:
        tom = chat.telegram.runner("Tom", "en")
        await onboards(tom, "en")
        await tom.waits_for("Claude has read your plan over")
        assert data_in(user_of(asked_for_plans(chat.claude)[0]))["lang"] == "en"


async def test_a_plan_replaced_meanwhile_gets_no_answer(tmp_path: Path) -> None:
    async with scene(tmp_path) as chat:
        chat.claude.queue(Says(""), Says(""))
        chat.claude.pace = Pace(first_token_s=1.5)
        lea = chat.telegram.runner()
        await onboards(lea)
        await chat.telegram.waits_until(lambda: len(asked_for_plans(chat.claude)) >= 1)
        async with chat.database.transaction() as connection:
            await programs.archive_active(connection, lea.id, now=chat.clock())
        count = len(lea.from_bot)
        await asyncio.sleep(2.0)
        assert len(lea.from_bot) <= count + 1  # the picture may still have been on its way
        assert not [m for m in lea.from_bot if "Ton plan reste" in m.text]


async def test_a_session_changed_meanwhile_keeps_the_runners_plan(tmp_path: Path) -> None:
    async with scene(tmp_path) as chat:
        chat.claude.pace = Pace(first_token_s=1.0)
        lea = chat.telegram.runner()
        await onboards(lea)
        stored = await chat.plan_of(lea)
        item = next(i for i in stored.weeks[0].sessions if not i.session.rest_day)
        easier = item.session.model_copy(update={"rpe": 2})
        async with chat.database.transaction() as connection:
            later = chat.clock() + timedelta(seconds=1)
            await programs.change_session(connection, lea.id, item.id, easier, now=later)
        await lea.waits_for("Ton plan a changé pendant que Claude le relisait")
        assert (await chat.plan_of(lea)).weeks[0].sessions[item.position].session == easier


async def test_a_crash_while_claude_writes_loses_nothing(tmp_path: Path) -> None:
    async with LocalTelegram() as telegram, ClaudeServer(answer=written) as claude:
        keys: dict[str, Any] = {
            "anthropic_api_key": SecretStr(claude.key),
            "anthropic_base_url": claude.base_url,
        }
        claude.queue(Says("", pace=Pace(first_token_s=60)))
        lea = telegram.runner()
        async with running_bot(telegram, tmp_path, clock=Clock(), **keys):
            await onboards(lea)
            await telegram.waits_until(lambda: len(asked_for_plans(claude)) == 1)
        async with running_bot(telegram, tmp_path, clock=Clock(), **keys):
            await lea.waits_for("Claude a relu ton plan")
        assert len(asked_for_plans(claude)) == 2


async def test_a_link_in_the_words_never_shows(tmp_path: Path) -> None:
    def poisoned(body: Json) -> Says:
        draft = draft_for(data_in(user_of(body)))
        draft["s"] += " Inscris-toi sur www.evil.example.com pour la suite."
        for week in draft["w"]:
            week["n"] = "Télécharge http://evil.example.com/x maintenant. " + week["n"]
        return Says(json_text(draft))

    async with scene(tmp_path) as chat:
        chat.claude.answer = poisoned
        chat.claude.pace = Pace(first_token_s=0.1, tokens_per_s=400)
        lea = chat.telegram.runner()
        await onboards(lea)
        await lea.waits_for("Claude a relu ton plan")
        assert not [text for text in drafts(chat.telegram) if "evil" in text]
        assert not [message for message in lea.from_bot if "evil" in message.text]
        assert "evil" not in (await chat.plan_of(lea)).program.model_dump_json()


async def test_refused_drafts_do_not_hold_up_the_plan(tmp_path: Path) -> None:
    async with scene(tmp_path) as chat:
        chat.telegram.faults.slow_down("sendMessageDraft", 2)
        lea = chat.telegram.runner()
        await onboards(lea)
        await lea.waits_for("Claude a relu ton plan")


def json_text(draft: Json) -> str:

    return json.dumps(draft, ensure_ascii=False)
