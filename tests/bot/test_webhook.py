"""The webhook: only Telegram is let in, every update once, and 200 only for what is kept."""

import asyncio
import json
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import httpx
import pytest

from bot.app import Conversations, run_bot
from bot.errors import StartFailed
from bot.messages import SendText
from bot.receiving import ALLOWED_UPDATES
from bot.settings import SettingsError, load_settings
from bot.turn import Otherwise, Turn
from bot.web.webhook import BODY_AT_MOST, SECRET_HEADER
from storage import inbox
from storage.database import Database, StorageTrouble
from tests.bot.running import running_bot, settings_for
from tests.bot.webhooks import SECRET, URL, free_port, webhook_settings
from tests.telegram import LocalTelegram, Runner


async def echo(turn: Turn) -> None:
    async with turn.saving() as save:
        await save.say(SendText(html=f"heard {turn.incoming.text}"))


CONVERSATIONS = Conversations(routes=(Otherwise(echo),), commands=())


@pytest.fixture
async def telegram() -> AsyncIterator[LocalTelegram]:
    async with LocalTelegram() as running:
        yield running


class Door:
    """The webhook of a running bot, from outside."""

    def __init__(self, client: httpx.AsyncClient, database: Database) -> None:
        self.client = client
        self.database = database

    async def post(
        self,
        content: object,
        secret: str | None = SECRET,
        kind: str = "application/json",
        path: str = "/telegram",
    ) -> int:
        headers = {"content-type": kind} | ({SECRET_HEADER: secret} if secret is not None else {})
        body = content if isinstance(content, bytes) else json.dumps(content).encode()
        return (await self.client.post(path, content=body, headers=headers)).status_code

    async def counts(self) -> dict[str, int]:
        async with self.database.reading() as connection:
            return await inbox.counts(connection)


@asynccontextmanager
async def door_of(telegram: LocalTelegram, folder: Path, **more: Any) -> AsyncIterator[Door]:
    port = free_port()
    web = webhook_settings(port) | more
    async with (
        running_bot(telegram, folder, CONVERSATIONS, **web) as database,
        httpx.AsyncClient(base_url=f"http://127.0.0.1:{port}", trust_env=False) as client,
    ):
        yield Door(client, database)


@pytest.fixture
async def door(telegram: LocalTelegram, tmp_path: Path) -> AsyncIterator[Door]:
    async with door_of(telegram, tmp_path) as door:
        yield door


def update_of(runner: Runner, number: int, text: str) -> dict[str, Any]:
    """A message as Telegram would tell of it; the runner has opened the chat before."""
    world = runner.telegram.world
    world.change_user(world.user(runner.id).model_copy(update={"started": True}))
    person = {"id": runner.id, "is_bot": False, "first_name": "Léa", "language_code": "fr"}
    chat = {"id": runner.id, "type": "private", "first_name": "Léa"}
    message = {"message_id": number, "date": 1_800_000_000, "chat": chat, "from": person, "text": text}
    return {"update_id": number, "message": message}


async def test_an_update_is_answered_once_however_often_it_comes(telegram: LocalTelegram, door: Door) -> None:
    lea = telegram.runner()
    for _ in range(3):
        assert await door.post(update_of(lea, 7, "hello")) == 200
    await lea.waits_for("heard hello")
    assert await door.post(update_of(lea, 7, "hello")) == 200
    assert await door.post(update_of(lea, 8, "again")) == 200
    await lea.waits_for("heard again")
    assert [message.text for message in lea.from_bot] == ["heard hello", "heard again"]
    assert await door.counts() == {"done": 2}


@pytest.mark.parametrize(
    ("secret", "status"),
    [
        pytest.param(None, 403, id="none"),
        pytest.param("", 403, id="empty"),
        pytest.param("wrong", 403, id="wrong"),
        pytest.param(SECRET[:-1], 403, id="short"),
        pytest.param(SECRET + "x", 403, id="long"),
        pytest.param(SECRET, 200, id="right"),
    ],
)
async def test_who_does_not_know_the_secret_is_refused(
    telegram: LocalTelegram, door: Door, secret: str | None, status: int
) -> None:
    assert await door.post(update_of(telegram.runner(), 1, "hello"), secret) == status
    assert sum((await door.counts()).values()) == (status == 200)


async def test_what_is_no_update_of_telegrams_is_refused(door: Door) -> None:
    too_much = b'{"update_id": 1, "x": "' + b"x" * BODY_AT_MOST + b'"}'
    assert await door.post(too_much) == 413
    assert await door.post(too_much, "wrong") == 403, "the secret comes first"
    assert await door.post({"update_id": 1}, kind="text/plain") == 415
    for nonsense in (
        b"",
        b"{",
        b"\xff",
        b"[" * 100_000,
        [1],
        "x",
        {},
        {"update_id": "1"},
        {"update_id": True},
    ):
        assert await door.post(nonsense) == 400, nonsense
    assert (await door.client.get("/telegram")).status_code == 405
    assert await door.post({"update_id": 1}, path="/other") == 404
    assert (await door.client.get("/metrics")).status_code == 404
    assert await door.counts() == {}


