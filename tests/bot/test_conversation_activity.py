"""A run sent as a file, through the real bot: read, matched, logged, compared; refused in a sentence."""

from dataclasses import replace
from datetime import UTC, datetime, time, timedelta
from pathlib import Path

import pytest

from core.athlete import Language, Performance
from core.session_profile import segments, session_blocks
from storage import activities, session_logs
from storage.programs import StoredProgram, StoredSession
from tests.bot.chatting import Chat, chatting, has_button
from tests.bot.planned import has_plan, plain_profile, plan_of
from tests.core.test_course import billion_laughs, zipped
from tests.recordings import Stretch, fit_run, gpx_run, tcx_run
from tests.telegram import Runner

MAKERS = {"fit": fit_run, "gpx": gpx_run, "tcx": tcx_run}


def first_run(stored: StoredProgram) -> StoredSession:
    return next(item for week in stored.weeks for item in week.sessions if not item.session.rest_day)


def morning_of(item: StoredSession) -> datetime:
    assert item.session.date is not None
    return datetime.combine(item.session.date, time(7), tzinfo=UTC)


async def has_a_session_today(chat: Chat, runner: Runner, language: Language = "fr") -> StoredSession:
    """A plan whose first session is today."""
    item = first_run(await has_plan(chat, runner, plain_profile(language)))
    chat.clock.now = morning_of(item) + timedelta(hours=5)
    return item


async def logs_of(chat: Chat, runner: Runner) -> tuple[session_logs.RunLog, ...]:
    async with chat.database.reading() as connection:
        return await session_logs.since(connection, runner.id, datetime(2026, 1, 1, tzinfo=UTC).date())


def as_planned(item: StoredSession, s_per_km: float = 400.0) -> list[Stretch]:
    return [Stretch(round((item.session.distance_km or 5) * s_per_km), s_per_km)]


@pytest.mark.parametrize("kind", MAKERS)
@pytest.mark.parametrize("language", ["fr", "en"])
async def test_a_run_is_logged_as_the_session_of_its_day(
    tmp_path: Path, kind: str, language: Language
) -> None:
    async with chatting(tmp_path) as chat:
        lea = chat.telegram.runner(language_code=language)
        item = await has_a_session_today(chat, lea, language)
        content = MAKERS[kind](as_planned(item), morning_of(item))
        sent = await lea.sends_document(f"run.{kind}", content)
        picture = await lea.waits_for(lambda message: message.media is not None, after=sent)
        assert "bpm" in picture.text
        await lea.waits_for(lambda message: has_button(message, "10"), after=picture)
        (log,) = await logs_of(chat, lea)
        assert (log.session_id, log.outcome) == (item.id, "done")
        assert log.distance_km == pytest.approx(item.session.distance_km, rel=0.02)
        assert log.rpe is None
        await lea.taps("4")
        await lea.waits_for("4 sur 10" if language == "fr" else "4 out of 10")


async def test_the_same_run_counts_once_in_whatever_format(tmp_path: Path) -> None:
    async with chatting(tmp_path) as chat:
        lea = chat.telegram.runner()
        item = await has_a_session_today(chat, lea)
        await lea.sends_document("a.tcx", tcx_run(as_planned(item), morning_of(item)))
        noted = await lea.waits_for("Quel effort")
        await lea.sends_document("a.gpx", gpx_run(as_planned(item), morning_of(item) + timedelta(seconds=2)))
        await lea.waits_for("déjà cette sortie", after=noted)
        assert len(await logs_of(chat, lea)) == 1


async def test_a_run_of_another_length_is_asked_about(tmp_path: Path) -> None:
    async with chatting(tmp_path) as chat:
        lea = chat.telegram.runner()
        item = await has_a_session_today(chat, lea)
        await lea.sends_document("a.tcx", tcx_run([Stretch(500, 400)], morning_of(item)))
        await lea.waits_for("La longueur ne ressemble pas")
        await lea.taps("Une sortie en plus")
        await lea.waits_for("Noté en plus")
        (log,) = await logs_of(chat, lea)
        assert log.session_id is None
        assert log.distance_km == pytest.approx(1.25, abs=0.02)


