"""The plan on paper, and a week as a picture to share."""

import asyncio
from datetime import date

from bot.conversations.no_plan import say_no_plan
from bot.conversations.plan import active
from bot.messages import SendFile
from bot.turn import Turn
from bot.units import units_of
from bot.views.overview import phase_of
from bot.views.week_picture import week_picture
from bot.words import words_in
from storage.programs import StoredProgram


async def send_plan(turn: Turn) -> None:
    """The whole plan as a PDF for A4."""
    stored = await active(turn)
    if stored is None:
        await say_no_plan(turn)
        return
    from bot.printing.plan import Printed, plan_pdf  # late: only who prints waits for fpdf2 and Matplotlib

    printed = Printed(
        program=stored.program,
        words=words_in(stored.language),
        units=units_of(turn.runner),
        printed_at_utc=turn.now,
        done=_done_days(stored),
    )
    async with turn.typing():
        content = await asyncio.to_thread(plan_pdf, printed)
    async with turn.saving() as save:
        await save.say(SendFile.of_bytes("runcoach.pdf", content, turn.words("print-ready")))


async def send_week(turn: Turn) -> None:
    """The button of a week: its picture."""
    _prefix, program_id, number = (*turn.incoming.data.split(":"), "", "")[:3]
    stored = await active(turn)
    weeks = stored.weeks if stored is not None and str(stored.id) == program_id else ()
    found = next((item.week for item in weeks if str(item.week.week_number) == number), None)
    if stored is None or found is None:
        await turn.answer_tap(turn.words("menu-stale-button"), alert=True)
        return
    phase = phase_of(stored.program, found.week_number)
    async with turn.saving() as save:
        await save.say(week_picture(found, len(stored.weeks), phase, turn.words))


def _done_days(stored: StoredProgram) -> frozenset[date]:
    done = (item.session for week in stored.weeks for item in week.sessions if item.status == "done")
    return frozenset(session.date for session in done if session.date)
