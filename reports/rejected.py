"""The rows that were not stored, whole, with the reasons beside them, to mend and read in again."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any, Self

from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.cell.cell import Cell
from openpyxl.comments import Comment
from openpyxl.styles import Alignment, PatternFill
from openpyxl.utils import get_column_letter

from data.results import Heading, RejectedRow, SheetResult
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
MAX_COMMENTS = 1_000  # more of them make Excel slow; the reasons stand beside the row anyway
LEADING_COLUMNS = 2  # row number and reasons


@dataclass(frozen=True)
class RejectedSheet:
    """The rejected rows of one sheet; `headings` name their cells by place, `""` for none."""

    sheet: str
    headings: tuple[str, ...]
    rows: tuple[RejectedRow, ...]

    @classmethod
    def of(cls, result: SheetResult) -> Self:
        """The rejected rows of a sheet that was just read."""
        headings = result.table.headings if result.table else ()
        return cls.under(result.sheet, headings, result.rejected_rows)

    @classmethod
    def under(cls, sheet: str, headings: Iterable[Heading], rows: Sequence[RejectedRow]) -> Self:
        """The rejected rows of a sheet under its headings, each in its place."""
        texts = {heading.position: heading.text for heading in headings}
        ends = [place + 1 for place in texts] + [len(row.cells) for row in rows]
        in_order = tuple(texts.get(place, "") for place in range(max(ends, default=0)))
        return cls(sheet, in_order, tuple(rows))


def rejected_workbook(sheets: Iterable[RejectedSheet], file_name: str) -> bytes:
    """A sheet per sheet with rejected rows: row number, reasons, and the cells as they stood.

    A faulty cell has a colour and a comment. Everything is text, in the language in force.
    """
    book = Workbook(write_only=True)
    names = SheetNames()
    title = _("Rejected rows of {file}").format(file=file_name)
    about = book.create_sheet(names.take(_("About")))
    about.column_dimensions["A"].width = 100
    for row in about_rows(about, title, _notes()):
        about.append(row)
    for sheet in sheets:
        if sheet.rows:
            _write(book.create_sheet(names.take(sheet.sheet)), sheet)
    if len(book.worksheets) > 1:
        book.active = 1
    return saved(book)


def _notes() -> list[str]:
    return [
        _("These rows were not stored. The coloured cells are the ones that need mending."),
        _("Mend the cells here and read in this workbook: the rows are then added."),
    ]


def _write(target: Any, sheet: RejectedSheet) -> None:  # noqa: ANN401
    used = _used_places(sheet)
    headings = [_("Row in the file"), _("What is wrong"), *(sheet.headings[p] for p in used)]
    target.freeze_panes = "C2"
    for number, heading in enumerate(headings, start=1):
        place = used[number - 1 - LEADING_COLUMNS] if number > LEADING_COLUMNS else None
        target.column_dimensions[get_column_letter(number)].width = _width(sheet, heading, place)
    target.column_dimensions["B"].width = WIDEST
    target.append([heading_style(put_text(WriteOnlyCell(target), text)) for text in headings])
    commented = 0
    for row in sheet.rows:
        target.append(_cells(target, row, sheet.headings, used, commented < MAX_COMMENTS))
        commented += len(row.faults)


def _used_places(sheet: RejectedSheet) -> list[int]:
    """The places that have a heading, or a cell in one of the rows."""
    return [
        place
        for place, heading in enumerate(sheet.headings)
        if heading or any(_cell_of(row, place) for row in sheet.rows)
    ]


def _width(sheet: RejectedSheet, heading: str, place: int | None) -> float:
    if place is None:
        return width_of([heading])
    return width_of([heading, *(_cell_of(row, place) for row in sheet.rows[:SAMPLED_ROWS])])


def _cell_of(row: RejectedRow, place: int) -> str:
    return row.cells[place] if place < len(row.cells) else ""


def _cells(
    target: Any,  # noqa: ANN401
    row: RejectedRow,
    headings: Sequence[str],
    used: Sequence[int],
    with_comments: bool,
) -> list[Any]:
    reasons = put_text(WriteOnlyCell(target), "\n".join(_reasons(row)))
    reasons.alignment = Alignment(vertical="top", wrap_text=True)
    cells: list[Any] = [row.row, reasons]
    for place in used:
        cell = put_text(WriteOnlyCell(target), _cell_of(row, place))
        faults = [str(f.message) for f in row.faults if f.column and f.column == headings[place]]
        if faults:
            _mark(cell, " ".join(faults), with_comments)
        cells.append(cell)
    return cells


def _reasons(row: RejectedRow) -> list[str]:
    return [f"{f.column}: {f.message}" if f.column else str(f.message) for f in row.faults]


def _mark(cell: Cell, text: str, with_comment: bool) -> None:
    cell.fill = FAULTY_FILL
    if with_comment:
        comment = Comment(clean_text(text), "Verbredingsmonitor")
        comment.width, comment.height = 320, 120
        cell.comment = comment
