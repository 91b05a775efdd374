"""What the chat page asks and hears."""

import asyncio
import json
from collections.abc import AsyncIterator
from typing import Any

import httpx
import pytest
from telegram import Bot, BotCommand, InlineKeyboardButton, InlineKeyboardMarkup, ReplyKeyboardMarkup

from tests.bot.playground.test_media import png
from tests.telegram import LocalTelegram, Runner


@pytest.fixture
async def page(telegram: LocalTelegram) -> AsyncIterator[httpx.AsyncClient]:
    async with httpx.AsyncClient(base_url=telegram.base_url, timeout=5) as client:
        yield client


async def chat_of(page: httpx.AsyncClient, user_id: int) -> dict[str, Any]:
    answer: dict[str, Any] = (await page.get(f"/play/users/{user_id}/chat")).json()
    return answer


async def test_a_new_runner_writes_and_the_bot_hears(page: httpx.AsyncClient, bot: Bot) -> None:
    created = await page.post("/play/users", json={"first_name": " Léa ", "language_code": "fr"})
    user = created.json()
    assert (created.status_code, user["first_name"], user["blocked"]) == (201, "Léa", False)
    state = (await page.get("/play/state")).json()
    assert state == {"bot": {"name": "RunCoach", "username": "runcoach_bot"}, "users": [user]}
    said = await page.post(f"/play/users/{user['id']}/messages", json={"text": "/start"})
    assert said.json()["from"] == "user"
    assert said.json()["entities"] == [{"type": "bot_command", "offset": 0, "length": 6}]
    (update,) = await bot.get_updates()
    assert update.effective_user is not None
    assert (update.effective_user.id, update.effective_user.language_code) == (user["id"], "fr")


async def test_a_runner_with_a_known_id_stays_the_same(page: httpx.AsyncClient) -> None:
    for name in ("Léa", "Tom"):
        answer = await page.post("/play/users", json={"first_name": name, "id": 42})
        assert (answer.json()["id"], answer.json()["first_name"]) == (42, "Léa")
    assert (await page.post("/play/users", json={"first_name": "Zoé"})).json()["id"] != 42


async def test_a_message_as_the_page_shows_it(page: httpx.AsyncClient, bot: Bot, lea: Runner) -> None:
    rows = [
        [InlineKeyboardButton("10 km", callback_data="v1")],
        [InlineKeyboardButton("web", url="https://example.org")],
    ]
    await bot.send_message(
        lea.id,
        '🏃 <a href="https://example.org/x">x</a>',
        parse_mode="HTML",
        reply_markup=InlineKeyboardMarkup(rows),
        disable_notification=True,
    )
    message = (await chat_of(page, lea.id))["messages"][-1]
    assert message["from"] == "bot"
    assert message["text"] == "🏃 x"
    assert message["entities"] == [
        {"type": "text_link", "url": "https://example.org/x", "offset": 3, "length": 1}
    ]
    assert message["keyboard"] == [
        [{"text": "10 km", "data": "v1"}],
        [{"text": "web", "url": "https://example.org"}],
    ]
    assert message["silent"]
    await bot.send_message(lea.id, "x", reply_markup=ReplyKeyboardMarkup([["a"]], one_time_keyboard=True))
    keyboard = (await chat_of(page, lea.id))["messages"][-1]["reply_keyboard"]
    assert keyboard == {"rows": [["a"]], "one_time": True, "placeholder": None}


async def test_pictures_are_shown_and_documents_kept(page: httpx.AsyncClient, bot: Bot, lea: Runner) -> None:
    await bot.send_photo(lea.id, png(), caption="Volume")
    await bot.send_document(lea.id, b"<script>alert(1)</script>", filename="a é.html")
    photo, document = (await chat_of(page, lea.id))["messages"][-2:]
    assert (photo["text"], photo["photo"]["width"], photo["photo"]["height"]) == ("Volume", 30, 20)
    picture = await page.get(photo["photo"]["url"])
    assert (picture.headers["content-type"], picture.content) == ("image/png", png())
    assert (document["document"]["name"], document["document"]["size"]) == ("a é.html", 25)
    kept = await page.get(document["document"]["url"])
    assert kept.headers["content-type"] == "application/octet-stream"
    assert kept.headers["content-disposition"] == "attachment; filename*=UTF-8''a%20%C3%A9.html"
    assert kept.headers["x-content-type-options"] == "nosniff"
    assert "sandbox" in kept.headers["content-security-policy"]
    assert (await page.get("/play/files/nothing-1")).status_code == 404


