"""What a runner writes, sends and corrects."""

from pathlib import Path

import pytest
from playwright.async_api import expect
from telegram import BotCommand

from tests.browser import IN_CHROMIUM
from tests.browser.phone import Phone

pytestmark = IN_CHROMIUM

COMMANDS = [BotCommand("plan", "Ton plan"), BotCommand("week", "Ta semaine"), BotCommand("help", "Aide")]


async def test_enter_sends_and_shift_enter_breaks_the_line(phone: Phone) -> None:
    before = await phone.field.bounding_box()
    await phone.field.press_sequentially("45:30")
    await phone.page.keyboard.press("Shift+Enter")
    await phone.field.press_sequentially("sur 10")
    grown = await phone.field.bounding_box()
    assert before is not None
    assert grown is not None
    assert grown["height"] > before["height"]
    await phone.page.keyboard.press("Enter")
    await expect(phone.last.locator(".words")).to_have_text("45:30\nsur 10")
    await expect(phone.field).to_have_value("")
    assert phone.runner.chat[-1].text == "45:30\nsur 10"


async def test_the_command_menu_works_by_keyboard(phone: Phone) -> None:
    await phone.bot.set_my_commands(COMMANDS)
    await phone.page.reload()
    await phone.field.press_sequentially("/")
    options = phone.page.get_by_role("option")
    await expect(options).to_have_text(["/planTon plan", "/weekTa semaine", "/helpAide"])
    await phone.page.keyboard.press("ArrowDown")
    await expect(options.nth(1)).to_have_attribute("aria-selected", "true")
    chosen = await options.nth(1).get_attribute("id")
    assert chosen is not None
    await expect(phone.field).to_have_attribute("aria-activedescendant", chosen)
    await phone.field.press_sequentially("he")
    await expect(options).to_have_text(["/helpAide"])
    await phone.page.keyboard.press("Enter")
    await expect(phone.last.locator(".words")).to_have_text("/help")
    await expect(phone.page.get_by_role("listbox")).to_be_hidden()


async def test_a_slash_typed_before_the_commands_come_opens_the_menu_when_they_do(phone: Phone) -> None:
    await phone.field.press_sequentially("/")
    await phone.bot.set_my_commands(COMMANDS)
    await expect(phone.page.get_by_role("option")).to_have_count(3)


async def test_the_command_button_opens_and_escape_closes(phone: Phone) -> None:
    await phone.bot.set_my_commands(COMMANDS)
    button = phone.button("Commandes")
    await button.click()
    await expect(phone.page.get_by_role("option")).to_have_count(3)
    await expect(button).to_have_attribute("aria-expanded", "true")
    await phone.page.keyboard.press("Escape")
    await expect(button).to_have_attribute("aria-expanded", "false")


async def test_arrow_up_corrects_the_last_message(phone: Phone) -> None:
    written = await phone.runner.says("10 km en 44")
    await expect(phone.last.locator(".words")).to_have_text("10 km en 44")
    await phone.field.press("ArrowUp")
    await expect(phone.field).to_have_value("10 km en 44")
    await phone.field.press_sequentially(":30")
    await phone.page.keyboard.press("Enter")
    await expect(phone.last.locator(".words")).to_have_text("10 km en 44:30")
    await expect(phone.last.locator(".edited")).to_have_text("modifié")
    assert phone.runner.chat[-1].message_id == written.message_id


async def test_answering_a_message_from_its_menu_by_keyboard(phone: Phone) -> None:
    asked = await phone.bot.send_message(phone.runner.id, "Quelle distance ?")
    await expect(phone.last.locator(".words")).to_have_text("Quelle distance ?")
    await phone.page.locator(".log").focus()
    await phone.page.keyboard.press("ArrowUp")
    await expect(phone.last).to_be_focused()
    await phone.page.keyboard.press("Enter")
    await expect(phone.page.get_by_role("menuitem", name="Répondre")).to_be_focused()
    await phone.page.keyboard.press("Enter")
    await phone.field.press_sequentially("Dix")
    await phone.page.keyboard.press("Enter")
    await expect(phone.last.locator(".reply-line")).to_have_text("Quelle distance ?")
    assert phone.runner.chat[-1].reply_to == asked.message_id


@pytest.mark.parametrize(
    ("kind", "label"), [("voice", "Message vocal"), ("sticker", "Autocollant"), ("location", "Position")]
)
async def test_other_kinds_go_out_from_the_attach_menu(phone: Phone, kind: str, label: str) -> None:
    await phone.button("Joindre").click()
    await phone.page.get_by_role("menuitem", name=label).click()
    await expect(phone.messages).to_have_count(2)
    media = phone.runner.chat[-1].media
    assert media is not None
    assert media.kind == kind


async def test_a_document_is_uploaded_from_the_menu(phone: Phone, tmp_path: Path) -> None:
    course = tmp_path / "parcours.gpx"
    course.write_bytes(b"<gpx/>")
    await phone.button("Joindre").click()
    async with phone.page.expect_file_chooser() as waiting:
        await phone.page.get_by_role("menuitem", name="Document").click()
    await (await waiting.value).set_files(course)
    await expect(phone.last.locator(".file-name")).to_have_text("parcours.gpx")
    media = phone.runner.chat[-1].media
    assert media is not None
    stored = phone.telegram.world.file_by_id(media.payload["file_id"])
    assert stored is not None
    assert stored.content == b"<gpx/>"


async def test_a_dropped_file_is_sent(phone: Phone) -> None:
    transfer = await phone.page.evaluate_handle(
        "() => { const t = new DataTransfer(); t.items.add(new File(['km'], 'sorties.csv')); return t; }"
    )
    await phone.page.dispatch_event(".log", "dragover", {"dataTransfer": transfer})
    await expect(phone.page.get_by_text("Dépose le fichier ici")).to_be_visible()
    await phone.page.dispatch_event(".log", "drop", {"dataTransfer": transfer})
    await expect(phone.last.locator(".file-name")).to_have_text("sorties.csv")
    await expect(phone.page.get_by_text("Dépose le fichier ici")).to_be_hidden()


async def test_a_text_too_long_for_one_message_goes_out_in_parts(phone: Phone) -> None:
    words = " ".join(["souffle"] * 700)
    await phone.field.fill(words)
    await phone.page.keyboard.press("Enter")
    await expect(phone.messages).to_have_count(3)
    sent = [message.text for message in phone.runner.chat[1:]]
    assert " ".join(sent) == words
    assert all(len(text) <= 4096 for text in sent)


async def test_blocking_the_bot_and_back(phone: Phone) -> None:
    await phone.button("Autres actions").click()
    await phone.page.get_by_role("menuitem", name="Bloquer le bot").click()
    await expect(phone.field).to_be_hidden()
    assert phone.telegram.world.user(phone.runner.id).blocked
    await phone.button("Débloquer le bot").click()
    await expect(phone.field).to_be_visible()
    assert not phone.telegram.world.user(phone.runner.id).blocked
