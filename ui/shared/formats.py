"""Numbers, money and dates as the language in force writes them, for pages and figures."""

from __future__ import annotations

import datetime as dt

import pandas as pd
from babel.dates import format_date

from texts import current_language
from texts import translate as _
from texts.clock import HERE
from texts.formats import (
    Number,
    cell,
    date,
    day,
    enumerated,
    hours,
    locale,
    moment,
    money,
    month_name,
    not_applicable,
    number,
    percent,
    points,
    rate,
    signed,
)

__all__ = [
    "Number",
    "cell",
    "date",
    "day",
    "enumerated",
    "hours",
    "known_date",
    "locale",
    "moment",
    "money",
    "month_label",
    "month_name",
    "not_applicable",
    "number",
    "percent",
    "period_label",
    "points",
    "quarter_label",
    "rate",
    "separators",
    "short_date",
    "signed",
]


def separators() -> str:
    """Decimal and thousands separator, as Plotly's `layout.separators` wants them."""
    return ",." if current_language() == "nl" else ".,"


def short_date(value: dt.date | None) -> str:
    """A date for a table: 03-04-2019."""
    pattern = "dd-MM-y" if current_language() == "nl" else "dd/MM/y"
    return not_applicable() if pd.isna(value) else format_date(value, pattern, locale=locale())


def known_date(value: dt.date | None, precision: str) -> str:
    """A date as exact as it is known (`precision`: day, month, quarter or year); empty if none."""
    if pd.isna(value):
        return ""
    return short_date(value) if precision == "day" else period_label(value, precision)


def month_label(value: dt.date) -> str:
    """The month of a date: apr 2019."""
    return str(format_date(value, "MMM y", locale=locale()))


def quarter_label(value: dt.date) -> str:
    """The quarter of a date: 2019 kw 2."""
    return _("{year} Q{quarter}").format(year=value.year, quarter=(value.month + 2) // 3)


def period_label(value: dt.date, per: str) -> str:
    """The year, quarter or month (`per`) that starts on a date."""
    if per == "year":
        return str(value.year)
    return quarter_label(value) if per == "quarter" else month_label(value)


def local_time(moments: pd.Series) -> pd.Series:
    """Moments in UTC as the clock in the Netherlands showed them."""
    aware = moments if moments.dt.tz is not None else moments.dt.tz_localize("UTC")
    return aware.dt.tz_convert(HERE)
