"""Keeps a world in one SQLite file: each save writes what changed since the last."""

import sqlite3
from contextlib import closing
from pathlib import Path

import structlog

from bot.playground.world import World

LOG = structlog.get_logger(__name__)
_FORMAT = 1


class ArchiveError(Exception):
    """The file cannot be used; the text is one sentence for the operator."""


class Archive:
    """One open file; a save is one transaction, so a crash leaves the last complete one."""

    def __init__(self, path: Path) -> None:
        self.path = path
        try:
            path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
            self._connection = _opened(path)
        except (sqlite3.Error, OSError) as error:
            in_use = "locked" in str(error)
            reason = "another running playground has it" if in_use else str(error)
            raise ArchiveError(f"The playground's file {path} cannot be used: {reason}.") from error

    def load(self, world: World) -> None:
        """Fill a fresh world with what was saved."""
        try:
            for name, shelf in world.shelves.items():
                with closing(
                    self._connection.execute(
                        "SELECT owner, key, item FROM items WHERE shelf = ? ORDER BY owner, key", (name,)
                    )
                ) as rows:
                    shelf.restore(rows)
        except (sqlite3.Error, ValueError) as error:
            raise ArchiveError(
                f"The playground's file {self.path} cannot be read; move it away to start afresh."
            ) from error

    def save(self, world: World) -> None:
        """Write what changed; what cannot be written (a full disk) is tried again with the next change."""
        changes = [
            (name, owner, key, item)
            for name, shelf in world.shelves.items()
            for owner, key, item in shelf.take_changes()
        ]
        if not changes:
            return
        try:
            self._write(changes)
        except sqlite3.Error as error:
            for name, owner, key, _ in changes:
                world.shelves[name].note_change(owner, key)
            LOG.warning("playground_not_saved", reason=str(error))

    def _write(self, changes: list[tuple[str, int, int, str | None]]) -> None:
        kept = [row for row in changes if row[3] is not None]
        gone = [row[:3] for row in changes if row[3] is None]
        with self._connection:
            self._connection.executemany("REPLACE INTO items VALUES (?, ?, ?, ?)", kept)
            self._connection.executemany("DELETE FROM items WHERE shelf = ? AND owner = ? AND key = ?", gone)

    def close(self) -> None:
        self._connection.close()


def _opened(path: Path) -> sqlite3.Connection:
    path.touch(mode=0o600)
    connection = sqlite3.connect(path, timeout=0.5)
    try:
        version = connection.execute("PRAGMA user_version").fetchone()[0]
        if version not in (0, _FORMAT):
            raise sqlite3.DatabaseError(f"it was written by another version ({version})")
        # A power cut may cost the last second, which is fine here; a crash of the program costs nothing.
        connection.executescript(
            "PRAGMA locking_mode = EXCLUSIVE; PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL;"
            "CREATE TABLE IF NOT EXISTS items (shelf TEXT, owner INTEGER, key INTEGER, item TEXT NOT NULL,"
            f" PRIMARY KEY (shelf, owner, key)) WITHOUT ROWID; PRAGMA user_version = {_FORMAT};"
        )
    except sqlite3.Error:
        connection.close()
        raise
    return connection
