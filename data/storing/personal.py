"""What of a rejected row is kept: the cells of the columns that are read, and no others."""

from __future__ import annotations

from data.cells.personal import without_personal
from data.values.found_table import Heading, Table
from data.values.results import RejectedRow

_CELL_BY_CELL = "crosstab"


def kept_cells(row: RejectedRow, table: Table | None) -> list[str]:
    """The cells of a rejected row as they are stored: empty in the columns that nobody needs.

    A rejected cell of a crosstab comes without the other cells of its row; all of it is kept. A
    private cell never is.
    """
    if table and table.layout == _CELL_BY_CELL:
        return list(row.cells)
    headings = table.headings if table else ()
    needed = {heading.position for heading in headings if heading.column or heading.period}
    kept = needed - row.private
    return [cell if place in kept else "" for place, cell in enumerate(row.cells)]


def kept_heading(heading: Heading) -> str:
    """The text of a heading as it is stored; persons stand above columns sometimes."""
    return heading.text if heading.column else without_personal(heading.text)
