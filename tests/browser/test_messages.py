"""What the bot sends, as it looks in the chat."""

import io

import pytest
from PIL import Image
from playwright.async_api import Page, expect
from telegram import InlineKeyboardButton, InlineKeyboardMarkup, ReactionTypeEmoji, ReplyKeyboardMarkup

from tests.browser import IN_CHROMIUM
from tests.browser.phone import Phone

pytestmark = IN_CHROMIUM

HOSTILE = [
    "<script>window.harmed = true</script>",
    '<img src="x" onerror="window.harmed = true">',
    "&lt;b&gt; &amp; <b>",
    "\u202egnitaecnoc\u202c \u05d0\u05e0\u05d9 \u05e8\u05e5 \u0623\u0646\u0627 \u0623\u0631\u0643\u0636",
    "a" * 4096,
    "🏃" * 2048,
    "{{constructor.constructor('window.harmed = true')()}}",
]


def keyboard(*rows: tuple[str, ...]) -> InlineKeyboardMarkup:
    return InlineKeyboardMarkup(
        [[InlineKeyboardButton(label, callback_data=f"say:{label[:20]}") for label in row] for row in rows]
    )


def picture(width: int = 600, height: int = 400) -> bytes:
    content = io.BytesIO()
    Image.new("RGB", (width, height), "#b3401c").save(content, "PNG")
    return content.getvalue()


async def harmed(page: Page) -> bool:
    return bool(await page.evaluate("window.harmed === true"))


async def test_formatted_text_keeps_its_marks(phone: Phone) -> None:
    html = (
        "<b>Gras</b> <i>italique <u>souligné</u></i> <s>barré</s> <code>5:30/km</code> 🏃 "
        '<a href="https://example.org/plan">le plan</a>\n'
        '<pre><code class="language-json">{"km": 8}</code></pre>'
        "<blockquote>Une raison</blockquote>"
    )
    await phone.bot.send_message(phone.runner.id, html, parse_mode="HTML")
    for tag, words in {"strong": "Gras", "em u": "souligné", "s": "barré", "pre": '{"km": 8}'}.items():
        await expect(phone.last.locator(tag)).to_have_text(words)
    await expect(phone.last.locator(".words > code")).to_have_text("5:30/km")
    await expect(phone.last.locator(".code-language")).to_have_text("json")
    await expect(phone.last.locator("blockquote")).to_have_text("Une raison")
    link = phone.last.get_by_role("link", name="le plan")
    await expect(link).to_have_attribute("href", "https://example.org/plan")
    await expect(link).to_have_attribute("rel", "noopener noreferrer nofollow")


async def test_hidden_words_and_long_quotes_open_on_demand(phone: Phone) -> None:
    lines = "\n".join(f"Ligne {number}" for number in range(1, 9))
    html = f"<tg-spoiler>surprise</tg-spoiler>\n<blockquote expandable>{lines}</blockquote>"
    await phone.bot.send_message(phone.runner.id, html, parse_mode="HTML")
    await phone.last.get_by_role("button", name="Texte masqué, appuyer pour lire").click()
    await expect(phone.last.locator(".spoiler-open")).to_have_text("surprise")
    more = phone.last.get_by_role("button", name="Tout lire")
    await expect(more).to_have_attribute("aria-expanded", "false")
    folded = await phone.last.locator("blockquote").bounding_box()
    await more.click()
    await expect(phone.last.get_by_role("button", name="Replier")).to_have_attribute("aria-expanded", "true")
    opened = await phone.last.locator("blockquote").bounding_box()
    assert folded is not None
    assert opened is not None
    assert opened["height"] > folded["height"] + 50


@pytest.mark.parametrize("text", HOSTILE, ids=lambda text: ascii(text[:16]))
async def test_hostile_text_is_shown_literally(phone: Phone, text: str) -> None:
    await phone.bot.send_message(phone.runner.id, text)
    await phone.runner.says(text)
    await expect(phone.messages).to_have_count(3)
    for bubble in (phone.messages.nth(-2), phone.messages.nth(-1)):
        shown = await bubble.locator(".words").evaluate("(node) => node.textContent")
        assert shown == text
        assert await bubble.locator("script, img, b").count() == 0
    assert not await harmed(phone.page)
    assert not await phone.overflows()


@pytest.mark.parametrize(
    "address", ["javascript:window.harmed=true", "data:text/html,x", "file:///etc/passwd"]
)
async def test_a_dangerous_link_is_only_words(phone: Phone, address: str) -> None:
    entity = {"type": "text_link", "offset": 0, "length": 4, "url": address}
    world = phone.telegram.world
    button = {"inline_keyboard": [[{"text": "ouvrir", "url": address}]]}
    world.post(phone.runner.id, from_bot=True, now_s=0, text="lien", entities=(entity,), reply_markup=button)
    phone.telegram.playground.committed()
    await expect(phone.last.locator(".words")).to_have_text("lien")
    assert await phone.page.get_by_role("link", name="lien").count() == 0
    await phone.button("ouvrir").click()
    assert not await harmed(phone.page)


