"""Amounts of which no word says whether they were budgeted or spent: `Kosten 2019`."""

from __future__ import annotations

from dataclasses import replace

from data import columns as c
from data.doubts import messages
from data.doubts.looked_at import LookedAt
from data.values.found_table import CROSSTAB, Heading

CODE = "budgeted_or_spent"
CHOICES = (c.BUDGETED, c.ACTUAL)


def look(found: LookedAt) -> None:
    """Ask what the amounts in the cells of a table are when nothing says it."""
    candidates = found.candidates
    bare = candidates.heading(c.AMOUNT)
    of_crosstab = found.table.layout == CROSSTAB and found.table.kind == c.BUDGET
    if bare and not of_crosstab:
        _tell(found, bare)
    if not of_crosstab or bare is None or found.kind_is_told:
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
    if found.table.kind == c.BUDGET and not found.table.format and of_years:
        found.remark(messages.TAKEN_AS_BUDGETED(column=bare.text))