async def test_a_run_that_is_not_wanted_leaves_nothing(tmp_path: Path) -> None:
    async with chatting(tmp_path) as chat:
        lea = chat.telegram.runner()
        item = await has_a_session_today(chat, lea)
        await lea.sends_document("a.tcx", tcx_run([Stretch(500, 400)], morning_of(item)))
        asked = await lea.waits_for("La longueur ne ressemble pas")
        await lea.taps("Ne pas la noter")
        await lea.waits_for("je n’en garde rien")
        assert await logs_of(chat, lea) == ()
        await lea.taps_data(asked.message_id, "av:1:x")
        async with chat.database.reading() as connection:
            assert await activities.signals(connection, lea.id, datetime(2026, 1, 1, tzinfo=UTC).date()) == ()
        assert await logs_of(chat, lea) == ()


async def test_a_run_on_a_rest_day_or_without_a_plan_is_an_extra_one(tmp_path: Path) -> None:
    async with chatting(tmp_path) as chat:
        lea = chat.telegram.runner()
        await lea.sends_document("a.tcx", tcx_run([Stretch(1800, 360)], chat.clock.now - timedelta(hours=2)))
        await lea.waits_for("Noté en plus")
        (log,) = await logs_of(chat, lea)
        assert (log.session_id, log.kind) == (None, "easy")


async def test_a_caption_tells_the_effort(tmp_path: Path) -> None:
    async with chatting(tmp_path) as chat:
        lea = chat.telegram.runner()
        item = await has_a_session_today(chat, lea)
        await lea.sends_document("a.tcx", tcx_run(as_planned(item), morning_of(item)), caption="effort 5")
        await lea.waits_for("effort 5 sur 10")
        (log,) = await logs_of(chat, lea)
        assert log.rpe == 5


BROKEN_CRC = bytes([*fit_run([Stretch(600)])[:-1], 0x00])
REFUSED = {
    "bad crc": ("a.fit", BROKEN_CRC, "incomplet", "incomplete"),
    "truncated fit": ("a.fit", fit_run([Stretch(600)])[:200], "incomplet", "incomplete"),
    "no fit": ("a.fit", b"hello, this is not a recording", "ni un .fit", "no .fit"),
    "no track": (
        "a.tcx",
        tcx_run([Stretch(600)]).replace(b"Trackpoint", b"Nothing"),
        "aucune trace",
        "no run",
    ),
    "truncated": ("a.tcx", tcx_run([Stretch(600)])[:-60], "incomplet", "incomplete"),
    "laughs": ("a.tcx", billion_laughs().replace(b"gpx", b"TrainingCenterDatabase"), "DTD", "DTD"),
    "deep": ("a.tcx", b"<TrainingCenterDatabase>" + b"<a>" * 200_000, "imbriqué", "nested"),
    "empty": ("a.tcx", b" \n", "vide", "empty"),
    "zip": ("a.zip", zipped(), "compressé", "compressed"),
    "gzip": ("a.fit.gz", b"\x1f\x8b" + bytes(100), "compressé", "compressed"),
    "ride": ("a.tcx", tcx_run([Stretch(600)], sport="Biking"), "vélo", "bike"),
    "fit ride": ("a.fit", fit_run([Stretch(600)], sport="cycling"), "vélo", "bike"),
    "as fast as a car": ("a.tcx", tcx_run([Stretch(600, 100)]), "plus vite", "faster"),
    "short": ("a.gpx", gpx_run([Stretch(40)]), "trop courte", "too short"),
    "too large": ("a.fit", bytes(20_000_001), "20", "20"),
}


