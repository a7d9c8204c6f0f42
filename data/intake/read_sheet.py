"""One sheet: from its grid of cells to accepted records and rejected rows with reasons."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import pandas as pd

from data import columns as c
from data.cells.keys import plain_words
from data.cleaning.budget_rows import lines_of, read_budget
from data.cleaning.corrected_cells import cells_within, with_blanked_texts, with_mended_cells
from data.cleaning.crosstab_rows import lay_out, repeated, with_uses
from data.cleaning.filled_groups import fill_groups
from data.cleaning.name_matching import KnownNames
from data.cleaning.personal_columns import personal_data_in
from data.cleaning.schema import Rules
from data.cleaning.sheet_names import match_sheet_names
from data.cleaning.uncounted import remark_on_counts
from data.cleaning.usage_rows import read_usage
from data.cleaning.wide_rows import lay_out_rows
from data.columns import AMOUNT_CENTS, AMOUNT_COUNT
from data.finance.export import FinanceExport
from data.finance.export_table import find_finance_table
from data.recognising import classify_rows, fill_merged, find_layout
from data.settings import Settings
from data.values.candidates import Candidates
from data.values.corrections import AS_RECOGNISED, SheetCorrections
from data.values.finance_rule import DEFAULT_RULE, Rule
from data.values.found_table import Heading, Table
from data.values.grid import Sheet
from data.values.hints import NamesHeard, Said
from data.values.layouts import Crosstab, GroupedList, Wide, table_in
from data.values.results import SheetResult
from data.values.sums import sums_of

_CALENDAR = (c.DATE, c.YEAR, c.QUARTER, c.MONTH)


def read_sheet(
    sheet: Sheet,
    *,
    known: KnownNames,
    settings: Settings,
    kind: str | None = None,
    remembered_headings: Mapping[tuple[str, str], str] | None = None,
    forms: Sequence[str] = c.FORMS,
    corrections: SheetCorrections = AS_RECOGNISED,
    rule: Rule = DEFAULT_RULE,
    file_name: str = "",
) -> SheetResult:
    """What one sheet yields; nothing is stored.

    `known` holds the names that the store and earlier sheets know, `remembered_headings` what
    earlier uploads taught, `forms` the forms in force. `kind` says what the sheets of a file hold,
    `corrections` what is so on this one, when a person says so. `rule` says which lines of a
    finance export concern Platform31. `file_name` may tell the period.
    """
    if corrections.left_out:
        return SheetResult(sheet.name, hidden=sheet.hidden, left_out=True)
    sheet = with_mended_cells(sheet, cells_within(sheet, corrections.cells))
    said = Said(
        kind=corrections.kind or kind,
        header_row=corrections.header_row,
        columns=corrections.columns,
        remembered=remembered_headings or {},
        names=names_heard(known),
        file=file_name.rpartition(".")[0] or file_name,
    )
    found = _find_finance(sheet, said, corrections, rule) or _find_rows(sheet, said, corrections)
    if found is None:
        return SheetResult(sheet.name, hidden=sheet.hidden)
    candidates, table, finance = found.candidates, found.table, found.finance
    if table.kind == c.USAGE:
        frame = read_usage(candidates, settings, forms)
        uncounted = None if found.counts_uses else remark_on_counts(candidates)
        candidates.remarks += [uncounted] if uncounted else []
    elif finance:
        frame = finance.read(candidates)
    else:
        frame = read_budget(candidates)
    uses = with_uses(candidates, frame) if found.counts_uses else None
    _apply_rules(candidates, frame, Rules.of(table.kind, settings, forms))
    names = match_sheet_names(candidates, frame, known)
    records = _records(candidates, frame)
    if uses is not None:
        records = repeated(records, uses[candidates.accepted].to_numpy())
    rejected = candidates.rejected_rows()
    settled = finance.settle(candidates, frame, records) if finance else None
    if settled:
        records, rejected = settled.records, settled.rejected
    return SheetResult(
        sheet=sheet.name,
        hidden=sheet.hidden,
        table=table,
        rows=found.count + found.skipped.total(),
        accepted=found.count - len(rejected),
        rejected_rows=rejected,
        skipped_reasons=found.skipped,
        records=records,
        sums=sums_of(table.kind, records),
        names=names,
        remarks=(*(settled.remarks if settled else ()), *candidates.remarks),
        unit=max(candidates.units.values(), default=None),
        personal=personal_data_in(records, rejected, table),
        finance=settled.reading if settled else None,
    )


@dataclass(frozen=True)
class _Found:
    """A table with what may be records, how many rows or cells that are, and why others are not."""

    table: Table
    candidates: Candidates
    count: int
    skipped: Counter[str]
    counts_uses: bool = False
    finance: FinanceExport | None = None


def _find_finance(
    sheet: Sheet, said: Said, corrections: SheetCorrections, rule: Rule
) -> _Found | None:
    table = find_finance_table(sheet, said)
    if table is None:
        return None
    filled = with_blanked_texts(fill_merged(sheet), corrections.blanked, table.header_row)
    finance = FinanceExport(filled, table, corrections, rule, said.file)
    kinds = finance.kinds(classify_rows(filled, table))
    candidates = _candidates(filled, table, kinds, corrections.unit)
    skipped = Counter(filter(None, kinds))
    return _Found(table, candidates, kinds.count(None), skipped, finance=finance)


def _find_rows(sheet: Sheet, said: Said, corrections: SheetCorrections) -> _Found | None:
    layout = find_layout(sheet, said)
    if layout is None:
        return None
    table = table_in(layout)
    if isinstance(layout, GroupedList):  # what the lines above a row gave it may be mended, too
        sheet = with_mended_cells(layout.sheet, corrections.cells)
    filled = fill_merged(sheet)
    if isinstance(layout, Crosstab):
        cells = lay_out(filled, layout, corrections.unit)
        found = cells.candidates
        return _Found(table, found, cells.count, cells.skipped, cells.counts_uses)
    filled = with_blanked_texts(filled, corrections.blanked, table.header_row)
    kinds = classify_rows(filled, table)
    filled, remarks = fill_groups(filled, layout, kinds)
    if isinstance(layout, Wide):
        candidates: Candidates = lay_out_rows(filled, layout, kinds, corrections.unit)
    else:
        candidates = _candidates(filled, table, kinds, corrections.unit)
    candidates.remarks[:0] = remarks
    return _Found(table, candidates, kinds.count(None), Counter(filter(None, kinds)))


def names_heard(known: KnownNames) -> NamesHeard:
    """The names that are known, as recognising compares them."""
    return NamesHeard(
        {kind: {plain_words(name) for name in known.of(kind)} for kind in (c.DEPARTMENT, c.THEME)}
    )


def _candidates(
    sheet: Sheet, table: Table, kinds: Sequence[str | None], unit: int | None
) -> Candidates:
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


def _texts_around(rows: Sequence[Sequence[object]], table: Table) -> list[str]:
    """The texts around the table, its headings left out: those speak for their own column."""
    headings = " ".join(heading.text for heading in table.headings)
    return [
        cell
        for row in rows
        for cell in row
        if isinstance(cell, str) and cell.strip() not in headings
    ]


def _apply_rules(candidates: Candidates, frame: pd.DataFrame, rules: Rules) -> None:
    for row, column, rule in rules.broken_by(frame):
        if column == c.DATE and any(candidates.is_faulty(row, part) for part in _CALENDAR):
            continue
        if not candidates.is_faulty(row, column):
            heading = _heading_of(candidates, row, column)
            value = candidates.cell(row, heading)
            candidates.reject(row, column, rules.message(column, rule, value), heading)


def _heading_of(candidates: Candidates, row: int, column: str) -> Heading | None:
    """Under which heading the fault is: of the parts of a date, the first that is filled."""
    if column == AMOUNT_COUNT:
        return candidates.heading(*c.BUDGET_AMOUNTS)
    if column != c.DATE:
        return candidates.heading(column)
    headings = [found for part in _CALENDAR if (found := candidates.heading(part))]
    filled = [heading for heading in headings if candidates.cell(row, heading).strip()]
    return next(iter(filled or headings), None)


def _records(candidates: Candidates, frame: pd.DataFrame) -> pd.DataFrame:
    frame[c.ROW] = pd.Series(candidates.numbers, frame.index, dtype="int64")
    rows = frame[candidates.accepted].reset_index(drop=True)
    if candidates.table.kind == c.USAGE:
        return rows[[*c.USAGE_COLUMNS, AMOUNT_CENTS, c.ROW]]
    lines = lines_of(rows)
    of_finance = [column for column in c.FINANCE_COLUMNS if column in lines]
    return lines[[*c.BUDGET_COLUMNS, *of_finance, AMOUNT_CENTS, c.ROW]]
