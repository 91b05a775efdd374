"""Every screen of the longest plans fits into what Telegram takes, in both languages and both units."""

from collections.abc import Iterator
from datetime import date

import pytest

from bot.conversations.making import overview_messages
from bot.messages import Button, EditText, Keyboard, Outgoing, SendPicture, SendText
from bot.playground.limits import (
    BUTTONS_IN_A_ROW,
    CALLBACK_DATA_BYTES,
    CAPTION_UNITS,
    INLINE_BUTTONS,
    TEXT_UNITS,
)
from bot.settings import Settings
from bot.splitting import fits
from bot.units import in_runners_units
from bot.views import reach, settings
from bot.views.calendar import address_screen, kept_screen, ways_screen
from bot.views.overview import phase_of, tips_html
from bot.views.rich import week_rich
from bot.views.session import day_html
from bot.views.settings import Screen
from bot.views.week import week_html, week_keyboard
from bot.views.week_picture import week_picture
from bot.words import words_for
from core.athlete import Language
from core.clock import Quiet
from core.dialogue.settings import Field
from core.localisation import Localizer
from core.notation.distances import DistanceUnit
from core.program.exchange import ProgramData
from storage.programs import StoredSession, StoredWeek
from storage.runners import Runner, RunnerSettings
from tests.bot.chatting import NOW
from tests.bot.printed_plans import KINDS, TODAY, plan_of_kind
from tests.bot.test_views import profiles

ID = 2**53
RICH_UNITS = 32_768
TOKEN = "x" * 43


def runner(language: Language, units: DistanceUnit) -> Runner:
    chosen = RunnerSettings(units=units, tone="warm")
    return Runner(
        id=ID, chat_id=ID, first_name="L" * 64, telegram_language=language, chosen_language=language,
        time_zone="Europe/Paris", check_in_time=None, settings=chosen, consent_version=1, consent_at_utc=NOW,
        blocked_at_utc=None, created_at_utc=NOW, updated_at_utc=NOW,
    )  # fmt: skip


@pytest.mark.parametrize("units", ["km", "mi"])
@pytest.mark.parametrize("language", ["fr", "en"])
@pytest.mark.parametrize("kind", KINDS)
def test_every_screen_of_a_plan_fits(kind: str, language: Language, units: DistanceUnit) -> None:
    who = runner(language, units)
    program = plan_of_kind(kind, language)
    for message in _of_plan(program, words_for(who)):
        check(in_runners_units(message, who))


@pytest.mark.parametrize("units", ["km", "mi"])
@pytest.mark.parametrize("language", ["fr", "en"])
def test_every_screen_of_the_settings_fits(language: Language, units: DistanceUnit) -> None:
    who = runner(language, units)
    for screen in _of_settings(who, words_for(who)):
        check(in_runners_units(EditText(message_id=1, html=screen.html, keyboard=screen.keyboard), who))


def check(message: Outgoing) -> None:
    """Raises AssertionError for what Telegram would refuse or this bot would have to cut."""
    if isinstance(message, SendText | EditText):
        assert message.html.strip()
        assert fits(message.html, TEXT_UNITS), message.html
        assert message.rich is None or len(message.rich) <= RICH_UNITS
        check_keyboard(message.keyboard)
    elif isinstance(message, SendPicture):
        assert fits(message.caption_html, CAPTION_UNITS), message.caption_html
        check_keyboard(message.keyboard)


def check_keyboard(keyboard: Keyboard) -> None:
    buttons: list[Button] = [button for row in keyboard for button in row]
    assert len(buttons) <= INLINE_BUTTONS
    assert all(0 < len(row) <= BUTTONS_IN_A_ROW for row in keyboard)
    for button in buttons:
        assert button.label.strip()
        assert bool(button.data) != bool(button.url)
        assert len((button.data or "").encode()) <= CALLBACK_DATA_BYTES, button.data


def _of_plan(program: ProgramData, words: Localizer) -> Iterator[Outgoing]:
    yield from overview_messages(program, ID, week=1, waiting=True)
    yield SendText(html=tips_html(program, words))
    numbers, total = tuple(week.week_number for week in program.weeks), len(program.weeks)
    for stored in _stored(program):
        number = stored.week.week_number
        phase = phase_of(program, number)
        yield SendText(
            html=week_html(stored, total, phase, TODAY, words),
            rich=week_rich(stored, total, phase, TODAY, words),
            keyboard=week_keyboard(stored, numbers, words),
        )
        yield week_picture(stored.week, total, phase, words)
        for item in stored.sessions:
            yield SendText(html=day_html(item.session, words))


def _stored(program: ProgramData) -> Iterator[StoredWeek]:
    for week in program.weeks:
        sessions = tuple(
            StoredSession(ID + place, ID, week.week_number, place, "planned", "fast", session, None)
            for place, session in enumerate(week.sessions)
        )
        yield StoredWeek(week, sessions)


def _of_settings(who: Runner, words: Localizer) -> Iterator[Screen]:
    for profile in (None, *profiles(words.language)):
        yield settings.settings_screen(profile, "America/Argentina/ComodRivadavia", who.settings, words)
        if profile is not None:
            yield settings.plan_screen(profile, words, comparison="x" * 300)
            yield from (settings.field_screen(field, profile, words) for field in Field)
    yield settings.style_screen(who.settings, words)
    yield settings.data_screen(words)
    yield settings.zone_screen(words)
    yield reach.reach_screen(reach.Reach({}, Quiet(), TODAY), words)
    yield from (reach.evening_screen(words), reach.quiet_screen(words), reach.pause_screen(words))
    yield reach.paused_screen(TODAY, date(2026, 12, 17), words, has_plan=True)
    served = Settings(
        _env_file=None, runcoach_public_url="https://" + "a" * 60 + ".example.org/coach", runcoach_web_port=1
    )
    yield ways_screen(None, words)
    yield address_screen(TOKEN, None, served, words)
    yield kept_screen(NOW, None, words)