@pytest.mark.parametrize("language", ["fr", "en"])
async def test_what_is_no_run_gets_one_sentence_and_leaves_nothing(
    tmp_path: Path, language: Language
) -> None:
    async with chatting(tmp_path) as chat:
        lea = chat.telegram.runner(language_code=language)
        await has_plan(chat, lea, plain_profile(language))
        for name, content, french, english in REFUSED.values():
            sent = await lea.sends_document(name, content)
            said = await lea.waits_for(french if language == "fr" else english, after=sent)
            assert said.text.endswith(".")
        assert await logs_of(chat, lea) == ()


async def test_a_watch_ahead_of_its_time_is_told(tmp_path: Path) -> None:
    async with chatting(tmp_path) as chat:
        lea = chat.telegram.runner()
        await has_plan(chat, lea, plain_profile())
        await lea.sends_document("a.tcx", tcx_run([Stretch(1800)], chat.clock.now + timedelta(days=3)))
        await lea.waits_for("dans le futur")
        assert await logs_of(chat, lea) == ()


@pytest.mark.parametrize("language", ["fr", "en"])
async def test_three_sessions_that_agree_offer_other_paces(tmp_path: Path, language: Language) -> None:
    french = language == "fr"
    async with chatting(tmp_path) as chat:
        lea = chat.telegram.runner(language_code=language)
        profile = replace(plain_profile(language), reference=Performance(10_000, 3000))
        before = await has_plan(chat, lea, profile)
        hard = three_in_three_weeks(hard_sessions(before))
        for item in hard:
            chat.clock.now = morning_of(item) + timedelta(hours=5)
            last = lea.chat[-1] if lea.chat else None
            await lea.sends_document(
                "a.fit", fit_run(faster(item, 0.95), morning_of(item)), caption="effort 4"
            )
            await lea.waits_for("4 sur 10" if french else "4 out of 10", after=last)
        offer = await lea.waits_for("pris un temps d’avance" if french else "outgrown", after=last)
        assert "VDOT" in offer.text
        await lea.taps("Appliquer" if french else "Apply", offer)
        await lea.waits_for("Nouvelles allures" if french else "New paces")
        after = await plan_of(chat, lea)
        assert (after.program.vdot or 0) > (before.program.vdot or 0) > 0
        assert after.profile.reference != before.profile.reference
        coming, same = hard_sessions(after)[-1], hard_sessions(before)[-1]
        assert coming.id == same.id
        assert coming.session.distance_km == same.session.distance_km
        assert coming.session.workout_structure != same.session.workout_structure
        await lea.taps("Annuler" if french else "Undo")
        await lea.waits_for("comme avant" if french else "as it was")
        again = await plan_of(chat, lea)
        assert (again.program, again.profile) == (before.program, before.profile)


def hard_sessions(stored: StoredProgram) -> list[StoredSession]:
    """Those with a threshold or interval pace."""
    return [
        item
        for week in stored.weeks
        for item in week.sessions
        if any(
            part.zone in "TI" and "/km" in (part.pace_target or "") for part in item.session.intervals or ()
        )
    ]


def three_in_three_weeks(items: list[StoredSession]) -> list[StoredSession]:
    for first in range(len(items) - 2):
        dates = [item.session.date for item in items[first : first + 3]]
        if dates[0] and dates[2] and (dates[2] - dates[0]).days <= 21:
            return items[first : first + 3]
    raise AssertionError("this plan has no such weeks")


def faster(item: StoredSession, factor: float) -> list[Stretch]:
    """The session as planned, its work run faster; one lap a step, as a watch does."""
    blocks = session_blocks(item.session)
    found = []
    for segment in segments(blocks):
        pace = blocks[segment.block].pace if segment.role == "work" else None
        s_per_km = pace.min_s_per_km * factor if pace else 400.0
        seconds = segment.minutes * 60 * (factor if pace else 1.0)
        found.append(Stretch(max(5, round(seconds / 5) * 5), s_per_km))
    return found
