"""Which processes there are, what each of them holds, and what they share."""

from sqlalchemy import BigInteger, Column, Float, Index, Integer, String, Table

from storage.tables.columns import UtcDateTime, metadata

processes = Table(
    "processes",
    metadata,
    Column("name", String(96), primary_key=True),  # as in every lease_owner
    Column("role", String(8), nullable=False),
    Column("since_utc", UtcDateTime, nullable=False),
    Column("lease_until_utc", UtcDateTime, nullable=False),  # silent for longer: dead
)

leaders = Table(
    "leaders",
    metadata,
    Column("duty", String(16), primary_key=True),
    Column("lease_owner", String(96)),
    Column("fence", Integer, nullable=False),  # one more with every change of hands
    Column("lease_until_utc", UtcDateTime, nullable=False),
)

paces = Table(
    "paces",
    metadata,
    Column("name", String(16), primary_key=True),
    Column("booked_until_s", Float(53), nullable=False),  # seconds since 1970, by the database's clock
)

chat_claims = Table(
    "chat_claims",
    metadata,
    Column("chat_id", BigInteger, primary_key=True, autoincrement=False),  # 0: updates of no chat
    Column("lease_owner", String(96), nullable=False),
    Column("touched_at_utc", UtcDateTime, nullable=False),
    Index(None, "lease_owner"),
)
