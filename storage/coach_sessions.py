"""Sessions of the coaches: made, done one set at a time, and what history they leave."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, Literal

from pydantic import TypeAdapter
from sqlalchemy import Row, Update, func, insert, select, update

from core.athlete import Language
from core.coaches.knowledge import Knowledge
from core.coaches.player import PLAYER, Player, done_sets
from core.coaches.request import CoachName, DoneSet, History, SessionRequest
from core.coaches.session import CoachSession, LegLoad
from core.coaches.wishing import WISH, Wish
from storage.database import Connection
from storage.schema import coach_sessions

Status = Literal["planned", "running", "done", "left"]
OPEN: tuple[Status, ...] = ("planned", "running")
DONE: tuple[Status, ...] = ("done",)
SESSION: TypeAdapter[CoachSession] = TypeAdapter(CoachSession)
REQUEST: TypeAdapter[SessionRequest] = TypeAdapter(SessionRequest)
HISTORY_SESSIONS = 30


@dataclass(frozen=True, slots=True)
class StoredCoachSession:
    """A session of a coach as it is kept; `turn` counts what was done in it, for buttons of before.

    `request` is what it was made for, without the sets of history, which go on meanwhile.
    """

    id: int
    runner_id: int
    coach: CoachName
    date: date
    status: Status
    wish: Wish
    request: SessionRequest
    session: CoachSession
    enrichment: Knowledge | None
    player: Player
    turn: int
    rpe: int | None
    created_at_utc: datetime
    started_at_utc: datetime | None
    finished_at_utc: datetime | None
    updated_at_utc: datetime

    @property
    def language(self) -> Language:
        return self.request.language


async def add(
    connection: Connection,
    runner_id: int,
    wish: Wish,
    request: SessionRequest,
    session: CoachSession,
    *,
    day: date,
    now: datetime,
) -> int:
    """Keep a new session for a local date; gives its id."""
    values = {
        "runner_id": runner_id,
        "coach": session.coach,
        "date": day,
        "status": "planned",
        "wish": {
            "wish": WISH.dump_python(wish, mode="json"),
            "request": REQUEST.dump_python(_bare(request), mode="json"),
        },
        "language": request.language,
        "turn": 0,
        "created_at_utc": now,
        "updated_at_utc": now,
        **_session_values(session),
    }
    inserted = await connection.execute(insert(coach_sessions).values(values).returning(coach_sessions.c.id))
    return int(inserted.scalar_one())


async def find(connection: Connection, runner_id: int, session_id: int) -> StoredCoachSession | None:
    """A session of this runner's; None for a foreign id."""
    table = coach_sessions
    statement = select(table).where(table.c.id == session_id, table.c.runner_id == runner_id)
    row = (await connection.execute(statement)).one_or_none()
    return _stored(row) if row else None


async def latest(connection: Connection, runner_id: int) -> StoredCoachSession | None:
    """The session that is being done, else the one made last; None without any."""
    table = coach_sessions
    statement = select(table).where(table.c.runner_id == runner_id, table.c.status != "left")
    running_first = (table.c.status != "running", table.c.id.desc())
    row = (await connection.execute(statement.order_by(*running_first).limit(1))).one_or_none()
    return _stored(row) if row else None


async def made_with(connection: Connection, runner_id: int, coach: CoachName) -> int:
    """How many sessions this coach made for the runner."""
    table = coach_sessions
    statement = select(func.count()).where(table.c.runner_id == runner_id, table.c.coach == coach)
    return int((await connection.execute(statement)).scalar_one())


async def open_since(connection: Connection, runner_id: int, first: date) -> tuple[StoredCoachSession, ...]:
    """The sessions of a local date or later that are not done yet, in order."""
    return await _since(connection, runner_id, first, OPEN)


async def done_since(connection: Connection, runner_id: int, first: date) -> tuple[StoredCoachSession, ...]:
    """The sessions done on a local date or later, in order."""
    return await _since(connection, runner_id, first, DONE)


async def history(connection: Connection, runner_id: int) -> tuple[DoneSet, ...]:
    """The sets of the last sessions done, newest first."""
    table = coach_sessions
    statement = select(table).where(table.c.runner_id == runner_id, table.c.status == "done")
    latest_first = statement.order_by(table.c.finished_at_utc.desc(), table.c.id.desc())
    rows = await connection.execute(latest_first.limit(HISTORY_SESSIONS))
    return tuple(one for item in map(_stored, rows) for one in done_sets(item.session, item.player, item.rpe))


async def request_for(connection: Connection, stored: StoredCoachSession) -> SessionRequest:
    """The request of a session with the history of now."""
    maxima = stored.request.history.one_rep_max_kg
    sets = await history(connection, stored.runner_id)
    return stored.request.changed(history=History(sets, maxima))


async def replace_session(
    connection: Connection,
    stored: StoredCoachSession,
    session: CoachSession,
    *,
    now: datetime,
    prompt_variant: str | None = None,
) -> bool:
    """Put another session in its place; False once it was begun or left."""
    values = {**_session_values(session), "prompt_variant": prompt_variant, "updated_at_utc": now}
    statement = _of(stored.runner_id, stored.id).where(coach_sessions.c.status == "planned")
    return bool((await connection.execute(statement.values(values))).rowcount)


