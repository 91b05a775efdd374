"""The schema as the sum of its migrations, run by the program itself."""

from pathlib import Path

from alembic import command
from alembic.config import Config
from alembic.util import CommandError
from sqlalchemy import Connection

from storage.database import StorageUnavailable

MIGRATIONS = Path(__file__).parent / "migrations"
# Any number will do; it keeps two starting processes from migrating PostgreSQL at once.
POSTGRESQL_LOCK = 7_265_110


def upgrade_schema(connection: Connection) -> None:
    """Run every migration this database has not seen, in the caller's transaction."""
    if connection.dialect.name == "postgresql":
        connection.exec_driver_sql(f"SELECT pg_advisory_xact_lock({POSTGRESQL_LOCK})")
    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS).replace("%", "%%"))
    config.set_main_option("path_separator", "os")
    config.attributes["connection"] = connection
    try:
        command.upgrade(config, "head")
    except CommandError as error:
        raise StorageUnavailable(
            "The database was written by a newer RunCoach; install that version or newer to use it."
        ) from error
