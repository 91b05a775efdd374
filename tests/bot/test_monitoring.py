"""/health, /metrics and the operator's figures."""

from pathlib import Path

import httpx

from bot.monitoring import monitoring_app
from bot.pulse import SILENT_AFTER_S, Pulse
from bot.settings import Settings
from bot.turn import Services
from storage.database import Database
from tests.bot.chatting import chatting
from tests.databases import database_url
from tests.enrichment.harness import NOW, with_jobs


def client_of(services: Services) -> httpx.AsyncClient:
    transport = httpx.ASGITransport(app=monitoring_app(services))
    return httpx.AsyncClient(transport=transport, base_url="http://127.0.0.1")


async def test_health_and_metrics(tmp_path: Path) -> None:
    now_s = 0.0
    database = Database(database_url(tmp_path))
    await with_jobs(database, 3)
    services = Services(database, Settings(_env_file=None), lambda: NOW, pulse=Pulse(lambda: now_s))
    services.pulse.beat("polling")
    services.pulse.beat("ticking")
    async with client_of(services) as client:
        assert (await client.get("/health")).status_code == 200
        now_s = SILENT_AFTER_S + 1
        services.pulse.beat("ticking")
        sick = await client.get("/health")
        assert (sick.status_code, sick.json()["silent"]) == (503, ["polling"])
        metrics = (await client.get("/metrics")).text
    assert 'runcoach_enrichment_jobs{state="pending"} 3.0' in metrics
    assert "runcoach_inbox_waiting 0.0" in metrics
    assert 'runcoach_outbox_open{lane="reply"} 0.0' in metrics
    await database.close()


async def test_stats_are_for_the_owners_alone(tmp_path: Path) -> None:
    async with chatting(tmp_path) as chat:
        lea = chat.telegram.runner("Léa")
        await lea.says("/stats")
        answer = await lea.waits_for(lambda message: bool(message.text))
        assert "queue:" not in answer.text
