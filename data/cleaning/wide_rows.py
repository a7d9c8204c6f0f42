"""The amounts of a wide table, laid out one by one; their rows are taken or rejected whole."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from data import columns as c
from data import fields
from data.cells.cell import Cell
from data.cells.money import fine_amounts, negative
from data.cells.predicates import cell_at, is_blank
from data.cells.text import says_nothing
from data.cleaning import messages
from data.cleaning.laid_out import (
    BARE_AMOUNTS,
    NO_PERIOD,
    PERIOD,
    STATED,
    WHICH_KIND,
    RowOfCellsCandidates,
    with_stated,
)
from data.values.found_table import Heading, Table
from data.values.grid import Sheet
from data.values.layouts import StatedPeriod, Wide
from texts import Message

_LABELS = tuple(
    field.name
    for field in fields.of(c.BUDGET)
    if field.headings.strong and field.name not in (*PERIOD, *c.BUDGET_AMOUNTS)
)
_COLUMNS = (*_LABELS, *PERIOD, *c.BUDGET_AMOUNTS)


def lay_out_rows(
    sheet: Sheet, wide: Wide, kinds: Sequence[str | None], unit: int | None = None
) -> RowOfCellsCandidates:
    """Every filled amount in the rows without a kind, as a row with labels, period and amount.

    A row without any amount comes along once, to be rejected.
    """
    first = wide.table.header_row - sheet.first_row + 1
    amounts = [h for h in wide.table.headings if h.column in c.BUDGET_AMOUNTS]
    labels = {
        h.column: h.position
        for h in wide.table.headings
        if h.column and h.column not in c.BUDGET_AMOUNTS
    }
    stated = wide.around.period
    income = wide.income if _costs_are_positive(sheet, wide, kinds, first) else frozenset[int]()
    origins = [
        (index, heading)
        for index, kind in enumerate(kinds, first)
        if kind is None
        for heading in _filled(sheet.rows[index], amounts) or amounts[:1]
    ]
    candidates = RowOfCellsCandidates(
        table=_laid_out_table(wide.table, amounts),
        rows=[
            _row(sheet.rows[index], heading, labels, stated, income=heading.position in income)
            for index, heading in origins
        ],
        numbers=[sheet.first_row + index for index, _ in origins],
        surroundings=[*wide.around.texts, *sheet.marks.said],
        said_unit=unit,
        sheet=sheet,
        shown=wide.table,
        origins=origins,
        labels=labels,
    )
    _reject_undecided(candidates, wide)
    candidates.remarks += _remarks(wide, amounts, labels, stated)
    return candidates


def _filled(row: Sequence[Cell], amounts: Sequence[Heading]) -> list[Heading]:
    return [heading for heading in amounts if not says_nothing(cell_at(row, heading.position))]


def _costs_are_positive(sheet: Sheet, wide: Wide, kinds: Sequence[str | None], first: int) -> bool:
    """Whether income is to be subtracted: with a minus before all of one side it is signed."""
    rows = [sheet.rows[index] for index, kind in enumerate(kinds, first) if kind is None]
    costs, income = list[int](), list[int]()
    for heading in wide.table.headings:
        if heading.column in c.BUDGET_AMOUNTS:
            amounts = fine_amounts([cell_at(row, heading.position) for row in rows])
            (income if heading.position in wide.income else costs).extend(amounts)
    return max(costs, default=0) > 0 and (max(income, default=0) > 0 or min(costs) < 0)


def _laid_out_table(table: Table, amounts: Sequence[Heading]) -> Table:
    """The columns of what is laid out; those with amounts are named after their headings."""
    texts = {
        column: ", ".join(heading.text for heading in amounts if heading.column == column)
        for column in c.BUDGET_AMOUNTS
    }
    headings = [
        Heading(place, texts.get(column, ""), column)
        for place, column in enumerate(_COLUMNS)
        if column not in c.BUDGET_AMOUNTS or texts[column]
    ]
    return Table(table.kind, table.header_row, tuple(headings), table.layout)


def _row(
    row: Sequence[Cell],
    heading: Heading,
    labels: Mapping[str, int],
    stated: StatedPeriod | None,
    *,
    income: bool,
) -> list[Cell]:
    told = {
        column: cell
        for column, place in labels.items()
        if not is_blank(cell := cell_at(row, place))
    }
    told = with_stated(told | dict(heading.period), stated)
    amount = cell_at(row, heading.position)
    told[str(heading.column)] = negative(amount) if income else amount
    return [told.get(column, "") for column in _COLUMNS]


def _reject_undecided(candidates: RowOfCellsCandidates, wide: Wide) -> None:
    """Reject the amounts of which nothing says when, or whether they are budgeted or spent."""
    places = {column: place for place, column in enumerate(_COLUMNS)}
    both = wide.bare and wide.around.speaks_of_both
    for row, cells in enumerate(candidates.rows):
        if cells[places[c.DATE]] == "" and cells[places[c.YEAR]] == "":
            candidates.reject(row, c.DATE, NO_PERIOD)
        if both and cells[places[c.AMOUNT]] != "" and cells[places[c.BUDGET_KIND]] == "":
            candidates.reject(row, c.AMOUNT, WHICH_KIND)


def _remarks(
    wide: Wide, amounts: Sequence[Heading], labels: Mapping[str, int], stated: StatedPeriod | None
) -> list[Message]:
    remarks = [messages.READ_PER_PERIOD()]
    if wide.income:
        subtracted = [heading.text for heading in amounts if heading.position in wide.income]
        remarks.append(messages.INCOME_COLUMNS_SUBTRACTED(columns=subtracted))
    if wide.cumulative:
        read = [heading.text for heading in amounts if heading.text in wide.cumulative]
        told = messages.CUMULATIVE_COLUMNS if read else messages.CUMULATIVE_COLUMNS_LEFT
        remarks.append(told(columns=list(wide.cumulative), **({"read": read} if read else {})))
    if wide.bare and wide.around.amount_kind and c.BUDGET_KIND not in labels:
        remarks.append(BARE_AMOUNTS[wide.around.amount_kind])
    dated = all(dict(heading.period).keys() & {c.YEAR, c.DATE} for heading in amounts)
    if stated and not dated and not labels.keys() & {c.YEAR, c.DATE}:
        remarks.append(STATED[stated.where](text=stated.text))
    return remarks
