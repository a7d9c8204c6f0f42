"""What reading in found, as tables with readers' headings. Plain text, not escaped."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

import pandas as pd

from data import columns as c
from data.values.results import SheetResult
from texts import translate as _
from ui.reading_in import words
from ui.reading_in.mendable import Line
from ui.shared import formats, labels

FIRST_ROWS = 10


def reasons_table(lines: Sequence[Line]) -> pd.DataFrame:
    """What is wrong with each line that is to be mended: its row and its reasons."""
    wrong = [line for line in lines if not line.mended]
    return pd.DataFrame(
        {
            _("Row"): [str(line.row) for line in wrong],
            _("What is wrong"): ["\n".join(line.reasons) for line in wrong],
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
        return [
            formats.known_date(day, p) for day, p in zip(records[c.DATE], precisions, strict=True)
        ]
    as_text = _WRITERS.get(column, lambda value: labels.value_label(column, value))
    return ["" if pd.isna(value) else as_text(value) for value in records[column]]


_WRITERS: dict[str, Callable[[Any], str]] = {
    c.ROW: lambda value: str(int(value)),
    c.YEAR: lambda value: str(int(value)),
    c.HOURS: formats.hours,
    c.PARTICIPANTS: formats.number,
    c.AMOUNT: formats.money,
    c.BUDGET_KIND: words.budget_kind_label,
}
