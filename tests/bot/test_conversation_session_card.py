"""The session's card through the real bot: its two sets of buttons, profile, why, treadmill, heat."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import timedelta
from pathlib import Path

import pytest

from bot.playground.records import Message
from core.athlete import Language
from core.session_kinds import kind_of
from storage import programs
from storage.programs import StoredSession
from tests.bot.chatting import NOW, Chat, chatting, has_button, onboards
from tests.telegram import Runner, buttons

MORE = {"fr": "Plus", "en": "More"}
BACK = {"fr": "‹ La séance", "en": "‹ The session"}


async def sessions_of(chat: Chat, runner: Runner) -> list[StoredSession]:
    async with chat.database.reading() as connection:
        stored = await programs.active(connection, runner.id)
    assert stored is not None
    return [item for week in stored.weeks for item in week.sessions]


@asynccontextmanager
async def on_a_running_day(
    folder: Path, language: Language = "fr"
) -> AsyncIterator[tuple[Chat, Runner, StoredSession, Message]]:
    """A runner with today's card on the screen."""
    async with chatting(folder) as chat:
        lea = chat.telegram.runner("Léa", language)
        await onboards(lea, language)
        item = next(item for item in await sessions_of(chat, lea) if not item.session.rest_day)
        assert item.session.date is not None
        chat.clock.now = NOW + (item.session.date - NOW.date())
        last = lea.last
        await lea.says("/today")
        yield chat, lea, item, await lea.waits_for(lambda m: has_button(m, MORE[language]), after=last)


async def taps(lea: Runner, label: str, message: Message) -> Message:
    """The message after a tap on one of its buttons changed it."""
    before = (message.text, message.reply_markup)
    await lea.taps(label, message)

    def now() -> Message:
        return next(m for m in lea.from_bot if m.message_id == message.message_id)

    await lea.telegram.waits_until(lambda: (now().text, now().reply_markup) != before)
    return now()


def data_of(message: Message) -> list[str]:
    rows = (message.reply_markup or {})["inline_keyboard"]
    return [button["callback_data"] for row in rows for button in row]


@pytest.mark.parametrize("language", ["fr", "en"])
async def test_the_second_set_of_buttons_opens_and_closes_in_place(
    tmp_path: Path, language: Language
) -> None:
    async with on_a_running_day(tmp_path, language) as (_, lea, item, card):
        first = buttons(card)
        assert len(first) <= 4
        assert data_of(card)[0] == f"lo:{item.id}:ask"
        opened = await taps(lea, MORE[language], card)
        assert opened.text == card.text
        changes = [f"lf:{what}:{item.id}" for what in ("move", "ease", "skip")]
        assert data_of(opened)[:3] == changes
        assert {f"wf:{item.id}", "pl:calendar", f"sc:{item.id}:treadmill", f"sc:{item.id}:heat"} <= set(
            data_of(opened)
        )
        closed = await taps(lea, BACK[language], opened)
        assert buttons(closed) == first
        assert [shown.message_id for shown in lea.from_bot if shown.text == card.text] == [card.message_id]


@pytest.mark.parametrize(
    ("language", "button", "told"), [("fr", "Profil", "effort est dur"), ("en", "Profile", "the harder")]
)
async def test_the_profile_is_a_picture(tmp_path: Path, language: Language, button: str, told: str) -> None:
    async with on_a_running_day(tmp_path, language) as (_, lea, _item, card):
        await lea.taps(button, card)
        picture = await lea.waits_for(lambda m: m.media is not None and told in m.text, after=card)
        assert picture.media is not None
        assert picture.media.kind == "photo"


@pytest.mark.parametrize(
    ("language", "command", "button", "rest"),
    [("fr", "/pourquoi", "Pourquoi ?", "Pas de course"), ("en", "/why", "Why?", "No run planned")],
)
async def test_why(tmp_path: Path, language: Language, command: str, button: str, rest: str) -> None:
    async with on_a_running_day(tmp_path, language) as (chat, lea, item, card):
        told = await taps(lea, button, card)
        assert item.session.why is not None
        assert item.session.why in told.text
        assert "1" in told.text
        await lea.says(command)
        again = await lea.waits_for(lambda m: m.text == told.text, after=told)
        await taps(lea, BACK[language], again)
        chat.clock.now += timedelta(days=1)
        await lea.says(command)
        await lea.waits_for(rest, after=again)


