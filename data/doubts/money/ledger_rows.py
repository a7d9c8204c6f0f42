"""Rows of a ledger that may not count as they stand: reversed, or of the supplier above."""

from __future__ import annotations

from data import columns as c
from data.cells.cell import Cell
from data.cells.keys import plain_words
from data.cells.predicates import is_blank
from data.cells.sides import tells_reversal, tells_sides
from data.cells.text import cell_text
from data.doubts.looked_at import LookedAt
from data.doubts.money import messages
from data.values.found_table import LIST
from data.values.questions import AS_IT_IS, FILL_DOWN, SUPPLIERS_ONCE

REVERSED = "reversed"

_NO = {"", "n", "nee", "no", "0", "false", "onwaar"}
_FEWEST = 3


def look(found: LookedAt) -> None:
    """Ask about rows that are marked as reversed, or that lack a supplier."""
    if found.table.kind != c.BUDGET or found.table.layout != LIST:
        return
    for heading in found.unread():
        cells = found.values(heading)
        words = [cell_text(cell).strip().casefold() for cell in cells]
        if tells_reversal(heading.text) and not tells_sides(heading.text, cells):
            rows = [row for row, word in enumerate(words) if word not in _NO]
            question = messages.ROWS_REVERSED(column=heading.text, n=len(rows))
            found.ask(REVERSED, question, rows, messages.ROW_REVERSED(column=heading.text))
    _ask_suppliers(found)


def _ask_suppliers(found: LookedAt) -> None:
    """Ask whether a supplier holds for the rows below it, where each is named only once."""
    for heading in found.headings(c.SUPPLIER):
        cells = found.values(heading)
        named = [row for row, cell in enumerate(cells) if not is_blank(cell)]
        once = len({plain_words(cell_text(cells[row])) for row in named}) == len(named)
        blank = len(cells) - len(named)
        if not (named and named[0] == 0 and once and len(named) > 1 and blank >= _FEWEST - 1):
            return
        question = messages.SUPPLIERS_NAMED_ONCE(column=heading.text, n=blank)
        answer = found.questions.ask(SUPPLIERS_ONCE, question, blank, (FILL_DOWN, AS_IT_IS))
        if answer == FILL_DOWN:
            found.change(heading, _filled_down(cells))


def _filled_down(cells: list[Cell]) -> dict[int, Cell]:
    filled: dict[int, Cell] = {}
    last: Cell = ""
    for row, cell in enumerate(cells):
        last = last if is_blank(cell) else cell
        filled[row] = last
    return filled
