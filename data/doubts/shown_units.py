"""What the format of a number adds to it: a reader sees `2 dagen` where the file holds 2."""

from __future__ import annotations

from data import fields
from data.cells.cell import Cell
from data.cells.money import unit_in
from data.cells.text import cell_text
from data.doubts.looked_at import LookedAt
from data.values.found_table import Heading

_MONEY = fields.measures(fields.Sort.AMOUNT)
_MEASURES = fields.measures()


def look(found: LookedAt) -> None:
    """Read such numbers as they are shown."""
    if not found.sheet.marks.shown_as:
        return
    for heading in found.headings(*_MEASURES):
        told = found.sheet.marks.shown_as.get(found.number_of(heading.position), {})
        cells = found.values(heading)
        for words, numbers in told.items():
            found.change(
                heading,
                {
                    row: _shown(cells[row], words, heading)
                    for row, number in enumerate(found.candidates.numbers)
                    if number in numbers and _is_number(cells[row])
                },
            )


def _is_number(cell: Cell) -> bool:
    return isinstance(cell, (int, float)) and not isinstance(cell, bool)


def _shown(cell: Cell, words: str, heading: Heading) -> Cell:
    if heading.column in _MONEY and isinstance(cell, (int, float)):
        unit = unit_in(words)
        if unit > 1:
            return cell * unit if isinstance(cell, int) else round(cell * unit, 6)
    number = cell_text(cell * 100 if words == "%" else cell)  # type: ignore[operator]
    return f"{number.replace('.', ',')} {words}"
