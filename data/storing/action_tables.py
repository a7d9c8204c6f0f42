"""The tables of what people do about the map: actions, confirmations, proposals, and the log."""

from __future__ import annotations

from sqlalchemy import (
    JSON,
    Column,
    Date,
    DateTime,
    ForeignKey,
    Index,
    Integer,
    String,
    Table,
    UniqueConstraint,
)

from data.storing.tables import metadata


def _department_key() -> Column[int]:
    return Column("department_id", Integer, ForeignKey("department.id"), nullable=False, index=True)


# One conversation with one department, about one or more themes. `version` is raised by every
# change, so that the second of two people who change it at once is told.
conversation = Table(
    "conversation",
    metadata,
    Column("id", Integer, primary_key=True),
    _department_key(),
    Column("owner", String, nullable=False),
    Column("next_step", String, nullable=False),
    Column("due_on", Date),
    Column("note", String, nullable=False),
    Column("version", Integer, nullable=False),
)

# One cell acted upon, with its place in the ranking when it was chosen.
action = Table(
    "action",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("conversation_id", Integer, ForeignKey("conversation.id"), nullable=False, index=True),
    Column("theme_id", Integer, ForeignKey("theme.id"), nullable=False),
    Column("chosen_on", Date, nullable=False),
    Column("status", String, nullable=False),
    Column("reason", String),
    Column("rank", Integer),
    Column("ranked", Integer),
    Column("first_year", Integer),
    Column("last_year", Integer),
    UniqueConstraint("conversation_id", "theme_id"),
)

# A department that says: the list of this year is complete.
confirmation = Table(
    "confirmation",
    metadata,
    Column("id", Integer, primary_key=True),
    _department_key(),
    Column("year", Integer, nullable=False),
    Column("records", Integer, nullable=False),
    Column("confirmed_at", DateTime, nullable=False),  # UTC
    Column("user_name", String, nullable=False),
    Column("withdrawn_at", DateTime),  # UTC
)
Index(
    "uq_confirmation_active",
    confirmation.c.department_id,
    confirmation.c.year,
    unique=True,
    sqlite_where=confirmation.c.withdrawn_at.is_(None),
    postgresql_where=confirmation.c.withdrawn_at.is_(None),
)

# What a department proposes; `before` is the record as it stood, `content` what is proposed. What
# is accepted comes into the figures as an upload of its own, `batch_id`.
proposal = Table(
    "proposal",
    metadata,
    Column("id", Integer, primary_key=True),
    _department_key(),
    Column("kind", String, nullable=False),
    Column("theme_id", Integer, ForeignKey("theme.id")),
    Column("record_id", Integer),
    Column("before", JSON, nullable=False),
    Column("content", JSON, nullable=False),
    Column("note", String, nullable=False),
    Column("proposed_at", DateTime, nullable=False),  # UTC
    Column("proposed_by", String, nullable=False),
    Column("status", String, nullable=False),
    Column("decided_at", DateTime),  # UTC
    Column("decided_by", String),
    Column("answer", String),
    Column("batch_id", Integer, ForeignKey("batch.id")),
)

# A record that an accepted proposal put another in the place of: kept, and not counted.
replaced_record = Table(
    "replaced_record",
    metadata,
    Column("record_id", Integer, ForeignKey("usage_record.id"), primary_key=True),
    Column("batch_id", Integer, ForeignKey("batch.id"), nullable=False, index=True),
)

# Who changed what, and when; never changed itself.
change_log = Table(
    "change_log",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("at", DateTime, nullable=False),  # UTC
    Column("user_name", String, nullable=False),
    Column("role", String, nullable=False),
    Column("subject", String, nullable=False),
    Column("subject_id", Integer),
    Column("verb", String, nullable=False),
    Column("before", JSON, nullable=False),
    Column("after", JSON, nullable=False),
)
