"""Easy weeks before a plan that starts later: steady volume, nothing hard."""

from datetime import timedelta

from core.program.allocation import Share, allocate, down_to_grain
from core.program.exchange import ProgramData, Session, Week
from core.program.layout import DAYS, Layout
from core.program.phrasing import Phrases, phrases
from core.program.prescription import Prescriber
from core.program.schedule import Schedule
from core.program.sessions import SessionWriter
from core.program.situation import SMALLEST_RUN_KM
from core.program.sizes import SizedSlot, long_share
from core.program.volumes import LONG_OVER_MEAN, RECOVERY_SHARE
from core.program.weekdays import Slot

CYCLE = 3
LONG_WEIGHT = 1.4
MOST_WEEKS = 8
"""A race a year away would fill screens with the same week: the first ones are written, then repeated."""


def maintenance_weeks(
    writer: SessionWriter, prescriber: Prescriber, schedule: Schedule, layout: Layout
) -> tuple[Week, ...]:
    """The weeks from now towards the first of the plan, numbered from 1; every third one is lighter."""
    count = min(schedule.maintenance_weeks, MOST_WEEKS)
    return tuple(_week(writer, prescriber, schedule, layout, number) for number in range(1, count + 1))


def waiting_days(program: ProgramData) -> tuple[Session, ...]:
    """Every day from the first easy week to the eve of the plan, the written weeks repeated."""
    written = [day for week in program.maintenance for day in week.sessions if day.date]
    if not written or written[0].date is None or program.start_date is None:
        return ()
    first = written[0].date
    return tuple(
        written[order % len(written)].model_copy(update={"date": first + timedelta(days=order)})
        for order in range((program.start_date - first).days)
    )


def _week(
    writer: SessionWriter, prescriber: Prescriber, schedule: Schedule, layout: Layout, number: int
) -> Week:
    words = phrases(writer.situation.language)
    first_order = -DAYS * (schedule.maintenance_weeks - number + 1)
    lighter = number % CYCLE == 0
    slots = _sized(writer, layout, first_order, lighter=lighter)
    total_km = round(sum(sized.km for sized in slots.values()), 1)
    return Week(
        week_number=number,
        focus=words("program-focus-maintenance"),
        total_volume_km=total_km,
        notes=_notes(words, schedule, number, total_km),
        sessions=tuple(
            _session(writer, prescriber, slots.get(order), order)
            for order in range(first_order, first_order + DAYS)
        ),
        phase="maintenance",
        recovery=lighter,
    )


def _notes(words: Phrases, schedule: Schedule, number: int, total_km: float) -> str:
    start = words.date(schedule.first_monday)
    notes = words("program-note-maintenance", km=words.km(total_km), date=start)
    if number == MOST_WEEKS < schedule.maintenance_weeks:
        return f"{notes} {words('program-note-maintenance-last', date=start)}"
    return notes


def _sized(writer: SessionWriter, layout: Layout, first_order: int, *, lighter: bool) -> dict[int, SizedSlot]:
    situation = writer.situation
    week_km = down_to_grain(situation.start_km * (RECOVERY_SHARE if lighter else 1.0))
    longest_km = (
        situation.profile.longest_run_km or LONG_WEIGHT * LONG_OVER_MEAN * week_km / situation.sessions
    )
    cap_km = min(longest_km, situation.long_cap_km, long_share(situation.sessions) * week_km)
    cap_km = max(cap_km, SMALLEST_RUN_KM)
    shares = [
        Share(LONG_WEIGHT if day == layout.long_day else 1.0, SMALLEST_RUN_KM, cap_km) for day in layout.days
    ]
    return {
        first_order + day: SizedSlot(Slot(first_order + day, "easy"), km)
        for day, km in zip(layout.days, allocate(week_km, shares), strict=True)
    }


def _session(writer: SessionWriter, prescriber: Prescriber, sized: SizedSlot | None, order: int) -> Session:
    if sized is None:
        return writer.rest(order)
    run = prescriber.maintenance(sized)
    return writer.session(run, writer.whys.maintenance(run), None)
