"""Rich messages as the page draws them."""

from playwright.async_api import expect

from tests.browser import IN_CHROMIUM
from tests.browser.phone import Phone

pytestmark = IN_CHROMIUM

WEEK = (
    "<h3>Semaine 3</h3><table striped><tr><th>Jour</th><th>Séance</th><th>Volume</th></tr>"
    "<tr><td>lun. 23</td><td><b>Fractionné sur la piste du stade municipal</b></td>"
    "<td>10&nbsp;km</td></tr></table>"
    "<details open><summary>Repères</summary><ul><li>Souple</li></ul></details>"
    "<details><summary>Erreurs</summary><p>Partir trop vite</p></details>"
    '<p>&lt;script&gt; <a href="javascript:alert(1)">piège</a></p>'
)


async def test_tables_and_sections_are_drawn_inside_the_bubble(phone: Phone) -> None:
    fields = {"chat_id": phone.runner.id, "rich_message": {"html": WEEK}}
    sent = await phone.bot.do_api_request("sendRichMessage", api_kwargs=fields)
    message = phone.last
    await expect(message.get_by_role("heading", name="Semaine 3")).to_be_visible()
    await expect(message.get_by_role("columnheader")).to_have_count(3)
    await expect(message.get_by_role("cell", name="10\u00a0km")).to_be_visible()
    await expect(message.get_by_text("Souple")).to_be_visible()
    await expect(message.get_by_text("Partir trop vite")).to_be_hidden()
    await message.get_by_text("Erreurs").click()
    await expect(message.get_by_text("Partir trop vite")).to_be_visible()
    await expect(message.get_by_text("<script>")).to_be_visible()
    await expect(message.get_by_role("link", name="piège")).to_have_count(0)
    assert await phone.page.evaluate("document.documentElement.scrollWidth <= innerWidth")

    plain = {"chat_id": phone.runner.id, "message_id": sent["message_id"], "text": "En mots"}
    await phone.bot.do_api_request("editmessagetext", api_kwargs=plain)
    await expect(message.get_by_role("table")).to_have_count(0)
    await expect(message.get_by_text("En mots")).to_be_visible()
