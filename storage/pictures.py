"""The file ids under which Telegram keeps pictures that were sent before."""

from datetime import datetime

from sqlalchemy import delete, select

from storage.database import Connection
from storage.schema import telegram_files
from storage.upserting import insert

FILE_ID_LETTERS = 256


async def file_id_of(connection: Connection, bot_id: int, content_key: str) -> str | None:
    """What to send instead of the picture; None when this bot never sent it."""
    table = telegram_files
    statement = select(table.c.file_id).where(table.c.bot_id == bot_id, table.c.content_key == content_key)
    found: str | None = (await connection.execute(statement)).scalar_one_or_none()
    return found


async def remember(
    connection: Connection, bot_id: int, content_key: str, file_id: str, *, now: datetime
) -> None:
    """Note where the picture now is; a later file takes the place of an earlier one."""
    if len(file_id) > FILE_ID_LETTERS:
        await connection.execute(
            delete(telegram_files).where(
                telegram_files.c.bot_id == bot_id, telegram_files.c.content_key == content_key
            )
        )
        return
    values = {"file_id": file_id, "updated_at_utc": now}
    statement = insert(connection, telegram_files).values(bot_id=bot_id, content_key=content_key, **values)
    await connection.execute(
        statement.on_conflict_do_update(index_elements=["bot_id", "content_key"], set_=values)
    )
