"""Where each conversation stands: one row for a runner and a kind of dialogue."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import delete, select

from storage.database import Connection
from storage.schema import dialogues
from storage.upserting import insert


@dataclass(frozen=True, slots=True)
class StoredDialogue:
    """A state as JSON; `version` counts its saves from 1, so that a button of an older screen can be told."""

    state: dict[str, Any]
    version: int
    updated_at_utc: datetime


async def load(connection: Connection, runner_id: int, kind: str) -> StoredDialogue | None:
    """The runner's dialogue of this kind, or None when none is open."""
    statement = select(dialogues.c.state, dialogues.c.version, dialogues.c.updated_at_utc).where(
        dialogues.c.runner_id == runner_id, dialogues.c.kind == kind
    )
    row = (await connection.execute(statement)).one_or_none()
    return StoredDialogue(*row) if row else None


async def save(
    connection: Connection, runner_id: int, kind: str, state: Mapping[str, Any], *, now: datetime
) -> int:
    """Keep the state; gives its new version."""
    values = {"state": dict(state), "updated_at_utc": now}
    statement = (
        insert(connection, dialogues)
        .values(runner_id=runner_id, kind=kind, version=1, **values)
        .on_conflict_do_update(
            index_elements=["runner_id", "kind"], set_=values | {"version": dialogues.c.version + 1}
        )
        .returning(dialogues.c.version)
    )
    return int((await connection.execute(statement)).scalar_one())


async def close(connection: Connection, runner_id: int, kind: str) -> bool:
    """Forget the dialogue; False when none was open."""
    statement = delete(dialogues).where(dialogues.c.runner_id == runner_id, dialogues.c.kind == kind)
    return bool((await connection.execute(statement)).rowcount)
