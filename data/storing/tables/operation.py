"""What the store knows about itself: its version, and the log."""

from __future__ import annotations

from sqlalchemy import JSON, BigInteger, Column, DateTime, Integer, String

from data.storing.tables.columns import number, table, user_name

meta = table(
    "meta",
    "One number per name: `data_version` is raised by every transaction that changes data, "
    "`version of …` by every one that changes that kind, `log_lines` by every line of the log; "
    "`identity` is another one in every store, and after a copy was put back.",
    Column("name", String, primary_key=True, doc="what the number is of"),
    Column("value", BigInteger, nullable=False, doc="the number"),
)

change_log = table(
    "change_log",
    "Who did what, when, where from, and how that ended; lines are added and never changed.",
    number(),
    Column("at", DateTime, nullable=False, doc="when (UTC)"),
    user_name(),
    Column("role", String, nullable=False, doc="the role of the user then"),
    Column("origin", String, nullable=False, doc="`page` or `command_line`"),
    Column("verb", String, nullable=False, doc="what was done"),
    Column("subject", String, nullable=False, doc="to what sort of thing"),
    Column("subject_id", Integer, doc="its number"),
    Column("before", JSON, nullable=False, doc="what differs, as it was"),
    Column("after", JSON, nullable=False, doc="what differs, as it became"),
    Column("result", String, nullable=False, doc="`done`, `refused` or `failed`"),
    Column("reason", JSON(none_as_null=True), doc="why it was refused, in any language"),
    Column("hash", String(64), nullable=False, doc="of this line and the hash of the one before"),
)
