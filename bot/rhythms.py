"""The messages that come by themselves, and at which local hour unless the runner chooses another."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, time

from bot.zones import time_zone_of
from core.clock import LATE_UNTIL
from storage import schedules
from storage.database import Connection
from storage.runners import Runner

CHECK_IN = "check-in"
EVENING = "evening"
WEEKLY = "weekly"
NIGHT = "night"
"""Nothing is said then: what the next days need is prepared."""


@dataclass(frozen=True, slots=True)
class Usual:
    """The usual hour; `weekday` (0 is Monday) for what comes once a week, `late_until` the last hour."""

    at: time
    weekday: int | None = None
    late_until: time = LATE_UNTIL


USUAL: Mapping[str, Usual] = {
    CHECK_IN: Usual(time(7, 0)),
    EVENING: Usual(time(19, 30), late_until=time(22, 0)),
    WEEKLY: Usual(time(18, 0), weekday=6, late_until=time(22, 0)),
    NIGHT: Usual(time(3, 0), late_until=time(22, 0)),
}


KEPT_QUIET = frozenset({EVENING, WEEKLY})
"""Not sent in quiet hours even in time; the morning comes at the hour that was asked for."""


async def begin_schedule(connection: Connection, runner: Runner, kind: str, *, now: datetime) -> None:
    """Write to this runner at the usual hour from now on, unless a schedule of this kind is there."""
    usual = USUAL[kind]
    await schedules.begin(
        connection, runner.id, kind, usual.at, time_zone_of(runner), now=now, weekday=usual.weekday
    )


async def begin_schedules(connection: Connection, runner: Runner, *, now: datetime) -> None:
    """Every kind of message, from a runner's first plan on."""
    for kind in USUAL:
        await begin_schedule(connection, runner, kind, now=now)
