"""`runcoach stats`: how the queue, the plans and Claude are doing."""

import asyncio
import json
from dataclasses import asdict
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Annotated

import typer

from bot.cli.errors import ClearNo

if TYPE_CHECKING:
    from bot.experiments import Compared
    from storage.statistics import Statistics


def stats(as_json: Annotated[bool, typer.Option("--json", help="Print JSON.")] = False) -> None:
    """Print how the queue, the plans and Claude are doing."""
    from bot.settings import SettingsError, load_settings
    from bot.views.statistics import experiment_lines, lines
    from storage.database import StorageTrouble, StorageUnavailable

    try:
        figures, experiments = asyncio.run(_figures(load_settings().resolved_database_url))
    except (SettingsError, StorageUnavailable) as error:
        raise ClearNo(str(error)) from error
    except StorageTrouble as error:
        raise ClearNo(f"The database does not answer: {error}.") from error
    if as_json:
        told = {**asdict(figures), "experiments": [asdict(one) for one in experiments]}
        typer.echo(json.dumps(told, indent=2, default=str))
    else:
        typer.echo("\n".join([*lines(figures), *experiment_lines(experiments)]))


async def _figures(url: str) -> "tuple[Statistics, tuple[Compared, ...]]":
    from bot.experiments import compared
    from storage import statistics
    from storage.database import Database

    database = Database(url)
    try:
        await database.upgrade()
        async with database.reading() as connection:
            figures = await statistics.gather(connection, now=datetime.now(UTC))
            return figures, await compared(connection)
    finally:
        await database.close()
