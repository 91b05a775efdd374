"""Runners and their dialogues: what is kept, what comes back, and nothing for a stranger."""

from datetime import UTC, datetime, time, timedelta
from typing import Any

import pytest

from storage import anchors, dialogues, doubts, outbox, runners
from storage.anchors import Anchor
from storage.database import Database
from storage.outbox import Lane
from storage.runners import RunnerSettings, Seen

NOW = datetime(2026, 11, 20, 7, 30, tzinfo=UTC)
LEA, STRANGER = 7_000_000_001, 42
SEEN = Seen(chat_id=LEA, first_name="Léa", telegram_language="fr-CA")


@pytest.fixture
async def lea(database: Database) -> int:
    async with database.transaction() as connection:
        await runners.meet(connection, LEA, SEEN, now=NOW)
    return LEA


@pytest.mark.parametrize(
    ("telegram_language", "language"),
    [(None, "fr"), ("fr", "fr"), ("fr-CA", "fr"), ("en", "en"), ("de", "en"), ("FR", "fr")],
)
def test_the_first_language(telegram_language: str | None, language: str) -> None:
    assert runners.language_from(telegram_language) == language


async def test_choices_are_kept(database: Database, lea: int) -> None:
    settings = RunnerSettings(units="mi", sex="female", division="open")
    async with database.transaction() as connection:
        assert await runners.choose_language(connection, lea, "en", now=NOW)
        assert await runners.choose_time_zone(connection, lea, "Europe/Paris", now=NOW)
        assert await runners.choose_check_in_time(connection, lea, time(7, 15), now=NOW)
        assert await runners.choose_settings(connection, lea, settings, now=NOW)
        assert await runners.give_consent(connection, lea, 2, now=NOW)
        runner = await runners.find(connection, lea)
    assert runner is not None
    assert runner.language == "en"
    assert (runner.time_zone, runner.check_in_time) == ("Europe/Paris", time(7, 15))
    assert runner.settings == settings
    assert (runner.consent_version, runner.consent_at_utc) == (2, NOW)


async def test_meeting_again_refreshes_and_unblocks(database: Database, lea: int) -> None:
    later = Seen(chat_id=LEA, first_name="L" * 300, telegram_language="en")
    async with database.transaction() as connection:
        await runners.choose_language(connection, lea, "fr", now=NOW)
        await runners.mark_blocked(connection, lea, now=NOW)
        blocked = await runners.find(connection, lea)
        assert blocked is not None
        assert not runners.is_current(blocked, SEEN)
        runner = await runners.meet(connection, lea, later, now=NOW + timedelta(days=1))
    assert runner.blocked_at_utc is None
    assert runner.first_name == "L" * 128
    assert runner.language == "fr", "a choice outlives what Telegram says"
    assert runner.created_at_utc == NOW
    assert runners.is_current(runner, later)


async def test_a_dialogue_counts_its_saves(database: Database, lea: int) -> None:
    async with database.transaction() as connection:
        assert await dialogues.load(connection, lea, "onboarding") is None
        assert await dialogues.save(connection, lea, "onboarding", {"step": "level"}, now=NOW) == 1
        assert await dialogues.save(connection, lea, "onboarding", {"step": "é"}, now=NOW) == 2
        await dialogues.save(connection, lea, "settings", {}, now=NOW)
        stored = await dialogues.load(connection, lea, "onboarding")
        assert stored is not None
        assert (stored.state, stored.version) == ({"step": "é"}, 2)
        assert await dialogues.close(connection, lea, "onboarding")
        assert not await dialogues.close(connection, lea, "onboarding")
        assert await dialogues.load(connection, lea, "settings") is not None


STRANGERS_CALLS: list[tuple[Any, tuple[Any, ...]]] = [
    (runners.find, ()),
    (runners.choose_language, ("en",)),
    (runners.choose_time_zone, ("UTC",)),
    (runners.choose_check_in_time, (None,)),
    (runners.choose_settings, (RunnerSettings(),)),
    (runners.give_consent, (1,)),
    (runners.mark_blocked, ()),
    (runners.move_chat, (5,)),
    (dialogues.load, ("onboarding",)),
    (dialogues.close, ("onboarding",)),
    (anchors.find, ("hello",)),
    (doubts.confirm, (1,)),
    (runners.erase, ()),
]
WITHOUT_CLOCK = (runners.find, runners.erase, dialogues.load, dialogues.close, anchors.find, doubts.confirm)


@pytest.mark.parametrize(
    ("function", "arguments"), STRANGERS_CALLS, ids=lambda value: getattr(value, "__name__", "")
)
async def test_a_stranger_gets_and_changes_nothing(
    database: Database, lea: int, function: Any, arguments: tuple[Any, ...]
) -> None:
    async with database.transaction() as connection:
        await dialogues.save(connection, lea, "onboarding", {"step": "level"}, now=NOW)
        await anchors.put(connection, lea, "hello", Anchor(lea, 5, has_caption=False), now=NOW)
        before = await runners.find(connection, lea)
        clock = {} if function in WITHOUT_CLOCK else {"now": NOW}
        assert not await function(connection, STRANGER, *arguments, **clock)
        assert await runners.find(connection, lea) == before
        assert await dialogues.load(connection, lea, "onboarding") is not None
        assert await anchors.find(connection, lea, "hello") is not None


async def test_erasing_leaves_nothing(database: Database, lea: int) -> None:
    async with database.transaction() as connection:
        await runners.meet(connection, STRANGER, SEEN, now=NOW)
        for runner_id in (lea, STRANGER):
            await dialogues.save(connection, runner_id, "onboarding", {"step": "level"}, now=NOW)
            await outbox.append(
                connection,
                runner_id=runner_id,
                chat_id=1,
                payload={"type": "send_text", "html": "hello"},
                lane=Lane.REPLY,
                on_doubt="hold",
                now=NOW,
            )
        assert await runners.erase(connection, lea)
        assert await runners.find(connection, lea) is None
        assert await dialogues.load(connection, lea, "onboarding") is None
        assert await outbox.counts(connection) == {"pending": 1}, "the stranger's message stays"
        await anchors.put(connection, lea, "bye", Anchor(1, 2, has_caption=False), now=NOW)
        assert await anchors.find(connection, lea, "bye") is None