async def test_what_a_runner_can_do(page: httpx.AsyncClient, bot: Bot, lea: Runner) -> None:
    base = f"/play/users/{lea.id}"
    await bot.send_message(
        lea.id, "?", reply_markup=InlineKeyboardMarkup([[InlineKeyboardButton("a", callback_data="a")]])
    )
    said = (await page.post(f"{base}/messages", json={"text": "10 km", "reply_to": 2})).json()
    await page.patch(f"{base}/messages/{said['message_id']}", json={"text": "5 km"})
    tap = await page.post(f"{base}/taps", json={"message_id": 2, "data": "a"})
    await page.post(f"{base}/documents", files={"file": ("c.gpx", b"<gpx/>", "application/gpx+xml")})
    await page.post(f"{base}/photo", files={"file": ("p.png", png(), "image/png")})
    for kind in ("photo", "voice", "sticker", "location"):
        assert (await page.post(f"{base}/{kind}", json={})).status_code == 200
    kinds = [update.to_dict() for update in (await bot.get_updates())[1:]]
    assert kinds[0]["message"]["reply_to_message"]["message_id"] == 2
    assert kinds[1]["edited_message"]["text"] == "5 km"
    assert kinds[2]["callback_query"]["id"] == tap.json()["query_id"]
    media = ["document", "photo", "photo", "voice", "sticker", "location"]
    assert all(kind in update["message"] for kind, update in zip(media, kinds[3:], strict=True))


async def test_blocking_and_coming_back(page: httpx.AsyncClient, lea: Runner) -> None:
    base = f"/play/users/{lea.id}"
    assert (await page.post(f"{base}/block", json={})).json()["blocked"]
    refused = await page.post(f"{base}/messages", json={"text": "x"})
    assert (refused.status_code, refused.json()) == (
        400,
        {"error": "You have blocked the bot; unblock it to go on."},
    )
    assert not (await page.post(f"{base}/unblock", json={})).json()["blocked"]
    assert (await page.post(f"{base}/messages", json={"text": "x"})).status_code == 200


@pytest.mark.parametrize(
    ("path", "body"),
    [
        ("/play/users", {}),
        ("/play/users", {"first_name": "  "}),
        ("/play/users", {"first_name": "x", "language_code": "French"}),
        ("/play/users", {"first_name": "x", "admin": True}),
        ("/play/users", [1]),
        ("/play/users/{id}/messages", {"text": " \n"}),
        ("/play/users/{id}/messages", {"text": "x" * 4097}),
        ("/play/users/{id}/messages", {"text": "x", "reply_to": 99}),
        ("/play/users/{id}/taps", {"message_id": 1, "data": "a"}),
        ("/play/users/{id}/taps", {"message_id": 1, "data": ""}),
        ("/play/users/{id}/location", {"latitude": 91}),
    ],
)
async def test_bad_bodies_get_one_sentence(
    page: httpx.AsyncClient, lea: Runner, path: str, body: object
) -> None:
    answer = await page.post(path.replace("{id}", str(lea.id)), json=body)
    assert answer.status_code == 400
    assert list(answer.json()) == ["error"]
    assert "\n" not in answer.json()["error"]


async def test_other_bad_requests(page: httpx.AsyncClient, lea: Runner) -> None:
    base = f"/play/users/{lea.id}"
    assert (await page.post("/play/users/99/messages", json={"text": "x"})).status_code == 404
    assert (await page.get("/play/users/99/chat")).status_code == 404
    assert (await page.post(f"{base}/messages", content=b"{", headers=as_json)).status_code == 400
    assert (await page.post(f"{base}/messages", content=b'{"text": "x"}')).status_code == 400
    assert (await page.post(f"{base}/documents", files={"other": b"x"})).status_code == 400
    assert (await page.post(f"{base}/documents", files={"file": b""})).status_code == 400
    assert (await page.post(f"{base}/photo", files={"file": b"no picture"})).status_code == 400
    surrogate = await page.post(f"{base}/messages", content=b'{"text": "\\ud83c"}', headers=as_json)
    assert surrogate.status_code == 400


