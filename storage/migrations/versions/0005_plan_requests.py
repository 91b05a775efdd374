"""Plans that Claude is wanted for."""

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None

instant = sa.DateTime(timezone=True)
row_id = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    op.create_table(
        "plan_requests",
        sa.Column("program_id", row_id, nullable=False),
        sa.Column("runner_id", sa.BigInteger(), nullable=False),
        sa.Column("start", sa.Date(), nullable=False),
        sa.Column("status", sa.String(length=16), nullable=False),
        sa.Column("attempts", sa.Integer(), nullable=False),
        sa.Column("not_before_utc", instant, nullable=False),
        sa.Column("lease_owner", sa.String(length=96), nullable=True),
        sa.Column("lease_until_utc", instant, nullable=True),
        sa.Column("outcome", sa.String(length=32), nullable=True),
        sa.Column("created_at_utc", instant, nullable=False),
        sa.Column("finished_at_utc", instant, nullable=True),
        sa.ForeignKeyConstraint(
            ["program_id"], ["programs.id"], name="fk_plan_requests_program_id_programs", ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["runner_id"], ["runners.id"], name="fk_plan_requests_runner_id_runners", ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("program_id", name="pk_plan_requests"),
    )
    op.create_index(
        "ix_plan_requests_status_not_before_utc", "plan_requests", ["status", "not_before_utc"], unique=False
    )
    op.create_index("ix_plan_requests_runner_id", "plan_requests", ["runner_id"], unique=False)
