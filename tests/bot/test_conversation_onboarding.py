"""Onboarding through the real bot and the local Bot API: what a runner sees."""

from datetime import timedelta
from pathlib import Path

import pytest

from storage import dialogues, programs, runners
from tests.bot.chatting import TAPS_EN, TAPS_FR, Clock, answers, chatting, has_button, onboards
from tests.bot.running import running_bot
from tests.telegram import LocalTelegram, Runner, buttons


@pytest.mark.parametrize(
    ("language", "title", "saved"),
    [("fr", "Ton plan 10 km : 10 semaines", "Niveau : "), ("en", "Your 10K plan: 10 weeks", "Level: ")],
)
async def test_taps_lead_to_a_plan_and_its_picture(
    tmp_path: Path, language: str, title: str, saved: str
) -> None:
    async with chatting(tmp_path) as chat:
        lea = chat.telegram.runner("Léa", language)
        picture = await onboards(lea, language)
        assert picture.media is not None
        texts = [message.text.replace("\u202f", " ").replace("\u00a0", " ") for message in lea.from_bot]
        assert any(title in text for text in texts)
        assert any(saved in text for text in texts)
        async with chat.database.reading() as connection:
            stored = await programs.active(connection, lea.id)
            runner = await runners.find(connection, lea.id)
            assert await dialogues.load(connection, lea.id, "onboarding") is None
        assert stored is not None
        assert stored.language == language
        assert runner is not None
        assert runner.consent_version == 1


async def test_words_lead_to_a_plan(tmp_path: Path) -> None:
    async with chatting(tmp_path) as chat:
        lea = chat.telegram.runner()
        for text, wanted in (
            ("/start", "Salut Léa"),
            ("oui", "Où en es-tu"),
            ("je débute", "Quel est ton objectif"),
            ("semi", "Combien de séances"),
            ("quatre", "Tu prépares une course"),
            ("dans 14 semaines", "Un chrono récent"),
            ("55:00 sur 10", "Combien de kilomètres"),
            ("12,5", "Une douleur"),
            ("genou gauche <b>sensible</b>", "On est d’accord"),
        ):
            await lea.says(text)
            await lea.waits_for(wanted)
        summary = lea.last.text
        assert "genou gauche <b>sensible</b>" in summary
        assert "12,5\u202fkm" in summary
        await lea.says("créer mon plan")
        await lea.waits_for(lambda message: message.media is not None)


async def at_sessions(lea: Runner) -> None:
    await lea.says("/start")
    await answers(lea, TAPS_FR[:3])
    await lea.waits_for("Combien de séances")


BAD_ANSWERS = ("🏃", "x" * 4096, "<script>", "שלום עולם", "-5", "12,5", "7h30", "&lt;", "a_b*c`d[")


async def test_a_bad_answer_brings_the_question_again(tmp_path: Path) -> None:
    async with chatting(tmp_path) as chat:
        lea = chat.telegram.runner()
        await at_sessions(lea)
        asked = lea.last
        for text in BAD_ANSWERS:
            await lea.says(text)
            asked = await lea.waits_for("nombre entier de 2 à 7", after=asked)
            assert buttons(asked)[0] == ["2", "3", "4"]
        await lea.taps("4", asked)
        await lea.waits_for("Tu prépares une course")


async def test_what_is_no_text_brings_the_question_again(tmp_path: Path) -> None:
    async with chatting(tmp_path) as chat:
        lea = chat.telegram.runner()
        await at_sessions(lea)
        for send, said in (
            (lea.sends_voice, "messages vocaux"),
            (lea.sends_sticker, "stickers"),
            (lea.sends_location, "position"),
        ):
            asked = lea.last
            await send()
            again = await lea.waits_for(said, after=asked)
            assert "Combien de séances" in again.text


async def test_a_stale_and_a_forged_button_bring_the_question_again(tmp_path: Path) -> None:
    async with chatting(tmp_path) as chat:
        lea = chat.telegram.runner()
        await at_sessions(lea)
        asked = lea.last
        for data in ("ob:nope:sessions:4", "ob:", "ob:x:y:z:🙃"):
            await lea.taps_data(asked.message_id, data)
            again = await lea.waits_for("plus valable", after=asked)
            assert "Combien de séances" in again.text
            asked = again
        query = await lea.taps_data(asked.message_id, "zz:unknown")
        answer = await lea.waits_for_answer(query)
        assert "plus valable" in str(answer["text"])


async def test_two_taps_at_once_count_once(tmp_path: Path) -> None:
    async with chatting(tmp_path) as chat:
        lea = chat.telegram.runner()
        await at_sessions(lea)
        question = lea.last
        await lea.taps("3", question)
        await lea.taps("5", question)
        await lea.waits_for("Tu prépares une course")
        await lea.says("marathon paris")
        await lea.waits_for("C’est laquelle")
        assert sum("Tu prépares une course" in message.text for message in lea.from_bot) == 1
        async with chat.database.reading() as connection:
            stored = await dialogues.load(connection, lea.id, "onboarding")
        assert stored is not None
        assert stored.state["dialogue"]["answers"]["sessions_per_week"] == 3


