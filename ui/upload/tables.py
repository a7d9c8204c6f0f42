"""What reading in found, as tables with readers' headings. Plain text, not escaped."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

import pandas as pd

from data import columns as c
from data.results import Fault, SheetResult
from texts import translate as _
from ui import formats, labels
from ui.upload import words

FIRST_ROWS = 10
SHOWN_FAULTS = 20


def faults_table(faults: Sequence[Fault], first: int = SHOWN_FAULTS) -> pd.DataFrame:
    """The first faults: row, column, value, and what is wrong and how to mend it."""
    shown = faults[:first]
    return pd.DataFrame(
        {
            _("Row"): [str(f.row) for f in shown],
            _("Column"): [f.column for f in shown],
            _("Value"): [f.value for f in shown],
            _("What is wrong"): [str(f.message) for f in shown],
        },
        dtype="str",
    )


def records_table(sheet: SheetResult, first: int = FIRST_ROWS) -> pd.DataFrame:
    """The first records as they will be stored; columns that hold nothing are left out."""
    records = sheet.records.head(first)
    wanted = c.USAGE_COLUMNS if sheet.kind == c.USAGE else c.BUDGET_COLUMNS
    told = {c.DATE_PRECISION} | ({c.DATE} if _only_years(records, sheet.kind) else set())
    order = [c.ROW, *(column for column in wanted if column not in told)]
    shown = {}
    for column in order:
        if column in records and records[column].notna().any():
            texts = _texts(records, column)
            if any(texts):
                shown[words.meaning_label(column)] = texts
    return pd.DataFrame(shown, dtype="str")


def _only_years(records: pd.DataFrame, kind: str | None) -> bool:
    """Whether the dates of a budget say no more than its years do."""
    precisions = records.get(c.DATE_PRECISION)
    years = precisions is not None and bool(precisions.dropna().eq(c.YEAR_PRECISION).all())
    return kind == c.BUDGET and years


def _texts(records: pd.DataFrame, column: str) -> list[str]:
    if column == c.DATE:
        precisions = records.get(c.DATE_PRECISION, pd.Series(c.DAY_PRECISION, records.index))
        return [_date(day, p) for day, p in zip(records[c.DATE], precisions, strict=True)]
    as_text = _WRITERS.get(column, lambda value: labels.value_label(column, value))
    return ["" if pd.isna(value) else as_text(value) for value in records[column]]


def _date(day: Any, precision: str) -> str:  # noqa: ANN401
    if pd.isna(day):
        return ""
    return (
        formats.short_date(day)
        if precision == c.DAY_PRECISION
        else formats.period_label(day, precision)
    )


_WRITERS: dict[str, Callable[[Any], str]] = {
    c.ROW: lambda value: str(int(value)),
    c.YEAR: lambda value: str(int(value)),
    c.HOURS: formats.hours,
    c.PARTICIPANTS: formats.number,
    c.AMOUNT: formats.money,
    c.BUDGET_KIND: words.budget_kind_label,
}
