"""The playground's memory on disk."""

from pathlib import Path

import pytest
from telegram import Bot, BotCommand, InlineKeyboardButton, InlineKeyboardMarkup

from bot.playground.archive import Archive, ArchiveError
from bot.playground.world import World
from tests.bot.playground.test_media import png
from tests.telegram import LocalTelegram


async def _one_evening(telegram: LocalTelegram) -> None:
    runner = telegram.runner("Léa", user_id=42)
    await runner.says("/start")
    async with Bot(telegram.token, base_url=f"{telegram.base_url}/bot") as bot:
        await bot.set_my_commands([BotCommand("plan", "Ton plan")])
        markup = InlineKeyboardMarkup([[InlineKeyboardButton("a", callback_data="a")]])
        await bot.send_message(42, "<b>Salut</b>", parse_mode="HTML", reply_markup=markup)
        await bot.send_photo(42, png())
        gone = await bot.send_message(42, "parti")
        await gone.delete()
        await runner.taps("a")
        first = (await bot.get_updates(limit=1))[0].update_id
        await bot.get_updates(offset=first + 1, allowed_updates=["message", "callback_query"])


async def test_a_restart_shows_the_chat_as_it_was(tmp_path: Path) -> None:
    path = tmp_path / "play" / "playground.sqlite3"
    first = World()
    archive = Archive(path)
    async with LocalTelegram(world=first, archive=archive) as telegram:
        await _one_evening(telegram)
    archive.close()

    second = World()
    reopened = Archive(path)
    reopened.load(second)
    reopened.close()
    for name, shelf in first.shelves.items():
        assert {key: shelf.of(0)[key] for key in shelf.of(0)} == dict(second.shelves[name].of(0)), name
    assert dict(first.messages.of(42)) == dict(second.messages.of(42))
    assert [message.text for message in second.messages.of(42).values()] == ["/start", "Salut", ""]
    waiting = second.pending.take(10, first.messages.of(42)[1].date_s)
    assert [update.kind for update in waiting] == ["callback_query"]


async def test_numbers_keep_growing(tmp_path: Path) -> None:
    path = tmp_path / "playground.sqlite3"
    seen: list[tuple[int, int]] = []
    for _ in range(2):
        world, archive = World(), Archive(path)
        archive.load(world)
        async with LocalTelegram(world=world, archive=archive) as telegram:
            runner = telegram.runner("Léa", user_id=42)
            said = await runner.says("x")
            async with Bot(telegram.token, base_url=f"{telegram.base_url}/bot") as bot:
                update = (await bot.get_updates(offset=-1))[0]
                await bot.delete_message(42, said.message_id)
                seen.append((said.message_id, update.update_id))
                await bot.get_updates(offset=update.update_id + 1)
        archive.close()
    assert [number for number, _ in seen] == [1, 2]
    assert seen[1][1] == seen[0][1] + 1


def test_only_changes_are_written() -> None:
    world = World()
    world.add_user("Léa", "fr", 42)
    for shelf in world.shelves.values():
        shelf.take_changes()
    world.post(42, from_bot=False, now_s=0.0, text="x")
    changed = {name: len(shelf.take_changes()) for name, shelf in world.shelves.items()}
    assert {name: count for name, count in changed.items() if count} == {"users": 1, "messages": 1}


def test_the_file_is_private_and_one_playgrounds_own(tmp_path: Path) -> None:
    path = tmp_path / "playground.sqlite3"
    first = Archive(path)
    assert path.stat().st_mode & 0o077 == 0
    with pytest.raises(ArchiveError, match="another running playground has it"):
        Archive(path)
    first.close()
    Archive(path).close()


def test_a_broken_file_is_one_sentence(tmp_path: Path) -> None:
    path = tmp_path / "playground.sqlite3"
    path.write_bytes(b"no database" * 100)
    with pytest.raises(ArchiveError, match=r"cannot be used: file is not a database\.$"):
        Archive(path)
    with pytest.raises(ArchiveError, match="cannot be used"):
        Archive(path / "inside")


def test_unreadable_rows_are_one_sentence(tmp_path: Path) -> None:
    path = tmp_path / "playground.sqlite3"
    archive = Archive(path)
    archive._connection.execute("INSERT INTO items VALUES ('users', 0, 1, '{}')")
    with pytest.raises(ArchiveError, match="move it away to start afresh"):
        archive.load(World())
    archive.close()


def test_what_could_not_be_saved_is_saved_later(tmp_path: Path) -> None:
    path = tmp_path / "playground.sqlite3"
    world, archive = World(), Archive(path)
    world.add_user("Léa", "fr", 42)
    archive._connection.execute("PRAGMA query_only = ON")
    archive.save(world)
    archive._connection.execute("PRAGMA query_only = OFF")
    world.add_user("Tom", "en", 43)
    archive.save(world)
    archive.close()
    again, reopened = World(), Archive(path)
    reopened.load(again)
    reopened.close()
    assert [user.first_name for user in again.users.of(0).values()] == ["Léa", "Tom"]
