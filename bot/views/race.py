"""The race of a plan: where it stands, what to pack, the evening before, the morning, and what follows."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from bot.messages import Button, Keyboard
from bot.views.formats import foreign, full_weekday, label, weekday_and_day
from bot.views.pacing import time_words
from bot.views.session import session_in_brief
from bot.views.settings import Screen
from core.formatting import format_distance, format_duration, format_number, format_pace
from core.localisation import Localizer
from core.pacing import RacePacing
from core.program.exchange import Session
from core.race_week.demands import demands_of
from core.race_week.finding import PlannedRace
from core.race_week.result import Recovery
from core.race_week.taper import Taper

PREFIX = "ra"
NEW_PLAN_DATA = "mn:new"
TEMPERATURES_C = (5, 10, 15, 20, 25, 30)
PACKED, OPEN = "✅", "⬜"
METRES = "\u202fm"
NO_KM = "0\u202fkm"
CLOSE_RACE_DAYS = 7


@dataclass(frozen=True, slots=True)
class RaceView:
    """What is known of the race ahead: pacing for it, the air (°C) told or usual, and what is left to run."""

    planned: PlannedRace
    days_left: int
    pacing: RacePacing
    temperature_c: float | None
    taper: Taper
    left: Sequence[Session]
    packed: frozenset[str]
    kit: Sequence[str]

    @property
    def unpacked(self) -> list[str]:
        return [item for item in self.kit if item not in self.packed]


def race_screen(race: RaceView, words: Localizer, *, opening: bool = False) -> Screen:
    """The race at a glance; in its last week with the taper and what is left to run."""
    blocks = ["\n".join(_head(race, words))]
    if opening:
        blocks.insert(0, words("race-week-begins"))
    if 0 < race.days_left <= CLOSE_RACE_DAYS:
        blocks.append(words(f"race-taper-{race.taper.verdict}", **_taper_figures(race.taper, words)))
        if race.left:
            lines = [_session_line(session, words) for session in race.left]
            blocks.append("\n".join([words("race-left"), *lines]))
    return Screen("\n\n".join(blocks), _race_rows(words))


def kit_screen(race: RaceView, words: Localizer) -> Screen:
    """The bag: one button an item, ticked by a tap."""
    rows = [
        (_button(f"{PACKED if item in race.packed else OPEN} {words(f'race-kit-{item}')}", f"kit:{item}"),)
        for item in race.kit
    ]
    left = len(race.unpacked)
    html = words("race-kit-done") if not left else words("race-kit", left=left)
    if race.temperature_c is None:
        html += "\n\n" + words("race-kit-no-weather")
    return Screen(html, (*rows, (_button(words("race-button-back"), "show"),)))


def weather_screen(words: Localizer) -> Screen:
    """How warm it will be."""
    buttons = [_button(f"{degrees}\u202f°C", f"sky:{degrees}") for degrees in TEMPERATURES_C]
    return Screen(
        words("race-ask-weather"),
        (tuple(buttons[:3]), tuple(buttons[3:]), (_button(words("race-button-back"), "show"),)),
    )


def eve_screen(race: RaceView, words: Localizer) -> Screen:
    """The evening before."""
    blocks = [words("race-eve", name=foreign(race.planned.race.name)), words("race-eve-plan")]
    blocks.append(words("race-eve-packed" if not race.unpacked else "race-eve-bag", left=len(race.unpacked)))
    if first := _first_km(race, words):
        blocks.append(first)
    return Screen("\n\n".join(blocks), _race_rows(words))


def morning_html(race: RaceView, name: str, words: Localizer) -> str:
    """The morning of the race, in place of the question how one feels."""
    warm_up = demands_of(race.planned.race.distance_km).warm_up
    blocks = [
        words("race-morning", runner=foreign(name), name=foreign(race.planned.race.name)),
        words("race-morning-breakfast"),
        words(f"race-warm-up-{warm_up}"),
        _first_km(race, words) or words("race-first-km-effort"),
        words("race-morning-ill"),
    ]
    return "\n\n".join(blocks)


def morning_keyboard(words: Localizer) -> Keyboard:
    return ((_button(words("race-button-pacing"), "pace"),),)


def result_question(planned: PlannedRace, words: Localizer, *, measured_s: float | None = None) -> Screen:
    """How did it go? A time typed, or one tap; `measured_s` is what a file of the race says."""
    rows: list[tuple[Button, ...]] = []
    if measured_s is not None:
        time = format_duration(measured_s, words.language)
        rows.append((_button(words("race-button-measured", time=time), f"time:{measured_s:.0f}"),))
    rows.append(
        (_button(words("race-button-stopped"), "dnf"), _button(words("race-button-not-started"), "dns"))
    )
    key = "race-ask-time" if measured_s is None else "race-ask-measured"
    return Screen(words(key, name=foreign(planned.race.name)), tuple(rows))


def result_screen(
    planned: PlannedRace, time_s: float, pacing: RacePacing, recovery: Recovery, words: Localizer
) -> Screen:
    """The time, beside what was to be expected, and the days that follow."""
    pace = format_pace(time_s / planned.race.distance_km)
    time = format_duration(time_s, words.language)
    blocks = [words("race-result", name=foreign(planned.race.name), time=time, pace=pace)]
    if expected := time_words(pacing, words):
        blocks.append(words("race-result-expected", expected=expected))
    blocks.append(recovery_html(recovery, words))
    return Screen("\n\n".join(blocks), _next_row(words))


def ended_screen(planned: PlannedRace, outcome: str, recovery: Recovery, words: Localizer) -> Screen:
    """Not finished, or not started: no reproach."""
    blocks = [words(f"race-{outcome}", name=foreign(planned.race.name))]
    if outcome == "stopped":
        blocks.append(recovery_html(recovery, words))
    return Screen("\n\n".join(blocks), _next_row(words))


def recovery_html(recovery: Recovery, words: Localizer) -> str:
    return words(
        "race-recovery",
        rest=full_weekday(recovery.rest_until, words.language),
        easy=full_weekday(recovery.easy_until, words.language),
    )


def past_screen(planned: PlannedRace, told: str, recovery: Recovery, words: Localizer) -> Screen:
    """A race that was run, and told of."""
    blocks = [words("race-past", name=foreign(planned.race.name), told=told), recovery_html(recovery, words)]
    return Screen("\n\n".join(blocks), _next_row(words))


def no_race_screen(words: Localizer) -> Screen:
    return Screen(words("race-none"), ((Button(label=words("race-button-next"), data=NEW_PLAN_DATA),),))


def _head(race: RaceView, words: Localizer) -> Iterator[str]:
    planned = race.planned
    yield words("race-title", name=foreign(planned.race.name))
    yield words("race-when", date=_capital(full_weekday(planned.date, words.language)), days=race.days_left)
    size = [format_distance(planned.race.distance_km, words.language)]
    if planned.race.climb_m >= 1:
        size.append(words("race-climb", climb=f"{planned.race.climb_m:.0f}{METRES}"))
    yield " · ".join(size)
    if time := time_words(race.pacing, words):
        yield words("race-expected", time=time)
    if race.temperature_c is not None:
        yield words("race-weather", degrees=format_number(race.temperature_c, words.language, 0))


def _taper_figures(taper: Taper, words: Localizer) -> dict[str, object]:
    figures = {
        "km": taper.last_km,
        "planned": taper.planned_km,
        "largest": taper.largest_km,
        "left": taper.left_km,
    }
    return {name: format_distance(km, words.language) if km else NO_KM for name, km in figures.items()}


def _first_km(race: RaceView, words: Localizer) -> str:
    first = race.pacing.splits[0]
    if first.s_per_km is None or not race.pacing.is_sure:
        return ""
    return words("race-first-km", pace=format_pace(first.s_per_km))


def _session_line(session: Session, words: Localizer) -> str:
    day = weekday_and_day(session.date, words.language) if session.date else session.day
    return words("race-left-line", day=_capital(day), what=session_in_brief(session, words))


def _race_rows(words: Localizer) -> Keyboard:
    return (
        (_button(words("race-button-pacing"), "pace"),),
        (_button(words("race-button-kit"), "kit"), _button(words("race-button-weather"), "sky")),
    )


def _next_row(words: Localizer) -> Keyboard:
    return ((Button(label=words("race-button-next"), data=NEW_PLAN_DATA),),)


def _button(text: str, action: str) -> Button:
    return Button(label=label(text), data=f"{PREFIX}:{action}")


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
