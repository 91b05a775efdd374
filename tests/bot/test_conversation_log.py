"""After the run, through the real bot: the evening question, /log, moving, skipping, corrections."""

from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from bot.playground.records import Message
from storage import programs, session_logs
from storage.programs import StoredProgram, StoredSession
from storage.session_logs import RunLog
from tests.bot.chatting import Chat, chatting, has_button, onboards
from tests.telegram import Runner, buttons

# The plan of `onboards` begins on Monday 23 November 2026 with three sessions a week.
TUESDAY_EVENING = datetime(2026, 11, 24, 19, 5, tzinfo=UTC)
TUESDAY_NOON = datetime(2026, 11, 24, 11, 0, tzinfo=UTC)
SPACE = "\u202f"


async def plan_of(chat: Chat, runner: Runner) -> StoredProgram:
    async with chat.database.reading() as connection:
        stored = await programs.active(connection, runner.id)
    assert stored is not None
    return stored


async def session_on(chat: Chat, runner: Runner, day: date) -> StoredSession:
    stored = await plan_of(chat, runner)
    return next(item for week in stored.weeks for item in week.sessions if item.session.date == day)


async def logs_of(chat: Chat, runner: Runner) -> list[RunLog]:
    async with chat.database.reading() as connection:
        return list(await session_logs.since(connection, runner.id, date(2026, 11, 1)))


async def evening_question(chat: Chat, runner: Runner) -> Message:
    last = await onboards(runner)
    chat.clock.now = TUESDAY_EVENING
    return await runner.waits_for("Ta séance du jour", after=last)


async def changed(runner: Runner, message: Message, wanted: str) -> Message:
    """The message of a button, when its edit holds the text."""
    return await runner.waits_for(lambda m: m.message_id == message.message_id and wanted in m.text)


async def test_two_taps_in_the_evening_note_the_session(tmp_path: Path) -> None:
    async with chatting(tmp_path) as chat:
        lea = chat.telegram.runner()
        question = await evening_question(chat, lea)
        assert buttons(question) == [["Faite", "Raccourcie"], ["Sautée", "La déplacer"]]
        await lea.taps("Faite", question)
        noted = await changed(lea, question, "Quel effort")
        await lea.taps("6", noted)
        await changed(lea, question, "effort 6 sur 10")
        planned = await session_on(chat, lea, date(2026, 11, 24))
        [log] = await logs_of(chat, lea)
        assert planned.status == "done"
        assert (log.outcome, log.rpe, log.session_id) == ("done", 6, planned.id)
        assert log.distance_km == planned.session.distance_km
        await lea.says("/week")
        week = await lea.waits_for("Semaine 1 sur", after=question)
        assert "✓ mar. 24" in week.text
        await lea.says("/today")
        today = await lea.waits_for("✓", after=week)
        assert "effort 6 sur 10" in today.text


async def test_the_evening_asks_once_and_not_about_what_is_told(tmp_path: Path) -> None:
    async with chatting(tmp_path) as chat:
        lea, tom = chat.telegram.runner(), chat.telegram.runner("Tom")
        await onboards(lea)
        await onboards(tom)
        chat.clock.now = TUESDAY_NOON
        await lea.says("fait 8 km facile")
        await lea.waits_for("✓ Noté")
        chat.clock.now = TUESDAY_EVENING
        await tom.waits_for("Ta séance du jour")
        await lea.says("/help")
        await lea.waits_for("Ce que je sais faire")
        assert not [message for message in lea.from_bot if "Comment ça s’est passé" in message.text]
        assert len([message for message in tom.from_bot if "Comment ça s’est passé" in message.text]) == 1


@pytest.mark.parametrize(
    ("line", "outcome", "km", "minutes", "rpe"),
    [
        ("12 km 1h05 RPE 6", "done", 12.0, 65.0, 6),
        ("j'ai couru 45 min", "done", None, 45.0, None),
        ("done, 10k in 52:00, hard", "done", 10.0, 52.0, 7),
        ("sauté", "skipped", None, None, None),
        ("raccourci 2 km", "shortened", 2.0, None, None),
        ("couru 2 km", "shortened", 2.0, None, None),
    ],
)
async def test_one_line_is_enough(
    tmp_path: Path, line: str, outcome: str, km: float | None, minutes: float | None, rpe: int | None
) -> None:
    async with chatting(tmp_path) as chat:
        lea = chat.telegram.runner()
        last = await onboards(lea)
        chat.clock.now = TUESDAY_NOON
        await lea.says(line)
        await lea.waits_for("oté", after=last)
        [log] = await logs_of(chat, lea)
        told = await session_on(chat, lea, date(2026, 11, 24))
        assert (log.outcome, log.distance_km, log.duration_min, log.rpe) == (outcome, km, minutes, rpe)
        assert log.session_id == told.id
        assert told.status == ("skipped" if outcome == "skipped" else "done")


