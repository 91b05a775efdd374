"""The settings screen, and the question of each field."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from babel.dates import get_day_names, get_timezone_location

from bot.messages import Button, Keyboard
from bot.views.formats import LOCALES, label, safe
from bot.views.profile import reference_line
from core.athlete import RunnerProfile
from core.dialogue.questions import Choice
from core.dialogue.settings import Field, choices, days_missing
from core.formatting import format_distance, format_pace_range
from core.localisation import LANGUAGES, Localizer
from core.notation.distances import DistanceUnit
from core.program.exchange import ProgramData
from storage.runners import RunnerSettings, Tone

PREFIX = "st"
UNITS: tuple[DistanceUnit, ...] = ("km", "mi")
TONES: tuple[Tone, ...] = ("neutral", "warm", "direct")
# Where French and English speaking runners mostly live; anything else can be typed.
ZONES_OFFERED = (
    "Europe/Paris",
    "Europe/Brussels",
    "Europe/Zurich",
    "Europe/London",
    "America/Toronto",
    "America/New_York",
    "Indian/Reunion",
    "America/Martinique",
)


@dataclass(frozen=True, slots=True)
class Screen:
    html: str
    keyboard: Keyboard


def settings_screen(
    profile: RunnerProfile | None, time_zone: str, chosen: RunnerSettings, words: Localizer
) -> Screen:
    """What can be set, a line and a button for each group."""
    lines = [
        words(f"settings-sum-style-{chosen.units}", tone=words(f"settings-tone-{chosen.tone}")),
        words("settings-line-time-zone", zone=safe(zone_name(time_zone, words))),
    ]
    if profile is not None:
        days = _days_line(profile, words)
        lines[:0] = [words("settings-line-sessions", count=profile.sessions_per_week), days]
    blocks = [words("settings-title"), "\n".join(lines)]
    if profile is None:
        blocks.append(words("settings-no-plan"))
    rows = [
        (_button("settings-button-messages", "messages", words),),
        (_button("settings-button-style", "style", words),),
        (
            _button("settings-button-time-zone", "time-zone", words),
            _button("settings-button-data", "data", words),
        ),
    ]
    if profile is not None:
        rows.insert(0, (_button("settings-button-plan", "plan", words),))
    return Screen("\n\n".join(blocks), tuple(rows))


def plan_screen(profile: RunnerProfile, words: Localizer, *, comparison: str = "") -> Screen:
    """What the plan is sized on; with `comparison`, the offer to rebuild it."""
    blocks = [words("settings-plan-title"), "\n".join(_lines(profile, words))]
    offer: Keyboard = ()
    if comparison:
        blocks += [comparison, words("settings-offer")]
        offer = (
            (_button("settings-button-rebuild", "rebuild", words),),
            (_button("settings-button-keep", "keep", words),),
        )
    return Screen("\n\n".join(blocks), (*offer, *_fields(words)))


def style_screen(chosen: RunnerSettings, words: Localizer) -> Screen:
    """Language, units and tone: what is chosen bears a mark."""
    rows = (
        tuple(_marked(f"language-{code}", f"lg:{code}", code == words.language, words) for code in LANGUAGES),
        tuple(
            _marked(f"settings-units-{unit}", f"{PREFIX}:units:{unit}", unit == chosen.units, words)
            for unit in UNITS
        ),
        *(
            (_marked(f"settings-tone-{tone}", f"{PREFIX}:tone:{tone}", tone == chosen.tone, words),)
            for tone in TONES
        ),
    )
    html = f"{words('settings-style-title')}\n\n{words('settings-style-example')}"
    return Screen(html, (*rows, (_button("settings-button-back", "open", words),)))


def data_screen(words: Localizer) -> Screen:
    """What is kept, and the ways to have it or to have it erased."""
    names = ("privacy", "export", "erase")
    rows = tuple((_button(f"settings-button-{name}", name, words),) for name in names)
    return Screen(words("settings-data"), (*rows, (_button("settings-button-back", "open", words),)))


def _marked(key: str, data: str, chosen: bool, words: Localizer) -> Button:
    name = words(key)
    return Button(label=label(words("settings-chosen", name=name) if chosen else name), data=data)


def field_screen(field: Field, profile: RunnerProfile, words: Localizer) -> Screen:
    """The question of a field, with its buttons."""
    rows = tuple(tuple(_choice(field, choice, words) for choice in row) for row in choices(field, profile))
    missing = days_missing(profile) if field is Field.DAYS else 0
    html = words(f"settings-ask-{field}")
    if missing:
        html += "\n\n" + words("settings-days-missing", count=profile.sessions_per_week)
    key = "settings-button-done" if field is Field.DAYS else "settings-button-back-to-plan"
    return Screen(html, (*rows, (_button(key, "plan", words),)))


def zone_screen(words: Localizer) -> Screen:
    buttons = [
        Button(label=label(zone_name(zone, words)), data=f"{PREFIX}:time-zone:{zone}")
        for zone in ZONES_OFFERED
    ]
    rows = tuple(tuple(buttons[i : i + 2]) for i in range(0, len(buttons), 2))
    return Screen(words("settings-ask-time-zone"), (*rows, (_button("settings-button-back", "open", words),)))


def comparison_html(before: ProgramData, after: ProgramData, words: Localizer) -> str:
    """What rebuilding would change: volumes, and the easy pace where it moves."""
    paces = [_easy_pace(program, words) for program in (before, after)]
    faster_or_slower = paces[0] != paces[1]
    volumes = [[week.total_volume_km for week in program.weeks] for program in (before, after)]
    if volumes[0] != volumes[1] or _sessions(before) != _sessions(after):
        lines = [_in_short("settings-before", before, words), _in_short("settings-after", after, words)]
    else:
        lines = [words("settings-same-km" if faster_or_slower else "settings-same-volume")]
    if faster_or_slower:
        lines.append(words("settings-paces", before=paces[0], after=paces[1]))
    return "\n".join(lines)


def _easy_pace(program: ProgramData, words: Localizer) -> str:
    easy = program.paces.get("E") if program.paces else None
    if easy is None:
        return words("settings-by-effort")
    return format_pace_range(easy.min_s_per_km, easy.max_s_per_km)


def _sessions(program: ProgramData) -> int:
    return program.user_profile.sessions_per_week


def zone_name(zone: str, words: Localizer) -> str:
    """The city of a time zone, in the runner's language."""
    return str(get_timezone_location(zone, locale=LOCALES[words.language], return_city=True))


