"""A column of its own that says on which side an amount stands: debit or credit, spent or got."""

from __future__ import annotations

from data import columns as c
from data.cells.cell import Cell
from data.cells.money import Amount, parse_amounts
from data.cells.predicates import is_blank
from data.cells.sides import INCOME, side_of, tells_sides
from data.doubts import messages
from data.doubts.looked_at import LookedAt
from data.values.found_table import LIST, Heading
from data.values.questions import SIDES, SIDES_AS_SIGNED, SIDES_TURNED

_AMOUNTS = (c.AMOUNT, *c.BUDGET_KINDS)


def look(found: LookedAt) -> None:
    """Turn the sign of what stands on the side of income; reject what stands on neither."""
    if found.table.kind != c.BUDGET or found.table.layout != LIST:
        return
    for heading in (*found.headings(c.SIDE), *found.unread()):
        cells = found.values(heading)
        if heading.column or tells_sides(heading.text, cells):
            _turn(found, heading, [side_of(cell, heading.text) for cell in cells])
            return


def _turn(found: LookedAt, heading: Heading, sides: list[int | None]) -> None:
    income = [row for row, side in enumerate(sides) if side == INCOME]
    unknown = [row for row, side in enumerate(sides) if side is None]
    found.reject(unknown, messages.SIDE_UNKNOWN(column=heading.text), heading)
    turned = 0
    for amounts in found.headings(*_AMOUNTS):
        cells = found.values(amounts)
        filled = [row for row in income if not is_blank(cells[row])]
        if _are_signed(found, heading, [cells[row] for row in filled]):
            continue
        found.change(amounts, {row: _negative(cells[row]) for row in filled})
        turned += len(filled)
    if turned:
        found.remark(messages.SIDES_TURNED(column=heading.text, n=turned))


def _are_signed(found: LookedAt, heading: Heading, income: list[Cell]) -> bool:
    """Whether the amounts of income carry their sign already; asked when only some do."""
    negative = sum(map(_is_negative, income))
    if negative in (0, len(income)):
        return negative > 0
    question = messages.SIDES_MIXED(column=heading.text, n=negative)
    choices = (SIDES_TURNED, SIDES_AS_SIGNED)
    return found.questions.ask(SIDES, question, len(income), choices) == SIDES_AS_SIGNED


def _is_negative(cell: Cell) -> bool:
    (amount,) = parse_amounts([cell])
    return isinstance(amount, Amount) and amount.cents < 0


def _negative(cell: Cell) -> Cell:
    if isinstance(cell, (int, float)) and not isinstance(cell, bool):
        return -cell
    if not isinstance(cell, str):
        return cell
    return cell.strip()[1:] if cell.strip().startswith("-") else f"-{cell.strip()}"
