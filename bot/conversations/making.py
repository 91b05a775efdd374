"""Making a plan: built from a profile, saved as the runner's, and said."""

import asyncio
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from bot.conversations.days import today_of
from bot.enrichment.planning import enrich_program
from bot.messages import Outgoing
from bot.rhythms import begin_schedules
from bot.turn import Save, Turn
from bot.units import units_of
from bot.views import generation, overview
from bot.words import words_in
from core.athlete import RunnerProfile
from core.failure import Failure
from core.notation.units import Units
from core.program.builder import PlanRefused, build_program
from core.program.exchange import ProgramData
from core.vdot import ImpossiblePerformance
from storage import plan_requests, programs

REWORDED_WITHIN = timedelta(minutes=2)


@dataclass(frozen=True, slots=True)
class MadePlan:
    """A plan that is built and not yet saved."""

    profile: RunnerProfile
    program: ProgramData
    start: date

    async def save(self, turn: Turn, save: Save) -> int:
        """Make it the runner's plan, and write to them from now on; gives the plan's id."""
        await begin_schedules(save.connection, turn.runner, now=turn.now)
        program_id = await programs.save_active(
            save.connection, turn.runner.id, self.profile, self.program, now=turn.now
        )
        if turn.services.claude_writes():
            await plan_requests.want(save.connection, turn.runner.id, program_id, self.start, now=turn.now)
            save.wakes.add(turn.services.plans_wanted)
        await self._enrich(turn, save)
        return program_id

    async def _enrich(self, turn: Turn, save: Save) -> None:
        writes = turn.services.claude_writes()
        await enrich_program(
            save.connection,
            turn.runner.id,
            today_of(turn),
            now=turn.now,
            with_claude=writes,
            # What Claude is about to reword is not worth explaining yet.
            run_at_utc=turn.now + REWORDED_WITHIN if writes else None,
        )
        save.wakes.add(turn.services.enrichment_wanted)

    async def save_and_show(self, turn: Turn, save: Save) -> None:
        """Make it the runner's plan and say it: the overview, then its picture."""
        program_id = await self.save(turn, save)
        waiting = turn.services.claude_writes()
        units = units_of(turn.runner)
        for message in overview_messages(self.program, program_id, week=1, units=units, waiting=waiting):
            await save.say(message)


async def make_plan(turn: Turn, profile: RunnerProfile, start: date | None = None) -> MadePlan | Failure:
    """Build a plan from `start` (today) on, with "typing" shown, or say why there is none; saves nothing."""
    start = start or today_of(turn)
    async with turn.typing():
        try:
            program = await asyncio.to_thread(build_program, profile, start)
        except (PlanRefused, ImpossiblePerformance) as refusal:
            return refusal.failure
    return MadePlan(profile, program, start)


def overview_messages(
    program: ProgramData, program_id: int, *, week: int, units: Units = "km", waiting: bool = False
) -> Sequence[Outgoing]:
    """The overview and the picture that carries its buttons; `week` is the one they open.

    `waiting` tells that Claude is about to read the plan over.
    """
    words = words_in("en" if program.language == "en" else "fr")
    told = generation.overview_text(program, program_id, words, waiting=waiting)
    return told, overview.picture(program, program_id, words, week=week, units=units)
