"""The figures of a plan beside its days: VDOT, paces, predicted times, and the profile they come from."""

from collections.abc import Mapping
from typing import Any

from sqlalchemy import select, update

from core.athlete import RunnerProfile
from core.program.exchange import ProgramData
from storage.database import Connection
from storage.programs import PROFILE
from storage.schema import programs

HELD = ("vdot", "paces", "predictions")


def figures_of(program: ProgramData, profile: RunnerProfile) -> dict[str, Any]:
    """The figures as a journal keeps them."""
    header = program.model_dump(mode="json", include=set(HELD))
    return {"header": header, "profile": PROFILE.dump_python(profile, mode="json")}


async def write_figures(
    connection: Connection, runner_id: int, program_id: int, figures: Mapping[str, Any]
) -> None:
    """Put these figures in place of the plan's; its days stay as they are."""
    own = (programs.c.id == program_id) & (programs.c.runner_id == runner_id)
    header = (await connection.execute(select(programs.c.header).where(own))).scalar_one()
    values = {"header": {**header, **figures["header"]}, "profile": figures["profile"]}
    await connection.execute(update(programs).where(own).values(values))
