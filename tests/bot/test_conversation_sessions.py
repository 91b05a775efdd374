"""/session through the real bot: a few taps, one the next time, offers, and legs spared before a run."""

from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
from sqlalchemy import func, select

from bot.conversations.sessions_making import planned_runs
from bot.splitting import TEXT_LIMIT, utf16_length
from core.coaches.fresh_legs import runs_in_danger
from core.gating import Gate
from storage import coach_sessions, complaints, programs, session_logs
from storage.coach_sessions import StoredCoachSession
from storage.schema import coach_sessions as table
from tests.bot.chatting import Chat, answers, chatting, has_button, onboards
from tests.bot.coached import (
    ANSWERS,
    COACHES,
    START,
    asks,
    data_of,
    latest,
    opens,
    says_so,
    shows,
    taps,
    told_over_the_chat,
)
from tests.telegram import Runner, buttons

BUTTONS_AT_MOST = 9
MONDAY = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)  # the first day of the plan


async def rows(chat: Chat) -> int:
    async with chat.database.reading() as connection:
        return int((await connection.execute(select(func.count()).select_from(table))).scalar_one())


@pytest.mark.parametrize(
    ("coach", "language"), [*((coach, "fr") for coach in COACHES), ("force", "en"), ("competitions", "en")]
)
async def test_a_session_by_taps_in_one_message(tmp_path: Path, coach: str, language: str) -> None:
    async with chatting(tmp_path) as chat:
        lea = chat.telegram.runner("Léa", language)
        card = await asks(lea, coach, language)
        assert len(lea.from_bot) == 1  # every question and the card in one message
        assert utf16_length(card.text) <= TEXT_LIMIT
        assert sum(len(row) for row in buttons(card)) <= BUTTONS_AT_MOST
        for told in ("RPE", "min", "•"):
            assert told in card.text
        card = await says_so(lea, card.message_id, "✨")
        stored = await latest(chat, lea)
        assert (stored.coach, stored.wish.minutes, stored.status) == (coach, 45, "planned")
        assert stored.enrichment is not None
        assert all(told.coaching_cues_detailed for told in stored.enrichment.movements)


@pytest.mark.parametrize(
    ("language", "again", "kept"),
    [
        ("fr", "Comme la dernière fois", "45 min · intermédiaire"),
        ("en", "Same as last time", "45 min · intermediate"),
    ],
)
async def test_the_next_time_one_tap_is_enough(tmp_path: Path, language: str, again: str, kept: str) -> None:
    async with chatting(tmp_path) as chat:
        lea = chat.telegram.runner("Léa", language)
        await asks(lea, "force", language)
        screen = await opens(lea, language)
        assert kept in screen.text.replace("\u202f", " ")
        tap = data_of(screen, again)
        await lea.taps_data(screen.message_id, tap)
        await lea.taps_data(screen.message_id, tap)  # at once, before anything is shown
        await shows(lea, screen.message_id, START[language])
        await told_over_the_chat(chat.telegram, "/session")
        assert await rows(chat) == 2
        first, second = await every(chat, lea)
        assert second.wish == first.wish
        assert second.session != first.session  # the rotation went on


async def every(chat: Chat, runner: Runner) -> tuple[StoredCoachSession, ...]:
    async with chat.database.reading() as connection:
        return await coach_sessions.open_since(connection, runner.id, date(2026, 1, 1))


async def test_what_is_remembered_belongs_to_its_coach(tmp_path: Path) -> None:
    async with chatting(tmp_path) as chat:
        lea = chat.telegram.runner("Léa")
        await asks(lea, "force")
        await asks(lea, "endurance")
        screen = await opens(lea)
        shown = await taps(lea, screen.message_id, "Force")
        assert "45" in shown.text
        assert has_button(shown, "Comme la dernière fois")
        shown = await taps(lea, screen.message_id, "Changer")
        assert has_button(shown, "✓ 45")  # what was answered last time is ticked
        shown = await taps(lea, screen.message_id, "30")
        shown = await taps(lea, screen.message_id, "Retour")
        assert has_button(shown, "30 min", "30\u202fmin")


@pytest.mark.parametrize(
    ("language", "text", "told", "label"),
    [
        ("fr", "5 min", "trop court", "15"),
        ("fr", "4 h", "trop long", "2"),
        ("en", "5 minutes", "too short", "15"),
        ("en", "4 h", "too long", "2"),
    ],
)
async def test_an_impossible_length_brings_an_offer(
    tmp_path: Path, language: str, text: str, told: str, label: str
) -> None:
    async with chatting(tmp_path) as chat:
        lea = chat.telegram.runner("Léa", language)
        await opens(lea, language)
        await answers(lea, (COACHES["force"][language],))
        last = lea.last
        await lea.says(text)
        asked = await lea.waits_for(lambda m: has_button(m, "Intermédiaire", "Intermediate"), after=last)
        await answers(
            lea,
            ("Inter", "Salle" if language == "fr" else "Gym", "Au choix" if language == "fr" else "Coach’s"),
        )
        offer = await says_so(lea, asked.message_id, told)
        assert await rows(chat) == 0
        await taps(lea, offer.message_id, label)
        card = await shows(lea, offer.message_id, START[language])
        stored = await latest(chat, lea)
        assert stored.session.minutes in (15, 120)
        assert card.text


async def test_words_that_say_nothing_are_asked_again(tmp_path: Path) -> None:
    async with chatting(tmp_path) as chat:
        lea = chat.telegram.runner("Léa")
        await opens(lea)
        await answers(lea, ("Force", "45", "Avancé"))
        last = lea.last
        await lea.says("un tracteur")
        asked = await lea.waits_for("tracteur", after=last)
        assert has_button(asked, "Salle")
        await lea.says("haltères et banc")
        await lea.waits_for(lambda m: has_button(m, "Muscle"), after=asked)


