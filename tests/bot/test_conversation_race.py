"""The race of a plan, through the real bot: its week, its eve, its morning, its result, what follows."""

from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path

import pytest

from core.athlete import Goal, Language, Level, Performance, Race, RunnerProfile, Terrain
from storage import programs, races, session_logs
from storage.programs import StoredProgram
from tests.bot.chatting import Chat, chatting, has_button
from tests.bot.planned import has_plan
from tests.core.test_course import gpx, hill
from tests.recordings import Stretch, gpx_run, tcx_run
from tests.telegram import Runner

RACE_DAY = date(2027, 1, 31)
TEN_K = Performance(10_000, 3000)
TEN_K_RACE = Race("Les Foulées", 10.0)


TOLD = {"dnf": ("pas terminé", "did not finish"), "dns": ("pas pris le départ", "did not start")}


@dataclass(frozen=True)
class Wanted:
    race: Race | None = TEN_K_RACE
    goal: Goal = Goal.TEN_K
    reference: Performance | None = TEN_K


async def has_a_race(
    chat: Chat, runner: Runner, days_before: int, language: Language = "fr", wanted: Wanted | None = None
) -> StoredProgram:
    """A plan for a race that is so many days ahead at five in the afternoon."""
    wanted = wanted or Wanted()
    profile = RunnerProfile(
        level=Level.INTERMEDIATE,
        goal=wanted.goal,
        sessions_per_week=4,
        target_date=RACE_DAY,
        reference=wanted.reference,
        race=wanted.race,
        current_km_per_week=40,
        language=language,
    )
    stored = await has_plan(chat, runner, profile)
    chat.clock.now = at(RACE_DAY - timedelta(days=days_before), time(16))
    return stored


def at(day: date, hour: time) -> datetime:
    return datetime.combine(day, hour, tzinfo=UTC)


def word(language: str, french: str, english: str) -> str:
    return french if language == "fr" else english


@pytest.mark.parametrize("language", ["fr", "en"])
async def test_the_race_week(tmp_path: Path, language: Language) -> None:
    async with chatting(tmp_path) as chat:
        lea = chat.telegram.runner(language_code=language)
        await has_a_race(chat, lea, 6, language)
        await lea.says("/race")
        shown = await lea.waits_for("Les Foulées")
        assert word(language, "dans 6", "in 6") in shown.text
        assert word(language, "Ce qui reste", "What is left") in shown.text
        assert "10\u202fkm" in shown.text
        await lea.taps(word(language, "Allures km par km", "Paces by km"), shown)
        table = await lea.waits_for(word(language, "Temps à effort constant", "constant effort"), after=shown)
        assert "50:0" in table.text
        assert len([line for line in table.text.splitlines() if line.startswith("10 ")]) == 1
        await lea.taps(word(language, "Mon sac", "My bag"), shown)
        bag = await lea.waits_for(word(language, "Ton sac", "Your bag"), after=table)
        await lea.taps(word(language, "Montre chargée", "Watch, charged"), bag)
        await lea.waits_for(lambda message: has_button(message, "✅"))
        async with chat.database.reading() as connection:
            assert (await races.notes(connection, lea.id)).packed == {"watch"}


async def test_the_weather_changes_paces_and_bag(tmp_path: Path) -> None:
    async with chatting(tmp_path) as chat:
        lea = chat.telegram.runner()
        await has_a_race(chat, lea, 3)
        await lea.says("/course")
        shown = await lea.waits_for("dans 3\u202fjours")
        await lea.taps("Météo du jour", shown)
        await lea.waits_for("Quelle température")
        await lea.says("27")
        kept = await lea.waits_for("27\u202f°C")
        await lea.taps("Allures km par km", kept)
        await lea.waits_for("La chaleur annoncée")
        await lea.taps("Mon sac", kept)
        await lea.waits_for(lambda message: has_button(message, "Casquette"))


