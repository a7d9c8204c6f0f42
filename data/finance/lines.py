"""The lines of a finance export with their values: dates, codes, texts, and cents with one sign."""

from __future__ import annotations

from functools import partial

import numpy as np
import pandas as pd

from data import columns as c
from data.cells.choices import parse_choices
from data.cells.codes import is_ambiguous_task_field, parse_codes, split_task_field
from data.cells.personal import without_personal
from data.cells.text import parse_texts
from data.fields import messages as field_messages
from data.fields.choices import BUDGET_KINDS
from data.finance import messages
from data.finance.export_context import ExportContext
from data.finance.formats import BY_KEY
from data.finance.timing import kinds_of_reports, read_timing
from data.values.amount_columns import CENTS_OF, read_cents, reject_without_amount
from data.values.candidates import Candidates
from data.values.corrections import SheetCorrections

_SIDES = (c.DEBIT, c.CREDIT)
_TEXTS = (c.DESCRIPTION, c.BOOKING, c.SUPPLIER, c.MUNICIPALITY)
_CODES = (c.ACCOUNT, c.COST_CENTRE, c.TASK_FIELD, c.CATEGORY)


def read_lines(
    candidates: Candidates, around: ExportContext, said: SheetCorrections
) -> pd.DataFrame:
    """Every candidate row with the columns of `read_budget` and those of a finance export.

    Costs are positive and income is negative. Faults and remarks are kept in `candidates`.
    """
    form = BY_KEY[candidates.table.format]
    frame = read_timing(candidates, around)
    for column in _TEXTS:
        frame[column] = candidates.parse(column, parse_texts, longest=None).series("str")
    for column in _CODES:
        frame[column] = candidates.parse(column, parse_codes).series("str")
    for column in (c.DEPARTMENT, c.THEME):
        frame[column] = pd.Series(pd.NA, frame.index, dtype="str")
    told = kinds_of_reports(candidates).fillna(_kinds_of_rows(candidates))
    frame[c.BUDGET_KIND] = told.fillna(_kind(candidates, around))
    _read_amounts(candidates, frame, said.sign or 1)
    _name_task_fields(candidates, frame)
    if form.cumulative:
        _part_into_periods(candidates, frame)
    frame[c.CUMULATIVE] = not form.bookings
    return frame


def _kind(candidates: Candidates, around: ExportContext) -> str:
    form = BY_KEY[candidates.table.format]
    undated = candidates.heading(c.TASK_FIELD) or candidates.heading(c.DATE, c.PERIOD) is None
    return around.kind or form.kind if undated else form.kind


def _kinds_of_rows(candidates: Candidates) -> pd.Series:
    """What a column of kinds says that the amount of each row is."""
    parse = partial(parse_choices, choices=BUDGET_KINDS, refusal=field_messages.AMOUNT_KIND_UNKNOWN)
    return candidates.parse(c.BUDGET_KIND, parse).series("str")


def _read_amounts(candidates: Candidates, frame: pd.DataFrame, sign: int) -> None:
    for column, cents in CENTS_OF.items():
        frame[cents] = read_cents(candidates, column) * sign
    net = CENTS_OF[c.AMOUNT]
    if candidates.heading(c.DEBIT) and candidates.heading(c.CREDIT):
        debit, credit = (read_cents(candidates, side).fillna(0) for side in _SIDES)
        frame[net] = (debit - credit) * sign
    if BY_KEY[candidates.table.format].of_iv3 and candidates.heading(c.CATEGORY):
        income = frame[c.CATEGORY].str.strip().str.upper().str.startswith("B").fillna(False)
        frame[net] = frame[net].where(~income.to_numpy(bool), -frame[net])
    reject_without_amount(candidates, frame)


def _name_task_fields(candidates: Candidates, frame: pd.DataFrame) -> None:
    """Code and name apart; of Iv3 the category is the account, and the municipality is named."""
    heading = candidates.heading(c.TASK_FIELD)
    if heading is None:
        return
    if any(map(is_ambiguous_task_field, candidates.cells(heading))):
        candidates.remarks.append(messages.CODES_BECAME_NUMBERS(column=heading.text))
    parts = {text: split_task_field(text) for text in frame[c.TASK_FIELD].dropna().unique()}
    names = frame[c.TASK_FIELD].map({text: name or code for text, (code, name) in parts.items()})
    frame[c.TASK_FIELD] = frame[c.TASK_FIELD].map({t: code for t, (code, _) in parts.items()})
    frame[c.TASK_FIELD] = frame[c.TASK_FIELD].astype("str")
    frame[c.ACCOUNT] = frame[c.ACCOUNT].fillna(frame[c.CATEGORY].str.extract(r"^(\S+)")[0])
    where = frame[c.MUNICIPALITY]
    named = names.where(where.isna(), where + ": " + names)
    frame[c.DESCRIPTION] = frame[c.DESCRIPTION].fillna(named).astype("str")


def _part_into_periods(candidates: Candidates, frame: pd.DataFrame) -> None:
    """Turn amounts that count from the first of January into those of each period alone."""
    heading = candidates.heading(c.PERIOD)
    if heading is None or frame[c.PERIOD].nunique() < 2:
        return
    line = [frame[c.DATE].dt.year, frame[c.ACCOUNT].fillna(""), frame[c.COST_CENTRE].fillna("")]
    order = frame.assign(_again=frame.groupby([*line, c.PERIOD]).cumcount()).sort_values(c.PERIOD)
    same = [*(part.loc[order.index] for part in line), order["_again"]]
    net = CENTS_OF[c.AMOUNT]
    before = order.groupby(same, dropna=False)[net].shift().fillna(0)
    frame[net] = frame[net] - before.reindex(frame.index)
    candidates.remarks.append(messages.AMOUNTS_PARTED_INTO_PERIODS())


def without_personal_data(texts: pd.Series) -> pd.Series:
    """The texts with a mark in the place of bank accounts, e-mail addresses and the like."""
    return texts.map({text: without_personal(text) for text in texts.dropna().unique()})


def row_cents(frame: pd.DataFrame) -> np.ndarray:
    """What each row comes to in cents, all its amounts together."""
    return frame[list(CENTS_OF.values())].fillna(0).sum(axis=1).to_numpy("int64")


def texts_of(frame: pd.DataFrame) -> list[tuple[str, ...]]:
    """What a reader recognises each line by."""
    shown = frame[[c.ACCOUNT, c.SUPPLIER, c.DESCRIPTION, c.COST_CENTRE]].astype(object)
    return list(shown.where(shown.notna(), "").itertuples(index=False, name=None))
