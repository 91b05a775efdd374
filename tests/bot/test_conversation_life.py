"""Life happens, through the real bot: shown before it is made, made once, taken back exactly."""

from collections.abc import Sequence
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from icalendar import Calendar
from sqlalchemy import select

from bot.playground.records import Message
from storage import programs, session_logs
from storage.programs import StoredProgram, StoredSession
from storage.schema import training_sessions
from storage.session_logs import RunLog
from tests.bot.chatting import Chat, chatting, onboards
from tests.bot.test_conversation_taking import document
from tests.telegram import Runner, buttons

TUESDAY = datetime(2026, 11, 24, 5, 0, tzinfo=UTC)  # before the morning question
SUNDAY_LONG = date(2026, 11, 29)


async def plan_of(chat: Chat, runner: Runner) -> StoredProgram:
    async with chat.database.reading() as connection:
        stored = await programs.active(connection, runner.id)
    assert stored is not None
    return stored


async def rows_of(chat: Chat) -> Sequence[Any]:
    """Every day of the plan as stored, details that arrive meanwhile aside."""
    table = training_sessions
    columns = (table.c.id, table.c.position, table.c.date, table.c.data, table.c.original, table.c.status)
    async with chat.database.reading() as connection:
        return [tuple(row) for row in await connection.execute(select(*columns).order_by(table.c.id))]


def on(stored: StoredProgram, day: date) -> StoredSession:
    return next(item for week in stored.weeks for item in week.sessions if item.session.date == day)


async def ready(chat: Chat, language: str = "fr") -> tuple[Runner, Message]:
    runner = chat.telegram.runner("Léa", language)
    last = await onboards(runner, language)
    chat.clock.now = TUESDAY
    return runner, last


async def asks(runner: Runner, text: str, wanted: str, after: Message) -> Message:
    await runner.says(text)
    return await runner.waits_for(wanted, after=after)


@pytest.mark.parametrize(
    ("language", "text", "title", "apply", "undo", "undone"),
    [
        ("fr", "jeudi impossible", "Sans courir jeudi 26", "Appliquer", "Annuler ce", "exactement comme"),
        (
            "en",
            "Thursday is impossible",
            "No running: Thursday 26",
            "Apply",
            "Undo this",
            "exactly as it was",
        ),
    ],
)
async def test_a_day_off_is_shown_made_and_taken_back(
    tmp_path: Path, language: str, text: str, title: str, apply: str, undo: str, undone: str
) -> None:
    async with chatting(tmp_path) as chat:
        lea, last = await ready(chat, language)
        before = await rows_of(chat)
        thursday = on(await plan_of(chat, lea), date(2026, 11, 26))
        offer = await asks(lea, text, title, last)
        assert await rows_of(chat) == before
        await lea.taps(apply, offer)
        made = await lea.waits_for("✓", after=last)
        after = await plan_of(chat, lea)
        assert on(after, date(2026, 11, 26)).session.rest_day
        moved = next(i for w in after.weeks for i in w.sessions if i.id == thursday.id)
        assert moved.session.distance_km == thursday.session.distance_km
        assert moved.session.date != date(2026, 11, 26)
        await lea.taps(undo, made)
        await lea.waits_for(undone, after=last)
        assert await rows_of(chat) == before


async def test_two_taps_at_once_make_it_once(tmp_path: Path) -> None:
    async with chatting(tmp_path) as chat:
        lea, last = await ready(chat)
        offer = await asks(lea, "allège la semaine", "Semaine 1 allégée", last)
        data = offer.reply_markup["inline_keyboard"][0][0]["callback_data"]  # type: ignore[index]
        await lea.taps_data(offer.message_id, data)
        second = await lea.taps_data(offer.message_id, data)
        assert "déjà fait" in (await lea.waits_for_answer(second))["text"]
        made = await rows_of(chat)
        third = await lea.taps_data(offer.message_id, data)
        assert "déjà fait" in (await lea.waits_for_answer(third))["text"]
        assert await rows_of(chat) == made


async def test_an_offer_of_another_plan_does_nothing(tmp_path: Path) -> None:
    async with chatting(tmp_path) as chat:
        lea, last = await ready(chat)
        offer = await asks(lea, "allège la semaine", "Semaine 1 allégée", last)
        item = on(await plan_of(chat, lea), SUNDAY_LONG)
        async with chat.database.transaction() as connection:
            shorter = item.session.model_copy(update={"distance_km": 5.0})
            await programs.change_session(connection, lea.id, item.id, shorter, now=chat.clock.now)
        before = await rows_of(chat)
        await lea.taps("Appliquer", offer)
        await lea.waits_for("Ton plan a changé depuis", after=last)
        assert await rows_of(chat) == before


