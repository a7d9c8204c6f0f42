"""A budget whose levels stand in columns: a programme, its products, their lines."""

from __future__ import annotations

from collections.abc import Sequence

from data import columns as c
from data.cells.money import fine_amounts
from data.cells.predicates import cell_at, is_blank, is_text
from data.cells.text import cell_text
from data.doubts.looked_at import LookedAt
from data.doubts.money import messages
from data.values.found_table import CROSSTAB

CODE = "levels"
_MOST_ROWS = 400  # every row is compared with all before it


def look(found: LookedAt) -> None:
    """Ask about the rows that name a higher level only: they may add up the rows below them."""
    _ask_accounts(found)
    _ask_sums(found)
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


def _ask_sums(found: LookedAt) -> None:
    """Ask about the rows that come to what the rows right above or below them come to together."""
    if found.table.kind != c.BUDGET or found.table.layout == CROSSTAB or found.table.format:
        return
    if found.headings(c.DATE) or _has_a_year_each(found):
        return
    places = [h.position for h in found.table.headings if h.column in c.BUDGET_AMOUNTS]
    sheet, first = found.sheet.rows, found.sheet.first_row
    numbers = list(dict.fromkeys(found.candidates.numbers))
    if not 2 < len(numbers) <= _MOST_ROWS:
        return
    columns = [fine_amounts([cell_at(sheet[n - first], p) for n in numbers]) for p in places]
    amounts = [*zip(*columns, strict=True)]
    whole = numbers[0] == found.table.header_row + 1  # no level was found above them
    sums = {n for at, n in enumerate(numbers) if _adds_up(amounts, at, whole=whole)}
    rows = [row for row, number in enumerate(found.candidates.numbers) if number in sums]
    if rows and len(sums) < len(numbers):
        question = messages.TOTAL_UNNAMED(n=len(sums), row=min(sums))
        found.ask(CODE, question, rows, messages.MAY_BE_LEVEL())


def _has_a_year_each(found: LookedAt) -> bool:
    """Whether every row is of another year: none of them can be the total of the others."""
    years = [cell_text(cell).strip() for h in found.headings(c.YEAR) for cell in found.values(h)]
    return bool(years) and all(years) and len(set(years)) == len(years)


def _adds_up(amounts: Sequence[Sequence[int]], at: int, *, whole: bool) -> bool:
    """Whether two or more filled rows right above one, or right below it, come to it together.

    In one column of amounts they may do so by chance; then it has to be all other rows.
    """
    several = sum(map(bool, amounts[at])) > 1
    for others in (amounts[:at][::-1], amounts[at + 1 :]):
        together, filled = [0] * len(amounts[at]), 0
        for count, row in enumerate(others, start=1):
            together = [x + y for x, y in zip(together, row, strict=True)]
            filled += any(row)
            enough = several or (whole and count == len(amounts) - 1)
            if enough and filled > 1 and any(amounts[at]) and together == [*amounts[at]]:
                return True
    return False


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
