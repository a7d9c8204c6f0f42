"""A ledger with both sides of every booking: together they come to nothing."""

from __future__ import annotations

from data import columns as c
from data.cells.balance_accounts import is_named_as_balance
from data.cells.cell import Cell
from data.cells.money import Amount, parse_amounts
from data.cells.text import cell_text
from data.doubts.looked_at import LookedAt
from data.doubts.money import messages
from data.values.questions import AS_IT_IS, BOTH_SIDES, NO_CONTRA

_OF_BALANCE = tuple("0123")  # of costs and income the accounts begin with a 4 or more


def look(found: LookedAt) -> None:
    """Ask about the accounts of the balance when all amounts together come to nothing."""
    if not found.table.format or found.table.format == "trial_balance":
        return
    accounts = found.headings(c.ACCOUNT)
    if not accounts or not _come_to_nothing(found):
        return
    codes = [cell_text(cell).strip() for cell in found.values(accounts[0])]
    balance = [
        row for row, code in enumerate(codes)
        if code.startswith(_OF_BALANCE) or is_named_as_balance(code)
    ]  # fmt: skip
    if not balance or len(balance) == sum(code != "" for code in codes):
        question = messages.BOTH_SIDES_TOLD()
        found.questions.ask(NO_CONTRA, question, len(codes), (AS_IT_IS,))
        return
    found.ask(
        BOTH_SIDES, messages.BOTH_SIDES(n=len(balance)), balance, messages.OTHER_SIDE(), accounts[0]
    )


def _come_to_nothing(found: LookedAt) -> bool:
    debit, credit, net = (_cents(found, side) for side in (c.DEBIT, c.CREDIT, c.AMOUNT))
    sides = sum(debit) == sum(credit) != 0
    return sides or (bool(any(net)) and sum(net) == 0 and len(net) > 1)


def _cents(found: LookedAt, column: str) -> list[int]:
    headings = found.headings(column)
    cells: list[Cell] = found.values(headings[0]) if headings else []
    filled = [cell for cell in cells if cell != ""]
    return [x.cents for x in parse_amounts(filled) if isinstance(x, Amount)]
