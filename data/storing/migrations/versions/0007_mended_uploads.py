"""Of which file an upload holds mended rows, and where each of them stood there."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"


def upgrade() -> None:
    """Add what tells the rows of one file apart from those of another."""
    op.add_column("batch", sa.Column("mends", sa.String(length=64), nullable=True))
    op.create_index(op.f("ix_batch_mends"), "batch", ["mends"], unique=False)
    number = sa.Column("table_number", sa.Integer(), server_default="1", nullable=False)
    op.add_column("sheet_report", number)
    op.add_column("sheet_report", sa.Column("unit", sa.Integer(), nullable=True))
    op.add_column("sheet_report", sa.Column("origins", sa.JSON(), nullable=True))


def downgrade() -> None:
    """Remove it."""
    for column in ("origins", "unit", "table_number"):
        op.drop_column("sheet_report", column)
    op.drop_index(op.f("ix_batch_mends"), table_name="batch")
    op.drop_column("batch", "mends")
