"""Debit and credit: a column that says on which side an amount stands, or a column for each."""

from __future__ import annotations

from data import columns as c
from data.cells.cell import Cell
from data.cells.money import fine_amounts, negative
from data.cells.predicates import is_blank
from data.cells.sides import (
    COST,
    INCOME,
    is_for_or_against,
    is_named_for_sides,
    may_be_sides,
    side_of,
    tells_sides,
)
from data.cells.text import cell_text, shorten
from data.doubts.looked_at import LookedAt
from data.doubts.money import messages
from data.values.found_table import LIST, Heading
from data.values.questions import AS_IT_IS, SIDES, SIDES_AS_SIGNED, SIDES_TURNED

_AMOUNTS = (c.AMOUNT, *c.BUDGET_KINDS)
_MOST_CODES = 4
SECOND_IS = "second_is:"  # before the code that stands for credit


def look(found: LookedAt) -> None:
    """Turn the sign of what stands on the side of income; reject what stands on neither."""
    if found.table.kind != c.BUDGET or found.table.layout != LIST:
        return
    _read_signed_credit(found)
    for heading in (*found.headings(c.SIDE), *found.unread()):
        if is_for_or_against(heading.text) and not _is_of_the_amounts(found, heading):
            continue
        cells = found.values(heading)
        if heading.column or tells_sides(heading.text, cells):
            _turn(found, heading, [side_of(cell, heading.text) for cell in cells])
            return
        named = is_named_for_sides(heading.text) or may_be_sides(cells)
        if named and not found.headings(c.DEBIT):
            _ask_codes(found, heading, [cell_text(cell).strip() for cell in cells])
            return


def _is_of_the_amounts(found: LookedAt, heading: Heading) -> bool:
    """Whether `N/V` stands right behind the only amounts, and not behind a difference."""
    read = found.headings(*_AMOUNTS)
    return len(read) == 1 and read[0].position == heading.position - 1


def _ask_codes(found: LookedAt, heading: Heading, codes: list[str]) -> None:
    """Ask which of the codes under `D/C` stands for credit, when no word says it."""
    known = sorted({code for code in codes if code})
    if not 1 <= len(known) <= _MOST_CODES:
        return
    shown = [shorten(code) for code in known]
    question = messages.SIDE_CODES(column=heading.text, values=shown)
    choices = (*(f"{SECOND_IS}{code}" for code in known), AS_IT_IS)
    answer = found.questions.ask(SIDES, question, len(codes), choices)
    if answer and answer != AS_IT_IS:
        credit = answer.removeprefix(SECOND_IS)
        _turn(found, heading, [INCOME if code == credit else COST for code in codes])


def _read_signed_credit(found: LookedAt) -> None:
    """Ask about amounts under `Credit` that have a minus: a correction, or the sign told twice."""
    for heading in found.headings(c.CREDIT):
        cells = found.values(heading)
        amounts = fine_amounts(cells)
        minus = [row for row, amount in enumerate(amounts) if amount < 0]
        if not minus or max(amounts) > 0:
            return
        question = messages.CREDIT_NEGATIVE(column=heading.text, n=len(minus))
        choices = (SIDES_AS_SIGNED, SIDES_TURNED)
        if found.questions.ask(SIDES, question, len(minus), choices) == SIDES_AS_SIGNED:
            found.change(heading, {row: negative(cells[row]) for row in minus})


def _turn(found: LookedAt, heading: Heading, sides: list[int | None]) -> None:
    income = [row for row, side in enumerate(sides) if side == INCOME]
    costs = [row for row, side in enumerate(sides) if side == COST]
    unknown = [row for row, side in enumerate(sides) if side is None]
    found.reject(unknown, messages.SIDE_UNKNOWN(column=heading.text), heading)
    turned = 0
    for amounts in found.headings(*_AMOUNTS):
        cells = found.values(amounts)
        filled = [row for row in income if not is_blank(cells[row])]
        if _are_signed(found, heading, [cells[r] for r in filled], [cells[r] for r in costs]):
            continue
        found.change(amounts, {row: negative(cells[row]) for row in filled})
        turned += len(filled)
    if turned:
        found.remark(messages.SIDES_TURNED(column=heading.text, n=turned))


def _are_signed(found: LookedAt, heading: Heading, income: list[Cell], costs: list[Cell]) -> bool:
    """Whether the amounts carry their sign already; asked when only some do.

    With a minus before all costs and before no income they do too: a creditor's card has them so.
    """
    minus = sum(amount < 0 for amount in fine_amounts(income))
    if minus in (0, len(income)):
        spent = [amount for amount in fine_amounts(costs) if amount]
        return minus > 0 or (bool(income and spent) and max(spent) < 0)
    question = messages.SIDES_MIXED(column=heading.text, n=minus)
    choices = (SIDES_TURNED, SIDES_AS_SIGNED)
    return found.questions.ask(SIDES, question, len(income), choices) == SIDES_AS_SIGNED
