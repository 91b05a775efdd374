"""The morning check-in through the real bot: asked at the runner's hour, answered by taps and by words."""

from collections.abc import AsyncIterator
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

from bot.playground.records import Message
from core.checkin import adjust
from core.program.exchange import PaceRange
from core.session_kinds import is_hard
from storage import checkins, complaints, outbox, programs, schedules
from storage.programs import StoredSession
from tests.bot.chatting import Chat, Clock, chatting, has_button, onboards
from tests.telegram import Runner, buttons

ASKED = "Comment te sens-tu"


@pytest.fixture
async def chat(tmp_path: Path) -> AsyncIterator[Chat]:
    async with chatting(tmp_path, Clock()) as running:
        yield running


async def sessions_of(chat: Chat, runner: Runner) -> list[StoredSession]:
    async with chat.database.reading() as connection:
        stored = await programs.active(connection, runner.id)
    assert stored is not None
    return [item for week in stored.weeks for item in week.sessions]


async def on(chat: Chat, runner: Runner, day: date) -> StoredSession:
    return next(item for item in await sessions_of(chat, runner) if item.session.date == day)


async def first_day_of(chat: Chat, runner: Runner, *, hard: bool | None = None, rest: bool = False) -> date:
    """The first date with a session of this kind."""
    for item in await sessions_of(chat, runner):
        session = item.session
        if session.date and session.rest_day == rest and (hard is None or is_hard(session) == hard):
            return session.date
    raise AssertionError("no such day")


def morning(day: date, hour: int = 6, minute: int = 2) -> datetime:
    """7 h 02 in Paris (winter)."""
    return datetime(day.year, day.month, day.day, hour, minute, tzinfo=UTC)


async def wakes(chat: Chat, runner: Runner, day: date, hour: int = 6) -> Message:
    """The morning of a date, until the question is there."""
    before = runner.last
    chat.clock.now = morning(day, hour)
    return await runner.waits_for(lambda message: message.message_id > before.message_id, after=before)


async def changed(runner: Runner, message: Message, text: str) -> Message:
    def shows(shown: Message) -> bool:
        return shown.message_id == message.message_id and text in shown.text

    return await runner.waits_for(shows)


async def test_the_question_comes_once_at_the_runners_hour(chat: Chat) -> None:
    lea = chat.telegram.runner("Léa")
    await onboards(lea)
    day = await first_day_of(chat, lea, rest=False)
    question = await wakes(chat, lea, day)
    item = await on(chat, lea, day)
    assert "Bonjour Léa" in question.text
    assert ASKED in question.text
    assert item.session.session_type
    assert item.session.session_type in question.text
    assert [label for row in buttons(question) for label in row] == [
        "💪 En forme", "😮‍💨 Fatigué", "😵 Très fatigué", "🤕 Douleur", "🤒 Malade",
        "Me redemander dans 2 heures",
    ]  # fmt: skip
    assert "Paris" in question.text, "said once: at which hour of which place"
    async with chat.database.reading() as connection:
        schedule = await schedules.find(connection, lea.id, "check-in")
    assert schedule is not None
    assert schedule.last_date == day
    assert schedule.next_date == day + timedelta(days=1)


async def test_tired_slows_the_session_by_a_tenth_and_undo_gives_it_back(chat: Chat) -> None:
    lea = chat.telegram.runner("Léa")
    await onboards(lea)
    day = await first_day_of(chat, lea, rest=False)
    before = (await on(chat, lea, day)).session
    question = await wakes(chat, lea, day)
    await lea.taps("😮‍💨 Fatigué", question)
    answer = await changed(lea, question, "Fatigue notée")
    assert "Avant" in answer.text
    assert "Après" in answer.text
    after = await on(chat, lea, day)
    assert after.session == adjust(before, 2, (), "fr", easy=await easy_of(chat, lea)).session
    assert after.original == before
    await lea.taps("Garder l’original", answer)
    await changed(lea, question, "Tu gardes la séance prévue")
    assert (await on(chat, lea, day)).session == before
    await lea.taps("Plus léger", lea.last)
    await changed(lea, question, "Version légère")
    lighter = (await on(chat, lea, day)).session
    assert (lighter.duration_min or 0) < (before.duration_min or 0)
    await lea.taps("Annuler ma réponse", lea.last)
    await changed(lea, question, "Réponse annulée")
    assert (await on(chat, lea, day)).session == before
    async with chat.database.reading() as connection:
        assert await checkins.on_date(connection, lea.id, day) is None


async def easy_of(chat: Chat, runner: Runner) -> PaceRange | None:
    async with chat.database.reading() as connection:
        stored = await programs.active(connection, runner.id)
    return (stored.program.paces or {}).get("E") if stored else None


