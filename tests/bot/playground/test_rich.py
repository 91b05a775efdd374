"""Rich messages of the local Bot API server, with the real client's raw calls."""

import pytest
from telegram import Bot, InlineKeyboardButton, InlineKeyboardMarkup
from telegram.error import BadRequest

from bot.playground.page_views import message_for_page
from tests.telegram import Runner, buttons

KEYS = InlineKeyboardMarkup([[InlineKeyboardButton("Oui", callback_data="yes")]])
WEEK = (
    "<h3>Semaine 3</h3><table striped><tr><th>Jour</th><th align='right'>Séance</th></tr>"
    "<tr><td>lun. 23</td><td><b>10&nbsp;km</b></td></tr></table>"
)


async def sends(bot: Bot, chat_id: int, html: str, **more: object) -> dict[str, object]:
    fields = {"chat_id": chat_id, "rich_message": {"html": html}, **more}
    sent: dict[str, object] = await bot.do_api_request("sendRichMessage", api_kwargs=fields)
    return sent


async def test_a_table_arrives_as_blocks(bot: Bot, lea: Runner) -> None:
    sent = await sends(bot, lea.id, WEEK, reply_markup=KEYS)
    left, right = {"align": "left", "valign": "top"}, {"align": "right", "valign": "top"}
    km = {"type": "bold", "text": "10\u00a0km"}
    assert sent["rich_message"] == {
        "blocks": [
            {"type": "heading", "text": "Semaine 3", "size": 3},
            {
                "type": "table",
                "is_striped": True,
                "cells": [
                    [
                        {"text": "Jour", "is_header": True, **left},
                        {"text": "Séance", "is_header": True, **right},
                    ],
                    [{"text": "lun. 23", **left}, {"text": km, **left}],
                ],
            },
        ]
    }
    assert "text" not in sent
    assert lea.last.text == "Semaine 3\nJour · Séance\nlun. 23 · 10\u00a0km"
    assert buttons(lea.last) == [["Oui"]]
    assert message_for_page(lea.last)["rich"] == sent["rich_message"]["blocks"]


async def test_sections_fold_and_loose_words_are_paragraphs(bot: Bot, lea: Runner) -> None:
    html = (
        "Avant<details open><summary>Repères</summary><ul><li>Un</li><li>Deux <i>fois</i></li></ul></details>"
    )
    sent = await sends(bot, lea.id, html)
    first, second = sent["rich_message"]["blocks"]  # type: ignore[index]  # JSON
    assert first == {"type": "paragraph", "text": "Avant"}
    assert (second["type"], second["summary"], second["is_open"]) == ("details", "Repères", True)
    assert [item["blocks"][0]["text"] for item in second["blocks"][0]["items"]] == [
        "Un",
        ["Deux ", {"type": "italic", "text": "fois"}],
    ]


async def test_a_message_becomes_rich_and_plain_again(bot: Bot, lea: Runner) -> None:
    sent = await bot.send_message(lea.id, "mots")
    fields = {"chat_id": lea.id, "message_id": sent.message_id, "rich_message": {"html": WEEK}}
    await bot.do_api_request("editmessagetext", api_kwargs=fields)
    assert lea.last.rich is not None
    with pytest.raises(BadRequest, match="not modified"):
        await bot.do_api_request("editmessagetext", api_kwargs=fields)
    await bot.edit_message_text("mots", lea.id, sent.message_id)
    plain = lea.last
    assert plain.text == "mots"
    assert plain.rich is None


@pytest.mark.parametrize(
    ("html", "reason"),
    [
        ("<script>x</script>", "unsupported tag"), ("<b>x", "unclosed"), ("x</b>", "unexpected end tag"),
        ("<td>x</td>", "must be inside"), ("<div>x</div>", "unsupported tag"),
        ("<b><p>x</p></b>", "not allowed inside a text"),
        ("<details>x</details>", "without"), ("", "content_required"), ("<p> </p>", "content_required"),
        ("x" * 32_769, "too long"), ("<p>x</p>" * 501, "too long"),
        ("<ul>" + "<li>x</li>" * 500 + "</ul>", "too long"),
        ("<blockquote>" * 17 + "x" + "</blockquote>" * 17, "too long"),
        ("<table><tr>" + "<td>x</td>" * 21 + "</tr></table>", "too many columns"),
    ],
)  # fmt: skip
async def test_what_telegram_would_not_take_is_refused(bot: Bot, lea: Runner, html: str, reason: str) -> None:
    with pytest.raises(BadRequest, match=reason):
        await sends(bot, lea.id, html)
    assert lea.from_bot == []
