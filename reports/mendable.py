"""A sheet with rows to mend: its cells, what is wrong with which row, and in which cell.

With the file at hand it is the sheet as it stood, every row in its place; of an earlier upload it
is the rejected rows that were kept.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Self

from data.cells.cell import Cell
from data.cleaning.corrected_cells import with_mended_cells
from data.doubts.rows.messages import ROW_HIDDEN, ROW_STRUCK
from data.recognising import fill_merged
from data.values.corrections import Corrections
from data.values.found_table import Heading
from data.values.grid import MergedRange, Sheet
from data.values.opened_file import OpenedFile
from data.values.results import RejectedRow, SheetResult
from texts import Sentence


@dataclass(frozen=True)
class MendableSheet:
    """A sheet with rows to mend.

    `rows` are its rows of cells from Excel's `first_row` and `first_column` on; `numbers` says per
    row which row of the file it is (None: not one of the table), `headings_at` which rows (from 0)
    are headings. `reasons` and `marks` say by row (from 0) what is wrong, and in which cells;
    `merged` are the cells above the records that are shown as one, `hidden` the rows of the file
    that it hides, `struck` the cells that are struck through, by row (from 0).
    """

    sheet: str
    rows: Sequence[Sequence[Cell]]
    numbers: Sequence[int | None]
    headings_at: Sequence[int]
    reasons: Mapping[int, str] = field(default_factory=dict)
    marks: Mapping[int, Mapping[int, str]] = field(default_factory=dict)
    first_row: int = 1
    first_column: int = 1
    merged: Sequence[MergedRange] = ()
    hidden: Collection[int] = ()
    struck: Mapping[int, Collection[int]] = field(default_factory=dict)

    @classmethod
    def of(
        cls, sheet: Sheet, results: Sequence[SheetResult], origin: Callable[[int], int | None]
    ) -> Self:
        """A sheet as it stood, with what is wrong in the tables on it.

        `origin` gives for a row of the sheet (as Excel counts) the row of the file to name. An
        empty row has none: what is filled in there is new.
        """
        headings_at = sorted({r.table.header_row - sheet.first_row for r in results if r.table})
        first = headings_at[0] + 1 if headings_at else len(sheet.rows)
        numbers = [
            None if i < first or i in headings_at or not row else origin(sheet.first_row + i)
            for i, row in enumerate(sheet.rows)
        ]
        reasons: dict[int, str] = {}
        marks: dict[int, dict[int, str]] = {}
        for result in results:
            for row in result.rejected_rows:
                if row.left_out:
                    continue
                index = row.row - sheet.first_row
                before = [reasons[index]] if index in reasons else []
                reasons[index] = "\n".join([*before, *reasons_of(row)])
                headings = result.table.headings if result.table else ()
                marks.setdefault(index, {}).update(_marks_of(row, headings))
        rows = fill_merged(sheet).rows
        # Lower down, a merged cell would hide its value together with its first row.
        above = [area for area in sheet.merged if area.last_row < sheet.first_row + first]
        place = (sheet.first_row, sheet.first_column)
        seen = (_hidden_of(sheet, numbers), _struck_of(sheet))
        return cls(sheet.name, rows, numbers, headings_at, reasons, marks, *place, above, *seen)

    @classmethod
    def kept(
        cls,
        sheet: str,
        headings: Sequence[Heading],
        rows: Sequence[RejectedRow],
        origins: Mapping[int, int] | None = None,
    ) -> Self:
        """The rejected rows of a table, under its headings, each cell in its place.

        `origins` is that of `SheetResult`.
        """
        texts = {heading.position: heading.text for heading in headings}
        named = [texts.get(place, "") for place in range(max(texts, default=-1) + 1)]
        numbers = [(origins or {}).get(row.row, row.row) or None for row in rows]
        hidden = {n for n, row in zip(numbers, rows, strict=True) if n and _says(row, ROW_HIDDEN)}
        return cls(
            sheet,
            [named, *(row.cells for row in rows)],
            [None, *numbers],
            [0],
            {i: "\n".join(reasons_of(row)) for i, row in enumerate(rows, start=1)},
            {i: _marks_of(row, headings) for i, row in enumerate(rows, start=1)},
            hidden=hidden,
            struck={
                i: range(len(row.cells))
                for i, row in enumerate(rows, start=1)
                if _says(row, ROW_STRUCK)
            },
        )


def mendable_sheets(
    opened: OpenedFile, results: Sequence[SheetResult], corrections: Corrections
) -> list[MendableSheet]:
    """The sheets with a table, as they stand after what a person mended on the page."""
    found = []
    for mended in opened.sheets:
        tables = [r for r in results if r.sheet == mended.sheet.name and r.table]
        if tables:
            cells = {k: v for r in tables for k, v in corrections.of(r.key).cells.items()}
            sheet = with_mended_cells(mended.sheet, cells)
            found.append(MendableSheet.of(sheet, tables, mended.origin))
    return found


def reasons_of(row: RejectedRow) -> list[str]:
    """What is wrong with a row, a sentence per fault, each with the heading of its column."""
    return [f"{f.column}: {f.message}" if f.column else str(f.message) for f in row.faults]


def _says(row: RejectedRow, sentence: Sentence) -> bool:
    return any(sentence.says(fault.message) for fault in row.faults)


def _hidden_of(sheet: Sheet, numbers: Sequence[int | None]) -> set[int]:
    """The rows of the file (`numbers`) that the sheet hides, or shows nothing of."""
    marks = sheet.marks
    places = (row - sheet.first_row for row in marks.hidden_rows | marks.unseen.keys())
    return {n for place in places if 0 <= place < len(numbers) and (n := numbers[place])}


def _struck_of(sheet: Sheet) -> dict[int, set[int]]:
    """Row -> the places (both from 0) of the cells that are struck through."""
    return {
        row - sheet.first_row: {column - sheet.first_column for column in columns}
        for row, columns in sheet.marks.struck.items()
    }


def _marks_of(row: RejectedRow, headings: Sequence[Heading]) -> dict[int, str]:
    found: dict[int, str] = {}
    for fault in row.faults:
        place = row.position_of(fault, headings)
        if place is not None:
            found[place] = (
                f"{found[place]} {fault.message}" if place in found else str(fault.message)
            )
    return found
