"""The budget around a call: money kept before it, its true cost written after it."""

import asyncio
import json
import math
from collections.abc import Callable
from dataclasses import asdict
from datetime import UTC, datetime, timedelta

from bot.claude.asking import Ask, Usage
from bot.claude.failures import ClaudeFailure, DailyBudgetExhausted, RunnerBudgetExhausted
from bot.claude.prices import cost_usd
from storage import ledger
from storage.database import Database
from storage.ledger import Budgets, OverBudget, PlannedCall, Settlement

# No prompt of text has more tokens than half its bytes; three to four bytes a token are usual.
LEAST_BYTES_PER_TOKEN = 2
# What the API adds to a prompt by itself: turns, and the instruction that goes with a schema.
ADDED_TOKENS = 500
# Fifty calls that begin together must not stand before a handler in the line for the database.
WRITES_AT_ONCE = 2
# A reservation that nobody settles (its process died) is given up after this.
CALL_EXPIRES_AFTER = timedelta(hours=1)


class Ledger:
    """Reserves and settles within the day's budgets; every cost is in USD."""

    def __init__(self, database: Database, budgets: Budgets, clock: Callable[[], datetime]) -> None:
        self._database = database
        self._budgets = budgets
        self._clock = clock
        self._queue = asyncio.Semaphore(WRITES_AT_ONCE)

    async def reserve(
        self, ask: Ask, *, batch: bool = False, expires_after: timedelta = CALL_EXPIRES_AFTER
    ) -> int:
        """Keep the most the call can cost; gives the call's id.

        Raises RunnerBudgetExhausted, DailyBudgetExhausted, or StorageTrouble.
        """
        now = self._clock()
        planned = PlannedCall(
            purpose=ask.purpose,
            prompt_name=ask.prompt_name,
            prompt_variant=ask.prompt_variant,
            model=ask.model,
            reserved_usd=most_usd(ask, now, batch=batch),
            expires_after=expires_after,
            runner_id=ask.runner_id,
        )
        try:
            async with self._queue, self._database.transaction() as connection:
                return await ledger.reserve(connection, planned, self._budgets, now=now)
        except OverBudget as error:
            raise _failure(error, now) from error

    async def settle(
        self,
        call_id: int,
        outcome: str,
        cost_usd: float,
        usage: Usage | None = None,
        *,
        latency_s: float | None = None,
        time_to_first_token_s: float | None = None,
        usable: bool | None = None,
    ) -> None:
        """Write down how a call ended. Raises StorageTrouble."""
        settlement = Settlement(
            outcome=outcome,
            cost_usd=cost_usd,
            latency_s=latency_s,
            time_to_first_token_s=time_to_first_token_s,
            usable=usable,
            **(asdict(usage) if usage else {}),
        )
        async with self._queue, self._database.transaction() as connection:
            await ledger.settle(connection, call_id, settlement, now=self._clock())


def most_usd(ask: Ask, at: datetime, *, batch: bool = False) -> float:
    """The most a call can cost: its whole prompt written to the cache, every token of its answer used."""
    prompt_tokens = most_prompt_tokens(ask)
    writes = {"5m": "cache_write_5m_tokens", "1h": "cache_write_1h_tokens"}
    into = writes[ask.cache_life] if ask.cache_life else "input_tokens"
    usage = Usage(**{into: prompt_tokens}, output_tokens=ask.max_tokens)
    return cost_usd(ask.model, usage, at, batch=batch)


def most_prompt_tokens(ask: Ask) -> int:
    """A number of tokens the prompt does not exceed."""
    schema = json.dumps(ask.schema) if ask.schema is not None else ""
    said = json.dumps([*ask.turns, *ask.tools], ensure_ascii=False) if ask.turns or ask.tools else ""
    size_bytes = len((ask.system + ask.user + schema + said).encode())
    return math.ceil(size_bytes / LEAST_BYTES_PER_TOKEN) + ADDED_TOKENS


def _failure(error: OverBudget, now: datetime) -> ClaudeFailure:
    tomorrow = now.astimezone(UTC) + timedelta(days=1)
    midnight = tomorrow.replace(hour=0, minute=0, second=0, microsecond=0)
    wait_s = (midnight - now).total_seconds()
    figures = f"{error.spent_usd:.2f} of {error.budget_usd:.2f} USD are spent or reserved today (UTC)"
    if error.scope == "runner":
        sentence = f"One runner's daily budget is used up: {figures}; see RUNCOACH_RUNNER_DAILY_BUDGET_USD."
        return RunnerBudgetExhausted(sentence, retry_after_s=wait_s)
    sentence = f"The daily budget is used up: {figures}; see RUNCOACH_DAILY_BUDGET_USD."
    return DailyBudgetExhausted(sentence, retry_after_s=wait_s)
