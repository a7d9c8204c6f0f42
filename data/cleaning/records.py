"""The records of a table: which rows may be one, which rules they break, what is stored of them."""

from __future__ import annotations

from collections.abc import Sequence

import pandas as pd

from data import columns as c
from data.cleaning.budget_rows import lines_of
from data.cleaning.schema import Rules
from data.columns import AMOUNT_CENTS, AMOUNT_COUNT
from data.values.candidates import Candidates
from data.values.found_table import Heading, Table
from data.values.grid import Sheet

_CALENDAR = (c.DATE, c.YEAR, c.QUARTER, c.MONTH)


def candidates_under(
    sheet: Sheet, table: Table, kinds: Sequence[str | None], unit: int | None
) -> Candidates:
    """The rows under the headings that have no reason (in `kinds`) to be no record."""
    first = table.header_row - sheet.first_row + 1
    under = sheet.rows[first : first + len(kinds)]
    notes = [row for row, reason in zip(under, kinds, strict=True) if reason == c.NOTE]
    around = [*sheet.rows[:first], *notes]
    places = [i for i, reason in enumerate(kinds) if reason is None]
    return Candidates(
        table=table,
        rows=[under[i] for i in places],
        numbers=[table.header_row + 1 + i for i in places],
        surroundings=_texts_around(around, table),
        said_unit=unit,
    )


def apply_rules(candidates: Candidates, frame: pd.DataFrame, rules: Rules) -> None:
    """Reject the rows that break a rule, with the sentence of that rule."""
    for row, column, rule in rules.broken_by(frame):
        if column == c.DATE and any(candidates.is_faulty(row, part) for part in _CALENDAR):
            continue
        if not candidates.is_faulty(row, column):
            heading = _heading_of(candidates, row, column)
            value = candidates.cell(row, heading)
            candidates.reject(row, column, rules.message(column, rule, value), heading)


def with_row_numbers(candidates: Candidates, frame: pd.DataFrame) -> pd.DataFrame:
    """The frame with Excel's number of each row."""
    return frame.assign(**{c.ROW: pd.Series(candidates.numbers, frame.index, dtype="int64")})


def records_of(candidates: Candidates, frame: pd.DataFrame) -> pd.DataFrame:
    """What the accepted rows yield: a record of use each, or a line per amount of a budget."""
    rows = frame[candidates.accepted].reset_index(drop=True)
    if candidates.table.kind == c.USAGE:
        return rows[[*c.USAGE_COLUMNS, AMOUNT_CENTS, c.ROW]]
    lines = lines_of(rows)
    of_finance = [column for column in c.FINANCE_COLUMNS if column in lines]
    return lines[[*c.BUDGET_COLUMNS, *of_finance, AMOUNT_CENTS, c.ROW]]


def _texts_around(rows: Sequence[Sequence[object]], table: Table) -> list[str]:
    """The texts around the table, its headings left out: those speak for their own column."""
    headings = " ".join(heading.text for heading in table.headings)
    return [
        cell
        for row in rows
        for cell in row
        if isinstance(cell, str) and cell.strip() not in headings
    ]


def _heading_of(candidates: Candidates, row: int, column: str) -> Heading | None:
    """Under which heading the fault is: of the parts of a date, the first that is filled."""
    if column == AMOUNT_COUNT:
        return candidates.heading(*c.BUDGET_AMOUNTS)
    if column != c.DATE:
        return candidates.heading(column)
    headings = [found for part in _CALENDAR if (found := candidates.heading(part))]
    filled = [heading for heading in headings if candidates.cell(row, heading).strip()]
    return next(iter(filled or headings), None)
