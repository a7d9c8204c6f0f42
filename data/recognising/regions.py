"""Several tables on one sheet, side by side or under each other: where each begins and ends."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from data import fields
from data.cells.cell import Cell
from data.cells.figures import has_digit, is_year
from data.cells.keys import plain_words
from data.cells.predicates import is_blank, is_text
from data.recognising.layout import find_layout
from data.values.found_table import Table
from data.values.grid import Sheet
from data.values.hints import Said
from data.values.layouts import GroupedList, Layout, table_in

_MEASURES = fields.measures()
_ROWS_SAMPLED = 200
_BLOCKS_LOOKED_AT = 60
_ROWS_OF_A_START = 8
_ROWS_OF_TITLES, _PLACES_LOOKED_AT = 30, 2
_FILLED_ROW = 2  # a row with fewer filled cells is a title, a group or a note


@dataclass(frozen=True)
class Part:
    """A part of a sheet that holds a table; its layout when that was found already."""

    sheet: Sheet
    layout: Layout | None = None


def tables_on(sheet: Sheet, said: Said | None = None) -> list[Part]:
    """The parts of a sheet that hold a table each; the sheet as it is when it holds one or none.

    Every row of the sheet is in one part only; places in the rows stay what they were.
    """
    return _cut(Part(sheet), said or Said())


def _cut(whole: Part, said: Said) -> list[Part]:
    for cut in (_cut_columns, _cut_rows):
        parts = cut(whole.sheet, said)
        if len(parts) > 1:
            return [table for part in parts for table in _cut(part, said)]
    return [whole]


def _cut_columns(sheet: Sheet, said: Said) -> list[Part]:
    """The bands between columns that are empty all the way down, when several hold a table."""
    sampled = [row for row in sheet.rows[:_ROWS_SAMPLED] if _count(row) >= _FILLED_ROW]
    bands = _runs({p for row in sampled for p, cell in enumerate(row) if not is_blank(cell)})
    if len(bands) < 2 or not _are_apart(sheet, bands):
        return []
    parts = (_band(sheet, *band) for band in bands)
    return [Part(part, layout) for part in parts if (layout := find_layout(part, said))]


def _count(row: Sequence[Cell]) -> int:
    return sum(not is_blank(cell) for cell in row)


def _runs(places: set[int]) -> list[tuple[int, int]]:
    """The runs of adjoining places, each as first and last."""
    runs: list[tuple[int, int]] = []
    for place in sorted(places):
        if runs and place == runs[-1][1] + 1:
            runs[-1] = (runs[-1][0], place)
        else:
            runs.append((place, place))
    return runs


def _are_apart(sheet: Sheet, bands: Sequence[tuple[int, int]]) -> bool:
    """Whether the columns between the bands are empty below the rows that were sampled, too."""
    gaps = ((before[1] + 1, after[0]) for before, after in pairwise(bands))
    between = [place for start, end in gaps for place in range(start, end)]
    return all(
        is_blank(row[place])
        for row in sheet.rows[_ROWS_SAMPLED:]
        for place in between
        if place < len(row)
    )


def _band(sheet: Sheet, start: int, end: int) -> Sheet:
    """The sheet with only some columns filled, and the titles above all of them."""
    title = next((i for i, row in enumerate(sheet.rows) if _count(row) >= _FILLED_ROW), 0)
    rows = [
        list(row) if index < title else [*[""] * min(start, len(row)), *row[start : end + 1]]
        for index, row in enumerate(sheet.rows)
    ]
    return replace(sheet, rows=rows)


def _cut_rows(sheet: Sheet, said: Said) -> list[Part]:
    """The parts from the title of one table to that of the next, when there are several."""
    starts: list[int] = []
    above: Layout | None = None
    blocks = _blocks_with_titles(sheet)
    for start, end in blocks if len(blocks) > 1 else ():
        part = replace(sheet, rows=sheet.rows[start:end], first_row=sheet.first_row + start)
        layout = find_layout(part, said)
        if layout and (not _continues(layout, above) or _repeats(part, sheet.rows[:start])):
            starts.append(start)
            above = layout
    if len(starts) < 2:
        return []
    ends = [*starts[1:], len(sheet.rows)]
    starts[0] = 0
    return [
        Part(replace(sheet, rows=sheet.rows[start:end], first_row=sheet.first_row + start))
        for start, end in zip(starts, ends, strict=True)
    ]


def _repeats(part: Sheet, above: Sequence[Sequence[Cell]]) -> bool:
    """Whether every row of a part stands above it too: a copy or extract, and no next page."""
    own = [tuple(row) for row in part.rows if _count(row) > _FILLED_ROW]
    return len(own) > _FILLED_ROW and set(own) <= {tuple(row) for row in above}


def _blocks_with_titles(sheet: Sheet) -> list[tuple[int, int]]:
    """The first blocks of rows between empty rows that may start with headings.

    A block of titles belongs to the block under it.
    """
    found: list[tuple[int, int]] = []
    titles: int | None = None
    other = _other_headings(sheet.rows)
    blocks = [part for block in _blocks(sheet.rows) for part in _parted_at(other, *block)]
    if len(blocks) < 2:
        return []
    for start, end in blocks:
        first = sheet.rows[start : min(end, start + _ROWS_OF_A_START)]
        if end - start == len(first) and all(_count(row) < _FILLED_ROW for row in first):
            titles = start if titles is None else titles
            continue
        if any(_may_be_headings(row) for row in first):
            found.append((start if titles is None else titles, end))
        titles = None
    return found[:_BLOCKS_LOOKED_AT]


def _blocks(rows: Sequence[Sequence[Cell]]) -> list[tuple[int, int]]:
    """The runs of rows with content, each as its first place and the place after its last."""
    blocks: list[tuple[int, int]] = []
    start: int | None = None
    for index, row in enumerate(rows):
        filled = any(row) and not all(map(is_blank, row))
        if filled and start is None:
            start = index
        elif not filled and start is not None:
            blocks.append((start, index))
            start = None
    return blocks if start is None else [*blocks, (start, len(rows))]


def _parted_at(places: Sequence[int], start: int, end: int) -> list[tuple[int, int]]:
    """A block of rows, parted where other headings begin within it."""
    bounds = [start, *(place for place in places if start < place < end), end]
    return list(pairwise(bounds))


def _other_headings(rows: Sequence[Sequence[Cell]]) -> list[int]:
    """The rows that hold the headings again in another order, or with others among them."""
    top = next((i for i, row in enumerate(rows[:_ROWS_OF_TITLES]) if _names_columns(row)), None)
    if top is None:
        return []
    first = rows[top]
    words = {cell for cell in first if not is_blank(cell)}
    found: set[int] = set()
    for place in [p for p, cell in enumerate(first) if not is_blank(cell)][:_PLACES_LOOKED_AT]:
        found |= {i for i, row in enumerate(rows) if place < len(row) and row[place] in words}
    return [i for i in sorted(found) if i > top and _are_others(rows[i], first, words)]


def _are_others(row: Sequence[Cell], first: Sequence[Cell], words: set[Cell]) -> bool:
    """Whether a row names columns, most of them those of the first headings, but elsewhere."""
    filled = {cell for cell in row if not is_blank(cell)}
    most = 2 * len(filled & words) > len(words)
    return most and _names_columns(row) and _filled_places(row) != _filled_places(first)


def _filled_places(row: Sequence[Cell]) -> list[tuple[int, Cell]]:
    """What stands where in a row."""
    return [(place, cell) for place, cell in enumerate(row) if not is_blank(cell)]


def _names_columns(row: Sequence[Cell]) -> bool:
    """Whether a row may be headings and holds no figures, as a row of a text with dates does."""
    return _count(row) > _FILLED_ROW and _may_be_headings(row) and not any(map(_has_figures, row))


def _has_figures(cell: Cell) -> bool:
    return not isinstance(cell, str) or has_digit(cell)


def _may_be_headings(row: Sequence[Cell]) -> bool:
    filled = [cell for cell in row if not is_blank(cell)]
    return len(filled) >= _FILLED_ROW and all(is_text(cell) or is_year(cell) for cell in filled)


def _continues(layout: Layout, above: Layout | None) -> bool:
    """Whether headings are those of the list above once more, as on every page of a print."""
    if above is None or type(layout) is not type(above):
        return False
    if not isinstance(layout, (Table, GroupedList)):
        return False
    return _columns_of(table_in(layout)) == _columns_of(table_in(above))


def _columns_of(table: Table) -> set[tuple[int, str, str]]:
    """Where which column stands; of a measure with its heading, that may tell another unit."""
    return {
        (h.position, h.column, plain_words(h.text) if h.column in _MEASURES else "")
        for h in table.headings
        if h.column
    }
