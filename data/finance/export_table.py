"""Finding the table of a finance export on a sheet, and which of its rows are lines."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from itertools import islice

from data import columns as c
from data.cells.cell import Cell
from data.cells.figures import has_digit
from data.cells.labels import Label, is_carried_label, total_label
from data.cells.money import Amount, parse_amounts
from data.cells.personal import looks_like_iban
from data.cells.predicates import cell_at, heading_text, is_blank, is_text
from data.cells.sides import INCOME, side_of
from data.finance.formats import BY_KEY, recognise
from data.values.found_table import Heading, Table
from data.values.grid import Sheet
from data.values.hints import Said

_ROWS_SEARCHED = 80
_ROWS_SAMPLED = 60
_FEWEST_HEADINGS = 3
_AMOUNTS = (c.AMOUNT, c.DEBIT, c.CREDIT, *c.BUDGET_KINDS)
_CODES = (c.ACCOUNT, c.TASK_FIELD)
_WHEN = (c.DATE, c.YEAR, c.PERIOD)
_BALANCE_ITEM = re.compile(r"^\s*[AP]\d", re.IGNORECASE)  # assets and liabilities of Iv3
NO_FIGURE = "-99998"  # what Statistics Netherlands writes for a figure that was not given


def find_finance_table(sheet: Sheet, said: Said) -> Table | None:
    """The table of a known finance export, or None when the sheet holds another one."""
    if said.kind == c.USAGE:
        return None
    pointed_at = said.header_place(sheet)
    filled = ((i, row) for i, row in enumerate(sheet.rows) if not all(map(is_blank, row)))
    for index, row in islice(filled, _ROWS_SEARCHED):
        if pointed_at is not None and index != pointed_at:
            continue
        headings = {place: heading_text(cell) for place, cell in enumerate(row) if is_text(cell)}
        found = recognise(headings) if len(headings) >= _FEWEST_HEADINGS else None
        if found and _may_be_lines(sheet.rows[index + 1 :], found[1]):
            return _table(sheet, index, headings, found[0].key, _corrected(found[1], said.columns))
    return None


def _corrected(columns: Mapping[int, str], chosen: Mapping[int, str]) -> dict[int, str]:
    """The columns with what a person says of some: each column once, none for `NOT_NEEDED`."""
    others = {
        place: column
        for place, column in columns.items()
        if place not in chosen and column not in chosen.values()
    }
    return others | {place: column for place, column in chosen.items() if column}


def _may_be_lines(rows: Sequence[Sequence[Cell]], columns: Mapping[int, str]) -> bool:
    """Whether lines may stand under the headings: somewhere an amount, and no bank account."""
    amounts = [place for place, column in columns.items() if column in _AMOUNTS]
    accounts = [place for place, column in columns.items() if column == c.ACCOUNT]
    looked_at = [row for row in rows if not all(map(is_blank, row))][:_ROWS_SAMPLED]
    own = [cell_at(row, place) for row in looked_at for place in accounts]
    if any(isinstance(cell, str) and looks_like_iban(cell) for cell in own):
        return False
    return any(_has_figure(cell_at(row, place)) for row in looked_at for place in amounts)


def _has_figure(cell: Cell) -> bool:
    return not is_blank(cell) and has_digit(cell)


def _table(
    sheet: Sheet, index: int, headings: dict[int, str], key: str, columns: dict[int, str]
) -> Table:
    known = [
        Heading(place, text, columns.get(place), "known" if place in columns else "ignored")
        for place, text in sorted(headings.items())
    ]
    return Table(c.BUDGET, sheet.first_row + index, tuple(known), format=key)


def line_kinds(
    rows: Sequence[Sequence[Cell]], kinds: Sequence[str | None], table: Table
) -> list[str | None]:
    """Why each row under the headings is no line, given what their words alone say (`kinds`).

    A booking with the word total in its text is a line; a title between the lines, an item of the
    balance sheet and a figure that was not given are none.
    """
    reader = _LineReader(table)
    found = [reader.kind_of(row, kind) for row, kind in zip(rows, kinds, strict=True)]
    return _without_bare_totals(rows, found, table) if reader.bookings else found


def _without_bare_totals(
    rows: Sequence[Sequence[Cell]], kinds: list[str | None], table: Table
) -> list[str | None]:
    """The kinds, with a total for a row without a day that adds up the lines above it.

    No word says so: its day is blank, as of no line, and its amount is that of the lines since the
    total before it, or of all.
    """
    days = [h.position for h in table.headings if h.column == c.DATE]
    if not days:
        return kinds
    undated = [
        row for row, kind in enumerate(kinds)
        if kind is None and is_blank(cell_at(rows[row], days[0]))
    ]  # fmt: skip
    if not undated:
        return kinds
    found, since, whole = list(kinds), 0, 0
    for row, cents in enumerate(_net_cents(rows, table)):
        if kinds[row] == c.TOTAL:
            since = 0
        if kinds[row] is not None:
            continue
        if row in undated and cents in (since, whole) and cents:
            found[row], since = c.TOTAL, 0
        else:
            since, whole = since + cents, whole + cents
    return found


def _net_cents(rows: Sequence[Sequence[Cell]], table: Table) -> list[int]:
    """What each row comes to: by its amount and side, or its debit less its credit."""
    net = [0] * len(rows)
    sides = [heading for heading in table.headings if heading.column == c.SIDE]
    for heading in table.headings:
        if heading.column not in (c.AMOUNT, c.DEBIT, c.CREDIT):
            continue
        # In thousands an amount has more decimals than cents.
        amounts = parse_amounts([cell_at(row, heading.position) for row in rows], unit=1_000)
        for index, amount in enumerate(amounts):
            cents = amount.cents if isinstance(amount, Amount) else 0
            income = heading.column == c.CREDIT or any(
                cents > 0 and side_of(cell_at(rows[index], s.position), s.text) == INCOME
                for s in sides
            )
            net[index] += -cents if income else cents
    return net


class _LineReader:
    """Judges the rows of one table."""

    def __init__(self, table: Table) -> None:
        self.table = table
        self.codes = self._places(*_CODES)
        self.amounts = self._places(*_AMOUNTS)
        self.when = self._places(*_WHEN)
        self.categories = self._places(c.CATEGORY)
        self.task_fields = self._places(c.TASK_FIELD)
        self.bookings = BY_KEY[table.format].bookings

    def kind_of(self, row: Sequence[Cell], kind: str | None) -> str | None:
        """Why a row is no line; None when it is one."""
        if kind in (c.BLANK, c.REPEATED_HEADER):
            return kind
        if self.bookings and any(isinstance(x, str) and is_carried_label(x) for x in row):
            return c.TOTAL
        if self.bookings and self._is_booking(row):
            return None
        if kind is None and (self._is_title(row) or self._is_of_the_balance_sheet(row)):
            return c.NOTE
        return kind

    def _places(self, *columns: str) -> list[int]:
        return [h.position for h in self.table.headings if h.column in columns]

    def _is_booking(self, row: Sequence[Cell]) -> bool:
        codes = [cell_at(row, place) for place in self.codes]
        return (
            any(_has_figure(cell) and not _is_total(cell) for cell in codes)
            and any(_has_figure(cell_at(row, place)) for place in self.amounts)
            and any(_has_figure(cell_at(row, place)) for place in self.when)
        )

    def _is_title(self, row: Sequence[Cell]) -> bool:
        filled = [place for place, cell in enumerate(row) if not is_blank(cell)]
        if self.bookings and len(filled) == 1:
            return filled[0] not in self.amounts and is_text(row[filled[0]])
        return bool(self.codes) and not {*filled} & {*self.amounts, *self.codes}

    def _is_of_the_balance_sheet(self, row: Sequence[Cell]) -> bool:
        if not self.categories:
            return False
        category = str(cell_at(row, self.categories[0])).strip().upper()
        amounts = [str(cell_at(row, place)).strip() for place in self.amounts]
        return (
            not category.startswith(("L", "B"))
            or bool(_BALANCE_ITEM.match(str(cell_at(row, self.task_fields[0]))))
            or all(amount in ("", ".") or amount.startswith(NO_FIGURE) for amount in amounts)
        )


def _is_total(cell: Cell) -> bool:
    return isinstance(cell, str) and total_label(cell) is not Label.NONE
