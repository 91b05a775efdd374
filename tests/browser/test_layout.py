"""Sizes, themes, several runners, scrolling, and a server that goes away."""

import pytest
from playwright.async_api import Browser, Locator, expect
from telegram import Bot

from bot.playground.server import create_app, serve
from bot.playground.world import World
from tests.browser import IN_CHROMIUM
from tests.browser.phone import DESKTOP_SIZE, Phone, phone_in_hand
from tests.browser.test_messages import keyboard
from tests.telegram import LocalTelegram

pytestmark = IN_CHROMIUM

ONE_LONG_WORD = "anticonstitutionnellement" * 20


async def fill_the_chat(phone: Phone, count: int = 30) -> None:
    for number in range(count):
        await phone.bot.send_message(phone.runner.id, f"Séance {number}")
    await expect(phone.last.locator(".words")).to_have_text(f"Séance {count - 1}")


async def distance_to_bottom(phone: Phone) -> float:
    distance = "(log) => log.scrollHeight - log.scrollTop - log.clientHeight"
    return float(await phone.page.locator(".log").evaluate(distance))


async def background(locator: Locator) -> str:
    return str(await locator.evaluate("(node) => getComputedStyle(node).backgroundColor"))


@pytest.mark.parametrize("width", [390, 320])
async def test_a_phone_shows_one_chat_and_never_scrolls_sideways(phone: Phone, width: int) -> None:
    await phone.page.set_viewport_size({"width": width, "height": 700})
    rows = keyboard(("Lundi", "Mardi", "Mercredi", "Jeudi"), (ONE_LONG_WORD,))
    await phone.bot.send_message(phone.runner.id, ONE_LONG_WORD, reply_markup=rows)
    await phone.bot.send_message(phone.runner.id, f"<pre>{ONE_LONG_WORD}</pre>", parse_mode="HTML")
    await phone.bot.send_document(phone.runner.id, b"x", filename=f"{ONE_LONG_WORD[:150]}.ics")
    await expect(phone.last.locator(".file")).to_be_visible()
    assert not await phone.overflows()
    await expect(phone.page.get_by_role("navigation")).to_be_hidden()
    await phone.button("Retour aux coureurs").click()
    await expect(phone.page.get_by_role("navigation", name="Coureurs")).to_be_visible()
    await expect(phone.field).to_be_hidden()
    assert not await phone.overflows()


async def test_letters_twice_as_large_still_fit(phone: Phone) -> None:
    await phone.page.evaluate("document.documentElement.style.fontSize = '32px'")
    await phone.bot.send_message(phone.runner.id, "Quel niveau ?", reply_markup=keyboard(("Intermédiaire",)))
    await expect(phone.button("Intermédiaire")).to_be_visible()
    await expect(phone.field).to_be_visible()
    assert not await phone.overflows()


async def test_runners_side_by_side_each_in_their_language(
    chromium: Browser, telegram: LocalTelegram, bot: Bot
) -> None:
    async with phone_in_hand(chromium, telegram, bot, size=DESKTOP_SIZE) as phone:
        await phone.open()
        await phone.button("Nouveau coureur").click()
        dialog = phone.page.get_by_role("dialog")
        await expect(dialog.get_by_label("Prénom")).to_have_value("Coureur 2")
        await dialog.get_by_label("Prénom").fill("Runner B")
        await dialog.get_by_label("English").check()
        await dialog.get_by_role("button", name="Créer").click()
        await expect(phone.page.get_by_role("region", name="Runner B’s chat")).to_be_visible()
        await phone.button("Ouvrir la conversation de Coureur A à côté").click()
        second = phone.page.get_by_role("region", name="Runner B’s chat")
        await expect(phone.page.get_by_role("region", name="Conversation de Coureur A")).to_be_visible()
        await second.get_by_role("button", name="Start").click()
        await expect(second.get_by_role("article")).to_have_count(1)
        assert [message.text for message in phone.runner.chat] == ["/start"]
        await phone.page.reload()
        await expect(phone.page.get_by_role("region")).to_have_count(2)
        assert not await phone.overflows()
        await second.get_by_role("button", name="Close this column").click()
        await expect(phone.page.get_by_role("region")).to_have_count(1)


