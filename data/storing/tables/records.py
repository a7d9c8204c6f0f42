"""The records that count: uses of Platform31, and lines of budgets and ledgers."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from sqlalchemy import (
    BigInteger,
    Boolean,
    Column,
    Date,
    DateTime,
    Float,
    ForeignKey,
    Integer,
    LargeBinary,
    String,
    UniqueConstraint,
)
from sqlalchemy.types import TypeEngine

from data import fields
from data.columns import BUDGET, DEPARTMENT, THEME, USAGE
from data.fields import Sort
from data.storing.tables.columns import (
    batch_key,
    department_key,
    number,
    sheet_key,
    table,
    theme_key,
    user_name,
)

_TYPES: Mapping[Sort, type[TypeEngine[Any]]] = {
    Sort.DAY: Date,
    Sort.CALENDAR: Integer,
    Sort.HOURS: Float,
    Sort.COUNT: Integer,
    Sort.AMOUNT: BigInteger,
    Sort.FLAG: Boolean,
}
_KEYS = {DEPARTMENT: department_key, THEME: theme_key}


def _columns(kind: str) -> Iterator[Column[Any]]:
    """The columns that are declared in `data.fields`."""
    for field in fields.of(kind):
        if field.sort is Sort.NAME:
            yield _KEYS[field.name](nullable=not field.always)
        else:
            of_type = _TYPES.get(field.sort, String)
            yield Column(field.kept_as, of_type, nullable=not field.always, doc=field.meaning)


usage_record = table(
    "usage_record",
    "One time that a department used Platform31.",
    number(),
    sheet_key(),
    Column("row", Integer, nullable=False, doc="the row in the file, as Excel counts"),
    *_columns(USAGE),
)

usage_columns = table(
    "usage_columns",
    "The records of a sheet once more, packed by column: to load many of them at once.",
    Column(
        "sheet_id",
        Integer,
        ForeignKey("sheet_report.id"),
        primary_key=True,
        autoincrement=False,
        doc="the sheet they were read from",
    ),
    Column("records", Integer, nullable=False, doc="how many records"),
    Column("numbers", BigInteger, nullable=False, doc="the sum of their numbers"),
    Column("content", LargeBinary, nullable=False, doc="the records, as compressed Arrow"),
)

replaced_record = table(
    "replaced_record",
    "A record that an accepted proposal put another in the place of: kept, and not counted.",
    Column(
        "record_id",
        Integer,
        ForeignKey("usage_record.id"),
        primary_key=True,
        doc="the record that does not count",
    ),
    batch_key("the upload that stands in its place"),
)

budget_line = table(
    "budget_line",
    "A line of a budget or a ledger.",
    number(),
    sheet_key(),
    Column("row", Integer, nullable=False, doc="the row in the file, as Excel counts"),
    *_columns(BUDGET),
)

finance_rule = table(
    "finance_rule",
    "A condition under which a line of a ledger concerns Platform31; one that holds is enough.",
    number(),
    Column("field", String, nullable=False, doc="the column that is looked at"),
    Column("value", String, nullable=False, doc="the text that stands in it"),
    UniqueConstraint("field", "value"),
)

money_source = table(
    "money_source",
    "Whether an upload counts for a year and a kind of amount, where several tell of it.",
    number(),
    Column("year", Integer, nullable=False, doc="the year"),
    Column("kind", String, nullable=False, doc="`budget`, `actual` or `commitment`"),
    Column("upload", Integer, nullable=False, doc="the upload, which may be undone since"),
    Column("counts", Boolean, nullable=False, doc="whether it counts"),
    Column("decided_at", DateTime, nullable=False, doc="when it was decided (UTC)"),
    user_name("who decided it"),
    UniqueConstraint("year", "kind", "upload"),
)
