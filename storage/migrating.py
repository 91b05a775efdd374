"""The schema as the sum of its migrations, run by the program itself."""

from pathlib import Path

from alembic import command
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from alembic.util import CommandError
from sqlalchemy import Connection

from storage.troubles import StorageUnavailable

MIGRATIONS = Path(__file__).parent / "migrations"
# Any number will do; it keeps two starting processes from migrating PostgreSQL at once.
POSTGRESQL_LOCK = 7_265_110
NEWER = "The database was written by a newer RunCoach; install that version or newer to use it."


def upgrade_schema(connection: Connection) -> None:
    """Run every migration this database has not seen, in the caller's transaction."""
    if connection.dialect.name == "postgresql":
        connection.exec_driver_sql(f"SELECT pg_advisory_xact_lock({POSTGRESQL_LOCK})")
    config = _config()
    config.attributes["connection"] = connection
    try:
        command.upgrade(config, "head")
    except CommandError as error:
        raise StorageUnavailable(NEWER) from error


def version_of(connection: Connection) -> str | None:
    """The migration a database stands at; None before the first."""
    return MigrationContext.configure(connection).get_current_revision()


def newest_version() -> str:
    """The migration this program needs."""
    return str(ScriptDirectory.from_config(_config()).get_current_head())


def known_versions() -> set[str]:
    """Every migration this program knows."""
    return {script.revision for script in ScriptDirectory.from_config(_config()).walk_revisions()}


def _config() -> Config:
    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS).replace("%", "%%"))
    config.set_main_option("path_separator", "os")
    return config
