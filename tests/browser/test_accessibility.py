"""The page by keyboard, by screen reader, and to tired eyes."""

from pathlib import Path
from typing import Any

import pytest
from playwright.async_api import Browser, expect
from telegram import Bot, BotCommand

from tests.browser import IN_CHROMIUM
from tests.browser.phone import DESKTOP_SIZE, PHONE_SIZE, Phone, phone_in_hand
from tests.browser.test_messages import keyboard, picture
from tests.telegram import LocalTelegram

pytestmark = IN_CHROMIUM

SURVEY = Path(__file__).with_name("survey.js").read_text(encoding="utf-8")
# WCAG 2.2: 1.4.3 contrast of text; 2.5.5 size of targets.
SMALLEST_CONTRAST = 4.5
SMALLEST_TARGET_PX = 44


async def show_one_of_each(phone: Phone) -> None:
    """A chat with every kind of thing the bot sends."""
    chat = phone.runner.id
    await phone.bot.set_my_commands([BotCommand("plan", "Ton plan")])
    html = (
        "<b>Semaine</b> <code>5:30</code> <a href='https://example.org'>lien</a> /plan\n"
        "<blockquote>Raison</blockquote><pre>42</pre><tg-spoiler>caché</tg-spoiler>"
    )
    await phone.bot.send_message(chat, html, parse_mode="HTML", reply_markup=keyboard(("◀", "▶")))
    await phone.runner.says("Merci /plan", reply_to=phone.runner.last.message_id)
    await phone.bot.send_photo(chat, picture(), caption="Volume")
    await phone.bot.send_document(chat, b"x", filename="plan.ics")
    await phone.runner.sends_document("parcours.gpx", b"<gpx/>")
    await expect(phone.messages).to_have_count(6)


async def survey(phone: Phone) -> dict[str, Any]:
    found: dict[str, Any] = await phone.page.evaluate(SURVEY)
    return found


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("size", [PHONE_SIZE, DESKTOP_SIZE], ids=["phone", "desktop"])
async def test_everything_has_a_name_a_place_and_contrast(
    chromium: Browser, telegram: LocalTelegram, bot: Bot, scheme: str, size: tuple[int, int]
) -> None:
    async with phone_in_hand(chromium, telegram, bot, scheme=scheme, size=size) as phone:
        await phone.open()
        await show_one_of_each(phone)
        found = await survey(phone)
        assert found["nameless"] == []
        assert found["imagesWithoutAlt"] == []
        assert found["h1"] == 1
        assert found["main"] == 1
        assert found["language"] == "fr"
        assert found["repeatedIds"] == []
        assert found["texts"] > 20
        assert [text for text in found["contrasts"] if text["ratio"] < SMALLEST_CONTRAST] == []
        if size == PHONE_SIZE:
            small = [target for target in found["targets"] if target["side"] < SMALLEST_TARGET_PX]
            assert small == []


async def test_new_messages_are_announced(phone: Phone) -> None:
    log = phone.page.get_by_role("log")
    await expect(log).to_have_attribute("aria-live", "polite")
    await expect(log).to_have_attribute("aria-busy", "false")
    await phone.bot.send_message(phone.runner.id, "Bonjour")
    await expect(log).to_contain_text("Bonjour")
    await expect(phone.last).to_have_attribute("aria-label", await spoken_name(phone))


async def spoken_name(phone: Phone) -> str:
    clock = await phone.last.locator("time").inner_text()
    return f"RunCoach, {clock}"


async def test_a_dialog_keeps_the_focus_and_gives_it_back(
    chromium: Browser, telegram: LocalTelegram, bot: Bot
) -> None:
    async with phone_in_hand(chromium, telegram, bot, size=DESKTOP_SIZE) as phone:
        await phone.open()
        await phone.button("Nouveau coureur").focus()
        await phone.page.keyboard.press("Enter")
        inside = (
            "document.activeElement === document.body || document.activeElement.closest('dialog') !== null"
        )
        for _ in range(8):
            await phone.page.keyboard.press("Tab")
            assert await phone.page.evaluate(inside)
        await phone.page.keyboard.press("Escape")
        await expect(phone.button("Nouveau coureur")).to_be_focused()


async def test_a_menu_walks_with_arrows_and_gives_the_focus_back(phone: Phone) -> None:
    await phone.button("Joindre").focus()
    await phone.page.keyboard.press("Enter")
    await expect(phone.button("Joindre")).to_have_attribute("aria-expanded", "true")
    await expect(phone.page.get_by_role("menuitem", name="Document")).to_be_focused()
    await phone.page.keyboard.press("ArrowUp")
    await expect(phone.page.get_by_role("menuitem", name="Position")).to_be_focused()
    await phone.page.keyboard.press("ArrowDown")
    await expect(phone.page.get_by_role("menuitem", name="Document")).to_be_focused()
    await phone.page.keyboard.press("Escape")
    await expect(phone.button("Joindre")).to_be_focused()
    await expect(phone.button("Joindre")).to_have_attribute("aria-expanded", "false")


async def test_from_the_field_back_to_the_newest_buttons_by_keyboard(phone: Phone) -> None:
    rows = keyboard(("Débutant", "Avancé"), ("Passer",))
    await phone.bot.send_message(phone.runner.id, "Niveau ?", reply_markup=rows)
    await expect(phone.button("Passer")).to_be_visible()
    await phone.field.focus()
    await phone.page.keyboard.press("Shift+Tab")  # the command button
    await phone.page.keyboard.press("Shift+Tab")
    await expect(phone.button("Passer")).to_be_focused()
    await phone.page.keyboard.press("ArrowUp")
    await expect(phone.button("Débutant")).to_be_focused()
    await phone.page.keyboard.press("ArrowRight")
    await expect(phone.button("Avancé")).to_be_focused()
    outline = await phone.button("Avancé").evaluate("(node) => getComputedStyle(node).outlineStyle")
    assert outline == "solid"
    await phone.page.keyboard.press("Space")
    query = await phone.next_tap()
    assert query.data == "say:Avancé"
