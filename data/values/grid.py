"""What every kind of file becomes: sheets of cells."""

from __future__ import annotations

from dataclasses import dataclass

from data.cells.cell import Cell

"""One cell as it is stored. An empty cell is `""`."""


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
    differ in length; what lies beyond a row's end is empty.
    """

    name: str
    rows: list[list[Cell]]
    first_row: int = 1
    first_column: int = 1
    hidden: bool = False
    merged: tuple[MergedRange, ...] = ()
