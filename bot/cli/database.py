"""`runcoach db`: the database, from the operator's side."""

import asyncio

import typer

from bot.cli.errors import ClearNo

app = typer.Typer(help="The database: create or upgrade it.", no_args_is_help=True)


@app.callback()
def db() -> None:
    """The database: create or upgrade it."""


@app.command()
def upgrade() -> None:
    """Bring the database to this version's schema; running it twice changes nothing."""
    from bot.settings import SettingsError, load_settings
    from storage.database import Database, StorageUnavailable

    try:
        settings = load_settings()
        asyncio.run(Database(settings.resolved_database_url).upgrade())
    except (SettingsError, StorageUnavailable) as error:
        raise ClearNo(str(error)) from error
    typer.echo("The database is up to date.")