@pytest.mark.parametrize("line", ["fait !", "c'est fait, effort 5", "Done"])
async def test_a_word_notes_the_session_as_planned(tmp_path: Path, line: str) -> None:
    async with chatting(tmp_path) as chat:
        lea = chat.telegram.runner()
        last = await onboards(lea)
        chat.clock.now = TUESDAY_NOON
        await lea.says(line)
        await lea.waits_for("✓ Noté", after=last)
        [log] = await logs_of(chat, lea)
        planned = (await session_on(chat, lea, date(2026, 11, 24))).session
        assert (log.distance_km, log.duration_min) == (planned.distance_km, planned.duration_min)


@pytest.mark.parametrize(
    ("line", "sentence"),
    [
        ("couru 1e9 km", "Je ne peux pas noter ce chiffre"),
        ("couru -5 km", "Je ne peux pas noter ce chiffre"),
        ("fait 300 km", f"au plus 200{SPACE}km"),
        ("ran 25 hours", "24 heures"),
        ("fait 10 km en 10 min", "pas une allure de course"),
        ("fait 8 km effort 11", "de 1 (marche) à 10"),
    ],
)
async def test_impossible_figures_get_a_sentence_and_change_nothing(
    tmp_path: Path, line: str, sentence: str
) -> None:
    async with chatting(tmp_path) as chat:
        lea = chat.telegram.runner()
        last = await onboards(lea)
        chat.clock.now = TUESDAY_NOON
        await lea.says(line)
        await lea.waits_for(sentence, after=last)
        assert await logs_of(chat, lea) == []
        assert (await session_on(chat, lea, date(2026, 11, 24))).status == "planned"


async def test_a_shortened_session_asks_for_the_kilometres(tmp_path: Path) -> None:
    async with chatting(tmp_path) as chat:
        lea = chat.telegram.runner()
        question = await evening_question(chat, lea)
        await lea.taps("Raccourcie", question)
        await changed(lea, question, "Combien de kilomètres")
        await lea.says("1e9")
        refused = await lea.waits_for("Je ne peux pas noter ce chiffre", after=question)
        await lea.says("2,5")
        await lea.waits_for(f"2,5{SPACE}km", after=refused)
        [log] = await logs_of(chat, lea)
        assert (log.outcome, log.distance_km) == ("shortened", 2.5)


async def test_a_note_can_be_corrected_and_deleted(tmp_path: Path) -> None:
    async with chatting(tmp_path) as chat:
        lea = chat.telegram.runner()
        question = await evening_question(chat, lea)
        await lea.taps("Faite", question)
        noted = await changed(lea, question, "Quel effort")
        await lea.taps("Corriger", noted)
        again = await changed(lea, question, "Comment ça s’est passé")
        await lea.taps("Sautée", again)
        skipped = await changed(lea, question, "On ne la rattrape pas")
        assert [log.outcome for log in await logs_of(chat, lea)] == ["skipped"]
        await lea.taps("Effacer", skipped)
        await changed(lea, question, "effacé")
        assert await logs_of(chat, lea) == []
        assert (await session_on(chat, lea, date(2026, 11, 24))).status == "planned"


async def test_a_session_moves_to_a_free_day_and_back(tmp_path: Path) -> None:
    async with chatting(tmp_path) as chat:
        lea = chat.telegram.runner()
        question = await evening_question(chat, lea)
        before = await session_on(chat, lea, date(2026, 11, 24))
        await lea.taps("La déplacer", question)
        days = await changed(lea, question, "Quel jour")
        day = buttons(days)[0][0]
        await lea.taps(day, days)
        offer = await changed(lea, question, "Avant")
        assert day in offer.text
        assert (await session_on(chat, lea, date(2026, 11, 24))).id == before.id
        await lea.taps("Déplacer", offer)
        moved = await changed(lea, question, "✓")
        left = await session_on(chat, lea, date(2026, 11, 24))
        assert left.session.rest_day
        week = (await plan_of(chat, lea)).weeks[0]
        there = next(item for item in week.sessions if item.id == before.id)
        assert there.session.session_type == before.session.session_type
        assert [log.outcome for log in await logs_of(chat, lea)] == ["moved"]
        await lea.taps("Annuler", moved)
        await changed(lea, question, "Remise")
        back = await session_on(chat, lea, date(2026, 11, 24))
        assert (back.id, back.session) == (before.id, before.session)
        assert await logs_of(chat, lea) == []


