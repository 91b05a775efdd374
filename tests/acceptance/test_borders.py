"""What a machine shows of RunCoach unless told otherwise: to other users nothing, to the network nothing."""

import inspect
import os
import stat
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from bot.cli.service import playground, run
from bot.playground import server
from bot.settings import LOOPBACK, Settings
from storage.database import Database
from tests.databases import only_on_sqlite

NOBODY_ELSE = 0o077


def test_nothing_listens_to_the_network_unless_told() -> None:
    settings = Settings(_env_file=None)
    assert settings.runcoach_http_host in LOOPBACK
    assert settings.runcoach_web_host in LOOPBACK
    assert (settings.runcoach_http_port, settings.runcoach_web_port) == (None, None)
    assert inspect.signature(server.serve).parameters["host"].default in LOOPBACK


@pytest.mark.parametrize("command", [playground, run])
def test_no_command_opens_the_playground_wider(command: Callable[..., object]) -> None:
    assert not {"host", "bind", "address"} & inspect.signature(command).parameters.keys()


@contextmanager
def careless_umask() -> Iterator[None]:
    """New files readable by everybody, as many systems have it."""
    before = os.umask(0o022)
    try:
        yield
    finally:
        os.umask(before)


@only_on_sqlite
async def test_what_is_kept_is_the_owners_alone(tmp_path: Path) -> None:
    folder = tmp_path / "data"
    with careless_umask():
        database = Database(f"sqlite:///{folder / 'runcoach.sqlite3'}")
        await database.upgrade()
        async with database.transaction() as connection:
            await connection.exec_driver_sql("CREATE TABLE written (number INTEGER)")
        names = {path.name for path in folder.iterdir()}
        modes = {path.name: stat.S_IMODE(path.stat().st_mode) for path in (folder, *folder.iterdir())}
        await database.close()
    assert {"runcoach.sqlite3", "runcoach.sqlite3-wal"} <= names
    assert {name: oct(mode) for name, mode in modes.items() if mode & NOBODY_ELSE} == {}
