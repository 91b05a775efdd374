"""Settings of units, tone, quiet hours, pauses and consent, and what they change in every message."""

import json
import re
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path

import pytest
from sqlalchemy import func, select

from bot.conversations.onboarding import CONSENT_VERSION
from bot.mailbox import post
from bot.messages import SendText
from bot.playground.records import Message
from storage import programs, runners, schedules
from storage.outbox import Lane
from storage.personal import NOT_PERSONAL, RUNNER_COLUMNS
from storage.runners import RunnerSettings
from storage.schema import metadata, outbox
from tests.bot.chatting import NOW, Chat, Clock, answers, chatting, has_button, onboards
from tests.bot.test_conversation_taking import gets
from tests.telegram import Runner

KM = re.compile(r"(?:\d\s?km\b|/km\b)")
RACES = re.compile(r"\b(?:5|10) km\b")


async def chosen(chat: Chat, runner: Runner, **settings: object) -> None:
    """The runner chose these settings."""
    async with chat.database.transaction() as connection:
        values = RunnerSettings().model_copy(update=settings)
        await runners.choose_settings(connection, runner.id, values, now=NOW)


async def settings_of(chat: Chat, runner: Runner) -> RunnerSettings:
    async with chat.database.reading() as connection:
        found = await runners.find(connection, runner.id)
    assert found is not None
    return found.settings


@pytest.mark.parametrize(
    ("language", "taps", "shown"),
    [
        ("fr", ("Langue, unités", "Miles", "chaleureux"), "6,5\u202fmi à 8:51/mi. Et toi"),
        ("en", ("Language, units", "Miles", "warm"), "6.5\u202fmi at 8:51/mi. And you"),
    ],
)
async def test_units_and_tone_are_chosen_and_seen_at_once(
    tmp_path: Path, language: str, taps: tuple[str, ...], shown: str
) -> None:
    async with chatting(tmp_path) as chat:
        lea = chat.telegram.runner(language_code=language)
        await onboards(lea, language)
        await lea.says("/settings")
        await answers(lea, taps[:2])
        await lea.waits_for("/mi")
        await answers(lea, taps[2:])
        await lea.waits_for(shown)
        kept = await settings_of(chat, lea)
        assert (kept.units, kept.tone) == ("mi", "warm")


@pytest.mark.parametrize("language", ["fr", "en"])
async def test_every_screen_speaks_miles(tmp_path: Path, language: str) -> None:
    async with chatting(tmp_path) as chat:
        lea = chat.telegram.runner(language_code=language)
        await onboards(lea, language)
        await chosen(chat, lea, units="mi")
        chat.clock.now = NOW + timedelta(days=4)
        for said in ("/plan", "/week", "/today", "/settings", "/risk", "/checkin"):
            before = lea.last
            await lea.says(said)
            answer = await lea.waits_for(lambda shown: True, after=before)
            texts = [answer.text, *(button for row in _labels(answer) for button in row)]
            left = [text for text in texts if KM.search(RACES.sub("", text))]
            assert left == [], said
        async with chat.database.reading() as connection:
            stored = await programs.active(connection, lea.id)
        assert stored is not None


async def test_a_number_alone_is_in_miles_for_who_counts_in_them(tmp_path: Path) -> None:
    async with chatting(tmp_path) as chat:
        lea = chat.telegram.runner()
        await onboards(lea)
        await chosen(chat, lea, units="mi")
        await lea.says("/settings")
        await answers(lea, ["Mon plan", "Plus longue"])
        asked = await lea.waits_for("écris les miles")
        await lea.says("10")
        await lea.waits_for("10\u202fmi", after=asked)


async def test_quiet_hours_and_the_evening_hour(tmp_path: Path) -> None:
    async with chatting(tmp_path) as chat:
        lea = chat.telegram.runner()
        await onboards(lea)
        await lea.says("/settings")
        await answers(lea, ["Mes messages", "Heures calmes", "21\u202fh – 7\u202fh"])
        await lea.waits_for("de 21\u202fh à 7\u202fh")
        await answers(lea, ["Soir", "20\u202fh\u202f30"])
        await lea.waits_for("vers 20\u202fh\u202f30")
        kept = await settings_of(chat, lea)
        assert (kept.quiet_begins, kept.quiet_ends) == (time(21), time(7))
        async with chat.database.reading() as connection:
            evening = await schedules.find(connection, lea.id, "evening")
        assert evening is not None
        assert evening.at_local == time(20, 30)


