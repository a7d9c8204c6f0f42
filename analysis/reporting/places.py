"""The days of years as places: the same day has the same place in each year."""

from __future__ import annotations

import datetime as dt

import numpy as np
import numpy.typing as npt
import pandas as pd

from analysis.period import Period

_MONTH_PLACES, YEAR_PLACES = 31, 372  # 30 February has a place too, so that each month is alike

Bools = npt.NDArray[np.bool_]
Ints = npt.NDArray[np.int64]


def places(days: pd.Series, first_year: int) -> Ints:
    """The place of each of the days, counted from 1 January of the first year."""
    years, months = days.dt.year.to_numpy(), days.dt.month.to_numpy()
    found = (
        (years - first_year) * YEAR_PLACES
        + (months - 1) * _MONTH_PLACES
        + days.dt.day.to_numpy()
        - 1
    )
    return found.astype(np.int64)


def place_of(day: dt.date, first_year: int) -> int:
    """The place of one day."""
    return (day.year - first_year) * YEAR_PLACES + (day.month - 1) * _MONTH_PLACES + day.day - 1


def day_at(place: int, first_year: int) -> dt.date:
    """The day at a place that is one."""
    year, rest = divmod(place, YEAR_PLACES)
    month, day = divmod(rest, _MONTH_PLACES)
    return dt.date(first_year + year, month + 1, day + 1)


def no_day(years: range) -> list[int]:
    """The places at which a year has no day: 30 February, 31 April ..., in order."""
    found = []
    for i, year in enumerate(years):
        for month in (2, 4, 6, 9, 11):
            length = (dt.date(year, month + 1, 1) - dt.timedelta(days=1)).day
            found += [
                i * YEAR_PLACES + (month - 1) * _MONTH_PLACES + day
                for day in range(length, _MONTH_PLACES)
            ]
    return found


def filled_places(period: Period) -> Bools:
    """The places of a period that are no day."""
    found = np.zeros(len(period.years) * YEAR_PLACES, dtype=bool)
    found[no_day(period.years)] = True
    return found


def beside(days: Bools, place: int) -> Bools:
    """A place that is no day is reported when the day before it is."""
    return days[:, :, place - 1]


def real_place(place: int, filled: Bools, step: int) -> int:
    """The nearest place that is a day: before it when `step` is -1, after it when that is 1."""
    while filled[place] and 0 <= place + step < len(filled):
        place += step
    return place
