"""Totals of levels: a programme, its products and their lines, each with the sum of those under it.

The codes say which row stands under which: `3.1.1` under `3.1`, and that under `3`.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from math import isclose

from data import columns as c
from data.cells.cell import Cell
from data.cells.predicates import cell_at
from data.cells.text import cell_text
from data.recognising.sums import readings
from data.values.found_table import Table

_CODE = re.compile(r"^[A-Za-z]{0,3}\d+([.\-/]\d+)*\.?$")
_PARTS = re.compile(r"[.\-/]")
_FEWEST_ROWS, _MOST_ROWS = 3, 400
_MOST_CODES = 0.6  # of the rows


def mark_levels(rows: Sequence[Sequence[Cell]], kinds: list[str | None], table: Table) -> None:
    """Set `total` for the rows of a budget that add up the rows that their code says are theirs."""
    if table.kind != c.BUDGET:
        return
    measures = [h.position for h in table.headings if h.column in c.BUDGET_AMOUNTS]
    records = [index for index, kind in enumerate(kinds) if kind is None]
    for place in (h.position for h in table.headings if h.position not in measures):
        codes = {i: code for i in records if (code := _code(cell_at(rows[i], place)))}
        under = _children(codes)
        if len(codes) < _MOST_CODES * len(records) or not under:
            continue
        for parent, children in under.items():
            if _adds_up(rows, parent, children, measures):
                kinds[parent] = c.TOTAL
        return
    _mark_by_sums(rows, kinds, table, measures, records)


def _mark_by_sums(
    rows: Sequence[Sequence[Cell]],
    kinds: list[str | None],
    table: Table,
    measures: Sequence[int],
    records: Sequence[int],
) -> None:
    """Set `total` for rows that add up the rows right below them, when that explains every row.

    One column of amounts may do so by chance; then the texts below have to be indented as well.
    """
    if len(records) > _MOST_ROWS or len(records) < _FEWEST_ROWS:
        return
    texts = [h.position for h in table.headings if h.column == c.DESCRIPTION]
    top: list[int] = []  # the rows that no row above them adds up yet, the uppermost last
    parents: dict[int, list[int]] = {}
    amounts = {row: [_number(cell_at(rows[row], place)) for place in measures] for row in records}
    indents = {row: _indent(rows[row], texts) for row in records}
    indented = any(indents.values())
    for row in reversed(records):
        sums = [0.0] * len(measures)
        for count, child in enumerate(reversed(top), start=1):
            if indented and indents[child] <= indents[row]:
                break
            sums = [x + y for x, y in zip(sums, amounts[child], strict=True)]
            if count > 1 and any(amounts[row]) and _are_close(amounts[row], sums):
                parents[row] = top[-count:]
                del top[-count:]
                break
        top.append(row)
    whole = bool(parents) and all(row in parents for row in top)
    if whole and (indented or (len(measures) > 1 and len(parents) > 1)):
        for parent in parents:
            kinds[parent] = c.TOTAL


def _number(cell: Cell) -> float:
    """A number as Dutch writes it; 0 for anything else."""
    found = readings(cell)
    return found[0] if found else 0.0


def _are_close(some: Sequence[float], others: Sequence[float]) -> bool:
    return all(isclose(a, b, abs_tol=0.011) for a, b in zip(some, others, strict=True))


def _indent(row: Sequence[Cell], texts: Sequence[int]) -> int:
    """How far the description of a row is indented."""
    cell = cell_at(row, texts[0]) if texts else ""
    return len(cell) - len(cell.lstrip(" \u00a0\t")) if isinstance(cell, str) else 0


def _code(cell: Cell) -> tuple[str, ...]:
    text = cell_text(cell).strip()
    return tuple(part for part in _PARTS.split(text) if part) if _CODE.match(text) else ()


def _children(codes: Mapping[int, tuple[str, ...]]) -> dict[int, list[int]]:
    """Row -> the rows right under it, by codes that are there once each."""
    rows = {code: row for row, code in codes.items()}
    if len(rows) < len(codes):
        return {}
    found: dict[int, list[int]] = {}
    for code, row in rows.items():
        above = next((code[:n] for n in range(len(code) - 1, 0, -1) if code[:n] in rows), None)
        if above:
            found.setdefault(rows[above], []).append(row)
    return found


def _adds_up(
    rows: Sequence[Sequence[Cell]], parent: int, children: Sequence[int], measures: Sequence[int]
) -> bool:
    """Whether the amounts of a row are those of the rows under it together."""
    told = False
    for place in measures:
        own = readings(cell_at(rows[parent], place))
        parts = [readings(cell_at(rows[child], place)) for child in children]
        if not own:
            continue
        sums = [sum(x[side] for x in parts if x) for side in (0, -1)]
        if not any(isclose(a, b, abs_tol=0.011) for a in own for b in sums):
            return False
        told = told or any(own)
    return told
