"""Rows of cells as they come in: limits kept, empty ends cut, equal texts shared."""

from __future__ import annotations

from typing import Any, NoReturn

from data.reading.error_texts import is_error_text, may_be_error_text
from data.reading.refusals import Limits, Reason, RefusedError

Errors = dict[int, dict[int, str]]  # row -> column -> text of the error; both counted from 0


class RowCollector:
    """Collects the rows of one sheet.

    Only rows up to the last one with content count, and only columns up to the last cell with
    content; `first_row` is where the first row stands, from 0. `cells` is how many cells there are
    by now, those of the sheets before it included; an empty row takes room as a cell does.
    """

    def __init__(self, sheet: str, limits: Limits, first_row: int = 0, cells: int = 0) -> None:
        self.cells = cells
        self.rows: list[list[Any]] = []
        self._sheet = sheet
        self._limits = limits
        self._first_row = first_row
        self._empty_rows = 0
        self._taken = 0
        self._texts: dict[str, str] = {}

    @property
    def count(self) -> int:
        """How many rows came in, empty ones included."""
        return self._taken + len(self.rows) + self._empty_rows

    def take(self) -> tuple[list[list[Any]], Errors]:
        """Hand over the rows since the last time, and which of their cells look like errors.

        The errors are counted from the first row of all. Raises `RefusedError` for a long cell.
        """
        self.check_lengths()
        rows = self.rows
        errors = {self._taken + index: cells for index, cells in self.error_texts().items()}
        self._taken += len(rows)
        self.rows, self._texts = [], {}
        return rows, errors

    def add(self, row: list[Any]) -> None:
        """Take in the next row."""
        while row and row[-1] == "":
            row.pop()
        if not row:
            self._empty_rows += 1
            return
        self._check_extent(row)
        self.count_cells(len(row))
        if self._empty_rows:
            self.count_cells(self._empty_rows)
            self.rows.extend([] for _ in range(self._empty_rows))
            self._empty_rows = 0
        share = self._texts.setdefault
        self.rows.append([share(cell, cell) if type(cell) is str else cell for cell in row])

    def count_cells(self, more: int) -> None:
        """Count cells, or what takes as much room; raises `RefusedError` for too many."""
        self.cells += more
        if self.cells > self._limits.max_cells:
            raise RefusedError(Reason.TOO_MANY_CELLS, limit=self._limits.max_cells)

    def _check_extent(self, row: list[Any]) -> None:
        limits = self._limits
        if self.count >= limits.max_rows:
            raise RefusedError(Reason.TOO_MANY_ROWS, sheet=self._sheet, limit=limits.max_rows)
        if len(row) > limits.max_columns:
            raise RefusedError(Reason.TOO_MANY_COLUMNS, sheet=self._sheet, limit=limits.max_columns)

    def check_lengths(self) -> None:
        """Refuse a sheet in which a cell holds more text than a cell may."""
        limit = self._limits.max_cell_length
        if max(map(len, self._texts), default=0) <= limit:
            return
        for number, row in enumerate(self.rows, self._first_row + self._taken + 1):
            if any(type(cell) is str and len(cell) > limit for cell in row):
                self.refuse_long_cell(number)

    def refuse_long_cell(self, row: int) -> NoReturn:
        """Refuse the sheet for a cell in this row, counted as Excel does."""
        limit = self._limits.max_cell_length
        raise RefusedError(Reason.CELL_TOO_LONG, sheet=self._sheet, row=row, limit=limit)

    def error_texts(self) -> Errors:
        """The cells whose text is that of an error, counted from the first cell."""
        texts = {text for text in self._texts if may_be_error_text(text) and is_error_text(text)}
        if not texts:
            return {}
        found: Errors = {}
        for index, row in enumerate(self.rows):
            hits = {at: cell for at, cell in enumerate(row) if type(cell) is str and cell in texts}
            if hits:
                found[index] = hits
        return found
