"""Uploads: what was read in, what was recognised in it, and which of them count."""

from __future__ import annotations

from sqlalchemy import (
    JSON,
    BigInteger,
    Boolean,
    Column,
    Date,
    DateTime,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    String,
)

from data.storing.tables.columns import batch_key, number, sheet_key, table, user_name

batch = table(
    "batch",
    "An upload: one reading-in of one file. One that was taken back keeps its line; its records "
    "are in `batch_archive`.",
    number(),
    Column("created_at", DateTime, nullable=False, doc="when it was stored (UTC)"),
    Column("file", String, nullable=False, doc="the name of the file"),
    Column("sha256", String(64), nullable=False, doc="the fingerprint of the file"),
    Column("size", BigInteger, nullable=False, doc="the size of the file in bytes"),
    Column("kind", String, nullable=False, doc="`usage`, `budget` or `usage+budget`"),
    Column("sample", Boolean, nullable=False, doc="whether it is the fictitious sample"),
    user_name("who stored it"),
    Column("rows", Integer, nullable=False, doc="rows under the headings, all sheets together"),
    Column("accepted", Integer, nullable=False, doc="rows that were stored"),
    Column("rejected", Integer, nullable=False, doc="rows that were rejected"),
    Column("skipped", Integer, nullable=False, doc="rows that hold no record"),
    Column("first_year", Integer, doc="first year of its records"),
    Column("last_year", Integer, doc="last year of its records"),
    Column("undone_at", DateTime, doc="when it was taken back (UTC); missing: it counts"),
    Column("mends", String(64), index=True, doc="fingerprint of the file that its rows came from"),
)
# The same file may be read in again once it was undone, so only active batches must differ.
Index(
    "uq_batch_sha256_active",
    batch.c.sha256,
    unique=True,
    sqlite_where=batch.c.undone_at.is_(None),
    postgresql_where=batch.c.undone_at.is_(None),
)

batch_change = table(
    "batch_change",
    "An upload that came, went or returned. The lines with one number of `change` were one "
    "transaction; the last line of an upload says how it stands.",
    number(),
    Column("change", Integer, nullable=False, doc="number of the transaction"),
    Column("at", DateTime, nullable=False, doc="when (UTC)"),
    batch_key("the upload"),
    Column("active", Boolean, nullable=False, doc="whether it counts from then on"),
    Column("replaced_by", Integer, ForeignKey("batch.id"), doc="the upload that took its place"),
)

batch_archive = table(
    "batch_archive",
    "What came with an upload that was taken back, packed, until it is brought back or deleted.",
    Column("batch_id", Integer, ForeignKey("batch.id"), primary_key=True, doc="the upload"),
    Column("content", LargeBinary, nullable=False, doc="its records, as compressed JSON"),
)

batch_overlap = table(
    "batch_overlap",
    "How many rows an upload left out because an earlier one holds them.",
    Column("batch_id", Integer, ForeignKey("batch.id"), primary_key=True, doc="the upload"),
    Column("earlier_id", Integer, ForeignKey("batch.id"), primary_key=True, doc="the earlier one"),
    Column("rows", Integer, nullable=False, doc="how many rows"),
)

sheet_report = table(
    "sheet_report",
    "A table on a sheet of an upload: what was recognised, and the counts that add up.",
    number(),
    batch_key(),
    Column("position", Integer, nullable=False, doc="its place in the file, from 0"),
    Column("sheet", String, nullable=False, doc="the name of the sheet"),
    Column("hidden", Boolean, nullable=False, doc="whether the sheet is hidden"),
    Column("kind", String, doc="`usage` or `budget`; missing: it holds neither"),
    Column("layout", String, doc="how the table is laid out: a list, a crosstab and so on"),
    Column("header_row", Integer, doc="the row of the headings, as Excel counts"),
    Column("headings", JSON, nullable=False, doc="each heading and what it was taken for"),
    Column("rows", Integer, nullable=False, doc="rows under the headings"),
    Column("accepted", Integer, nullable=False, doc="rows that were stored"),
    Column("rejected", Integer, nullable=False, doc="rows that were rejected"),
    Column("skipped_reasons", JSON, nullable=False, doc="how many rows were skipped, by reason"),
    Column("sums", JSON, nullable=False, doc="the sums of the accepted rows, by column"),
    Column("names", JSON, nullable=False, doc="the names that were new or matched, by kind"),
    Column("remarks", JSON, nullable=False, doc="what a person should look at"),
    Column("table_number", Integer, nullable=False, server_default="1", doc="its number, from 1"),
    Column("unit", Integer, doc="what an amount was multiplied by: 1000 for thousands"),
    Column("origins", JSON, doc="row -> row in the file that is mended; 0: not from there"),
)

rejected_row = table(
    "rejected_row",
    "A rejected row, with its cells as they stood and its faults.",
    number(),
    sheet_key(),
    Column("row", Integer, nullable=False, doc="the row in the file, as Excel counts"),
    Column("cells", JSON, nullable=False, doc="its cells as texts; those not needed are empty"),
    Column("faults", JSON, nullable=False, doc="what is wrong, to be shown in any language"),
)


report = table(
    "report",
    "What a list tells about (opgave): days, departments, channels and themes. Several add up.",
    number(),
    batch_key("the upload that it is of; missing: stated by hand", nullable=True),
    Column("first_day", Date, nullable=False, doc="the first day that it tells of"),
    Column("last_day", Date, nullable=False, doc="the last day that it tells of"),
    Column("departments", JSON, doc="the names of its departments; missing: all of them"),
    Column("channels", String, nullable=False, doc="`all`, `direct` or `network`"),
    Column("themes", JSON, doc="the names of its themes; missing: all of them"),
    Column("complete", Boolean, nullable=False, doc="whether it holds all use of all that"),
    Column("stated", Boolean, nullable=False, doc="whether a person said so; else read narrowly"),
    Column("source", String, nullable=False, doc="`upload`, `own_list` or `by_hand`"),
    Column("state", String, nullable=False, doc="`proposed`, or `accepted`: then it counts"),
    Column("created_at", DateTime, nullable=False, doc="when it came (UTC)"),
    user_name("who gave it"),
    Column("decided_at", DateTime, doc="when it was accepted or corrected (UTC)"),
    Column("decided_by", String, doc="who accepted or corrected it"),
    Column("withdrawn_at", DateTime, doc="when it was taken back (UTC); missing: it holds"),
)
