"""The rows of a table that may be records, and what is wrong with them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import partial
from typing import Any, Self, TypeVar

import numpy as np

from data.cells.cell import Cell
from data.cells.parsed_column import MAX_VALUE_LENGTH, Column, Parsed, parse_column
from data.cells.text import cell_text
from data.progress import RECOGNISING, step
from data.values.found_table import Heading, Table
from data.values.results import Fault, RejectedRow
from texts import Message

T = TypeVar("T")


@dataclass(frozen=True)
class ReadBefore:
    """A column as it was read: its cells, how, and what came of it."""

    cells: list[Cell]
    how: tuple[object, ...]
    parsed: Parsed[Any]

    def has(self, cells: list[Cell]) -> bool:
        """Whether these are the very same cells: `True` is not 1, though it equals it."""
        return self.cells == cells and [*map(type, self.cells)] == [*map(type, cells)]


def _recipe(parse: Callable[..., object]) -> tuple[object, ...]:
    """What tells one way of reading a column from another."""
    if isinstance(parse, partial):
        return parse.func, parse.args, tuple(sorted(parse.keywords.items()))
    return (parse,)


@dataclass
class Candidates:
    """The rows that may be records: their cells, their row numbers in Excel, their faults.

    `surroundings` are the texts around the table, where a unit such as "x € 1.000" may stand. One
    cell has at most one fault: the first that is found. `said_unit` is what a person says that the
    amounts are counted in, `usual_unit` what they are when nothing says it; `units` is what each
    column of amounts (its place) is counted in. `read_before` holds the columns that were read when
    the table was read before: one with the same cells is not read again. `stood` holds the rows as
    they stood of which a cell was changed since.
    """

    table: Table
    rows: Sequence[Sequence[Cell]]
    numbers: Sequence[int]
    surroundings: Sequence[str] = ()
    said_unit: int | None = None
    usual_unit: int = 1
    units: dict[int, int] = field(default_factory=dict)
    remarks: list[Message] = field(default_factory=list)
    read_before: dict[str, ReadBefore] = field(default_factory=dict)
    stood: dict[int, Sequence[Cell]] = field(default_factory=dict)
    _faults: dict[int, dict[str, tuple[Heading | None, Message]]] = field(default_factory=dict)
    # Place of a column -> the rows that it was taken from, and the column.
    _columns: dict[int, tuple[Sequence[Sequence[Cell]], Column]] = field(
        default_factory=dict, repr=False, compare=False
    )

    def __len__(self) -> int:
        return len(self.rows)

    def copy(self) -> Self:
        """The same, to find more faults in while these stay as they are."""
        faults = {row: dict(found) for row, found in self._faults.items()}
        return replace(self, units=dict(self.units), remarks=list(self.remarks), _faults=faults)

    def heading(self, *columns: str) -> Heading | None:
        """The heading of the first of these columns that the table has."""
        for column in columns:
            for heading in self.table.headings:
                if heading.column == column:
                    return heading
        return None

    def column(self, heading: Heading) -> Column:
        """The column under a heading; each rule of doubt asks for the same ones."""
        place = heading.position
        rows, column = self._columns.get(place, (None, None))
        if column is None or rows is not self.rows:
            column = Column([row[place] if place < len(row) else "" for row in self.rows])
            self._columns[place] = (self.rows, column)
        return column

    def cells(self, heading: Heading) -> list[Cell]:
        """The cells under a heading, which nobody changes."""
        return self.column(heading).cells

    def forget_columns(self) -> None:
        """Let go of the columns that were kept while the table was read."""
        self._columns.clear()

    def change(self, heading: Heading, cells: Mapping[int, Cell]) -> None:
        """Read other cells under a heading, by row; a rejected row shows them as they stood."""
        rows, place = list(self.rows), heading.position
        for row, cell in cells.items():
            self.stood.setdefault(row, rows[row])
            rows[row] = [*rows[row][:place], cell, *rows[row][place + 1 :]]
        self.rows = rows

    def row_on_sheet(self, row: int) -> Sequence[Cell]:
        """The row of the sheet that a row comes from."""
        return self.rows[row]

    def places_on_sheet(self, _row: int) -> set[int]:
        """Where on that row its values stand."""
        return {heading.position for heading in self.table.headings if heading.column}

    def parse(
        self,
        column: str,
        parse: Callable[[list[Any]], Sequence[T | Message]],
        *,
        where: np.ndarray | None = None,
        longest: int | None = MAX_VALUE_LENGTH,
    ) -> Parsed[T]:
        """Read a column and keep its faults; a column that is not there is empty.

        `where` says in which rows the column matters, `longest` how long a text may be.
        """
        step(RECOGNISING)
        heading = self.heading(column)
        cells = self.column(heading) if heading else Column([""] * len(self))
        parsed = self._parsed(column, cells, parse, longest)
        for row, message in parsed.faulty_rows():
            if where is None or where[row]:
                self.reject(row, column, message)
        return parsed

    def _parsed(
        self,
        column: str,
        found: Column,
        parse: Callable[[list[Any]], Sequence[T | Message]],
        longest: int | None,
    ) -> Parsed[T]:
        before = self.read_before.get(column)
        how = (*_recipe(parse), longest)
        if before and before.how == how and before.has(found.cells):
            return before.parsed
        parsed: Parsed[T] = parse_column(found, parse, longest=longest)
        self.read_before[column] = ReadBefore(found.cells, how, parsed)
        return parsed

    def reject(
        self, row: int, column: str, message: Message, heading: Heading | None = None
    ) -> None:
        """Keep a fault of a row, unless that column of it already has one."""
        faults = self._faults.setdefault(row, {})
        faults.setdefault(column, (heading or self.heading(column), message))

    def pardon(self, rows: Iterable[int], column: str) -> None:
        """Take back the fault of a column in these rows: they count without its value."""
        for row in rows:
            faults = self._faults.get(row, {})
            faults.pop(column, None)
            if not faults:
                self._faults.pop(row, None)

    def differ_in(self, columns: Iterable[str]) -> bool:
        """Whether one of these columns, as it was read, has another value in every row."""
        read = (self.read_before[column].parsed for column in columns if column in self.read_before)
        return any(
            len(x.codes) == len(x.distinct) == len(set(x.distinct)) for x in read if x.distinct
        )

    def is_faulty(self, row: int, column: str) -> bool:
        """Whether a fault of that column is known for the row."""
        return column in self._faults.get(row, {})

    def faulty_rows(self, *columns: str) -> list[int]:
        """The rows with a fault in one of these columns."""
        return [row for row, faults in self._faults.items() if faults.keys() & set(columns)]

    def cell(self, row: int, heading: Heading | None) -> str:
        """One cell as text, as it stood."""
        cells = self.stood.get(row, self.rows[row])
        return (
            cell_text(cells[heading.position]) if heading and heading.position < len(cells) else ""
        )

    @property
    def accepted(self) -> np.ndarray:
        """Which rows have no fault."""
        accepted = np.ones(len(self), bool)
        accepted[list(self._faults)] = False
        return accepted

    def rejected_rows(self) -> Iterator[RejectedRow]:
        """The rows with a fault, whole, in the order of the sheet."""
        return (self._rejected(row) for row in sorted(self._faults))

    def _rejected(self, row: int) -> RejectedRow:
        number = self.numbers[row]
        found = sorted(
            self._faults[row].items(), key=lambda item: item[1][0].position if item[1][0] else -1
        )
        faults = tuple(
            Fault(number, heading.text if heading else "", self.cell(row, heading), message)
            for column, (heading, message) in found
        )
        stood = self.stood.get(row, self.rows[row])
        return RejectedRow(number, tuple(map(cell_text, stood)), faults)
