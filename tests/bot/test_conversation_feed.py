"""The live calendar, through the real bot and its web application."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import timedelta
from pathlib import Path
from typing import Any

import httpx
import pytest
from icalendar import Calendar
from sqlalchemy import text

from bot.playground.calendar_port import with_live_calendars
from bot.playground.records import Message
from bot.settings import load_settings
from bot.web.paces import Paces
from storage import programs
from tests.bot.chatting import NOW, Chat, Clock, has_button, onboards
from tests.bot.running import running_bot
from tests.bot.webhooks import free_port
from tests.telegram import LocalTelegram, Runner

AWAY = "/feed/" + "x" * 43 + ".ics"


@asynccontextmanager
async def served(folder: Path) -> AsyncIterator[tuple[Chat, httpx.AsyncClient]]:
    """The bot with a public address, and who reads it."""
    clock, port = Clock(), free_port()
    address = f"http://127.0.0.1:{port}"
    settings: dict[str, Any] = {"runcoach_web_port": port, "runcoach_public_url": address}
    async with (
        LocalTelegram() as telegram,
        running_bot(telegram, folder, clock=clock, **settings) as database,
        httpx.AsyncClient(base_url=address, trust_env=False) as reader,
    ):
        yield Chat(telegram, database, clock), reader


async def subscribes(runner: Runner, language: str = "fr", command: str = "/calendar") -> tuple[Message, str]:
    """The message with the address, and the address's path."""
    await onboards(runner, language)
    await runner.says(command)
    label = "M’abonner" if language == "fr" else "Subscribe"
    ways = await runner.waits_for(lambda shown: has_button(shown, label))
    await runner.taps(label, ways)
    return await gets_address(runner)


async def gets_address(runner: Runner, but: str = "none yet") -> tuple[Message, str]:
    message = await runner.waits_for(lambda shown: "/feed/" in shown.text and but not in shown.text)
    line = next(line for line in message.text.splitlines() if "/feed/" in line)
    return message, "/feed/" + line.partition("/feed/")[2]


def events(content: bytes) -> dict[str, Any]:
    return {str(event["UID"]): event for event in Calendar.from_ical(content).walk("VEVENT")}


@pytest.mark.parametrize("language", ["fr", "en"])
async def test_the_address_holds_the_plan_and_follows_its_changes(tmp_path: Path, language: str) -> None:
    async with served(tmp_path) as (chat, reader):
        lea = chat.telegram.runner(language_code=language)
        _message, path = await subscribes(lea, language)
        first = await reader.get(path)
        assert first.status_code == 200
        assert first.headers["content-type"] == "text/calendar; charset=utf-8"
        assert first.headers["cache-control"] == "private, no-cache"
        assert "Léa" not in first.text
        assert str(lea.id) not in first.text
        stored = await plan_of(chat, lea)
        running = [item for week in stored.weeks for item in week.sessions if not item.session.rest_day]
        before = events(first.content)
        assert len(before) == len(running)
        assert "REFRESH-INTERVAL;VALUE=DURATION:PT1H" in first.text

        again = await reader.get(path, headers={"If-None-Match": first.headers["etag"]})
        dated = await reader.get(path, headers={"If-Modified-Since": first.headers["last-modified"]})
        assert (again.status_code, again.content, dated.status_code) == (304, b"", 304)
        head = await reader.head(path)
        assert (head.status_code, head.content) == (200, b"")
        assert head.headers["etag"] == first.headers["etag"]

        chat.clock.now = NOW + timedelta(minutes=5)
        rest = running[0].session.model_copy(update={"rest_day": True, "kind": "rest"})
        async with chat.database.transaction() as connection:
            await programs.change_session(connection, lea.id, running[0].id, rest, now=chat.clock.now)
        changed = await reader.get(path, headers={"If-None-Match": first.headers["etag"]})
        assert changed.status_code == 200
        after = events(changed.content)
        assert after.keys() == before.keys()
        assert all(after[uid]["SEQUENCE"] > before[uid]["SEQUENCE"] for uid in before)
        cancelled = [event["DTSTART"].dt for event in after.values() if event["STATUS"] == "CANCELLED"]
        assert cancelled == [running[0].session.date]