async def test_what_comes_by_itself(tmp_path: Path) -> None:
    async with chatting(tmp_path) as chat:
        lea = chat.telegram.runner()
        await lea.says("/race")  # who never wrote cannot be written to
        await lea.waits_for("pas de course dans ton plan")
        await has_a_race(chat, lea, 7)
        chat.clock.now = at(RACE_DAY - timedelta(days=7), time(18, 31))
        await lea.waits_for("semaine de course commence", timeout_s=15)
        chat.clock.now = at(RACE_DAY - timedelta(days=1), time(18, 31))
        eve = await lea.waits_for("Demain, Les Foulées", timeout_s=15)
        assert "mettre dans le sac" in eve.text
        chat.clock.now = at(RACE_DAY, time(6, 1))
        morning = await lea.waits_for("C’est aujourd’hui", timeout_s=15)
        assert "Premier kilomètre" in morning.text
        assert not has_button(morning, "En forme")
        chat.clock.now = at(RACE_DAY, time(18, 31))
        await lea.waits_for("comment ça s’est passé", after=morning, timeout_s=15)
        await lea.says("48:10")
        await lea.waits_for("48:10, soit 4:49/km")
        offer = await lea.waits_for("VDOT")
        await lea.taps("Appliquer", offer)
        await lea.waits_for("Nouvelles allures")
        async with chat.database.reading() as connection:
            stored = await programs.active(connection, lea.id)
            result = await races.result_on(connection, lea.id, RACE_DAY)
        assert stored is not None
        assert stored.profile.reference == Performance(10_000, 2890)
        assert result is not None
        assert result.time_s == 2890


@pytest.mark.parametrize("language", ["fr", "en"])
@pytest.mark.parametrize("button", ["dnf", "dns"])
async def test_a_race_not_finished_or_not_started(tmp_path: Path, language: Language, button: str) -> None:
    async with chatting(tmp_path) as chat:
        lea = chat.telegram.runner(language_code=language)
        await has_a_race(chat, lea, 0, language)
        await lea.says("/race")
        shown = await lea.waits_for("Les Foulées")
        await lea.taps_data(shown.message_id, f"ra:{button}")
        key = {"dnf": ("pas terminé", "did not finish"), "dns": ("pas pris le départ", "did not start")}[
            button
        ]
        told = await lea.waits_for(word(language, *key))
        assert has_button(told, word(language, "prochain objectif", "next goal"))
        await lea.says("/race")
        await lea.waits_for(word(language, "pas terminée" if button == "dnf" else "pas courue", "not "))


async def test_no_result_before_the_race(tmp_path: Path) -> None:
    async with chatting(tmp_path) as chat:
        lea = chat.telegram.runner()
        await has_a_race(chat, lea, 3)
        await lea.says("/race")
        shown = await lea.waits_for("Les Foulées")
        await lea.taps_data(shown.message_id, "ra:time:2890")
        await lea.taps_data(shown.message_id, "ra:dnf")
        await lea.says("/race")
        await lea.waits_for("dans 3\u202fjours", after=shown)
        async with chat.database.reading() as connection:
            assert await races.result_on(connection, lea.id, RACE_DAY) is None


async def test_a_time_nobody_runs_is_asked_again(tmp_path: Path) -> None:
    async with chatting(tmp_path) as chat:
        lea = chat.telegram.runner()
        await has_a_race(chat, lea, -1)
        await lea.says("/race")
        await lea.waits_for("comment ça s’est passé")
        await lea.says("12:00")
        await lea.waits_for("pas possible sur 10\u202fkm")
        await lea.says("en 47'30")
        await lea.waits_for("47:30, soit")


async def test_a_trail_gets_a_range_and_no_level(tmp_path: Path) -> None:
    async with chatting(tmp_path) as chat:
        lea = chat.telegram.runner()
        trail = Race("Trail des Loups", 30.0, climb_m=1600, descent_m=1600, terrain=Terrain.TRAIL)
        await has_a_race(chat, lea, 0, wanted=Wanted(trail, Goal.HALF_MARATHON))
        await lea.says("/race")
        shown = await lea.waits_for(lambda m: "Trail des Loups" in m.text and " à " in m.text)
        await lea.taps("Mon sac", shown)
        await lea.waits_for(lambda message: has_button(message, "Bâtons"))
        await lea.taps_data(shown.message_id, "ra:time:16200")
        told = await lea.waits_for("4\u202fh\u202f30")
        await lea.says("/race")
        await lea.waits_for("Trail des Loups", after=told)
        assert not any("VDOT" in message.text for message in lea.from_bot)


