"""The words for the two sides of a booking: debit or credit, off or on, costs or income."""

from __future__ import annotations

import re
from collections.abc import Iterable

from data.cells.cell import Cell
from data.cells.keys import plain_words, word_set
from data.cells.text import cell_text

COST, INCOME = 1, -1

_COSTS = word_set(
    """+ d db dt deb debet debit af u uit uitgave uitgaven last lasten kosten l s soll cost costs
    factuur inkoopfactuur nota debetnota"""
)
_INCOME = word_set(
    """- c cr ct cred credit bij o ontvangst ontvangsten bate baten opbrengst opbrengsten inkomst
    inkomsten b h haben income revenue in
    creditnota creditfactuur creditering storno retour terugbetaling"""
)
_HEADINGS = word_set(
    """dc deb cred debet credit debit debetcredit afbij bij af soort mutatie mutatiesoort side type
    balans richting teken lb lastenbaten baten lasten uo uvo vuo io ui boeking dr cr sh indicatie
    indicator kenmerk aard zijde kant"""
)
_SIGNS = word_set("+ - +/- ±")
_IN_AND_OUT = re.compile(r"^(i ?u|u ?i|in ?uit)$")  # under `I/U` an I is income
_REVERSED = re.compile(r"\b(storno\w*|gestorneerd|tegenboeking|teruggedraaid|geannuleerd|reversed)")
_FOR_OR_AGAINST = re.compile(r"^(n ?v|v ?n|(nadelig|nadeel|n) (of )?(voordelig|voordeel|v))$")
_AGAINST, _FOR = word_set("n nadelig nadeel"), word_set("v voordelig voordeel")
_LONG = {word for word in _COSTS | _INCOME if len(word) > 3}
_MOST_WORDS = 6
_NAMED_FOR_SIDES = re.compile(
    r"^((d ?c|deb(et|it)?( of| or)? ?cred(it)?|af( of)? bij)( ?(code|indicator|kenmerk|teken))?"
    r"|shkzg|s h|i ?u|u ?i|dr ?cr)$"
)
_POSTING_KEY = re.compile(r"^(boekings?sleutel|posting key|bsl|bs|pk)$")  # of SAP
_DEBIT_KEYS = {*range(1, 10), *range(21, 30), 40, 70, *range(80, 90)}
_CREDIT_KEYS = {*range(11, 20), *range(31, 40), 50, 75, *range(90, 100)}


def side_of(cell: Cell, heading: str = "") -> int | None:
    """`COST` or `INCOME`; None when the cell, under its heading, names neither."""
    word = _word(cell)
    if _POSTING_KEY.match(plain_words(heading)) and word.isdigit():
        return COST if int(word) in _DEBIT_KEYS else INCOME if int(word) in _CREDIT_KEYS else None
    if is_for_or_against(heading):
        return COST if word in _AGAINST else INCOME if word in _FOR else None
    if word == "i" and _IN_AND_OUT.match(plain_words(heading)):
        return INCOME
    return COST if word in _COSTS else INCOME if word in _INCOME else None


def tells_reversal(heading: str) -> bool:
    """Whether a heading marks bookings that were taken back: `Storno`, `Tegenboeking`."""
    return bool(_REVERSED.search(plain_words(heading)))


def is_for_or_against(heading: str) -> bool:
    """Whether a heading tells disadvantage from advantage: `N/V`, `Nadelig/voordelig`."""
    return bool(_FOR_OR_AGAINST.match(plain_words(heading)))


def is_named_for_sides(heading: str) -> bool:
    """Whether a heading leaves no doubt that its cells tell debit from credit."""
    return bool(_NAMED_FOR_SIDES.match(plain_words(heading))) or heading.strip() in _SIGNS


def may_be_sides(cells: Iterable[Cell]) -> bool:
    """Whether cells hold D and C and nothing else: sides, whatever their heading says."""
    return {word for cell in cells if (word := _word(cell))} == {"d", "c"}


def tells_sides(heading: str, cells: Iterable[Cell]) -> bool:
    """Whether the cells under a heading say on which side the amounts beside them stand."""
    words = {word for cell in cells if (word := _word(cell))}
    if words and _POSTING_KEY.match(plain_words(heading)):
        return all(side_of(word, heading) is not None for word in words)
    if words and is_for_or_against(heading):
        return words <= _AGAINST | _FOR
    known = words & (_COSTS | _INCOME)
    if not known or 2 * len(known) < len(words) or len(words) > _MOST_WORDS:
        return False
    named = set(plain_words(heading).split()) | ({heading.strip()} & _SIGNS)
    return bool(named & (_HEADINGS | _COSTS | _INCOME | _SIGNS)) or bool(known & _LONG)


def _word(cell: Cell) -> str:
    text = cell_text(cell).strip()
    return text if text in _SIGNS else plain_words(text)
