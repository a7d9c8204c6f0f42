"""The rejected rows of a sheet as lines that can be edited: what stands in them, what is wrong."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import islice

import pandas as pd

from data import columns as c
from data.values.corrections import SheetCorrections
from data.values.results import RejectedRow, SheetResult
from texts import translate as _
from ui.reading_in import waiting_rows

MOST_LINES = 2_000  # forty pages: whoever has more mends them in Excel
MARK = "⚠ "  # before the text of a faulty cell
ROW, REASON, COLUMN, VALUE = "row", "reason", "column", "value"

Cells = dict[tuple[int, int], str]  # by Excel row and position, as in `SheetCorrections`


@dataclass(frozen=True)
class Line:
    """One line to edit.

    `texts` and `positions` are by column of the editor: what stands there, and where in the sheet's
    row that is; `faulty` are the columns whose cell is wrong. `name` is the heading that the value
    of a crosstab's cell stands under; a `mended` line is no longer rejected.
    """

    row: int
    texts: Mapping[str, str]
    positions: Mapping[str, int]
    reasons: tuple[str, ...] = ()
    faulty: frozenset[str] = frozenset()
    name: str = ""
    mended: bool = False

    @property
    def place(self) -> tuple[int, int]:
        """What tells this line apart from the others: its row, and of a crosstab its cell."""
        return self.row, self.positions.get(VALUE, -1)


@dataclass
class Lines:
    """The lines of one sheet that were rejected at some time since it was read, in its order.

    A line that is mended stays, so that the table does not move under one's hands.
    """

    seen: dict[tuple[int, int], Line] = field(default_factory=dict)

    def update(self, sheet: SheetResult, said: SheetCorrections) -> list[Line]:
        """The lines as they are now: the rejected ones, and those with a mended cell."""
        now = {line.place: line for line in lines_of(sheet)}
        for place, line in now.items():
            self.seen.setdefault(place, line)
        accepted = set(map(int, sheet.records[c.ROW])) if c.ROW in sheet.records else set()
        found = []
        for place, line in self.seen.items():
            if place in now:
                found.append(now[place])
            elif any((line.row, position) in said.cells for position in line.positions.values()):
                found.append(_mended(line, said, counts=line.row in accepted))
        return sorted(found, key=lambda line: line.place)


def lines_of(sheet: SheetResult) -> Iterator[Line]:
    """The rows to mend, at most `MOST_LINES`; a crosstab has a line per rejected cell.

    Rows that wait for an answer or were left out are not among them.
    """
    for row in islice(waiting_rows.to_mend(sheet), MOST_LINES):
        if sheet.table is None:
            continue
        if sheet.table.layout == "crosstab":
            positions, name = _places_in_crosstab(row, sheet)
        else:
            positions = {str(h.position): h.position for h in sheet.table.headings if h.column}
            name = ""
        wrong = {row.position_of(fault, sheet.table.headings) for fault in row.faults}
        yield Line(
            row.row,
            {column: row.cell(position) for column, position in positions.items()},
            positions,
            tuple(f"{f.column}: {f.message}" if f.column else str(f.message) for f in row.faults),
            frozenset(column for column, position in positions.items() if position in wrong),
            name,
        )


def _places_in_crosstab(row: RejectedRow, sheet: SheetResult) -> tuple[dict[str, int], str]:
    """The labels before the cell and the cell itself: it is the last that is filled."""
    filled = [position for position, cell in enumerate(row.cells) if cell.strip()]
    *labels, value = filled or [0]
    headings = sheet.table.headings if sheet.table else ()
    name = next((h.text for h in headings if h.position == value), "")
    return {**{str(position): position for position in labels}, VALUE: value}, name


def _mended(line: Line, said: SheetCorrections, *, counts: bool) -> Line:
    texts = {
        column: said.cells.get((line.row, position), line.texts[column])
        for column, position in line.positions.items()
    }
    reason = _("✓ Right: this row counts.") if counts else _("This row is empty or a total by now.")
    return replace(line, texts=texts, reasons=(reason,), faulty=frozenset(), mended=True)


def editor_frame(lines: Sequence[Line]) -> pd.DataFrame:
    """What the editor shows: row, what is wrong, and a column per place; faulty cells marked."""
    columns = list(dict.fromkeys(column for line in lines for column in line.texts))
    columns.sort(key=lambda column: (column == VALUE, int(column) if column.isdigit() else 0))
    frame = {ROW: [str(line.row) for line in lines], REASON: [_reason(line) for line in lines]}
    for column in columns:
        if column == VALUE:
            frame[COLUMN] = [line.name for line in lines]
        frame[column] = [_shown(line, column) for line in lines]
    return pd.DataFrame(frame, dtype="str")


def _reason(line: Line) -> str:
    return ("" if line.mended else MARK) + " ".join(line.reasons)


def _shown(line: Line, column: str) -> str:
    return (MARK if column in line.faulty else "") + line.texts.get(column, "")


def headings_of(sheet: SheetResult, lines: Sequence[Line]) -> dict[str, str]:
    """What stands above each column of the editor; a column with a faulty cell is marked."""
    texts = {str(h.position): h.text for h in (sheet.table.headings if sheet.table else ())}
    texts |= {VALUE: _("Value"), COLUMN: _("Column"), ROW: _("Row"), REASON: _("What is wrong")}
    faulty = {column for line in lines for column in line.faulty}
    return {column: (MARK if column in faulty else "") + text for column, text in texts.items()}


def mended_cells(lines: Sequence[Line], edited: Mapping[int, Mapping[str, str | None]]) -> Cells:
    """The cells that somebody edited, as Streamlit tells them: by line and column."""
    cells: Cells = {}
    for index, changes in edited.items():
        if index >= len(lines):
            continue
        line = lines[index]
        for column, value in changes.items():
            if column in line.positions:
                text = "" if value is None else str(value)
                cells[(line.row, line.positions[column])] = text.removeprefix(MARK.strip()).strip()
    return cells


def keeps_mark(edited: Mapping[int, Mapping[str, str | None]]) -> bool:
    """Whether somebody typed behind the mark of a faulty cell, so that it still shows."""
    return any(
        str(value).startswith(MARK.strip())
        for changes in edited.values()
        for value in changes.values()
    )
