"""The tables of the store, alike for SQLite and PostgreSQL."""

from __future__ import annotations

from sqlalchemy import (
    JSON,
    BigInteger,
    Boolean,
    Column,
    Date,
    DateTime,
    Float,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    String,
    Table,
    UniqueConstraint,
)

metadata = MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "fk": "fk_%(table_name)s_%(column_0_name)s",
        "pk": "pk_%(table_name)s",
    }
)

# One number per name; `data_version` is raised by every transaction that changes data.
meta = Table(
    "meta",
    metadata,
    Column("name", String, primary_key=True),
    Column("value", Integer, nullable=False),
)

form = Table(
    "form",
    metadata,
    Column("name", String, primary_key=True),
    Column("position", Integer, nullable=False),
)

# One reading-in of one file. An undone batch keeps its line; its records are in `batch_archive`.
batch = Table(
    "batch",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("created_at", DateTime, nullable=False),  # UTC
    Column("file", String, nullable=False),
    Column("sha256", String(64), nullable=False),
    Column("size", BigInteger, nullable=False),
    Column("kind", String, nullable=False),
    Column("scope", String, nullable=False),
    Column("sample", Boolean, nullable=False),
    Column("user_name", String, nullable=False),
    Column("rows", Integer, nullable=False),
    Column("accepted", Integer, nullable=False),
    Column("rejected", Integer, nullable=False),
    Column("skipped", Integer, nullable=False),
    Column("first_year", Integer),
    Column("last_year", Integer),
    Column("undone_at", DateTime),  # UTC
    Column("mends", String(64), index=True),  # sha-256 of the file that its rows came from
)
# The same file may be read in again once it was undone, so only active batches must differ.
Index(
    "uq_batch_sha256_active",
    batch.c.sha256,
    unique=True,
    sqlite_where=batch.c.undone_at.is_(None),
    postgresql_where=batch.c.undone_at.is_(None),
)


def _batch_key(*, nullable: bool = False) -> Column[int]:
    return Column("batch_id", Integer, ForeignKey("batch.id"), nullable=nullable, index=True)


def _added_by() -> Column[int]:
    return Column("added_by", Integer, ForeignKey("batch.id"))


# Every change of what counts: which uploads came, went or returned. The lines with one number of
# `change` were one transaction; the last line of a batch says how it stands.
batch_change = Table(
    "batch_change",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("change", Integer, nullable=False),
    Column("at", DateTime, nullable=False),  # UTC
    _batch_key(),
    Column("active", Boolean, nullable=False),
    Column("replaced_by", Integer, ForeignKey("batch.id")),
)

# What came with an undone batch, packed (see `archive`), until it is brought back or deleted.
batch_archive = Table(
    "batch_archive",
    metadata,
    Column("batch_id", Integer, ForeignKey("batch.id"), primary_key=True),
    Column("content", LargeBinary, nullable=False),
)

# How many rows a batch left out because an earlier one holds them.
batch_overlap = Table(
    "batch_overlap",
    metadata,
    Column("batch_id", Integer, ForeignKey("batch.id"), primary_key=True),
    Column("earlier_id", Integer, ForeignKey("batch.id"), primary_key=True),
    Column("rows", Integer, nullable=False),
)

# What was recognised on one sheet, and the counts that add up.
sheet_report = Table(
    "sheet_report",
    metadata,
    Column("id", Integer, primary_key=True),
    _batch_key(),
    Column("position", Integer, nullable=False),
    Column("sheet", String, nullable=False),
    Column("hidden", Boolean, nullable=False),
    Column("kind", String),
    Column("layout", String),
    Column("header_row", Integer),
    Column("headings", JSON, nullable=False),
    Column("rows", Integer, nullable=False),
    Column("accepted", Integer, nullable=False),
    Column("rejected", Integer, nullable=False),
    Column("skipped_reasons", JSON, nullable=False),
    Column("sums", JSON, nullable=False),
    Column("names", JSON, nullable=False),
    Column("remarks", JSON, nullable=False),
    Column("table_number", Integer, nullable=False, server_default="1"),
    Column("unit", Integer),
    Column("origins", JSON),  # row -> row in the file that is mended; 0: not from there
)