async def test_an_offer_can_be_left(tmp_path: Path) -> None:
    async with chatting(tmp_path) as chat:
        lea, last = await ready(chat)
        before = await rows_of(chat)
        offer = await asks(lea, "vacances du 12 au 20 décembre", "Pause du 12 au 20 décembre", last)
        assert "10\u202f%" in offer.text or "plus court" in offer.text
        await lea.taps("Annuler", offer)
        await lea.waits_for("ne change pas", after=last)
        assert await rows_of(chat) == before
        again = await lea.taps_data(offer.message_id, "lf:apply:1")
        assert "plus valable" in (await lea.waits_for_answer(again))["text"]


async def test_undo_ends_after_a_day_and_at_a_session_told_of(tmp_path: Path) -> None:
    async with chatting(tmp_path) as chat:
        lea, last = await ready(chat)
        offer = await asks(lea, "raccourcis la sortie longue", "Plus léger", last)
        await lea.taps("Appliquer", offer)
        made = await lea.waits_for("✓ C’est fait", after=last)
        chat.clock.now = TUESDAY + timedelta(hours=24, minutes=1)
        late = await lea.taps_data(made.message_id, "lf:undo:1")
        assert "24" in (await lea.waits_for_answer(late))["text"]
        chat.clock.now = TUESDAY + timedelta(hours=1)
        item = on(await plan_of(chat, lea), SUNDAY_LONG)
        async with chat.database.transaction() as connection:
            log = RunLog(SUNDAY_LONG, "done", "long", item.id, 5.0)
            await session_logs.keep(connection, lea.id, log, now=chat.clock.now)
        told = await lea.taps_data(made.message_id, "lf:undo:1")
        assert "ne peut plus être annulé" in (await lea.waits_for_answer(told))["text"]


async def test_what_is_unclear_is_asked(tmp_path: Path) -> None:
    async with chatting(tmp_path) as chat:
        lea, last = await ready(chat)
        which = await asks(lea, "mardi impossible", "De quels jours parles-tu", last)
        assert buttons(which) == [["Mardi 24 novembre"], ["Mardi 1er décembre"]]
        await lea.taps("Mardi 1er décembre", which)
        await lea.waits_for("Sans courir mardi 1er décembre", after=last)
        where = await asks(lea, "décale la sortie longue", "Quel jour à la place", which)
        await lea.taps("Samedi 28 novembre", where)
        await lea.waits_for("dimanche 29 novembre → samedi 28 novembre", after=which)
        start = await asks(lea, "en vacances 2 semaines", "14 jours à partir de quand", where)
        await lea.taps("Lundi 30 novembre", start)
        await lea.waits_for("Pause du 30 novembre au 13 décembre", after=where)
        session = await asks(lea, "saute la séance", "Quelle séance veux-tu sauter", start)
        assert len(buttons(session)) >= 2


async def test_what_cannot_be_is_told_with_what_can(tmp_path: Path) -> None:
    async with chatting(tmp_path) as chat:
        lea, last = await ready(chat)
        for text, wanted in (
            ("mercredi impossible", "Rien n’est prévu"),
            ("décale la séance de jeudi à mardi 1er décembre", "dans sa semaine"),
            ("tous les mardis impossible", "/settings"),
            ("saute le seuil", "Je ne trouve pas cette séance"),
        ):
            last = await asks(lea, text, wanted, last)
        assert not [m for m in lea.from_bot if "Une erreur de mon côté" in m.text]


MENU_WAYS = (
    (("Un jour impossible", "Quel jour est impossible"), ("Jeudi 26", "Sans courir jeudi 26")),
    (
        ("Plusieurs jours d’absence", "premier jour"),
        ("Jeudi 26", "dernier jour"),
        ("Samedi 28", "Sans courir du 26 au 28"),
    ),
    (
        ("Vacances sans courir", "Quand commencent"),
        ("Lundi 30 novembre", "Combien de jours"),
        ("10 jours", "Pause du 30 novembre au 9 décembre"),
    ),
    (
        ("Déplacer une séance", "Quelle séance veux-tu déplacer"),
        ("dim. 29", "Quel jour à la place"),
        ("Samedi 28", "→ samedi 28 novembre"),
    ),
    (("Alléger", "Qu’est-ce qu’on allège"), ("Toute la semaine", "Semaine 1 allégée")),
    (("Sauter une séance", "Quelle séance veux-tu sauter"), ("jeu. 26", "Séance sautée")),
)


