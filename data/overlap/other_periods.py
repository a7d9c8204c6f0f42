"""Uses that are told by the day and by the month or year: the same ones may count twice."""

from __future__ import annotations

import pandas as pd

from data import columns as c

_PERIODS = {c.MONTH_PRECISION: "M", c.QUARTER_PRECISION: "Q", c.YEAR_PRECISION: "Y"}
_LONGER = (c.DAY_PRECISION, *_PERIODS)  # the shortest first


def told_by_other_periods(new: pd.DataFrame, stored: pd.DataFrame) -> int:
    """How many uses fall within a longer period of the other, under the same names.

    Both hold `date`, `date_precision`, `department` and `theme`.
    """
    told = pd.Series(data=False, index=new.index)
    for precision, period in _PERIODS.items():
        shorter = _LONGER[: _LONGER.index(precision)]
        for one, other in ((new, stored), (stored, new)):
            whole = one[one[c.DATE_PRECISION] == precision]
            parts = other[other[c.DATE_PRECISION].isin(shorter)]
            if whole.empty or parts.empty:
                continue
            if one is new:
                told[whole.index] |= _cells(whole, period).isin(_cells(parts, period))
            else:
                told[parts.index] |= _cells(parts, period).isin(_cells(whole, period))
    return int(told.sum())


def _cells(records: pd.DataFrame, period: str) -> pd.Series:
    """Department, theme and period of each record, as one value."""
    when = records[c.DATE].dt.to_period(period).astype(str)
    names = (records[name].astype(str) for name in (c.DEPARTMENT, c.THEME))
    return pd.Series(list(zip(*names, when, strict=True)), index=records.index)
