"""The stored records in the form in which a new file is compared with them."""

from __future__ import annotations

import pandas as pd
from sqlalchemy import Connection, select

from data.columns import BATCH_ID, BUDGET, DEPARTMENT, ROW, THEME, USAGE
from data.storing import tables as t
from data.storing.arrays import category, fetch, fetch_by_id, integers
from data.storing.record_columns import record_columns

_TABLES = {USAGE: t.usage_record, BUDGET: t.budget_line}


def stored_records(connection: Connection, kind: str) -> pd.DataFrame:
    """Every stored record of `kind`, in the order in which they came in.

    Columns: those of `kind`, and batch_id, row. Also a record in whose place an accepted correction
    stands: the system that it came from will give it again.
    """
    table = _TABLES[kind]
    record = fetch(connection, select(table).order_by(table.c.id))
    names = {
        name: fetch_by_id(connection, select(of.c.id, of.c.name.label(name))).astype("str")
        for name, of in ((DEPARTMENT, t.department), (THEME, t.theme))
    }
    of_sheet = fetch_by_id(connection, select(t.sheet_report.c.id, t.sheet_report.c.batch_id))
    return pd.DataFrame(
        {
            BATCH_ID: of_sheet[BATCH_ID].reindex(integers(record["sheet_id"])).to_numpy("int64"),
            ROW: integers(record[ROW]),
            **record_columns(kind, record, names, texts=category),
        }
    )