async def test_an_old_button_says_so(tmp_path: Path) -> None:
    async with chatting(tmp_path) as chat:
        lea = chat.telegram.runner("Léa")
        screen = await opens(lea)
        await opens(lea)
        await lea.taps("Force", screen)
        await told_over_the_chat(chat.telegram, "/session")
        await lea.taps_data(screen.message_id, "cc:999:start:")
        await told_over_the_chat(chat.telegram, "n’existe plus")


async def test_complaints_spare_what_hurts_and_illness_closes(tmp_path: Path) -> None:
    async with chatting(tmp_path) as chat:
        lea = chat.telegram.runner("Léa")
        await onboards(lea)
        today = chat.clock.now.date()
        gate = Gate("pain", "rest", today, today, "knee", "left")
        async with chat.database.transaction() as connection:
            gate_id = await complaints.keep_gate(
                connection, lea.id, gate, now=chat.clock.now, answered_for=today
            )
        await asks(lea, "force")
        stored = await latest(chat, lea)
        assert "knee" in stored.request.hurt
        async with chat.database.transaction() as connection:
            await complaints.change_gate(
                connection, lea.id, gate_id, None, now=chat.clock.now, answered_for=today
            )
            ill = Gate("illness", "rest", today, today)
            await complaints.keep_gate(connection, lea.id, ill, now=chat.clock.now, answered_for=today)
        screen = await opens(lea)
        await taps(lea, screen.message_id, "Comme la dernière fois")
        await says_so(lea, screen.message_id, "malade")
        assert await rows(chat) == 1


@pytest.mark.parametrize(
    ("language", "told", "light", "keep"),
    [
        ("fr", "Fractionné demain : jambes légères", "Haut du corps", "Garder pour"),
        ("en", "Intervals tomorrow: light legs", "Upper body", "Keep it for"),
    ],
)
async def test_hard_legs_make_room_for_the_run_of_tomorrow(
    tmp_path: Path, language: str, told: str, light: str, keep: str
) -> None:
    async with chatting(tmp_path) as chat:
        lea = chat.telegram.runner("Léa", language)
        await onboards(lea, language)
        chat.clock.now = MONDAY  # intervals are planned for Tuesday
        screen = await opens(lea, language)
        await answers(lea, (COACHES["force"][language], *ANSWERS[language]))
        shown = await shows(lea, screen.message_id, light)
        assert told in shown.text.replace("\u202f", " ")
        assert await rows(chat) == 0
        await taps(lea, screen.message_id, light)
        await shows(lea, screen.message_id, START[language])
        stored = await latest(chat, lea)
        assert stored.session.leg_load == "light"
        again = await opens(lea, language)
        shown = await taps(lea, again.message_id, "Comme la" if language == "fr" else "Same as")
        kept = await taps(lea, again.message_id, keep)
        assert ("Gardée pour" if language == "fr" else "Kept for") in kept.text
        stored = await latest(chat, lea)
        assert stored.session.leg_load == "hard"
        assert stored.date == MONDAY.date() + timedelta(days=2)


async def test_a_run_moved_too_near_is_told_and_the_session_moves(tmp_path: Path) -> None:
    async with chatting(tmp_path) as chat:
        lea = chat.telegram.runner("Léa")
        await onboards(lea)
        chat.clock.now = MONDAY
        screen = await opens(lea)
        await answers(lea, ("Force", *ANSWERS["fr"], "Garder pour mercredi"))
        await says_so(lea, screen.message_id, "Gardée pour")
        last = lea.last
        await lea.says("mardi impossible")
        offer = await lea.waits_for(lambda m: has_button(m, "Appliquer"), after=last)
        await lea.taps("Appliquer", offer)
        warning = await lea.waits_for("charge les jambes moins de 36", after=last)
        assert "Fractionné" in warning.text
        moved = await taps(lea, warning.message_id, "La passer à")
        assert "C’est noté" in moved.text
        stored = await latest(chat, lea)
        async with chat.database.reading() as connection:
            plan = await programs.active(connection, lea.id)
        assert list(runs_in_danger([stored.date], planned_runs(plan))) == []


async def test_many_choices_come_a_few_at_a_time(tmp_path: Path) -> None:
    async with chatting(tmp_path) as chat:
        lea = chat.telegram.runner("Léa")
        screen = await opens(lea)
        await answers(lea, ("Compétitions", "45", "Intermédiaire", "Salle"))
        seen: set[str] = set()
        shown = await shows(lea, screen.message_id, "Autres")
        for _ in range(3):
            labels = [label for row in buttons(shown) for label in row]
            assert len(labels) <= BUTTONS_AT_MOST
            seen |= set(labels)
            shown = await taps(lea, screen.message_id, "Autres")
        assert len(seen) == 14 + 1 + 2  # every session, the coach's choice, "Autres" and "Retour"
        await answers(lea, ("Autres", "Autres", "DEKA MILE", "Femmes"))
        await shows(lea, screen.message_id, START["fr"])
        assert (await latest(chat, lea)).wish.focus == "deka-mile"


async def test_a_run_told_in_the_middle_of_a_question_is_a_run(tmp_path: Path) -> None:
    async with chatting(tmp_path) as chat:
        lea = chat.telegram.runner("Léa")
        await onboards(lea)
        await opens(lea)
        await answers(lea, ("Force",))
        last = lea.last
        await lea.says("8 km en 45 min, effort 5")
        noted = await lea.waits_for("8", after=last)
        assert "combien de temps" not in noted.text.lower()
        async with chat.database.reading() as connection:
            logs = await session_logs.since(connection, lea.id, date(2026, 11, 1))
        assert [log.distance_km for log in logs] == [8.0]