async def test_without_a_level_the_race_is_run_by_effort(tmp_path: Path) -> None:
    async with chatting(tmp_path) as chat:
        lea = chat.telegram.runner()
        await has_a_race(chat, lea, 5, wanted=Wanted(reference=None))
        await lea.says("/race")
        shown = await lea.waits_for("Les Foulées")
        await lea.taps("Allures km par km", shown)
        told = await lea.waits_for("cours cette course à l’effort")
        assert "Premier tiers" in told.text


async def test_without_a_race_the_way_to_one_is_told(tmp_path: Path) -> None:
    async with chatting(tmp_path) as chat:
        lea = chat.telegram.runner()
        await lea.says("/race")
        await lea.waits_for("pas de course dans ton plan")


async def test_the_course_of_the_race_is_kept_and_paced(tmp_path: Path) -> None:
    async with chatting(tmp_path) as chat:
        lea = chat.telegram.runner()
        await has_a_race(chat, lea, 5)
        await lea.sends_document("course.gpx", gpx(hill(150, up_m=5000), name="Les Foulées 2027"))
        told = await lea.waits_for(lambda message: has_button(message, "parcours de ma course"))
        await lea.taps("C’est le parcours de ma course", told)
        await lea.waits_for("C’est noté")
        await lea.says("/race")
        shown = await lea.waits_for("dans 5\u202fjours")
        await lea.taps("Allures km par km", shown)
        profile = await lea.waits_for(lambda message: message.media is not None, after=shown)
        table = await lea.waits_for("effort vaut", after=profile)
        assert "+30" in table.text
        chat.clock.now = at(RACE_DAY, time(16))
        await lea.taps_data(shown.message_id, "ra:time:3300")
        told = await lea.waits_for("55:00, soit")
        await lea.says("/race")
        await lea.waits_for("55:00.", after=told)
        assert not any("VDOT" in message.text for message in lea.from_bot)  # too hilly to tell a level


async def test_the_file_of_the_race_gives_its_time(tmp_path: Path) -> None:
    async with chatting(tmp_path) as chat:
        lea = chat.telegram.runner()
        await has_a_race(chat, lea, 0)
        run = tcx_run([Stretch(2890, 288.9)], at(RACE_DAY, time(9)))
        await lea.sends_document("race.tcx", run)
        asked = await lea.waits_for(lambda message: has_button(message, "C’est mon temps"))
        await lea.taps("C’est mon temps", asked)
        await lea.waits_for("48:10, soit")
        async with chat.database.reading() as connection:
            logs = await session_logs.since(connection, lea.id, RACE_DAY)
        assert [log.kind for log in logs] == ["race"]


async def test_a_race_noted_as_done_is_asked_for_its_time(tmp_path: Path) -> None:
    async with chatting(tmp_path) as chat:
        lea = chat.telegram.runner()
        await has_a_race(chat, lea, 0)
        await lea.says("fait")
        await lea.waits_for("Noté")
        await lea.says("/race")
        await lea.waits_for("comment ça s’est passé")
        await lea.says("8 km 45 min effort 5")  # another run, told the usual way
        await lea.waits_for("Noté en plus")
        await lea.says("0:47:30")
        await lea.waits_for("47:30, soit")


async def test_a_recorded_track_as_long_as_the_race_is_asked_about(tmp_path: Path) -> None:
    async with chatting(tmp_path) as chat:
        lea = chat.telegram.runner()
        await has_a_race(chat, lea, 5)
        await lea.sends_document(
            "foulees-2026.gpx", gpx_run([Stretch(3000, 300)], at(date(2026, 2, 1), time(9)))
        )
        asked = await lea.waits_for("ou le parcours de la course")
        await lea.taps("Le parcours de ma course", asked)
        await lea.waits_for("C’est noté")
        async with chat.database.reading() as connection:
            course = (await races.notes(connection, lea.id)).course
        assert course is not None
        assert course.distance_km == pytest.approx(10, abs=0.1)
