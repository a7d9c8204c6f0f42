"""Blocks of rows: a department, theme or year that stands only in the first row of each."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from data import columns as c
from data.cells.cell import Cell
from data.cells.predicates import cell_at, is_blank
from data.values.found_table import Heading, Table
from data.values.grid import Sheet

_COLUMNS = (c.DEPARTMENT, c.THEME, c.YEAR, c.QUARTER, c.MONTH)


def fill_blocks(
    sheet: Sheet, table: Table, kinds: Sequence[str | None]
) -> tuple[Sheet, list[Heading], set[int]]:
    """Repeat the names and years that stand only in the first row of their block.

    `kinds` tells per row under the headings why it is no record. Gives the sheet, the headings that
    were filled, and the places (in `kinds`) of the rows that hold nothing but such a name.
    """
    first = table.header_row - sheet.first_row + 1
    records = [place for place, kind in enumerate(kinds) if kind is None]
    at = [first + place for place in records]
    rows = list(sheet.rows)
    filled: list[Heading] = []
    lines: set[int] = set()
    outer: list[int] = []
    for heading in _may_be_filled(table):
        place = heading.position
        cells = [row[place] if place < len(row) else "" for row in map(rows.__getitem__, at)]
        if not any(map(is_blank, set(cells))) or _is_merged(sheet, place):
            continue
        block = _Block(rows, first, kinds, records, place, outer)
        if not block.is_clear:
            continue
        lines |= block.fill(rows)
        filled.append(heading)
        outer.append(heading.position)
    return (replace(sheet, rows=rows) if filled else sheet), filled, lines


def _may_be_filled(table: Table) -> list[Heading]:
    """The columns that may be filled; what a record can do without only from the left."""
    read = sorted((h for h in table.headings if h.column), key=lambda h: h.position)
    found: list[Heading] = []
    for heading in read:
        leftmost = len(found) == read.index(heading)
        needed = table.kind == c.USAGE or heading.column == c.YEAR
        if heading.column in _COLUMNS and (needed or leftmost):
            found.append(heading)
    return found


def _is_merged(sheet: Sheet, place: int) -> bool:
    """Whether cells of the column are merged downwards: what is empty there was meant to be."""
    column = sheet.first_column + place
    return any(
        area.first_column <= column <= area.last_column and area.first_row < area.last_row
        for area in sheet.merged
    )


class _Block:
    """One column of a list: whether it is filled only where a block starts."""

    def __init__(
        self,
        rows: Sequence[Sequence[Cell]],
        first: int,
        kinds: Sequence[str | None],
        records: Sequence[int],
        place: int,
        outer: Sequence[int],
    ) -> None:
        self._first, self._place, self._records = first, place, records
        cells = [cell_at(rows[first + at], place) for at in records]
        self._starts = [at for at, cell in zip(records, cells, strict=True) if not is_blank(cell)]
        self._empty = [at for at, cell in zip(records, cells, strict=True) if is_blank(cell)]
        self.is_clear = (
            len(self._starts) > 1
            and bool(self._empty)
            and self._starts[0] == records[0]
            and self._are_starts_apart(kinds)
            and self._are_names_unique(rows, outer)
        )

    def _are_starts_apart(self, kinds: Sequence[str | None]) -> bool:
        """Whether blocks are long, or parted by totals or empty rows; none goes on after those."""
        before_empty = {_reason_before(kinds, at) for at in self._empty}
        if c.TOTAL in before_empty:
            return False
        before_starts = [_reason_before(kinds, at) for at in self._starts[1:]]
        parted = before_empty == {None} and None not in before_starts
        return parted or len(self._empty) >= len(self._starts)

    def _are_names_unique(self, rows: Sequence[Sequence[Cell]], outer: Sequence[int]) -> bool:
        """Whether no name starts two blocks, but for blocks within other blocks."""
        keys = [
            tuple(
                str(cell_at(rows[self._first + at], p)).strip().casefold()
                for p in (*outer, self._place)
            )
            for at in self._starts
        ]
        return len(set(keys)) == len(keys)

    def fill(self, rows: list[list[Cell]]) -> set[int]:
        """Fill the empty cells of the records; the places of the rows that only name a block."""
        value: Cell = ""
        starts = set(self._starts)
        for at in self._records:
            index = self._first + at
            if at in starts:
                value = rows[index][self._place]
            else:
                row = [*rows[index], *[""] * (self._place + 1 - len(rows[index]))]
                row[self._place] = value
                rows[index] = row
        return {at for at in self._starts if _count(rows[self._first + at]) == 1}


def _count(row: Sequence[Cell]) -> int:
    return sum(not is_blank(cell) for cell in row)


def _reason_before(kinds: Sequence[str | None], at: int) -> str | None:
    return kinds[at - 1] if at else None
