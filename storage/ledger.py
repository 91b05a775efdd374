"""What Claude costs: reserved before a call within the day's budgets, settled after it.

A day is a UTC day. A settled call counts what it cost; an open one counts what was reserved for it, until it
is settled or its time is up (its process died).
"""

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Literal

from sqlalchemy import ColumnElement, Float, and_, case, func, or_, select, text, update

from storage.database import Connection
from storage.schema import claude_calls, runners

# Any number will do; on PostgreSQL it makes reservations wait for each other, as SQLite's one writer does.
POSTGRESQL_LOCK = 7_265_111

BudgetScope = Literal["runner", "day"]


class OverBudget(Exception):
    """The reservation would go past a budget; nothing was written."""

    def __init__(self, scope: BudgetScope, spent_usd: float, budget_usd: float) -> None:
        super().__init__(f"{scope}: {spent_usd:.4f} of {budget_usd:.2f} USD are spent or reserved")
        self.scope = scope
        self.spent_usd = spent_usd
        self.budget_usd = budget_usd


@dataclass(frozen=True, slots=True)
class Budgets:
    """What may be spent in a UTC day, in USD: by everyone together and by one runner."""

    day_usd: float
    runner_usd: float


@dataclass(frozen=True, slots=True)
class PlannedCall:
    """A call about to be made: the most it can cost, and after how long it is given up for lost."""

    purpose: str
    prompt_name: str
    prompt_variant: str
    model: str
    reserved_usd: float
    expires_after: timedelta
    runner_id: int | None = None


@dataclass(frozen=True, slots=True)
class Settlement:
    """How a call ended; tokens are None where the API told none, `usable` where nobody judged the answer."""

    outcome: str
    cost_usd: float
    input_tokens: int | None = None
    output_tokens: int | None = None
    cache_read_tokens: int | None = None
    cache_write_5m_tokens: int | None = None
    cache_write_1h_tokens: int | None = None
    thinking_tokens: int | None = None
    latency_s: float | None = None
    time_to_first_token_s: float | None = None
    usable: bool | None = None


async def reserve(connection: Connection, call: PlannedCall, budgets: Budgets, *, now: datetime) -> int:
    """Keep money for a call; gives the call's id. Raises OverBudget, the runner's share first."""
    if connection.dialect.name == "postgresql":
        await connection.execute(text(f"SELECT pg_advisory_xact_lock({POSTGRESQL_LOCK})"))
    if call.runner_id is not None:
        spent_usd = await spent_today(connection, runner_id=call.runner_id, now=now)
        _refuse_over("runner", spent_usd, call.reserved_usd, budgets.runner_usd)
    _refuse_over("day", await spent_today(connection, now=now), call.reserved_usd, budgets.day_usd)
    values = {
        # A runner who was erased meanwhile has no row to point to.
        "runner_id": select(runners.c.id).where(runners.c.id == call.runner_id).scalar_subquery(),
        "purpose": call.purpose,
        "prompt_name": call.prompt_name,
        "prompt_variant": call.prompt_variant,
        "model": call.model,
        "reserved_usd": call.reserved_usd,
        "outcome": "open",
        "started_at_utc": now,
        "expires_at_utc": now + call.expires_after,
    }
    statement = claude_calls.insert().values(values).returning(claude_calls.c.id)
    return int((await connection.execute(statement)).scalar_one())


async def settle(connection: Connection, call_id: int, settlement: Settlement, *, now: datetime) -> bool:
    """Write down what the call cost; False when it was settled before."""
    values = {name: getattr(settlement, name) for name in settlement.__slots__}
    statement = update(claude_calls).where(
        claude_calls.c.id == call_id, claude_calls.c.settled_at_utc.is_(None)
    )
    result = await connection.execute(statement.values(settled_at_utc=now, **values))
    return bool(result.rowcount)


async def spent_today(connection: Connection, *, now: datetime, runner_id: int | None = None) -> float:
    """USD spent and reserved since midnight UTC, by everyone or by one runner."""
    midnight = now.astimezone(UTC).replace(hour=0, minute=0, second=0, microsecond=0)
    counted = and_(claude_calls.c.started_at_utc >= midnight, _counts(now))
    if runner_id is not None:
        counted = and_(counted, claude_calls.c.runner_id == runner_id)
    cost = case(
        (claude_calls.c.settled_at_utc.is_(None), claude_calls.c.reserved_usd), else_=claude_calls.c.cost_usd
    )
    statement = select(func.coalesce(func.sum(cost, type_=Float), 0.0)).where(counted)
    return float((await connection.execute(statement)).scalar_one())


def _counts(now: datetime) -> ColumnElement[bool]:
    return or_(claude_calls.c.settled_at_utc.is_not(None), claude_calls.c.expires_at_utc > now)


def _refuse_over(scope: BudgetScope, spent_usd: float, wanted_usd: float, budget_usd: float) -> None:
    if spent_usd + wanted_usd > budget_usd:
        raise OverBudget(scope, spent_usd, budget_usd)
