"""`runcoach export` and `runcoach erase`: what is kept about one runner, from the operator's side."""

import asyncio
import json
import os
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, TypeVar

import typer

from bot.cli.errors import ClearNo, WrongUse

if TYPE_CHECKING:
    from storage.database import Connection

User = Annotated[int, typer.Argument(min=1, help="The runner's Telegram user id.")]
OutputOption = Annotated[
    str | None, typer.Option("--output", help="The file to write (default: standard output).")
]
YesOption = Annotated[bool, typer.Option("--yes", help="Do not ask.")]
Value = TypeVar("Value")


def export(user: User, output: OutputOption = None) -> None:
    """Print everything kept about a runner as JSON, or write it to a file only you can read."""
    from storage.personal import everything

    kept = _in_database(lambda connection: everything(connection, user))
    if kept is None:
        raise ClearNo(f"Nothing is kept about a runner {user}.")
    text = json.dumps(kept, ensure_ascii=False, indent=2)
    if output is None:
        typer.echo(text)
        return
    _write_private(Path(output), text)
    typer.echo(f"Written to {output}.")


def erase(user: User, yes: YesOption = False) -> None:
    """Delete a runner and everything kept about them, for good."""
    from storage import runners

    if not yes and not typer.confirm(f"Delete everything kept about the runner {user}?"):
        raise ClearNo("Nothing was deleted.")
    if not _in_database(lambda connection: runners.erase(connection, user, unread_too=True)):
        raise ClearNo(f"Nothing is kept about a runner {user}.")
    typer.echo(f"Everything about the runner {user} is deleted.")


def _in_database(ask: "Callable[[Connection], Awaitable[Value]]") -> Value:
    """One transaction on the database of the settings."""
    from bot.settings import SettingsError, load_settings
    from storage.database import Database, StorageTrouble, StorageUnavailable

    async def run() -> Value:
        database = Database(load_settings().resolved_database_url)
        try:
            await database.upgrade()
            async with database.transaction() as connection:
                return await ask(connection)
        finally:
            await database.close()

    try:
        return asyncio.run(run())
    except (SettingsError, StorageUnavailable) as error:
        raise ClearNo(str(error)) from error
    except StorageTrouble as error:
        raise ClearNo(f"The database does not answer: {error}.") from error


def _write_private(path: Path, text: str) -> None:
    try:
        handle = os.open(path, os.O_CREAT | os.O_WRONLY | os.O_TRUNC, 0o600)
        with os.fdopen(handle, "w", encoding="utf-8") as file:
            file.write(text + "\n")
    except OSError as error:
        raise WrongUse(f"{path} cannot be written: {(error.strerror or str(error)).lower()}.") from None
