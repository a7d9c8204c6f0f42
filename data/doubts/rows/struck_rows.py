"""Rows that are struck through, by hand or by a rule of format."""

from __future__ import annotations

import re

from data.cells.column_names import column_number
from data.cells.predicates import cell_at
from data.cells.text import cell_text
from data.doubts.looked_at import LookedAt
from data.doubts.rows import messages

CODE, RULE_CODE = "struck_rows", "struck_by_rule"
# `$G2="A"`: what most people write; of another condition nobody here knows the outcome.
_SIMPLE = re.compile(r"""=?\$?([A-Z]{1,3})\$?\d+\s*=\s*"?([^"()&<>=]*)"?""")


def look(found: LookedAt) -> None:
    """Ask whether rows count of which a cell that is read is struck through."""
    struck = found.sheet.marks.struck
    if struck:
        rows = found.rows_with(struck)
        found.ask(CODE, messages.ROWS_STRUCK(n=len(rows)), rows, messages.ROW_STRUCK())
    for first, last, condition in found.sheet.marks.striking:
        rows = [
            row
            for row, number in enumerate(found.candidates.numbers)
            if first <= number <= last and _may_hold(found, row, condition)
        ]
        question = messages.ROWS_STRUCK_BY_RULE(condition=condition, n=len(rows))
        found.ask(RULE_CODE, question, rows, messages.ROW_STRUCK())


def _may_hold(found: LookedAt, row: int, condition: str) -> bool:
    """Whether a row may meet a condition; one that is not simple may be met by each."""
    simple = _SIMPLE.fullmatch(condition.strip())
    if not simple:
        return True
    place = column_number(simple[1].encode()) - found.sheet.first_column
    value = cell_text(cell_at(found.candidates.row_on_sheet(row), place))
    return value.strip().casefold() == simple[2].strip().casefold()
