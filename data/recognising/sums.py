"""Totals without a word: a row of numbers that adds up the records above it."""

from __future__ import annotations

import math
import re
from collections.abc import Sequence

from data import columns as c
from data.reading.grid import Cell
from data.recognising.cells import cell_at, is_blank

_NO_FIGURE = re.compile(r"[^\d.,:-]")


def mark_unlabelled_totals(
    rows: Sequence[Sequence[Cell]],
    kinds: list[str | None],
    measures: Sequence[int],
    mapped: set[int],
) -> None:
    """Set `total` where a row holds only the sums of the records since the last total."""
    for index, row in enumerate(rows):
        if kinds[index] is None and _holds_only_numbers(row, measures, mapped):
            filled = [place for place in measures if not is_blank(cell_at(row, place))]
            if all(_adds_up(rows, kinds, index, place) for place in filled):
                kinds[index] = c.TOTAL


def _holds_only_numbers(row: Sequence[Cell], measures: Sequence[int], mapped: set[int]) -> bool:
    if not any(place < len(row) and row[place] != "" for place in measures):
        return False
    for place, cell in enumerate(row):
        if cell == "" or is_blank(cell):
            continue
        if place in measures:
            if not _readings(cell):
                return False
        elif place in mapped or isinstance(cell, str):
            return False
    return True


def _adds_up(
    rows: Sequence[Sequence[Cell]], kinds: Sequence[str | None], index: int, place: int
) -> bool:
    """Whether the cell is the sum of all records above it, or of those since the last total."""
    wanted = _readings(cell_at(rows[index], place))
    sums = [0.0, 0.0]
    records = 0
    for above in range(index - 1, -1, -1):
        if kinds[above] == c.TOTAL and records:
            if _equals(sums, wanted):
                return True
        elif kinds[above] is None:
            records += 1
            numbers = _readings(cell_at(rows[above], place)) or [0.0]
            sums = [sums[0] + numbers[0], sums[1] + numbers[-1]]
    return records > 0 and _equals(sums, wanted)


def _equals(sums: Sequence[float], wanted: Sequence[float]) -> bool:
    return any(math.isclose(s, w, abs_tol=0.011) for s in sums for w in wanted)


def _readings(cell: Cell) -> list[float]:
    """A number as it can be read: with a decimal comma and with a decimal point."""
    if isinstance(cell, (int, float)) and not isinstance(cell, bool):
        return [float(cell)]
    if not isinstance(cell, str) or sum(sign.isalpha() for sign in cell) > 8:
        return []
    figures = _NO_FIGURE.sub("", cell).strip(".,-:")
    if not any(sign.isdigit() for sign in figures):
        return []
    found = []
    for thousands, decimal in ((".", ","), (",", ".")):
        try:
            found.append(float(figures.replace(thousands, "").replace(decimal, ".")))
        except ValueError:
            continue
    return found
