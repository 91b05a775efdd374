"""`runcoach catalogue enrich` over the tests' Claude: asked once, checked, for review, taken up again."""
# ruff: noqa: ASYNC240  # small files in the test's own folder

import asyncio
import json
import logging
import subprocess
import sys
import time
import tomllib
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import pytest
import structlog

from bot.cli.app import run
from core.catalogue.gaps import every_gap
from tests.claude_server import ClaudeServer, Fails, Says

Capture = pytest.CaptureFixture[str]
FRENCH = "Descends en quatre secondes, puis remonte sans élan."
ENGLISH = "Take four seconds on the way down and rise with no bounce."
REVIEW = "catalogue-review.toml"
BATCHES = "/v1/messages/batches"


def good(body: dict[str, Any]) -> Says:
    """An answer that fills exactly what the question lacks."""
    data = json.loads(body["messages"][0]["content"].removeprefix("<data>").removesuffix("</data>"))
    said: dict[str, Any] = {"id": data["id"], "fr": {"harder": [FRENCH]}, "en": {"harder": [ENGLISH]}}
    said |= {name: [] for name in data["missing"].get("facts", [])}
    return Says(json.dumps(said, ensure_ascii=False))


@pytest.fixture
async def claude(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[ClaudeServer]:
    """A server that answers well, and the environment of a run in an empty folder."""
    root = logging.getLogger()
    handlers, level = list(root.handlers), root.level
    async with ClaudeServer(answer=good) as server:
        monkeypatch.chdir(tmp_path)
        monkeypatch.setenv("RUNCOACH_DATA_DIR", str(tmp_path))
        monkeypatch.setenv("ANTHROPIC_API_KEY", server.key)
        monkeypatch.setenv("ANTHROPIC_BASE_URL", server.base_url)
        monkeypatch.delenv("DATABASE_URL", raising=False)
        yield server
    root.handlers, root.level = handlers, level
    structlog.reset_defaults()


async def enrich(*arguments: str) -> int:
    return await asyncio.to_thread(run, ["catalogue", "enrich", "--look-every", "0.01", *arguments])


def reviewed() -> dict[str, Any]:
    return tomllib.loads(Path(REVIEW).read_text("utf-8"))


def created(claude: ClaudeServer) -> list[dict[str, Any]]:
    """The requests of every batch made, in order."""
    made = [one.body for one in claude.requests if one.path == BATCHES]
    return [request for body in made for request in body["requests"]]


async def test_proposals_are_asked_for_in_one_batch_and_written_for_review(
    claude: ClaudeServer, capsys: Capture
) -> None:
    claude.batches.looks_until_ended = 3
    assert await enrich("--limit", "4") == 0
    captured = capsys.readouterr()
    assert captured.out.startswith("4 proposals were added to catalogue-review.toml, for 0.")
    assert captured.err == ""
    first = list(every_gap())[:4]
    assert list(reviewed()) == first
    for entry in reviewed().values():
        assert entry["reviewed"] is False
        assert entry["fr"]["harder"] == [FRENCH]
        assert entry["en"]["harder"] == [ENGLISH]
    assert sum(one.path == BATCHES for one in claude.requests) == 1
    assert not Path(f"{REVIEW}.sent.json").exists()


async def test_nothing_that_stands_in_the_file_is_changed_or_asked_again(
    claude: ClaudeServer, capsys: Capture
) -> None:
    assert await enrich("--limit", "2") == 0
    text = Path(REVIEW).read_text("utf-8")
    mine = text.replace("reviewed = false", "reviewed = true  # read on Monday", 1).replace(
        FRENCH, "À moi.", 1
    )
    Path(REVIEW).write_text(mine, encoding="utf-8")
    assert await enrich("--limit", "3") == 0
    assert Path(REVIEW).read_text("utf-8").startswith(mine.rstrip("\n"))
    assert list(reviewed()) == list(every_gap())[:5]
    names = [request["custom_id"].split("-", 1)[1] for request in created(claude)]
    assert len(names) == len(set(names)) == 5
    capsys.readouterr()


async def test_bad_answers_are_left_out_told_and_asked_again(claude: ClaudeServer, capsys: Capture) -> None:
    claude.queue(
        Says("no JSON at all"), Says('{"id": "planche"}'), Fails(529, "overloaded_error", "Overloaded")
    )
    assert await enrich("--limit", "4") == 0
    out = capsys.readouterr().out
    assert "1 proposal was added" in out
    assert "3 answers could not be used" in out
    assert "the answer is about 'planche'" in out
    assert len(reviewed()) == 1
    assert await enrich("--limit", "3") == 0
    assert set(reviewed()) == set(list(every_gap())[:4])


@pytest.mark.slow
async def test_a_run_that_was_killed_goes_on_without_paying_twice(
    claude: ClaudeServer, capsys: Capture
) -> None:
    claude.batches.looks_until_ended = 1_000
    command = [sys.executable, "-m", "bot", "catalogue", "enrich", "--limit", "3", "--look-every", "0.2"]
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)  # noqa: ASYNC220  # killed below
    note, deadline_s = Path(f"{REVIEW}.sent.json"), time.monotonic() + 60
    while not note.exists() and time.monotonic() < deadline_s and process.poll() is None:  # noqa: ASYNC110  # another process writes it
        await asyncio.sleep(0.05)
    process.kill()
    process.wait()
    assert note.exists()
    assert not Path(REVIEW).exists()

    for batch in claude.batches._by_id.values():
        batch.looks_left = 2
    assert await enrich("--limit", "2") == 0
    assert "5 proposals were added" in capsys.readouterr().out
    assert list(reviewed()) == list(every_gap())[:5]
    names = [request["custom_id"].split("-", 1)[1] for request in created(claude)]
    assert sorted(names) == sorted(set(names)) == sorted(list(every_gap())[:5])


