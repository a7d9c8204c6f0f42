"""Columns of amounts beside the one that is read: income, the euro, VAT, what is paid of it."""

from __future__ import annotations

import re
from dataclasses import replace

from data import columns as c
from data.cells.cell import Cell
from data.cells.figures import has_digit
from data.cells.money import FINE, fine_amounts
from data.doubts.looked_at import LookedAt
from data.doubts.money import messages
from data.values.found_table import LIST, Heading
from data.values.questions import WITH_VAT

EXCLUDING, INCLUDING = "excluding_vat", "including_vat"

_COSTS = re.compile(r"\b(lasten|uitgaven|kosten|expenditure|expenses)\b", re.I)
_INCOME = re.compile(r"\b(baten|inkomsten|ontvangsten|opbrengsten|income|revenues?)\b", re.I)
_EURO = re.compile(r"€|\b(eur|euro|lv|huisvaluta|local currency)\b", re.I)
_FOREIGN = re.compile(r"\bvalut\w+|\bcurrency\b|\bvreemde\b", re.I)
_WITHOUT_VAT = re.compile(r"\b(ex|excl\w*|netto|net|zonder btw)\b", re.I)
_WITH_VAT = re.compile(r"\b(incl\w*|bruto|gross|met btw)\b", re.I)
_COMMITTED = re.compile(r"\b(verplicht\w*|bestel\w*|order\w*|obligo)", re.I)
_OPEN = re.compile(r"\b(open\w*|rest\w*|nog te (factureren|ontvangen|betalen))\b", re.I)


def look(found: LookedAt) -> None:
    """Read the column that counts where that is certain, subtract income, else ask."""
    if found.table.kind != c.BUDGET or found.table.layout != LIST or found.headings(c.DEBIT):
        return
    _leave_paid(found)
    _leave_budget(found)
    for read in found.headings(c.AMOUNT, c.ACTUAL):
        _read_euros(found, read)
        _choose_vat(found, read)
        _subtract_income(found, read)
    _read_commitments(found)


def _leave_paid(found: LookedAt) -> None:
    """An invoice and what is paid of it are the same money."""
    bare, paid = found.headings(c.AMOUNT), found.headings(c.ACTUAL)
    booked = found.table.format or found.headings(c.DATE)
    if bare and paid and booked and not found.headings(c.BUDGET_KIND):
        found.change(paid[0], dict.fromkeys(range(len(found.candidates)), ""))
        found.remark(messages.COLUMN_LEFT(column=paid[0].text, other=bare[0].text))


def _leave_budget(found: LookedAt) -> None:
    """Beside the amounts of bookings the budget of their account is repeated on every line."""
    bare = found.headings(c.AMOUNT, c.DEBIT)
    if not (bare and found.table.format and found.headings(c.DATE)):
        return
    for budget in found.headings(c.BUDGETED):
        found.change(budget, dict.fromkeys(range(len(found.candidates)), ""))
        found.remark(messages.COLUMN_LEFT(column=budget.text, other=bare[0].text))


def _read_euros(found: LookedAt, read: Heading) -> None:
    other = _beside(found, _EURO)
    if other is None or _EURO.search(read.text) or _WITHOUT_VAT.search(read.text):
        return
    told = any(_FOREIGN.search(h.text) for h in found.table.headings if h is not other)
    if told and not (_WITHOUT_VAT.search(other.text) or _WITH_VAT.search(other.text)):
        found.read_instead(read, other)
        found.remark(messages.COLUMN_LEFT(column=read.text, other=other.text))


def _choose_vat(found: LookedAt, read: Heading) -> None:
    other = _beside(found, _WITHOUT_VAT)
    if other is None or _WITHOUT_VAT.search(read.text):
        return
    question = messages.WHICH_WITH_VAT(excluding=other.text, including=read.text)
    rows = len(found.candidates)
    if found.questions.ask(WITH_VAT, question, rows, (EXCLUDING, INCLUDING)) == EXCLUDING:
        found.read_instead(read, other)


def _subtract_income(found: LookedAt, read: Heading) -> None:
    income = _beside(found, _INCOME)
    if income is None or not _COSTS.search(read.text):
        return
    costs, gains = (fine_amounts(found.values(heading)) for heading in (read, income))
    # With a minus before all of one side the other has a sign of its own.
    sign = 1 if max(costs) <= 0 <= min(gains) or min(costs) >= 0 >= max(gains) else -1
    net: dict[int, Cell] = {
        row: (cost + sign * gain) / (100 * FINE)
        for row, (cost, gain) in enumerate(zip(costs, gains, strict=True))
        if gain
    }
    found.change(read, net)
    if net:
        found.remark(messages.INCOME_SUBTRACTED(column=income.text, n=len(net)))


def _read_commitments(found: LookedAt) -> None:
    """What is ordered is no cost yet; what is still open of it is what is committed."""
    if found.headings(c.BUDGETED):
        return
    for read in found.headings(c.AMOUNT, c.COMMITMENT):
        if not _COMMITTED.search(read.text):
            continue
        other = _beside(found, _OPEN)
        if other and not _OPEN.search(read.text):
            found.read_instead(read, other)
            found.remark(messages.COLUMN_LEFT(column=read.text, other=other.text))
        if read.column == c.AMOUNT:
            table = found.candidates.table
            named = (replace(h, column=c.COMMITMENT) if h is read else h for h in table.headings)
            found.candidates.table = replace(table, headings=tuple(named))


def _beside(found: LookedAt, words: re.Pattern[str]) -> Heading | None:
    """The first column of amounts with these words that nothing is read from."""
    named = (heading for heading in found.unread() if words.search(heading.text))
    return next((h for h in named if any(map(has_digit, found.filled(h)))), None)
