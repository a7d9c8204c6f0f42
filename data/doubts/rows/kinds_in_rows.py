"""A column of kinds beside the names of a crosstab: a row of uses, one of hours, one of plans."""

from __future__ import annotations

from data import columns as c
from data.cells.cell import Cell
from data.cells.hours_heading import tells_hours
from data.cells.keys import plain_words
from data.cells.predicates import is_number
from data.cells.text import cell_text, shorten
from data.doubts.columns.messages import COLUMNS_SORT
from data.doubts.looked_at import LookedAt
from data.doubts.names.figure_words import is_of_a_figure
from data.doubts.rows import messages
from data.doubts.rows.status_columns import says_not_held
from data.doubts.tables.purpose import speaks_of_something_else
from data.values.found_table import CROSSTAB, Heading

_MOST_KINDS = 15


def look(found: LookedAt) -> None:
    """Ask about the rows of another kind than uses; tell of a column that only sorts the rows."""
    if found.table.layout != CROSSTAB or found.table.kind != c.USAGE or not len(found.candidates):
        return
    rows = range(len(found.candidates))
    cells = set[int]().union(*(found.candidates.places_on_sheet(row) for row in rows))
    first = min(
        cells - found.label_places, default=0
    )  # a single column of cells stands on every row, as labels do
    sorting = [h.text for h in found.unread() if h.position < first and _look_at(found, h)]
    if sorting:
        found.remark(COLUMNS_SORT(columns=sorting))


def _look_at(found: LookedAt, heading: Heading) -> bool:
    """Whether a column sorts the rows by words of which none had to be asked about."""
    cells = found.values(heading)
    kinds = {cell for cell in cells if isinstance(cell, str) and cell.strip()}
    if not 1 < len(kinds) <= _MOST_KINDS or any(map(is_number, kinds)):
        return False
    others = [cell for cell in dict.fromkeys(cells) if cell in kinds and _is_another(cell)]
    for kind in others:
        rows = [row for row, cell in enumerate(cells) if cell == kind]
        value = shorten(cell_text(kind))
        question = messages.STATUS_COUNTS(column=heading.text, value=value, n=len(rows))
        reason = messages.STATUS_NOT_HELD(column=heading.text, value=value)
        found.ask(f"status:{plain_words(value)}", question, rows, reason, heading)
    return not others


def _is_another(kind: Cell) -> bool:
    """Whether a kind is another figure than uses that were made."""
    text = cell_text(kind)
    measure = tells_hours(text) or is_of_a_figure(text)
    return measure or says_not_held(text) or speaks_of_something_else(text)
