"""The date of each line: from its columns, or from what stands around the table."""

from __future__ import annotations

import re
from collections.abc import Sequence

import numpy as np
import pandas as pd

from data import columns as c
from data.cells.cell import Cell
from data.cells.dates import PartialDate, PartOfYear, parse_dates, parse_months, parse_years
from data.cells.parsed_column import Parsed
from data.cells.text import cell_text
from data.finance import messages
from data.finance.export_context import ExportContext, year_and_kind_of_report
from data.values.candidates import Candidates
from texts import Message

_WHOLE_YEAR = 0  # what is booked in the opening or in the closing, not in a month
_NUMBER = re.compile(r"^(?:p|per|periode)?\.?\s*(\d{1,2})(?:\.0)?$", re.IGNORECASE)
_WITH_YEAR = re.compile(r"^(?:19|20)\d\d[-/. ]?(\d\d)(?:\.0)?$")  # 202203, 2022-03
_PERIODS = range(17)  # 0 is the opening balance, 13 and on are the closing

_NO_YEAR = messages.YEAR_NOWHERE()


def read_timing(candidates: Candidates, around: ExportContext) -> pd.DataFrame:
    """Date, precision and period of each candidate row; without any year each row is rejected.

    The financial year of a column decides: the date of an invoice counts only within that year.
    The period is the month in which, or through which, an amount counts; missing for a whole year.
    """
    year, quarter = _years(candidates)
    month = _months(candidates)
    stated = np.where(np.isnan(month), around.month or np.nan, month)
    stated = np.where(np.isnan(stated) & ~np.isnan(quarter), quarter * 3, stated)
    dated = candidates.parse(c.DATE, parse_dates)
    day = _days(dated)
    if candidates.heading(c.YEAR) is None:
        year = np.where(np.isnan(year), pd.Series(day).dt.year.to_numpy(float), year)
        year = np.where(np.isnan(year), around.year or np.nan, year)
    if candidates.heading(c.YEAR, c.REPORT, c.DATE) is None and not around.year:
        for row in range(len(candidates)):
            candidates.reject(row, c.DATE, _NO_YEAR)
    frame = pd.DataFrame(index=range(len(candidates)))
    in_month = ~np.isnan(stated) & (stated > _WHOLE_YEAR)
    first = _first_days(year, np.where(in_month, stated, 1))
    exact = (pd.Series(day).dt.year == year).to_numpy()
    frame[c.DATE] = np.where(exact, day, first)
    frame[c.DATE] = frame[c.DATE].astype("datetime64[us]")
    rough = np.where(in_month, c.MONTH_PRECISION, c.YEAR_PRECISION)
    frame[c.DATE_PRECISION] = pd.Series(np.where(exact, c.DAY_PRECISION, rough)).astype("str")
    frame[c.PERIOD] = np.where(in_month, stated, np.nan)
    return frame


def kinds_of_reports(candidates: Candidates) -> pd.Series:
    """What the column with the report says that the amounts of each row are."""
    heading = candidates.heading(c.REPORT)
    cells = candidates.cells(heading) if heading else [""] * len(candidates)
    return pd.Series([year_and_kind_of_report(cell_text(cell))[1] for cell in cells], dtype="str")


def parse_periods(cells: Sequence[Cell]) -> list[PartOfYear | Message]:
    """The month in each cell of a column of booking periods; 0 and 13 on are the whole year."""
    parsed = parse_months(cells)
    for place, cell in enumerate(cells):
        text = cell_text(cell).strip()
        found = _NUMBER.match(text) or _WITH_YEAR.match(text)
        if found and int(found[1]) in _PERIODS:
            number = int(found[1])
            parsed[place] = PartOfYear(number if 1 <= number <= 12 else _WHOLE_YEAR)
    return parsed


def _years(candidates: Candidates) -> tuple[np.ndarray, np.ndarray]:
    parsed = candidates.parse(c.YEAR, parse_years)
    year = np.array([np.nan if v is None else v for v in parsed.distinct], float)[parsed.codes]
    quarter = np.full(len(candidates), np.nan)
    heading = candidates.heading(c.REPORT)
    if heading:
        told = [year_and_kind_of_report(cell_text(cell)) for cell in candidates.cells(heading)]
        report_year = np.array([np.nan if t[0] is None else t[0] for t in told], float)
        quarter = np.array([np.nan if t[2] is None else t[2] for t in told], float)
        year = np.where(np.isnan(year), report_year, year)
    return year, quarter


def _months(candidates: Candidates) -> np.ndarray:
    parsed: Parsed[PartOfYear] = candidates.parse(c.PERIOD, parse_periods)
    return np.array([np.nan if v is None else v.number for v in parsed.distinct], float)[
        parsed.codes
    ]


def _days(parsed: Parsed[PartialDate]) -> np.ndarray:
    days = [v.date.isoformat() if v else "NaT" for v in parsed.distinct]
    return np.array(days, dtype="datetime64[us]")[parsed.codes]


def _first_days(years: np.ndarray, months: np.ndarray) -> np.ndarray:
    known = ~np.isnan(years)
    months_since = np.where(known, (years - 1970) * 12 + months - 1, 0).astype("int64")
    days = months_since.astype("datetime64[M]").astype("datetime64[us]")
    return np.where(known, days, np.datetime64("NaT", "us"))
