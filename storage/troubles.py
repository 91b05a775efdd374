"""What drivers say when a database does not answer, told apart from our own mistakes."""

import os
from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy.exc import DBAPIError, InterfaceError, OperationalError
from sqlalchemy.exc import TimeoutError as PoolTimeout


class StorageUnavailable(Exception):
    """The database cannot be opened or upgraded; its text is one sentence for the operator."""


class StorageTrouble(Exception):
    """The database did not answer (locked, full, gone): nothing of this transaction was kept."""


# SQLSTATE classes (postgresql.org/docs/current/errcodes-appendix.html) that say nothing about the statement.
TROUBLED_CLASSES = {
    "08": "connection lost",
    "25": "read-only, as a standby is, or waited too long",
    "28": "not let in",
    "3D": "no such database",
    "40": "deadlock, rolled back",
    "53": "disk full, out of memory, too many connections",
    "55": "locked",
    "57": "shutting down, cancelled",
    "58": "input or output failed",
    "XX": "damaged",
}
# A table or a column of another version: SQLite calls that operational too.
TROUBLED_STATES = {"42P01", "42703"}


@contextmanager
def troubles_named() -> Iterator[None]:
    """Translate what the driver says about a database that does not answer. Raises StorageTrouble."""
    try:
        yield
    except (OperationalError, InterfaceError, PoolTimeout, ConnectionError) as error:
        raise StorageTrouble(reason_of(error)) from error
    except DBAPIError as error:
        if not _is_trouble(error):
            raise
        raise StorageTrouble(reason_of(error)) from error


@contextmanager
def opening_named() -> Iterator[None]:
    """The same for opening a connection, where the network itself speaks. Raises StorageTrouble."""
    try:
        yield
    except (OSError, TimeoutError) as error:
        raise StorageTrouble(reason_of(error)) from error


def reason_of(error: BaseException) -> str:
    """The first line of what went wrong, without a full stop and without the driver's class names."""
    if isinstance(error, TimeoutError):
        return "it does not answer in time"
    if isinstance(error, ConnectionError) and error.errno:
        return os.strerror(error.errno).lower()
    if isinstance(error, OSError):
        return (error.strerror or str(error)).splitlines()[0].rstrip(".").lower()
    original = getattr(error, "orig", None) or error
    cause = (
        getattr(original, "__cause__", None) or original
    )  # asyncpg's own error, without SQLAlchemy's prefix
    text = str(cause)
    return text.splitlines()[0].rstrip(".") if text else type(cause).__name__


def _is_trouble(error: DBAPIError) -> bool:
    state = str(getattr(error.orig, "sqlstate", None) or "")
    return error.connection_invalidated or state[:2] in TROUBLED_CLASSES or state in TROUBLED_STATES
