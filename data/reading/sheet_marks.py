"""The marks of one sheet on their way from the process that reads the workbook."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from data.values.marks import NO_MARKS, Marks


@dataclass
class SheetMarks:
    """The marks of one sheet, as plain values that another process can be sent."""

    hidden_rows: set[int] = field(default_factory=set)
    filtered: bool = False
    hidden_columns: set[int] = field(default_factory=set)
    struck: dict[int, set[int]] = field(default_factory=dict)
    unworked: dict[int, set[int]] = field(default_factory=dict)
    shown_as: dict[int, dict[str, set[int]]] = field(default_factory=dict)
    from_1904: bool = False
    unseen: dict[int, set[int]] = field(default_factory=dict)
    far: tuple[str, ...] = ()
    notes: dict[int, dict[int, str]] = field(default_factory=dict)
    said: tuple[str, ...] = ()
    coloured: dict[int, dict[int, str]] = field(default_factory=dict)
    striking: tuple[tuple[int, int, str], ...] = ()

    def keep_to(self, last_row: int) -> None:
        """Forget what is said of rows below the last one with content (as Excel counts)."""
        self.hidden_rows = {row for row in self.hidden_rows if row <= last_row}
        for of_cells in (self.struck, self.unworked, self.unseen):
            for row in [row for row in of_cells if row > last_row]:
                del of_cells[row]
        for told in self.shown_as.values():
            for words, rows in told.items():
                told[words] = {row for row in rows if row <= last_row}

    @property
    def count(self) -> int:
        """How many marks there are; each takes room as a cell does."""
        of_rows = (self.struck, self.unworked, self.unseen)
        sets = [marked for of_cells in of_rows for marked in of_cells.values()]
        sets += [set(of_row) for of_row in self.notes.values()]
        sets += [set(of_row) for of_row in self.coloured.values()]
        sets += [rows for told in self.shown_as.values() for rows in told.values()]
        return len(self.hidden_rows) + sum(map(len, sets))

    def packed(self) -> tuple[Any, ...]:
        """As plain values; empty when there is nothing to tell."""
        packed = tuple(vars(self).values())
        return packed if any(packed) else ()


def unpacked(packed: tuple[Any, ...]) -> Marks:
    """The marks that `packed` gave."""
    if not packed:
        return NO_MARKS
    hidden_rows, filtered, hidden_columns, struck, unworked, shown_as, from_1904, *rest = packed
    unseen, far, notes, said, coloured, striking = rest
    return Marks(
        hidden_rows=frozenset(hidden_rows),
        filtered=filtered,
        hidden_columns=frozenset(hidden_columns),
        struck={row: frozenset(columns) for row, columns in struck.items()},
        unworked={row: frozenset(columns) for row, columns in unworked.items()},
        shown_as={
            column: {words: frozenset(rows) for words, rows in told.items()}
            for column, told in shown_as.items()
        },
        from_1904=from_1904,
        unseen={row: frozenset(columns) for row, columns in unseen.items()},
        far=far,
        notes=notes,
        said=said,
        coloured=coloured,
        striking=striking,
    )
