"""The records that count: uses of Platform31, and lines of budgets and ledgers."""

from __future__ import annotations

from sqlalchemy import (
    BigInteger,
    Boolean,
    Column,
    Date,
    Float,
    ForeignKey,
    Integer,
    LargeBinary,
    String,
    UniqueConstraint,
)

from data.storing.tables.columns import (
    batch_key,
    department_key,
    number,
    sheet_key,
    table,
    theme_key,
)

usage_record = table(
    "usage_record",
    "One time that a department used Platform31.",
    number(),
    sheet_key(),
    Column("row", Integer, nullable=False, doc="the row in the file, as Excel counts"),
    Column("date", Date, nullable=False, doc="the day, or the first day of the period"),
    Column("date_precision", String, nullable=False, doc="`day`, `month`, `quarter` or `year`"),
    department_key(),
    theme_key(),
    Column("form", String, doc="the form of the use"),
    Column("channel", String, doc="`direct`, or by way of the `network`"),
    Column("share", String, doc="`general` (the 40%) or `tailored` (the 60%)"),
    Column("subject", String, doc="what it was about"),
    Column("hours", Float, doc="hours of Platform31"),
    Column("participants", Integer, doc="how many people took part"),
    Column("amount_cents", BigInteger, doc="the amount in cents"),
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
    Column("year", Integer, nullable=False, doc="the year it is of"),
    Column("date", Date, doc="the day of the booking, or the first day of the period"),
    Column("date_precision", String, doc="`day`, `month`, `quarter` or `year`"),
    Column("kind", String, nullable=False, doc="`budget`, `actual` or `commitment`"),
    Column("description", String, doc="its description"),
    Column("amount_cents", BigInteger, nullable=False, doc="the amount in cents"),
    department_key(nullable=True),
    theme_key(nullable=True),
    Column("account", String, doc="the account"),
    Column("supplier", String, doc="the supplier, in an export of a financial system"),
    Column("cost_centre", String, doc="the cost centre, in an export of a financial system"),
    Column("task_field", String, doc="the task field, in an export of a financial system"),
    Column("concerns", Boolean, doc="whether it concerns Platform31; missing: nobody decided"),
    Column("cumulative", Boolean, doc="whether it holds the months before it too"),
)

finance_rule = table(
    "finance_rule",
    "A condition under which a line of a ledger concerns Platform31; one that holds is enough.",
    number(),
    Column("field", String, nullable=False, doc="the column that is looked at"),
    Column("value", String, nullable=False, doc="the text that stands in it"),
    UniqueConstraint("field", "value"),
)
