"""Updates on their way to the bot, taps, drafts, and what the bot says of itself."""

import asyncio

import pytest
from telegram import Bot, BotCommand, BotCommandScopeChat, InlineKeyboardButton, InlineKeyboardMarkup, Update
from telegram.error import BadRequest, Conflict

from bot.playground.methods.identity import commands_for
from tests.telegram import LocalTelegram, Runner


async def test_updates_stay_until_confirmed(bot: Bot, lea: Runner) -> None:
    await lea.says("salut")
    first = await bot.get_updates()
    assert [update.message.text for update in first if update.message] == ["/start", "salut"]
    assert await bot.get_updates() == first
    assert await bot.get_updates(limit=1) == first[:1]
    assert await bot.get_updates(offset=first[0].update_id + 1) == first[1:]
    assert await bot.get_updates(offset=-1) == first[1:]
    assert await bot.get_updates(offset=first[1].update_id + 1) == ()


async def test_a_long_poll_ends_when_something_comes(bot: Bot, telegram: LocalTelegram, lea: Runner) -> None:
    offset = (await bot.get_updates())[-1].update_id + 1
    poll = asyncio.create_task(bot.get_updates(offset=offset, timeout=30))
    await telegram.is_polled(times=2)
    await asyncio.sleep(0.05)
    assert not poll.done()
    await lea.says("salut")
    (update,) = await asyncio.wait_for(poll, 5)
    assert update.message is not None
    assert update.message.text == "salut"


async def test_a_second_poller_ends_the_first(bot: Bot, telegram: LocalTelegram) -> None:
    first = asyncio.create_task(bot.get_updates(timeout=30))
    await telegram.is_polled()
    async with Bot(telegram.token, base_url=f"{telegram.base_url}/bot") as other:
        await other.get_updates(timeout=0)
        with pytest.raises(Conflict) as failure:
            await asyncio.wait_for(first, 5)
    assert str(failure.value) == (
        "Conflict: terminated by other getUpdates request; make sure that only one bot instance is running"
    )


async def test_a_webhook_and_polling_exclude_each_other(bot: Bot, telegram: LocalTelegram) -> None:
    poll = asyncio.create_task(bot.get_updates(timeout=30))
    await telegram.is_polled()
    await bot.set_webhook("https://example.org/hook")
    with pytest.raises(Conflict, match="terminated by setWebhook request"):
        await asyncio.wait_for(poll, 5)
    assert (await bot.get_webhook_info()).url == "https://example.org/hook"
    with pytest.raises(Conflict, match="can't use getUpdates method while webhook is active"):
        await bot.get_updates()
    await bot.delete_webhook(drop_pending_updates=True)
    assert await bot.get_updates() == ()
    with pytest.raises(BadRequest, match="an https url must be provided"):
        await bot.set_webhook("http://example.org")


async def test_the_wanted_kinds_stick(bot: Bot, lea: Runner) -> None:
    await bot.get_updates(allowed_updates=[Update.CALLBACK_QUERY])
    await lea.says("unheard")
    await bot.get_updates(offset=-1)
    assert (await bot.get_webhook_info()).allowed_updates == ("callback_query",)
    assert [u.message.text for u in await bot.get_updates() if u.message] == ["/start"]
    await bot.get_updates(allowed_updates=[])
    await lea.says("heard")
    assert [u.message.text for u in await bot.get_updates() if u.message] == ["/start", "heard"]


async def test_old_updates_are_dropped() -> None:
    now_s = 1_800_000_000.0
    async with LocalTelegram(clock=lambda: now_s) as telegram:
        runner = telegram.runner()
        await runner.says("/start")
        async with Bot(telegram.token, base_url=f"{telegram.base_url}/bot") as bot:
            await bot.send_message(runner.id, "x")
            await runner.taps_data(runner.last.message_id, "v1")
            assert len(await bot.get_updates()) == 2
            now_s += 151
            assert [bool(update.message) for update in await bot.get_updates()] == [True]
            now_s += 24 * 3600
            assert await bot.get_updates() == ()


async def test_edits_and_blocks_are_told(bot: Bot, lea: Runner) -> None:
    said = await lea.says("10 km")
    await lea.edits(said.message_id, "5 km")
    await lea.blocks()
    await lea.unblocks()
    edited, blocked, unblocked = (await bot.get_updates())[2:]
    assert edited.edited_message is not None
    assert edited.edited_message.text == "5 km"
    assert edited.edited_message.edit_date is not None
    statuses = [u.my_chat_member.new_chat_member.status for u in (blocked, unblocked) if u.my_chat_member]
    assert statuses == ["kicked", "member"]