def _sheet_key() -> Column[int]:
    return Column("sheet_id", Integer, ForeignKey("sheet_report.id"), nullable=False, index=True)


def _valid() -> tuple[Column[int], Column[int]]:
    """The first and the last year in which a name was in use; missing is always."""
    return Column("valid_from", Integer), Column("valid_to", Integer)


# A name with `added_by` came with a batch, and leaves when nothing refers to it any more.
department = Table(
    "department",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("name", String, nullable=False, unique=True),
    Column("domain", String, nullable=False),
    _added_by(),
    *_valid(),
    Column("manager", String),  # the function, never the name of a person
    Column("employees", Integer),
)

theme = Table(
    "theme",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("name", String, nullable=False, unique=True),
    Column("pillar", String, nullable=False),
    Column("task", String, nullable=False),
    _added_by(),
    *_valid(),
)


# No index on the names: it would double the time of reading in, and only undoing looks them up.
def _department_key(*, nullable: bool = False) -> Column[int]:
    return Column("department_id", Integer, ForeignKey("department.id"), nullable=nullable)


def _theme_key(*, nullable: bool = False) -> Column[int]:
    return Column("theme_id", Integer, ForeignKey("theme.id"), nullable=nullable)


usage_record = Table(
    "usage_record",
    metadata,
    Column("id", Integer, primary_key=True),
    _sheet_key(),
    Column("row", Integer, nullable=False),
    Column("date", Date, nullable=False),
    Column("date_precision", String, nullable=False),
    _department_key(),
    _theme_key(),
    Column("form", String),
    Column("channel", String),
    Column("share", String),
    Column("subject", String),
    Column("hours", Float),
    Column("participants", Integer),
    Column("amount_cents", BigInteger),
)

budget_line = Table(
    "budget_line",
    metadata,
    Column("id", Integer, primary_key=True),
    _sheet_key(),
    Column("row", Integer, nullable=False),
    Column("year", Integer, nullable=False),
    Column("date", Date),
    Column("date_precision", String),
    Column("kind", String, nullable=False),
    Column("description", String),
    Column("amount_cents", BigInteger, nullable=False),
    _department_key(nullable=True),
    _theme_key(nullable=True),
    Column("account", String),
    # Of a finance export; `concerns` is empty for a list that was made for Platform31 anyway.
    Column("supplier", String),
    Column("cost_centre", String),
    Column("task_field", String),
    Column("concerns", Boolean),
    Column("cumulative", Boolean),
)

# Which lines of a finance export concern Platform31: any line of this table that holds.
finance_rule = Table(
    "finance_rule",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("field", String, nullable=False),
    Column("value", String, nullable=False),
    UniqueConstraint("field", "value"),
)

# A rejected row keeps its cells as they stood, and its faults as sentences still to be translated.
rejected_row = Table(
    "rejected_row",
    metadata,
    Column("id", Integer, primary_key=True),
    _sheet_key(),
    Column("row", Integer, nullable=False),
    Column("cells", JSON, nullable=False),
    Column("faults", JSON, nullable=False),
)

# What each batch taught. A line per batch, so that taking one back leaves what others taught too.
# A spelling without a batch was given by hand.
name_variant = Table(
    "name_variant",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("kind", String, nullable=False),
    Column("spelling", String, nullable=False),
    Column("name", String, nullable=False),
    _batch_key(nullable=True),
    UniqueConstraint("kind", "spelling", "batch_id"),
)

heading_memory = Table(
    "heading_memory",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("kind", String, nullable=False),
    Column("heading_key", String, nullable=False),
    Column("column", String, nullable=False),
    _batch_key(),
    UniqueConstraint("kind", "heading_key", "batch_id"),
)

# What the coordinator decided; everything else follows the default of domain x pillar.
relevance = Table(
    "relevance",
    metadata,
    Column(
        "department_id", Integer, ForeignKey("department.id", ondelete="CASCADE"), primary_key=True
    ),
    Column("theme_id", Integer, ForeignKey("theme.id", ondelete="CASCADE"), primary_key=True),
    Column("relevant", Boolean, nullable=False),
    Column("edited_at", DateTime, nullable=False),
)
