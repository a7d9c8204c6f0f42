"""Workbooks of rows to mend: the faulty cells coloured, the reason beside each row.

They can be mended and read in again: see `data.mending`.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence
from typing import Any

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
from data.mending import mark
from data.values.corrections import NO_CORRECTIONS, Corrections
from reports.mendable import MendableSheet
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
from texts import translate as _

FAULTY_FILL = PatternFill("solid", fgColor="FFFFD9A0")
STRUCK_FONT = Font(strike=True)
MAX_COMMENTS = 1_000  # more of them make Excel slow; the reasons stand beside the row anyway
MAX_FROZEN_ROWS = 12  # more would leave no room on the screen for the rows themselves
_FIRST_DAY = dt.date(1900, 3, 1)  # earlier days have other numbers in Excel than elsewhere


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
