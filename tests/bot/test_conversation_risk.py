"""The injury risk and the Sunday message, through the real bot."""

from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from bot.playground.records import Message
from core.program.exchange import ProgramData
from core.training_log import NOT_RUNS
from storage import checkins, programs, session_logs
from storage.programs import StoredProgram
from storage.session_logs import RunLog
from tests.bot.chatting import Chat, chatting, has_button, onboards
from tests.telegram import Runner, buttons

TUESDAY_NOON = datetime(2026, 11, 24, 11, 0, tzinfo=UTC)
SUNDAY_EVENING = datetime(2026, 11, 29, 17, 5, tzinfo=UTC)
CAPTION_AT_MOST = 1024


async def plan_of(chat: Chat, runner: Runner) -> StoredProgram:
    async with chat.database.reading() as connection:
        stored = await programs.active(connection, runner.id)
    assert stored is not None
    return stored


def outline(program: ProgramData) -> list[object]:
    """What is to be run when: details that arrive meanwhile aside."""
    days = [session for week in program.weeks for session in week.sessions]
    return [
        [week.total_volume_km for week in program.weeks],
        [(day.date, day.kind, day.distance_km, day.duration_min, day.workout_structure) for day in days],
    ]


async def tires(chat: Chat, runner: Runner) -> None:
    """A run far over what the runner knows, after two mornings of fatigue."""
    async with chat.database.transaction() as connection:
        for day, km in ((16, 5.0), (19, 6.0), (23, 12.0)):
            log = RunLog(date(2026, 11, day), "done", "easy", distance_km=km)
            await session_logs.keep(connection, runner.id, log, now=chat.clock.now)
        for day in (21, 22):
            await checkins.keep(connection, runner.id, date(2026, 11, day), 3, now=chat.clock.now)


async def picture(runner: Runner, wanted: str, after: Message | None = None) -> Message:
    return await runner.waits_for(lambda m: m.media is not None and wanted in m.text, after=after)


@pytest.mark.parametrize(
    ("language", "command", "score_words", "button"),
    [
        ("fr", "/risque", "Risque de blessure", "Alléger la semaine"),
        ("en", "/risk", "Injury risk", "Lighten the week"),
    ],
)
async def test_the_risk_comes_with_its_picture_and_what_to_do(
    tmp_path: Path, language: str, command: str, score_words: str, button: str
) -> None:
    async with chatting(tmp_path) as chat:
        lea = chat.telegram.runner("Léa", language)
        last = await onboards(lea, language)
        chat.clock.now = TUESDAY_NOON
        await tires(chat, lea)
        await lea.says(command)
        shown = await picture(lea, score_words, after=last)
        assert has_button(shown, button)
        assert 1 <= shown.text.count("• ") <= 3
        assert len(shown.text) <= CAPTION_AT_MOST


async def test_a_week_is_lightened_in_two_taps_and_put_back(tmp_path: Path) -> None:
    async with chatting(tmp_path) as chat:
        lea = chat.telegram.runner()
        last = await onboards(lea)
        chat.clock.now = TUESDAY_NOON
        await tires(chat, lea)
        before = (await plan_of(chat, lea)).program
        await lea.says("/risk")
        shown = await picture(lea, "Risque", after=last)
        await lea.taps("Alléger la semaine", shown)
        offer = await lea.waits_for("Semaine allégée", after=shown)
        assert outline((await plan_of(chat, lea)).program) == outline(before)
        await lea.taps("Appliquer", offer)
        done = await lea.waits_for("✓ C’est fait", after=shown)
        lighter = (await plan_of(chat, lea)).program.weeks[0]
        assert lighter.total_volume_km < before.weeks[0].total_volume_km
        assert lighter.total_volume_km == round(sum(s.distance_km or 0 for s in lighter.sessions), 1)
        assert all(s.kind in {"easy", "long", "rest"} | NOT_RUNS for s in lighter.sessions)
        again = await lea.taps_data(shown.message_id, (f"rk:apply:{(await plan_of(chat, lea)).id}:1"))
        assert "déjà allégée" in (await lea.waits_for_answer(again))["text"]
        await lea.taps("Revenir au plan prévu", done)
        await lea.waits_for("de nouveau celle prévue", after=shown)
        assert outline((await plan_of(chat, lea)).program) == outline(before)


