"""Every stored row with the canonical columns, to take elsewhere."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Any

from sqlalchemy import Select, select, true

from data import fields
from data.columns import BUDGET, DEPARTMENT, KINDS, ORIGIN_COLUMNS, THEME, USAGE
from data.storing import tables as t
from data.storing.arrays import fetch
from data.storing.replacing import replaced_ids
from data.storing.store import Store

EXPORT_COLUMNS = {kind: (*fields.names(kind), *ORIGIN_COLUMNS) for kind in KINDS}
_TABLES = {USAGE: t.usage_record, BUDGET: t.budget_line}
_AS_TOLD: Mapping[fields.Sort, Callable[[Any], Any]] = {
    fields.Sort.DAY: str,
    fields.Sort.FLAG: bool,
    fields.Sort.AMOUNT: lambda cents: cents / 100,
}


def export_rows(store: Store, kind: str) -> Iterator[dict[str, Any]]:
    """Every active record of `kind`, in the order in which they were read in.

    The keys are those of `EXPORT_COLUMNS`; dates are ISO texts, amounts euros, missing is None.
    """
    with store.reading() as connection:
        columns = fetch(connection, _chosen(kind))
    for field in fields.of(kind, *_AS_TOLD):
        told = _AS_TOLD[field.sort]
        columns[field.name] = tuple(None if v is None else told(v) for v in columns[field.name])
    for line in zip(*columns.values(), strict=True):
        yield dict(zip(columns, line, strict=True))


def _chosen(kind: str) -> Select[Any]:
    table = _TABLES[kind]
    elsewhere = {
        DEPARTMENT: t.department.c.name,
        THEME: t.theme.c.name,
        **{f.name: table.c[f.kept_as] for f in fields.of(kind, fields.Sort.AMOUNT)},
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
