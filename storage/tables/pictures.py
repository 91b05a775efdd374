"""Pictures that Telegram already has."""

from sqlalchemy import BigInteger, Column, String, Table

from storage.tables.columns import UtcDateTime, metadata

telegram_files = Table(
    "telegram_files",
    metadata,
    Column("bot_id", BigInteger, primary_key=True, autoincrement=False),  # a file id is good for one bot
    Column("content_key", String(96), primary_key=True),  # same key, same bytes
    Column("file_id", String(256), nullable=False),
    Column("updated_at_utc", UtcDateTime, nullable=False),
)