async def test_on_a_treadmill(tmp_path: Path) -> None:
    async with on_a_running_day(tmp_path) as (chat, lea, _, card):
        opened = await taps(lea, "Plus", card)
        belt = await taps(lea, "Sur tapis", opened)
        assert "Pente 1" in belt.text
        back = await taps(lea, "‹ La séance", belt)
        assert back.text == card.text
        race = next(it for it in await sessions_of(chat, lea) if kind_of(it.session) == "race")
        answer = await lea.waits_for_answer(await lea.taps_data(back.message_id, f"sc:{race.id}:treadmill"))
        assert "ancien plan" in answer["text"]


@pytest.mark.parametrize(
    ("language", "text", "told", "humid"),
    [("fr", "Il fait 31", "Trop chaud", "humide"), ("en", "it’s 31°C", "Too hot", "humid")],
)
async def test_a_hot_day_from_words_and_from_buttons(
    tmp_path: Path, language: Language, text: str, told: str, humid: str
) -> None:
    async with on_a_running_day(tmp_path, language) as (chat, lea, item, card):
        await lea.says(text)
        note = await lea.waits_for(told, after=card)
        humid_note = await taps(lea, humid, note)
        assert "80" in humid_note.text
        opened = await taps(lea, MORE[language], card)
        asked = await taps(lea, "🌡", opened)
        cool = await taps(lea, "24", asked)
        assert told not in cool.text
        back = await taps(lea, BACK[language], cool)
        assert back.text == card.text
        kept = next(it for it in await sessions_of(chat, lea) if it.id == item.id)
        assert kept.session == item.session  # nothing of it is stored


async def test_weather_on_a_day_off_and_without_a_plan(tmp_path: Path) -> None:
    async with on_a_running_day(tmp_path) as (chat, lea, _, card):
        chat.clock.now += timedelta(days=1)
        await lea.says("il fait 34")
        await lea.waits_for("Pas de course prévue", after=card)
        tom = chat.telegram.runner("Tom")
        await tom.says("il fait 34")
        await tom.waits_for(lambda m: "°C" not in m.text)


async def test_stale_and_foreign_buttons_change_nothing(tmp_path: Path) -> None:
    async with on_a_running_day(tmp_path) as (chat, lea, item, card):
        tom = chat.telegram.runner("Tom")
        await tom.says("/start")
        theirs = await tom.waits_for(lambda m: bool(m.reply_markup))
        foreign = [
            (tom, theirs, f"sc:{item.id}:{action}") for action in ("why", "more", "profile", "heat:31")
        ]
        stale = [(lea, card, data) for data in ("sc:", "sc:x:why", f"sc:{item.id}:?", f"sc:{'9' * 30}:why")]
        for runner, message, data in (*foreign, *stale):
            answer = await runner.waits_for_answer(await runner.taps_data(message.message_id, data))
            assert "ancien plan" in answer["text"]
        for value in ("nan", "1e9", "x", "31:x", "31:200"):
            await lea.taps_data(card.message_id, f"sc:{item.id}:heat:{value}")
        await lea.waits_for(lambda m: m.message_id == card.message_id and "Quelle température" in m.text)


async def test_a_check_in_changes_the_card_where_it_stands(tmp_path: Path) -> None:
    async with on_a_running_day(tmp_path) as (_, lea, item, card):
        opened = await taps(lea, "Plus", card)
        await lea.says("fatigué")
        await lea.waits_for(lambda m: m.message_id > card.message_id and "fatigué" in m.text.lower())

        def now() -> Message:
            return next(m for m in lea.from_bot if m.message_id == card.message_id)

        await lea.telegram.waits_until(lambda: now().text != opened.text)
        assert f"lf:move:{item.id}" in data_of(now())  # still open
