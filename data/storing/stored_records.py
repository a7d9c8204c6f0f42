"""The stored records in the form in which a new file is compared with them."""

from __future__ import annotations

from typing import Any

import pandas as pd
from sqlalchemy import Connection, select

from data.columns import AMOUNT, BATCH_ID, BUDGET, DATE, DEPARTMENT, ROW, THEME, USAGE
from data.storing import tables as t
from data.storing.arrays import attribute, category, dates, fetch, fetch_by_id, floats, integers
from data.values.record_values import COLUMNS, FLAGS, NUMBERS

_TABLES = {USAGE: t.usage_record, BUDGET: t.budget_line}


def stored_records(connection: Connection, kind: str) -> pd.DataFrame:
    """Every stored record of `kind`, in the order in which they came in.

    Columns: those of `kind`, and batch_id, row. Also a record in whose place an accepted correction
    stands: the system that it came from will give it again.
    """
    table = _TABLES[kind]
    record = fetch(connection, select(table).order_by(table.c.id))
    names = {
        f"{name}_id": fetch_by_id(connection, select(of.c.id, of.c.name.label(name)))
        for name, of in ((DEPARTMENT, t.department), (THEME, t.theme))
    }
    of_sheet = fetch_by_id(connection, select(t.sheet_report.c.id, t.sheet_report.c.batch_id))
    frame: dict[str, Any] = {
        BATCH_ID: of_sheet[BATCH_ID].reindex(integers(record["sheet_id"])).to_numpy("int64"),
        ROW: integers(record[ROW]),
    }
    for column in COLUMNS[kind]:
        if column in (DEPARTMENT, THEME):
            keys = integers(record[f"{column}_id"])
            frame[column] = attribute(keys, names[f"{column}_id"].astype("str"), column)
        elif column == AMOUNT:
            frame[column] = floats(record["amount_cents"]) / 100
        elif column == DATE:
            frame[column] = dates(record[DATE])
        elif column in FLAGS:
            frame[column] = pd.array(record[column], dtype="boolean")
        else:
            write = floats if column in NUMBERS else category
            frame[column] = write(record[column])
    return pd.DataFrame(frame)
