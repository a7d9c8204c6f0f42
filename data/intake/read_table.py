"""One table: recognised, its rows read, its names matched; each step gives a value."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

import pandas as pd

from data import columns as c
from data import fields
from data.cells.amount_kinds import kinds_named_in
from data.cells.keys import plain_words
from data.cleaning.broken_rules import bounds_of
from data.cleaning.budget_rows import read_budget
from data.cleaning.corrected_cells import with_blanked_texts, with_mended_cells
from data.cleaning.crosstab_rows import lay_out, repeated, with_uses
from data.cleaning.field_values import FieldReader
from data.cleaning.filled_groups import fill_groups
from data.cleaning.laid_out import BARE_AMOUNTS
from data.cleaning.name_matching import KnownNames
from data.cleaning.personal_columns import personal_data_in
from data.cleaning.records import apply_rules, candidates_under, records_of, with_row_numbers
from data.cleaning.repeated import rows_alike
from data.cleaning.sheet_names import match_sheet_names
from data.cleaning.uncounted import remarks_on_counts
from data.cleaning.usage_rows import read_usage
from data.cleaning.wide_rows import lay_out_rows
from data.doubts import LookedAt, look
from data.fields.choices import FORM_NAMES
from data.finance.concerning import concern_of_overview, texts_above
from data.finance.export import FinanceExport
from data.finance.export_table import find_finance_table
from data.finance.ledger import as_ledger
from data.intake import messages
from data.recognising import classify_rows, depends_on_names, fill_merged, find_layout
from data.settings import Settings
from data.values.amount_columns import CENTS_OF
from data.values.candidates import Candidates, ReadBefore
from data.values.corrections import AS_RECOGNISED, SheetCorrections
from data.values.finance_rule import DEFAULT_RULE, Rule
from data.values.found_table import LIST, Table
from data.values.grid import Sheet
from data.values.hints import NamesHeard, Said
from data.values.layouts import Crosstab, GroupedList, Layout, Wide, table_in
from data.values.questions import WIDE_BUDGET_VERSION, Question, Questions, table_key
from data.values.results import SheetResult, rejected
from data.values.sums import sums_of
from texts import Message

_MEASURES = fields.measures()


@dataclass(frozen=True)
class Context:
    """What holds for every table of a file.

    `remembered_headings` and `remembered_answers` are what earlier uploads taught, `forms` the
    forms in force. `kind` says what the sheets of the file hold, when a person says so. `rule` says
    which lines of a finance export concern Platform31. `file_name` may tell the period, `sheets`
    (the names of all of them) whose rows stand on each.
    """

    settings: Settings
    kind: str | None = None
    remembered_headings: Mapping[tuple[str, str], str] = field(default_factory=dict)
    remembered_answers: Mapping[tuple[str, str], str] = field(default_factory=dict)
    forms: Sequence[str] = FORM_NAMES
    rule: Rule = DEFAULT_RULE
    file_name: str = ""
    sheets: tuple[str, ...] = ()

    def questions(self, table: Table, said: SheetCorrections) -> Questions:
        """What is answered of a table: now, and at earlier uploads of such a table."""
        remembered = {
            key: answer
            for (kind, key), answer in self.remembered_answers.items()
            if kind == table.kind
        }
        of_table = table_key(heading.text for heading in table.headings)
        return Questions(said.answers, remembered=remembered, of_table=of_table)

    def hints(self, names: NamesHeard, said: SheetCorrections = AS_RECOGNISED) -> Said:
        """What is known of a sheet before it is looked at."""
        return Said(
            kind=said.kind or self.kind,
            header_row=said.header_row,
            columns=said.columns,
            remembered=self.remembered_headings,
            names=names,
            department=said.answers.get(c.DEPARTMENT, ""),
            budget_version=said.answers.get(WIDE_BUDGET_VERSION, ""),
            file=self.file_name.rpartition(".")[0] or self.file_name,
        )


@dataclass(frozen=True)
class Recognised:
    """The table that was found on a sheet, or on a part of it: a finance export, or a layout."""

    sheet: Sheet
    hints: Said
    layout: Layout | None
    is_finance: bool = False

    @property
    def depends_on_names(self) -> bool:
        """Whether other known names might have led to another table."""
        return not self.is_finance and depends_on_names(self.layout)


@dataclass(frozen=True, eq=False)
class RowsFound:
    """What may be a record: `count` rows or cells, and why how many others are none (`skipped`).

    `counts_uses` says that the cells of a crosstab say how many uses there were.
    """

    sheet: Sheet
    table: Table
    candidates: Candidates
    count: int
    skipped: Counter[str]
    counts_uses: bool = False
    finance: FinanceExport | None = None


@dataclass(frozen=True, eq=False)
class RowsRead:
    """The rows of a table with their values, whatever the names in them turn out to mean.

    `uses` says how many uses each cell of a crosstab counts, `questions` what is to be asked.
    """

    found: RowsFound
    frame: pd.DataFrame
    uses: pd.Series | None = None
    questions: tuple[Question, ...] = ()


def recognise(sheet: Sheet, hints: Said, *, may_be_finance: bool = True) -> Recognised:
    """Which table of a finance export, of use or of a budget a sheet holds, if any."""
    finance = find_finance_table(sheet, hints) if may_be_finance else None
    return recognised_as(sheet, hints, finance or find_layout(sheet, hints))


def recognised_as(sheet: Sheet, hints: Said, layout: Layout | None) -> Recognised:
    """What was found on a sheet; the list of a budget with bookings in it is a finance export."""
    ledger = as_ledger(sheet, layout, hints) if isinstance(layout, Table) else None
    found = ledger or layout
    return Recognised(sheet, hints, found, isinstance(found, Table) and bool(found.format))


def read_rows(
    found: Recognised,
    context: Context,
    said: SheetCorrections,
    read_before: dict[str, ReadBefore] | None = None,
) -> RowsRead | None:
    """The rows of the table that was found, with their values and faults; None without one.

    `read_before` holds the columns of an earlier reading, see `Candidates`.
    """
    rows = _rows_found(found, context, said)
    if rows is None:
        return None
    candidates, questions = rows.candidates, context.questions(rows.table, said)
    candidates.read_before = {} if read_before is None else read_before
    hints = found.hints
    look(
        LookedAt(
            rows.sheet,
            rows.table,
            candidates,
            questions,
            file=hints.file,
            names=hints.names,
            settings=context.settings,
            kind_is_told=hints.kind is not None,
            sheets=context.sheets,
        )
    )
    reader = FieldReader(candidates, context.settings, context.forms, questions)
    if rows.table.kind == c.USAGE:
        frame = read_usage(reader)
        candidates.remarks += [] if rows.counts_uses else remarks_on_counts(candidates)
    elif rows.finance:
        frame = rows.finance.read(candidates, questions)
    else:
        frame = _read_overview(rows, reader, context, questions, hints.file)
    uses = with_uses(candidates) if rows.counts_uses else None
    candidates.remarks += _answered_before(questions)
    apply_rules(candidates, frame, bounds_of(context.settings))
    candidates.forget_columns()
    numbered = with_row_numbers(candidates, frame)
    return RowsRead(rows, numbered, uses, tuple(questions.asked))


def _answered_before(questions: Questions) -> list[Message]:
    """Of each question that an earlier upload answered, that its answer was used."""
    return [
        messages.ANSWER_REMEMBERED(about=q.about, n=q.rows) for q in questions.asked if q.remembered
    ]


def _read_overview(
    rows: RowsFound, reader: FieldReader, context: Context, questions: Questions, file: str
) -> pd.DataFrame:
    """The rows of a budget, and which of them concern Platform31."""
    frame = with_row_numbers(rows.candidates, read_budget(reader))
    around = [*texts_above(rows.sheet, rows.table), file]
    _tell_kind(rows.candidates, frame, around)
    concern = concern_of_overview(
        rows.candidates, frame, rows.table, around, context.rule, questions
    )
    if concern.turned:
        frame[list(CENTS_OF.values())] *= -1
    return frame.assign(**concern.columns(questions))


def _tell_kind(candidates: Candidates, frame: pd.DataFrame, around: Sequence[str]) -> None:
    """What bare amounts are, where the titles say so: in a list without a day of booking."""
    booked = bool((frame[c.DATE_PRECISION] == c.DAY_PRECISION).any())
    told = kinds_named_in(around)
    if candidates.heading(c.AMOUNT) is None or booked or len(told) != 1:
        return
    (kind,) = told
    if frame[c.BUDGET_KIND].isna().any():
        frame[c.BUDGET_KIND] = frame[c.BUDGET_KIND].fillna(kind)
        if kind == c.ACTUAL:
            candidates.remarks.append(BARE_AMOUNTS[kind])


def settle(rows: RowsRead, known: KnownNames, sheet: Sheet) -> SheetResult:
    """What is stored of rows that were read, by the names that are known; they stay as they are."""
    found, frame, candidates = rows.found, rows.frame.copy(), rows.found.candidates.copy()
    names = match_sheet_names(candidates, frame, known)
    records = records_of(candidates, frame)
    if rows.uses is not None:
        records = repeated(records, rows.uses[candidates.accepted].to_numpy())
    settled = found.finance.settle(candidates, frame, records) if found.finance else None
    if settled:
        records = settled.records
    rows_left = settled.rejected if settled else rejected(candidates.rejected_rows())
    return SheetResult(
        sheet=sheet.name,
        hidden=sheet.hidden,
        table=found.table,
        rows=found.count + found.skipped.total(),
        accepted=found.count - len(rows_left),
        rejected_rows=rows_left,
        skipped_reasons=found.skipped,
        records=records,
        sums=sums_of(found.table.kind, records),
        names=names,
        remarks=(
            *(settled.remarks if settled else ()),
            *candidates.remarks,
            *_on_rows_alike(candidates, records),
        ),
        unit=max(candidates.units.values(), default=None),
        personal=personal_data_in(records, rows_left, found.table),
        finance=settled.reading if settled else None,
        questions=rows.questions,
    )


def _on_rows_alike(candidates: Candidates, records: pd.DataFrame) -> list[Message]:
    """Of a list, how many of its records are equal; to see that they are not is less work."""
    table = candidates.table
    if table.layout != LIST or candidates.differ_in(fields.names(table.kind, fields.Sort.TEXT)):
        return []
    same = rows_alike(records, table.kind)
    return [messages.ROWS_ALIKE(n=same)] if same else []


def names_heard(known: KnownNames) -> NamesHeard:
    """The names that are known, as recognising compares them."""
    return NamesHeard(
        {kind: {plain_words(name) for name in known.of(kind)} for kind in (c.DEPARTMENT, c.THEME)},
        {kind: len(set(known.of(kind).values())) for kind in (c.DEPARTMENT, c.THEME)},
        known.only or "",
    )


def _rows_found(found: Recognised, context: Context, said: SheetCorrections) -> RowsFound | None:
    if found.layout is None:
        return None
    if found.is_finance:
        return _rows_of_finance(found, table_in(found.layout), context.rule, said)
    return _rows_of_layout(found.sheet, found.layout, said)


def _measures(table: Table) -> list[int]:
    """Where hours, participants and amounts stand."""
    return [h.position for h in table.headings if h.column in _MEASURES]


def _rows_of_finance(
    found: Recognised, table: Table, rule: Rule, said: SheetCorrections
) -> RowsFound:
    merged = fill_merged(found.sheet, _measures(table))
    filled = with_blanked_texts(merged, said.blanked, table.header_row)
    finance = FinanceExport(filled, table, said, rule, found.hints.file)
    kinds = finance.kinds(classify_rows(filled, table))
    candidates = candidates_under(filled, table, kinds, said.unit)
    skipped = Counter(filter(None, kinds))
    return RowsFound(filled, table, candidates, kinds.count(None), skipped, finance=finance)


def _rows_of_layout(sheet: Sheet, layout: Layout, said: SheetCorrections) -> RowsFound:
    table = table_in(layout)
    if isinstance(layout, GroupedList):  # what the lines above a row gave it may be mended, too
        sheet = with_mended_cells(layout.sheet, said.cells)
    cells = [x.place for x in layout.cells] if isinstance(layout, Crosstab) else []
    filled = fill_merged(sheet, cells or _measures(table))
    if isinstance(layout, Crosstab):
        laid = lay_out(filled, layout, said.unit)
        return RowsFound(filled, table, laid.candidates, laid.count, laid.skipped, laid.counts_uses)
    filled = with_blanked_texts(filled, said.blanked, table.header_row)
    kinds = classify_rows(filled, table)
    filled, remarks = fill_groups(filled, layout, kinds)
    if isinstance(layout, Wide):
        candidates: Candidates = lay_out_rows(filled, layout, kinds, said.unit)
    else:
        candidates = candidates_under(filled, table, kinds, said.unit)
    candidates.remarks[:0] = remarks
    return RowsFound(filled, table, candidates, kinds.count(None), Counter(filter(None, kinds)))
