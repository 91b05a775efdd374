"""Message batches: made at once, ended when the test says so (or after a number of looks)."""

import itertools
import json
import random
import re
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from tests.claude_server.answers import Fails, bad_request
from tests.claude_server.counting import Json

CUSTOM_ID = re.compile(r"[a-zA-Z0-9_-]{1,64}")
CREATED_AT, EXPIRES_AT = "2026-11-20T07:30:00Z", "2026-11-21T07:30:00Z"
OUTCOMES = ("succeeded", "errored", "canceled", "expired")


@dataclass
class Batch:
    """One batch and, once it has ended, what became of each request by its custom id."""

    id: str
    requests: list[Json]
    looks_left: int
    status: str = "in_progress"
    results: dict[str, Json] = field(default_factory=dict)


@dataclass
class Batches:
    """Every batch; `looks_until_ended` is how often one is looked at before it has ended."""

    answer: Callable[[Json], Json | Fails]
    base_url: Callable[[], str]
    looks_until_ended: int = 1
    expired: set[str] = field(default_factory=set)
    """The custom ids whose time runs out before their turn."""
    _by_id: dict[str, Batch] = field(default_factory=dict)
    _numbers: Any = field(default_factory=lambda: itertools.count(1))

    def create(self, requests: list[Json]) -> Json | Fails:
        names = [request["custom_id"] for request in requests]
        if not names or len(set(names)) < len(names) or not all(map(CUSTOM_ID.fullmatch, names)):
            return bad_request("requests: custom_id must be unique and match ^[a-zA-Z0-9_-]{1,64}$")
        if any("stream" in request["params"] or "speed" in request["params"] for request in requests):
            return bad_request("requests: stream and speed are not supported in batches")
        batch = Batch(f"msgbatch_{next(self._numbers):04}", requests, self.looks_until_ended)
        self._by_id[batch.id] = batch
        return self._shown(batch)

    def look_at(self, batch_id: str) -> Json | Fails:
        batch = self._by_id.get(batch_id)
        if batch is None:
            return Fails(404, "not_found_error", "batch not found")
        batch.looks_left -= 1
        if batch.looks_left <= 0:
            self._end(batch)
        return self._shown(batch)

    def cancel(self, batch_id: str) -> Json | Fails:
        batch = self._by_id.get(batch_id)
        if batch is None:
            return Fails(404, "not_found_error", "batch not found")
        if batch.status == "in_progress":
            batch.status = "canceling"
        return self._shown(batch)

    def results(self, batch_id: str) -> bytes | Fails:
        """The results as JSON lines, in an order of their own."""
        batch = self._by_id.get(batch_id)
        if batch is None or batch.status != "ended":
            return Fails(404, "not_found_error", "no results")
        lines = [{"custom_id": name, "result": result} for name, result in batch.results.items()]
        random.Random(batch_id).shuffle(lines)
        return "".join(json.dumps(line, ensure_ascii=False) + "\n" for line in lines).encode()

    def _end(self, batch: Batch) -> None:
        if batch.status == "ended":
            return
        cancelled = batch.status == "canceling"
        for request in batch.requests:
            batch.results[request["custom_id"]] = self._result(request, cancelled)
        batch.status = "ended"

    def _result(self, request: Json, cancelled: bool) -> Json:
        if cancelled:
            return {"type": "canceled"}
        if request["custom_id"] in self.expired:
            return {"type": "expired"}
        message = self.answer(request["params"])
        if isinstance(message, Fails):
            return {"type": "errored", "error": message.body("req_batch")}
        return {"type": "succeeded", "message": message}

    def _shown(self, batch: Batch) -> Json:
        ended = batch.status == "ended"
        kinds = [result["type"] for result in batch.results.values()]
        counts = {kind: kinds.count(kind) for kind in OUTCOMES}
        url = f"{self.base_url()}/v1/messages/batches/{batch.id}/results"
        return {
            "id": batch.id,
            "type": "message_batch",
            "processing_status": batch.status,
            "request_counts": counts | {"processing": 0 if ended else len(batch.requests)},
            "created_at": CREATED_AT,
            "expires_at": EXPIRES_AT,
            "ended_at": CREATED_AT if ended else None,
            "archived_at": None,
            "cancel_initiated_at": CREATED_AT if batch.status == "canceling" else None,
            "results_url": url if ended else None,
        }
