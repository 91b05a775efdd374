"""The card of a session through the real bot: badges, sections, now, thumbs."""

import asyncio
import json
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from pydantic import SecretStr

from bot.playground.records import Message
from bot.views.enrichment import enriched_of
from core.athlete import Language
from storage import programs, ratings
from storage.programs import StoredSession
from storage.ratings import Rating
from tests.bot.chatting import Chat, Clock, chatting, has_button, onboards
from tests.bot.running import running_bot
from tests.claude_server import Answer, ClaudeServer, Says
from tests.claude_server.counting import Json
from tests.evals.writing import reply_to
from tests.telegram import LocalTelegram, Runner

REPLY = {
    "w": ["Deux minutes de cercles de chevilles avant de partir."],
    "c": ["Tu dois pouvoir raconter ta journée sans souffler fort."],
    "m": ["Partir trop vite : laisse les premières minutes te sembler lentes."],
    "p": ["Le plan allonge cette sortie petit à petit, garde-la facile."],
    "t": ["Pose le pied sous le bassin, avec des pas courts et vifs."],
    "f": "Un verre d’eau avant, un vrai repas après, c’est tout.",
    "h": "Marche un peu, puis repars plus lentement que tout à l’heure.",
    "e": "Garde l’allure : cette facilité prépare la séance suivante.",
}


async def first_session(chat: Chat, runner: Runner) -> StoredSession:
    async with chat.database.reading() as connection:
        stored = await programs.active(connection, runner.id)
    assert stored is not None
    return next(item for week in stored.weeks for item in week.sessions if not item.session.rest_day)


async def opens_card(chat: Chat, runner: Runner) -> tuple[Message, StoredSession]:
    """Open the week, tap the first day."""
    last = runner.last
    await runner.says("/week")
    week = await runner.waits_for(lambda message: has_button(message, "Sem.", "Week"), after=last)
    item = await first_session(chat, runner)
    await runner.taps_data(week.message_id, f"dy:{item.id}")
    return await shown(chat, runner, week.message_id, "Pourquoi", "Why"), item


async def shown(chat: Chat, runner: Runner, message_id: int, *texts: str) -> Message:
    """The message once it contains one of the texts."""

    def found() -> Message | None:
        return next(
            (m for m in runner.from_bot if m.message_id == message_id and any(t in m.text for t in texts)),
            None,
        )

    await chat.telegram.waits_until(lambda: found() is not None)
    message = found()
    assert message is not None
    return message


@asynccontextmanager
async def with_claude(
    folder: Path, answer: Callable[[Json], Answer]
) -> AsyncIterator[tuple[Chat, ClaudeServer]]:
    """A chat whose Claude writes plans as asked and enriches as told."""

    def answered(body: Json) -> Answer:
        return answer(body) if is_enrichment(body) else Says(reply_to(body["messages"][0]["content"]))

    clock = Clock()
    async with LocalTelegram() as telegram, ClaudeServer(answer=answered) as claude:
        key: dict[str, Any] = {
            "anthropic_api_key": SecretStr(claude.key),
            "anthropic_base_url": claude.base_url,
        }
        async with running_bot(telegram, folder, clock=clock, **key) as database:
            yield Chat(telegram, database, clock), claude


def is_enrichment(body: Json) -> bool:
    return "h" in body["output_config"]["format"]["schema"]["properties"]


async def rating_of(chat: Chat, runner: Runner, item: StoredSession) -> Rating | None:
    async with chat.database.reading() as connection:
        return await ratings.of_session(connection, runner.id, "running", item.id)


async def until(chat: Chat, runner: Runner, source: str, *, minutes_a_look: int = 0) -> StoredSession:
    """The runner's first session once it is enriched from this source; each look may move the clock."""
    for _ in range(400):
        item = await first_session(chat, runner)
        enriched = enriched_of(item)
        if enriched is not None and enriched.source == source:
            return item
        chat.clock.now += timedelta(minutes=minutes_a_look)
        await asyncio.sleep(0.05)
    raise AssertionError(f"the session was not enriched from {source}")


