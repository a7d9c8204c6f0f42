"""Printed totals against the lines that they add up, to the cent."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial

from data import columns as c
from data.cells.cell import Cell
from data.cells.labels import Label, is_balance_label, is_carried_label, total_label
from data.cells.money import Amount, parse_amounts, unit_in
from data.cells.parsed_column import Column, parse_column
from data.cells.predicates import cell_at, is_blank
from data.values.finance_reading import (
    AGREES,
    DIFFERENCE,
    ONE_SIGN,
    SIDES,
    SIGN,
    UNIT,
    UNREADABLE,
    PrintedTotal,
)
from data.values.found_table import Heading, Table
from data.values.grid import Sheet

_MEASURES = (c.AMOUNT, c.DEBIT, c.CREDIT, *c.BUDGET_KINDS)
_FACTORS = (1_000, 1_000_000)
_STARTS_TRIED = 100  # a total adds up what stands below one of so many totals above it
_OTHER_SIDE = {c.DEBIT: c.CREDIT, c.CREDIT: c.DEBIT}


@dataclass(frozen=True)
class Under:
    """The rows under the headings of a table, and why each is no line (None: it is one)."""

    table: Table
    rows: Sequence[Sequence[Cell]]
    kinds: Sequence[str | None]

    def number(self, index: int) -> int:
        """Excel's number of a row."""
        return self.table.header_row + 1 + index


def reconcile(sheet: Sheet, under: Under, units: dict[int, int]) -> tuple[PrintedTotal, ...]:
    """Every total that the export prints, set beside the lines.

    `units` is what the amounts at each place are counted in.
    """
    columns = [
        _Column(under, heading, units.get(heading.position, 1))
        for heading in under.table.headings
        if heading.column in _MEASURES
    ]
    found = [total for column in columns for total in column.totals(columns)]
    above = sheet.rows[: under.table.header_row - sheet.first_row]
    found += _totals_above(above, sheet.first_row, columns)
    return tuple(sorted(found, key=lambda total: total.row))


def unreadable_totals(under: Under) -> list[int]:
    """Excel's numbers of the rows with a printed total that is no amount."""
    columns = [_Column(under, h, 1) for h in under.table.headings if h.column in _MEASURES]
    rows = {
        index for column in columns for index in column.unreadable if under.kinds[index] == c.TOTAL
    }
    return [under.number(index) for index in sorted(rows)]


class _Column:
    """One column of amounts: its lines, its printed totals, and the sums up to each row."""

    def __init__(self, under: Under, heading: Heading, unit: int) -> None:
        self.under, self.heading = under, heading
        cells = [cell_at(row, heading.position) for row in under.rows]
        wanted = [kind in (None, c.TOTAL) for kind in under.kinds]
        read = parse_column(
            Column([cell if use else "" for cell, use in zip(cells, wanted, strict=True)]),
            partial(parse_amounts, unit=unit),
        )
        self.cents = [_cents(read.distinct[code]) for code in read.codes]
        self.unreadable = {row for row, _ in read.faulty_rows()}
        self.upto = [0]
        for kind, cents in zip(under.kinds, self.cents, strict=True):
            self.upto.append(self.upto[-1] + (cents or 0) * (kind is None))

    def sum(self, start: int, end: int) -> int:
        """The lines from one row up to another."""
        return self.upto[end] - self.upto[start]

    def totals(self, columns: Sequence[_Column]) -> Iterator[PrintedTotal]:
        """The totals in this column, each with what the lines say."""
        starts = [0]
        for index, kind in enumerate(self.under.kinds):
            if kind != c.TOTAL:
                continue
            printed = self.cents[index]
            if printed is not None and _adds_up(self.under.rows[index]):
                yield self._compare(index, printed, starts, columns)
            starts.append(index + 1)

    def _compare(
        self, index: int, printed: int, starts: Sequence[int], columns: Sequence[_Column]
    ) -> PrintedTotal:
        starts = [starts[0], *starts[1:][-_STARTS_TRIED:]]
        sums = [self.sum(start, index) for start in starts]
        balance = _balance(columns, index, starts, self.heading.column)
        intended = sums[0] if self._is_last(index) else sums[-1]
        result = partial(PrintedTotal, self.under.number(index), self.heading.text, printed)
        if printed in balance:
            return result(printed)
        if told := _same_but_for_sign_or_unit(result, printed, sums):
            return told
        if printed in _sums_of_other_side(columns, self, index, starts):
            return result(intended, SIDES)
        start = 0 if self._is_last(index) else starts[-1]
        line = self._line_turned_round(start, index, printed)
        if line is not None:
            return result(intended, ONE_SIGN, line=line)
        unreadable = any(start <= row < index for row in self.unreadable)
        return result(intended, UNREADABLE if unreadable else DIFFERENCE)

    def _is_last(self, index: int) -> bool:
        return c.TOTAL not in self.under.kinds[index + 1 :]

    def _line_turned_round(self, start: int, end: int, printed: int) -> int | None:
        """Excel's number of the one line whose sign explains the whole difference."""
        twice = self.sum(start, end) - printed
        rows = [
            row for row in range(start, end)
            if self.under.kinds[row] is None and twice and 2 * (self.cents[row] or 0) == twice
        ]  # fmt: skip
        return self.under.number(rows[0]) if len(rows) == 1 else None


