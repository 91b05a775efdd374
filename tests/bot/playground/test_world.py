"""The world without a server: what it forgets, so that it stays small, and what it never forgets."""

import pytest

from bot.playground import files, runners
from bot.playground.errors import Refused
from bot.playground.files import Upload
from bot.playground.pending import PendingUpdates
from bot.playground.runners import QUERIES_KEPT, NotPossible
from bot.playground.server import create_app
from bot.playground.world import MESSAGES_KEPT, NOBODY, UnknownUser, World


@pytest.fixture
def world() -> World:
    world = World()
    world.add_user("Léa", "fr", 42)
    return world


def test_old_messages_are_forgotten_but_numbers_go_on(world: World) -> None:
    for number in range(MESSAGES_KEPT + 3):
        runners.says(world, 42, str(number), now_s=0.0)
    assert list(world.messages.of(42)) == list(range(4, MESSAGES_KEPT + 4))


def test_old_taps_are_forgotten(world: World) -> None:
    runners.says(world, 42, "/start", now_s=0.0)
    sent = world.post(42, from_bot=True, now_s=0.0, text="?")
    for _ in range(QUERIES_KEPT + 2):
        runners.taps(world, 42, sent.message_id, "a", now_s=0.0)
    assert len(world.queries.of(NOBODY)) == QUERIES_KEPT


def test_the_oldest_files_make_room(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(files, "TOTAL_BYTES", 25)
    kept = [files.store(world, Upload("a.txt", "text/plain", bytes(10))) for _ in range(3)]
    assert list(world.files.of(NOBODY)) == [2, 3]
    with pytest.raises(Refused, match="wrong file identifier"):
        files.by_id(world, kept[0].file_id)
    assert files.by_id(world, kept[2].file_id) == kept[2]


def test_a_file_is_known_by_its_whole_id(world: World) -> None:
    stored = files.store(world, Upload("a.txt", "text/plain", b"x"))
    assert world.file_by_id(stored.file_id) == stored
    for wrong in (str(stored.number), f"0000-{stored.number}", "", "-", "x-²"):
        assert world.file_by_id(wrong) is None


def test_the_bot_is_who_its_token_says(world: World) -> None:
    create_app(world, token="123456:abcdef")
    assert world.bot_user()["id"] == 123456


@pytest.mark.parametrize(
    ("kind", "allowed", "wanted"),
    [
        ("message", None, True),
        ("my_chat_member", (), True),
        ("message_reaction", None, False),
        ("message_reaction", ("message_reaction",), True),
        ("message", ("message_reaction",), False),
    ],
)
def test_kinds_of_updates_by_default_and_by_wish(
    kind: str, allowed: tuple[str, ...] | None, wanted: bool
) -> None:
    assert PendingUpdates.wants(kind, allowed) is wanted


def test_what_people_cannot_do(world: World) -> None:
    said = runners.says(world, 42, "/start", now_s=0.0)
    sent = world.post(42, from_bot=True, now_s=0.0, text="?")
    with pytest.raises(NotPossible, match="Only your own text messages"):
        runners.edits(world, 42, sent.message_id, "x", now_s=0.0)
    with pytest.raises(NotPossible, match="no message of the bot"):
        runners.taps(world, 42, said.message_id, "x", now_s=0.0)
    with pytest.raises(UnknownUser):
        runners.says(world, 43, "x", now_s=0.0)
    runners.blocks(world, 42, now_s=0.0)
    for attempt in (runners.sends_voice, runners.sends_sticker, runners.sends_location):
        with pytest.raises(NotPossible, match="You have blocked the bot"):
            attempt(world, 42, now_s=0.0)
    assert len(world.messages.of(42)) == 2


def test_a_new_world_numbers_updates_above_those_of_an_older_one() -> None:
    last = 0
    for now_s in (1_790_000_000.0, 1_790_000_600.0):
        fresh = World()
        fresh.add_user("Léa", "fr", 42)
        for text in ("a", "b"):
            runners.says(fresh, 42, text, now_s=now_s)
        numbers = [update.update_id for update in fresh.pending.take(10, now_s)]
        assert numbers == [int(now_s), int(now_s) + 1]
        assert numbers[0] > last
        last = numbers[-1]
