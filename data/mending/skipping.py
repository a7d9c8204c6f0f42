"""Which rows of a file are stored already, by way of itself or of a workbook with mended rows.

A row that is stored counts as skipped, as a duplicate. One that is stored and stands here otherwise
is rejected: it is in the figures as it was, and nobody can tell which of the two is right.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from heapq import merge
from itertools import chain

import numpy as np

from data.cells.text import cell_text
from data.columns import DUPLICATE, ROW
from data.mending import messages
from data.values.found_table import CROSSTAB
from data.values.lineage import Lineage, Record, StoredTable
from data.values.opened_file import MendedSheet, OpenedFile
from data.values.record_values import value_names, values_of
from data.values.results import (
    Fault,
    FilePreview,
    Original,
    RejectedRow,
    SheetResult,
    rejected,
)
from data.values.sums import sums_of

_CHANGED = messages.ROW_STORED_OTHERWISE()
# What tells the records of one row of a crosstab apart: everything but how much.
_IDENTITY = ("year", "date", "date_precision", "kind", "department", "theme", "description")

Unit = tuple[int, Record]  # a row, or a cell of a crosstab: its row and what tells it apart


def without_stored(result: SheetResult, mended: MendedSheet, stored: StoredTable) -> SheetResult:
    """The result without the rows that are stored already; the counts add up as before."""
    units = _Units(result)
    duplicates: set[Unit] = set()
    changed: set[Unit] = set()
    for unit, found in units.by_unit.items():
        origin = mended.origin(unit[0])
        earlier = units.matching(stored.records.get(origin or 0, ()), unit)
        if earlier:
            (duplicates if earlier == found else changed).add(unit)
        elif not units.are_cells and _was_passed_over(origin, stored):
            duplicates.add(unit)
    left_out = duplicates | changed
    kept = np.array([unit not in left_out for unit in units.of_record], bool)
    records = result.records[kept].reset_index(drop=True)
    anew = sorted(_rejected(changed, mended), key=_row_of)
    skipped = Counter(result.skipped_reasons) + Counter({DUPLICATE: len(duplicates)})
    return replace(
        result,
        accepted=result.accepted - len(duplicates) - len(changed),
        rejected_rows=rejected(merge(result.rejected_rows, anew, key=_row_of)),
        skipped_reasons=skipped,
        records=records,
        sums=sums_of(result.kind or "", records),
        origins=_other_rows(mended, records[ROW], (row.row for row in result.rejected_rows)),
    )


def without_stored_rows(preview: FilePreview, opened: OpenedFile, lineage: Lineage) -> FilePreview:
    """The preview without the rows that are stored already, and with the file that they are of."""
    if not opened.mended and not lineage.batches:
        return preview
    sheets = {mended.sheet.name: mended for mended in opened.sheets}
    results = [
        without_stored(r, sheets[r.sheet], lineage.table(r.key)) if r.table else r
        for r in preview.sheets
    ]
    original = Original(
        opened.sha256,
        opened.file_name,
        lineage.batches,
        lineage.original,
        lineage.sample,
        opened.corrections,
    )
    return replace(preview, sheets=tuple(results), original=original)


def _row_of(row: RejectedRow) -> int:
    return row.row


class _Units:
    """What is stored or not as a whole: a row with all its records, or a cell of a crosstab."""

    def __init__(self, result: SheetResult) -> None:
        self.are_cells = result.table is not None and result.table.layout == CROSSTAB
        values = values_of(result.kind, result.records)
        rows = values.pop("row")
        names = value_names(result.kind)
        self._telling = [i for i, name in enumerate(names) if name in _IDENTITY]
        found: Sequence[Record] = list(zip(*(values[name] for name in names), strict=True))
        self.of_record: list[Unit] = [
            (int(row), self._identity(record)) for row, record in zip(rows, found, strict=True)
        ]
        together: Mapping[Unit, list[Record]] = defaultdict(list)
        for unit, record in zip(self.of_record, found, strict=True):
            together[unit].append(record)
        self.by_unit = {unit: sorted(records, key=repr) for unit, records in together.items()}

    def _identity(self, record: Record) -> Record:
        return tuple(record[i] for i in self._telling) if self.are_cells else ()

    def matching(self, stored: Sequence[Record], unit: Unit) -> list[Record]:
        """Those of the stored records of a row that belong to this unit."""
        return [record for record in stored if self._identity(record) == unit[1]]


def _was_passed_over(origin: int | None, stored: StoredTable) -> bool:
    """Whether the row was read with the file itself, and not rejected then."""
    return origin is not None and stored.rejected is not None and origin not in stored.rejected


def _rejected(units: set[Unit], mended: MendedSheet) -> Iterator[RejectedRow]:
    sheet = mended.sheet
    for row, _identity in units:
        cells = tuple(map(cell_text, sheet.rows[row - sheet.first_row]))
        yield RejectedRow(row, cells, (Fault(row, "", "", _CHANGED),))


def _other_rows(
    mended: MendedSheet, accepted: Iterable[int], rejected: Iterable[int]
) -> dict[int, int]:
    """Row -> the row of the file, or 0, where that is another."""
    rows = {int(row) for row in chain(accepted, rejected)}
    origins = {row: mended.origin(row) or 0 for row in sorted(rows)}
    return {row: origin for row, origin in origins.items() if origin != row}