as_json = {"content-type": "application/json"}


async def listen(page: httpx.AsyncClient, path: str, count: int, **headers: str) -> list[dict[str, Any]]:
    """The next events of a stream."""
    heard: list[dict[str, Any]] = []
    event: dict[str, Any] = {}
    async with asyncio.timeout(5), page.stream("GET", path, headers=headers) as stream:
        assert stream.headers["content-type"].startswith("text/event-stream")
        async for line in stream.aiter_lines():
            name, _, value = line.partition(": ")
            if name in ("id", "event"):
                event[name] = value
            elif name == "data":
                heard.append(event | {"data": json.loads(value)})
                event = {}
            if len(heard) == count:
                break
    return heard


async def test_everything_that_happens_is_told(page: httpx.AsyncClient, bot: Bot, lea: Runner) -> None:
    start = (await chat_of(page, lea.id))["last_event_id"]
    sent = await bot.send_message(lea.id, "a")
    await sent.edit_text("b")
    await bot.set_message_reaction(lea.id, 1, "👍")
    await bot.send_chat_action(lea.id, "typing")
    await bot.send_message_draft(lea.id, 3, "Ton")
    query = await lea.taps_data(sent.message_id, "v1")
    await bot.answer_callback_query(str(query.number), "ok")
    await bot.set_my_commands([BotCommand("plan", "Ton plan")])
    await sent.delete()
    path = f"/play/users/{lea.id}/events"
    events = await listen(page, f"{path}?after={start}", 8)
    assert [event["event"] for event in events] == [
        "message",
        "edit",
        "reaction",
        "action",
        "draft",
        "callback_answer",
        "commands",
        "delete",
    ]
    assert events[1]["data"]["text"] == "b"
    assert events[2]["data"] == {"message_id": 1, "emoji": "👍"}
    assert events[5]["data"]["text"] == "ok"
    assert events[6]["data"]["commands"] == [{"command": "plan", "description": "Ton plan"}]
    resumed = await listen(page, path, 2, **{"last-event-id": events[5]["id"]})
    assert [event["event"] for event in resumed] == ["commands", "delete"]


async def test_a_listener_hears_at_once_and_from_now_on(
    page: httpx.AsyncClient, bot: Bot, lea: Runner
) -> None:
    listening = asyncio.create_task(listen(page, f"/play/users/{lea.id}/events", 1))
    await asyncio.sleep(0.1)
    await bot.send_message(lea.id, "now")
    (event,) = await listening
    assert event["data"]["text"] == "now"


async def test_a_page_that_missed_too_much_is_told_to_start_over(
    page: httpx.AsyncClient, bot: Bot, lea: Runner
) -> None:
    path = f"/play/users/{lea.id}/events"
    for mark in ("elsewhere.3", "nonsense"):
        (event,) = await listen(page, path, 1, **{"last-event-id": mark})
        assert event["event"] == "reset"
    start = (await chat_of(page, lea.id))["last_event_id"]
    for number in range(501):
        await lea.says(str(number))
    (event,) = await listen(page, f"{path}?after={start}", 1)
    assert event["event"] == "reset"


async def test_typing_and_drafts_end_by_themselves() -> None:
    now_s = 1_800_000_000.0
    async with LocalTelegram(clock=lambda: now_s) as telegram:
        runner = telegram.runner()
        await runner.says("/start")
        async with (
            Bot(telegram.token, base_url=f"{telegram.base_url}/bot") as bot,
            httpx.AsyncClient(base_url=telegram.base_url) as page,
        ):
            await bot.send_chat_action(runner.id, "typing")
            await bot.send_message_draft(runner.id, 1, "Ton")
            chat = await chat_of(page, runner.id)
            assert (chat["typing"], chat["draft"]["text"]) == ("typing", "Ton")
            now_s += 31
            chat = await chat_of(page, runner.id)
            assert (chat["typing"], chat["draft"]) == (None, None)
