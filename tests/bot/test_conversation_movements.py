"""How a movement is done, through the real bot: by name, by button, and each picture uploaded once."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import pytest

from bot.errors import StartFailed
from bot.illustrations.matplotlib_drawer import MatplotlibDrawer
from bot.playground.records import Message
from core.athlete import Language
from core.catalogue.reading import catalogue, words_of
from storage import pictures
from tests.bot.chatting import Chat, chatting
from tests.bot.running import running_bot
from tests.telegram import LocalTelegram, Runner, buttons


@asynccontextmanager
async def a_chat(folder: Path, language: Language = "fr") -> AsyncIterator[tuple[Chat, Runner]]:
    async with chatting(folder) as chat:
        yield chat, chat.telegram.runner("Léa", language)


async def asks(lea: Runner, text: str) -> Message:
    before = await lea.says(text)
    return await lea.waits_for(lambda message: True, after=before)


def photos_sent(chat: Chat) -> list[dict[str, Any]]:
    return [call.parameters for call in chat.telegram.calls("sendPhoto")]


def uploaded(chat: Chat) -> list[bool]:
    """For each picture sent, whether its bytes were."""
    return ["photo" not in call for call in photos_sent(chat)]  # a file id is a plain parameter


@pytest.mark.parametrize(("language", "text"), [("fr", "/exercice pompes"), ("en", "/exercise push ups")])
async def test_a_movement_comes_with_its_picture_and_its_words(
    tmp_path: Path, language: Language, text: str
) -> None:
    async with a_chat(tmp_path, language) as (_, lea):
        message = await asks(lea, text)
    words = words_of("push-up", language)
    assert message.media is not None
    assert message.media.kind == "photo"
    assert message.text.startswith(words.name)
    assert all(cue in message.text for cue in words.cues[:3])
    assert words.mistakes[0] in message.text
    assert len(message.text) < 1024
    easier, harder = (row[0] for row in buttons(message))
    assert easier.startswith({"fr": "Plus facile", "en": "Easier"}[language])
    assert harder.startswith({"fr": "Plus dur", "en": "Harder"}[language])


async def test_the_easier_movement_is_one_tap_away(tmp_path: Path) -> None:
    async with a_chat(tmp_path) as (_, lea):
        message = await asks(lea, "/exercice pompes")
        await lea.taps("Plus facile", message)
        easier = catalogue()["push-up"].regressions[0]
        shown = await lea.waits_for(words_of(easier, "fr").name, after=message)
        assert shown.media is not None


async def test_a_wrong_name_offers_the_nearest(tmp_path: Path) -> None:
    async with a_chat(tmp_path) as (_, lea):
        message = await asks(lea, "/exercice xyzzy <b>")
        assert "xyzzy <b>" in message.text
        assert len(buttons(message)) == 3
        await lea.taps(buttons(message)[0][0], message)
        assert (await lea.waits_for(buttons(message)[0][0], after=message)).media is not None


async def test_a_name_of_several_asks_which(tmp_path: Path) -> None:
    async with a_chat(tmp_path, "en") as (_, lea):
        message = await asks(lea, "/exercise lunge")
        assert message.media is None
        assert len(buttons(message)) >= 2


async def test_no_name_is_told_how(tmp_path: Path) -> None:
    async with a_chat(tmp_path) as (_, lea):
        assert "/exercice pompes" in (await asks(lea, "/exercice")).text


async def test_a_button_of_a_movement_that_is_gone_says_so(tmp_path: Path) -> None:
    async with a_chat(tmp_path) as (_, lea):
        message = await asks(lea, "/exercice pompes")
        answer = await lea.waits_for_answer(await lea.taps_data(message.message_id, "il:no-such-thing"))
        assert answer["show_alert"]
        assert "catalogue" in answer["text"]


async def test_a_picture_is_uploaded_once_for_all_runners(tmp_path: Path) -> None:
    async with a_chat(tmp_path) as (chat, lea):
        await asks(lea, "/exercice pompes")
        again = await asks(lea, "/exercice pompes")
        max_ = chat.telegram.runner("Max", "en")
        of_max = await asks(max_, "/exercise push up")
        assert uploaded(chat) == [True, False, False]
        assert again.media is not None
        assert of_max.media is not None
        await asks(lea, "/exercice planche")
        assert uploaded(chat)[-1]


async def test_an_id_that_telegram_refuses_is_uploaded_anew(tmp_path: Path) -> None:
    async with a_chat(tmp_path) as (chat, lea):
        await asks(lea, "/exercice pompes")
        chat.telegram.faults.refuse("sendPhoto", 400, "Bad Request: wrong file identifier/HTTP URL specified")
        message = await asks(lea, "/exercice pompes")
        assert message.media is not None
        assert uploaded(chat) == [True, False, True]
        await asks(lea, "/exercice pompes")
        assert uploaded(chat) == [True, False, True, False]


async def test_words_go_out_when_a_refused_picture_cannot_be_drawn(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fails(*_: object) -> bytes:
        raise OSError

    async with a_chat(tmp_path) as (chat, lea):
        await asks(lea, "/exercice pompes")
        for kept in (tmp_path / "illustrations").iterdir():
            kept.unlink()
        monkeypatch.setattr(MatplotlibDrawer, "draw", fails)
        chat.telegram.faults.refuse("sendPhoto", 400, "Bad Request: wrong file identifier")
        message = await asks(lea, "/exercice pompes")
    assert message.media is None
    assert message.text.startswith(words_of("push-up", "fr").name)


async def test_a_bot_does_not_start_with_an_unknown_drawer(tmp_path: Path) -> None:
    async with LocalTelegram() as telegram:
        with pytest.raises(StartFailed, match="Nobody draws under the name “nobody”"):
            async with running_bot(telegram, tmp_path, runcoach_illustrator="nobody"):
                pass


async def test_the_id_of_another_bot_is_not_used(tmp_path: Path) -> None:
    async with a_chat(tmp_path) as (chat, lea):
        await asks(lea, "/exercice pompes")
        async with chat.database.transaction() as connection:
            assert await pictures.file_id_of(connection, 42, "movement-any") is None
            await pictures.remember(connection, 42, "movement-any", "x" * 100, now=chat.clock.now)
            await pictures.remember(connection, 42, "movement-any", "y" * 100, now=chat.clock.now)
            assert await pictures.file_id_of(connection, 42, "movement-any") == "y" * 100
            assert await pictures.file_id_of(connection, 43, "movement-any") is None
            await pictures.remember(connection, 42, "movement-any", "z" * 300, now=chat.clock.now)
            assert await pictures.file_id_of(connection, 42, "movement-any") is None
