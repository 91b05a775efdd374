"""The endpoints over HTTP, the answers that wait, and the requests that came."""

import asyncio
import itertools
import json
import time
from collections import deque
from collections.abc import Callable, Mapping
from contextlib import AsyncExitStack
from dataclasses import dataclass, field
from types import TracebackType
from typing import Any, Self

from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route
from starlette.types import ASGIApp

from bot.serving import serve
from tests.claude_server.answers import Answer, Fails, Hangs, Pace, Says, key_refused, unknown_model
from tests.claude_server.batches import Batches
from tests.claude_server.counting import Json, PromptCache, prompt_tokens
from tests.claude_server.strictness import rejection_of
from tests.claude_server.wire import Silence, Stream, events_of, message_of

KEY = "sk-ant-api03-" + "k" * 40
MODELS: Mapping[str, Json] = {
    "claude-haiku-5-5": {"lifecycle": "active"},
    "claude-sonnet-5-5": {"lifecycle": "active"},
    "claude-opus-5-5": {"lifecycle": "active"},
    "claude-sonnet-4-5": {"lifecycle": "deprecated", "retires_at": "2026-11-30T00:00:00Z"},
    "claude-3-5-haiku-20241022": {"lifecycle": "retired", "retires_at": "2026-02-19T00:00:00Z"},
}
NOTHING_QUEUED = Fails(500, "api_error", "the test queued no answer")


@dataclass(frozen=True)
class ReceivedRequest:
    """A request as it came; `at_s` is of the monotonic clock."""

    path: str
    headers: Mapping[str, str]
    body: Json
    at_s: float


@dataclass
class ClaudeServer:
    """A Messages API server on a free loopback port while the block runs.

    An answer is taken from the queue, else made by `answer` from the request's body.
    """

    pace: Pace = field(default_factory=Pace)
    answer: Callable[[Json], Answer] = lambda _: NOTHING_QUEUED
    key: str = KEY
    models: dict[str, Json] = field(default_factory=lambda: dict(MODELS))
    base_url: str = ""
    requests: list[ReceivedRequest] = field(default_factory=list)
    _queue: deque[Answer] = field(default_factory=deque)
    _stack: AsyncExitStack = field(default_factory=AsyncExitStack)
    _closing: asyncio.Event = field(default_factory=asyncio.Event)

    def __post_init__(self) -> None:
        self.batches = Batches(self._batch_answer, lambda: self.base_url)
        self._cache = PromptCache()
        self._numbers = itertools.count(1)

    async def __aenter__(self) -> Self:
        app = Starlette(routes=self._routes())
        self.base_url = await self._stack.enter_async_context(serve(app, before_stop=self._closing.set))
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        await self._stack.aclose()

    def queue(self, *answers: Answer) -> None:
        """What the next requests get, in order."""
        self._queue.extend(answers)

    @property
    def messages(self) -> list[Json]:
        """The bodies of the requests for a message, in order."""
        return [request.body for request in self.requests if request.path == "/v1/messages"]

    def _routes(self) -> list[Route]:
        return [
            Route("/v1/messages", self._guarded(self._message), methods=["POST"]),
            Route("/v1/messages/count_tokens", self._guarded(self._count), methods=["POST"]),
            Route("/v1/messages/batches", self._guarded(self._create_batch), methods=["POST"]),
            Route("/v1/messages/batches/{id}", self._guarded(self._batch)),
            Route("/v1/messages/batches/{id}/results", self._guarded(self._results)),
            Route("/v1/messages/batches/{id}/cancel", self._guarded(self._cancel), methods=["POST"]),
            Route("/v1/models/{id}", self._guarded(self._model)),
        ]

    def _guarded(self, endpoint: Callable[[Request, Json], Any]) -> Callable[[Request], Any]:
        """The endpoint behind the key, its request kept."""

        async def answered(request: Request) -> ASGIApp:
            raw = await request.body()
            body = json.loads(raw) if raw else {}
            headers = dict(request.headers)
            self.requests.append(ReceivedRequest(request.url.path, headers, body, time.monotonic()))
            if headers.get("authorization") != f"Bearer {self.key}":
                return self._failure(key_refused())
            if "anthropic-version" not in headers:
                return self._failure(
                    Fails(400, "invalid_request_error", "anthropic-version: header is required")
                )
            response: ASGIApp = await endpoint(request, body)
            return response

        return answered

    async def _message(self, _: Request, body: Json) -> ASGIApp:
        rejection = self._rejection(body)
        if rejection is not None:
            return self._failure(rejection)
        answer = self._queue.popleft() if self._queue else self.answer(body)
        if isinstance(answer, Hangs):
            return Silence(until=self._closing)
        if isinstance(answer, Fails):
            return self._failure(answer)
        pace = answer.pace or self.pace
        usage = self._cache.usage_of(body, time.monotonic())
        if body.get("stream"):
            return Stream(events_of(answer, body, usage, pace), self._headers(), until=self._closing)
        message = message_of(answer, body, usage)
        rate = message["usage"]["output_tokens"] / pace.tokens_per_s if pace.tokens_per_s else 0.0
        await asyncio.sleep(pace.first_token_s + rate)
        return JSONResponse(message, headers=self._headers())

    def _rejection(self, body: Json) -> Fails | None:
        model = self.models.get(body.get("model", ""))
        if "model" in body and (model is None or model["lifecycle"] == "retired"):
            return unknown_model(body["model"])
        return rejection_of(body)

    async def _count(self, _: Request, body: Json) -> Response:
        return JSONResponse({"input_tokens": prompt_tokens(body)}, headers=self._headers())

    async def _model(self, request: Request, _: Json) -> Response:
        name = request.path_params["id"]
        waiting = self._queue[0] if self._queue else None
        if isinstance(waiting, Fails):
            self._queue.popleft()
            return self._failure(waiting)
        if name not in self.models:
            return self._failure(unknown_model(name))
        about = {"type": "model", "id": name, "display_name": name, "created_at": "2026-01-01T00:00:00Z"}
        return JSONResponse(about | self.models[name], headers=self._headers())

    async def _create_batch(self, _: Request, body: Json) -> Response:
        return self._batch_response(self.batches.create(body["requests"]))

    async def _batch(self, request: Request, _: Json) -> Response:
        return self._batch_response(self.batches.look_at(request.path_params["id"]))

    async def _cancel(self, request: Request, _: Json) -> Response:
        return self._batch_response(self.batches.cancel(request.path_params["id"]))

    async def _results(self, request: Request, _: Json) -> Response:
        lines = self.batches.results(request.path_params["id"])
        if isinstance(lines, Fails):
            return self._failure(lines)
        return Response(lines, media_type="application/x-jsonl", headers=self._headers())

    def _batch_response(self, batch: Json | Fails) -> Response:
        if isinstance(batch, Fails):
            return self._failure(batch)
        return JSONResponse(batch, headers=self._headers())

    def _batch_answer(self, body: Json) -> Json | Fails:
        """The message a batch's request gets, or why not."""
        answer = self._rejection(body) or (self._queue.popleft() if self._queue else self.answer(body))
        if isinstance(answer, Says):
            return message_of(answer, body, self._cache.usage_of(body, time.monotonic()))
        return answer if isinstance(answer, Fails) else NOTHING_QUEUED

    def _failure(self, failure: Fails) -> Response:
        headers = self._headers()
        body = failure.body(headers["request-id"])
        return JSONResponse(body, failure.status, headers=headers | dict(failure.headers))

    def _headers(self) -> dict[str, str]:
        return {"request-id": f"req_{next(self._numbers):06}"}
