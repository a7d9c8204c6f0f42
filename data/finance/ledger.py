"""Ledgers in a layout that no format declares: what their headings say that each line is."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from itertools import islice

from data import columns as c
from data.cells.cell import Cell
from data.cells.figures import has_digit
from data.cells.keys import plain_words
from data.cells.predicates import cell_at, is_blank
from data.cells.sides import tells_sides
from data.finance.formats import LEDGER
from data.values.corrections import NOT_NEEDED
from data.values.found_table import LIST, Heading, Table
from data.values.grid import Sheet
from data.values.hints import Said

DOCUMENT, BOOKED = "document", "booked"  # signs of a ledger that are no columns of it
_ROWS_SAMPLED = 60
_SIGNS: dict[str, re.Pattern[str]] = {
    c.SUPPLIER: re.compile(
        r"\b(leverancier\w*|crediteur\w*|relatie\w*|debiteur\w*|begunstigde\w*|tegenpartij\w*"
        r"|supplier|vendor|creditor|payee|contractant|ap ar id|naam tegenrekening|ontvanger"
        r"|subsidieontvanger|aanvrager)\b"
    ),
    c.COST_CENTRE: re.compile(
        r"\b(kostenplaats\w*|kpl|kostendrager\w*|fcl|verbijzondering\w*|cost cent(er|re)s?)\b"
    ),
    c.ACCOUNT: re.compile(
        r"\b(grootboek\w*|rekening\w*|rek|rek nr|kostensoort\w*|ecl|account|ledger|gb rekening)\b"
    ),
    DOCUMENT: re.compile(
        r"\b(boekstuk\w*|stuk ?(nr|nummer)|factuur ?(nr|nummer)|document\w*|doc|journaal\w*"
        r"|dagboek\w*|volg ?(nr|nummer)|memoriaal\w*|(order|inkooporder|verplichting|transactie"
        r"|mutatie) ?(nr|nummer)|voucher|invoice (no|number)|invoice|trans ?no|transaction no)\b"
    ),
    BOOKED: re.compile(
        r"\b(boek|boekings|factuur|transactie|mutatie|journaal|valuta)datum\b"
        r"|\b(datum (boeking|factuur)|posting date|booking date|invoice date|trans date|gl date)\b"
    ),
}
_TEXT = re.compile(r"\b(\w*omschrijving\w*|omschr|\w*tekst|memo|specificatie|text|description)\b")
_PERIOD = re.compile(r"^(boek)?periode( ?nr)?$|^maand$|^period$")
# `Debet`, `Bedrag D`, `Accounted Dr`, `Af`; a balance at the start is none of these.
_BEFORE, _AFTER = r"^((bedrag|saldo|accounted|entered|geboekt) )?", r"( ?(bedrag|amount))?$"
_DEBIT = re.compile(rf"{_BEFORE}(debet|debit|deb|dr|db|d|af){_AFTER}")
_CREDIT = re.compile(rf"{_BEFORE}(credit|cred|cr|c|bij){_AFTER}")
_UNIT = re.compile(r"[(\[][^()\[\]]*[)\]]|\b(in|x) (€|eur|euro).*$|€", re.IGNORECASE)
_NUMBER = re.compile(r"(nr|nummer|code|number)\b|\b(id|no)\b")
_OF_BOOKINGS = {c.SUPPLIER, DOCUMENT, BOOKED, c.SIDE, c.DEBIT}


def as_ledger(sheet: Sheet, table: Table, said: Said) -> Table | None:
    """The list of a budget as a ledger; None when its headings are those of an overview.

    It is one with debit and credit, with who was paid, or with two signs of bookings: a number of
    the document, the day of booking, a side, an account, a cost centre.
    """
    if table.kind != c.BUDGET or table.layout != LIST or table.format:
        return None
    columns = _Columns(sheet, table, said)
    found = columns.found
    signs = ledger_signs(table) | (found.keys() & {c.DEBIT, c.SIDE})
    if BOOKED not in signs and c.DATE in columns.taken:
        signs.add(c.DATE)
    alone = found.keys() & {c.DEBIT, c.SUPPLIER}
    if signs.isdisjoint(_OF_BOOKINGS) or (not alone and len(signs) < 2):
        return None
    return columns.table_of_ledger()


def ledger_signs(table: Table) -> set[str]:
    """What the headings of a table have in common with those of a ledger."""
    signs = {
        sign
        for heading in table.headings
        for sign, words in _SIGNS.items()
        if words.search(plain_words(heading.text))
    }
    return signs | ({c.ACCOUNT} & {heading.column for heading in table.headings})


class _Columns:
    """The columns of a ledger among the headings of a table, beside those that were found."""

    def __init__(self, sheet: Sheet, table: Table, said: Said) -> None:
        first = table.header_row - sheet.first_row + 1
        filled = (row for row in sheet.rows[first:] if not all(map(is_blank, row)))
        self.rows = list(islice(filled, _ROWS_SAMPLED))
        self.table, self.chosen = table, said.columns
        self.taken = {h.column: h for h in table.headings if h.column}
        self.found: dict[str, Heading] = {}
        self._find_sides()
        self._take(c.SUPPLIER, _SIGNS[c.SUPPLIER], self._words)
        self._take(c.COST_CENTRE, _SIGNS[c.COST_CENTRE], self._codes)
        self._take(c.ACCOUNT, _SIGNS[c.ACCOUNT], self._codes)
        self._take(c.DESCRIPTION, _TEXT, self._words)
        self._take(c.DATE, _SIGNS[BOOKED], self._codes)
        self._take(c.PERIOD, _PERIOD, self._codes)

    def table_of_ledger(self) -> Table:
        """The table, with the columns of a ledger."""
        places = {heading.position: column for column, heading in self.found.items()}
        sides = {c.DEBIT, c.CREDIT} <= self.found.keys()
        headings = [self._read_as(h, places.get(h.position), sides) for h in self.table.headings]
        return replace(self.table, headings=tuple(headings), format=LEDGER.key)

    def _read_as(self, heading: Heading, column: str | None, sides: bool) -> Heading:
        if column:
            return replace(heading, column=column, how="known", rival="")
        if heading.column == c.MONTH:
            return replace(heading, column=c.PERIOD)
        if heading.column == c.AMOUNT and sides:
            return replace(heading, column=None, how="ignored")
        return heading

    def _find_sides(self) -> None:
        named = {
            side: next((h for h in self._free(c.AMOUNT) if words.match(_bare(h.text))), None)
            for side, words in ((c.DEBIT, _DEBIT), (c.CREDIT, _CREDIT))
        }
        debit, credit = named[c.DEBIT], named[c.CREDIT]
        if debit and credit and self._numbers(debit) and self._numbers(credit):
            self.found |= {c.DEBIT: debit, c.CREDIT: credit}
            return
        for heading in self._free():
            if tells_sides(heading.text, self._cells(heading)):
                self.found[c.SIDE] = heading
                return

    def _take(self, column: str, words: re.Pattern[str], worth: Callable[[Heading], float]) -> None:
        """Take the best heading with these words, unless the column has one."""
        if column in self.taken:
            return
        good = [(worth(h), h) for h in self._free() if words.search(plain_words(h.text))]
        best = max(good, key=lambda pair: pair[0], default=(0.0, None))
        if best[0] > 0 and best[1]:
            self.found[column] = best[1]

    def _free(self, *also: str) -> list[Heading]:
        """The headings that nothing is read from, and those that are read as these columns."""
        own = {heading.position for heading in self.found.values()}
        return [
            h
            for h in self.table.headings
            if h.text and h.position not in own and self.chosen.get(h.position) != NOT_NEEDED
            if h.column is None or h.column in also
        ]

    def _cells(self, heading: Heading) -> Sequence[Cell]:
        cells = (cell_at(row, heading.position) for row in self.rows)
        return [cell for cell in cells if cell != ""]

    def _numbers(self, heading: Heading) -> bool:
        return _share(self._cells(heading), has_digit) > 0

    def _words(self, heading: Heading) -> float:
        """How good a column is for names and texts: not when it holds codes."""
        share = _share(self._cells(heading), lambda cell: any(x.isalpha() for x in str(cell)))
        code = bool(_NUMBER.search(plain_words(heading.text)))
        return share if share > 0.5 else 0.0 if code else share / 10

    def _codes(self, heading: Heading) -> float:
        named = bool(re.search(r"\b(naam|omschrijving|t)\b", plain_words(heading.text)))
        return _share(self._cells(heading), has_digit) * (0.5 if named else 1)


def _bare(text: str) -> str:
    return plain_words(_UNIT.sub(" ", text))


def _share(cells: Iterable[Cell], test: Callable[[Cell], bool]) -> float:
    answers = [test(cell) for cell in cells]
    return sum(answers) / len(answers) if answers else 0.0
