"""Rich messages through the real bot: a server that knows them, one that does not, one that refuses one."""

from datetime import timedelta
from pathlib import Path

import pytest

from bot.playground.records import Message
from bot.rich import forget_refusals, is_known_to_refuse
from tests.bot.chatting import Chat, chatting, has_button, onboards
from tests.telegram import Runner

UNKNOWN = (404, "Not Found: method not found")


async def opens_week(lea: Runner) -> Message:
    last = lea.last
    await lea.says("/week")
    return await lea.waits_for(lambda m: has_button(m, "tableau", "table"), after=last)


def shown(lea: Runner, message: Message) -> Message:
    return next(m for m in lea.from_bot if m.message_id == message.message_id)


async def tries_the_table(chat: Chat, lea: Runner) -> Message:
    week = await opens_week(lea)
    await lea.taps("En tableau", week)
    return await lea.waits_for(lambda m: m.text.startswith("Semaine 1"), after=week)


async def test_a_table_is_tried_kept_and_left(tmp_path: Path) -> None:
    async with chatting(tmp_path) as chat:
        lea = chat.telegram.runner()
        await onboards(lea)
        tried = await tries_the_table(chat, lea)
        assert tried.rich is not None
        assert [block["type"] for block in tried.rich][:2] == ["heading", "paragraph"]
        (table,) = [block for block in tried.rich if block["type"] == "table"]
        assert len(table["cells"]) == 8  # a head and seven days
        await lea.says("/week")
        plain = await lea.waits_for(lambda m: m.rich is None and "Semaine 1" in m.text, after=tried)
        assert has_button(plain, "▦")  # a table that was only tried is not the rule

        await lea.taps("Toujours ainsi", tried)
        await chat.telegram.waits_until(lambda: not has_button(shown(lea, tried), "Toujours"))
        await lea.says("/week")
        kept = await lea.waits_for(lambda m: m.rich is not None, after=plain)
        await lea.taps("Sem. 2", kept)
        await chat.telegram.waits_until(lambda: "Semaine 2" in shown(lea, kept).text)
        assert shown(lea, kept).rich is not None
        await lea.taps("Texte simple", shown(lea, kept))
        await chat.telegram.waits_until(lambda: shown(lea, kept).rich is None)
        assert "Semaine 2" in shown(lea, kept).text
        await lea.says("/week")
        again = await lea.waits_for("Semaine 1", after=kept)
        assert again.rich is None


async def test_the_detail_folds_for_who_keeps_tables(tmp_path: Path) -> None:
    async with chatting(tmp_path) as chat:
        lea = chat.telegram.runner()
        await onboards(lea)
        tried = await tries_the_table(chat, lea)
        await lea.taps("Toujours ainsi", tried)
        await chat.telegram.waits_until(lambda: not has_button(shown(lea, tried), "Toujours"))
        day = next(
            button["callback_data"]
            for row in (shown(lea, tried).reply_markup or {})["inline_keyboard"]
            for button in row
            if button["callback_data"].startswith("dy:")
        )
        await lea.taps_data(tried.message_id, day)
        await chat.telegram.waits_until(lambda: has_button(shown(lea, tried), "Le détail"))
        assert shown(lea, tried).rich is None
        await lea.taps("Le détail", shown(lea, tried))
        await chat.telegram.waits_until(lambda: shown(lea, tried).rich is not None)
        kinds = [block["type"] for block in shown(lea, tried).rich or ()]
        assert kinds.count("details") >= 4


async def test_a_server_that_knows_no_rich_messages_is_asked_once(tmp_path: Path) -> None:
    async with chatting(tmp_path) as chat:
        lea = chat.telegram.runner()
        chat.telegram.faults.refuse("sendRichMessage", *UNKNOWN, times=None)
        await onboards(lea)
        tried = await tries_the_table(chat, lea)
        assert tried.rich is None
        assert "Touche un jour" in tried.text  # the plain words, once
        assert is_known_to_refuse(chat.telegram.base_url)
        count = len(lea.from_bot)
        await lea.taps_data(tried.message_id, tried_data(tried, "rich"))
        await chat.telegram.waits_until(lambda: not has_button(shown(lea, tried), "tableau"))
        await lea.says("/week")
        await lea.waits_for("Semaine 1", after=tried)
        assert len(lea.from_bot) == count + 1
        assert len(chat.telegram.calls("sendRichMessage")) == 1


