"""A column of its own that says on which side an amount stands: debit or credit, spent or got."""

from __future__ import annotations

from data import columns as c
from data.cells.cell import Cell
from data.cells.keys import plain_words, word_set
from data.cells.money import Amount, parse_amounts
from data.cells.predicates import is_blank
from data.cells.text import cell_text
from data.doubts import messages
from data.doubts.looked_at import LookedAt
from data.values.found_table import LIST, Heading

_AMOUNTS = (c.AMOUNT, *c.BUDGET_KINDS)
_COSTS = word_set(
    "d db dt deb debet debit af u uit uitgave uitgaven last lasten kosten l s soll cost costs i/u"
)
_INCOME = word_set(
    """c cr ct credit bij o ontvangst ontvangsten bate baten opbrengst opbrengsten inkomst
    inkomsten b h haben income revenue in"""
)
_HEADINGS = word_set(
    """dc deb cred debet credit debit debetcredit afbij bij af soort mutatie mutatiesoort side type
    balans richting teken lb lastenbaten baten lasten uo uvo vuo io ui boeking dr cr"""
)
_LONG = {word for word in _COSTS | _INCOME if len(word) > 3}


def look(found: LookedAt) -> None:
    """Turn the sign of what stands on the side of income; reject what stands on neither."""
    if found.table.kind != c.BUDGET or found.table.layout != LIST:
        return
    for heading in found.unread():
        sides = [plain_words(cell_text(cell)) for cell in found.values(heading)]
        if _tells_sides(heading, {side for side in sides if side}):
            _turn(found, heading, sides)
            return


def _tells_sides(heading: Heading, sides: set[str]) -> bool:
    known = sides & (_COSTS | _INCOME)
    if not known or 2 * len(known) < len(sides) or len(sides) > 6:
        return False
    words = set(plain_words(heading.text).split())
    return bool(words & (_HEADINGS | _COSTS | _INCOME)) or bool(known & _LONG)


def _turn(found: LookedAt, heading: Heading, sides: list[str]) -> None:
    income = [row for row, side in enumerate(sides) if side in _INCOME]
    unknown = [row for row, side in enumerate(sides) if side not in _COSTS | _INCOME]
    found.reject(unknown, messages.SIDE_UNKNOWN(column=heading.text), heading)
    turned = 0
    for amounts in found.headings(*_AMOUNTS):
        cells = found.values(amounts)
        if any(_is_negative(cells[row]) for row in income):
            continue  # the amounts carry their sign already
        changed = {row: _negative(cells[row]) for row in income if not is_blank(cells[row])}
        found.change(amounts, changed)
        turned += len(changed)
    if turned:
        found.remark(messages.SIDES_TURNED(column=heading.text, n=turned))


def _is_negative(cell: Cell) -> bool:
    (amount,) = parse_amounts([cell]) if not is_blank(cell) else (None,)
    return isinstance(amount, Amount) and amount.cents < 0


def _negative(cell: Cell) -> Cell:
    if isinstance(cell, (int, float)) and not isinstance(cell, bool):
        return -cell
    return f"-{str(cell).strip()}" if isinstance(cell, str) else cell
