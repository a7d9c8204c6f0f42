"""What an upload replaced or left out, and what is needed to restore an earlier state."""

from __future__ import annotations

from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"


def upgrade() -> None:
    """Make the log of uploads, with what is known of those there are, and the place of undone ones.

    The records of an upload that was undone before this migration are gone: it has no archive.
    """
    op.create_table(
        "batch_change",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("change", sa.Integer(), nullable=False),
        sa.Column("at", sa.DateTime(), nullable=False),
        sa.Column("batch_id", sa.Integer(), nullable=False),
        sa.Column("active", sa.Boolean(), nullable=False),
        sa.Column("replaced_by", sa.Integer(), nullable=True),
        sa.ForeignKeyConstraint(["batch_id"], ["batch.id"], name=op.f("fk_batch_change_batch_id")),
        sa.ForeignKeyConstraint(
            ["replaced_by"], ["batch.id"], name=op.f("fk_batch_change_replaced_by")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_batch_change")),
    )
    op.create_index(op.f("ix_batch_change_batch_id"), "batch_change", ["batch_id"], unique=False)
    op.create_table(
        "batch_archive",
        sa.Column("batch_id", sa.Integer(), nullable=False),
        sa.Column("content", sa.LargeBinary(), nullable=False),
        sa.ForeignKeyConstraint(["batch_id"], ["batch.id"], name=op.f("fk_batch_archive_batch_id")),
        sa.PrimaryKeyConstraint("batch_id", name=op.f("pk_batch_archive")),
    )
    op.create_table(
        "batch_overlap",
        sa.Column("batch_id", sa.Integer(), nullable=False),
        sa.Column("earlier_id", sa.Integer(), nullable=False),
        sa.Column("rows", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["batch_id"], ["batch.id"], name=op.f("fk_batch_overlap_batch_id")),
        sa.ForeignKeyConstraint(
            ["earlier_id"], ["batch.id"], name=op.f("fk_batch_overlap_earlier_id")
        ),
        sa.PrimaryKeyConstraint("batch_id", "earlier_id", name=op.f("pk_batch_overlap")),
    )
    _log_what_there_is()


def downgrade() -> None:
    """Remove them."""
    for name in ("batch_overlap", "batch_archive", "batch_change"):
        op.drop_table(name)


def _log_what_there_is() -> None:
    batch = sa.table(
        "batch",
        sa.column("id", sa.Integer),
        sa.column("created_at", sa.DateTime),
        sa.column("undone_at", sa.DateTime),
    )
    found = op.get_bind().execute(sa.select(batch).order_by(batch.c.id)).all()
    moments = [(line.created_at, line.id, False) for line in found]
    moments += [(line.undone_at, line.id, True) for line in found if line.undone_at]
    lines: list[dict[str, Any]] = [
        {"change": change, "at": at, "batch_id": batch_id, "active": not undone}
        for change, (at, batch_id, undone) in enumerate(sorted(moments), start=1)
    ]
    log = sa.table(
        "batch_change",
        sa.column("change", sa.Integer),
        sa.column("at", sa.DateTime),
        sa.column("batch_id", sa.Integer),
        sa.column("active", sa.Boolean),
    )
    op.bulk_insert(log, lines)
