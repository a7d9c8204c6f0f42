"""A budget whose levels stand in columns: a programme, its products, their lines."""

from __future__ import annotations

from data import columns as c
from data.cells.predicates import is_blank, is_text
from data.cells.text import cell_text
from data.doubts import messages
from data.doubts.looked_at import LookedAt
from data.values.found_table import CROSSTAB

CODE = "levels"


def look(found: LookedAt) -> None:
    """Ask about the rows that name a higher level only: they may add up the rows below them."""
    _ask_accounts(found)
    described = found.headings(c.DESCRIPTION)
    if found.table.kind != c.BUDGET or found.table.layout == CROSSTAB or found.table.format:
        return
    upper = [h for h in found.unread() if any(map(is_text, found.filled(h)))]
    if not described or not upper:
        return
    lines, names = found.values(described[0]), [found.values(heading) for heading in upper]
    rows = [
        row
        for row, line in enumerate(lines)
        if is_blank(line) and any(is_text(cells[row]) for cells in names)
    ]
    if len(rows) < len(lines):
        question = messages.LEVELS(n=len(rows), column=upper[0].text)
        found.ask(CODE, question, rows, messages.MAY_BE_LEVEL(), described[0])


def _ask_accounts(found: LookedAt) -> None:
    """Ask about the accounts that other accounts begin with: `44` above `4431` and `4432`."""
    accounts = found.headings(c.ACCOUNT)
    if found.table.kind != c.BUDGET or found.table.layout == CROSSTAB or not accounts:
        return
    if found.headings(c.DATE, c.SUPPLIER):  # bookings have one account each
        return
    codes = [cell_text(cell).strip() for cell in found.values(accounts[0])]
    known = {code for code in codes if code.isdigit()}
    upper = {code[:n] for code in known for n in range(1, len(code))} & known
    rows = [row for row, code in enumerate(codes) if code in upper]
    if rows:
        question = messages.ACCOUNT_LEVELS(n=len(rows), value=codes[rows[0]])
        found.ask(CODE, question, rows, messages.MAY_BE_LEVEL(), accounts[0])