async def keep_knowledge(
    connection: Connection, runner_id: int, session_id: int, added: Knowledge, *, now: datetime
) -> bool:
    """Keep what was added; False for a foreign session."""
    values = {"enrichment": added.model_dump(mode="json"), "updated_at_utc": now}
    return bool((await connection.execute(_of(runner_id, session_id).values(values))).rowcount)


async def begin(connection: Connection, stored: StoredCoachSession, day: date, *, now: datetime) -> bool:
    """The runner starts, on a local date; False when it was begun before."""
    values = {
        "status": "running",
        "date": day,
        "started_at_utc": now,
        "turn": stored.turn + 1,
        "player": PLAYER.dump_python(stored.player, mode="json"),
        "updated_at_utc": now,
    }
    statement = _of(stored.runner_id, stored.id).where(coach_sessions.c.status == "planned")
    return bool((await connection.execute(statement.values(values))).rowcount)


async def play(
    connection: Connection, stored: StoredCoachSession, player: Player, *, now: datetime, is_turn: bool = True
) -> bool:
    """Keep where a running session stands; False when another tap was quicker.

    `is_turn` makes the buttons shown before old.
    """
    values = {
        "player": PLAYER.dump_python(player, mode="json"),
        "turn": stored.turn + is_turn,
        "updated_at_utc": now,
    }
    statement = _of(stored.runner_id, stored.id).where(
        coach_sessions.c.status == "running", coach_sessions.c.turn == stored.turn
    )
    return bool((await connection.execute(statement.values(values))).rowcount)


async def finish(
    connection: Connection, stored: StoredCoachSession, rpe: int, day: date, *, now: datetime
) -> bool:
    """It is done, on a local date, and felt so hard (1 to 10); False when it does not run."""
    values = {"status": "done", "rpe": rpe, "date": day, "finished_at_utc": now, "updated_at_utc": now}
    statement = _of(stored.runner_id, stored.id).where(coach_sessions.c.status == "running")
    return bool((await connection.execute(statement.values(turn=stored.turn + 1, **values))).rowcount)


async def leave(connection: Connection, runner_id: int, session_id: int, *, now: datetime) -> bool:
    """It will not be done; False for one that is done or foreign."""
    statement = _of(runner_id, session_id).where(coach_sessions.c.status.in_(OPEN))
    return bool((await connection.execute(statement.values(status="left", updated_at_utc=now))).rowcount)


async def put_off(
    connection: Connection, runner_id: int, session_id: int, day: date, *, now: datetime
) -> bool:
    """It is for another local date; False once it was begun."""
    statement = _of(runner_id, session_id).where(coach_sessions.c.status == "planned")
    return bool((await connection.execute(statement.values(date=day, updated_at_utc=now))).rowcount)


async def last_hard_legs(connection: Connection, runner_id: int) -> date | None:
    """The last date with a session done that was hard on the legs."""
    table = coach_sessions
    hard: LegLoad = "hard"
    statement = select(func.max(table.c.date)).where(
        table.c.runner_id == runner_id, table.c.status == "done", table.c.leg_load == hard
    )
    found: date | None = (await connection.execute(statement)).scalar_one()
    return found


async def _since(
    connection: Connection, runner_id: int, first: date, statuses: Collection[Status]
) -> tuple[StoredCoachSession, ...]:
    table = coach_sessions
    statement = select(table).where(
        table.c.runner_id == runner_id, table.c.date >= first, table.c.status.in_(list(statuses))
    )
    rows = await connection.execute(statement.order_by(table.c.date, table.c.id))
    return tuple(map(_stored, rows))


def _of(runner_id: int, session_id: int) -> Update:
    table = coach_sessions
    return update(table).where(table.c.id == session_id, table.c.runner_id == runner_id)


def _bare(request: SessionRequest) -> SessionRequest:
    """The request without the sets of history."""
    return request.changed(history=History((), dict(request.history.one_rep_max_kg)))


def _session_values(session: CoachSession) -> dict[str, Any]:
    return {
        "session": SESSION.dump_python(session, mode="json"),
        "source": session.source,
        "leg_load": session.leg_load,
    }


def _stored(row: Row[Any]) -> StoredCoachSession:
    added = row.enrichment
    return StoredCoachSession(
        id=int(row.id),
        runner_id=int(row.runner_id),
        coach=row.coach,
        date=row.date,
        status=row.status,
        wish=WISH.validate_python(row.wish["wish"], strict=False),
        request=REQUEST.validate_python(row.wish["request"], strict=False),
        session=SESSION.validate_python(row.session, strict=False),
        enrichment=Knowledge.model_validate(added) if added else None,
        player=PLAYER.validate_python(row.player, strict=False) if row.player else Player(),
        turn=int(row.turn),
        rpe=row.rpe,
        created_at_utc=row.created_at_utc,
        started_at_utc=row.started_at_utc,
        finished_at_utc=row.finished_at_utc,
        updated_at_utc=row.updated_at_utc,
    )
