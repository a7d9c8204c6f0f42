"""Cells merged downwards mean the same in every row that they cover; a measure counts once."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace

from data.cells.cell import Cell
from data.cells.predicates import cell_at, is_empty
from data.values.grid import MergedRange, Sheet


def fill_merged(sheet: Sheet, measures: Collection[int] = ()) -> Sheet:
    """The sheet with the value of each cell merged downwards repeated in the rows it covers.

    Rows that hold nothing of their own stay as they are: one record drawn over two rows is one.
    At the places of `measures` a value is one amount for all its rows, and stays in the first.
    """
    once = {sheet.first_column + place for place in measures}
    tall = [
        area
        for area in sheet.merged
        if area.last_row > area.first_row and area.first_column not in once
    ]
    if not tall:
        return sheet
    rows = list(sheet.rows)
    copied: set[int] = set()
    for area in tall:
        _fill(sheet, area, rows, copied)
    return replace(sheet, rows=rows)


def _fill(sheet: Sheet, area: MergedRange, rows: list[list[Cell]], copied: set[int]) -> None:
    top, place = area.first_row - sheet.first_row, area.first_column - sheet.first_column
    if not 0 <= top < len(rows) or place < 0:
        return
    value = cell_at(sheet.rows[top], place)
    if is_empty(value):
        return
    for index in range(top + 1, min(area.last_row - sheet.first_row + 1, len(rows))):
        if all(map(is_empty, sheet.rows[index])):
            continue
        if index not in copied:
            rows[index] = list(rows[index])
            copied.add(index)
        row = rows[index]
        row.extend([""] * (place + 1 - len(row)))
        if is_empty(row[place]):
            row[place] = value
