"""Many asks at half price, answered within a day: the Message Batches API.

A batch outlives this process: whoever creates one keeps its id and reads its results once it has ended.
"""

import asyncio
import re
from collections.abc import AsyncIterator, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta

import structlog
from anthropic.types.messages import MessageBatch, MessageBatchIndividualResponse

from bot.claude.answer import judge, usage_of
from bot.claude.asking import Ask, Reply
from bot.claude.client import ClaudeClient
from bot.claude.failures import ClaudeFailure, NotProcessed
from bot.claude.prices import cost_usd
from bot.claude.request import request_of
from bot.claude.translating import failure_of_type, failures_named

log = structlog.get_logger(__name__)

# A batch ends after a day at the latest; its reservations wait a little longer.
EXPIRES_AFTER = timedelta(hours=25)
CALL_WITHIN_S = 60.0
NAME = re.compile(r"[a-zA-Z0-9_-]{1,48}")
# The ledger's id of the call travels in front of the caller's name: 64 characters in all.
CUSTOM_ID = re.compile(r"(\d{1,15})-([a-zA-Z0-9_-]{1,48})")


@dataclass(frozen=True, slots=True)
class BatchProgress:
    """How far a batch is; its results can be read once it has `ended`."""

    id: str
    ended: bool
    waiting: int
    expires_at_utc: datetime


@dataclass(frozen=True, slots=True)
class BatchResult:
    """What became of the ask of this name: a reply, or the reason why there is none."""

    name: str
    reply: Reply | None
    failure: ClaudeFailure | None


class ClaudeBatches:
    """Creates batches and reads what became of them; every method raises ClaudeFailure and StorageTrouble."""

    def __init__(self, client: ClaudeClient) -> None:
        self._client = client

    async def create(self, asks: Mapping[str, Ask]) -> str:
        """Send the asks, each under a name of letters, digits, - and _ (48 at most); gives the batch's id.

        Nothing is sent when the budget does not allow all of them.
        """
        wrong = [name for name in asks if not NAME.fullmatch(name)]
        if wrong or not asks:
            raise ValueError(f"no name for a batch's ask: {wrong}")
        sdk = self._client.connection()
        call_ids = await self._reserve(asks)
        requests = [
            {"custom_id": f"{call_ids[name]}-{name}", "params": request_of(ask)} for name, ask in asks.items()
        ]
        try:
            with failures_named(None, CALL_WITHIN_S):
                async with asyncio.timeout(CALL_WITHIN_S):
                    batch = await sdk.messages.batches.create(requests=requests)  # type: ignore[arg-type]  # plain dicts
        except ClaudeFailure as failure:
            await self._release(call_ids, failure.outcome)
            raise
        log.info("a batch is on its way", batch=batch.id, asks=len(asks))
        return batch.id

    async def poll(self, batch_id: str) -> BatchProgress:
        """How far the batch is now."""
        sdk = self._client.connection()
        with failures_named(None, CALL_WITHIN_S):
            async with asyncio.timeout(CALL_WITHIN_S):
                return _progress(await sdk.messages.batches.retrieve(batch_id))

    async def cancel(self, batch_id: str) -> BatchProgress:
        """Ask for its end; what is answered already stays in its results."""
        sdk = self._client.connection()
        with failures_named(None, CALL_WITHIN_S):
            async with asyncio.timeout(CALL_WITHIN_S):
                return _progress(await sdk.messages.batches.cancel(batch_id))

    async def results(self, batch_id: str) -> AsyncIterator[BatchResult]:
        """What became of each ask, in any order, its cost settled; only for a batch that has ended."""
        sdk = self._client.connection()
        with failures_named(None, CALL_WITHIN_S):
            async with asyncio.timeout(CALL_WITHIN_S):
                created_at = (await sdk.messages.batches.retrieve(batch_id)).created_at
                lines = aiter(await sdk.messages.batches.results(batch_id))
        while True:
            with failures_named(None, CALL_WITHIN_S):
                async with asyncio.timeout(CALL_WITHIN_S):
                    line = await anext(lines, None)
            if line is None:
                return
            found = CUSTOM_ID.fullmatch(line.custom_id)
            if found is None:
                log.warning("a batch holds an answer nobody here asked for", batch=batch_id)
                continue
            yield await self._settled(int(found[1]), found[2], line, created_at)

    async def _settled(
        self, call_id: int, name: str, line: MessageBatchIndividualResponse, created_at: datetime
    ) -> BatchResult:
        reply, failure = _outcome(line, created_at)
        usage, cost = (reply.usage, reply.cost_usd) if reply else (None, 0.0)
        outcome = failure.outcome if failure else "ok"
        await self._client.ledger.settle(call_id, outcome, cost, usage)
        return BatchResult(name, None if failure else reply, failure)

    async def _reserve(self, asks: Mapping[str, Ask]) -> dict[str, int]:
        """A reservation for each, or for none."""
        kept: dict[str, int] = {}
        try:
            for name, ask in asks.items():
                kept[name] = await self._client.ledger.reserve(ask, batch=True, expires_after=EXPIRES_AFTER)
        except ClaudeFailure as failure:
            await self._release(kept, failure.outcome)
            raise
        return kept

    async def _release(self, call_ids: Mapping[str, int], outcome: str) -> None:
        for call_id in call_ids.values():
            await self._client.ledger.settle(call_id, outcome, 0.0)


def _outcome(
    line: MessageBatchIndividualResponse, created_at: datetime
) -> tuple[Reply | None, ClaudeFailure | None]:
    """The reply and the failure of one line: a refused or cut-off reply has both, for it was paid."""
    result = line.result
    if result.type == "errored":
        return None, failure_of_type(result.error.error.type, "of this batch")
    if result.type != "succeeded":
        return None, NotProcessed(f"The batch ended before this request's turn ({result.type}).")
    message = result.message
    text = "".join(block.text for block in message.content if block.type == "text")
    usage = usage_of(message.usage)
    cost = cost_usd(message.model, usage, created_at, batch=True)
    reply = Reply(text, message.model, str(message.stop_reason), usage, cost, 0.0, 0.0)
    try:
        judge(message, text)
    except ClaudeFailure as failure:
        return reply, failure
    return reply, None


def _progress(batch: MessageBatch) -> BatchProgress:
    ended = batch.processing_status == "ended"
    return BatchProgress(batch.id, ended, batch.request_counts.processing, batch.expires_at)