async def test_a_dry_run_tells_the_cost_and_sends_nothing(claude: ClaudeServer, capsys: Capture) -> None:
    assert await enrich("--dry-run") == 0
    out = capsys.readouterr().out
    assert f"Movements to ask about: {len(every_gap())} (claude-haiku-5-5" in out
    assert "USD" in out
    assert "Nothing was sent." in out
    assert claude.requests == []
    assert not Path(REVIEW).exists()


async def test_without_a_key_it_says_so(
    claude: ClaudeServer, monkeypatch: pytest.MonkeyPatch, capsys: Capture
) -> None:
    monkeypatch.delenv("ANTHROPIC_API_KEY")
    assert await enrich() == 1
    captured = capsys.readouterr()
    assert captured.err == "No ANTHROPIC_API_KEY is set: the catalogue cannot be enriched.\n"
    assert captured.out == ""
    assert await enrich("--dry-run") == 0


async def test_what_goes_wrong_is_one_sentence(
    claude: ClaudeServer, monkeypatch: pytest.MonkeyPatch, capsys: Capture
) -> None:
    Path(REVIEW).write_text("[push-up\n", encoding="utf-8")
    assert await enrich() == 2
    assert "is not valid TOML" in capsys.readouterr().err
    Path(REVIEW).unlink()
    Path(f"{REVIEW}.sent.json").write_text("{", encoding="utf-8")
    assert await enrich() == 2
    assert "cannot be read; delete it" in capsys.readouterr().err
    Path(f"{REVIEW}.sent.json").unlink()
    monkeypatch.setenv("ANTHROPIC_API_KEY", "sk-wrong")
    assert await enrich("--limit", "1") == 1
    error = capsys.readouterr().err
    assert error.count("\n") == 1
    assert "Traceback" not in error
    monkeypatch.setenv("ANTHROPIC_API_KEY", claude.key)
    monkeypatch.setenv("RUNCOACH_DAILY_BUDGET_USD", "0")
    assert await enrich("--limit", "1") == 1
    assert "budget" in capsys.readouterr().err
    assert not Path(REVIEW).exists()


async def test_a_batch_the_api_no_longer_knows_can_be_given_up(claude: ClaudeServer, capsys: Capture) -> None:
    note = Path(f"{REVIEW}.sent.json")
    note.write_text('{"batch_id": "msgbatch_gone", "movements": ["push-up"]}', encoding="utf-8")
    assert await enrich("--limit", "1") == 1
    assert f"delete {note} to begin anew" in capsys.readouterr().err
    note.unlink()
    assert await enrich("--limit", "1") == 0