def day_name(day: int, words: Localizer, width: Literal["wide", "abbreviated"] = "wide") -> str:
    return str(get_day_names(width, locale=LOCALES[words.language])[day])


def _in_short(key: str, program: ProgramData, words: Localizer) -> str:
    volumes = [week.total_volume_km for week in program.weeks]
    return words(
        key,
        sessions=_sessions(program),
        weeks=len(volumes),
        start=format_distance(volumes[0], words.language),
        peak=format_distance(max(volumes), words.language),
    )


def _lines(profile: RunnerProfile, words: Localizer) -> Iterator[str]:
    yield words("settings-line-sessions", count=profile.sessions_per_week)
    yield _days_line(profile, words)
    yield _long_run_day_line(profile, words)
    yield _km_line("volume", profile.current_km_per_week, words)
    yield _km_line("longest-run", profile.longest_run_km, words)
    yield reference_line(profile.reference, words)


def _days_line(profile: RunnerProfile, words: Localizer) -> str:
    if not profile.available_days:
        return words("settings-line-any-days")
    return words("settings-line-days", days=", ".join(day_name(day, words) for day in profile.available_days))


def _long_run_day_line(profile: RunnerProfile, words: Localizer) -> str:
    if profile.long_run_day is None:
        return words("settings-line-any-long-run-day")
    return words("settings-line-long-run-day", day=day_name(profile.long_run_day, words))


def _km_line(name: str, km: float | None, words: Localizer) -> str:
    if km is None:
        return words(f"settings-line-no-{name}")
    return words(f"settings-line-{name}", km=format_distance(km, words.language))


def _fields(words: Localizer) -> Keyboard:
    buttons = [_button(f"settings-button-{field}", field, words) for field in Field]
    back = (_button("settings-button-back", "open", words),)
    return (tuple(buttons[:2]), tuple(buttons[2:4]), tuple(buttons[4:]), back)


def _choice(field: Field, choice: Choice, words: Localizer) -> Button:
    variables = dict(choice.variables)
    if isinstance(day := variables.get("day"), int):
        variables["day"] = day_name(day, words, "abbreviated")
    if isinstance(km := variables.get("km"), float):
        variables["km"] = format_distance(km, words.language)
    return Button(label=label(words(choice.key, **variables)), data=f"{PREFIX}:{field}:{choice.value}")


def _button(key: str, action: str, words: Localizer) -> Button:
    return Button(label=label(words(key)), data=f"{PREFIX}:{action}")
