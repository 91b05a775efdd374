"""A race kilometre by kilometre: pace, climb and passage, as a table that keeps its columns."""

from collections.abc import Iterator, Sequence

from bot.views.formats import foreign
from core.formatting import clock, format_duration, format_number, format_pace
from core.localisation import Localizer
from core.pacing import UNSURE_SHARE, PacedKm, RacePacing, grouped
from core.race_week.course import RaceCourse

LINES_AT_MOST = 45
GROUPS_KM = (2, 5, 10)
FLAT_GROUP_KM = 5
"""A flat race is run at one pace: its passages every five kilometres are enough."""
FLAT_FROM_KM = 15.0
CLIMBS_FROM_M = 5.0
HEAT_TOLD_FROM = 1.01
UP, DOWN = 1.04, 0.97
"""Factors from which a kilometre is said to go up or down, for those who run it by effort."""


def pacing_html(pacing: RacePacing, course: RaceCourse, words: Localizer) -> str:
    """The whole table, with how to use it."""
    blocks = [words("pacing-title", name=foreign(course.name))]
    if pacing.total_s is not None and pacing.flat_s_per_km is not None:
        blocks.append("\n".join(_targets(pacing, words)))
    else:
        blocks.append(words("pacing-by-effort"))
    if pacing.total_s is not None or course.has_heights:
        splits = shown_splits(pacing, course)
        lines = [_head(pacing, words), *(_line(split, pacing, words) for split in splits)]
        blocks.append("<pre>" + "\n".join(lines) + "</pre>")
    else:
        blocks.append(words("pacing-thirds"))
    blocks.append(words("pacing-advice-hilly" if course.has_heights else "pacing-advice-flat"))
    return "\n\n".join(blocks)


def pacing_lines(pacing: RacePacing, course: RaceCourse, words: Localizer) -> Iterator[str]:
    """The table without markup, for a terminal."""
    if pacing.total_s is not None:
        yield from _targets(pacing, words)
    yield _head(pacing, words)
    yield from (_line(split, pacing, words) for split in shown_splits(pacing, course))


def time_words(pacing: RacePacing, words: Localizer) -> str:
    """`3 h 42`, or a range where the ground decides as much as the legs; empty without a level."""
    if pacing.total_s is None:
        return ""
    if pacing.is_sure:
        return format_duration(round(pacing.total_s / 5) * 5, words.language)
    ends = [_to_minutes(pacing.total_s * share) for share in (1 - UNSURE_SHARE, 1 + UNSURE_SHARE)]
    fast, slow = (format_duration(end, words.language) for end in ends)
    return words("pacing-range", fast=fast, slow=slow)


def shown_splits(pacing: RacePacing, course: RaceCourse) -> Sequence[PacedKm]:
    """Each kilometre, or groups of them where a phone would scroll for ever."""
    if not course.has_heights and course.distance_km >= FLAT_FROM_KM:
        return grouped(pacing.splits, FLAT_GROUP_KM)
    if len(pacing.splits) <= LINES_AT_MOST:
        return pacing.splits
    km = next((km for km in GROUPS_KM if len(pacing.splits) / km <= LINES_AT_MOST), GROUPS_KM[-1])
    return grouped(pacing.splits, km)


def _targets(pacing: RacePacing, words: Localizer) -> Iterator[str]:
    yield words("pacing-total", time=time_words(pacing, words))
    if pacing.flat_s_per_km is not None:
        yield words("pacing-flat", pace=format_pace(pacing.flat_s_per_km))
    if pacing.heat_factor >= HEAT_TOLD_FROM:
        percent = format_number((pacing.heat_factor - 1) * 100, words.language)
        yield words("pacing-heat", percent=percent)


def _head(pacing: RacePacing, words: Localizer) -> str:
    names = [words(f"pacing-column-{name}") for name in ("km", "pace", "climb", "passage")]
    if pacing.total_s is None:
        return f"{names[0]:<6}{words('pacing-column-effort'):<11}{names[2]:>5}"
    return f"{names[0]:<6}{names[1]:>7}{names[2]:>6}{names[3]:>9}"


def _line(split: PacedKm, pacing: RacePacing, words: Localizer) -> str:
    km = format_number(split.to_km, words.language)
    climb = f"+{split.climb_m:.0f}" if split.climb_m >= CLIMBS_FROM_M else ""
    if split.s_per_km is None or split.passes_at_s is None:
        return f"{km:<6}{words(f'pacing-effort-{_effort(split)}'):<11}{climb:>5}"
    pace = words("pacing-walk") if split.is_walked else clock(split.s_per_km)
    passage = clock(split.passes_at_s) if pacing.is_sure else f"~{_hours(split.passes_at_s)}"
    return f"{km:<6}{pace:>7}{climb:>6}{passage:>9}"


def _effort(split: PacedKm) -> str:
    if split.is_walked:
        return "walk"
    if split.factor >= UP:
        return "up"
    return "down" if split.factor <= DOWN else "flat"


def _hours(seconds: float) -> str:
    hours, minutes = divmod(round(seconds / 60), 60)
    return f"{hours}h{minutes:02d}"


def _to_minutes(seconds: float) -> float:
    """To five minutes."""
    return round(seconds / 300) * 300.0
