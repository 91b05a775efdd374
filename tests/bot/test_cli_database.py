"""`runcoach db`, in-process and as a process, on real databases: what it does, and one sentence if not."""

import asyncio
import os
import signal
import subprocess
import sys
from functools import partial
from pathlib import Path

import pytest
from sqlalchemy import select, text

from bot.cli.app import run
from storage.database import Database, StorageTrouble
from storage.schema import runners
from tests.databases import database_url, empty_database_url, guarded_url, only_on_postgresql
from tests.storage.filling import ROWS, fill_every_table

Capture = pytest.CaptureFixture[str]
UNREACHABLE = "postgresql://runcoach:secret-word@127.0.0.1:1/runcoach"


@pytest.fixture
def url(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    """The address of the database that the settings name: at this version, a few rows in every table."""
    url = database_url(tmp_path)
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("DATABASE_URL", url)
    in_database(url, fill_every_table)
    return url


def in_database(url: str, work) -> object:  # type: ignore[no-untyped-def]  # any coroutine function
    async def opened() -> object:
        database = Database(url)
        try:
            return await work(database)
        finally:
            await database.close()

    return asyncio.run(opened())


async def count_runners(database: Database) -> int:
    async with database.reading() as connection:
        return len((await connection.execute(select(runners))).all())


def refused(arguments: list[str], capsys: Capture) -> tuple[int, str]:
    """The exit status and the one sentence on stderr."""
    status = run(["db", *arguments])
    captured = capsys.readouterr()
    assert captured.out == ""
    assert captured.err.count("\n") == 1
    assert "secret-word" not in captured.err
    return status, captured.err.strip()


def test_backup_and_restore(
    url: str, tmp_path: Path, capsys: Capture, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "monday.sqlite3"
    assert run(["db", "backup", str(file)]) == 0
    assert "rows of" in capsys.readouterr().out
    assert refused(["backup", str(file)], capsys) == (
        2,
        f"{file} exists already: a backup overwrites nothing.",
    )
    status, sentence = refused(["restore", str(file)], capsys)
    assert (status, "The target is not empty" in sentence) == (1, True)
    new = empty_database_url(tmp_path / "new")
    monkeypatch.setenv("DATABASE_URL", new)
    assert run(["db", "restore", str(file)]) == 0
    assert capsys.readouterr().out.endswith("restored, verified.\n")
    assert in_database(new, count_runners) == in_database(url, count_runners) == ROWS


def test_copy_lists_what_it_copied(url: str, tmp_path: Path, capsys: Capture) -> None:
    new = empty_database_url(tmp_path / "new")
    assert run(["db", "copy", "--to", new]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert any(line.split()[:2] == ["runners", str(ROWS)] for line in lines)
    assert lines[-1].endswith("counts and checksums agree.")
    assert in_database(new, count_runners) == in_database(url, count_runners)
    assert refused(["copy", "--to", new], capsys)[0] == 1


@pytest.mark.usefixtures("url")
def test_check_is_well_or_says_what_is_not(capsys: Capture, url: str) -> None:
    run(["db", "check"])
    capsys.readouterr()

    async def damage(database: Database) -> None:
        async with database.transaction() as connection:
            await connection.execute(text("UPDATE alembic_version SET version_num = '0001'"))

    in_database(url, damage)
    assert run(["db", "check"]) == 1
    captured = capsys.readouterr()
    assert "✗ version 0001" in captured.out
    assert captured.err.count("\n") == 1


def test_a_new_database_is_well(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: Capture) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("DATABASE_URL", empty_database_url(tmp_path))
    assert run(["db", "upgrade"]) == 0
    assert run(["db", "check"]) == 0
    assert "✗" not in capsys.readouterr().out


@pytest.mark.parametrize(
    "arguments", [["upgrade"], ["check"], ["backup", "b.sqlite3"], ["copy", "--to", "sqlite:///c.sqlite3"]]
)
def test_a_server_that_is_not_there(
    arguments: list[str], capsys: Capture, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("DATABASE_URL", UNREACHABLE)
    status, sentence = refused(arguments, capsys)
    assert status == 1
    assert sentence.endswith(": connection refused.")
    assert not (tmp_path / "b.sqlite3").exists()


@pytest.mark.usefixtures("url")
def test_a_target_that_is_not_there(capsys: Capture) -> None:
    assert refused(["copy", "--to", UNREACHABLE], capsys) == (
        1,
        "The database does not answer: connection refused.",
    )


@pytest.mark.usefixtures("url")
@pytest.mark.parametrize("address", ["mysql://localhost/runcoach", "not an address"])
def test_a_target_of_another_kind(address: str, capsys: Capture) -> None:
    assert refused(["copy", "--to", address], capsys)[0] == 1


@only_on_postgresql
@pytest.mark.parametrize("arguments", [["upgrade"], ["check"], ["backup", "b.sqlite3"]])
def test_a_wrong_password(
    url: str, arguments: list[str], capsys: Capture, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("DATABASE_URL", guarded_url(Database(url), "wrong"))
    status, sentence = refused(arguments, capsys)
    assert status == 1
    assert "password authentication failed" in sentence


@pytest.mark.usefixtures("url")
@pytest.mark.parametrize(
    ("arguments", "status"),
    [
        (["backup", "absent/folder/b.sqlite3"], 2),
        (["restore", "absent.sqlite3"], 2),
        (["restore", "."], 2),
        (["backup"], 2),
        (["copy"], 2),
        (["mend"], 2),
    ],
)
def test_wrong_use(arguments: list[str], status: int, capsys: Capture) -> None:
    assert refused(arguments, capsys)[0] == status


@pytest.mark.parametrize("command", ["upgrade", "check", "backup", "restore", "copy"])
def test_every_command_explains_itself(command: str, capsys: Capture) -> None:
    assert run(["db", command, "--help"]) == 0
    assert "Usage: runcoach db" in capsys.readouterr().out


def test_a_full_disk_leaves_no_half_backup(url: str, tmp_path: Path) -> None:
    """The system lets the process write 64 kB to a file, and no more."""
    command = f"ulimit -f 64; exec {sys.executable} -m bot db backup {tmp_path}/b.sqlite3"
    done = subprocess.run(
        ["bash", "-c", command],
        capture_output=True,
        text=True,
        check=False,
        cwd=Path(__file__).parents[2],
        env=os.environ | {"DATABASE_URL": url},
    )
    assert done.returncode == 1
    assert done.stderr.count("\n") == 1
    assert "full" in done.stderr or "I/O" in done.stderr
    assert list(tmp_path.glob("b.sqlite3*")) == []


def test_a_copy_that_is_killed_can_be_made_again(
    url: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("storage.engines.LOCK_WAIT_MS", 10)
    in_database(url, many_runners)
    new = empty_database_url(tmp_path / "new")
    in_database(new, Database.upgrade)
    command = [sys.executable, "-m", "bot", "db", "copy", "--to", new]
    folder, environment = Path(__file__).parents[2], os.environ | {"DATABASE_URL": url}
    for how, wanted in ((signal.SIGKILL, -signal.SIGKILL), (signal.SIGINT, 130)):
        heeds = partial(
            signal.signal, signal.SIGINT, signal.SIG_DFL
        )  # ignored where tests run in the background
        copying = subprocess.Popen(
            command,
            cwd=folder,
            env=environment,
            stdout=subprocess.DEVNULL,
            preexec_fn=heeds,  # noqa: PLW1509  # one call and no lock in the child
        )
        in_database(new, until_locked)
        copying.send_signal(how)
        assert copying.wait(20) == wanted
        assert in_database(new, count_runners) == 0
    subprocess.run(command, cwd=folder, env=environment, stdout=subprocess.DEVNULL, check=True)
    assert in_database(new, count_runners) == in_database(url, count_runners)


MANY = 30_000


async def until_locked(database: Database) -> None:
    """Return when another process writes to it."""
    async with asyncio.timeout(20):
        while True:
            try:
                async with database.transaction() as connection:
                    await connection.execute(runners.delete().where(runners.c.id == 0))
            except StorageTrouble:
                return
            await asyncio.sleep(0.01)


async def many_runners(database: Database) -> None:
    async with database.transaction() as connection:
        row = (await connection.execute(select(runners).limit(1))).one()._mapping
        await connection.execute(runners.insert(), [{**row, "id": 1000 + n} for n in range(MANY)])
