"""How the rejected rows that a store kept have to be read: as the file was that they came from.

Only rows and headings are kept. What stood around them, such as "x € 1.000" above a table, is said.
"""

from __future__ import annotations

from collections.abc import Sequence

from data.cells.cell import Cell
from data.recognising import find_table
from data.values.corrections import NOT_NEEDED, SheetCorrections
from data.values.found_table import LIST, Heading
from data.values.grid import Sheet
from data.values.hints import Said
from data.values.results import RejectedRow


def how_to_read(
    kind: str | None,
    layout: str | None,
    headings: Sequence[Heading],
    rows: Sequence[RejectedRow],
    unit: int | None,
) -> SheetCorrections:
    """What has to be said of a sheet with these rejected rows under their headings in row 1.

    That is as little as can be: what somebody says is remembered for other files.
    """
    unit = None if unit == 1 else unit
    if layout != LIST:
        return SheetCorrections(unit=unit)
    said = SheetCorrections(kind=kind, header_row=1, unit=unit)
    named = {heading.position: heading.text for heading in headings}
    grid: list[list[Cell]] = [[named.get(place, "") for place in range(max(named, default=-1) + 1)]]
    grid += [list(row.cells) for row in rows]
    table = find_table(Sheet("", grid), Said(kind=kind, header_row=1))
    found = {h.position: h.column for h in table.headings} if table else {}
    columns = {
        heading.position: heading.column or NOT_NEEDED
        for heading in headings
        if found.get(heading.position) != heading.column
    }
    return said.changed(columns=columns)
