"""Departments and themes through the years, reorganisations, and what a city set otherwise."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"

_VALID = ("valid_from", "valid_to")


def upgrade() -> None:
    """Say of departments and themes when they exist, and how departments follow each other."""
    for name in ("department", "theme"):
        for column in _VALID:
            op.add_column(name, sa.Column(column, sa.Integer(), nullable=True))
    op.add_column("department", sa.Column("manager", sa.String(), nullable=True))
    op.add_column("department", sa.Column("employees", sa.Integer(), nullable=True))
    with op.batch_alter_table("name_variant") as table:
        table.alter_column("batch_id", existing_type=sa.Integer(), nullable=True)
    op.create_table(
        "reorganisation",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("year", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("note", sa.String(), nullable=False),
        sa.Column("created_at", sa.DateTime(), nullable=False),
        sa.Column("user_name", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_reorganisation")),
    )
    op.create_table(
        "succession",
        sa.Column("reorganisation_id", sa.Integer(), nullable=False),
        sa.Column("department_id", sa.Integer(), nullable=False),
        sa.Column("successor_id", sa.Integer(), nullable=False),
        sa.Column("percent", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["reorganisation_id"],
            ["reorganisation.id"],
            name=op.f("fk_succession_reorganisation_id"),
        ),
        sa.ForeignKeyConstraint(
            ["department_id"], ["department.id"], name=op.f("fk_succession_department_id")
        ),
        sa.ForeignKeyConstraint(
            ["successor_id"], ["department.id"], name=op.f("fk_succession_successor_id")
        ),
        sa.PrimaryKeyConstraint(
            "reorganisation_id", "department_id", "successor_id", name=op.f("pk_succession")
        ),
    )
    op.create_table(
        "setting",
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("value", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("name", name=op.f("pk_setting")),
    )


def downgrade() -> None:
    """Remove them."""
    for name in ("setting", "succession", "reorganisation"):
        op.drop_table(name)
    op.execute("DELETE FROM name_variant WHERE batch_id IS NULL")
    with op.batch_alter_table("name_variant") as table:
        table.alter_column("batch_id", existing_type=sa.Integer(), nullable=False)
    for name, columns in (
        ("department", ("employees", "manager")),
        ("theme", ()),
    ):
        for column in (*columns, *_VALID):
            op.drop_column(name, column)
