"""Questions to ask, and what the ledger holds about them."""

import json
from typing import Any

from sqlalchemy import select

from bot.claude.asking import Ask
from storage.database import Database
from storage.schema import claude_calls

SCHEMA = {
    "type": "object",
    "properties": {"philosophy": {"type": "string"}, "weeks": {"type": "array", "items": {"type": "string"}}},
    "required": ["philosophy", "weeks"],
    "additionalProperties": False,
}
DRAFT = json.dumps({"philosophy": "Run easy, often.", "weeks": ["easy", "hills", "race"]})


def ask(**changes: Any) -> Ask:
    """A small question, changed as the test wants."""
    usual: dict[str, Any] = {
        "purpose": "plan",
        "prompt_name": "plan-draft",
        "prompt_variant": "a",
        "model": "claude-haiku-5-5",
        "system": "You are a running coach.",
        "user": "Three weeks for a 5K.",
        "max_tokens": 500,
        "schema": SCHEMA,
        "timeout_s": 10.0,
    }
    return Ask(**usual | changes)


async def calls(database: Database) -> list[Any]:
    """Every line of the ledger, oldest first."""
    async with database.reading() as connection:
        rows = await connection.execute(select(claude_calls).order_by(claude_calls.c.id))
        return list(rows)
