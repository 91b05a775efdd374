"""The card of a session through the real bot: badges, sections, "enrich now" and thumbs, with and without Claude."""

import json
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

from bot.playground.records import Message
from storage import programs, ratings
from storage.programs import StoredSession
from tests.bot.chatting import Chat, answers, chatting, has_button, onboards
from tests.telegram import Runner, buttons

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
    week = await runner.waits_for(lambda message: has_button(message, "Sem.", "Wk"), after=last)
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


async def test_a_card_becomes_enriched_in_place_and_opens_its_sections(tmp_path: Path) -> None:
    async with chatting(tmp_path) as chat:
        lea = chat.telegram.runner()
        await onboards(lea)
        card, item = await opens_card(chat, lea)
        count = len(lea.from_bot)
        card = await shown(chat, lea, card.message_id, "✨")
        assert "d’après le catalogue" in card.text
        for label in ("Échauffement", "Repères", "Erreurs", "Technique", "Trop dur"):
            assert has_button(card, label)
        await lea.taps("Repères", card)
        section = await shown(chat, lea, card.message_id, "Repères ·")
        assert "D’après le catalogue" in section.text
        await lea.taps("Erreurs ›", section)
        section = await shown(chat, lea, card.message_id, "Erreurs ·")
        await lea.taps("‹ Retour", section)
        await shown(chat, lea, card.message_id, "Pourquoi")
        assert len(lea.from_bot) == count  # everything happened in one message
        await lea.says("/week")
        week = await lea.waits_for("détail prêt")
        assert any(line.endswith("✨") for line in week.text.splitlines())
        assert (await first_session(chat, lea)).enrichment_status == "enriched"
        assert item.id == (await first_session(chat, lea)).id
