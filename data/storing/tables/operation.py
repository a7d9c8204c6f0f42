"""What the store knows about itself: its version, and the log."""

from __future__ import annotations

from sqlalchemy import JSON, Column, DateTime, Integer, String

from data.storing.tables.columns import number, table, user_name

meta = table(
    "meta",
    "One number per name; `data_version` is raised by every transaction that changes data.",
    Column("name", String, primary_key=True, doc="what the number is of"),
    Column("value", Integer, nullable=False, doc="the number"),
)

change_log = table(
    "change_log",
    "Who changed what, and when; never changed itself.",
    number(),
    Column("at", DateTime, nullable=False, doc="when (UTC)"),
    user_name(),
    Column("role", String, nullable=False, doc="the role of the user then"),
    Column("subject", String, nullable=False, doc="what sort of thing was changed"),
    Column("subject_id", Integer, doc="its number"),
    Column("verb", String, nullable=False, doc="what was done to it"),
    Column("before", JSON, nullable=False, doc="what differs, as it was"),
    Column("after", JSON, nullable=False, doc="what differs, as it became"),
)