async def test_two_tired_days_force_rest(chat: Chat) -> None:
    lea = chat.telegram.runner("Léa")
    await onboards(lea)
    days = [item.session.date for item in await sessions_of(chat, lea) if not item.session.rest_day]
    day = next(d for d in days if d)
    async with chat.database.transaction() as connection:
        await checkins.keep(connection, lea.id, day - timedelta(days=1), 2, now=chat.clock.now)
    question = await wakes(chat, lea, day)
    await lea.taps("😮‍💨 Fatigué", question)
    await changed(lea, question, "repos complet")
    assert (await on(chat, lea, day)).session.rest_day


@pytest.mark.parametrize(
    ("text", "feeling"),
    [("mal dormi mais ça va", 2), ("crevé", 3), ("en forme !", 1), ("slept badly but fine", 2)],
)
async def test_words_answer_too(chat: Chat, text: str, feeling: int) -> None:
    lea = chat.telegram.runner("Léa")
    await onboards(lea)
    day = await first_day_of(chat, lea, rest=False)
    await wakes(chat, lea, day)
    said = await lea.says(text)
    await lea.waits_for(lambda message: message.message_id > said.message_id)
    async with chat.database.reading() as connection:
        known = await checkins.on_date(connection, lea.id, day)
    assert known is not None
    assert known.feeling == feeling


async def test_buttons_of_another_day_forged_and_of_another_runner_change_nothing(chat: Chat) -> None:
    lea, max_ = chat.telegram.runner("Léa"), chat.telegram.runner("Max")
    await onboards(lea)
    await onboards(max_)
    day = await first_day_of(chat, lea, rest=False)
    question = await wakes(chat, lea, day)
    for data in (
        f"ci:{day - timedelta(days=1)}:f2", "ci:2026-02-30:f2", "ci:x", "ci:",
        f"ci:{day}:f9", f"ci:{day}:drop",
        "gt:1:2026-11-23:4", f"gt:{10**30}:{day}:4", f"pn:{day}:knee:left:11", f"pn:{day}:tail:left:3",
        "pn:", "ds:at:99:99",
    ):  # fmt: skip
        query = await lea.taps_data(question.message_id, data)
        answer = await lea.waits_for_answer(query)
        assert "autre jour" in str(answer.get("text")), data
    async with chat.database.reading() as connection:
        assert await checkins.on_date(connection, lea.id, day) is None
        assert await complaints.pains_of(connection, lea.id) == ()


async def test_the_same_tap_twice_is_one_answer(chat: Chat) -> None:
    lea = chat.telegram.runner("Léa")
    await onboards(lea)
    day = await first_day_of(chat, lea, rest=False)
    question = await wakes(chat, lea, day)
    data = f"ci:{day}:f2"
    await lea.taps_data(question.message_id, data)
    await lea.taps_data(question.message_id, data)
    await changed(lea, question, "Fatigue notée")
    await lea.says("/plan")
    await lea.waits_for("Ton plan")
    before = (await on(chat, lea, day)).original
    assert before is not None
    assert (await on(chat, lea, day)).session == adjust(
        before, 2, (), "fr", easy=await easy_of(chat, lea)
    ).session


async def test_before_a_plan_exists(chat: Chat) -> None:
    lea = chat.telegram.runner("Léa")
    await lea.says("/checkin")
    message = await lea.waits_for("dès que tu auras un plan")
    assert has_button(message, "Commencer")
    await lea.taps_data(message.message_id, "ci:2026-11-20:f2")
    await lea.waits_for("dès que tu auras un plan", after=message)


async def test_a_rest_day_has_one_line_or_silence(chat: Chat) -> None:
    lea = chat.telegram.runner("Léa")
    await onboards(lea)
    day = await first_day_of(chat, lea, rest=True)
    line = await wakes(chat, lea, day)
    assert "epos" in line.text
    assert has_button(line, "Dire comment je me sens")


async def test_after_a_long_silence_only_today_is_asked(chat: Chat) -> None:
    """Down for three days: one question for today with late words, the others are counted and not sent."""
    lea = chat.telegram.runner("Léa")
    await onboards(lea)
    day = await first_day_of(chat, lea, rest=False)
    question = await wakes(chat, lea, day)
    late_day = day + timedelta(days=4)
    while (await on(chat, lea, late_day)).session.rest_day:
        late_day += timedelta(days=1)
    late = await wakes(chat, lea, late_day, hour=11)
    assert "pas pu t’écrire plus tôt" in late.text
    assert late.message_id > question.message_id
    async with chat.database.reading() as connection:
        counts = await outbox.counts(connection)
    assert counts["expired"] >= (late_day - day).days - 1
    asked = [m for m in lea.from_bot if "Bonjour Léa" in m.text]
    assert len(asked) == 2


