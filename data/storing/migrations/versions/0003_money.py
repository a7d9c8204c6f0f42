"""Agreements, numbers of inhabitants and their history."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"


def upgrade() -> None:
    """Make the tables of what the coordinator states of agreements and inhabitants."""
    op.create_table(
        "agreement_figure",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("first_year", sa.Integer(), nullable=False),
        sa.Column("figure", sa.String(), nullable=False),
        sa.Column("value", sa.String(), nullable=False),
        *_stated(),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_agreement_figure")),
    )
    op.create_table(
        "inhabitants_figure",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("cbs_code", sa.String(), nullable=False),
        sa.Column("year", sa.Integer(), nullable=False),
        sa.Column("inhabitants", sa.Integer(), nullable=True),
        *_stated(),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_inhabitants_figure")),
    )


def downgrade() -> None:
    """Drop both tables."""
    op.drop_table("inhabitants_figure")
    op.drop_table("agreement_figure")


def _stated() -> tuple[sa.Column, ...]:
    return (
        sa.Column("source", sa.String(), nullable=False),
        sa.Column("edited_at", sa.DateTime(), nullable=False),
        sa.Column("user_name", sa.String(), nullable=False),
    )
