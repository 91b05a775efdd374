"""The world's clock at the top of the page."""

import re

from playwright.async_api import expect

from tests.browser import IN_CHROMIUM
from tests.browser.phone import Phone

pytestmark = IN_CHROMIUM


async def test_the_clock_moves_by_keyboard_and_days_follow(phone: Phone) -> None:
    bar = phone.page.get_by_role("group", name="Date et heure du coach")
    before = await bar.locator("time").inner_text()
    await phone.bot.send_message(phone.runner.id, "Avant")
    await expect(phone.page.locator(".day")).to_have_text("Aujourd’hui")
    await phone.button("Avancer").focus()
    await phone.page.keyboard.press("Enter")
    items = phone.page.get_by_role("menuitem")
    await expect(items.first).to_be_focused()
    await expect(items).to_have_text(
        ["+1 h", "Demain matin", "Dimanche soir", "+1 semaine", "+1 semaine, ordinateur éteint"]
    )
    await phone.page.keyboard.press("ArrowDown")
    await phone.page.keyboard.press("Enter")
    await expect(bar.locator("time")).to_have_text(re.compile(r":01$"))
    await expect(bar).to_have_attribute("aria-busy", "false")
    await expect(phone.page.locator(".day")).not_to_have_text("Aujourd’hui")
    await phone.bot.send_message(phone.runner.id, "Après")
    await expect(phone.page.locator(".day").last).to_have_text("Aujourd’hui")
    await phone.page.reload()
    await expect(bar.locator("time")).to_have_text(re.compile(r":01$"))
    assert await bar.locator("time").inner_text() != before
    assert not await phone.overflows()


async def test_a_second_page_follows(phone: Phone) -> None:
    other = await phone.page.context.new_page()
    await other.goto(phone.telegram.base_url)
    await expect(other.locator(".clock-time")).to_have_text(re.compile(r"\d\d:\d\d$"))
    await phone.button("Avancer").click()
    await phone.page.get_by_role("menuitem", name="+1 semaine", exact=True).click()
    await expect(phone.page.locator(".clock-bar")).to_have_attribute("aria-busy", "false")
    later = await phone.page.locator(".clock-time").inner_text()
    await other.bring_to_front()
    await phone.bot.send_message(phone.runner.id, "Une semaine plus tard")
    await expect(other.locator(".clock-time")).to_have_text(later, ignore_case=True)
    await other.close()
