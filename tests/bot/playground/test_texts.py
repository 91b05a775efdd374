"""Sending, editing and deleting texts with the real client."""

import pytest
from telegram import (
    Bot,
    CopyTextButton,
    ForceReply,
    InlineKeyboardButton,
    InlineKeyboardMarkup,
    MessageEntity,
    ReactionTypeEmoji,
    ReplyKeyboardMarkup,
    ReplyKeyboardRemove,
    ReplyParameters,
)
from telegram.error import BadRequest, EndPointNotFound, Forbidden, InvalidToken

from tests.telegram import LocalTelegram, Runner, buttons


def keyboard(*labels: str) -> InlineKeyboardMarkup:
    return InlineKeyboardMarkup([[InlineKeyboardButton(label, callback_data=label)] for label in labels])


async def test_a_text_arrives_with_its_marks_and_buttons(bot: Bot, lea: Runner) -> None:
    sent = await bot.send_message(
        lea.id, "<b>5 &lt; 6</b> 🏃", parse_mode="HTML", reply_markup=keyboard("Oui", "Non")
    )
    assert sent.text == "5 < 6 🏃"
    assert sent.parse_entities() == {sent.entities[0]: "5 < 6"}
    assert sent.from_user is not None
    assert sent.from_user.id == bot.id
    assert lea.last.text == "5 < 6 🏃"
    assert buttons(lea.last) == [["Oui"], ["Non"]]


async def test_given_entities_are_kept(bot: Bot, lea: Runner) -> None:
    sent = await bot.send_message(lea.id, "abc", entities=[MessageEntity("bold", 1, 2)])
    assert [(e.type, e.offset, e.length) for e in sent.entities] == [("bold", 1, 2)]


async def test_a_hundred_entities_and_no_more(bot: Bot, lea: Runner) -> None:
    sent = await bot.send_message(lea.id, "<b>a</b> " * 120, parse_mode="HTML")
    assert len(sent.entities) == 100


@pytest.mark.parametrize(
    ("text", "mode", "reason"),
    [
        (" \n ", None, "Message text is empty"),
        ("<b></b>", "HTML", "Message text is empty"),
        ("x" * 4097, None, "Message is too long"),
        ("🏃" * 2049, None, "Message is too long"),
        ("<b>x", "HTML", "Can't parse entities: can't find end tag corresponding to start tag \"b\""),
        ("x", "BBCode", "Unsupported parse_mode"),
        ("*x*", "MarkdownV2", "Unsupported parse_mode: the playground reads HTML only"),
    ],
)
async def test_texts_telegram_refuses(
    bot: Bot, lea: Runner, text: str, mode: str | None, reason: str
) -> None:
    with pytest.raises(BadRequest) as failure:
        await bot.send_message(lea.id, text, parse_mode=mode)
    assert str(failure.value).lower() == reason.lower()
    assert lea.from_bot == []


@pytest.mark.parametrize("text", ["x" * 4096, "🏃" * 2048, "<b>" + "&lt;" * 4096 + "</b>"])
async def test_the_limit_counts_utf16_units_after_the_markup(bot: Bot, lea: Runner, text: str) -> None:
    await bot.send_message(lea.id, text, parse_mode="HTML")
    assert len(lea.from_bot) == 1


async def test_no_chat_before_the_runner_writes(bot: Bot, telegram: LocalTelegram) -> None:
    stranger = telegram.runner("Tom")
    for chat_id in (stranger.id, 999, "@somebody"):
        with pytest.raises(BadRequest, match="Chat not found"):
            await bot.send_message(chat_id, "x")


async def test_a_blocked_bot_is_told_so(bot: Bot, lea: Runner) -> None:
    await lea.blocks()
    for attempt in (bot.send_message(lea.id, "x"), bot.send_chat_action(lea.id, "typing")):
        with pytest.raises(Forbidden, match="bot was blocked by the user"):
            await attempt
    await lea.unblocks()
    await bot.send_message(lea.id, "x")


@pytest.mark.parametrize(
    ("button", "reason"),
    [
        ({"text": "a", "callback_data": "é" * 33}, "Button_data_invalid"),
        ({"text": "a", "callback_data": ""}, "Button_data_invalid"),
        (
            {"text": "a"},
            "Can't parse inline keyboard button: Text buttons are unallowed in the inline keyboard",
        ),
        ({"text": "a", "url": "nowhere"}, "Inline keyboard button url 'nowhere' is invalid: wrong http url"),
        ({"text": "a", "copy_text": {"text": "x" * 257}}, "Button_copy_text_invalid"),
        (
            {"callback_data": "a"},
            'Can\'t parse inline keyboard button: field "text" is wrong: field required',
        ),
    ],
)
async def test_buttons_telegram_refuses(
    bot: Bot, lea: Runner, button: dict[str, object], reason: str
) -> None:
    with pytest.raises(BadRequest) as failure:
        await bot.do_api_request(
            "sendmessage",
            {"chat_id": lea.id, "text": "x", "reply_markup": {"inline_keyboard": [[button]]}},
        )
    assert str(failure.value).lower() == reason.lower()


async def test_buttons_telegram_takes(bot: Bot, lea: Runner) -> None:
    rows = [
        [InlineKeyboardButton("data", callback_data="x" * 64)],
        [InlineKeyboardButton("copy", copy_text=CopyTextButton("5:30"))],
        [InlineKeyboardButton("link", url="https://example.org")],
    ]
    sent = await bot.send_message(lea.id, "x", reply_markup=InlineKeyboardMarkup(rows))
    assert sent.reply_markup == InlineKeyboardMarkup(rows)


