"""A session done through the real bot: sets, rests, clocks, swaps, double taps, a restart in the middle."""

from datetime import timedelta
from pathlib import Path

import pytest

from bot.conversations.sessions_memory import recall
from bot.conversations.weighing import risk_request
from bot.playground.records import Message
from core.coaches.maxima import lift_to_ask
from core.coaches.player import current
from core.coaches.request import History
from core.risk import injury_risk
from storage import coach_sessions
from tests.bot.chatting import Chat, Clock, chatting, has_button
from tests.bot.coached import (
    START,
    UNKNOWN,
    asks,
    begins,
    data_of,
    latest,
    message,
    opens,
    shows,
    taps,
    told_over_the_chat,
)
from tests.bot.running import running_bot
from tests.telegram import LocalTelegram, Runner, buttons

WORDS = {
    "fr": {
        "set": "série 1 sur", "ask": "dur comment", "next": "La prochaine fois", "clock": "Lancer le chrono",
        "round": "+1 tour", "done": "Fini", "swap": "Échanger", "missing": "Le matériel manque",
        "hurts": "Ça me fait mal", "rest": "⏱ Repos", "over": "Repos fini", "already": "Déjà noté",
        "stop": "Finir là", "drop": "Ne pas la compter", "old": "avant",
    },
    "en": {
        "set": "set 1 of", "ask": "How hard", "next": "Next time", "clock": "Start the clock",
        "round": "+1 round", "done": "Finished", "swap": "Swap", "missing": "The kit is missing",
        "hurts": "It hurts", "rest": "⏱ Rest", "over": "Rest is over", "already": "Already noted",
        "stop": "Stop here", "drop": "Don’t count it", "old": "before",
    },
}  # fmt: skip


def labels(shown: Message) -> list[str]:
    return [label for row in buttons(shown) for label in row]


async def to(runner: Runner, message_id: int, label: str, words: dict[str, str]) -> Message:
    """Go on, one done step after the other, until a button with this label is there."""
    shown = message(runner, message_id)
    while not has_button(shown, label) and words["ask"] not in shown.text:
        done = next(one for one in labels(shown) if one.startswith("✓"))
        shown = await taps(runner, message_id, done)
    return shown


async def through(chat: Chat, runner: Runner, message_id: int, kg: str = "") -> Message:
    """Do everything that is left, with a load where one is asked for."""
    shown = message(runner, message_id)
    while not has_button(shown, "10"):
        loads = [one for one in labels(shown) if one.endswith("kg") and one[0].isdigit()]
        clock = [one for one in labels(shown) if one.startswith("▶")]
        done = [one for one in labels(shown) if one.startswith("✓")]
        chat.clock.now += timedelta(seconds=30)
        shown = await taps(runner, message_id, (loads or clock or done)[0])
    return shown


@pytest.mark.parametrize("language", ["fr", "en"])
async def test_a_strength_session_from_the_first_set_to_the_next_load(tmp_path: Path, language: str) -> None:
    words = WORDS[language]
    async with chatting(tmp_path) as chat:
        lea = chat.telegram.runner("Léa", language)
        card = await asks(lea, "force", language)
        asked = await taps(lea, card.message_id, START[language])
        assert has_button(asked, UNKNOWN[language])
        last = lea.last
        await lea.says("100 kg" if language == "fr" else "100")
        first = await lea.waits_for(lambda m: any(one.startswith("✓") for one in labels(m)), after=last)
        place = first.message_id
        shown = await to(lea, place, "2,5" if language == "fr" else "2.5", words)
        assert words["set"] in shown.text
        assert "82,5" in shown.text if language == "fr" else "82.5" in shown.text
        shown = await taps(lea, place, "+2")
        assert "85" in shown.text
        shown = await taps(lea, place, "−1")
        await taps(lea, place, "✓")
        stored = await latest(chat, lea)
        assert (stored.player.done[-1].load_kg, stored.player.done[-1].amount) == (85.0, 3.0)
        await through(chat, lea, place)
        end = await taps(lea, place, "9")
        assert words["next"] in end.text
        assert "Back squat" in end.text
        stored = await latest(chat, lea)
        assert (stored.status, stored.rpe) == ("done", 9)
        async with chat.database.reading() as connection:
            sets = await coach_sessions.history(connection, lea.id)
            request = await risk_request(connection, lea.id, None, chat.clock.now.date(), "fr")
            memory, _version, _at = await recall(connection, lea.id)
        assert any(one.exercise == "back-squat" and one.load_kg == 85.0 and one.rpe == 9 for one in sets)
        factors = {factor.name: factor.points for factor in injury_risk(request).factors}
        assert factors["strength"] == 0
        assert memory.maxima_kg == {"back-squat": 100.0}
        assert lift_to_ask(stored.session, History(), memory.asked) is None  # it is asked no more
        screen = await opens(lea, language)
        assert "9" in screen.text


