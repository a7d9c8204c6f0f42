"""A column that says in which currency or unit an amount is: only euros are read."""

from __future__ import annotations

import re
from collections.abc import Sequence

from data import columns as c
from data.cells.cell import Cell
from data.cells.figures import has_digit
from data.cells.keys import plain_words, word_set
from data.cells.money import Amount, parse_amounts, unit_in
from data.cells.predicates import is_blank, is_number
from data.cells.text import cell_text, shorten
from data.doubts.looked_at import LookedAt
from data.doubts.money import messages
from data.values.amount_columns import found_unit
from data.values.found_table import LIST, WIDE, Heading

_HEADINGS = word_set("valuta valutacode munt muntsoort munteenheid currency cur")
_UNIT_HEADINGS = word_set("eenheid maateenheid maat schaal unit units")
# Whatever the currency was, these amounts are euros.
_IN_EUROS = re.compile(r"€|\beur|\blv\b|huisvaluta|\blocal\b|\baccounted\b", re.I)
_ENTERED = re.compile(
    r"^\W*(bedrag )?(in )?(ingevoerd|oorspronkelijk|vreemde|foreign|entered|original|document)",
    re.I,
)
_EUROS = frozenset({"", "eur", "euro", "euros", "e"})
_BARE_THOUSANDS = re.compile(
    r"(?:x|in)?\s*(?:€|euro?)?\s*1[., ]?000((?:[., ]?000)?)\s*(?:€|euro?)?"
)
_PRICES = re.compile(
    r"\b(\w*prij[sz]\w*|\w*price\w*|\w*tarief|aantal|quantity|rate|bedrag|amount)\b", re.I
)
_LONGEST = 40
_AMOUNTS = (c.AMOUNT, c.BUDGETED, c.ACTUAL, c.COMMITMENT)


def look(found: LookedAt) -> None:
    """Reject the rows with an amount in something else than euros; count thousands as such."""
    if found.table.layout not in (LIST, WIDE) or not found.headings(*_AMOUNTS):
        return
    entered = [heading for heading in found.unread() if _ENTERED.search(heading.text)]
    if any(has_digit(cell) for heading in entered for cell in found.filled(heading)):
        return  # beside what was entered stands what was booked, in euros
    in_euros = any(_IN_EUROS.search(heading.text) for heading in found.table.headings)
    for heading in found.unread():
        words = set(plain_words(heading.text).split())
        if _holds_amounts(found, heading):
            continue
        of_units = not found.table.format and _is_of_units(found, heading, words)
        if (words & _HEADINGS and not in_euros) or of_units:
            _read_in(found, heading)


def _holds_amounts(found: LookedAt, heading: Heading) -> bool:
    """Whether the cells under a heading are numbers: `Bedrag vreemde valuta`, `Unit price`."""
    told = {cell_text(cell).strip() for cell in found.filled(heading)}
    if not told or not all(map(is_number, told)):
        return False
    named = bool(_PRICES.search(heading.text))
    return named or any(unit_said(text) is None for text in told)


def _is_of_units(found: LookedAt, heading: Heading, words: set[str]) -> bool:
    """Whether a column says what the amounts beside it are counted in."""
    distinct = {cell_text(cell).strip() for cell in found.filled(heading)}
    if not words & _UNIT_HEADINGS and any(map(is_number, found.filled(heading))):
        return False  # amounts that happen to be 1.000
    units = [unit_said(text) for text in distinct]
    if words & _UNIT_HEADINGS:
        return any(units) or (found.table.kind == c.BUDGET and not _has_prices(found))
    return bool(units) and all(units) and max(filter(None, units)) > 1


def _has_prices(found: LookedAt) -> bool:
    """Whether a price stands beside the amounts: then a unit is that of what was bought."""
    return any(
        _PRICES.search(h.text) and any(map(has_digit, found.filled(h))) for h in found.unread()
    )


def unit_said(text: str) -> int | None:
    """How many euros a unit such as `k€` or `x 1.000` is; None when it is of something else."""
    flat = text.strip().lower()
    if len(flat) > _LONGEST:
        return None
    if plain_words(flat) in _EUROS or flat == "€":
        return 1
    bare = _BARE_THOUSANDS.fullmatch(flat)
    if bare or unit_in(flat) > 1:
        return (1_000_000 if bare[1] else 1_000) if bare else unit_in(flat)
    if any(sign.isdigit() for sign in flat):
        return None
    (read,) = parse_amounts([f"1 {flat}"])
    return read.cents // 100 if isinstance(read, Amount) else None


def _read_in(found: LookedAt, heading: Heading) -> None:
    told = found.values(heading)
    units = {cell: unit_said(cell_text(cell)) for cell in set(told)}
    larger = {row: unit for row, cell in enumerate(told) if (unit := units[cell] or 1) > 1}
    filled: set[int] = set()
    for amounts in found.headings(*_AMOUNTS):
        cells = found.values(amounts)
        filled |= {row for row, cell in enumerate(cells) if not is_blank(cell)}
        if larger and found_unit(found.candidates, amounts) == 1:  # else a heading says it already
            found.change(amounts, _times(cells, larger))
            found.remark(messages.UNIT_BESIDE(column=heading.text, other=amounts.text))
    for row in sorted(filled):
        if units[told[row]] is None:
            value = shorten(cell_text(told[row]))
            found.reject([row], messages.OTHER_CURRENCY(column=heading.text, value=value), heading)


def _times(cells: Sequence[Cell], units: dict[int, int]) -> dict[int, Cell]:
    """The amounts of these rows in euros."""
    rows = [row for row in units if not is_blank(cells[row])]
    read = {
        unit: dict(zip(rows, parse_amounts([cells[row] for row in rows], unit=unit), strict=True))
        for unit in set(units.values())
    }
    amounts = {row: read[units[row]][row] for row in rows}
    return {row: x.cents / 100 for row, x in amounts.items() if isinstance(x, Amount)}
