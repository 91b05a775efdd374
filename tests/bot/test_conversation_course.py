"""A GPX course in the chat, through the real bot: told, prepared, refused."""

from pathlib import Path

import pytest

from storage import programs
from tests.bot.chatting import answers, chatting, has_button, onboards
from tests.core.test_course import billion_laughs, gpx, hill

COURSE = gpx(
    hill(300, up_m=5000),
    before='<wpt lat="45" lon="5"><name>Ravito &lt;1&gt;</name></wpt>',
    name="Boucle des Crêtes",
)


@pytest.mark.parametrize("language", ["fr", "en"])
async def test_a_course_is_told_and_prepared_from_the_last_answers(tmp_path: Path, language: str) -> None:
    french = language == "fr"
    async with chatting(tmp_path) as chat:
        lea = chat.telegram.runner(language_code=language)
        await onboards(lea, language)
        await lea.sends_document("cretes.gpx", COURSE, "application/gpx+xml")
        told = await lea.waits_for("Boucle des Crêtes")
        assert "10\u202fkm" in told.text
        assert "Ravito <1>" in told.text
        await lea.taps("Préparer cette course" if french else "Prepare for this race", told)
        await lea.waits_for(lambda message: has_button(message, "Je ne sais pas encore", "I don’t know yet"))
        last = lea.last
        await lea.says("11 avril 2027" if french else "11 April 2027")
        summary = await lea.waits_for("Boucle des Crêtes", after=last)
        await lea.taps("Créer mon plan" if french else "Create my plan", summary)
        await lea.waits_for(lambda message: message.media is not None, after=summary)
        async with chat.database.reading() as connection:
            stored = await programs.active(connection, lea.id)
    assert stored is not None
    assert stored.profile.race is not None
    assert stored.profile.race.distance_km == pytest.approx(10, abs=0.05)
    assert stored.profile.race.climb_m == pytest.approx(300, abs=10)


async def test_a_newcomer_is_asked_first_and_taps_again_at_the_race(tmp_path: Path) -> None:
    async with chatting(tmp_path) as chat:
        lea = chat.telegram.runner()
        await lea.sends_document("cretes.gpx", COURSE)
        told = await lea.waits_for("Boucle des Crêtes")
        await lea.taps("Préparer cette course", told)
        await lea.waits_for("D’abord quelques questions")
        await answers(lea, ["c’est parti", "Intermédiaire", "10 km", "3"])
        asked = await lea.waits_for(lambda message: has_button(message, "Pas de course prévue"))
        await lea.taps("Préparer cette course", told)
        await lea.waits_for(lambda message: has_button(message, "Je ne sais pas encore"), after=asked)


async def test_only_the_last_course_can_be_prepared(tmp_path: Path) -> None:
    async with chatting(tmp_path) as chat:
        lea = chat.telegram.runner()
        await onboards(lea)
        await lea.sends_document("a.gpx", COURSE)
        first = await lea.waits_for("Boucle des Crêtes")
        await lea.sends_document("b.gpx", gpx(hill(10), name="Autre"))
        await lea.waits_for("Autre")
        await lea.taps("Préparer cette course", first)
        await lea.waits_for("plus en mémoire")


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (b"<gpx></gpx>", "pas de trace"),
        (billion_laughs(), "DTD"),
        (COURSE[:-400], "incomplet"),
        (bytes(20_000_001), "20\u202fMo"),
    ],
)
async def test_a_file_that_is_no_course_gets_a_sentence(
    tmp_path: Path, content: bytes, sentence: str
) -> None:
    async with chatting(tmp_path) as chat:
        lea = chat.telegram.runner()
        await onboards(lea)
        await lea.sends_document("course.gpx", content)
        await lea.waits_for(sentence)


async def test_other_documents_are_no_courses(tmp_path: Path) -> None:
    async with chatting(tmp_path) as chat:
        lea = chat.telegram.runner()
        last = await onboards(lea)
        await lea.sends_document("cv.pdf", b"%PDF-1.7")
        await lea.waits_for("pas compris", after=last)
