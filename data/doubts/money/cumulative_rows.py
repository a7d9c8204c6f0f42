"""Amounts of a budget that count all up to a period, in rows for several periods or beside them."""

from __future__ import annotations

import re
from collections.abc import Mapping

from data import columns as c
from data.cells.cell import Cell
from data.cells.cumulative import tells_cumulative
from data.cells.figures import has_digit
from data.cells.keys import plain_words
from data.cells.money import FINE, fine_amounts
from data.cells.months import MONTHS
from data.cells.text import cell_text
from data.doubts.looked_at import LookedAt
from data.doubts.money import messages
from data.values.found_table import LIST, Heading

_AMOUNTS = (c.AMOUNT, *c.BUDGET_KINDS)
_PERIOD = re.compile(r"^(boek)?periode|^(maand|kwartaal|period|month|quarter)\b", re.IGNORECASE)
_OWN_PERIOD = re.compile(r"\b(deze |in de )?(periode|maand|kwartaal|period|month)\b", re.IGNORECASE)
_NUMBER = re.compile(r"(\d{1,2})$")


def look(found: LookedAt) -> None:
    """Part such amounts into those of each period, or read them where a period is all there is."""
    if found.table.kind != c.BUDGET or found.table.layout != LIST:
        return
    column = _column_of_periods(found)
    periods = [_period_number(cell) for cell in found.values(column)] if column else []
    if len(set(periods)) > 1:
        for heading in found.headings(*_AMOUNTS):
            if column and None not in periods and tells_cumulative(heading.text):
                _part(found, heading, {row: n or 0 for row, n in enumerate(periods)}, column)
        return
    for heading in found.headings(c.ACTUAL):
        _read_whole(found, heading)


def _column_of_periods(found: LookedAt) -> Heading | None:
    named = found.headings(c.PERIOD, c.MONTH, c.QUARTER)
    return next(iter([*named, *(h for h in found.unread() if _PERIOD.search(h.text))]), None)


def _part(found: LookedAt, heading: Heading, periods: Mapping[int, int], column: Heading) -> None:
    """Of each line (what all its other columns name) what every period adds."""
    lines: dict[tuple[str, ...], list[int]] = {}
    own = [
        found.values(h) for h in found.table.headings
        if h not in (heading, column) and h.text and h.column not in _AMOUNTS
        and (h.column or not any(map(has_digit, found.filled(h))))
    ]  # fmt: skip
    for row in sorted(periods, key=lambda row: periods[row]):
        lines.setdefault(tuple(cell_text(cells[row]) for cells in own), []).append(row)
    amounts = fine_amounts(found.values(heading))
    parted: dict[int, Cell] = {}
    for rows in lines.values():
        before = [0, *(amounts[row] for row in rows)]
        parted |= {
            row: (amounts[row] - b) / (100 * FINE) for row, b in zip(rows, before, strict=False)
        }
    found.change(heading, parted)
    found.remark(messages.CUMULATIVE_PARTED(column=heading.text))


def _read_whole(found: LookedAt, heading: Heading) -> None:
    """Beside the amounts of the last period alone, read those of the year up to it."""
    if tells_cumulative(heading.text) or not _OWN_PERIOD.search(heading.text):
        return
    stem = plain_words(heading.text).split()[0]
    for other in found.unread():
        named = tells_cumulative(other.text) and stem in plain_words(other.text).split()
        if named and any(map(has_digit, found.filled(other))):
            found.read_instead(heading, other)
            found.remark(messages.COLUMN_LEFT(column=heading.text, other=other.text))
            return


def _period_number(cell: Cell) -> int | None:
    """The number of a period; None when it says none."""
    text = cell_text(cell).strip().casefold().removesuffix(".0")
    number = _NUMBER.search(text)
    return int(number[1]) if number else MONTHS.get(text.strip("."))
