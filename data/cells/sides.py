"""The words for the two sides of a booking: debit or credit, off or on, costs or income."""

from __future__ import annotations

from collections.abc import Iterable

from data.cells.cell import Cell
from data.cells.keys import plain_words, word_set
from data.cells.text import cell_text

COST, INCOME = 1, -1

_COSTS = word_set(
    """+ d db dt deb debet debit af u uit uitgave uitgaven last lasten kosten l s soll cost costs
    i/u"""
)
_INCOME = word_set(
    """- c cr ct cred credit bij o ontvangst ontvangsten bate baten opbrengst opbrengsten inkomst
    inkomsten b h haben income revenue in"""
)
_HEADINGS = word_set(
    """dc deb cred debet credit debit debetcredit afbij bij af soort mutatie mutatiesoort side type
    balans richting teken lb lastenbaten baten lasten uo uvo vuo io ui boeking dr cr sh"""
)
_SIGNS = word_set("+ - +/- ±")
_LONG = {word for word in _COSTS | _INCOME if len(word) > 3}
_MOST_WORDS = 6


def side_of(cell: Cell) -> int | None:
    """`COST` or `INCOME`; None when the cell names neither."""
    word = _word(cell)
    return COST if word in _COSTS else INCOME if word in _INCOME else None


def tells_sides(heading: str, cells: Iterable[Cell]) -> bool:
    """Whether the cells under a heading say on which side the amounts beside them stand."""
    words = {word for cell in cells if (word := _word(cell))}
    known = words & (_COSTS | _INCOME)
    if not known or 2 * len(known) < len(words) or len(words) > _MOST_WORDS:
        return False
    named = set(plain_words(heading).split()) | ({heading.strip()} & _SIGNS)
    return bool(named & (_HEADINGS | _COSTS | _INCOME | _SIGNS)) or bool(known & _LONG)


def _word(cell: Cell) -> str:
    text = cell_text(cell).strip()
    return text if text in _SIGNS else plain_words(text)
