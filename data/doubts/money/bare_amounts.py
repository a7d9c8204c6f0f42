"""Amounts of which no word says whether they were budgeted or spent: `Kosten 2019`."""

from __future__ import annotations

import re
from dataclasses import replace

from data import columns as c
from data.cells.amount_kinds import kinds_named_in
from data.doubts.looked_at import LookedAt
from data.doubts.money import messages
from data.values.found_table import LIST, Heading

_PERIOD = re.compile(r"^\s*(boek)?periode|^\s*(maand|period|month)\b", re.I)
CODE = "budgeted_or_spent"
CHOICES = (c.BUDGETED, c.ACTUAL)


def look(found: LookedAt) -> None:
    """Ask what the amounts in the cells of a table are when nothing says it."""
    candidates = found.candidates
    bare = candidates.heading(c.AMOUNT)
    if bare is None or found.table.kind != c.BUDGET:
        return
    may_be_either = found.table.layout != LIST or _of_periods(found) or _per_supplier(found)
    if not may_be_either:
        _tell(found, bare)
    if not may_be_either or found.kind_is_told:
        return
    kinds = candidates.heading(c.BUDGET_KIND)
    told = candidates.cells(kinds) if kinds else [""] * len(candidates)
    amounts = candidates.cells(bare)
    faulty = set(candidates.faulty_rows(c.AMOUNT))
    rows = [
        row
        for row, (kind, cell) in enumerate(zip(told, amounts, strict=True))
        if kind == "" and cell != "" and row not in faulty
    ]
    if not rows:
        return
    question, reason = (
        messages.BUDGETED_OR_SPENT(n=len(rows)),
        messages.NOT_SAID_BUDGETED_OR_SPENT(),
    )
    answer = found.choose(CODE, question, rows, CHOICES, reason, bare)
    if answer is None:
        return
    headings = candidates.table.headings
    named = tuple(replace(h, column=answer) if h is bare else h for h in headings)
    candidates.table = replace(candidates.table, headings=named)


def _tell(found: LookedAt, bare: Heading) -> None:
    """Tell that bare amounts of years were read as budgeted; with real dates they were booked."""
    of_years = not found.headings(c.DATE) and not found.headings(c.BUDGET_KIND)
    if not found.table.format and of_years and _kinds_told(found) != {c.ACTUAL}:
        found.remark(messages.TAKEN_AS_BUDGETED(column=bare.text))


def _of_periods(found: LookedAt) -> bool:
    """Whether a list gives amounts per account and period, and no word says what they are."""
    if found.table.layout != LIST or found.table.format or not found.headings(c.ACCOUNT):
        return False
    headings = [heading.text for heading in found.table.headings]
    return any(map(_PERIOD.match, headings)) and not _kinds_told(found, *headings)


def _per_supplier(found: LookedAt) -> bool:
    """Whether a list gives amounts per supplier and nothing of bookings, nor what they are."""
    booked = found.headings(
        c.DATE, c.PERIOD, c.ACCOUNT, c.COST_CENTRE, c.SIDE, c.DEBIT, c.BUDGET_KIND
    )
    headings = [heading.text for heading in found.table.headings]
    return bool(found.headings(c.SUPPLIER)) and not booked and not _kinds_told(found, *headings)


def _kinds_told(found: LookedAt, *headings: str) -> set[str]:
    """What the titles, the names of sheet and file, and these headings say that amounts are."""
    first = max(found.table.header_row - found.sheet.first_row, 0)
    titles = [str(cell) for row in found.sheet.rows[:first] for cell in row]
    return kinds_named_in([*headings, *titles, found.sheet.name, found.file])
