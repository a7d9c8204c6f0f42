"""Totals without a word: a row of numbers that adds up the records above it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from math import isclose

from data import columns as c
from data.cells.cell import Cell
from data.cells.predicates import cell_at, is_blank, is_text

_NO_FIGURE = re.compile(r"[^\d.,:-]")


def mark_unlabelled_totals(
    rows: Sequence[Sequence[Cell]],
    kinds: list[str | None],
    measures: Sequence[int],
    mapped: set[int],
    suspects: Sequence[int],
) -> None:
    """Set `total` where a row holds only sums of the records above it.

    `suspects` are the places in `rows`, ascending, of the rows without any text.
    """
    suspects = [i for i in suspects if _holds_only_numbers(rows[i], measures, mapped)]
    running = {place: _Sums() for place in measures}
    start = 0
    for index in suspects:
        for above in range(start, index):
            _add(rows[above], kinds[above], running)
        start = index
        filled = [place for place in measures if not is_blank(cell_at(rows[index], place))]
        alone = sum(not is_blank(cell) for cell in rows[index]) == len(filled)
        cells = {place: cell_at(rows[index], place) for place in filled}
        if all(running[place].include(cell, alone=alone) for place, cell in cells.items()):
            kinds[index] = c.TOTAL


class _Sums:
    """The sums of one column since the first record and since the last total."""

    def __init__(self) -> None:
        self.overall = [0.0, 0.0]
        self.since_total = [0.0, 0.0]
        self.records = 0

    def include(self, cell: Cell, *, alone: bool) -> bool:
        """Whether the cell is one of the sums; `alone` when nothing but numbers stands there."""
        wanted = readings(cell)
        sums = [*self.overall, *self.since_total]
        least = 1 if alone else 2  # one record with the same amount is no sum
        return self.records >= least and any(
            isclose(s, w, abs_tol=0.011) for s in sums for w in wanted
        )


def _add(row: Sequence[Cell], kind: str | None, running: dict[int, _Sums]) -> None:
    for place, sums in running.items():
        if kind == c.TOTAL:
            sums.since_total = [0.0, 0.0]
        elif kind is None:
            numbers = readings(cell_at(row, place)) or [0.0]
            sums.records += 1
            for of in (sums.overall, sums.since_total):
                of[0] += numbers[0]
                of[1] += numbers[-1]


def _holds_only_numbers(row: Sequence[Cell], measures: Sequence[int], mapped: set[int]) -> bool:
    filled = [(place, cell) for place, cell in enumerate(row) if not is_blank(cell)]
    measured = [cell for place, cell in filled if place in measures]
    return bool(measured) and all(
        bool(readings(cell)) if place in measures else not (place in mapped or is_text(cell))
        for place, cell in filled
    )


def readings(cell: Cell) -> list[float]:
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
