"""The plan in the chat: weeks, days, today, settings, language and erasing, through the real bot."""

from datetime import timedelta
from pathlib import Path

from core.athlete import Performance
from storage import dialogues, inbox, programs, runners
from tests.bot.chatting import NOW, TAPS_FR, Clock, answers, chatting, has_button, onboards
from tests.telegram import buttons


async def test_weeks_turn_in_one_message(tmp_path: Path) -> None:
    async with chatting(tmp_path) as chat:
        lea = chat.telegram.runner()
        picture = await onboards(lea)
        await lea.taps("Voir la semaine 1", picture)
        week = await lea.waits_for("Semaine 1 sur 10")
        assert ["Sem. 2 ▶"] in buttons(week)
        await answers(lea, ["Sem. 2 ▶", "Sem. 3 ▶", "◀ Sem. 2"])
        turned = await lea.waits_for("Semaine 2 sur 10")
        assert turned.message_id == week.message_id
        assert len([line for line in turned.text.splitlines() if " · repos" in line]) == 4


async def test_a_day_opens_and_leads_back_to_its_week(tmp_path: Path) -> None:
    async with chatting(tmp_path) as chat:
        lea = chat.telegram.runner()
        await onboards(lea)
        await lea.says("/semaine")
        week = await lea.waits_for("Semaine 1 sur 10")
        first_day = buttons(week)[0][0]
        await answers(lea, [first_day])
        day = await lea.waits_for("Pourquoi")
        assert day.message_id == week.message_id
        assert has_button(day, "▶")
        await answers(lea, ["Sem. 1"])
        await lea.waits_for("Touche un jour")


async def test_today_before_in_and_after_the_plan(tmp_path: Path) -> None:
    clock = Clock()
    async with chatting(tmp_path, clock) as chat:
        lea = chat.telegram.runner()
        last = await onboards(lea)
        await lea.says("/today")
        last = await lea.waits_for("Ton plan commence lundi 23 novembre", after=last)
        assert "Prochaine séance" in last.text
        for days, wanted in (
            (3, "Lundi 23 novembre"),
            (4, "Mardi 24 novembre"),
            (100, "Ton plan est terminé"),
        ):
            clock.now = NOW + timedelta(days=days)
            await lea.says("aujourd'hui")
            last = await lea.waits_for(wanted, after=last)
        assert has_button(last, "Préparer un nouveau plan")


async def test_today_leads_through_the_easy_weeks_before_a_far_race(tmp_path: Path) -> None:
    clock = Clock()
    async with chatting(tmp_path, clock) as chat:
        lea = chat.telegram.runner()
        await lea.says("/start")
        await answers(lea, (*TAPS_FR[:4], "Pas de course", *TAPS_FR[5:]))
        await answers(lea, ["Modifier", "Course"])
        await lea.says("27 juin 2027")
        await lea.waits_for("27 juin 2027")
        await lea.taps("Créer mon plan")
        last = await lea.waits_for(lambda message: message.media is not None)
        await lea.says("/today")
        last = await lea.waits_for("Tes semaines faciles commencent lundi 23 novembre", after=last)
        assert "Prochaine séance" in last.text
        assert "novembre" in last.text.split("Prochaine séance")[1]
        clock.now = NOW + timedelta(days=4)
        await lea.says("/today")
        await lea.waits_for("D’ici là, on entretient", after=last)


async def test_a_new_plan_starts_from_the_last_answers(tmp_path: Path) -> None:
    async with chatting(tmp_path) as chat:
        lea = chat.telegram.runner()
        await onboards(lea)
        await lea.says("/start")
        await answers(lea, [])
        asked = await lea.waits_for("Tu as déjà un plan")
        await lea.taps("Préparer un nouveau plan", asked)
        summary = await lea.waits_for("On est d’accord")
        assert "3 par semaine" in summary.text


async def test_a_week_of_an_earlier_plan_shows_the_current_one(tmp_path: Path) -> None:
    async with chatting(tmp_path) as chat:
        lea = chat.telegram.runner()
        picture = await onboards(lea)
        for data in ("wk:99:1", "wk:1:99", "wk:", "dy:999999", "dy:x"):
            last = lea.last
            await lea.taps_data(picture.message_id, data)
            await lea.waits_for("ancien plan", after=last)


async def test_one_runner_cannot_open_the_plan_of_another(tmp_path: Path) -> None:
    async with chatting(tmp_path) as chat:
        lea, tom = chat.telegram.runner(), chat.telegram.runner("Tom")
        await onboards(lea)
        picture = await onboards(tom)
        async with chat.database.reading() as connection:
            stored = await programs.active(connection, lea.id)
        assert stored is not None
        await tom.taps_data(picture.message_id, f"dy:{stored.weeks[0].sessions[1].id}")
        await tom.waits_for("ancien plan")


async def test_settings_rebuild_the_plan_after_showing_the_difference(tmp_path: Path) -> None:
    async with chatting(tmp_path) as chat:
        lea = chat.telegram.runner()
        await onboards(lea)
        await lea.says("/settings")
        await answers(lea, ["Mon plan", "Séances", "5"])
        offer = await lea.waits_for("Après\u00a0: 5 séances")
        assert "Avant\u00a0: 3 séances" in offer.text
        await lea.taps("Refaire mon plan", offer)
        await lea.waits_for("nouveau plan est prêt")
        await lea.waits_for("5 séances par semaine")
        async with chat.database.reading() as connection:
            stored = await programs.active(connection, lea.id)
        assert stored is not None
        assert stored.profile.sessions_per_week == 5


