"""An accepted proposal comes in as an upload of its own, beside what it corrects."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from typing import Any

import pandas as pd
from sqlalchemy import Connection, RowMapping, select

from data import fields
from data.columns import (
    ADD,
    CORRECT,
    DATE,
    DEPARTMENT,
    REMOVE,
    ROW,
    THEME,
    USAGE,
)
from data.reference import Classification
from data.storing import tables as t
from data.storing.errors import RecordGoneError
from data.storing.replacing import replace_record, replaced_ids
from data.storing.writing import add_names, insert_batch, insert_sheet
from data.users import User
from data.values.found_table import Table
from data.values.record_values import value_names
from data.values.results import SheetResult

CHANGES_RECORD = (CORRECT, REMOVE)
HOLDS_RECORD = (ADD, CORRECT)


def store_accepted(connection: Connection, user: User, found: RowMapping) -> int:
    """Put what is proposed in the store as an upload of its own; the number of that upload.

    `found` is the line of the proposal with the name of its department. Raises `RecordGoneError`
    when the record that it corrects does not count any more.
    """
    before = {}
    if found["kind"] in CHANGES_RECORD:
        before = record_of(connection, found[DEPARTMENT], found["record_id"])
        if before != found["before"]:  # a number that is free may be given to another record
            raise RecordGoneError
    rows = []
    if found["kind"] in HOLDS_RECORD:
        rows = [_kept(before) | dict(found["content"]) | {DEPARTMENT: found[DEPARTMENT], ROW: 1}]
    sheet = _sheet(found[DEPARTMENT], rows)
    batch_id = insert_batch(connection, _batch_line(connection, user, found["id"], sheet))
    ids = add_names(connection, [sheet], batch_id=batch_id, classification=Classification())
    insert_sheet(connection, sheet, batch_id=batch_id, position=0, ids=ids)
    if before:
        replace_record(connection, found["record_id"], batch_id)
    return batch_id


def _kept(before: Mapping[str, Any]) -> dict[str, Any]:
    """What the record was, for what the proposal says nothing of; amounts in euros."""
    amounts = {field.kept_as: field.name for field in fields.of(USAGE, fields.Sort.AMOUNT)}
    return {
        amounts.get(name, name): value / 100 if name in amounts and value is not None else value
        for name, value in before.items()
    }


def _sheet(department: str, rows: list[dict[str, Any]]) -> SheetResult:
    records = pd.DataFrame(rows, columns=[*fields.names(USAGE), ROW])
    records[DATE] = pd.to_datetime(records[DATE])
    return SheetResult(
        sheet=department,
        table=Table(USAGE, 0, ()),
        rows=len(rows),
        accepted=len(rows),
        records=records,
    )


def _batch_line(
    connection: Connection, user: User, proposal_id: int, sheet: SheetResult
) -> dict[str, Any]:
    b = t.batch.c
    active = select(b.sample).where(b.undone_at.is_(None), b.kind.contains(USAGE))
    samples = list(connection.execute(active).scalars())
    years = sheet.records[DATE].dt.year.tolist()
    return {
        "file": f"Voorstel {proposal_id}",
        "sha256": hashlib.sha256(f"proposal {proposal_id}".encode()).hexdigest(),
        "size": 0,
        "kind": USAGE,
        "sample": bool(samples) and all(samples),  # what is said of a sample leaves with it
        "user_name": user.name,
        "rows": sheet.rows,
        "accepted": sheet.accepted,
        "rejected": 0,
        "skipped": 0,
        "first_year": min(years, default=None),
        "last_year": max(years, default=None),
    }


def record_of(connection: Connection, department: str, record_id: int | None) -> dict[str, Any]:
    """A record as it stands, for the trace; only when it counts and is of this department."""
    u = t.usage_record.c
    chosen = (
        select(t.usage_record, t.department.c.name.label(DEPARTMENT), t.theme.c.name.label(THEME))
        .join(t.department, t.department.c.id == u.department_id)
        .join(t.theme, t.theme.c.id == u.theme_id)
        .where(u.id == record_id, u.id.not_in(replaced_ids()))
    )
    found = connection.execute(chosen).mappings().first()
    if found is None or found[DEPARTMENT] != department:
        raise RecordGoneError
    kept = {name: found[name] for name in value_names(USAGE)}
    return kept | {DATE: found[DATE].isoformat()}
