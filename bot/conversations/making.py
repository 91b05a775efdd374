"""Making a plan: built from a profile, saved as the runner's, and said."""

import asyncio
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from bot.conversations.days import today_of
from bot.messages import Outgoing
from bot.rhythms import begin_schedules
from bot.turn import Save, Turn
from bot.views import overview
from bot.words import words_in
from core.athlete import RunnerProfile
from core.failure import Failure
from core.program.builder import PlanRefused, build_program
from core.program.exchange import ProgramData
from core.vdot import ImpossiblePerformance
from storage import programs


@dataclass(frozen=True, slots=True)
class MadePlan:
    """A plan that is built and not yet saved."""

    profile: RunnerProfile
    program: ProgramData

    async def save(self, turn: Turn, save: Save) -> int:
        """Make it the runner's plan, and write to them from now on; gives the plan's id."""
        await begin_schedules(save.connection, turn.runner, now=turn.now)
        return await programs.save_active(
            save.connection, turn.runner.id, self.profile, self.program, now=turn.now
        )

    async def save_and_show(self, turn: Turn, save: Save) -> None:
        """Make it the runner's plan and say it: the overview, then its picture."""
        program_id = await self.save(turn, save)
        for message in overview_messages(self.program, program_id, week=1):
            await save.say(message)


async def make_plan(turn: Turn, profile: RunnerProfile, start: date | None = None) -> MadePlan | Failure:
    """Build a plan from `start` (today) on, with "typing" shown, or say why there is none; saves nothing."""
    async with turn.typing():
        try:
            program = await asyncio.to_thread(build_program, profile, start or today_of(turn))
        except (PlanRefused, ImpossiblePerformance) as refusal:
            return refusal.failure
    return MadePlan(profile, program)


def overview_messages(program: ProgramData, program_id: int, *, week: int) -> Sequence[Outgoing]:
    """The overview and the picture that carries its buttons; `week` is the one they open."""
    words = words_in("en" if program.language == "en" else "fr")
    return overview.overview(program, words), overview.picture(program, program_id, words, week=week)
