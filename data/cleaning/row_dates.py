"""The date of each row: from a column of dates, or from columns of years, months and quarters."""

from __future__ import annotations

import datetime as dt

import numpy as np
import pandas as pd

from data.cells.dates import (
    PartialDate,
    PartOfYear,
    parse_dates,
    parse_months,
    parse_quarters,
    parse_years,
    reads_month_first,
)
from data.cells.parsed_column import Parsed
from data.cleaning import messages
from data.columns import (
    DATE,
    DATE_PRECISION,
    MONTH,
    MONTH_PRECISION,
    QUARTER,
    QUARTER_PRECISION,
    USAGE,
    YEAR,
    YEAR_PRECISION,
)
from data.values.candidates import Candidates

_MONTHS_TO_1970 = 1970 * 12


def read_dates(candidates: Candidates) -> pd.DataFrame:
    """The date and its precision of each row; a filled date wins from year, month and quarter."""
    parsed = candidates.parse(DATE, parse_dates)
    _remark_month_first(candidates)
    dates = parsed.distinct
    frame = pd.DataFrame({DATE: _as_datetimes(dates)[parsed.codes]})
    precisions = pd.Series([date.precision if date else None for date in dates], dtype="str")
    frame[DATE_PRECISION] = precisions.take(parsed.codes).reset_index(drop=True)
    if candidates.heading(YEAR, MONTH, QUARTER):
        _fill_from_parts(candidates, frame, parsed.filled)
    return frame


def _as_datetimes(dates: list[PartialDate | None]) -> np.ndarray:
    days = [date.date.isoformat() if date else "NaT" for date in dates]
    return np.array(days, dtype="datetime64[us]")


def _remark_month_first(candidates: Candidates) -> None:
    heading = candidates.heading(DATE)
    if heading is None:
        return
    if reads_month_first(candidates.column(heading).texts):
        candidates.remarks.append(messages.MONTH_BEFORE_DAY(column=heading.text))


def _fill_from_parts(candidates: Candidates, frame: pd.DataFrame, dated: np.ndarray) -> None:
    """Compose the date of the rows without one, and make a bare year more exact."""
    only_year = (frame[DATE_PRECISION] == YEAR_PRECISION).to_numpy()
    open_rows = ~dated | only_year
    year = _numbers(candidates.parse(YEAR, parse_years, where=~dated))
    _reject_other_years(candidates, frame, dated & ~only_year)
    year = np.where(only_year, frame[DATE].dt.year, year)
    month, month_year = _parts(candidates.parse(MONTH, parse_months, where=open_rows))
    quarter, quarter_year = _parts(candidates.parse(QUARTER, parse_quarters, where=open_rows))
    year = np.where(np.isnan(year), np.where(np.isnan(month_year), quarter_year, month_year), year)
    _reject_contradictions(candidates, month, quarter, open_rows)
    has_part = ~np.isnan(month) | ~np.isnan(quarter)
    for row in np.flatnonzero(open_rows & np.isnan(year) & has_part):
        candidates.reject(int(row), DATE, _MISSING_YEAR, candidates.heading(YEAR, DATE))
    start = np.where(np.isnan(month), np.where(np.isnan(quarter), 1, 3 * quarter - 2), month)
    precision = np.where(
        np.isnan(month),
        np.where(np.isnan(quarter), YEAR_PRECISION, QUARTER_PRECISION),
        MONTH_PRECISION,
    )
    fill = open_rows & ~np.isnan(year)
    frame.loc[fill, DATE] = _first_days(year[fill], start[fill])
    frame.loc[fill, DATE_PRECISION] = precision[fill]


def _reject_other_years(candidates: Candidates, frame: pd.DataFrame, dated: np.ndarray) -> None:
    """Of use a date and the year or month beside it may not contradict each other."""
    if candidates.table.kind != USAGE:
        return
    days = frame[DATE].dt
    told_years = _numbers(candidates.parse(YEAR, parse_years, where=~dated))
    told_months, _ = _parts(candidates.parse(MONTH, parse_months, where=~dated))
    for column, told, own in ((YEAR, told_years, days.year), (MONTH, told_months, days.month)):
        there = dated & ~np.isnan(told) & own.notna().to_numpy()
        for row in np.flatnonzero(there & (told != own.fillna(0).to_numpy())):
            candidates.reject(int(row), column, messages.DATE_CONTRADICTED())


_MISSING_YEAR = messages.YEAR_MISSING()


def _numbers(parsed: Parsed[int]) -> np.ndarray:
    return np.array([np.nan if v is None else v for v in parsed.distinct], float)[parsed.codes]


def _parts(parsed: Parsed[PartOfYear]) -> tuple[np.ndarray, np.ndarray]:
    values = parsed.distinct
    numbers = np.array([part.number if part else np.nan for part in values], float)
    years = np.array([part.year if part and part.year else np.nan for part in values], float)
    return numbers[parsed.codes], years[parsed.codes]


def _first_days(years: np.ndarray, months: np.ndarray) -> np.ndarray:
    since_1970 = (years * 12 + months - 1 - _MONTHS_TO_1970).astype("int64")
    return since_1970.astype("datetime64[M]").astype("datetime64[us]")


def _reject_contradictions(
    candidates: Candidates, month: np.ndarray, quarter: np.ndarray, open_rows: np.ndarray
) -> None:
    both = open_rows & ~np.isnan(month) & ~np.isnan(quarter)
    for row in np.flatnonzero(both & (quarter != (month + 2) // 3)):
        candidates.reject(
            int(row),
            QUARTER,
            messages.MONTH_NOT_IN_QUARTER(month=int(month[row]), quarter=int(quarter[row])),
        )


def last_day_of_plans(today: dt.date, years_ahead: int = 15) -> dt.date:
    """The last date that a budget line may carry: multi-year budgets look far ahead."""
    return dt.date(today.year + years_ahead, 12, 31)
