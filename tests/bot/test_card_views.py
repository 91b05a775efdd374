"""Every screen of a card fits Telegram, for the most talkative plan, in both languages and both units."""

from dataclasses import replace
from datetime import UTC, date, datetime
from functools import cache

import pytest

from bot.mailbox import parts_of
from bot.messages import EditText, Keyboard, SendText
from bot.playground.limits import TEXT_UNITS
from bot.playground.rich import read_rich
from bot.splitting import fits
from bot.views.card_keyboard import card_keyboard
from bot.views.enrichment import card_screen, detail_screen, enriched_of
from bot.views.heat import heat_question, heat_screen
from bot.views.overview import phase_of
from bot.views.rich import RICH, TABLE, TEXT, detail_rich, week_rich, with_modes
from bot.views.session_profile import has_profile
from bot.views.settings import Screen
from bot.views.treadmill import treadmill_screen
from bot.views.week import week_keyboard
from bot.views.why import why_html
from bot.words import words_in
from core.athlete import Goal, InjurySite, Language, Level, Performance, Race, RunnerProfile, Terrain
from core.enrichment.model import EnrichedSession
from core.heat import Weather, heat_note
from core.localisation import LANGUAGES
from core.notation.units import Units
from core.program.builder import build_program
from storage.programs import StoredProgram, StoredSession, StoredWeek

TODAY = date(2026, 11, 23)
ULTRA = Race("Grand Raid des Pyrénées ultra", 160.0, 10_000.0, 10_000.0, Terrain.TRAIL, 32.0, 70.0, month=8)
LONGEST_TEXT = "Un <conseil> & un mot de plus, encore " * 6
DETAIL = EnrichedSession(
    source="catalogue", language="fr", coaching_cues_detailed=(LONGEST_TEXT[:220],) * 3,
    common_mistakes=(LONGEST_TEXT[:220],) * 3, progression_suggestions=(LONGEST_TEXT[:220],) * 3,
    technical_breakdown=(LONGEST_TEXT[:220],) * 3, warm_up_drills=(LONGEST_TEXT[:220],) * 3,
    fuelling=LONGEST_TEXT[:220], if_too_hard=LONGEST_TEXT[:220], if_too_easy=LONGEST_TEXT[:220],
)  # fmt: skip


@cache
def stored(language: Language) -> StoredProgram:
    profile = RunnerProfile(
        Level.ADVANCED, Goal.MARATHON, 7, date(2027, 8, 22), Performance(42_195, 10_800), tuple(InjurySite),
        "genou", ULTRA, current_km_per_week=90.0, longest_run_km=30.0, language=language,
    )  # fmt: skip
    program = build_program(profile, TODAY)
    weeks = tuple(
        StoredWeek(
            week,
            tuple(
                StoredSession(
                    10**12 + 10 * week.week_number + place, 10**8, week.week_number, place, "planned",
                    "enriched", session, None, DETAIL.model_dump(mode="json"),
                )
                for place, session in enumerate(week.sessions)
            ),
        )
        for week in program.weeks
    )  # fmt: skip
    return StoredProgram(10**8, 1, profile, language, datetime(2026, 11, 20, tzinfo=UTC), program, weeks)


def sessions(language: Language) -> list[StoredSession]:
    weeks = stored(language).weeks
    return [item for week in weeks for item in week.sessions if not item.session.rest_day]


def check(screen: Screen) -> None:
    assert fits(screen.html), screen.html
    check_buttons(screen.keyboard)


def check_buttons(keyboard: Keyboard) -> None:
    for button in (button for row in keyboard for button in row):
        assert button.data is not None
        assert 0 < len(button.data.encode()) <= 64
        assert button.label.strip()


@pytest.mark.parametrize("units", ["km", "mile"])
@pytest.mark.parametrize("language", LANGUAGES)
def test_every_screen_of_a_card_fits(language: Language, units: Units) -> None:
    words, plan = words_in(language), stored(language)
    for item in sessions(language):
        for opened in (False, True):
            check(card_screen(item, plan, TODAY, words, opened=opened, units=units))
        check(Screen(why_html(item, plan, words, units), ()))
        check(detail_screen(item, DETAIL, words))
        if has_profile(item.session):
            check(treadmill_screen(item, words, units))
            check(heat_question(item, words))
            for degrees in (-5, 20, 31, 40):
                check(heat_screen(item, heat_note(item.session, Weather(degrees)), words, units))


def test_miles_leave_no_kilometres_of_pace() -> None:
    words, plan = words_in("en"), stored("en")
    shown = [card_screen(item, plan, TODAY, words, units="mile").html for item in sessions("en")]
    shown += [treadmill_screen(i, words, "mile").html for i in sessions("en") if has_profile(i.session)]
    assert any("/mi" in html for html in shown)
    assert any("mph" in html for html in shown)
    assert not any("/km" in html or "km/h" in html for html in shown)


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_card_of_any_length_is_one_message_and_keeps_its_badge(language: Language) -> None:
    item = sessions(language)[0]
    words = words_in(language)
    endless = replace(
        item, session=item.session.model_copy(update={"description": "Cours & <respire>. " * 600})
    )
    screen = card_screen(endless, stored(language), TODAY, words)
    edit = EditText(message_id=1, html=screen.html, keyboard=screen.keyboard)
    assert list(parts_of(edit)) == [edit]
    assert screen.html.endswith(words("enrichment-badge-catalogue"))
    assert "…" in screen.html


@pytest.mark.parametrize("language", LANGUAGES)
def test_rich_screens_are_read_by_the_server(language: Language) -> None:
    words, plan = words_in(language), stored(language)
    numbers = tuple(week.week.week_number for week in plan.weeks)
    for week in plan.weeks:
        phase = phase_of(plan.program, week.week.week_number)
        content = read_rich({"html": week_rich(week, len(plan.weeks), phase, TODAY, words)})
        (table,) = [block for block in content.blocks if block["type"] == "table"]
        assert [len(row) for row in table["cells"]] == [3] * 8
        check_buttons(with_modes(week_keyboard(week, numbers, words), week, words, TABLE, RICH, TEXT))
    detail = detail_rich(sessions(language)[0], words)
    assert detail is not None
    assert len([b for b in read_rich({"html": detail}).blocks if b["type"] == "details"]) == 8


def test_a_rich_message_that_must_be_cut_is_sent_plain_only() -> None:
    long = SendText(html="mot " * (TEXT_UNITS // 2), rich="<p>mot</p>")
    parts = list(parts_of(long))
    assert len(parts) > 1
    assert all(isinstance(part, SendText) and part.rich is None for part in parts)
    assert list(parts_of(SendText(html="mot", rich="<p>mot</p>"))) == [
        SendText(html="mot", rich="<p>mot</p>")
    ]


def test_what_is_past_or_done_offers_no_change() -> None:
    item, words = sessions("fr")[0], words_in("fr")
    assert item.session.date is not None

    def data(item: StoredSession, today: date) -> str:
        return str(card_keyboard(item, [item], words, today, opened=True))

    assert "lf:move" in data(item, item.session.date)
    assert "lf:" not in data(item, date(2030, 1, 1))
    assert "lf:" not in data(replace(item, status="done"), item.session.date)
    race = next(it for it in reversed(sessions("fr")) if it.session.kind == "race")
    assert "lf:" not in data(race, TODAY)
    assert "treadmill" not in data(race, TODAY)
    rest = next(it for week in stored("fr").weeks for it in week.sessions if it.session.rest_day)
    assert "sc:" not in data(rest, TODAY)


def test_the_detail_is_what_was_stored() -> None:
    assert enriched_of(sessions("fr")[0]) == DETAIL
