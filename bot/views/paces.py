"""Other paces offered: what says so, what would change, and the two buttons."""

from collections.abc import Iterator

from bot.messages import Button
from bot.views.formats import short_date
from bot.views.life import PREFIX as CHANGE_PREFIX
from bot.views.settings import Screen
from core.activities.signals import PaceSignal, Reestimate
from core.formatting import format_number
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
