"""A crosstab with both checks and crosses: `v` and `x`, `✓` and `✗`. A cross may then say no."""

from __future__ import annotations

from data.cells.cell import Cell
from data.cells.predicates import cell_at
from data.doubts.columns import messages
from data.doubts.looked_at import LookedAt
from data.values.found_table import CROSSTAB

_CHECKS = frozenset("v✓✔√☑þü")
_CROSSES = frozenset("x✗✘☒×")


def look(found: LookedAt) -> None:
    """Ask whether the cells with a cross are uses where others have a check."""
    if found.table.layout != CROSSTAB:
        return
    marks = [_marks(found, row) for row in range(len(found.candidates))]
    crossed = [row for row, signs in enumerate(marks) if signs & _CROSSES]
    checked = [row for row, signs in enumerate(marks) if signs & _CHECKS]
    if crossed and checked:
        cross = min(marks[crossed[0]] & _CROSSES)
        check = min(marks[checked[0]] & _CHECKS)
        question = messages.CROSSES_BESIDE_CHECKS(cross=cross, check=check, n=len(crossed))
        found.ask("crosses", question, crossed, messages.MAY_SAY_NO(cross=cross, check=check))


def _marks(found: LookedAt, row: int) -> set[str]:
    """The signs in the cell that a row is of, as they stand on the sheet."""
    on_sheet = found.sheet.rows[found.candidates.numbers[row] - found.sheet.first_row]
    cells = (cell_at(on_sheet, place) for place in found.candidates.places_on_sheet(row))
    return {sign for cell in cells if (sign := _sign(cell))}


def _sign(cell: Cell) -> str:
    text = cell.strip().casefold() if isinstance(cell, str) and len(cell) < 8 else ""
    return text if len(text) == 1 else ""
