"""Whether an answer of Claude's could be used as it was."""

import sqlalchemy as sa
from alembic import op

revision = "0015"
down_revision = "0014"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("claude_calls", sa.Column("usable", sa.Boolean(create_constraint=False), nullable=True))