@pytest.mark.parametrize(("rows", "columns"), [(101, 1), (1, 9)])
async def test_a_keyboard_has_its_limits(bot: Bot, lea: Runner, rows: int, columns: int) -> None:
    row = [InlineKeyboardButton("a", callback_data="a")] * columns
    with pytest.raises(BadRequest):
        await bot.send_message(lea.id, "x", reply_markup=InlineKeyboardMarkup([row] * rows))


async def test_keyboards_under_the_input_field(bot: Bot, lea: Runner) -> None:
    await bot.send_message(lea.id, "a", reply_markup=ReplyKeyboardMarkup([["5 km", "10 km"]]))
    assert lea.last.reply_markup is not None
    assert lea.last.reply_markup["keyboard"] == [[{"text": "5 km"}, {"text": "10 km"}]]
    await bot.send_message(lea.id, "b", reply_markup=ForceReply())
    await bot.send_message(lea.id, "c", reply_markup=ReplyKeyboardRemove())
    assert lea.last.reply_markup == {"remove_keyboard": True}
    with pytest.raises(BadRequest, match="Message can't be edited"):
        await bot.edit_message_text("d", lea.id, lea.last.message_id)


async def test_an_edit_takes_the_place_of_text_and_keyboard(bot: Bot, lea: Runner) -> None:
    sent = await bot.send_message(lea.id, "a", reply_markup=keyboard("x"))
    edited = await sent.edit_text("b")
    assert not isinstance(edited, bool)
    assert edited.edit_date is not None
    assert (lea.last.text, buttons(lea.last), len(lea.from_bot)) == ("b", [], 1)
    await sent.edit_reply_markup(keyboard("y"))
    assert buttons(lea.last) == [["y"]]


async def test_an_edit_that_changes_nothing(bot: Bot, lea: Runner) -> None:
    sent = await bot.send_message(lea.id, "<b>a</b>", parse_mode="HTML", reply_markup=keyboard("x"))
    expected = (
        "Message is not modified: specified new message content and reply markup are exactly the same "
        "as a current content and reply markup of the message"
    )
    with pytest.raises(BadRequest) as failure:
        await sent.edit_text(" <b>a</b>", parse_mode="HTML", reply_markup=keyboard("x"))
    assert str(failure.value) == expected
    await sent.edit_text("a", reply_markup=keyboard("x"))


async def test_edits_telegram_refuses(bot: Bot, lea: Runner) -> None:
    sent = await bot.send_message(lea.id, "a")
    with pytest.raises(BadRequest, match="There is no caption in the message to edit"):
        await sent.edit_caption("b")
    refusals = [
        (bot.edit_message_text("b", lea.id, 99), "Message to edit not found"),
        (bot.edit_message_text("b", lea.id, 1), "Message can't be edited"),
        (bot.edit_message_text("b", lea.id, 0), "Message identifier is not specified"),
        (bot.delete_message(lea.id, 99), "Message to delete not found"),
        (bot.set_message_reaction(lea.id, 99, "👍"), "Message to react not found"),
    ]
    for attempt, reason in refusals:
        with pytest.raises(BadRequest) as failure:
            await attempt
        assert str(failure.value) == reason
    with pytest.raises(BadRequest, match="Message to be replied not found"):
        await bot.send_message(lea.id, "x", reply_parameters=ReplyParameters(99))


async def test_messages_go_when_deleted(bot: Bot, lea: Runner) -> None:
    sent = [await bot.send_message(lea.id, text) for text in "abc"]
    await bot.delete_message(lea.id, sent[0].message_id)
    await bot.delete_messages(lea.id, [1, sent[1].message_id, 99])
    assert [message.text for message in lea.chat] == ["c"]
    assert (await bot.send_message(lea.id, "d")).message_id == sent[2].message_id + 1


async def test_old_messages_cannot_be_deleted() -> None:
    now_s = 1_800_000_000.0
    async with LocalTelegram(clock=lambda: now_s) as telegram:
        runner = telegram.runner()
        started = await runner.says("/start")
        async with Bot(telegram.token, base_url=f"{telegram.base_url}/bot") as bot:
            now_s += 48 * 3600 + 1
            with pytest.raises(BadRequest, match="Message can't be deleted for everyone"):
                await bot.delete_message(runner.id, started.message_id)


async def test_reactions_replies_pins_and_copies(bot: Bot, lea: Runner) -> None:
    said = await lea.says("10 km en 45:00")
    await bot.set_message_reaction(lea.id, said.message_id, [ReactionTypeEmoji("👍")])
    assert lea.chat[-1].reaction == "👍"
    await bot.set_message_reaction(lea.id, said.message_id, [])
    assert lea.chat[-1].reaction is None
    answer = await bot.send_message(lea.id, "noté", reply_parameters=ReplyParameters(said.message_id))
    assert answer.reply_to_message is not None
    assert answer.reply_to_message.text == "10 km en 45:00"
    await bot.pin_chat_message(lea.id, answer.message_id)
    assert lea.last.pinned
    await bot.unpin_chat_message(lea.id)
    assert not lea.last.pinned
    copy = await bot.copy_message(lea.id, lea.id, said.message_id)
    assert lea.last.message_id == copy.message_id
    forward = await bot.forward_message(lea.id, lea.id, answer.message_id)
    assert forward.forward_origin is not None


async def test_unknown_methods_and_tokens(bot: Bot, telegram: LocalTelegram) -> None:
    with pytest.raises(EndPointNotFound):
        await bot.do_api_request("sendHologram", {"chat_id": 1})
    for token in ("123456:another-token", "nonsense"):
        with pytest.raises(InvalidToken):
            async with Bot(token, base_url=f"{telegram.base_url}/bot"):
                raise AssertionError("let in")