async def test_three_missed_sessions_propose_the_week_again(tmp_path: Path) -> None:
    async with chatting(tmp_path) as chat:
        lea = chat.telegram.runner()
        await onboards(lea)
        chat.clock.now = datetime(2026, 11, 29, 20, 0, tzinfo=UTC)
        first = (await plan_of(chat, lea)).weeks[0]
        running = [item for item in first.sessions if not item.session.rest_day]
        message = lea.last
        for item in running:
            await lea.taps_data(message.message_id, f"lo:{item.id}:skipped")
        offer = await lea.waits_for("Trois séances manquées")
        assert "Reprendre cette semaine" in buttons(offer)[0][0]
        await lea.taps("Reprendre cette semaine", offer)
        await changed(lea, offer, "reprend celle-ci")
        weeks = (await plan_of(chat, lea)).program.weeks
        assert [s.distance_km for s in weeks[1].sessions] == [s.distance_km for s in weeks[0].sessions]
        assert weeks[1].sessions[0].date == date(2026, 11, 30)
        assert weeks[1].total_volume_km == weeks[0].total_volume_km


async def test_runs_outside_the_plan_count_even_before_there_is_one(tmp_path: Path) -> None:
    async with chatting(tmp_path) as chat:
        lea = chat.telegram.runner("Zoé", "en")
        await lea.says("/log 8 km 45 min effort 5")
        noted = await lea.waits_for("on top of your plan")
        assert "effort 5 out of 10" in noted.text
        [log] = await logs_of(chat, lea)
        assert (log.session_id, log.distance_km, log.duration_min, log.rpe) == (None, 8.0, 45.0, 5)
        await lea.taps("Delete", noted)
        await changed(lea, noted, "Deleted")
        assert await logs_of(chat, lea) == []


async def test_yesterday_and_days_without_a_session(tmp_path: Path) -> None:
    async with chatting(tmp_path) as chat:
        lea = chat.telegram.runner()
        last = await onboards(lea)
        chat.clock.now = datetime(2026, 11, 25, 9, 0, tzinfo=UTC)
        await lea.says("/noter")
        nothing = await lea.waits_for("Pas de séance prévue", after=last)
        assert has_button(nothing, "mar. 24")
        await lea.says("hier 8 km effort 4")
        await lea.waits_for("✓ Noté", after=nothing)
        [log] = await logs_of(chat, lea)
        assert log.date == date(2026, 11, 24)
        assert log.session_id == (await session_on(chat, lea, date(2026, 11, 24))).id


async def test_forged_foreign_early_and_double_taps_change_nothing_by_mistake(tmp_path: Path) -> None:
    async with chatting(tmp_path) as chat:
        lea, tom = chat.telegram.runner(), chat.telegram.runner("Tom")
        question = await evening_question(chat, lea)
        await onboards(tom)
        session = await session_on(chat, lea, date(2026, 11, 24))
        future = await session_on(chat, lea, date(2026, 11, 29))
        for data, wanted in (
            (f"lo:{future.id}:done", "pas encore eu lieu"),
            (f"lo:{session.id}:rpe:6", "ancien plan"),
            (f"lo:{session.id}:rpe:99", "ancien plan"),
            (f"lo:{session.id}:mv:999999", "ancien plan"),
            (f"lo:{session.id}:nonsense", "ancien plan"),
            ("lo:99999999999999999999999:done", "ancien plan"),
            ("lx:1:drop", "ancien plan"),
            ("lr:1:1:yes", "ancien plan"),
        ):
            answer = await lea.waits_for_answer(await lea.taps_data(question.message_id, data))
            assert wanted in (answer["text"] or ""), data
        foreign = await tom.taps_data(tom.last.message_id, f"lo:{session.id}:done")
        assert "ancien plan" in (await tom.waits_for_answer(foreign))["text"]
        assert await logs_of(chat, lea) == []
        assert await logs_of(chat, tom) == []
        await lea.taps_data(question.message_id, f"lo:{session.id}:done")
        await lea.taps_data(question.message_id, f"lo:{session.id}:done")
        await changed(lea, question, "Quel effort")
        assert len(await logs_of(chat, lea)) == 1


async def test_an_answer_for_a_deleted_plan_is_refused(tmp_path: Path) -> None:
    async with chatting(tmp_path) as chat:
        lea = chat.telegram.runner()
        question = await evening_question(chat, lea)
        async with chat.database.transaction() as connection:
            await programs.archive_active(connection, lea.id, now=chat.clock.now)
        answer = await lea.waits_for_answer(await lea.taps("Faite", question))
        assert "ancien plan" in answer["text"]
        assert await logs_of(chat, lea) == []