async def test_two_taps_at_once_count_once(tmp_path: Path) -> None:
    async with chatting(tmp_path) as chat:
        lea = chat.telegram.runner("Léa")
        card = await asks(lea, "calisthenics")
        shown = await begins(lea, card)
        shown = await taps(lea, card.message_id, "✓")
        before = (await latest(chat, lea)).player.place
        tap = data_of(shown, "✓")
        await lea.taps_data(card.message_id, tap)
        await lea.taps_data(card.message_id, tap)
        await told_over_the_chat(chat.telegram, "Déjà noté")
        assert (await latest(chat, lea)).player.place == before + 1
        await chat.telegram.waits_until(lambda: data_of(message(lea, card.message_id), "✓") != tap)
        await taps(lea, card.message_id, "✓")
        await lea.taps_data(card.message_id, tap)  # of two screens before
        await told_over_the_chat(chat.telegram, "/session")
        assert (await latest(chat, lea)).player.place == before + 2


async def test_another_process_goes_on_where_one_stopped(tmp_path: Path) -> None:
    clock = Clock()
    async with LocalTelegram() as telegram:
        lea = telegram.runner("Léa")
        async with running_bot(telegram, tmp_path, clock=clock) as database:
            card = await asks(lea, "force")
            await begins(lea, card)
            await taps(lea, card.message_id, "✓")
            shown = await taps(lea, card.message_id, "✓")
            chat = Chat(telegram, database, clock)
            before = await latest(chat, lea)
            await taps(lea, card.message_id, "⏱ Repos")
        clock.now += timedelta(minutes=2)  # the rest ended while nobody was there
        async with running_bot(telegram, tmp_path, clock=clock) as database:
            rung = await lea.waits_for("Repos fini", after=shown)
            assert before.session.blocks[1].items[1].exercise == "back-squat"
            await taps(lea, rung.message_id, "✓")
            after = await latest(Chat(telegram, database, clock), lea)
            assert after.id == before.id
            assert after.player.place == before.player.place + 1
            screen = await opens(lea)
            here = await taps(lea, screen.message_id, "Reprendre")
            assert "Back squat" in here.text


@pytest.mark.parametrize("language", ["fr", "en"])
async def test_a_rest_rings_unless_the_next_set_comes_first(tmp_path: Path, language: str) -> None:
    words = WORDS[language]
    async with chatting(tmp_path) as chat:
        lea = chat.telegram.runner("Léa", language)
        card = await asks(lea, "calisthenics", language)
        await begins(lea, card, language)
        shown = await to(lea, card.message_id, words["rest"], words)
        resting = await taps(lea, card.message_id, words["rest"])
        assert "🔕" in " ".join(labels(resting))
        shown = await taps(lea, card.message_id, "✓")  # before it rings: the next rest begins by itself
        assert has_button(shown, "🔕")
        count = len(lea.from_bot)
        chat.clock.now += timedelta(seconds=300)
        rung = await lea.waits_for(words["over"], after=shown)
        assert len(lea.from_bot) == count + 1  # the first one never came
        assert any(one.startswith("✓") for one in labels(rung))
        await taps(lea, rung.message_id, "✓")
        quiet = await taps(lea, rung.message_id, "🔕")
        assert not has_button(quiet, "🔕")
        player = (await latest(chat, lea)).player
        assert not player.rings
        assert player.rest_until_utc is None


