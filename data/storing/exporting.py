"""Every stored row with the canonical columns, to take elsewhere."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from sqlalchemy import Select, select, true

from data.columns import (
    AMOUNT,
    BUDGET,
    BUDGET_COLUMNS,
    CONCERNS,
    CUMULATIVE,
    DATE,
    DEPARTMENT,
    FINANCE_COLUMNS,
    ORIGIN_COLUMNS,
    THEME,
    USAGE,
    USAGE_COLUMNS,
)
from data.storing import tables as t
from data.storing.arrays import fetch
from data.storing.replacing import replaced_ids
from data.storing.store import Store

EXPORT_COLUMNS = {
    USAGE: (*USAGE_COLUMNS, *ORIGIN_COLUMNS),
    BUDGET: (*BUDGET_COLUMNS, *FINANCE_COLUMNS, *ORIGIN_COLUMNS),
}
_TABLES = {USAGE: t.usage_record, BUDGET: t.budget_line}


def export_rows(store: Store, kind: str) -> Iterator[dict[str, Any]]:
    """Every active record of `kind`, in the order in which they were read in.

    The keys are those of `EXPORT_COLUMNS`; dates are ISO texts, amounts euros, missing is None.
    """
    with store.reading() as connection:
        columns = fetch(connection, _chosen(kind))
    columns[DATE] = tuple(str(day) if day else None for day in columns[DATE])
    for answer in (CONCERNS, CUMULATIVE):
        if answer in columns:
            columns[answer] = tuple(None if v is None else bool(v) for v in columns[answer])
    columns[AMOUNT] = tuple(None if c is None else c / 100 for c in columns[AMOUNT])
    for line in zip(*columns.values(), strict=True):
        yield dict(zip(columns, line, strict=True))


def _chosen(kind: str) -> Select[Any]:
    table = _TABLES[kind]
    elsewhere = {
        DEPARTMENT: t.department.c.name,
        THEME: t.theme.c.name,
        AMOUNT: table.c.amount_cents,
        "batch_id": t.batch.c.id,
        "file": t.batch.c.file,
        "sheet": t.sheet_report.c.sheet,
    }
    parts = [
        (elsewhere[name] if name in elsewhere else table.c[name]).label(name)
        for name in EXPORT_COLUMNS[kind]
    ]
    counted = table.c.id.not_in(replaced_ids()) if kind == USAGE else true()
    return (
        select(*parts)
        .select_from(table)
        .where(counted)
        .join(t.sheet_report)
        .join(t.batch)
        .join(t.department, t.department.c.id == table.c.department_id, isouter=True)
        .join(t.theme, t.theme.c.id == table.c.theme_id, isouter=True)
        .order_by(t.batch.c.id, t.sheet_report.c.position, table.c.id)
    )
