"""Workbooks of rows to mend: the faulty cells coloured, the reason beside each row.

With the file at hand it is the sheet as it stood, every row in its place; of an earlier upload it
is the rejected rows that were kept. Either can be mended and read in again: see `data.mending`.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Self

from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.cell.cell import Cell as ExcelCell
from openpyxl.comments import Comment
from openpyxl.styles import Alignment, Font, PatternFill
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.cell_range import CellRange
from openpyxl.worksheet.filters import CustomFilter, CustomFilters, FilterColumn

from data.cells.cell import Cell
from data.cells.text import cell_text
from data.cleaning.corrected_cells import with_mended_cells
from data.doubts.messages import ROW_HIDDEN, ROW_STRUCK
from data.mending import mark
from data.recognising import fill_merged
from data.values.corrections import NO_CORRECTIONS, Corrections
from data.values.found_table import Heading
from data.values.grid import MergedRange, Sheet
from data.values.opened_file import OpenedFile
from data.values.results import RejectedRow, SheetResult
from reports.workbook import (
    SAMPLED_ROWS,
    WIDEST,
    SheetNames,
    about_rows,
    clean_text,
    heading_style,
    put_text,
    saved,
    width_of,
)
from texts import Sentence
from texts import translate as _

FAULTY_FILL = PatternFill("solid", fgColor="FFFFD9A0")
STRUCK_FONT = Font(strike=True)
MAX_COMMENTS = 1_000  # more of them make Excel slow; the reasons stand beside the row anyway
MAX_FROZEN_ROWS = 12  # more would leave no room on the screen for the rows themselves
_FIRST_DAY = dt.date(1900, 3, 1)  # earlier days have other numbers in Excel than elsewhere


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


def mending_workbook(
    sheets: Sequence[MendableSheet],
    *,
    file_name: str,
    sha256: str,
    notes: Iterable[str],
    corrections: Corrections = NO_CORRECTIONS,
) -> bytes:
    """The sheets with rows to mend, after a sheet that says what to do, in the language in force.

    `file_name` and `sha256` are those of the file that the rows came from, `corrections` is what a
    person said of it.
    """
    book = Workbook(write_only=True)
    names = SheetNames()
    about = book.create_sheet(names.take(_("About")))
    about.column_dimensions["A"].width = 100
    title = _("Rejected rows of {file}").format(file=file_name)
    for row in about_rows(about, title, notes):
        about.append(row)
    marked = []
    for sheet in sheets:
        target = book.create_sheet(names.take(sheet.sheet))
        headings = (_("Row in the file"), _("What is wrong"))
        _Writer(target, sheet, headings).write()
        place, hidden = sheet.first_column, mark.runs_of(sheet.hidden)
        marked.append(mark.MarkedSheet(target.title, sheet.sheet, place, *headings, hidden))
    _write_mark(book, mark.Mark(sha256, file_name, tuple(marked), about.title, corrections))
    book.active = min(1, len(sheets))
    return saved(book)


def _write_mark(book: Workbook, written: mark.Mark) -> None:
    hidden = book.create_sheet(mark.TITLE)
    hidden.sheet_state = "veryHidden"
    for row in written.rows():
        hidden.append([put_text(WriteOnlyCell(hidden), text) for text in row])


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


class _Writer:
    """Writes one sheet: the cells in their places, the two added columns to their right."""

    def __init__(self, target: Any, sheet: MendableSheet, headings: tuple[str, str]) -> None:  # noqa: ANN401
        self.target = target
        self.sheet = sheet
        self.headings = headings
        self.width = max(map(len, sheet.rows), default=0)
        self.commented = 0

    def write(self) -> None:
        """Write the whole sheet; a filter shows the rows with a reason only."""
        self._set_up()
        for _row in range(self.sheet.first_row - 1):
            self.target.append([])
        first = min(self.sheet.headings_at, default=len(self.sheet.rows))
        for index, cells in enumerate(self.sheet.rows):
            number = self.sheet.first_row + index
            shown = index <= first or index in self.sheet.headings_at or index in self.sheet.reasons
            if not shown:
                self.target.row_dimensions[number].hidden = True
            self.target.append(self._row(index, cells))
            self.target.row_dimensions.pop(number, None)  # written; a million of them take room

    def _set_up(self) -> None:
        target, sheet = self.target, self.sheet
        left = sheet.first_column
        for place in range(self.width):
            letter = get_column_letter(left + place)
            target.column_dimensions[letter].width = self._width_at(place)
        for area in sheet.merged:
            corners = (area.first_column, area.first_row, area.last_column, area.last_row)
            target.merged_cells.add(CellRange(None, *corners).coord)
        number, reason = (get_column_letter(left + self.width + i) for i in (0, 1))
        target.column_dimensions[number].width = width_of([self.headings[0]])
        target.column_dimensions[reason].width = WIDEST
        if not sheet.headings_at:
            return
        top = sheet.first_row + sheet.headings_at[0]
        if top <= MAX_FROZEN_ROWS:
            target.freeze_panes = f"A{top + 1}"
        last = sheet.first_row + len(sheet.rows) - 1
        target.auto_filter.ref = f"{get_column_letter(left)}{top}:{reason}{last}"
        filled = CustomFilters(customFilter=[CustomFilter(operator="notEqual", val=" ")])
        chosen = FilterColumn(colId=self.width + 1, customFilters=filled)
        target.auto_filter.filterColumn.append(chosen)

    def _width_at(self, place: int) -> float:
        shown = [row[place] for row in self.sheet.rows[:SAMPLED_ROWS] if place < len(row)]
        return min(width_of(map(cell_text, shown)), WIDEST / 2)

    def _row(self, index: int, cells: Sequence[Cell]) -> list[Any]:
        sheet = self.sheet
        written: list[Any] = [None] * (sheet.first_column - 1)
        heading = index in sheet.headings_at
        faults, struck = sheet.marks.get(index, {}), sheet.struck.get(index, ())
        for place in range(self.width if heading or faults else len(cells)):
            value = cells[place] if place < len(cells) else ""
            if heading:
                written.append(heading_style(self._own_cell(value)))
            elif place in faults or place in struck:
                written.append(self._dressed(value, faults.get(place), struck=place in struck))
            else:
                written.append(_plain_cell(self.target, value))
        if not heading and sheet.numbers[index] is None:
            return written
        written += [None] * (sheet.first_column - 1 + self.width - len(written))
        return [*written, *self._added(index, heading)]

    def _added(self, index: int, heading: bool) -> list[Any]:
        if heading:
            return [heading_style(put_text(WriteOnlyCell(self.target), h)) for h in self.headings]
        number = self.sheet.numbers[index]
        if index not in self.sheet.reasons:
            return [number]
        reason = put_text(WriteOnlyCell(self.target), self.sheet.reasons[index])
        reason.alignment = Alignment(vertical="top", wrap_text=True)
        return [number, reason]

    def _own_cell(self, value: Cell) -> ExcelCell:
        """The value in a cell that can be dressed."""
        cell = _plain_cell(self.target, value)
        if not isinstance(cell, ExcelCell):
            plain = cell
            cell = WriteOnlyCell(self.target)
            cell.value = plain
        return cell

    def _dressed(self, value: Cell, fault: str | None, *, struck: bool) -> ExcelCell:
        cell = self._own_cell(value)
        if struck:
            cell.font = STRUCK_FONT
        if fault is None:
            return cell
        cell.fill = FAULTY_FILL
        if self.commented < MAX_COMMENTS:
            cell.comment = Comment(clean_text(fault), "Verbredingsmonitor", height=120, width=320)
            self.commented += 1
        return cell


def _plain_cell(target: Any, value: Cell) -> Any:  # noqa: ANN401
    """The value as it was: a number stays a number, a date a date, a text never a formula."""
    if isinstance(value, str):
        # Most texts are plain; a cell of its own for each would double the time.
        return (
            clean_text(value)
            if value[:1].isalpha()
            else (put_text(WriteOnlyCell(target), value) if value else None)
        )
    if isinstance(value, bool | int | float):
        return value
    number_format = _format_of(value)
    if number_format is None:
        return put_text(WriteOnlyCell(target), cell_text(value))
    cell = WriteOnlyCell(target)
    cell.value = value
    cell.number_format = number_format
    return cell


def _format_of(value: dt.date | dt.time | dt.timedelta) -> str | None:
    """How a moment is shown; None for one that Excel has no number for."""
    if isinstance(value, dt.timedelta):
        return "[h]:mm:ss" if value >= dt.timedelta() else None
    if isinstance(value, dt.time):
        return "hh:mm:ss"
    if not isinstance(value, dt.datetime):
        return "dd-mm-yyyy" if value >= _FIRST_DAY else None
    if value.date() < _FIRST_DAY:
        return None
    return "dd-mm-yyyy" if value.time() == dt.time() else "dd-mm-yyyy hh:mm:ss"