async def test_the_menu_leads_to_each_change(tmp_path: Path) -> None:
    async with chatting(tmp_path) as chat:
        lea, last = await ready(chat)
        for way in MENU_WAYS:
            shown = await asks(lea, "/changer", "Qu’est-ce qui change", last)
            for label, wanted in way:
                await lea.taps(label, shown)
                shown = await lea.waits_for(wanted, after=last)
            assert buttons(shown) == [["Appliquer", "Annuler"]]
            last = shown


FORGED = (
    "lf:", "lf:move:999999", "lf:to:x:y", "lf:off:2026-13-01:0", "lf:apply:x", "lf:light:99", "lf:undo:77",
    "lf:off:2026-12-01:0-9999", "lf:trip:2020-01-01", "lf:hol:2026-12-01:a", "lf:off:2020-01-01:0",
)  # fmt: skip


async def test_the_card_asks_for_its_session(tmp_path: Path) -> None:
    async with chatting(tmp_path) as chat:
        lea, last = await ready(chat)
        item = on(await plan_of(chat, lea), SUNDAY_LONG)
        for action, wanted in (
            ("move", "Quel jour à la place"),
            ("ease", "Plus léger"),
            ("skip", "Séance sautée"),
        ):
            await lea.taps_data(last.message_id, f"lf:{action}:{item.id}")
            await lea.waits_for(wanted, after=last)
        for forged in FORGED:
            await lea.taps_data(last.message_id, forged)
        await asks(lea, "/journal", "Rien n’a changé", last)
        assert not [m for m in lea.from_bot if "Une erreur de mon côté" in m.text]


async def test_the_journal_tells_who_changed_what(tmp_path: Path) -> None:
    async with chatting(tmp_path) as chat:
        lea, last = await ready(chat)
        offer = await asks(lea, "jeudi impossible", "Sans courir", last)
        await lea.taps("Appliquer", offer)
        await lea.waits_for("✓ C’est fait", after=last)
        journal = await asks(lea, "/journal", "Les derniers changements", offer)
        assert "24 nov. · toi · sans courir jeudi 26 novembre" in journal.text
        await lea.taps("Annuler", journal)
        await lea.waits_for("exactement comme avant", after=offer)
        again = await asks(lea, "/journal", "annulé", journal)
        assert buttons(again) == []


async def test_the_calendar_follows(tmp_path: Path) -> None:
    async with chatting(tmp_path) as chat:
        lea, last = await ready(chat)
        first = await calendar(lea, last)
        offer = await asks(lea, "décale la sortie longue à samedi", "samedi 28 novembre", last)
        chat.clock.now = TUESDAY + timedelta(minutes=10)
        await lea.taps("Appliquer", offer)
        await lea.waits_for("✓ C’est fait", after=last)
        second = await calendar(lea, offer)
        saturday, sunday = date(2026, 11, 28), SUNDAY_LONG
        assert saturday not in first
        assert first[sunday][0] == second[saturday][0]
        assert second[sunday][1] == "CANCELLED"
        assert second[saturday][2] > first[sunday][2]


async def calendar(runner: Runner, after: Message) -> dict[date, tuple[str, str, int]]:
    """Summary, status and sequence of each day of the file."""
    await runner.says("/calendar")
    message = await runner.waits_for(
        lambda m: m.media is not None and m.media.kind == "document", after=after
    )
    content = document(runner.telegram, message)
    events: list[Any] = Calendar.from_ical(content).walk("VEVENT")
    return {e["dtstart"].dt: (str(e["summary"]), str(e["status"]), int(e["sequence"])) for e in events}


async def test_a_session_moved_from_its_log_stands_in_the_journal(tmp_path: Path) -> None:
    async with chatting(tmp_path) as chat:
        lea, last = await ready(chat)
        item = on(await plan_of(chat, lea), date(2026, 11, 24))
        await lea.taps_data(last.message_id, f"lo:{item.id}:moved")
        asked = await lea.waits_for(lambda m: any("25" in text for row in buttons(m) for text in row))
        await lea.taps("25", asked)
        shown = await lea.waits_for(lambda m: any(":mv:" in data for data in data_of(m)))
        await lea.taps_data(shown.message_id, next(data for data in data_of(shown) if ":mv:" in data))
        await lea.telegram.waits_until(lambda: not any(":mv:" in d for m in lea.from_bot for d in data_of(m)))
        journal = await asks(lea, "/journal", "Les derniers changements", last)
        assert "mardi 24 novembre → mercredi 25 novembre" in journal.text


def data_of(message: Message) -> list[str]:
    rows = (message.reply_markup or {}).get("inline_keyboard", [])
    return [str(button.get("callback_data", "")) for row in rows for button in row]
