"""Telegram's side of a webhook: delivers what waits, a chat's updates one by one, until it is taken."""

import asyncio
import socket
from collections.abc import AsyncIterator, Callable, Sequence
from contextlib import asynccontextmanager
from typing import Any

import httpx

from bot.web.webhook import SECRET_HEADER
from tests.telegram import LocalTelegram

SECRET = "s3cret_-for-tests"
URL = "https://coach.example.org/telegram"
AGAIN_AFTER_S = 0.05


def free_port() -> int:
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        return int(found.getsockname()[1])


def webhook_settings(port: int) -> dict[str, Any]:
    return {"runcoach_webhook_url": URL, "runcoach_webhook_secret": SECRET, "runcoach_web_port": port}


@asynccontextmanager
async def delivering(telegram: LocalTelegram, ports: Callable[[], Sequence[int]]) -> AsyncIterator[None]:
    """Deliver while the block runs, in turn to each of the ports, as a proxy in front of them does."""
    task = asyncio.create_task(_deliver(telegram, ports))
    try:
        yield
    finally:
        task.cancel()
        await asyncio.gather(task, return_exceptions=True)


async def _deliver(telegram: LocalTelegram, ports: Callable[[], Sequence[int]]) -> None:
    delivered: set[int] = set()
    on_the_way: set[int] = set()
    async with httpx.AsyncClient(trust_env=False, timeout=5) as client, asyncio.TaskGroup() as tasks:

        async def send(chat_id: int, update: dict[str, Any]) -> None:
            number = int(update["update_id"])
            for attempt in range(10_000):
                open_ports = ports()
                port = open_ports[(number + attempt) % len(open_ports)]
                if await _post(client, port, update):
                    break
                await asyncio.sleep(AGAIN_AFTER_S)
            delivered.add(number)
            on_the_way.discard(chat_id)
            telegram.playground.committed()

        while True:
            waiting = telegram.world.pending.take(100, telegram.clock())
            for update in (item.as_telegram() for item in waiting):
                content: dict[str, Any] = update.get("message") or update["callback_query"]
                chat_id = int(content["from"]["id"])
                if update["update_id"] not in delivered and chat_id not in on_the_way:
                    on_the_way.add(chat_id)
                    tasks.create_task(send(chat_id, update))
            while waiting and waiting[0].update_id in delivered:
                telegram.world.pending.confirm(waiting.pop(0).update_id + 1)
            await telegram.playground.next_change(0.02)


async def _post(client: httpx.AsyncClient, port: int, update: dict[str, Any]) -> bool:
    try:
        answer = await client.post(
            f"http://127.0.0.1:{port}/telegram", json=update, headers={SECRET_HEADER: SECRET}
        )
    except httpx.HTTPError:
        return False
    return answer.status_code == 200