@pytest.mark.parametrize("language", ["fr", "en"])
async def test_a_block_on_the_clock_counts_rounds_and_time(tmp_path: Path, language: str) -> None:
    words = WORDS[language]
    async with chatting(tmp_path) as chat:
        lea = chat.telegram.runner("Léa", language)
        card = await asks(lea, "functional", language)
        await begins(lea, card, language)
        place = card.message_id
        shown = message(lea, place)
        while not has_button(shown, words["clock"]):
            loads = [one for one in labels(shown) if one.endswith("kg") and one[0].isdigit()]
            done = [one for one in labels(shown) if one.startswith("✓")]
            shown = await taps(lea, place, (loads or done)[0])
        running = await taps(lea, place, words["clock"])
        tap = data_of(running, words["round"])
        await lea.taps_data(place, tap)
        await lea.taps_data(place, tap)
        await shows(lea, place, "(2)")
        chat.clock.now += timedelta(minutes=2, seconds=5)
        await taps(lea, place, words["round"])
        chat.clock.now += timedelta(hours=1)
        last = lea.last
        over = await lea.waits_for("16", after=last)  # the clock has run down
        await taps(lea, over.message_id, "result" if language == "en" else "résultat")
        await taps(lea, over.message_id, words["done"])
        result = (await latest(chat, lea)).player.results[0]
        assert (result.rounds, result.seconds) == (2, 16 * 60)


@pytest.mark.parametrize("language", ["fr", "en"])
@pytest.mark.parametrize("reason", ["missing", "hurts"])
async def test_a_movement_is_swapped(tmp_path: Path, language: str, reason: str) -> None:
    words = WORDS[language]
    async with chatting(tmp_path) as chat:
        lea = chat.telegram.runner("Léa", language)
        card = await asks(lea, "force", language)
        await begins(lea, card, language)
        shown = await taps(lea, card.message_id, "✓")
        assert "Back squat" in shown.text
        await taps(lea, card.message_id, words["swap"])
        swapped = await taps(lea, card.message_id, words[reason])
        stored = await latest(chat, lea)
        step = current(stored.session, stored.player)
        assert step is not None
        assert stored.player.swaps[step.key] not in ("", "back-squat")
        assert "Back squat" not in swapped.text.splitlines()[1]


@pytest.mark.parametrize("language", ["fr", "en"])
async def test_stopping_early_and_not_counting_it(tmp_path: Path, language: str) -> None:
    words = WORDS[language]
    async with chatting(tmp_path) as chat:
        lea = chat.telegram.runner("Léa", language)
        card = await asks(lea, "endurance", language)
        await begins(lea, card, language)
        asked = await taps(lea, card.message_id, words["stop"])
        assert words["ask"] in asked.text
        back = await taps(lea, card.message_id, "‹")
        assert any(one.startswith("✓") for one in labels(back))
        await taps(lea, card.message_id, words["stop"])
        end = await taps(lea, card.message_id, words["drop"])
        assert labels(end) == []
        async with chat.database.reading() as connection:
            assert await coach_sessions.latest(connection, lea.id) is None


async def test_taps_of_another_runner_change_nothing(tmp_path: Path) -> None:
    async with chatting(tmp_path) as chat:
        lea, tom = chat.telegram.runner("Léa"), chat.telegram.runner("Tom")
        card = await asks(lea, "force")
        shown = await begins(lea, card)
        screen = await opens(tom)
        await tom.taps_data(screen.message_id, data_of(shown, "✓"))
        await told_over_the_chat(chat.telegram, "n’existe plus")
        assert (await latest(chat, lea)).player.place == 0