@pytest.mark.parametrize(
    ("language", "catalogue", "section", "back"),
    [("fr", "d’après le catalogue", "Repères", "‹ Retour"), ("en", "from the catalogue", "Cues", "‹ Back")],
)
async def test_a_card_becomes_enriched_in_place_and_opens_its_sections(
    tmp_path: Path, language: Language, catalogue: str, section: str, back: str
) -> None:
    async with chatting(tmp_path) as chat:
        lea = chat.telegram.runner("Léa", language)
        await onboards(lea, language)
        card, _ = await opens_card(chat, lea)
        count = len(lea.from_bot)
        card = await shown(chat, lea, card.message_id, "✨")
        assert catalogue in card.text
        await lea.taps("✨", card)
        opened = await shown(chat, lea, card.message_id, section)
        assert catalogue in opened.text.lower()
        folded = [entity for entity in opened.entities if entity["type"] == "expandable_blockquote"]
        assert len(folded) >= 4
        await lea.taps(back, opened)
        await shown(chat, lea, card.message_id, "Pourquoi", "Why")
        assert len(lea.from_bot) == count  # everything happened in one message
        last = lea.last
        await lea.says("/week")
        week = await lea.waits_for("✨", after=last)
        assert any(line.endswith("✨") for line in week.text.splitlines())


async def test_claude_enriches_the_session_somebody_asks_for(tmp_path: Path) -> None:
    async with with_claude(tmp_path, lambda _: Says(json.dumps(REPLY))) as (chat, claude):
        lea = chat.telegram.runner()
        await onboards(lea)
        await lea.waits_for("Claude a relu ton plan")
        card, item = await opens_card(chat, lea)
        assert "⏳" in card.text
        count = len(lea.from_bot)
        await lea.taps("Enrichir maintenant", card)
        card = await shown(chat, lea, card.message_id, "écrit pour cette séance")
        await lea.taps("Le détail", card)
        opened = await shown(chat, lea, card.message_id, "Repères")
        assert all((text if isinstance(text, str) else text[0]) in opened.text for text in REPLY.values())
        assert "catalogue" not in opened.text
        item = await first_session(chat, lea)
        await lea.taps_data(card.message_id, f"en:{item.id}:s:1")  # a button of an older card
        opened = await shown(chat, lea, card.message_id, "Repères ·")
        assert REPLY["c"][0] in opened.text
        assert len(lea.from_bot) == count
        asked = [body for body in claude.messages if is_enrichment(body)]
        assert len(asked) == 1  # the others wait for their turn
        assert asked[0]["model"] == "claude-haiku-5-5"
        assert asked[0]["messages"][0]["content"].startswith("<data>")
        assert (await first_session(chat, lea)).id == item.id


async def test_answers_that_cannot_be_used_end_with_the_catalogues(tmp_path: Path) -> None:
    hostile = json.dumps({"c": ["Ignore la douleur et cours à 3:00/km."], "h": "Voir www.example.com."})
    async with with_claude(tmp_path, lambda _: Says(hostile)) as (chat, claude):
        lea = chat.telegram.runner()
        await onboards(lea)
        await lea.waits_for("Claude a relu ton plan")
        item = await until(chat, lea, "catalogue", minutes_a_look=5)
        assert "douleur et cours" not in str(item.enrichment)
        assert len([body for body in claude.messages if is_enrichment(body)]) >= 5


async def test_a_message_that_shows_something_else_by_then_is_left_alone(tmp_path: Path) -> None:
    async with with_claude(tmp_path, lambda _: Says(json.dumps(REPLY))) as (chat, _):
        lea = chat.telegram.runner()
        await onboards(lea)
        await lea.waits_for("Claude a relu ton plan")
        card, _ = await opens_card(chat, lea)
        await lea.taps("Sem. 1", card)
        week = await shown(chat, lea, card.message_id, "Touche un jour")
        count = len(lea.from_bot)
        chat.clock.now += timedelta(minutes=3)
        await until(chat, lea, "claude")
        await lea.says("/help")
        await lea.waits_for("/today", after=lea.last)
        left = next(message for message in lea.from_bot if message.message_id == week.message_id)
        assert left.text == week.text
        assert len(lea.from_bot) == count + 1


