"""What people do about the map: conversations, actions, confirmations and proposals."""

from __future__ import annotations

from sqlalchemy import (
    JSON,
    Boolean,
    Column,
    Date,
    DateTime,
    ForeignKey,
    Index,
    Integer,
    String,
    UniqueConstraint,
)

from data.storing.tables.columns import department_key, number, table, theme_key, user_name

conversation = table(
    "conversation",
    "A conversation with one department, about one or more themes.",
    number(),
    department_key(index=True),
    Column("owner", String, nullable=False, doc="who holds it"),
    Column("next_step", String, nullable=False, doc="what is to be done next"),
    Column("due_on", Date, doc="by when"),
    Column("note", String, nullable=False, doc="what was noted about it"),
    # The second of two people who change it at once is told.
    Column("version", Integer, nullable=False, doc="raised by every change"),
)

action = table(
    "action",
    "A combination of department and theme that is acted upon.",
    number(),
    Column(
        "conversation_id",
        Integer,
        ForeignKey("conversation.id"),
        nullable=False,
        index=True,
        doc="the conversation it belongs to",
    ),
    theme_key(),
    Column("chosen_on", Date, nullable=False, doc="when it was chosen"),
    Column("status", String, nullable=False, doc="how far it is"),
    Column("reason", String, doc="why it was declined"),
    Column("rank", Integer, doc="its place in the ranking when it was chosen"),
    Column("ranked", Integer, doc="how many were ranked then"),
    Column("first_year", Integer, doc="first year of that ranking"),
    Column("last_year", Integer, doc="last year of that ranking"),
    UniqueConstraint("conversation_id", "theme_id"),
)

draw = table(
    "draw",
    "A draw among equal white spots of one department. It is never changed.",
    number(),
    department_key(index=True),
    Column("drawn_on", Date, nullable=False, doc="when it was drawn"),
    user_name("who drew"),
)

drawn_cell = table(
    "drawn_cell",
    "A white spot that was in a draw.",
    number(),
    Column("draw_id", Integer, ForeignKey("draw.id"), nullable=False, index=True, doc="its draw"),
    theme_key(),
    Column(
        "approach_now",
        Boolean,
        nullable=False,
        doc="approached at once; otherwise twelve months on",
    ),
    UniqueConstraint("draw_id", "theme_id"),
)

confirmation = table(
    "confirmation",
    "A department that says: the list of this year is complete.",
    number(),
    department_key(index=True),
    Column("year", Integer, nullable=False, doc="the year"),
    Column("records", Integer, nullable=False, doc="how many records the list had"),
    Column("confirmed_at", DateTime, nullable=False, doc="when (UTC)"),
    user_name("who said so"),
    Column("withdrawn_at", DateTime, doc="when it was taken back (UTC); missing: it holds"),
)
Index(
    "uq_confirmation_active",
    confirmation.c.department_id,
    confirmation.c.year,
    unique=True,
    sqlite_where=confirmation.c.withdrawn_at.is_(None),
    postgresql_where=confirmation.c.withdrawn_at.is_(None),
)

proposal = table(
    "proposal",
    "What a department proposes about its list. What is accepted comes into the figures as an "
    "upload of its own.",
    number(),
    department_key(index=True),
    Column("kind", String, nullable=False, doc="`add`, `correct`, `remove` or `not_wanted`"),
    theme_key(nullable=True),
    Column("record_id", Integer, doc="the record it is about"),
    Column("before", JSON, nullable=False, doc="the record as it stood"),
    Column("content", JSON, nullable=False, doc="what is proposed"),
    Column("note", String, nullable=False, doc="what the department says about it"),
    Column("proposed_at", DateTime, nullable=False, doc="when (UTC)"),
    Column("proposed_by", String, nullable=False, doc="who proposed it"),
    Column("status", String, nullable=False, doc="waiting, accepted, refused or withdrawn"),
    Column("decided_at", DateTime, doc="when that was decided (UTC)"),
    Column("decided_by", String, doc="who decided it"),
    Column("answer", String, doc="the answer to the department"),
    Column("batch_id", Integer, ForeignKey("batch.id"), doc="the upload that was made of it"),
)
