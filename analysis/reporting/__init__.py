"""What was reported: for every department and channel the days that some list tells of.

A list tells of departments, channels and days (a report). Several reports add up. A year of a
department is complete, partial or unknown by them, and two periods are compared over the same
departments, the same days of the year and the same channels, or not at all.
"""

from analysis.reporting.alike import (
    FEW_DEPARTMENTS,
    NOT_REPORTED,
    OTHER_CHANNELS,
    OTHER_DAYS,
    Alike,
    NotAlike,
    compare,
)
from analysis.reporting.places import Bools
from analysis.reporting.reports import (
    COMPLETE,
    PARTIAL,
    UNKNOWN_YEAR,
    Reports,
    State,
    reported_years,
)

__all__ = [
    "COMPLETE", "FEW_DEPARTMENTS", "NOT_REPORTED", "OTHER_CHANNELS", "OTHER_DAYS", "PARTIAL",
    "UNKNOWN_YEAR", "Alike", "Bools", "NotAlike", "Reports", "State", "compare", "reported_years",
]  # fmt: skip