async def test_a_clock_set_back_asks_nobody_twice(chat: Chat) -> None:
    lea = chat.telegram.runner("Léa")
    await onboards(lea)
    day = await first_day_of(chat, lea, rest=False)
    await wakes(chat, lea, day)
    chat.clock.now -= timedelta(hours=1)
    await lea.says("/week")
    await lea.waits_for("Semaine")
    chat.clock.now += timedelta(hours=1, minutes=1)
    said = await lea.says("/today")
    await lea.waits_for(lambda message: message.message_id > said.message_id)
    assert len([m for m in lea.from_bot if ASKED in m.text]) == 1


async def test_three_taps_note_a_pain_and_gate_the_day(chat: Chat) -> None:
    lea = chat.telegram.runner("Léa")
    await onboards(lea)
    day = await first_day_of(chat, lea, rest=False)
    question = await wakes(chat, lea, day)
    await lea.taps("🤕 Douleur", question)
    await changed(lea, question, "Où as-tu mal")
    await lea.taps("Genou", lea.last)
    await changed(lea, question, "quel côté")
    await lea.taps("À gauche", lea.last)
    await changed(lea, question, "de 0 (rien) à 10")
    await lea.taps("6", lea.last)
    noted = await changed(lea, question, "6 sur 10")
    assert "on ne court pas" in noted.text
    assert (await on(chat, lea, day)).session.rest_day
    following = day + timedelta(days=1)
    again = await wakes(chat, lea, following)
    assert "Genou (côté gauche)" in again.text
    await lea.taps("1", again)
    await changed(lea, again, "étape")
    async with chat.database.reading() as connection:
        gates = await complaints.open_gates(connection, lea.id)
    assert [item.gate.step for item in gates] == ["run-walk"]
    await lea.says("/pain")
    history = await lea.waits_for("Tes douleurs")
    assert "6 (" in history.text


@pytest.mark.parametrize(
    ("text", "answer"),
    [
        ("genou gauche 11/10", "de 0 (rien) à 10"),
        ("genou gauche 1e9", "de 0 (rien) à 10"),
        ("genou gauche 4", "4 sur 10"),
    ],
)
async def test_a_pain_in_words(chat: Chat, text: str, answer: str) -> None:
    lea = chat.telegram.runner("Léa")
    await onboards(lea)
    await lea.says(text)
    await lea.waits_for(answer)
    async with chat.database.reading() as connection:
        assert len(await complaints.pains_of(connection, lea.id)) == (answer == "4 sur 10")


async def test_red_flags_come_first_and_take_the_load_off(chat: Chat) -> None:
    lea = chat.telegram.runner("Léa")
    await onboards(lea)
    day = await first_day_of(chat, lea, rest=False)
    chat.clock.now = morning(day, 5)
    await lea.says("en forme, mais grosse douleur à la poitrine hier")
    answer = await lea.waits_for("112")
    assert "15" in answer.text
    assert (await on(chat, lea, day)).session.rest_day
    async with chat.database.reading() as connection:
        assert [item.gate.site for item in await complaints.open_gates(connection, lea.id)] == ["chest-pain"]
        assert await checkins.on_date(connection, lea.id, day) is None
    tomorrow = day + timedelta(days=1)
    gate = await wakes(chat, lea, tomorrow)
    assert has_button(gate, "Un médecin m’a donné le feu vert")
    await lea.taps("Un médecin m’a donné le feu vert", gate)
    await changed(lea, gate, "petites étapes")


async def test_illness_below_the_neck_rests(chat: Chat) -> None:
    lea = chat.telegram.runner("Léa")
    await onboards(lea)
    day = await first_day_of(chat, lea, rest=False)
    question = await wakes(chat, lea, day)
    await lea.taps("🤒 Malade", question)
    await changed(lea, question, "Où est-ce que ça se passe")
    await lea.taps("Fièvre", lea.last)
    await changed(lea, question, "Repos complet")
    assert (await on(chat, lea, day)).session.rest_day


async def test_the_hour_can_be_chosen_and_typed(chat: Chat) -> None:
    lea = chat.telegram.runner("Léa")
    await onboards(lea)
    await lea.says("/settings")
    screen = await lea.waits_for("Tes réglages")
    await lea.taps("Mes messages", screen)
    await changed(lea, screen, "Heures calmes")
    await lea.taps("Check-in du matin", lea.last)
    await changed(lea, screen, "Je t’écris vers")
    await lea.taps("6\u202fh\u202f30", lea.last)
    await changed(lea, screen, "6\u202fh\u202f30")
    said = await lea.says("8h15")
    await lea.waits_for("8\u202fh\u202f15", after=said)
    await lea.says("25h99")
    await lea.waits_for("pas compris cette heure")
    async with chat.database.reading() as connection:
        schedule = await schedules.find(connection, lea.id, "check-in")
    assert schedule is not None
    assert (schedule.at_local.hour, schedule.at_local.minute) == (8, 15)
