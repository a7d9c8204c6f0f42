"""Which lines of a finance export concern Platform31."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"

# The rule as it stood when this migration was written; it can be edited.
RULE = (("supplier", "Platform31"), ("description", "Platform31"))
COLUMNS = (
    ("supplier", sa.String()),
    ("cost_centre", sa.String()),
    ("task_field", sa.String()),
    ("concerns", sa.Boolean()),
    ("cumulative", sa.Boolean()),
)


def upgrade() -> None:
    """Make the rule, with its first conditions, and the columns of a finance export."""
    rule = op.create_table(
        "finance_rule",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("field", sa.String(), nullable=False),
        sa.Column("value", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_finance_rule")),
        sa.UniqueConstraint("field", "value", name=op.f("uq_finance_rule_field_value")),
    )
    op.bulk_insert(rule, [{"field": field, "value": value} for field, value in RULE])
    for name, kind in COLUMNS:
        op.add_column("budget_line", sa.Column(name, kind, nullable=True))


def downgrade() -> None:
    """Remove them."""
    for name, _ in reversed(COLUMNS):
        op.drop_column("budget_line", name)
    op.drop_table("finance_rule")