async def test_a_lighter_week_can_be_left(tmp_path: Path) -> None:
    async with chatting(tmp_path) as chat:
        lea = chat.telegram.runner()
        last = await onboards(lea)
        chat.clock.now = TUESDAY_NOON
        before = (await plan_of(chat, lea)).program
        await lea.says("mon risque")
        shown = await picture(lea, "Risque", after=last)
        plan_id = (await plan_of(chat, lea)).id
        await lea.taps_data(shown.message_id, f"rk:light:{plan_id}:1")
        offer = await lea.waits_for("Semaine allégée", after=shown)
        await lea.taps("Annuler", offer)
        await lea.waits_for("Ta semaine ne change pas", after=shown)
        for data in (
            f"rk:light:{plan_id + 1}:1",
            f"rk:apply:{plan_id}:99",
            f"rk:undo:{plan_id}:1",
            "rk:x:y:z",
        ):
            answer = await lea.waits_for_answer(await lea.taps_data(shown.message_id, data))
            assert "ancien plan" in answer["text"], data
        assert outline((await plan_of(chat, lea)).program) == outline(before)


async def test_without_plan_or_runs_there_is_no_score(tmp_path: Path) -> None:
    async with chatting(tmp_path) as chat:
        lea = chat.telegram.runner()
        await lea.says("/risk")
        await lea.waits_for("pas encore de plan")
        await lea.says("/log 8 km 45 min")
        last = await lea.waits_for("en plus de ton plan")
        await lea.says("/risk")
        await picture(lea, "Risque de blessure", after=last)


async def test_sunday_evening_sums_up_the_week_once(tmp_path: Path) -> None:
    async with chatting(tmp_path) as chat:
        lea = chat.telegram.runner()
        await onboards(lea)
        stored = await plan_of(chat, lea)
        async with chat.database.transaction() as connection:
            for item in stored.weeks[0].sessions:
                session = item.session
                if not session.rest_day and session.date:
                    log = RunLog(session.date, "done", session.kind or "easy", item.id, session.distance_km)
                    await session_logs.keep(connection, lea.id, log, now=chat.clock.now)
        chat.clock.now = SUNDAY_EVENING
        summary = await picture(lea, "Semaine 1")
        assert "Séances notées\u202f: 3 sur 3" in summary.text
        assert "Les 3 séances prévues sont faites" in summary.text
        assert "Risque de blessure" in summary.text
        assert len(summary.text) <= CAPTION_AT_MOST
        coming = await lea.waits_for("Semaine 2", after=summary)
        assert buttons(coming) == [["C’est bon", "Alléger"]]
        await lea.taps("C’est bon", coming)
        accepted = await lea.waits_for("✓ C’est parti", after=summary)
        assert buttons(accepted) == []
        chat.clock.now = datetime(2026, 11, 29, 19, 0, tzinfo=UTC)
        await lea.says("/help")
        await lea.waits_for("Ce que je sais faire", after=coming)
        assert len([m for m in lea.from_bot if "Séances notées" in m.text]) == 1


async def test_the_coming_week_is_lightened_from_the_sunday_message(tmp_path: Path) -> None:
    async with chatting(tmp_path) as chat:
        zoe = chat.telegram.runner("Zoé", "en")
        await onboards(zoe, "en")
        before = (await plan_of(chat, zoe)).program
        chat.clock.now = datetime(2026, 11, 29, 18, 5, tzinfo=UTC)
        summary = await picture(zoe, "Week 1")
        assert "Nothing is logged" in summary.text
        coming = await zoe.waits_for("Week 2", after=summary)
        await zoe.taps("Lighten", coming)
        offer = await zoe.waits_for("A lighter week", after=coming)
        await zoe.taps("Apply", offer)
        await zoe.waits_for("Done:", after=coming)
        after = (await plan_of(chat, zoe)).program
        assert after.weeks[1].total_volume_km < before.weeks[1].total_volume_km
        assert after.weeks[0].total_volume_km == before.weeks[0].total_volume_km
