"""Putting one upload into the store."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import islice, repeat
from typing import Any

from sqlalchemy import Connection, insert, select

from data.columns import BUDGET, USAGE
from data.progress import STORING, step
from data.reference import Classification
from data.storing import message_json
from data.storing import tables as t
from data.storing.arrays import insert_columns
from data.storing.batch_log import State, log_states, now
from data.storing.column_copy import ColumnCopy
from data.storing.names import NAME_TABLES, find_or_add
from data.storing.personal import kept_cells, kept_heading
from data.values.found_table import Heading
from data.values.found_table import Table as FoundTable
from data.values.record_values import values_of
from data.values.results import NameMatches, RejectedRow, SheetResult

_ROWS_AT_ONCE = 20_000

Ids = dict[str, dict[str, int]]  # kind of name -> name -> id


def find_stored(connection: Connection, sha256: str) -> int | None:
    """The active batch that holds this very file."""
    active = (t.batch.c.sha256 == sha256) & t.batch.c.undone_at.is_(None)
    return connection.execute(select(t.batch.c.id).where(active)).scalar()


def insert_batch(connection: Connection, line: dict[str, Any]) -> int:
    """Add a batch that counts from now on; its id."""
    added = insert(t.batch).values(created_at=now(), **line).returning(t.batch.c.id)
    batch_id = connection.execute(added).scalar_one()
    log_states(connection, {batch_id: State(True)})
    return batch_id


def add_names(
    connection: Connection,
    sheets: Sequence[SheetResult],
    *,
    batch_id: int,
    classification: Classification,
) -> Ids:
    """Kind -> name -> id for every name in the records; new ones come with this batch."""
    ids: Ids = {}
    for kind in NAME_TABLES:
        columns = (sheet.records[kind] for sheet in sheets if kind in sheet.records)
        names = [name for column in columns for name in column.dropna().unique()]
        ids[kind] = find_or_add(
            connection, kind, names, batch_id=batch_id, classification=classification
        )
    return ids


def insert_sheet(
    connection: Connection, sheet: SheetResult, *, batch_id: int, position: int, ids: Ids
) -> None:
    """Add what was recognised on a sheet, its records and its rejected rows."""
    report = _report(sheet) | {"batch_id": batch_id, "position": position}
    added = insert(t.sheet_report).values(report).returning(t.sheet_report.c.id)
    sheet_id = connection.execute(added).scalar_one()
    _insert_records(connection, sheet, sheet_id, ids)
    rows = iter(sheet.rejected_rows)
    for start in range(0, sheet.rejected, _ROWS_AT_ONCE):
        step(STORING, start, sheet.rejected)
        part = islice(rows, _ROWS_AT_ONCE)
        lines = [_rejected(row, sheet.table) | {"sheet_id": sheet_id} for row in part]
        connection.execute(insert(t.rejected_row), lines)


def _insert_records(connection: Connection, sheet: SheetResult, sheet_id: int, ids: Ids) -> None:
    """Part by part: as Python's own values the records take several times the room."""
    table = t.budget_line if sheet.kind == BUDGET else t.usage_record
    copy = ColumnCopy()
    for start in range(0, len(sheet.records), _ROWS_AT_ONCE):
        step(STORING, start, len(sheet.records))
        values = values_of(sheet.kind, sheet.records.iloc[start : start + _ROWS_AT_ONCE])
        keys = {f"{kind}_id": _keys(values.pop(kind), ids[kind]) for kind in NAME_TABLES}
        insert_columns(connection, table, {"sheet_id": repeat(sheet_id), **keys, **values})
        if sheet.kind == USAGE:
            copy.add({**keys, **values})
    if sheet.kind == USAGE:
        copy.store(connection, sheet_id)


def _keys(names: Sequence[str | None], known: Mapping[str, int]) -> list[int | None]:
    numbers: dict[str | None, int | None] = {None: None} | dict(known)
    return [*map(numbers.__getitem__, names)]


def _rejected(row: RejectedRow, table: FoundTable | None) -> dict[str, Any]:
    return {
        "row": row.row,
        "cells": kept_cells(row, table),
        "faults": [
            {"column": f.column, "value": f.value, "message": message_json.encode(f.message)}
            for f in row.faults
        ],
    }


def _report(sheet: SheetResult) -> dict[str, Any]:
    table = sheet.table
    return {
        "sheet": sheet.sheet,
        "hidden": sheet.hidden,
        "kind": sheet.kind,
        "layout": table.layout if table else None,
        "header_row": table.header_row if table else None,
        "headings": [_heading(heading) for heading in table.headings] if table else [],
        "rows": sheet.rows,
        "accepted": sheet.accepted,
        "rejected": sheet.rejected,
        "skipped_reasons": {reason: int(n) for reason, n in sheet.skipped_reasons.items()},
        "sums": {column: float(total) for column, total in sheet.sums.items()},
        "names": {kind: _matches(names) for kind, names in sheet.names.items()},
        "remarks": [message_json.encode(remark) for remark in sheet.remarks],
        "table_number": sheet.table_number,
        "unit": sheet.unit,
        "origins": sheet.origins or None,
    }


def _heading(heading: Heading) -> dict[str, Any]:
    return {
        "position": heading.position,
        "text": kept_heading(heading),
        "column": heading.column,
        "how": heading.how,
    }


def _matches(names: NameMatches) -> dict[str, Any]:
    return {"new": list(names.new), "matched": dict(names.matched)}
