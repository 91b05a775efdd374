"""What a runner takes along, through the real bot: calendar, watch, a copy of everything."""

import json
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from garmin_fit_sdk import Decoder, Stream
from icalendar import Calendar

from bot.playground.files import by_id
from bot.playground.records import Message
from storage import programs
from tests.bot.chatting import NOW, Chat, chatting, has_button, onboards
from tests.telegram import LocalTelegram, Runner


def document(telegram: LocalTelegram, message: Message) -> bytes:
    assert message.media is not None
    return by_id(telegram.world, message.media.payload["file_id"]).content


def file_name(message: Message) -> str:
    return str(message.media.payload.get("file_name")) if message.media else ""


async def gets(runner: Runner, name: str, after: Message) -> bytes:
    message = await runner.waits_for(lambda shown: name in file_name(shown), after=after)
    return document(runner.telegram, message)


def events(content: bytes) -> dict[str, Any]:
    return {str(event["UID"]): event for event in Calendar.from_ical(content).walk("VEVENT")}


async def test_the_calendar_holds_the_plan_and_follows_its_changes(tmp_path: Path) -> None:
    async with chatting(tmp_path) as chat:
        lea = chat.telegram.runner()
        picture = await onboards(lea)
        await lea.taps("Mettre dans mon agenda", picture)
        first = events(await gets(lea, "runcoach.ics", picture))
        stored = await plan_of(chat, lea)
        running = [item for week in stored.weeks for item in week.sessions if not item.session.rest_day]
        assert len(first) == len(running)
        chat.clock.now = NOW + timedelta(minutes=5)
        rest = running[0].session.model_copy(update={"rest_day": True, "kind": "rest"})
        async with chat.database.transaction() as connection:
            await programs.change_session(connection, lea.id, running[0].id, rest, now=chat.clock.now)
        last = lea.last
        await lea.says("/calendrier")
        second = events(await gets(lea, "runcoach.ics", last))
        assert second.keys() == first.keys()
        assert all(second[uid]["SEQUENCE"] > first[uid]["SEQUENCE"] for uid in first)
        cancelled = [event for event in second.values() if event["STATUS"] == "CANCELLED"]
        assert [event["DTSTART"].dt for event in cancelled] == [running[0].session.date]


async def test_the_calendar_takes_an_hour(tmp_path: Path) -> None:
    async with chatting(tmp_path) as chat:
        lea = chat.telegram.runner(language_code="en")
        last = await onboards(lea, "en")
        await lea.says("/calendar after work")
        last = await lea.waits_for("didn’t get that time", after=last)
        await lea.says("/calendar 18:30")
        found = events(await gets(lea, "runcoach.ics", last))
        starts = {event["DTSTART"].dt for event in found.values()}
        assert all(isinstance(start, datetime) and (start.hour, start.minute) == (18, 30) for start in starts)


async def test_a_session_goes_to_the_watch(tmp_path: Path) -> None:
    async with chatting(tmp_path) as chat:
        lea, tom = chat.telegram.runner(), chat.telegram.runner("Tom")
        await onboards(lea)
        await onboards(tom)
        chat.clock.now = NOW + timedelta(days=4)
        await lea.says("/today")
        card = await lea.waits_for(lambda message: has_button(message, "Plus"))
        await lea.taps("Plus", card)
        card = await lea.waits_for(lambda message: has_button(message, "Montre"))
        await lea.taps("Montre", card)
        content = await gets(lea, "runcoach-2026-11-24.fit", card)
        messages, errors = Decoder(Stream.from_byte_array(bytearray(content))).read()
        assert errors == []
        assert messages["workout_step_mesgs"]
        stored = await plan_of(chat, lea)
        for data in (f"wf:{stored.weeks[0].sessions[1].id}", "wf:x", f"wf:{'9' * 40}"):
            query = await tom.taps_data(tom.last.message_id, data)
            answer = await tom.waits_for_answer(query)
            assert "ne peut plus" in answer["text"]


async def test_a_copy_of_everything(tmp_path: Path) -> None:
    async with chatting(tmp_path) as chat:
        lea, tom = chat.telegram.runner(), chat.telegram.runner("Tom")
        await onboards(lea)
        await onboards(tom)
        last = lea.last
        await lea.says("/export")
        kept = json.loads(await gets(lea, "runcoach-export.json", last))
        stored = await plan_of(chat, lea)
        assert kept["runners"][0]["first_name"] == "Léa"
        assert [row["id"] for row in kept["programs"]] == [stored.id]
        assert len(kept["training_sessions"]) == 7 * len(stored.weeks)
        assert "Tom" not in json.dumps(kept)


async def test_someone_without_a_plan_is_told(tmp_path: Path) -> None:
    async with chatting(tmp_path) as chat:
        lea = chat.telegram.runner()
        await lea.says("/calendar")
        await lea.waits_for("pas encore de plan")


async def plan_of(chat: Chat, runner: Runner) -> programs.StoredProgram:
    async with chat.database.reading() as connection:
        stored = await programs.active(connection, runner.id)
    assert stored is not None
    return stored


@pytest.mark.parametrize(("language", "print_label", "week_label"), [
    ("fr", "Imprimer (PDF)", "En image"), ("en", "Print (PDF)", "As a picture"),
])  # fmt: skip
async def test_the_plan_is_printed_and_a_week_becomes_a_picture(
    tmp_path: Path, language: str, print_label: str, week_label: str
) -> None:
    async with chatting(tmp_path) as chat:
        lea, tom = chat.telegram.runner(language_code=language), chat.telegram.runner("Tom")
        picture = await onboards(lea, language)
        await lea.taps(print_label, picture)
        content = await gets(lea, "runcoach.pdf", picture)
        assert content.startswith(b"%PDF-")
        assert "Léa".encode() not in content
        await lea.says("/week")
        week = await lea.waits_for(lambda message: has_button(message, week_label))
        await lea.taps(week_label, week)
        shared = await lea.waits_for(lambda message: message.media is not None, after=week)
        assert shared.media is not None
        sizes = shared.media.payload
        assert isinstance(sizes, list)
        assert by_id(chat.telegram.world, sizes[-1]["file_id"]).content.startswith(b"\x89PNG")
        stored = await plan_of(chat, lea)
        for data in (f"wi:{stored.id}:1", "wi:x", "wi:"):
            query = await tom.taps_data((await says_something(tom)).message_id, data)
            assert (await tom.waits_for_answer(query))["text"]


async def says_something(runner: Runner) -> Message:
    await runner.says("/help")
    return await runner.waits_for("/plan")
