"""Durations of an OpenDocument sheet, as an Excel sheet has them."""

from __future__ import annotations

import datetime as dt
import re
from typing import Any

_DURATION = re.compile(r"(-?)PT(\d{1,6})H(\d{1,2})M(\d{1,2})(?:[.,]\d+)?S")
_DAY = 24


def with_durations(row: list[Any]) -> list[Any]:
    """The row with `PT30H00M00S` as a duration of 30 hours; within a day it is a time."""
    return [
        _duration(found) if type(cell) is str and (found := _DURATION.fullmatch(cell)) else cell
        for cell in row
    ]


def _duration(found: re.Match[str]) -> dt.time | dt.timedelta:
    hours, minutes, seconds = map(int, found.groups()[1:])
    if hours < _DAY and not found[1] and minutes < 60 and seconds < 60:
        return dt.time(hours, minutes, seconds)
    length = dt.timedelta(hours=hours, minutes=minutes, seconds=seconds)
    return -length if found[1] else length
