"""What stands in one cell of a sheet."""

from __future__ import annotations

import datetime as dt

Cell = str | int | float | bool | dt.date | dt.datetime | dt.time | dt.timedelta


class ErrorCell(str):
    """A cell that holds an error of the spreadsheet, such as `#N/A`, as its text."""

    __slots__ = ()
