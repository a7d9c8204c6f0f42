"""What the format of a number adds to it: a reader sees `2 dagen` where the file holds 2."""

from __future__ import annotations

from data import columns as c
from data import fields
from data.cells.cell import Cell
from data.cells.keys import plain_words
from data.cells.money import unit_in
from data.cells.predicates import is_blank
from data.cells.text import cell_text
from data.doubts.currencies import unit_said
from data.doubts.looked_at import LookedAt
from data.values.found_table import LIST, Heading

_MONEY = fields.measures(fields.Sort.AMOUNT)
_MEASURES = fields.measures()
_UNIT_HEADINGS = frozenset({"eenheid", "maateenheid", "tijdseenheid", "unit", "uren dagen"})


def look(found: LookedAt) -> None:
    """Read such numbers as they are shown, or as a column of units says."""
    _look_for_column_of_units(found)
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


def _look_for_column_of_units(found: LookedAt) -> None:
    """Read hours in the unit that stands beside them, when a column says `dagen` or `uur`."""
    units = next((h for h in found.unread() if plain_words(h.text) in _UNIT_HEADINGS), None)
    hours = found.headings(c.HOURS)
    if not units or not hours or found.table.layout != LIST:
        return
    told, cells = found.values(units), found.values(hours[0])
    found.change(
        hours[0],
        {
            row: f"{cell_text(cells[row]).replace('.', ',')} {cell_text(unit).strip()}"
            for row, unit in enumerate(told)
            if _is_of_time(unit) and not is_blank(cells[row]) and _is_bare(cells[row])
        },
    )


def _is_of_time(unit: Cell) -> bool:
    """Whether a cell says a unit; that of an amount in the same list is another's."""
    return not is_blank(unit) and unit_said(cell_text(unit)) is None


def _is_bare(cell: Cell) -> bool:
    return _is_number(cell) or (isinstance(cell, str) and cell.strip()[-1:].isdigit())


def _is_number(cell: Cell) -> bool:
    return isinstance(cell, (int, float)) and not isinstance(cell, bool)


def _shown(cell: Cell, words: str, heading: Heading) -> Cell:
    if heading.column in _MONEY and isinstance(cell, (int, float)):
        unit = unit_in(words)
        if unit > 1:
            return cell * unit if isinstance(cell, int) else round(cell * unit, 6)
    number = cell_text(cell * 100 if words == "%" else cell)  # type: ignore[operator]
    return f"{number.replace('.', ',')} {words}"
