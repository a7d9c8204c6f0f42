"""What a list tells about: what a person said of it, and the narrow reading of the rest.

Narrow is: the departments that the list names, from its first to its last date, and the channels
that occur in it. Each sheet with use is read by itself.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable

import pandas as pd

from data.columns import (
    CHANNEL,
    DATE,
    DATE_PRECISION,
    DEPARTMENT,
    DIRECT,
    MONTH_PRECISION,
    NETWORK,
    QUARTER_PRECISION,
    THEME,
    USAGE,
    YEAR_PRECISION,
)
from data.values.report import ALL, LISTED, NOTHING_STATED, Report, Statement
from data.values.results import FilePreview, SheetResult

_MONTHS = {MONTH_PRECISION: 1, QUARTER_PRECISION: 3, YEAR_PRECISION: 12}


def reports_of(preview: FilePreview, statement: Statement = NOTHING_STATED) -> list[Report]:
    """The reports of a file, each once, in the order of its sheets."""
    found = (report_of(sheet, statement) for sheet in preview.sheets)
    return list(dict.fromkeys(report for report in found if report is not None))


def report_of(sheet: SheetResult, statement: Statement = NOTHING_STATED) -> Report | None:
    """What one sheet with use tells about; None without use, or without a day to tell of."""
    if sheet.kind != USAGE:
        return None
    records = sheet.records
    days = _days(records)
    first = statement.first or (days[0] if days else None)
    last = statement.last or (days[1] if days else None)
    if first is None or last is None or first > last:
        return None
    return Report(
        first=first,
        last=last,
        departments=_departments(records, statement.departments),
        channels=statement.channels or _channels(records),
        themes=themes_in(records) if statement.themes == LISTED else None,
        complete=statement.complete,
        stated=not statement.empty,
    )


def named_in(records: pd.DataFrame) -> tuple[str, ...]:
    """The departments that have a record, by name."""
    return tuple(sorted(_values(records, DEPARTMENT)))


def themes_in(records: pd.DataFrame) -> tuple[str, ...]:
    """The themes that have a record, by name."""
    return tuple(sorted(_values(records, THEME)))


def _departments(
    records: pd.DataFrame, stated: str | tuple[str, ...] | None
) -> tuple[str, ...] | None:
    if stated == ALL:
        return None
    if stated in (None, LISTED):
        return named_in(records)
    return tuple(stated)


def _channels(records: pd.DataFrame) -> str:
    """A record without a channel counts as direct."""
    if records.empty or CHANNEL not in records:
        return DIRECT
    network = (records[CHANNEL] == NETWORK).to_numpy(dtype=bool)
    if network.all():
        return NETWORK
    return ALL if network.any() else DIRECT


def _days(records: pd.DataFrame) -> tuple[dt.date, dt.date] | None:
    """The first and the last day that the records may stand for."""
    if records.empty:
        return None
    dates = pd.to_datetime(records[DATE])
    months = records[DATE_PRECISION].astype("str").map(_MONTHS).fillna(0).astype("int64")
    last = max(_end(dates[months == n].max(), int(n)) for n in months.unique())
    return dates.min().date(), last


def _end(date: pd.Timestamp, months: int) -> dt.date:
    if not months:
        return date.date()
    return (date + pd.DateOffset(months=months) - pd.DateOffset(days=1)).date()


def _values(records: pd.DataFrame, column: str) -> Iterable[str]:
    return records[column].dropna().astype("str").unique() if column in records else ()