async def test_a_first_visit_offers_to_begin(chromium: Browser, telegram: LocalTelegram, bot: Bot) -> None:
    async with phone_in_hand(chromium, telegram, bot) as phone:
        newcomer = telegram.runner("Coureur C", "fr")
        await phone.open()
        await phone.button("Retour aux coureurs").click()
        await phone.page.get_by_role("navigation").get_by_role("button", name="Coureur C").click()
        await phone.button("Démarrer").click()
        await expect(phone.messages).to_have_count(1)
        assert [message.text for message in newcomer.chat] == ["/start"]


async def test_the_theme_follows_the_system_until_chosen(
    chromium: Browser, telegram: LocalTelegram, bot: Bot
) -> None:
    async with phone_in_hand(chromium, telegram, bot, size=DESKTOP_SIZE, scheme="dark") as phone:
        await phone.open()
        chat = phone.page.get_by_role("region")
        dark = await background(chat)
        await phone.button("Passer en clair").click()
        light = await background(chat)
        assert dark != light
        await phone.page.reload()
        await expect(phone.button("Passer en sombre")).to_be_visible()
        assert await background(chat) == light


async def test_new_messages_do_not_move_someone_who_reads_above(phone: Phone) -> None:
    await fill_the_chat(phone)
    assert await distance_to_bottom(phone) < 2
    await phone.page.locator(".log").evaluate("(log) => log.scrollTo(0, 100)")
    await expect(phone.button("Aller au dernier message")).to_be_visible()
    await phone.bot.send_message(phone.runner.id, "Nouvelle")
    await phone.button("1 nouveau message").click()
    await expect(phone.last).to_be_in_viewport()
    assert await distance_to_bottom(phone) < 2
    await expect(phone.page.locator(".pill")).to_be_hidden()


async def test_days_are_told_apart(phone: Phone) -> None:
    world = phone.telegram.world
    yesterday_s = phone.telegram.clock() - 86_400
    world.post(phone.runner.id, from_bot=True, now_s=yesterday_s, text="Hier soir")
    phone.telegram.playground.committed()
    await expect(phone.page.locator(".day")).to_have_text(["Aujourd’hui", "Hier"])


async def test_a_server_that_comes_back_has_lost_nothing(
    chromium: Browser, telegram: LocalTelegram, bot: Bot
) -> None:
    async with phone_in_hand(chromium, telegram, bot) as phone:
        async with serve(create_app(telegram.world)) as address:
            port = int(address.rpartition(":")[2])
            await phone.page.goto(address)
            await expect(phone.messages).to_have_count(1)
        offline = phone.page.get_by_text("Le serveur ne répond plus. Nouvelle tentative…")
        await expect(offline).to_be_visible()
        await phone.field.fill("44:30 sur 10")
        await phone.page.keyboard.press("Enter")
        await expect(phone.page.locator(".toast")).to_contain_text("Pas envoyé")
        await expect(phone.field).to_have_value("44:30 sur 10")
        await phone.bot.send_message(phone.runner.id, "Pendant l’absence")
        async with serve(create_app(telegram.world), port=port):
            await expect(phone.last.locator(".words")).to_have_text("Pendant l’absence", timeout=12_000)
            await expect(offline).to_be_hidden()
            await phone.field.press("Enter")
            await expect(phone.last.locator(".words")).to_have_text("44:30 sur 10")
            await phone.page.close()
        phone.problems = [text for text in phone.problems if "ERR_" not in text]


async def test_the_very_first_visit_asks_who_runs_and_begins(
    chromium: Browser, telegram: LocalTelegram, bot: Bot
) -> None:
    async with phone_in_hand(chromium, telegram, bot) as phone, serve(create_app(World())) as address:
        await phone.page.goto(address)
        assert not await phone.overflows()
        await phone.page.get_by_label("Prénom").fill("Alex")
        await phone.page.get_by_label("English").check()
        await phone.button("Démarrer").click()
        await expect(phone.page.get_by_role("region", name="Alex’s chat")).to_be_visible()
        await expect(phone.last.locator(".words")).to_have_text("/start")
        await phone.page.close()
