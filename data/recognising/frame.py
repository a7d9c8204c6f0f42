"""The outer shape of a table of numbers: heading rows, columns of numbers, columns of labels."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from data import columns as c
from data.cells.cell import Cell
from data.cells.figures import are_consecutive_years, is_year
from data.cells.predicates import cell_at, heading_text, is_blank, is_number, is_text
from data.recognising.axis import tells_of_the_row
from data.recognising.heading_rows import spread
from data.recognising.matching import KNOWN, columns_for
from data.values.grid import Sheet

_NAMES = (c.DEPARTMENT, c.THEME)
CALENDAR = (c.DATE, c.YEAR, c.QUARTER, c.MONTH)

_ROWS_SEARCHED = 60
_ROWS_SAMPLED = 60
_UPPER_ROWS = 2
_LONGEST_HEADING = 90


@dataclass(frozen=True)
class Frame:
    """The outer shape: heading rows, columns of numbers, columns of labels left of them.

    `first` and `last` are the places of the heading rows, `parts` their texts by column, top first;
    `labels` hold words, `left` numbers that tell of the row, such as a year.
    """

    first: int
    last: int
    parts: Mapping[int, tuple[str, ...]]
    numbers: tuple[int, ...]
    labels: tuple[int, ...]
    left: tuple[int, ...] = ()


def places_of_headings(sheet: Sheet) -> list[int]:
    """The places of the rows that may carry the headings: the first ones with content."""
    filled = (i for i, row in enumerate(sheet.rows) if any(cell != "" for cell in row))
    return [index for index, _ in zip(filled, range(_ROWS_SEARCHED), strict=False)]


def frame_at(sheet: Sheet, index: int, *, least: int = 2) -> Frame | None:
    """The shape of a table with its lowest heading row at `index`; None when it has none.

    It needs words left of at least this many columns of numbers.
    """
    row = sheet.rows[index]
    headed = [place for place, cell in enumerate(row) if not is_blank(cell)]
    below = filled_rows(sheet.rows[index + 1 :])
    if len(headed) < 2 or not below or not _starts_with_numbers(below[0]):
        return None
    numbers = [p for p in range(max(map(len, below))) if _holds_numbers(below, p)]
    words = next((p for p in range(max(map(len, below))) if _holds_words(below, p)), 0)
    start = next((p for p in numbers if p > words and not _tells_of_the_row(sheet, index, p)), 0)
    labels = tuple(p for p in range(start) if _holds_words(below, p))
    if len(numbers) < least or not labels or not all(_may_head(cell_at(row, p)) for p in headed):
        return None
    first, parts = _heading_parts(sheet, index, [p for p in numbers if p >= start])
    more = [
        p for p in parts if p > start and p not in numbers and _belongs(p, parts, below, numbers)
    ]
    cells = tuple(sorted({*(p for p in numbers if p >= start), *more}))
    return Frame(first, index, parts, cells, labels, tuple(p for p in numbers if p < start))


def _tells_of_the_row(sheet: Sheet, index: int, place: int) -> bool:
    """Whether a column of numbers left of the cells is a year, a month or a row's own number."""
    rows = [sheet.rows[index], *([sheet.rows[index - 1]] if index else [])]
    cell = next((x for row in rows if not is_blank(x := cell_at(row, place))), "")
    text = heading_text(cell)
    return label_column([text] if text else []) in CALENDAR or tells_of_the_row(text)


def _belongs(
    place: int,
    parts: Mapping[int, tuple[str, ...]],
    below: Sequence[Sequence[Cell]],
    numbers: Sequence[int],
) -> bool:
    """Whether a column with few numbers, or none, is one of the cells all the same."""
    filled = [cell for row in below if not is_blank(cell := cell_at(row, place))]
    if place < numbers[-1] and (not filled or any(map(is_number, filled))):
        return True
    group = parts[place][:-1]
    return bool(group) and any(parts.get(p, ())[:-1] == group for p in numbers)


def filled_rows(rows: Sequence[Sequence[Cell]]) -> list[Sequence[Cell]]:
    """The first rows that are not blank, enough to judge the columns by."""
    found: list[Sequence[Cell]] = []
    for row in rows:
        if any(not is_blank(cell) for cell in row):
            found.append(row)
            if len(found) == _ROWS_SAMPLED:
                break
    return found


def _starts_with_numbers(row: Sequence[Cell]) -> bool:
    """Whether a row can be the first under the headings: labels, then numbers that are no years."""
    numbers = [cell for cell in row if is_number(cell)]
    if not numbers:
        return sum(not is_blank(cell) for cell in row) <= 2 and any(map(is_text, row))
    return not are_consecutive_years(numbers)


def _holds_numbers(rows: Sequence[Sequence[Cell]], place: int) -> bool:
    filled = [cell for row in rows if not is_blank(cell := cell_at(row, place))]
    return bool(filled) and sum(map(is_number, filled)) >= 0.5 * len(filled)


def _holds_words(rows: Sequence[Sequence[Cell]], place: int) -> bool:
    filled = [cell for row in rows if not is_blank(cell := cell_at(row, place))]
    return sum(is_text(cell) and not is_number(cell) for cell in filled) > 0.5 * len(filled)


def _may_head(cell: Cell) -> bool:
    if isinstance(cell, str):
        return is_text(cell) and len(cell) <= _LONGEST_HEADING
    return is_year(cell) or isinstance(cell, (dt.date, dt.datetime))


def _heading_parts(
    sheet: Sheet, index: int, numbers: Sequence[int]
) -> tuple[int, dict[int, tuple[str, ...]]]:
    """The first heading row, and the headings of every place, top first."""
    first = index
    while first > 0 and index - first < _UPPER_ROWS and _is_upper(sheet, first - 1, index, numbers):
        first -= 1
    parts: dict[int, tuple[str, ...]] = {}
    for row in range(first, index):
        for place, text in spread(sheet, row, index).items():
            parts[place] = (*parts.get(place, ()), text)
    for place, cell in enumerate(sheet.rows[index]):
        if not is_blank(cell):
            text = heading_text(cell)
            parts[place] = (*(x for x in parts.get(place, ()) if x != text), text)
    return first, parts


def _is_upper(sheet: Sheet, upper: int, lower: int, numbers: Sequence[int]) -> bool:
    """Whether a row is an upper heading row: it has something above the numbers, and no title."""
    row = sheet.rows[upper]
    filled = [place for place, cell in enumerate(row) if not is_blank(cell)]
    if not any(numbers[0] <= place <= numbers[-1] for place in filled):
        return False
    left = [place for place in filled if place < numbers[0]]
    corner = all(is_blank(cell_at(sheet.rows[lower], place)) for place in left)
    short = all(_may_head(row[place]) and not str(row[place]).endswith(":") for place in filled)
    return short and (corner or len(filled) > len(left) + 1)


def label_column(parts: Sequence[str]) -> str:
    """What a heading says of the labels under it: a department, a theme, a part of a date."""
    found = columns_for([parts[-1]] if parts else [], c.USAGE)
    good = {k: m for k, m in found.items() if m.tier < 2 and k in (*CALENDAR, *_NAMES)}
    if not good:
        return ""
    best = max(good, key=lambda column: good[column].score)
    return best if best in _NAMES or good[best].how == KNOWN else ""
