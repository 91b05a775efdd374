"""A coach's session enriched by the queue: Claude's version in the same card, and never two sessions."""

import asyncio
import json
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from pydantic import SecretStr
from sqlalchemy import func, select

from core.coaches.rows import written_rows
from storage import coach_sessions, ratings
from storage.coach_sessions import StoredCoachSession
from storage.ratings import Rating
from storage.schema import coach_sessions as table
from storage.schema import training_enrichment_queue as queue
from tests.bot.chatting import Chat, Clock, answers, has_button
from tests.bot.coached import (
    ANSWERS,
    COACHES,
    START,
    UNKNOWN,
    latest,
    message,
    opens,
    says_so,
    shows,
    taps,
)
from tests.bot.running import running_bot
from tests.claude_server import Answer, ClaudeServer, Says
from tests.claude_server.counting import Json
from tests.telegram import LocalTelegram, Runner

PURPOSE = {
    "fr": "Tes jambes portent chaque foulée : aujourd’hui on les rend plus fortes.",
    "en": "Your legs carry every stride: today we make them stronger.",
}
TITLE = {"fr": "Jambes solides", "en": "Solid legs"}


def reply_to(body: Json, language: str) -> str:
    """The draft's own rows with other words: a sound session of Claude's."""
    data = json.loads(body["messages"][0]["content"].removeprefix("<data>").removesuffix("</data>"))
    said = {"t": TITLE[language], "p": PURPOSE[language], "n": [], "r": data["draft"]}
    return json.dumps(said, ensure_ascii=False)


@asynccontextmanager
async def with_claude(
    folder: Path, answer: Callable[[Json], Answer], **more: Any
) -> AsyncIterator[tuple[Chat, ClaudeServer]]:
    async with LocalTelegram() as telegram, ClaudeServer(answer=answer) as claude:
        key: dict[str, Any] = {
            "anthropic_api_key": SecretStr(claude.key),
            "anthropic_base_url": claude.base_url,
            "runcoach_experiments": False,
            **more,
        }
        clock = Clock()
        async with running_bot(telegram, folder, clock=clock, **key) as database:
            yield Chat(telegram, database, clock), claude


async def asked_for(runner: Runner, language: str) -> int:
    """A strength session by taps; gives its message as soon as the fast one is there."""
    screen = await opens(runner, language)
    await answers(runner, (COACHES["force"][language], *ANSWERS[language]))
    await shows(runner, screen.message_id, START[language])
    return screen.message_id


async def until(chat: Chat, runner: Runner) -> StoredCoachSession:
    for _ in range(300):
        stored = await latest(chat, runner)
        if stored.enrichment is not None:
            return stored
        await asyncio.sleep(0.05)
    raise AssertionError("the session was not enriched")


async def rows(chat: Chat) -> int:
    async with chat.database.reading() as connection:
        return int((await connection.execute(select(func.count()).select_from(table))).scalar_one())


@pytest.mark.parametrize("language", ["fr", "en"])
async def test_claudes_version_takes_the_place_of_the_fast_one(tmp_path: Path, language: str) -> None:
    async with with_claude(tmp_path, lambda body: Says(reply_to(body, language))) as (chat, claude):
        lea = chat.telegram.runner("Léa", language)
        place = await asked_for(lea, language)
        card = await says_so(lea, place, "✨")
        assert PURPOSE[language] in card.text.replace("\u202f", " ")
        stored = await latest(chat, lea)
        assert stored.session.source == "claude"
        assert written_rows(stored.session)
        assert len(lea.from_bot) == 1
        assert await rows(chat) == 1
        asked = [one for one in claude.requests if one.path.startswith("/v1/messages")]
        assert len({json.dumps(one.body["messages"]) for one in asked}) == 1
        assert "Léa" not in json.dumps(asked[0].body)
        async with chat.database.reading() as connection:
            job = (
                await connection.execute(select(queue.c.state, queue.c.source, queue.c.prompt_variant))
            ).one()
        assert tuple(job) == ("done", "claude", "a")


async def test_a_session_that_was_begun_stays_as_it_is(tmp_path: Path) -> None:
    def answer(body: Json) -> Answer:
        return Says(reply_to(body, "fr"))

    async with with_claude(tmp_path, answer, runcoach_workers=0) as (chat, _claude):
        lea = chat.telegram.runner("Léa")
        place = await asked_for(lea, "fr")
        shown = await taps(lea, place, START["fr"])
        if has_button(shown, UNKNOWN["fr"]):
            await taps(lea, place, UNKNOWN["fr"])
        before = await latest(chat, lea)
        assert before.status == "running"
        async with chat.database.transaction() as connection:
            replaced = await coach_sessions.replace_session(
                connection, before, before.session, now=chat.clock.now
            )
        assert not replaced
        assert await rows(chat) == 1


async def test_an_unusable_answer_ends_with_the_catalogue(tmp_path: Path) -> None:
    async with with_claude(tmp_path, lambda _: Says("pas de JSON")) as (chat, _claude):
        lea = chat.telegram.runner("Léa")
        place = await asked_for(lea, "fr")
        for _ in range(12):
            chat.clock.now += timedelta(minutes=30)
            await asyncio.sleep(0.4)
            if "✨" in message(lea, place).text:
                break
        stored = await until(chat, lea)
        assert stored.enrichment is not None
        assert stored.enrichment.source == "catalogue"
        assert stored.session.source == "engine"


async def test_thumbs_are_kept_with_their_reason(tmp_path: Path) -> None:
    async with with_claude(tmp_path, lambda body: Says(reply_to(body, "fr"))) as (chat, _claude):
        lea = chat.telegram.runner("Léa")
        place = await asked_for(lea, "fr")
        await says_so(lea, place, "✨")
        await taps(lea, place, "✨")
        await taps(lea, place, "👎")
        last = lea.last
        await lea.says("le repos est trop court")
        await lea.waits_for("Noté", after=last)
        stored = await latest(chat, lea)
        async with chat.database.reading() as connection:
            found = await ratings.of_session(connection, lea.id, "force", stored.id)
        assert found == Rating(-1, "claude", None, "le repos est trop court")
