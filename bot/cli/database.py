"""`runcoach db`: the database, from the operator's side."""

import asyncio
from collections.abc import Awaitable, Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, TypeVar

import typer

from bot.cli.errors import ClearNo, WrongUse

if TYPE_CHECKING:
    from storage.database import Database

Value = TypeVar("Value")
File = Annotated[Path, typer.Argument(metavar="FILE", help="The backup file.", show_default=False)]
To = Annotated[
    str,
    typer.Option(
        "--to",
        metavar="ADDRESS",
        envvar="RUNCOACH_COPY_TO",
        help="The empty database to fill, such as postgresql://runcoach:PASSWORD@localhost/runcoach.",
        show_default=False,
    ),
]

app = typer.Typer(help="The database: upgrade, check, back up, restore, copy.", no_args_is_help=True)


@app.callback()
def db() -> None:
    """The database of DATABASE_URL (or of RUNCOACH_DATA_DIR): upgrade, check, back up, restore, copy."""


@app.command()
def upgrade() -> None:
    """Bring the database to this version's schema; running it twice changes nothing."""
    _on_database(lambda database: database.upgrade())
    typer.echo("The database is up to date.")


@app.command()
def check() -> None:
    """Look at version, schema, content and rights; exit 1 and a line for each thing that is not well."""
    from storage.checking import check as check_database

    findings = _on_database(check_database)
    for finding in findings:
        typer.echo(f"{'✗' if finding.problems else '✓'} {finding.what}")
        for problem in finding.problems:
            typer.echo(f"  {problem}")
    wrong = sum(bool(finding.problems) for finding in findings)
    if wrong:
        raise ClearNo(f"The database is not well: {wrong} of {len(findings)} checks failed.")


@app.command()
def backup(file: File) -> None:
    """Write everything into FILE (a SQLite file, 0600) and verify it, while the bot runs."""
    from storage.backups import back_up

    with _progress() as progress:
        counts = _on_database(lambda database: back_up(database, file, progress.advance))
    typer.echo(f"{file} holds {sum(counts.values())} rows of {len(counts)} tables, verified.")


@app.command()
def restore(file: File) -> None:
    """Fill an empty database from a backup of this version or an older one; stop the bot first."""
    from storage.backups import restore as fill

    with _progress() as progress:
        sums = _on_database(lambda database: fill(file, database, progress.advance))
    typer.echo(f"{sum(table.rows for table in sums.values())} rows of {len(sums)} tables restored, verified.")


@app.command()
def copy(to: To) -> None:
    """Copy everything into another, empty database (SQLite to PostgreSQL or back); stop the bot first."""
    from storage.copying import TableSum, copy_database, prepare_target
    from storage.database import Database

    with _progress() as progress:

        async def work(source: Database) -> dict[str, TableSum]:
            target = Database(to)
            try:
                await prepare_target(target)
                return await copy_database(source, target, progress.advance)
            finally:
                await target.close()

        sums = _on_database(work)
    for name, table in sums.items():
        typer.echo(f"{name:<28} {table.rows:>9}  {table.digest % 16**12:012x}")
    rows = sum(table.rows for table in sums.values())
    typer.echo(f"{rows} rows of {len(sums)} tables copied; counts and checksums agree.")


class Progress:
    """A bar on the terminal, none where the output is no terminal."""

    def __init__(self) -> None:
        from rich.console import Console
        from rich.progress import Progress as Bar

        console = Console(stderr=True)
        self.bar = Bar(console=console, transient=True, disable=not console.is_terminal)
        self._task = self.bar.add_task("", total=None)

    def advance(self, what: str, done: int, of: int) -> None:
        self.bar.update(self._task, description=what, completed=done, total=of)


@contextmanager
def _progress() -> Iterator[Progress]:
    progress = Progress()
    with progress.bar:
        yield progress


def _on_database(work: "Callable[[Database], Awaitable[Value]]") -> Value:
    """Work on the database of the settings; whatever it says about itself becomes a sentence."""
    from bot.settings import SettingsError, load_settings
    from storage.backups import UnusableFile
    from storage.database import Database, StorageTrouble, StorageUnavailable

    async def run() -> Value:
        database = Database(load_settings().resolved_database_url)
        try:
            return await work(database)
        finally:
            await database.close()

    try:
        return asyncio.run(run())
    except (SettingsError, StorageUnavailable) as error:
        raise ClearNo(str(error)) from error
    except UnusableFile as error:
        raise WrongUse(str(error)) from error
    except StorageTrouble as error:
        raise ClearNo(f"The database does not answer: {error}.") from error
