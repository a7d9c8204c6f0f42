"""The yearly meeting: requests not delivered, dossiers and what was agreed."""

from __future__ import annotations

from sqlalchemy import (
    JSON,
    BigInteger,
    Column,
    Date,
    DateTime,
    ForeignKey,
    Integer,
    LargeBinary,
    String,
    UniqueConstraint,
)

from data.storing.tables.columns import department_key, number, table, theme_key, user_name

unmet_request = table(
    "unmet_request",
    "Something that a department asked of Platform31 and did not get.",
    number(),
    Column("asked_on", Date, nullable=False, doc="when it was asked"),
    department_key(index=True),
    theme_key(),
    Column("subject", String, nullable=False, doc="what was asked"),
    Column("outcome", String, nullable=False, doc="what became of it"),
    Column("note", String, nullable=False, doc="what was noted about that"),
    Column("noted_at", DateTime, nullable=False, doc="when it was noted (UTC)"),
    user_name("who noted it"),
    Column("changed_at", DateTime, nullable=False, doc="when it was last changed (UTC)"),
    Column("withdrawn_at", DateTime, doc="when it was taken back (UTC); missing: it holds"),
)

dossier_draft = table(
    "dossier_draft",
    "What the coordinator made of the proposed dossier of a year, in one language.",
    number(),
    Column("year", Integer, nullable=False, doc="the year that it is about"),
    Column("language", String, nullable=False, doc="`nl` or `en`"),
    Column("content", JSON, nullable=False, doc="changed sentences, what is left out, own points"),
    # The second of two people who change it at once is told.
    Column("version", Integer, nullable=False, doc="raised by every change"),
    Column("edited_at", DateTime, nullable=False, doc="when it was last changed (UTC)"),
    user_name("who last changed it"),
    UniqueConstraint("year", "language"),
)

dossier_version = table(
    "dossier_version",
    "A dossier as it was established. It is never changed; a newer version may take its place.",
    number(),
    Column("year", Integer, nullable=False, doc="the year that it is about"),
    Column("language", String, nullable=False, doc="`nl` or `en`"),
    Column("version", Integer, nullable=False, doc="its number within the year, from 1"),
    Column("title", String, nullable=False, doc="its title"),
    Column("reason", String, nullable=False, doc="why it takes the place of the one before"),
    Column("frozen_at", DateTime, nullable=False, doc="when it was established (UTC)"),
    user_name("who established it"),
    Column("tool_version", String, nullable=False, doc="the version of the tool"),
    Column("figures", JSON, nullable=False, doc="its figures, as the command line gives them"),
    Column("uploads", JSON, nullable=False, doc="the uploads it rests on: number, file, sha-256"),
    UniqueConstraint("year", "version"),
)

dossier_file = table(
    "dossier_file",
    "A file of an established dossier, byte for byte.",
    number(),
    Column(
        "dossier_id",
        Integer,
        ForeignKey("dossier_version.id"),
        nullable=False,
        index=True,
        doc="the dossier",
    ),
    Column("format", String, nullable=False, doc="`docx`, `pdf`, … or `xml` for the metadata"),
    Column("name", String, nullable=False, doc="the name of the file"),
    Column("content", LargeBinary, nullable=False, doc="its bytes"),
    Column("sha256", String(64), nullable=False, doc="their fingerprint"),
    Column("size", BigInteger, nullable=False, doc="how many bytes"),
)

meeting_agreement = table(
    "meeting_agreement",
    "Something agreed at the meeting about a year.",
    number(),
    Column("year", Integer, nullable=False, doc="the year that the meeting was about"),
    Column("text", String, nullable=False, doc="what was agreed"),
    Column("owner", String, nullable=False, doc="who sees to it"),
    Column("due_on", Date, doc="by when"),
    department_key(nullable=True, index=True),
    theme_key(nullable=True),
    Column("conversation_id", Integer, ForeignKey("conversation.id"), doc="the action it became"),
    Column("status", String, nullable=False, doc="`to_do`, `done` or `dropped`"),
    Column("outcome", String, nullable=False, doc="what became of it"),
    Column("version", Integer, nullable=False, doc="raised by every change"),
    Column("made_at", DateTime, nullable=False, doc="when it was noted (UTC)"),
    user_name("who noted it"),
)

house_style = table(
    "house_style",
    "The colours and the logo of documents. Lines are only added: the last one counts.",
    number(),
    Column("first", String(7), nullable=False, doc="the colour of headings, `#rrggbb`"),
    Column("second", String(7), nullable=False, doc="the second colour, `#rrggbb`"),
    Column("logo", LargeBinary, doc="a picture, PNG or JPEG; missing: none"),
    Column("stated_at", DateTime, nullable=False, doc="when it was stated (UTC)"),
    user_name("who stated it"),
)
