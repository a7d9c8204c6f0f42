"""The records of a table: which rows may be one, which rules they break, what is stored of them."""

from __future__ import annotations

from collections.abc import Sequence

import pandas as pd

from data import columns as c
from data import fields
from data.cells.text import shorten
from data.cleaning.broken_rules import broken_rules
from data.cleaning.budget_rows import lines_of
from data.fields.rules import Bounds
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
        surroundings=[*_texts_around(around, table), sheet.name, *sheet.marks.said],
        said_unit=unit,
    )


def apply_rules(candidates: Candidates, frame: pd.DataFrame, bounds: Bounds) -> None:
    """Reject the rows that break a rule, with the sentence of that rule."""
    for row, column, rule in broken_rules(candidates.table.kind, frame, bounds):
        if column == c.DATE and any(candidates.is_faulty(row, part) for part in _CALENDAR):
            continue
        if not candidates.is_faulty(row, column):
            heading = _heading_of(candidates, row, column)
            value = shorten(candidates.cell(row, heading))
            candidates.reject(row, column, rule.message(value, bounds), heading)


def with_row_numbers(candidates: Candidates, frame: pd.DataFrame) -> pd.DataFrame:
    """The frame with Excel's number of each row."""
    return frame.assign(**{c.ROW: pd.Series(candidates.numbers, frame.index, dtype="int64")})


def records_of(candidates: Candidates, frame: pd.DataFrame) -> pd.DataFrame:
    """What the accepted rows yield: a record of use each, or a line per amount of a budget."""
    rows = frame[candidates.accepted].reset_index(drop=True)
    kind = candidates.table.kind
    lines = rows if kind == c.USAGE else lines_of(rows)
    in_cents = [field.kept_as for field in fields.of(kind, fields.Sort.AMOUNT)]
    wanted = [*fields.names(kind), *in_cents, c.ROW]
    return lines[[column for column in wanted if column in lines]]


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
    if column != c.DATE:
        return candidates.heading(column)
    headings = [found for part in _CALENDAR if (found := candidates.heading(part))]
    filled = [heading for heading in headings if candidates.cell(row, heading).strip()]
    return next(iter(filled or headings), None)
