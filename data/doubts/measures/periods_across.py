"""Columns of quarters or months of a wide budget that each hold the periods before them too."""

from __future__ import annotations

from collections.abc import Sequence

from data import columns as c
from data.cells.cell import Cell
from data.cells.money import FINE, fine_amounts
from data.cells.predicates import cell_at, is_blank
from data.cells.text import cell_text
from data.doubts.looked_at import LookedAt
from data.doubts.measures import messages
from data.doubts.measures.running_totals import EACH_ITS_OWN, rise_as_sums
from data.values.found_table import WIDE, Heading

UP_TO_EACH = "up_to_each"
_FEWEST, _SHOWN = 3, 4
_Amounts = list[int | None]


def look(found: LookedAt) -> None:
    """Ask whether such amounts add up those before them, where none of them ever falls."""
    if found.table.kind != c.BUDGET or found.table.layout != WIDE:
        return
    for headings in _by_year(found):
        columns = [_amounts(found, heading) for heading in headings]
        lines = [*zip(*columns, strict=True)]
        if len(headings) >= _FEWEST and _may_add_up(found, lines):
            _ask(found, headings, lines)


def _by_year(found: LookedAt) -> list[list[Heading]]:
    """The headings of parts of a year, per kind and year, from left to right."""
    parts: dict[tuple[str | None, str], list[Heading]] = {}
    for heading in found.headings(c.AMOUNT, *c.BUDGET_KINDS):
        period = dict(heading.period)
        year = period.get(c.YEAR) or period.get(c.DATE, "")[-4:]
        if set(period) - {c.YEAR}:
            parts.setdefault((heading.column, year), []).append(heading)
    return list(parts.values())


def _amounts(found: LookedAt, heading: Heading) -> _Amounts:
    """What stands under a heading in each row with amounts, in thousandths of a cent."""
    numbers = dict.fromkeys(found.candidates.numbers)
    rows = (found.sheet.rows[number - found.sheet.first_row] for number in numbers)
    cells = [cell_at(row, heading.position) for row in rows]
    return [
        None if is_blank(cell) else amount
        for cell, amount in zip(cells, fine_amounts(cells), strict=True)
    ]


def _may_add_up(found: LookedAt, lines: Sequence[Sequence[int | None]]) -> bool:
    """Whether no amount falls; beside a year that their sum comes to each is its own."""
    told = [[amount for amount in line if amount is not None] for line in lines]
    beside = [[x or 0 for x in _amounts(found, heading)] for heading in found.unread()]
    if [sum(line) for line in told] in beside:
        return False
    ends_as_year = [line[-1] if line else 0 for line in told] in beside
    filled = [line for line in told if any(line)]
    return rise_as_sums(filled, least=1) if ends_as_year else rise_as_sums(filled)


def _ask(
    found: LookedAt, headings: Sequence[Heading], lines: Sequence[Sequence[int | None]]
) -> None:
    candidates, places = found.candidates, [heading.position for heading in headings]
    at = {row: candidates.places_on_sheet(row) & {*places} for row in range(len(candidates))}
    rows = [row for row, place in at.items() if place]
    value = ", ".join(_shown(found, rows)[:_SHOWN])
    question = messages.PERIODS_ADD_UP(column=headings[0].text, value=value)
    code, choices = f"up_to_each:{headings[0].column}", (EACH_ITS_OWN, UP_TO_EACH)
    if found.choose(code, question, rows, choices, messages.MAY_BE_UP_TO_EACH()) != UP_TO_EACH:
        return
    numbers = [*dict.fromkeys(candidates.numbers)]
    added = {
        (number, place): added
        for number, line in zip(numbers, lines, strict=True)
        for place, added in zip(places, _steps(line), strict=True)
    }
    parted = {row: added[candidates.numbers[row], min(at[row])] for row in rows}
    read = candidates.heading(str(headings[0].column))
    if read:
        candidates.change(read, parted)


def _shown(found: LookedAt, rows: Sequence[int]) -> list[str]:
    """The amounts of the row in which most of them differ."""
    by_line: dict[int, list[str]] = {}
    for row in rows:
        (place,) = found.candidates.places_on_sheet(row) & _places(found)
        cell = cell_at(found.candidates.row_on_sheet(row), place)
        by_line.setdefault(found.candidates.numbers[row], []).append(cell_text(cell))
    return max(by_line.values(), key=lambda texts: len(set(texts)))


def _places(found: LookedAt) -> set[int]:
    return {heading.position for heading in found.headings(c.AMOUNT, *c.BUDGET_KINDS)}


def _steps(line: Sequence[int | None]) -> list[Cell]:
    """What each period adds to the one before it."""
    before, steps = 0, list[Cell]()
    for amount in line:
        steps.append("" if amount is None else (amount - before) / (100 * FINE))
        before = before if amount is None else amount
    return steps
