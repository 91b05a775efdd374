"""Databases for benchmarks: a SQLite file, or PostgreSQL that keeps what it commits through a power cut."""

import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tests.postgresql import OWNER, _identity, _wait_for_socket, find_programs, stop

# As an operator would have it: every commit is on the disk before it is acknowledged.
SETTINGS = ("listen_addresses=", "max_connections=60", "shared_buffers=128MB", "log_min_messages=panic")


@contextmanager
def sqlite_url() -> Iterator[str]:
    """A new SQLite file while the block runs."""
    with tempfile.TemporaryDirectory(prefix="runcoach-bench-") as folder:
        yield f"sqlite+aiosqlite:///{Path(folder) / 'runcoach.sqlite3'}"


def has_postgresql() -> bool:
    return find_programs() is not None


@contextmanager
def postgresql_url() -> Iterator[str]:
    """An empty PostgreSQL database on a server of its own while the block runs; it syncs every commit."""
    programs = find_programs()
    if programs is None:
        raise RuntimeError("PostgreSQL is not installed")
    with tempfile.TemporaryDirectory(prefix="runcoach-bench-") as place:
        folder = Path(place)
        owner, data = _identity(folder), folder / "data"
        subprocess.run(
            (programs / "initdb", "--auth=trust", "-U", OWNER, "-E", "UTF8", "--locale=C", "-D", data),
            check=True, stdout=subprocess.DEVNULL, cwd=folder, **owner,
        )  # fmt: skip
        options = [part for setting in SETTINGS for part in ("-c", setting)]
        server = subprocess.Popen(
            (programs / "postgres", "-D", data, "-k", folder, *options), cwd=folder, **owner
        )
        try:
            _wait_for_socket(folder, server)
            yield f"postgresql+asyncpg://{OWNER}@/postgres?host={folder}"
        finally:
            stop(server)
