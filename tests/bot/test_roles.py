"""What a process of each role does, and how it ends."""

import asyncio
import os
import sys
from pathlib import Path

import pytest
from typer.testing import CliRunner

from bot.assembly import Conversations, build
from bot.cli.app import app
from bot.presence import Role
from bot.turn import Services
from storage import processes
from storage.database import Database
from tests.bot.running import settings_for
from tests.databases import database_url
from tests.enrichment.harness import with_jobs
from tests.telegram import LocalTelegram


@pytest.mark.parametrize(("role", "works"), [("all", True), ("web", False)])
async def test_only_role_all_enriches_beside_answering(tmp_path: Path, role: Role, works: bool) -> None:
    settings = settings_for(LocalTelegram(base_url="http://127.0.0.1:1"), tmp_path)
    database = Database(settings.resolved_database_url)
    parts = build(
        Services(database, settings, lambda: pytest.fail("no clock is asked")),
        Conversations((), ()),
        None,
        role,
    )
    assert (parts.workshop is not None) == works
    await parts.dispatch.stop(0)
    await database.close()


def test_role_web_without_a_token_is_one_sentence(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    result = CliRunner().invoke(app, ["run", "--role", "web"])
    assert result.exit_code == 1
    assert str(result.exception) == "Role web needs a TELEGRAM_BOT_TOKEN."


async def test_a_worker_announces_itself_works_and_ends_when_asked(tmp_path: Path) -> None:
    database = Database(database_url(tmp_path))
    await with_jobs(database, 2)
    environment = os.environ | {"DATABASE_URL": database_url(tmp_path), "RUNCOACH_DATA_DIR": str(tmp_path)}
    process = await asyncio.create_subprocess_exec(
        *(sys.executable, "-m", "bot", "run", "--role", "worker"), env=environment, cwd=Path.cwd()
    )
    try:
        async with asyncio.timeout(30):
            while await roles(database) != ["worker"]:  # noqa: ASYNC110  # the database tells no event
                await asyncio.sleep(0.05)
        process.terminate()
        async with asyncio.timeout(15):
            assert await process.wait() == 0
        assert await roles(database) == []
    finally:
        if process.returncode is None:
            process.kill()
        await process.wait()
        await database.close()


async def roles(database: Database) -> list[str]:
    async with database.reading() as connection:
        return [process.role for process in await processes.known(connection)]
