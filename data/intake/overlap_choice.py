"""What becomes of a file, and of the earlier uploads, by the choice that was made."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass, field, replace
from functools import partial

import pandas as pd
from sqlalchemy import Connection, insert

from data.columns import KINDS, USAGE
from data.intake import messages
from data.overlap import KEEP, REPLACE
from data.overlap.comparing import Overlap, Records, look_at, repeated
from data.overlap.leaving_out import leave_out_stored
from data.overlap.other_periods import told_by_other_periods
from data.storing import tables as t
from data.storing.stored_records import stored_records
from data.values.found_table import LIST
from data.values.results import FilePreview
from texts import Message


@dataclass(frozen=True)
class Chosen:
    """A file as it will be stored.

    `left_out` tells per upload how many records that it holds are left out of the file; `replaced`
    are the uploads that the file takes the place of.
    """

    preview: FilePreview
    left_out: dict[int, int] = field(default_factory=dict)
    replaced: tuple[int, ...] = ()


def records_by_kind(preview: FilePreview) -> Records:
    """Kind -> the records of all sheets of that kind."""
    found = {
        kind: [s.records for s in preview.sheets if s.kind == kind and len(s.records)]
        for kind in KINDS
    }
    return {kind: pd.concat(frames, ignore_index=True) for kind, frames in found.items() if frames}


def repeated_rows(preview: FilePreview) -> int:
    """How many rows of its lists are the same as one before them.

    The cells of a crosstab say themselves how many uses there were.
    """
    lists = [s for s in preview.sheets if s.table and s.table.layout == LIST]
    return sum(
        repeated(records, kind)
        for kind, records in records_by_kind(replace(preview, sheets=tuple(lists))).items()
    )


def apply_choice(
    preview: FilePreview,
    connection: Connection,
    *,
    overlap: str,
    replaces: Collection[int] | None = None,
) -> Chosen:
    """The file as it will be stored.

    `keep` stores every record. `skip` leaves out what is stored already. `replace` takes the place
    of the uploads `replaces`, or else of every earlier version of it (`is_earlier_version`), and
    leaves out what other uploads hold.
    """
    if overlap == KEEP:
        return Chosen(preview)
    replaced: tuple[int, ...] = ()
    if overlap == REPLACE:
        found = find_overlap(preview, connection).versions if replaces is None else replaces
        replaced = tuple(sorted(found))
    smaller, left_out = leave_out_stored(
        preview, partial(stored_records, connection), besides=replaced
    )
    return Chosen(smaller, left_out, replaced)


def told_of_stored(preview: FilePreview, connection: Connection) -> FilePreview:
    """The file, with remarks on the uses that earlier uploads tell of as well."""
    uses = records_by_kind(preview).get(USAGE)
    stored = stored_records(connection, USAGE)
    if uses is None or stored.empty:
        return preview
    remarks = tuple(_remarks_on_stored(uses, stored))
    first = next(i for i, s in enumerate(preview.sheets) if s.kind == USAGE and len(s.records))
    sheets = list(preview.sheets)
    sheets[first] = replace(sheets[first], remarks=(*sheets[first].remarks, *remarks))
    return replace(preview, sheets=tuple(sheets))


def _remarks_on_stored(uses: pd.DataFrame, stored: pd.DataFrame) -> Iterator[Message]:
    found = look_at({USAGE: uses}, {USAGE: stored})
    if found.held:
        yield messages.ROWS_STORED(n=found.held)
    changed = max(found.uploads, key=lambda upload: upload.changed, default=None)
    if changed and changed.changed:
        yield messages.ROWS_STORED_OTHERWISE(n=changed.changed, batch_id=changed.batch_id)
    if other := told_by_other_periods(uses, stored):
        yield messages.ROWS_OF_OTHER_PERIODS(n=other)


def find_overlap(preview: FilePreview, connection: Connection) -> Overlap:
    """What a file has in common with what is stored now."""
    stored = {kind: stored_records(connection, kind) for kind in KINDS}
    return look_at(records_by_kind(preview), stored)


def note_left_out(connection: Connection, batch_id: int, left_out: dict[int, int]) -> None:
    """Keep how many records a batch left out because earlier ones hold them."""
    lines = [
        {"batch_id": batch_id, "earlier_id": earlier, "rows": rows}
        for earlier, rows in left_out.items()
    ]
    if lines:
        connection.execute(insert(t.batch_overlap), lines)
