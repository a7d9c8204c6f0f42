"""Records that stand in columns: the fields down, a record across each."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import islice

from data import columns as c
from data.cells.cell import Cell
from data.cells.predicates import heading_text, is_blank, is_text
from data.recognising.evidence import are_dated, supports
from data.recognising.matching import WEAK_TIER, columns_for
from data.values.grid import Sheet

_ROWS_LOOKED_AT = 60
_LEAST_RECORDS = 2
_NEEDED = 3  # fields that are needed or usual, each with records beside it


def records_stand_across(sheet: Sheet) -> bool:
    """Whether the fields of a record stand below each other, as the first cell of their rows."""
    for kind in c.KINDS:
        found: set[str] = set()
        for row in islice(sheet.rows, _ROWS_LOOKED_AT):
            column = _field_of(row, kind)
            if column:
                found.add(column)
        if len(found) >= _NEEDED and found & {c.DATE, c.YEAR}:
            return True
    return False


def _field_of(row: Sequence[Cell], kind: str) -> str:
    """The column that the first cell of a row names, when values of it follow."""
    filled = [cell for cell in row if not is_blank(cell)]
    if len(filled) <= _LEAST_RECORDS or not is_text(filled[0]):
        return ""
    matches = columns_for((heading_text(filled[0]),), kind)
    good = {column: m.score for column, m in matches.items() if m.tier < WEAK_TIER}
    best = max(good, key=lambda column: good[column], default="")
    if not best or not supports(kind, best, 1, lambda: filled[1:]):
        return ""
    if best == c.DATE and not are_dated(filled[1:]):
        return ""
    others = [cell for cell in filled[1:] if is_text(cell)]
    headings = [cell for cell in others if columns_for((heading_text(cell),), kind)]
    return "" if headings else best
