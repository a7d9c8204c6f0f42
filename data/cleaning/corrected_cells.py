"""A sheet with what a person mended or blanked in its cells."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import replace

from data.cells.cell import Cell
from data.cells.personal import without_personal
from data.cells.text import cell_text
from data.values.grid import Sheet


def cells_within(sheet: Sheet, cells: Mapping[tuple[int, int], str]) -> dict[tuple[int, int], str]:
    """The mended cells at places that the sheet itself has."""
    width = max(map(len, sheet.rows), default=0)
    return {(row, at): text for (row, at), text in cells.items() if at < width}


def with_mended_cells(sheet: Sheet, cells: Mapping[tuple[int, int], str]) -> Sheet:
    """The sheet with other texts in some cells; `cells` is by Excel row and place in the row."""
    return _with_cells(
        sheet, {(row - sheet.first_row, at): text for (row, at), text in cells.items()}
    )


def with_blanked_texts(sheet: Sheet, places: Collection[int], after: int) -> Sheet:
    """The sheet without the personal data in the texts at these places.

    Only rows under the heading row `after` (Excel's number) are concerned.
    """
    first = max(after - sheet.first_row + 1, 0)
    changed: dict[tuple[int, int], Cell] = {}
    for index, row in enumerate(sheet.rows[first:], first):
        for place in places:
            cell = row[place] if place < len(row) else ""
            text = without_personal(cell_text(cell))
            if text != cell_text(cell):
                changed[index, place] = text
    return _with_cells(sheet, changed)


def _with_cells(sheet: Sheet, cells: Mapping[tuple[int, int], Cell]) -> Sheet:
    rows = list(sheet.rows)
    copied: set[int] = set()
    for (index, place), cell in cells.items():
        if not 0 <= index < len(rows):
            continue
        if index not in copied:
            rows[index] = list(rows[index])
            copied.add(index)
        rows[index].extend([""] * (place + 1 - len(rows[index])))
        rows[index][place] = cell
    return replace(sheet, rows=rows) if copied else sheet
