"""Claude over the network: one call at a time, streamed, paid for from the day's budgets.

async with client.stream(ask) as answer:
    async for partial in answer:
        show(partial.json.get("philosophy"))
    reply = await answer.reply()
"""

import asyncio
import time
from collections.abc import AsyncIterator, Callable
from contextlib import AsyncExitStack, asynccontextmanager
from datetime import datetime
from typing import TypeVar

import structlog
from anthropic import AsyncAnthropic

from bot.claude.answer import Answer
from bot.claude.asking import CALL_AT_MOST_S, Ask, Partial, Reply, Usage
from bot.claude.billing import Bill
from bot.claude.failures import SwitchedOff
from bot.claude.ledger import Ledger
from bot.claude.lifecycles import check_models
from bot.claude.request import request_of
from bot.claude.translating import failures_named
from bot.settings import Settings
from storage.database import Database, StorageTrouble
from storage.ledger import Budgets

__all__ = ["Answer", "Ask", "ClaudeClient", "Partial", "Reply", "Usage"]

T = TypeVar("T")
log = structlog.get_logger(__name__)

NO_KEY = "No ANTHROPIC_API_KEY is set: every plan is the engine's own."


class ClaudeClient:
    """The one way to Claude. Building it opens nothing and needs no key; `close` it at the end."""

    def __init__(self, settings: Settings, database: Database, clock: Callable[[], datetime]) -> None:
        self._settings = settings
        self._clock = clock
        budgets = Budgets(settings.runcoach_daily_budget_usd, settings.runcoach_runner_daily_budget_usd)
        self.ledger = Ledger(database, budgets, clock)
        self._sdk = _sdk(settings)
        self._off: str | None = None if self._sdk else NO_KEY

    @property
    def available(self) -> bool:
        """Whether asking makes sense: a key is set and the check at start-up found nothing wrong."""
        return self._off is None

    async def check_models(self) -> list[str]:
        """At start-up: ask the API for both models and log a line for each thing wrong; gives the lines.

        An unknown or retired model or a refused key switches Claude off; a silent network only warns.
        """
        if self._sdk is None:
            log.info(NO_KEY)
            return [NO_KEY]
        models = (self._settings.runcoach_fast_model, self._settings.runcoach_strong_model)
        findings = await check_models(self._sdk, models)
        for finding in findings:
            log.log(finding.level, finding.sentence)
        fatal = next((finding.sentence for finding in findings if finding.fatal), None)
        self._off = fatal
        return [finding.sentence for finding in findings]

    @asynccontextmanager
    async def stream(self, ask: Ask) -> AsyncIterator[Answer]:
        """Ask, and read the answer as it comes; leaving the block ends the call and settles its cost.

        Raises a ClaudeFailure here, from the iteration or from `reply()`; StorageTrouble when the ledger
        cannot be written (nothing is asked then).
        """
        sdk = self.connection()
        call_id = await self.ledger.reserve(ask)
        bill = Bill(ask, self._clock(), started_s=time.monotonic())
        try:
            async with AsyncExitStack() as stack:
                yield await self._open(sdk, ask, bill, stack)
        finally:
            await self._settle(call_id, bill)

    async def complete(self, ask: Ask) -> Reply:
        """Ask, and wait for the whole answer; raises as `stream` does."""
        async with self.stream(ask) as answer:
            return await answer.reply()

    async def complete_read(self, ask: Ask, read: Callable[[Reply], T]) -> T:
        """The same, read by `read`; the ledger notes whether that raised. Raises what `read` raises."""
        async with self.stream(ask) as answer:
            reply = await answer.reply()
            with answer.judging():
                return read(reply)

    def connection(self) -> AsyncAnthropic:
        """The SDK's client, for this package's own use. Raises SwitchedOff."""
        if self._sdk is None or self._off is not None:
            raise SwitchedOff(self._off or NO_KEY)
        return self._sdk

    async def close(self) -> None:
        if self._sdk is not None:
            await self._sdk.close()

    async def _open(self, sdk: AsyncAnthropic, ask: Ask, bill: Bill, stack: AsyncExitStack) -> Answer:
        timeout_s = min(ask.timeout_s, CALL_AT_MOST_S)
        deadline_s = asyncio.get_running_loop().time() + timeout_s
        with bill.noting_failure(), failures_named(ask.model, timeout_s):
            async with asyncio.timeout_at(deadline_s):
                stream = await stack.enter_async_context(sdk.messages.stream(**request_of(ask)))
        return Answer(stream, bill, timeout_s=timeout_s, deadline_s=deadline_s)

    async def _settle(self, call_id: int, bill: Bill) -> None:
        try:
            await self.ledger.settle(
                call_id,
                bill.outcome,
                bill.cost_usd,
                bill.usage,
                latency_s=bill.latency_s,
                time_to_first_token_s=bill.time_to_first_token_s,
                usable=bill.usable,
            )
        except StorageTrouble as error:  # the reservation stands for it; the answer is not lost over this
            log.error("the cost of a call could not be written down", call=call_id, reason=str(error))


def _sdk(settings: Settings) -> AsyncAnthropic | None:
    key = settings.anthropic_api_key
    if key is None:
        return None
    # Nothing is repeated here: a repeated call may sleep for as long as the API says, and is paid twice.
    return AsyncAnthropic(
        api_key=key.get_secret_value(),
        base_url=settings.anthropic_base_url,
        max_retries=0,
        timeout=CALL_AT_MOST_S,
    )