async def test_changed_stopped_unknown_and_erased_are_the_same_404(tmp_path: Path) -> None:
    async with served(tmp_path) as (chat, reader):
        lea = chat.telegram.runner()
        message, old = await subscribes(lea)
        unknown = await reader.get(AWAY)
        assert unknown.status_code == 404
        await lea.taps("Changer l’adresse", message)
        message, new = await gets_address(lea, but=old)
        assert (await reader.get(new)).status_code == 200
        assert same(await reader.get(old), unknown)

        await lea.says("/calendar")
        ways = await lea.waits_for(lambda shown: has_button(shown, "M’abonner"))
        await lea.taps("M’abonner", ways)
        kept = await lea.waits_for("existe depuis le 20 novembre")
        assert new not in kept.text
        await lea.taps("Arrêter l’abonnement", message)
        await lea.waits_for("L’abonnement est arrêté")
        assert same(await reader.get(new), unknown)

        await lea.taps("Changer l’adresse", kept)
        message, third = await gets_address(lea)
        assert (await reader.get(third)).status_code == 200
        await lea.says("/erase")
        asked = await lea.waits_for(lambda shown: has_button(shown, "tout effacer"))
        await lea.taps("Oui, tout effacer", asked)
        await lea.waits_for("ne garde plus rien")
        assert same(await reader.get(third), unknown)
        subscribe = third.removesuffix(".ics") + "/subscribe"
        assert same(await reader.get(subscribe), unknown)


async def test_only_a_fingerprint_of_the_address_is_kept(tmp_path: Path) -> None:
    async with served(tmp_path) as (chat, _reader):
        lea = chat.telegram.runner()
        _message, path = await subscribes(lea)
        token = path.removeprefix("/feed/").removesuffix(".ics")
        assert len(token) == 43  # 256 bits in base 64
        async with chat.database.reading() as connection:
            for table in ("calendars", "outbox", "dialogues", "inbox"):
                rows = (await connection.execute(text(f"SELECT * FROM {table}"))).all()  # noqa: S608  # our own names
                assert token not in str(rows)


async def test_a_phone_is_sent_to_its_own_calendar(tmp_path: Path) -> None:
    async with served(tmp_path) as (chat, reader):
        lea = chat.telegram.runner()
        message, path = await subscribes(lea, command="/calendar 18h30")
        assert "18:30" in message.text
        markup = message.reply_markup or {}
        urls = [button["url"] for row in markup["inline_keyboard"] for button in row if "url" in button]
        assert urls == [f"{reader.base_url}".rstrip("/") + path.removesuffix(".ics") + "/subscribe"]
        sent = await reader.get(urls[0])
        assert sent.status_code == 302
        assert sent.headers["location"] == f"webcal://127.0.0.1:{reader.base_url.port}{path}"
        found = events((await reader.get(path)).content)
        assert {event["DTSTART"].dt.hour for event in found.values()} == {18}


async def test_an_address_that_is_read_too_often_asks_to_wait(tmp_path: Path) -> None:
    async with served(tmp_path) as (chat, reader):
        lea = chat.telegram.runner()
        _message, path = await subscribes(lea)
        answers = [(await reader.get(path)).status_code for _ in range(25)]
        assert answers[:20] == [200] * 20
        assert answers[-1] == 429
        assert 0 < int((await reader.get(path)).headers["retry-after"]) <= 30


async def test_without_a_public_address_the_file_comes_at_once(tmp_path: Path) -> None:
    async with LocalTelegram() as telegram, running_bot(telegram, tmp_path, clock=Clock()):
        lea = telegram.runner()
        picture = await onboards(lea)
        await lea.taps("Mettre dans mon agenda", picture)
        await lea.waits_for(lambda shown: shown.media is not None and "agenda" in shown.text, after=picture)
        query = await lea.taps_data(lea.last.message_id, "cf:open:day")
        assert "plus" in (await lea.waits_for_answer(query))["text"]


def test_credit_comes_back_with_time() -> None:
    now = [0.0]
    paces = Paces(2, 60, names_at_most=2, clock=lambda: now[0])
    assert [paces.wait_s("a"), paces.wait_s("a"), paces.wait_s("a")] == [0, 0, 60]
    now[0] = 60.0
    assert [paces.wait_s("a"), paces.wait_s("a")] == [0, 60]
    assert [paces.wait_s("b"), paces.wait_s("c")] == [0, 0]
    assert paces.wait_s("a") == 0  # forgotten, as the longest silent


def test_the_playground_serves_calendars_beside_its_page(tmp_path: Path) -> None:
    port = free_port()
    settings = with_live_calendars(load_settings(_env_file=None), f"http://127.0.0.1:{port - 1}")
    assert settings.runcoach_public_url == f"http://127.0.0.1:{port}"
    own = load_settings(_env_file=None, runcoach_public_url="https://a.example.org", runcoach_web_port=1)
    assert with_live_calendars(own, "http://127.0.0.1:1") is own


def same(answer: httpx.Response, other: httpx.Response) -> bool:
    """Whether nothing but the date tells two answers apart."""
    heads = [{key: value for key, value in one.headers.items() if key != "date"} for one in (answer, other)]
    return (answer.status_code, answer.content, heads[0]) == (other.status_code, other.content, heads[1])


async def plan_of(chat: Chat, runner: Runner) -> programs.StoredProgram:
    async with chat.database.reading() as connection:
        stored = await programs.active(connection, runner.id)
    assert stored is not None
    return stored