async def test_settings_are_typed_too_and_can_be_left_alone(tmp_path: Path) -> None:
    async with chatting(tmp_path) as chat:
        lea = chat.telegram.runner()
        await onboards(lea)
        await lea.says("/settings")
        await answers(lea, ["Mon plan", "Km par semaine"])
        for text, wanted in (
            ("beaucoup", "pas compris"),
            ("x" * 4000, "pas compris"),
            ("32,5", "32,5\u202fkm"),
        ):
            last = lea.last
            await lea.says(text)
            await lea.waits_for(wanted, after=last)
        await answers(lea, ["Jours", "lun.", "mer.", "C’est tout"])
        last = lea.last
        await answers(lea, ["Jours", "lun.", "mer.", "sam.", "C’est tout"])
        offer = await lea.waits_for("lundi, mercredi, samedi")
        await lea.taps("Garder l’ancien", offer)
        await lea.waits_for("Ton plan ne change pas")
        async with chat.database.reading() as connection:
            stored = await programs.active(connection, lea.id)
            assert await dialogues.load(connection, lea.id, "settings") is None
        assert stored is not None
        assert stored.profile.available_days == ()


async def test_a_new_time_is_typed_and_moves_the_paces(tmp_path: Path) -> None:
    async with chatting(tmp_path) as chat:
        lea = chat.telegram.runner()
        await onboards(lea)
        await lea.says("/settings")
        await answers(lea, ["Mon plan", "Chrono récent"])
        last = lea.last
        await lea.says("20:00 sur 10")
        last = await lea.waits_for("record", after=last)
        await lea.says("45:30 sur 10")
        offer = await lea.waits_for("Allure facile\u00a0: avant", after=last)
        assert "45:30" in offer.text
        await lea.taps("Refaire mon plan", offer)
        await lea.waits_for("nouveau plan est prêt")
        async with chat.database.reading() as connection:
            stored = await programs.active(connection, lea.id)
        assert stored is not None
        assert stored.profile.reference == Performance(10_000, 2730)
        assert stored.program.paces


async def test_the_time_zone_is_chosen_by_city(tmp_path: Path) -> None:
    async with chatting(tmp_path) as chat:
        lea = chat.telegram.runner()
        await onboards(lea)
        await lea.says("/settings")
        await answers(lea, ["Fuseau horaire"])
        last = lea.last
        await lea.says("Trifouillis-les-Oies")
        last = await lea.waits_for("Je ne trouve pas cette ville", after=last)
        await lea.says("tokyo")
        await lea.waits_for("Tokyo", after=last)
        async with chat.database.reading() as connection:
            runner = await runners.find(connection, lea.id)
        assert runner is not None
        assert runner.time_zone == "Asia/Tokyo"


async def test_changing_the_language_translates_the_plan(tmp_path: Path) -> None:
    async with chatting(tmp_path) as chat:
        lea = chat.telegram.runner()
        await onboards(lea)
        async with chat.database.transaction() as connection:
            before = await programs.active(connection, lea.id)
            assert before is not None
            done = before.weeks[0].sessions[1]
            await programs.mark_session(connection, lea.id, done.id, "done", now=chat.clock.now)
        await lea.says("/language")
        await answers(lea, ["English"])
        last = await lea.waits_for("now in English")
        await lea.says("/week")
        week = await lea.waits_for("Week 1 of 10", after=last)
        assert "✓ Tue" in week.text
        for french in ("repos", "Endurance", "semaine", "Touche"):
            assert french not in week.text
        async with chat.database.reading() as connection:
            after = await programs.active(connection, lea.id)
        assert after is not None
        assert [w.week.total_volume_km for w in after.weeks] == [w.week.total_volume_km for w in before.weeks]


async def test_erasing_leaves_nothing_of_this_runner_and_all_of_the_others(tmp_path: Path) -> None:
    async with chatting(tmp_path) as chat:
        lea, tom = chat.telegram.runner(), chat.telegram.runner("Tom")
        await onboards(lea)
        await onboards(tom)
        await lea.says("/erase")
        await answers(lea, ["Non, garder"])
        await lea.waits_for("Rien n’est effacé")
        await lea.says("/effacer")
        asked = await lea.waits_for(lambda message: has_button(message, "Oui, tout effacer"))
        await lea.taps("Oui, tout effacer", asked)
        await lea.waits_for("je ne garde plus rien")
        async with chat.database.reading() as connection:
            assert await runners.find(connection, lea.id) is None
            assert await programs.active(connection, lea.id) is None
            assert await programs.active(connection, tom.id) is not None
            assert await inbox.waiting(connection) == []
        await lea.says("/today")
        await lea.waits_for("pas encore de plan")


OUTSIDE_A_DIALOGUE = (
    ("ma semaine", "Semaine 1 sur 10"),
    ("mon plan", "Les étapes"),
    ("aide", "Ce que je sais faire"),
    ("bonjour", "Ce que je sais faire"),
    ("réglages", "Tes réglages"),
    ("langue", "Dans quelle langue"),
    ("il pleut sur Nantes", "pas compris"),
    ("/blah", "ne connais pas cette commande"),
    ("j'ai mal à la poitrine", "112"),
    ("/confidentialite", "Ce que je garde sur toi"),
    ("/aide", "Ce que je sais faire"),
)


async def test_what_is_said_outside_a_dialogue_finds_its_screen(tmp_path: Path) -> None:
    async with chatting(tmp_path) as chat:
        lea = chat.telegram.runner()
        last = await onboards(lea)
        for text, wanted in OUTSIDE_A_DIALOGUE:
            await lea.says(text)
            last = await lea.waits_for(wanted, after=last)