async def test_a_pause_until_a_typed_day_offers_to_adapt_the_plan(tmp_path: Path) -> None:
    async with chatting(tmp_path) as chat:
        lea = chat.telegram.runner()
        await onboards(lea)
        await lea.says("/settings")
        await answers(lea, ["Mes messages", "Faire une pause"])
        asked = await lea.waits_for("combien de temps")
        await lea.says("le 32 février 2030")
        await lea.waits_for("pas compris cette date", after=asked)
        await lea.says("5 décembre")
        paused = await lea.waits_for("samedi 5 décembre")
        async with chat.database.reading() as connection:
            found = [
                await schedules.find(connection, lea.id, kind) for kind in ("check-in", "evening", "weekly")
            ]
        assert all(one is not None and one.paused_until == date(2026, 12, 5) for one in found)
        await lea.taps("Adapter mon plan", paused)
        await lea.waits_for(lambda shown: has_button(shown, "Appliquer"))


async def test_a_changed_text_about_data_is_told_once_and_asked_again(tmp_path: Path) -> None:
    async with chatting(tmp_path) as chat:
        lea = chat.telegram.runner()
        await onboards(lea)
        async with chat.database.transaction() as connection:
            await runners.give_consent(connection, lea.id, CONSENT_VERSION - 1, now=NOW)
        await lea.says("/today")
        asked = await lea.waits_for("Le texte sur tes données a changé")
        await lea.says("/week")
        await lea.waits_for("Semaine 1")
        assert sum("sur tes données a changé" in shown.text for shown in lea.from_bot) == 1
        await lea.taps("D’accord", asked)
        await lea.waits_for("C’est noté. Le texte reste ici")
        async with chat.database.reading() as connection:
            found = await runners.find(connection, lea.id)
        assert found is not None
        assert found.consent_version == CONSENT_VERSION
        await lea.says("/privacy")
        await lea.waits_for(f"la version {CONSENT_VERSION} de ce texte le vendredi 20 novembre 2026")


async def test_a_copy_begins_with_a_guide_to_its_parts(tmp_path: Path) -> None:
    async with chatting(tmp_path) as chat:
        lea = chat.telegram.runner()
        picture = await onboards(lea)
        await lea.says("/export")
        kept = json.loads(await gets(lea, "runcoach-export.json", picture))
        assert kept.keys() == {"guide", *RUNNER_COLUMNS}
        assert kept["guide"].keys() == RUNNER_COLUMNS.keys()
        assert kept["guide"]["checkins"] == "Ta forme du matin"


async def test_after_erasing_nothing_is_kept_and_nothing_is_sent(tmp_path: Path) -> None:
    clock = Clock()
    async with chatting(tmp_path, clock) as chat:
        lea, tom = chat.telegram.runner(), chat.telegram.runner("Tom")
        await onboards(lea)
        await onboards(tom)
        async with chat.database.transaction() as connection:
            known = await runners.find(connection, lea.id)
            assert known is not None
            later, due = SendText(html="later"), NOW + timedelta(hours=2)
            await post(connection, known, later, now=NOW, lane=Lane.CHECK_IN, not_before_utc=due)
        await lea.says("/erase")
        asked = await lea.waits_for(lambda shown: has_button(shown, "tout effacer"))
        await lea.taps("Oui, tout effacer", asked)
        await lea.waits_for("ne garde plus rien")
        told = len(lea.from_bot)
        before = tom.last
        clock.now = datetime(2026, 12, 8, 6, 5, tzinfo=UTC)
        await tom.waits_for("Bonjour Tom", after=before)
        assert len(lea.from_bot) == told
        async with chat.database.reading() as connection:
            for table in metadata.sorted_tables:
                if table.name in NOT_PERSONAL or table.name in ("inbox", "outbox", "chat_claims"):
                    continue
                column = table.c[RUNNER_COLUMNS[table.name]]
                left = select(func.count()).select_from(table).where(column == lea.id)
                assert (await connection.execute(left)).scalar_one() == 0, table.name
            waiting = select(func.count()).select_from(outbox)
            waiting = waiting.where(outbox.c.chat_id == lea.id, outbox.c.status != "sent")
            assert (await connection.execute(waiting)).scalar_one() == 0


def _labels(message: Message) -> list[list[str]]:
    markup = message.reply_markup or {}
    return [[button["text"] for button in row] for row in markup.get("inline_keyboard", [])]