async def test_an_edited_message_corrects_its_answer(tmp_path: Path) -> None:
    async with chatting(tmp_path) as chat:
        lea = chat.telegram.runner()
        await at_sessions(lea)
        said = await lea.says("3")
        await lea.waits_for("Tu prépares une course")
        await lea.edits(said.message_id, "5")
        await lea.waits_for("correction est prise en compte")
        async with chat.database.reading() as connection:
            stored = await dialogues.load(connection, lea.id, "onboarding")
        assert stored is not None
        assert stored.state["dialogue"]["answers"]["sessions_per_week"] == 5


async def test_start_in_the_middle_offers_to_go_on_or_begin_again(tmp_path: Path) -> None:
    async with chatting(tmp_path) as chat:
        lea = chat.telegram.runner()
        await at_sessions(lea)
        await lea.says("/start")
        await answers(lea, ["Continuer"])
        resumed = await lea.waits_for(lambda message: has_button(message, "7"))
        assert "Combien de séances" in resumed.text
        await lea.says("/start")
        await answers(lea, ["Recommencer du début"])
        await lea.waits_for("Salut Léa", after=resumed)


async def test_a_command_in_the_middle_is_answered_and_the_question_asked_again(tmp_path: Path) -> None:
    async with chatting(tmp_path) as chat:
        lea = chat.telegram.runner()
        await at_sessions(lea)
        asked = lea.last
        for command in ("/help", "/today", "/week", "/plan", "/privacy", "/nonsense"):
            await lea.says(command)
            asked = await lea.waits_for("Combien de séances", after=asked)
        await lea.says("4")
        await lea.waits_for("Tu prépares une course")


async def test_stopping_is_confirmed_and_forgets_the_answers(tmp_path: Path) -> None:
    async with chatting(tmp_path) as chat:
        lea = chat.telegram.runner()
        await at_sessions(lea)
        await lea.says("/cancel")
        await answers(lea, ["Arrêter et effacer"])
        await lea.waits_for("tes réponses sont effacées")
        await lea.says("/cancel")
        await lea.waits_for("rien à arrêter")


async def test_a_half_finished_conversation_survives_a_restart(tmp_path: Path) -> None:
    async with LocalTelegram() as telegram:
        lea = telegram.runner()
        async with running_bot(telegram, tmp_path):
            await at_sessions(lea)
        await lea.says("4")
        async with running_bot(telegram, tmp_path):
            await lea.waits_for("Tu prépares une course")


async def test_a_dialogue_of_another_version_starts_afresh(tmp_path: Path) -> None:
    async with chatting(tmp_path) as chat:
        lea = chat.telegram.runner()
        await at_sessions(lea)
        async with chat.database.transaction() as connection:
            await dialogues.save(connection, lea.id, "onboarding", {"version": 99}, now=chat.clock.now)
        await lea.says("4")
        await lea.waits_for("On reprend du début")


async def test_the_first_screen_changes_language(tmp_path: Path) -> None:
    async with chatting(tmp_path) as chat:
        lea = chat.telegram.runner()
        await lea.says("/start")
        await answers(lea, ["Switch to English"])
        welcome = await lea.waits_for("Hi Léa")
        await lea.taps("let’s go", welcome)
        await answers(lea, TAPS_EN[1:3])
        await lea.waits_for("How many sessions")


async def test_an_unknown_runner_who_just_talks_is_welcomed(tmp_path: Path) -> None:
    async with chatting(tmp_path) as chat:
        lea = chat.telegram.runner("Léa <b>", "en")
        await lea.says("hello")
        await lea.waits_for("Hi Léa <b>!")


async def test_a_field_is_changed_from_the_summary(tmp_path: Path) -> None:
    async with chatting(tmp_path) as chat:
        lea = chat.telegram.runner()
        await lea.says("/start")
        await answers(lea, [*TAPS_FR, "Modifier", "Séances", "5"])
        summary = await lea.waits_for(lambda message: has_button(message, "Créer mon plan"))
        assert "5 par semaine" in summary.text


async def test_a_plan_whose_race_has_passed_meanwhile_is_refused_with_a_way_on(tmp_path: Path) -> None:
    clock = Clock()
    async with chatting(tmp_path, clock) as chat:
        lea = chat.telegram.runner()
        await lea.says("/start")
        await answers(lea, [*TAPS_FR[:4], "8 sem.", *TAPS_FR[5:]])
        summary = await lea.waits_for(lambda message: has_button(message, "Créer mon plan"))
        clock.now += timedelta(days=100)
        await lea.taps("Créer mon plan", summary)
        again = await lea.waits_for(lambda message: has_button(message, "Créer mon plan"), after=summary)
        assert "passé" in again.text
        await answers(lea, ["Modifier", "Course"])
        await lea.says("dans 10 semaines")
        changed = await lea.waits_for(lambda message: has_button(message, "Créer mon plan"), after=again)
        await lea.taps("Créer mon plan", changed)
        await lea.waits_for(lambda message: message.media is not None)
