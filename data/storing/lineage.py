"""What the store holds of one file: by way of the file itself, and of workbooks that mend it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from typing import Any

from sqlalchemy import Connection, Select, select

from data.columns import USAGE
from data.storing import tables as t
from data.storing.arrays import fetch
from data.storing.uploads import faults_of
from data.values.lineage import Lineage, Record, StoredTable
from data.values.record_values import value_names
from data.values.results import Fault, table_key


def batches_of(connection: Connection, sha256: str) -> tuple[int, ...]:
    """The active batches with rows of the file with this sha-256, oldest first."""
    b = t.batch.c
    chosen = select(b.id).where((b.sha256 == sha256) | (b.mends == sha256), b.undone_at.is_(None))
    return tuple(connection.execute(chosen.order_by(b.id)).scalars())


def load_lineage(connection: Connection, sha256: str) -> Lineage:
    """What is stored of the file with this sha-256."""
    ids = batches_of(connection, sha256)
    if not ids:
        return Lineage()
    b, s = t.batch.c, t.sheet_report.c
    batches = connection.execute(select(t.batch).where(b.id.in_(ids)).order_by(b.id)).all()
    original = next((line.id for line in batches if line.sha256 == sha256), None)
    chosen = select(s.id, s.batch_id, s.sheet, s.table_number, s.kind, s.origins)
    records: dict[str, dict[int, list[Record]]] = defaultdict(lambda: defaultdict(list))
    rejected: dict[str, dict[int, Sequence[Fault]]] = {}
    for report in connection.execute(chosen.where(s.batch_id.in_(ids)).order_by(s.id)).all():
        key = table_key(report.sheet, report.table_number)
        origins = {int(row): origin for row, origin in (report.origins or {}).items()}
        for row, record in _records(connection, report.id, report.kind):
            records[key][origins.get(row, row)].append(record)
        if report.batch_id == original:
            rejected[key] = _rejected(connection, report.id)
    whole: dict[int, Sequence[Fault]] | None = {} if original is not None else None
    return Lineage(
        batches=ids,
        original=original,
        sample=batches[0].sample,
        tables={
            key: StoredTable(
                {row: sorted(found, key=repr) for row, found in records[key].items() if row},
                rejected.get(key, whole),
            )
            for key in {*records, *rejected}
        },
    )


def _records(connection: Connection, sheet_id: int, kind: str | None) -> list[tuple[int, Record]]:
    """Row and values of every record of a sheet, also of those that a correction replaced."""
    table, values = t.usage_record if kind == USAGE else t.budget_line, value_names(kind)
    names = {"department": t.department.c.name, "theme": t.theme.c.name}
    columns = [names[v].label(v) if v in names else table.c[v] for v in values]
    chosen: Select[Any] = (
        select(table.c.row, *columns)
        .outerjoin(t.department, t.department.c.id == table.c.department_id)
        .outerjoin(t.theme, t.theme.c.id == table.c.theme_id)
        .where(table.c.sheet_id == sheet_id)
    )
    found = fetch(connection, chosen)
    rows, *columns_found = (found[name] for name in ("row", *values))
    days = values.index("date")
    columns_found[days] = [day if day is None else str(day) for day in columns_found[days]]
    return list(zip(rows, zip(*columns_found, strict=True), strict=True))


def _rejected(connection: Connection, sheet_id: int) -> dict[int, Sequence[Fault]]:
    r = t.rejected_row.c
    chosen = select(r.row, r.faults).where(r.sheet_id == sheet_id)
    found = connection.execute(chosen).all()
    return {line.row: faults_of(line.row, line.faults) for line in found}