async def test_the_cap_also_holds_for_a_body_of_unknown_length(door: Door) -> None:
    async def endless() -> AsyncIterator[bytes]:
        for _ in range(BODY_AT_MOST // 1000 + 10):
            yield b"x" * 1000

    headers = {"content-type": "application/json", SECRET_HEADER: SECRET}
    answer = await door.client.post("/telegram", content=endless(), headers=headers)
    assert answer.status_code == 413


async def test_while_the_database_is_away_telegram_is_asked_to_come_again(
    telegram: LocalTelegram, door: Door, monkeypatch: pytest.MonkeyPatch
) -> None:
    lea = telegram.runner()

    async def away(*_: object, **__: object) -> None:
        raise StorageTrouble("the disk is full")

    with monkeypatch.context() as trouble:
        trouble.setattr("storage.inbox.keep", away)
        headers = {SECRET_HEADER: SECRET}
        answer = await door.client.post("/telegram", json=update_of(lea, 3, "kept?"), headers=headers)
        assert (answer.status_code, answer.headers["retry-after"]) == (503, "5")
        assert "disk" not in answer.text
    assert await door.post(update_of(lea, 3, "kept?")) == 200
    await lea.waits_for("heard kept?")


async def test_the_webhook_is_registered_as_the_poll_asks(telegram: LocalTelegram, door: Door) -> None:
    (call,) = telegram.calls("setWebhook")
    assert call.parameters["url"] == URL
    assert call.parameters["secret_token"] == SECRET
    assert json.loads(call.parameters["allowed_updates"]) == list(ALLOWED_UPDATES)
    assert call.parameters.get("drop_pending_updates", "false") == "false"
    assert not telegram.calls("getUpdates")


async def test_back_to_polling_the_webhook_goes(telegram: LocalTelegram, tmp_path: Path) -> None:
    lea = telegram.runner()
    async with door_of(telegram, tmp_path) as door:
        assert await door.post(update_of(lea, 1, "by webhook")) == 200
        await lea.waits_for("heard by webhook")
    async with running_bot(telegram, tmp_path, CONVERSATIONS):
        assert telegram.world.profile.webhook_url == ""
        await lea.says("by poll")
        await lea.waits_for("heard by poll")


async def test_a_refused_address_is_one_sentence_and_an_outage_is_waited_out(
    telegram: LocalTelegram, tmp_path: Path
) -> None:
    telegram.faults.refuse("setWebhook", 502, "Bad Gateway")
    telegram.faults.refuse("setWebhook", 400, "Bad Request: bad webhook: HTTPS url must be provided")
    settings = settings_for(
        telegram, tmp_path, runcoach_webhook_url=URL, runcoach_webhook_secret=SECRET, runcoach_web_port=0
    )
    with pytest.raises(StartFailed, match="Telegram refuses RUNCOACH_WEBHOOK_URL: Bad webhook"):
        async with asyncio.timeout(10):
            await run_bot(settings, asyncio.Event(), conversations=CONVERSATIONS)


async def test_a_taken_port_is_one_sentence(telegram: LocalTelegram, tmp_path: Path) -> None:
    taken = int(telegram.base_url.rpartition(":")[2])
    settings = settings_for(
        telegram, tmp_path, runcoach_webhook_url=URL, runcoach_webhook_secret=SECRET, runcoach_web_port=taken
    )
    with pytest.raises(StartFailed, match=r"RUNCOACH_WEB_PORT: Port \d+ .* is in use"):
        async with asyncio.timeout(10):
            await run_bot(settings, asyncio.Event(), conversations=CONVERSATIONS)


@pytest.mark.parametrize(
    ("url", "secret", "sentence"),
    [
        ("http://coach.example.org/t", SECRET, "RUNCOACH_WEBHOOK_URL must begin with https://"),
        ("https:///t", SECRET, "RUNCOACH_WEBHOOK_URL must begin with https:// and a host"),
        ("https://u:p@coach.example.org/t", SECRET, "RUNCOACH_WEBHOOK_URL must begin with https://"),
        (
            "https://coach.example.org:8081/t",
            SECRET,
            "RUNCOACH_WEBHOOK_URL must name port 443, 80, 88 or 8443",
        ),
        ("https://coach.example.org:x/t", SECRET, "RUNCOACH_WEBHOOK_URL is not an address"),
        ("https://coach.example.org/t?x=1", SECRET, "RUNCOACH_WEBHOOK_URL must end with its path"),
        (URL, "with space", "RUNCOACH_WEBHOOK_SECRET must be 1 to 256 of A-Z"),
        (URL, "é", "RUNCOACH_WEBHOOK_SECRET must be 1 to 256 of A-Z"),
        (URL, "x" * 257, "RUNCOACH_WEBHOOK_SECRET must be 1 to 256 of A-Z"),
        (URL, None, "RUNCOACH_WEBHOOK_SECRET is missing"),
    ],
)
def test_a_misconfigured_webhook_is_one_sentence(url: str, secret: str | None, sentence: str) -> None:
    with pytest.raises(SettingsError) as refusal:
        load_settings(_env_file=None, runcoach_webhook_url=url, runcoach_webhook_secret=secret)
    assert sentence in str(refusal.value)
    assert str(refusal.value).count("\n") == 0
    assert SECRET not in str(refusal.value)