def _cents(amount: Amount | None) -> int | None:
    return None if amount is None else amount.cents


def _same_but_for_sign_or_unit(
    result: Callable[..., PrintedTotal], printed: int, sums: Sequence[int]
) -> PrintedTotal | None:
    """What a printed total is when it is one of the sums, turned round or in another unit."""
    if printed in sums:
        return result(printed)
    if -printed in sums:
        return result(-printed, SIGN)
    for factor in _FACTORS:
        off = next((total for total in sums if _differ_by(printed, total, factor)), None)
        if off is not None:
            return result(off, UNIT, factor=factor)
    return None


def _differ_by(printed: int, counted: int, factor: int) -> bool:
    """Whether one is the other times a factor, but for the cents that the smaller has lost."""
    small, large = sorted((abs(printed), abs(counted)))
    return small > 0 and 2 * abs(small * factor - large) <= factor


def _adds_up(row: Sequence[Cell]) -> bool:
    """Whether a total adds the lines up: an average, a count and what remains do not."""
    words = [str(cell).strip().casefold() for cell in row if isinstance(cell, str)]
    return not any(
        is_carried_label(word)
        or word.startswith(("gem", "avg", "average", "aantal", "count", "restant", "verschil"))
        for word in words
    )


def _balance(
    columns: Sequence[_Column], index: int, starts: Sequence[int], side: str | None
) -> list[int]:
    """Debit less credit (or the other way round), which a row with a balance prints."""
    by_name = {column.heading.column: column for column in columns}
    if side not in _OTHER_SIDE or not by_name.keys() >= _OTHER_SIDE.keys():
        return []
    row = by_name[side].under.rows[index]
    balances = any(isinstance(cell, str) and is_balance_label(cell) for cell in row)
    other = by_name[_OTHER_SIDE[side]]
    alone = is_blank(cell_at(row, other.heading.position))
    if not balances and not alone:
        return []
    return [by_name[side].sum(start, index) - other.sum(start, index) for start in starts]


def _sums_of_other_side(
    columns: Sequence[_Column], own: _Column, index: int, starts: Sequence[int]
) -> list[int]:
    wanted = _OTHER_SIDE.get(own.heading.column or "")
    return [
        s
        for column in columns
        if column.heading.column == wanted
        for s in (column.sum(start, index) for start in starts)
        if s
    ]


def _totals_above(
    rows: Sequence[Sequence[Cell]], first_row: int, columns: Sequence[_Column]
) -> Iterator[PrintedTotal]:
    """Totals in the title: `Totaal: € 1.234,00` above the headings, in a unit of their own."""
    for index, row in enumerate(rows):
        filled = [cell for cell in row if not is_blank(cell)]
        label = filled[0] if filled else ""
        if len(filled) != 2 or not isinstance(label, str) or not _is_total_label(label):
            continue
        unit = max(unit_in(str(cell)) for cell in filled)
        (printed,) = parse_amounts([filled[1]], unit=unit)
        if isinstance(printed, Amount):
            yield _compare_whole(first_row + index, label.strip(" :"), printed.cents, columns)


def _is_total_label(text: str) -> bool:
    return total_label(text.strip(" :")) is not Label.NONE


def _compare_whole(row: int, label: str, printed: int, columns: Sequence[_Column]) -> PrintedTotal:
    sums = [column.upto[-1] for column in columns]
    by_name = {column.heading.column: column.upto[-1] for column in columns}
    if by_name.keys() >= _OTHER_SIDE.keys():
        sums.insert(0, by_name[c.DEBIT] - by_name[c.CREDIT])
    result = partial(PrintedTotal, row, label, printed)
    told = _same_but_for_sign_or_unit(result, printed, sums)
    return told or result(sums[0], DIFFERENCE if sums else AGREES)
