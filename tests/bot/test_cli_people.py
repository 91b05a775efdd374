"""`runcoach export` and `runcoach erase`, in-process."""

import asyncio
import json
from collections.abc import Awaitable, Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import TypeVar

import pytest

from bot.cli.app import run
from storage import runners
from storage.database import Connection, Database
from tests.databases import database_url

NOW = datetime(2026, 11, 20, 9, 0, tzinfo=UTC)
Capture = pytest.CaptureFixture[str]
Value = TypeVar("Value")


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A data folder whose database knows the runner 501."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("RUNCOACH_DATA_DIR", str(tmp_path))
    monkeypatch.setenv("DATABASE_URL", database_url(tmp_path))
    seen = runners.Seen(501, "Léa", "fr")
    in_database(tmp_path, lambda connection: runners.meet(connection, 501, seen, now=NOW))
    return tmp_path


def in_database(folder: Path, ask: Callable[[Connection], Awaitable[Value]]) -> Value:
    async def work() -> Value:
        database = Database(database_url(folder))
        async with database.transaction() as connection:
            value = await ask(connection)
        await database.close()
        return value

    return asyncio.run(work())


def test_export_prints_or_writes_a_private_file(folder: Path, capsys: Capture) -> None:
    assert run(["export", "501"]) == 0
    printed = json.loads(capsys.readouterr().out)
    assert printed["runners"][0]["first_name"] == "Léa"
    file = folder / "lea.json"
    assert run(["export", "501", "--output", str(file)]) == 0
    assert json.loads(file.read_text(encoding="utf-8")) == printed
    assert file.stat().st_mode & 0o077 == 0


def test_erase_deletes_once(folder: Path, capsys: Capture) -> None:
    assert run(["erase", "501", "--yes"]) == 0
    assert in_database(folder, lambda connection: runners.find(connection, 501)) is None
    capsys.readouterr()
    assert run(["erase", "501", "--yes"]) == 1
    assert capsys.readouterr().err == "Nothing is kept about a runner 501.\n"


def test_erase_asks_first(folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: Capture) -> None:
    monkeypatch.setattr("typer.confirm", lambda _question: False)
    assert run(["erase", "501"]) == 1
    assert "Nothing was deleted." in capsys.readouterr().err
    assert in_database(folder, lambda connection: runners.find(connection, 501)) is not None


@pytest.mark.parametrize(
    ("arguments", "status"),
    [
        (["export", "999"], 1),
        (["erase", "999", "--yes"], 1),
        (["export", "Léa"], 2),
        (["export", "501", "--output", "absent/folder/lea.json"], 2),
    ],
)
@pytest.mark.usefixtures("folder")
def test_what_cannot_be_done_is_one_sentence(arguments: list[str], status: int, capsys: Capture) -> None:
    assert run(arguments) == status
    captured = capsys.readouterr()
    assert captured.out == ""
    assert captured.err.count("\n") == 1
