"""Other paces offered: what says so, what would change, and the two buttons."""

from collections.abc import Iterator

from bot.messages import Button
from bot.views.formats import distance_name, short_date
from bot.views.life import PREFIX as CHANGE_PREFIX
from bot.views.settings import PREFIX as SETTINGS_PREFIX
from bot.views.settings import Screen
from core.activities.signals import PaceSignal, Reestimate
from core.athlete import Performance
from core.formatting import format_duration, format_number
from core.localisation import Localizer
from core.notation.units import Units, format_pace_in
from core.paces import Range, TrainingPaces, ZoneLetter

SHOWN_ZONES: tuple[ZoneLetter, ...] = ("E", "M", "T", "I")


def signals_offer(
    found: Reestimate,
    before: tuple[float, TrainingPaces],
    after: TrainingPaces,
    change_id: int,
    words: Localizer,
    units: Units,
) -> Screen:
    """Three sessions that agree, and the paces they speak for."""
    told = [_signal_line(signal, words, units) for signal in found.signals]
    head = "\n".join([words(f"paces-offer-{found.direction}"), *told])
    change = change_lines(before, (found.vdot, after), words, units)
    html = "\n\n".join([head, "\n".join(change), words("paces-why")])
    return Screen(html, (decision_row(change_id, words),))


def performance_offer(
    told: str,
    before: tuple[float, TrainingPaces] | None,
    after: tuple[float, TrainingPaces],
    change_id: int,
    words: Localizer,
    units: Units,
    *,
    is_over: bool,
) -> Screen:
    """What a race or a test says, and the paces it speaks for; `is_over` when no session is left."""
    blocks = [words("paces-offer-race", performance=told, vdot=number(after[0], words))]
    if before is not None:
        blocks.append("\n".join(change_lines(before, after, words, units)))
    blocks.append(words("paces-why-next" if is_over else "paces-why"))
    return Screen("\n\n".join(blocks), (decision_row(change_id, words),))


def first_paces_offer(told: str, vdot: float, after: TrainingPaces, words: Localizer, units: Units) -> Screen:
    """The first level of a runner whose plan is run by effort: it can be written anew, in paces."""
    lines = [
        words(
            "paces-first", zone=words(f"activity-zone-{zone}"), pace=format_pace_in(after.zone(zone), units)
        )
        for zone in SHOWN_ZONES
    ]
    head = words("paces-offer-race", performance=told, vdot=number(vdot, words))
    buttons = (
        Button(label=words("paces-button-apply"), data=f"{SETTINGS_PREFIX}:rebuild"),
        Button(label=words("paces-button-keep"), data=f"{SETTINGS_PREFIX}:keep"),
    )
    return Screen("\n\n".join([head, "\n".join(lines), words("paces-why-first")]), (buttons,))


def performance_in_words(performance: Performance, words: Localizer) -> str:
    """`10 km en 45:30`."""
    return words(
        "activity-figures",
        distance=distance_name(performance.distance_m, words),
        time=format_duration(performance.time_s, words.language),
    )


def number(vdot: float, words: Localizer) -> str:
    return format_number(vdot, words.language)


def change_lines(
    before: tuple[float, TrainingPaces], after: tuple[float, TrainingPaces], words: Localizer, units: Units
) -> Iterator[str]:
    """`VDOT 45 → 46,5`, then a line for each zone that moves."""
    numbers = [format_number(vdot, words.language) for vdot, _ in (before, after)]
    yield words("paces-change", before=numbers[0], after=numbers[1])
    for zone in SHOWN_ZONES:
        written = [format_pace_in(paces.zone(zone), units) for _, paces in (before, after)]
        if written[0] != written[1]:
            name = words(f"activity-zone-{zone}")
            yield words("paces-line", zone=name, before=written[0], after=written[1])


def vdot_change(before: float, after: float, words: Localizer) -> str:
    """`VDOT 45 → 46,5`: what the journal says of it."""
    numbers = [format_number(vdot, words.language) for vdot in (before, after)]
    return words("paces-change", before=numbers[0], after=numbers[1])


def decision_row(change_id: int, words: Localizer) -> tuple[Button, ...]:
    """Apply the change in the journal, or keep what is."""
    return (
        Button(label=words("paces-button-apply"), data=f"{CHANGE_PREFIX}:apply:{change_id}"),
        Button(label=words("paces-button-keep"), data=f"{CHANGE_PREFIX}:leave:{change_id}"),
    )


def _signal_line(signal: PaceSignal, words: Localizer, units: Units) -> str:
    done, target = (
        format_pace_in(Range(pace, pace), units) for pace in (signal.done_s_per_km, signal.target_s_per_km)
    )
    return words(
        "paces-signal",
        date=short_date(signal.date, words.language),
        zone=words(f"activity-zone-{signal.zone}"),
        done=done,
        target=target,
        told=str(signal.told_rpe),
        planned=str(signal.planned_rpe),
    )
