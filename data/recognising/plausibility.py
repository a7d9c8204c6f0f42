"""Guards against taking a list, a summary or prose for a table of records."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from data import columns as c
from data import fields
from data.cells.cell import Cell
from data.cells.figures import has_digit, is_dated, is_year
from data.cells.keys import plain_words
from data.cells.labels import Label, starts_as_note, total_label
from data.cells.predicates import cell_at, is_blank
from data.recognising.assignment import REQUIRED, Assignment
from data.recognising.heading_rows import Parts
from data.recognising.matching import strong_columns
from data.values.grid import Sheet

_ROWS_LOOKED_AT = 200
_PIVOT = re.compile(
    r"^(som|aantal|gemiddelde|max|min|sum|count|average|product)\s+(van|of)\s|"
    r"^(rijlabels|kolomlabels|row labels|column labels|eindtotaal|grand total)$"
)
_BUDGET_SHEET = re.compile(r"\b(begroting|budget|realisatie|raming|kosten|uitgaven|financ\w*)")
_USE_ONLY = fields.of_use_only()
_BUDGET_ONLY = (c.BUDGETED, c.ACTUAL, c.COMMITMENT, c.BUDGET_KIND)
_LONG = 120


def is_plausible(sheet: Sheet, assignment: Assignment, last: int, *, forced: bool) -> bool:
    """Whether what stands under the headings can be records, or nothing stands there yet."""
    if forced:
        return True
    headings = [cell for cell in sheet.rows[last] if isinstance(cell, str)]
    if any(_PIVOT.match(plain_words(text)) for text in headings):
        return False
    places = {x.column: place for place, x in assignment.taken.items()}
    rows = [
        row
        for row in sheet.rows[last + 1 : last + 1 + _ROWS_LOOKED_AT]
        if any(not is_blank(cell_at(row, place)) for place in places.values())
    ]
    if not rows:
        return True
    if assignment.kind == c.BUDGET:
        return any(_is_budget_line(row, places) for row in rows)
    return any(_is_use(row, places) for row in rows) and not _are_separate_lists(rows, places)


def chosen_kind(sheet: Sheet, found: Mapping[str, Assignment], budget_parts: Parts) -> str | None:
    """Usage or budget, when the headings on a sheet could make either; None for neither.

    `budget_parts` are the headings that make it a budget.
    """
    usage, budget = found.get(c.USAGE), found.get(c.BUDGET)
    told_budget = bool(budget and budget.columns & set(_BUDGET_ONLY))
    if usage and budget:
        of_use = usage.columns & set(_USE_ONLY)
        named_budget = bool(_BUDGET_SHEET.search(plain_words(sheet.name)))
        return c.BUDGET if (told_budget or named_budget) and not of_use else c.USAGE
    if usage:
        return c.USAGE
    return c.BUDGET if budget and (told_budget or not _is_use_cut_short(budget_parts)) else None


def _is_use_cut_short(parts: Parts) -> bool:
    """Whether headings speak of use, with costs, and only lack a required column of it."""
    meant = {x for texts in parts.values() for x in strong_columns(texts, c.USAGE)}
    return bool(meant & {c.DEPARTMENT, c.THEME}) and bool(meant & set(_USE_ONLY))


def _is_use(row: Sequence[Cell], places: Mapping[str, int]) -> bool:
    """Two of the three required cells, none of them a line of prose."""
    when = [cell_at(row, places[x]) for x in (c.DATE, c.YEAR) if x in places]
    names = [cell_at(row, places[x]) for x in (c.DEPARTMENT, c.THEME)]
    if any(isinstance(cell, str) and len(cell) > _LONG for cell in [*when, *names]):
        return False
    timed = any(not is_blank(cell) and _may_be_time(cell) for cell in when)
    return timed + sum(not is_blank(cell) for cell in names) >= 2


def _may_be_time(cell: Cell) -> bool:
    return has_digit(cell) or len(str(cell).split()) <= 2


def _is_budget_line(row: Sequence[Cell], places: Mapping[str, int]) -> bool:
    when = [cell_at(row, places[x]) for x in (c.DATE, c.YEAR) if x in places]
    amounts = [cell_at(row, places[x]) for x in REQUIRED[c.BUDGET][0] if x in places]
    dated = any(not is_blank(cell) and (is_dated(cell) or is_year(cell)) for cell in when)
    return dated and any(not is_blank(cell) and has_digit(cell) for cell in amounts)


def _are_separate_lists(rows: Sequence[Sequence[Cell]], places: Mapping[str, int]) -> bool:
    """Lists for dropdowns side by side: each without repeats, each ending where it ends."""
    required = [places[x] for x in (c.DEPARTMENT, c.THEME, c.YEAR, c.DATE) if x in places]
    rows = [row for row in rows if not any(_is_label(cell_at(row, p)) for p in required)]
    lengths = set()
    for place in required:
        cells = [cell_at(row, place) for row in rows]
        filled = [cell for cell in cells if not is_blank(cell)]
        if len(set(map(str, filled))) < len(filled) or any(map(is_blank, cells[: len(filled)])):
            return False
        lengths.add(len(filled))
    return len(rows) >= 3 and len(lengths) > 1


def _is_label(cell: Cell) -> bool:
    """Whether a cell begins a total or a note, which stands under one of the columns only."""
    return isinstance(cell, str) and (total_label(cell) is not Label.NONE or starts_as_note(cell))
