"""The earlier uploads, as frames: what was read in, what was recognised, what was rejected."""

from __future__ import annotations

from typing import Any

import pandas as pd
from sqlalchemy import func, select

from data.columns import BATCH_ID
from data.storing import message_json
from data.storing import tables as t
from data.storing.archive import archived
from data.storing.batch_log import states_at
from data.storing.query import frame_of
from data.storing.replacing import replaced_ids
from data.storing.store import Store
from data.values.found_table import Heading
from data.values.results import Fault, RejectedRow


def load_batches(store: Store) -> pd.DataFrame:
    """Every upload, the newest first, the undone ones included.

    Columns: batch_id, created_at (UTC), file, kind (`usage`, `budget`, `usage+budget`), rows,
    accepted, rejected, skipped, first_year, last_year, user, sample, undone_at (UTC, missing
    unless undone), sha256, size (bytes), mends (the sha-256 of the file whose rows it mends,
    missing for any other file), replaced_by (the upload that took its place; missing when none
    did), kept (whether an undone upload can be brought back).
    """
    b = t.batch.c
    chosen = select(
        b.id.label(BATCH_ID), b.created_at, b.file, b.kind, b.rows, b.accepted, b.rejected,
        b.skipped, b.first_year, b.last_year, b.user_name.label("user"), b.sample, b.undone_at,
        b.sha256, b.size, b.mends,
    ).order_by(b.id.desc())  # fmt: skip
    with store.reading() as connection:
        frame = frame_of(connection, chosen)
        replaced = {batch: s.replaced_by for batch, s in states_at(connection).items()}
        kept = archived(connection)
    frame["replaced_by"] = frame[BATCH_ID].map(replaced)
    frame["kept"] = frame[BATCH_ID].isin(list(kept))
    whole = dict.fromkeys(
        (BATCH_ID, "rows", "accepted", "rejected", "skipped", "size"), "int64"
    )  # fmt: skip
    texts = dict.fromkeys(("file", "kind", "user", "sha256", "mends"), "str")
    years = dict.fromkeys(("first_year", "last_year", "replaced_by"), "Int64")
    frame = frame.astype(whole | texts | years | dict.fromkeys(("sample", "kept"), "bool"))
    for moment in ("created_at", "undone_at"):
        frame[moment] = pd.to_datetime(frame[moment], utc=True).astype("datetime64[us, UTC]")
    return frame


def load_overlaps(store: Store) -> pd.DataFrame:
    """What active uploads left out because an earlier one holds it: batch_id, earlier_id, rows."""
    o = t.batch_overlap.c
    active = select(o.batch_id, o.earlier_id, o.rows).join(t.batch, t.batch.c.id == o.batch_id)
    with store.reading() as connection:
        found = connection.execute(active.where(t.batch.c.undone_at.is_(None))).all()
    return pd.DataFrame(found, columns=[BATCH_ID, "earlier_id", "rows"]).astype("int64")


def load_corrected(store: Store) -> pd.DataFrame:
    """How many records of an upload a correction stands in the place of: batch_id, records."""
    s = t.sheet_report.c
    chosen = (
        select(s.batch_id, func.count())
        .select_from(t.usage_record)
        .join(t.sheet_report)
        .where(t.usage_record.c.id.in_(replaced_ids()))
        .group_by(s.batch_id)
    )
    with store.reading() as connection:
        found = connection.execute(chosen).all()
    return pd.DataFrame(found, columns=[BATCH_ID, "records"]).astype("int64")


def load_sheet_reports(store: Store, batch_id: int) -> pd.DataFrame:
    """What was recognised on each sheet of an upload, in the order of the file.

    Columns: sheet, hidden, kind, layout, header_row, headings (list of `Heading`), rows, accepted,
    rejected, skipped_reasons (dict), sums (dict), new_names and matched_names (dict by kind of
    name), remarks (list of `Message`), table_number (on its sheet, from 1), unit (see
    `SheetResult`), origins (dict: row -> row in the file that it mends, 0 for none).
    """
    s = t.sheet_report.c
    chosen = select(t.sheet_report).where(s.batch_id == batch_id).order_by(s.position)
    with store.reading() as connection:
        found = connection.execute(chosen).mappings().all()
    return pd.DataFrame([_sheet(dict(line)) for line in found], columns=_SHEET_COLUMNS)


def load_rejected(store: Store, batch_id: int) -> pd.DataFrame:
    """The rejected rows of an upload, in the order of the file.

    Columns: sheet, table_number, row, cells (tuple of texts, as they stood), faults (tuple of
    `Fault`).
    """
    r = t.rejected_row.c
    chosen = (
        select(t.sheet_report.c.sheet, t.sheet_report.c.table_number, r.row, r.cells, r.faults)
        .join(t.sheet_report)
        .where(t.sheet_report.c.batch_id == batch_id)
        .order_by(t.sheet_report.c.position, r.id)
    )
    with store.reading() as connection:
        found = connection.execute(chosen).all()
    lines = [
        (f.sheet, f.table_number, f.row, tuple(f.cells), faults_of(f.row, f.faults)) for f in found
    ]
    return pd.DataFrame(lines, columns=["sheet", "table_number", "row", "cells", "faults"])


def has_rows_to_mend(store: Store, batch_id: int) -> bool:
    """Whether an upload has a rejected row that nobody chose to leave out."""
    r = t.rejected_row.c
    chosen = (
        select(r.row, r.faults).join(t.sheet_report).where(t.sheet_report.c.batch_id == batch_id)
    )
    with store.reading() as connection:
        found = connection.execute(chosen.execution_options(yield_per=_AT_ONCE))
        return any(not RejectedRow(f.row, (), faults_of(f.row, f.faults)).left_out for f in found)


_AT_ONCE = 500  # rows: nearly always the first one tells
_SHEET_COLUMNS = [
    "sheet", "hidden", "kind", "layout", "header_row", "headings", "rows", "accepted", "rejected",
    "skipped_reasons", "sums", "new_names", "matched_names", "remarks", "table_number", "unit",
    "origins",
]  # fmt: skip


def _sheet(line: dict[str, Any]) -> dict[str, Any]:
    names = line.pop("names")
    return line | {
        "headings": [Heading(**heading) for heading in line["headings"]],
        "new_names": {kind: found["new"] for kind, found in names.items()},
        "matched_names": {kind: found["matched"] for kind, found in names.items()},
        "remarks": [message_json.decode(remark) for remark in line["remarks"]],
        "origins": {int(row): origin for row, origin in (line["origins"] or {}).items()},
    }


def faults_of(row: int, stored: list[dict[str, Any]]) -> tuple[Fault, ...]:
    """The faults of a rejected row, as they are stored."""
    return tuple(
        Fault(row, fault["column"], fault["value"], message_json.decode(fault["message"]))
        for fault in stored
    )
