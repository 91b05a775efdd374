"""/health and /metrics, for this machine alone unless RUNCOACH_HTTP_HOST says otherwise."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import structlog
from prometheus_client import CONTENT_TYPE_LATEST, CollectorRegistry, Gauge, generate_latest
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from bot.errors import StartFailed
from bot.serving import PortTaken, serve
from bot.turn import Services
from storage import backlog, statistics
from storage.backlog import Backlog
from storage.database import StorageTrouble
from storage.statistics import Statistics

log = structlog.get_logger(__name__)

NOT_AVAILABLE = 503


@asynccontextmanager
async def monitored(services: Services) -> AsyncIterator[None]:
    """Serve both pages while the block runs, if a port is set. Raises StartFailed."""
    port = services.settings.runcoach_http_port
    if port is None:
        yield
        return
    try:
        async with serve(monitoring_app(services), services.settings.runcoach_http_host, port) as address:
            log.info("health and metrics are served", address=address)
            yield
    except PortTaken as error:
        reason = str(error).replace("choose one with --port", "choose another")
        raise StartFailed(f"RUNCOACH_HTTP_PORT: {reason}") from error


def monitoring_app(services: Services) -> Starlette:
    """Both pages; they read and change nothing."""

    async def health(_: Request) -> Response:
        silent = services.pulse.silent()
        silences_s = {name: round(s, 1) for name, s in services.pulse.silences_s().items()}
        body = {"healthy": not silent, "silent": silent, "seconds_since_last_sign": silences_s}
        return JSONResponse(body, status_code=NOT_AVAILABLE if silent else 200)

    async def metrics(_: Request) -> Response:
        try:
            async with services.database.reading() as connection:
                figures = await statistics.gather(connection, now=services.clock())
                waiting = await backlog.gather(connection, now=services.clock())
        except StorageTrouble as error:
            return Response(f"The database does not answer: {error}.", status_code=NOT_AVAILABLE)
        body = generate_latest(registry_of(figures, waiting, services.pulse.silences_s()))
        return Response(body, headers={"content-type": CONTENT_TYPE_LATEST})

    return Starlette(routes=[Route("/health", health), Route("/metrics", metrics)])


def registry_of(figures: Statistics, waiting: Backlog, silences_s: dict[str, float]) -> CollectorRegistry:
    """The figures as Prometheus knows them; what was never measured has no sample."""
    registry = CollectorRegistry()

    def gauge(name: str, help_text: str, samples: dict[str, float], label: str) -> None:
        metric = Gauge(f"runcoach_{name}", help_text, [label], registry=registry)
        for value, number in samples.items():
            metric.labels(value).set(number)

    def single(name: str, help_text: str, number: float | None) -> None:
        if number is not None:
            Gauge(f"runcoach_{name}", help_text, registry=registry).set(number)

    gauge("enrichment_jobs", "Jobs of the queue by state.", dict(figures.by_state), "state")
    gauge("enrichment_done", "Sessions enriched, by whom.", dict(figures.by_source), "source")
    for name, times in (("waiting", figures.waiting), ("running", figures.running)):
        single(f"enrichment_{name}_median_seconds", f"Median time {name}.", times.median_s)
        single(f"enrichment_{name}_p95_seconds", f"95th percentile of the time {name}.", times.p95_s)
    single("enrichment_success_ratio", "Done of all that ended.", figures.success_rate)
    single("enrichment_cost_usd", "Mean cost of a session enriched by Claude.", figures.cost_usd_each)
    single("first_plan_median_seconds", "From the first word to the plan.", figures.first_plan.median_s)
    single("claude_calls_today", "Calls to Claude since midnight UTC.", figures.today.calls)
    single("claude_cost_today_usd", "What they cost.", figures.today.cost_usd)
    tokens = {"input": figures.today.input_tokens, "output": figures.today.output_tokens}
    gauge("claude_tokens_today", "Their tokens.", {name: float(n) for name, n in tokens.items()}, "direction")
    gauge("ratings", "Runners' ratings.", dict(figures.ratings), "rating")
    done = {item.variant: float(item.done) for item in figures.variants}
    gauge("enrichment_variant_done", "Sessions by prompt variant.", done, "variant")
    single("inbox_waiting", "Updates nobody has handled yet.", waiting.updates_waiting)
    single("inbox_oldest_seconds", "For how long the oldest of them waits.", waiting.oldest_update_s)
    open_messages = {lane: float(number) for lane, number in waiting.messages_open.items()}
    gauge("outbox_open", "Messages not sent yet, by lane.", open_messages, "lane")
    single("outbox_oldest_seconds", "For how long the oldest due one waits.", waiting.oldest_message_s)
    single("outbox_in_doubt", "Messages that may or may not have arrived.", waiting.messages_in_doubt)
    single("chats_held", "Chats that belong to a process at the moment.", waiting.chats_held)
    living = {role: float(number) for role, number in waiting.processes.items()}
    gauge("processes", "Living processes, by role.", living, "role")
    gauge("silence_seconds", "Since the last sign of each loop.", silences_s, "loop")
    return registry