async def test_a_tap_is_answered(bot: Bot, lea: Runner) -> None:
    markup = InlineKeyboardMarkup([[InlineKeyboardButton("10 km", callback_data="v1:10")]])
    await bot.send_message(lea.id, "Distance ?", reply_markup=markup)
    query = await lea.taps("10 km")
    tap = (await bot.get_updates())[-1].callback_query
    assert tap is not None
    assert (tap.data, tap.from_user.id) == ("v1:10", lea.id)
    await tap.answer("Noté", show_alert=True)
    answer = await lea.waits_for_answer(query)
    assert answer == {"query_id": tap.id, "text": "Noté", "show_alert": True}
    with pytest.raises(BadRequest):
        await tap.answer("x" * 201)


async def test_a_late_or_unknown_answer_is_refused() -> None:
    now_s = 1_800_000_000.0
    async with LocalTelegram(clock=lambda: now_s) as telegram:
        runner = telegram.runner()
        await runner.says("/start")
        async with Bot(telegram.token, base_url=f"{telegram.base_url}/bot") as bot:
            await bot.send_message(runner.id, "x")
            query = await runner.taps_data(runner.last.message_id, "v1")
            now_s += 151
            for number in (str(query.number), "999", "abc", "9" * 5000):
                with pytest.raises(BadRequest) as failure:
                    await bot.answer_callback_query(number)
                assert str(failure.value) == (
                    "Query is too old and response timeout expired or query id is invalid"
                )


async def test_typing_and_drafts_show_until_the_message(
    bot: Bot, telegram: LocalTelegram, lea: Runner
) -> None:
    await bot.send_chat_action(lea.id, "typing")
    await bot.send_message_draft(lea.id, 7, "<b>Ton</b> plan", parse_mode="HTML")
    assert telegram.world.actions[lea.id][0] == "typing"
    assert telegram.world.drafts[lea.id]["text"] == "Ton plan"
    await bot.send_message_draft(lea.id, 7, "")
    await bot.send_message(lea.id, "Ton plan est prêt")
    assert lea.id not in telegram.world.actions
    assert lea.id not in telegram.world.drafts
    with pytest.raises(BadRequest):
        await bot.send_message_draft(lea.id, 0, "x")
    with pytest.raises(BadRequest, match="Message is too long"):
        await bot.send_message_draft(lea.id, 7, "x" * 4097)


async def test_commands_by_language_and_scope(bot: Bot, telegram: LocalTelegram, lea: Runner) -> None:
    await bot.set_my_commands([BotCommand("plan", "Your plan")])
    await bot.set_my_commands([BotCommand("plan", "Ton plan")], language_code="fr")
    await bot.set_my_commands([BotCommand("plan", "Your British plan")], language_code="en")
    tom = telegram.runner("Tom", "en-GB")
    assert [c["description"] for c in shown(telegram, lea)] == ["Ton plan"]
    assert [c["description"] for c in shown(telegram, tom)] == ["Your British plan"]
    assert [c["description"] for c in shown(telegram, telegram.runner("Uwe", "de"))] == ["Your plan"]
    await bot.set_my_commands([BotCommand("stats", "Stats")], scope=BotCommandScopeChat(lea.id))
    assert [c["command"] for c in shown(telegram, lea)] == ["stats"]
    await bot.delete_my_commands(scope=BotCommandScopeChat(lea.id))
    assert [c["command"] for c in shown(telegram, lea)] == ["plan"]
    assert (await bot.get_my_commands(language_code="fr"))[0].description == "Ton plan"
    with pytest.raises(BadRequest):
        await bot.set_my_commands([("Bad name!", "x")])
    with pytest.raises(BadRequest):
        await bot.set_my_commands([BotCommand(f"c{n}", "x") for n in range(101)])


def shown(telegram: LocalTelegram, runner: Runner) -> list[dict[str, str]]:
    return commands_for(telegram.world.profile, telegram.world.user(runner.id))


async def test_what_the_bot_says_of_itself(bot: Bot, lea: Runner) -> None:
    await bot.set_my_description("Coach", language_code="fr")
    await bot.set_my_short_description("C")
    await bot.set_my_name("RunCoach 2")
    assert (await bot.get_my_description(language_code="fr")).description == "Coach"
    assert (await bot.get_my_short_description()).short_description == "C"
    assert (await bot.get_me()).first_name == "RunCoach 2"
    assert (await bot.get_my_name()).name == "RunCoach 2"
    await bot.set_chat_menu_button()
    assert (await bot.get_chat_menu_button()).type == "commands"
    assert (await bot.get_chat(lea.id)).first_name == "Léa"
    assert await bot.close()
