"""What every kind of file becomes: sheets of cells."""

from __future__ import annotations

from dataclasses import dataclass, field

from data.cells.cell import Cell
from data.values.marks import NO_MARKS, Marks
from texts import Message


@dataclass(frozen=True)
class MergedRange:
    """Cells shown as one; rows and columns as Excel counts them, from 1, both ends included."""

    first_row: int
    first_column: int
    last_row: int
    last_column: int


@dataclass(frozen=True)
class Sheet:
    """One sheet: its rows of cells, and where they stand.

    `rows[i][j]` is the cell in Excel's row `first_row + i` and column `first_column + j`. Rows may
    differ in length; what lies beyond a row's end is empty. `marks` is what a spreadsheet shows of
    them, `delimiter` what parts the cells of a text, `refused` why the rows are not there.
    """

    name: str
    rows: list[list[Cell]]
    first_row: int = 1
    first_column: int = 1
    hidden: bool = False
    merged: tuple[MergedRange, ...] = ()
    marks: Marks = NO_MARKS
    delimiter: str = field(default="", compare=False)
    refused: Message | None = None
