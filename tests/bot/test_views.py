"""Screens: they fit Telegram and a phone in both languages, for the longest plans too."""

import dataclasses
from collections.abc import Iterator
from datetime import date
from functools import cache

import pytest

from bot.conversations.making import overview_messages
from bot.messages import EditText, Keyboard, SendPicture, SendText
from bot.splitting import plain_text, utf16_length
from bot.views import overview
from bot.views.card_keyboard import card_keyboard
from bot.views.formats import foreign, label, long_date, short_date, weekday_and_day
from bot.views.onboarding import answer_messages, question_message
from bot.views.session import day_html, session_in_brief
from bot.views.settings import (
    ZONES_OFFERED,
    data_screen,
    field_screen,
    plan_screen,
    settings_screen,
    style_screen,
    zone_name,
    zone_screen,
)
from bot.views.week import week_html, week_keyboard
from bot.words import words_in
from core.athlete import Goal, InjurySite, Language, Level, Performance, Race, RunnerProfile, Terrain
from core.dialogue.onboarding import Outcome, Said, Unreadable, advance, ask_to_quit, ask_to_resume
from core.dialogue.settings import Field
from core.dialogue.state import Dialogue, Step
from core.localisation import LANGUAGES
from core.program.builder import build_program
from core.program.exchange import ProgramData, Session
from storage.programs import StoredSession, StoredWeek
from storage.runners import RunnerSettings
from tests.core.dialogues import at

TODAY = date(2026, 11, 20)
TEXT_AT_MOST, CAPTION_AT_MOST, DATA_AT_MOST = 4096, 1024, 64
ROW_AT_MOST = 30  # letters of a row of buttons before a phone cuts them
PHONE_LINE = 40  # letters of a line of the week before it wraps badly
ROWS_AT_MOST = 4  # more buttons than that are a wall
ULTRA = Race("Grand Raid des Pyrénées ultra", 160.0, 10_000.0, 10_000.0, Terrain.TRAIL, 32.0, 70.0, month=8)


def profiles(language: Language) -> Iterator[RunnerProfile]:
    """The shortest, the usual and the most talkative plan."""
    yield RunnerProfile(Level.BEGINNER, Goal.FIVE_K, 2, language=language)
    yield RunnerProfile(
        Level.INTERMEDIATE,
        Goal.HALF_MARATHON,
        4,
        date(2027, 3, 14),
        Performance(10_000, 2700),
        language=language,
    )
    yield RunnerProfile(
        Level.ADVANCED,
        Goal.MARATHON,
        7,
        date(2027, 8, 22),
        Performance(42_195, 10_800),
        tuple(InjurySite),
        "genou, tendon d'Achille et tibia, fragiles depuis l'an dernier",
        ULTRA,
        current_km_per_week=90.0,
        longest_run_km=30.0,
        layoff_days=30,
        language=language,
    )


@cache
def programs(language: Language) -> tuple[ProgramData, ...]:
    return tuple(build_program(profile, TODAY) for profile in profiles(language))


def stored(program: ProgramData) -> list[StoredWeek]:
    """The weeks as storage gives them; ids as large as they get."""
    return [
        StoredWeek(week, tuple(as_stored(week.week_number, *pair) for pair in enumerate(week.sessions)))
        for week in program.weeks
    ]


def as_stored(week: int, place: int, session: Session) -> StoredSession:
    return StoredSession(10**9 + week * 7 + place, 10**8, week, place, "planned", "fast", session, None)


def check_text(html: str, limit: int = TEXT_AT_MOST) -> None:
    text = plain_text(html)
    assert text.strip()
    assert utf16_length(text) <= limit
    assert "{" not in text
    assert "None" not in text


def check_keyboard(keyboard: Keyboard) -> None:
    for row in keyboard:
        assert row
        for button in row:
            assert button.label.strip()
            assert button.data is not None
            assert 0 < len(button.data.encode()) <= DATA_AT_MOST
        if len(row) > 1:
            share = ROW_AT_MOST // len(row)
            assert all(len(button.label) <= share + 2 for button in row), [button.label for button in row]
        else:
            assert len(row[0].label) <= ROW_AT_MOST + 4


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("step", list(Step))
def test_every_question_and_its_refusals_fit(language: Language, step: Step) -> None:
    words = words_in(language)
    dialogue = at(step, language)
    events = (Said("🏃"), Said("x" * 4096), Said("<b>&"), Unreadable("voice"), Said("annuler"), Said("6"))
    for outcome in (*(advance(dialogue, event, TODAY) for event in events), ask_to_resume(dialogue)):
        if outcome.question is None:
            continue
        message = question_message(outcome, words, name="<Léa>" * 20)
        check_text(message.html)
        check_keyboard(message.keyboard)