async def test_a_tap_waits_for_its_answer_then_shows_it(phone: Phone) -> None:
    await phone.bot.send_message(phone.runner.id, "Niveau ?", reply_markup=keyboard(("Débutant", "Avancé")))
    await phone.button("Débutant").tap()
    await expect(phone.button("Débutant")).to_have_attribute("aria-busy", "true")
    query = await phone.next_tap()
    assert query.data == "say:Débutant"
    await phone.bot.answer_callback_query(query.id, "C’est noté")
    await expect(phone.page.locator(".toast")).to_have_text("C’est noté")
    await expect(phone.button("Débutant")).not_to_have_attribute("aria-busy", "true")


async def test_an_alert_asks_to_be_read_and_gives_the_focus_back(phone: Phone) -> None:
    await phone.bot.send_message(phone.runner.id, "Jeudi", reply_markup=keyboard(("Déplacer",)))
    await phone.button("Déplacer").focus()
    await phone.page.keyboard.press("Enter")
    query = await phone.next_tap()
    await phone.bot.answer_callback_query(query.id, "Pas deux jours durs", show_alert=True)
    alert = phone.page.get_by_role("alertdialog")
    await expect(alert).to_contain_text("Pas deux jours durs")
    await expect(alert.get_by_role("button", name="OK")).to_be_focused()
    await phone.page.keyboard.press("Escape")
    await expect(alert).to_have_count(0)
    await expect(phone.button("Déplacer")).to_be_focused()


async def test_an_edit_changes_the_bubble_in_place(phone: Phone) -> None:
    sent = await phone.bot.send_message(phone.runner.id, "Semaine 1", reply_markup=keyboard(("◀", "▶")))
    await phone.bot.send_message(phone.runner.id, "Après")
    await phone.button("▶").focus()
    week = phone.page.locator(f'[data-message-id="{sent.message_id}"]')
    await week.evaluate("(node) => (node.dataset.same = 'yes')")
    await phone.bot.edit_message_text(
        "Semaine 2", phone.runner.id, sent.message_id, reply_markup=keyboard(("◀", "▶"))
    )
    await expect(week.locator(".words")).to_have_text("Semaine 2")
    await expect(week).to_have_attribute("data-same", "yes")
    await expect(week.locator(".edited")).to_have_count(0)
    await expect(phone.button("▶")).to_be_focused()
    await expect(phone.last.locator(".words")).to_have_text("Après")


async def test_a_picture_has_words_and_opens_large(phone: Phone) -> None:
    await phone.bot.send_photo(phone.runner.id, picture(), caption="Volume par semaine")
    image = phone.page.get_by_role("img", name="Volume par semaine")
    await expect(image).to_be_visible()
    await expect(image).to_have_js_property("naturalWidth", 600)
    await phone.button("Agrandir : Volume par semaine").click()
    viewer = phone.page.get_by_role("dialog", name="Volume par semaine")
    await expect(viewer.locator("img")).to_have_js_property("naturalWidth", 600)
    await phone.page.keyboard.press("Escape")
    await expect(viewer).to_have_count(0)
    await expect(phone.button("Agrandir : Volume par semaine")).to_be_focused()


async def test_a_document_is_downloaded_as_it_was_sent(phone: Phone) -> None:
    content = b"BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n"
    await phone.bot.send_document(phone.runner.id, content, filename="séances.ics")
    async with phone.page.expect_download() as waiting:
        await phone.page.get_by_role("link", name="Télécharger séances.ics").click()
    download = await waiting.value
    assert download.suggested_filename == "séances.ics"
    assert (await download.path()).read_bytes() == content


async def test_a_draft_grows_until_the_message_takes_its_place(phone: Phone) -> None:
    await phone.bot.send_chat_action(phone.runner.id, "typing")
    await expect(phone.page.locator(".typing")).to_be_visible()
    await expect(phone.page.locator(".chat-status")).to_have_text("écrit…")
    for text in ("Ta semaine", "Ta semaine commence", "Ta semaine commence lundi"):
        await phone.bot.send_message_draft(phone.runner.id, 1, text)
        await expect(phone.page.locator(".draft .words")).to_have_text(text)
    await expect(phone.page.locator(".typing")).to_have_count(0)
    await phone.bot.send_message(phone.runner.id, "Ta semaine commence lundi.")
    await expect(phone.page.locator(".draft")).to_have_count(0)
    await expect(phone.last.locator(".words")).to_have_text("Ta semaine commence lundi.")


async def test_reactions_and_deletions_show(phone: Phone) -> None:
    written = await phone.runner.says("J’ai couru")
    await phone.bot.set_message_reaction(phone.runner.id, written.message_id, [ReactionTypeEmoji("👍")])
    await expect(phone.last.locator(".reaction")).to_have_text("👍")
    gone = await phone.bot.send_message(phone.runner.id, "Erreur")
    await expect(phone.last.locator(".words")).to_have_text("Erreur")
    await phone.bot.delete_message(phone.runner.id, gone.message_id)
    await expect(phone.messages.get_by_text("Erreur")).to_have_count(0)


async def test_suggested_replies_answer_once(phone: Phone) -> None:
    choices = ReplyKeyboardMarkup([["En forme", "Fatigué"]], one_time_keyboard=True)
    await phone.bot.send_message(phone.runner.id, "Comment vas-tu ?", reply_markup=choices)
    await phone.button("Fatigué").tap()
    await expect(phone.last.locator(".words")).to_have_text("Fatigué")
    await expect(phone.page.get_by_role("group", name="Réponses proposées")).to_be_hidden()
    assert phone.runner.chat[-1].text == "Fatigué"