async def test_an_older_server_that_ignores_the_field_of_an_edit(tmp_path: Path) -> None:
    async with chatting(tmp_path) as chat:
        lea = chat.telegram.runner()
        await onboards(lea)
        tried = await tries_the_table(chat, lea)
        chat.telegram.faults.refuse("editMessageText", 400, "Bad Request: message text is empty")
        await lea.taps("Toujours ainsi", tried)
        await chat.telegram.waits_until(lambda: shown(lea, tried).rich is None)
        assert "Touche un jour" in shown(lea, tried).text
        assert is_known_to_refuse(chat.telegram.base_url)


@pytest.mark.parametrize("reason", ["RICH_MESSAGE_INVALID", "can't parse rich message: x"])
async def test_one_refused_message_comes_plain_and_the_next_is_rich(tmp_path: Path, reason: str) -> None:
    async with chatting(tmp_path) as chat:
        lea = chat.telegram.runner()
        await onboards(lea)
        chat.telegram.faults.refuse("sendRichMessage", 400, f"Bad Request: {reason}")
        tried = await tries_the_table(chat, lea)
        assert tried.rich is None
        assert "Touche un jour" in tried.text
        assert not is_known_to_refuse(chat.telegram.base_url)
        assert (await tries_the_table(chat, lea)).rich is not None


async def test_a_lost_answer_is_not_repeated(tmp_path: Path) -> None:
    async with chatting(tmp_path) as chat:
        lea = chat.telegram.runner()
        await onboards(lea)
        chat.telegram.faults.drop_after("sendRichMessage")
        tried = await tries_the_table(chat, lea)
        assert tried.rich is not None
        await lea.says("/help")
        await lea.waits_for("/today", after=tried, timeout_s=20)
        assert (
            len([m for m in lea.from_bot if m.text.startswith("Semaine 1")]) == 2
        )  # the plain one, the table


@pytest.mark.parametrize("reason", ["there is no text in the message to edit", "MESSAGE_TYPE_INVALID"])
async def test_words_that_a_message_does_not_take_come_in_a_new_one(tmp_path: Path, reason: str) -> None:
    async with chatting(tmp_path) as chat:
        lea = chat.telegram.runner()
        await onboards(lea)
        week = await opens_week(lea)
        chat.telegram.faults.refuse("editMessageText", 400, f"Bad Request: {reason}")
        await lea.taps("Sem. 2", week)
        await lea.waits_for("Semaine 2", after=week)


async def test_a_table_that_must_wait_comes_later(tmp_path: Path) -> None:
    async with chatting(tmp_path) as chat:
        lea = chat.telegram.runner()
        await onboards(lea)
        chat.telegram.faults.slow_down("sendRichMessage", 1)
        week = await opens_week(lea)
        await lea.taps("En tableau", week)
        await chat.telegram.waits_until(lambda: len(chat.telegram.calls("sendRichMessage")) == 1)
        chat.clock.now += timedelta(seconds=5)
        tried = await lea.waits_for("Semaine 1", after=week)
        assert tried.rich is not None
        assert not is_known_to_refuse(chat.telegram.base_url)


def test_refusals_end_with_the_process() -> None:
    forget_refusals()
    assert not is_known_to_refuse("http://127.0.0.1:1/bot1:x")


def tried_data(message: Message, mode: str) -> str:
    rows = (message.reply_markup or {})["inline_keyboard"]
    return next(
        str(b["callback_data"]) for row in rows for b in row if b["callback_data"].endswith(f":{mode}")
    )