def test_an_answer_takes_one_edit_and_a_typed_one_a_new_message() -> None:
    words = words_in("fr")
    dialogue = at(Step.SESSIONS)
    outcome = advance(dialogue, Said("4"), TODAY)
    retired, asked = answer_messages(dialogue, outcome, words, name="Léa")
    assert isinstance(retired, EditText)
    assert retired.keyboard == ()
    assert isinstance(asked, SendText)
    assert asked.html.startswith("✓ Séances")
    assert asked.anchor != retired.anchor


def test_what_a_runner_typed_is_escaped_wherever_it_is_shown() -> None:
    dialogue = dataclasses.replace(at(Step.RACE_PICK), searched="<b>&Marathon", candidates=())
    html = question_message(advance(dialogue, Said("🏃"), TODAY), words_in("fr"), name="").html
    assert "&lt;b&gt;&amp;Marathon" in html
    summary = at(Step.SUMMARY).answering(injuries_notes="<i>genou</i>", race=Race("<u>x</u>", 10.0))
    html = question_message(ask_again(summary), words_in("fr"), name="").html
    assert "&lt;i&gt;genou&lt;/i&gt;" in html
    assert "<u>" not in html


def ask_again(dialogue: Dialogue) -> Outcome:
    return advance(ask_to_quit(dialogue).dialogue, Said("non"), TODAY)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("number", range(3))
def test_every_screen_of_a_plan_fits(language: Language, number: int) -> None:
    words, program = words_in(language), programs(language)[number]
    text, picture = overview_messages(program, 10**8, week=1)
    assert isinstance(text, SendText)
    assert isinstance(picture, SendPicture)
    check_text(text.html)
    check_text(picture.caption_html, CAPTION_AT_MOST)
    check_keyboard(picture.keyboard)
    check_text(overview.tips_html(program, words))
    weeks = stored(program)
    numbers = tuple(item.week.week_number for item in weeks)
    sessions = [item for week in weeks for item in week.sessions]
    for week in weeks:
        phase = overview.phase_of(program, week.week.week_number)
        check_text(week_html(week, len(weeks), phase, TODAY, words))
        check_keyboard(week_keyboard(week, numbers, words))
        for item in week.sessions:
            check_text(day_html(item.session, words))
            for opened in (False, True):
                keyboard = card_keyboard(item, sessions, words, TODAY, opened=opened)
                check_keyboard(keyboard)
                assert len(keyboard) <= ROWS_AT_MOST
            assert len(f"mer. 30 · {session_in_brief(item.session, words, with_strength=True)}") <= PHONE_LINE


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_picture_says_in_words_what_it_shows(language: Language) -> None:
    program = programs(language)[1]
    text = overview.chart_alt_text(program, words_in(language))
    assert str(len(program.weeks)) in text
    assert all(phase.name in text for phase in program.program_summary.phases)


@pytest.mark.parametrize("language", LANGUAGES)
def test_today_and_done_days_are_marked(language: Language) -> None:
    program = programs(language)[1]
    week = stored(program)[0]
    first, *others = week.sessions
    done = dataclasses.replace(first, status="done")
    marked = dataclasses.replace(week, sessions=(done, *others))
    today = others[0].session.date
    assert today is not None
    lines = week_html(marked, 16, None, today, words_in(language)).splitlines()
    assert sum(line.startswith("✓ ") for line in lines) == 1
    assert sum(line.startswith("<b>▸ ") for line in lines) == 1


@pytest.mark.parametrize("language", LANGUAGES)
def test_settings_screens_fit(language: Language) -> None:
    words = words_in(language)
    chosen = RunnerSettings()
    screens = [settings_screen(None, "Europe/Paris", chosen, words), zone_screen(words)]
    screens += [style_screen(chosen, words), data_screen(words)]
    for profile in profiles(language):
        screens.append(settings_screen(profile, "Europe/Paris", chosen, words))
        screens.append(plan_screen(profile, words, comparison="x"))
        screens += [field_screen(field, profile, words) for field in Field]
    for screen in screens:
        check_text(screen.html)
        check_keyboard(screen.keyboard)
    assert len({zone_name(zone, words) for zone in ZONES_OFFERED}) == len(ZONES_OFFERED)


def test_dates_are_written_as_each_language_writes_them() -> None:
    day = date(2027, 5, 1)
    assert long_date(day, "fr") == "samedi 1er mai 2027"
    assert long_date(day, "en") == "Saturday 1 May 2027"
    assert short_date(date(2027, 4, 12), "fr") == "12 avr."
    assert weekday_and_day(day, "fr") == "sam. 1"
    assert weekday_and_day(day, "en") == "Sat 1"


def test_names_from_right_to_left_stay_apart() -> None:
    assert foreign("Léa") == "Léa"
    assert foreign("שלום") == "\u2068שלום\u2069"


def test_a_label_is_cut_where_a_phone_would_cut_it() -> None:
    assert label("Marathon") == "Marathon"
    cut = label("Marathon international de " + "x" * 60)
    assert len(cut) <= 34
    assert cut.endswith("…")