async def test_an_open_card_stays_open_when_its_detail_arrives(tmp_path: Path) -> None:
    async with with_claude(tmp_path, lambda _: Says(json.dumps(REPLY))) as (chat, _):
        lea = chat.telegram.runner()
        await onboards(lea)
        await lea.waits_for("Claude a relu ton plan")
        card, _ = await opens_card(chat, lea)
        assert "⏳" in card.text
        await lea.taps("Plus", card)
        opened = await lea.waits_for(lambda message: has_button(message, "Alléger"))
        assert opened.message_id == card.message_id
        chat.clock.now += timedelta(minutes=3)
        card = await shown(chat, lea, card.message_id, "écrit pour cette séance")
        assert has_button(card, "Alléger")
        await lea.taps("‹ La séance", card)
        await lea.waits_for(lambda message: has_button(message, "Le détail"))


async def test_thumbs_are_kept_with_a_reason_and_change_with_the_mind(tmp_path: Path) -> None:
    async with chatting(tmp_path) as chat:
        lea = chat.telegram.runner()
        await onboards(lea)
        card, item = await opens_card(chat, lea)
        card = await shown(chat, lea, card.message_id, "✨")
        await lea.taps("Le détail", card)
        card = await shown(chat, lea, card.message_id, "Repères")
        await lea.taps("👍", card)
        await lea.taps("👍", card)  # twice, before the screen changed
        thanks = await shown(chat, lea, card.message_id, "Noté")
        assert await rating_of(chat, lea, item) == Rating(1, "catalogue")
        await lea.taps("‹ Retour", thanks)
        card = await shown(chat, lea, card.message_id, "Pourquoi")
        await lea.taps("Le détail", card)
        card = await shown(chat, lea, card.message_id, "Repères")
        await lea.taps("👎", card)
        asked = await shown(chat, lea, card.message_id, "Qu’est-ce qui ne va pas")
        await lea.taps("Trop vague", asked)
        await shown(chat, lea, card.message_id, "j’en tiendrai compte")
        assert await rating_of(chat, lea, item) == Rating(-1, "catalogue", "vague")
        await lea.taps_data(card.message_id, f"en:{item.id}:down:")
        await shown(chat, lea, card.message_id, "Qu’est-ce qui ne va pas")
        await lea.says("Les mots sont <b>trop</b> compliqués")
        await lea.waits_for("j’en tiendrai compte", after=lea.last)
        rating = await rating_of(chat, lea, item)
        assert rating is not None
        assert rating.comment == "Les mots sont <b>trop</b> compliqués"
        await lea.says("Une phrase de plus")  # the question is closed
        await lea.waits_for("pas compris", after=lea.last)


async def test_foreign_and_stale_buttons_change_nothing(tmp_path: Path) -> None:
    async with chatting(tmp_path) as chat:
        lea, tom = chat.telegram.runner(), chat.telegram.runner("Tom")
        await onboards(lea)
        await onboards(tom)
        card, item = await opens_card(chat, tom)
        await shown(chat, tom, card.message_id, "✨")
        hers = await first_session(chat, lea)
        foreign = [f"en:{hers.id}:{action}:" for action in ("card", "now", "up", "down")]
        gone = (*foreign, "en:", "en:x:s:0", f"en:{item.id}:?:")
        for data in gone:
            answer = await tom.waits_for_answer(await tom.taps_data(card.message_id, data))
            assert "ancien plan" in str(answer)
        for data in (f"en:{item.id}:s:99", f"en:{item.id}:s:²", f"en:{item.id}:why:rude"):
            answer = await tom.waits_for_answer(await tom.taps_data(card.message_id, data))
            assert "plus à jour" in str(answer)
        assert await rating_of(chat, lea, hers) is None
        assert await rating_of(chat, tom, item) is None
