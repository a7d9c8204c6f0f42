"""Whether a cell tells a date, a year, or has any figure in it."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence

from data.cells.cell import Cell
from data.cells.months import LIKE_A_MONTH
from data.cells.predicates import is_number

_FIRST_SERIAL, _LAST_SERIAL = 36526, 62000  # Excel's numbers for 1-1-2000 and a day in 2069
_DATED = re.compile(
    rf"""\d{{1,2}}\s*[-/.]\s*\d{{1,2}}\s*[-/.]\s*\d{{2,4}} | \d{{4}}[-/.]\d{{1,2}}
      | \b\d{{1,2}}[-/.]\d{{4}}\b | \b{LIKE_A_MONTH}[-\s.,/']*(\d{{2}}|\d{{4}})\b
      | \b\d{{4}}\W+{LIKE_A_MONTH} | \b(19|20)\d\d\W*(q|k|kw|kwartaal|w|wk|week|m|p|periode)\W*\d
      | \b(w|wk|week)\W*\d{{1,2}}\W+(19|20)\d\d\b
      | (q|k|kw|kwartaal)\W*\d\W+('?\d\d|(19|20)\d\d)\b | \b\d(e|st|nd|rd|th|ste)\W+(kw|q)""",
    re.VERBOSE,
)
_LONGEST = 200  # characters: what is longer is prose
_COMPACT = re.compile(r"^(199\d|20\d\d)(0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01])?$")
_YEAR = re.compile(r"^\D{0,6}(19|20)\d\d\D{0,3}$")


def is_dated(value: Cell) -> bool:
    """Whether a cell tells a year and more: a date, a serial number, `mrt-19`, `2019 Q2`."""
    if isinstance(value, (dt.date, dt.datetime)):
        return True
    if isinstance(value, str):
        if len(value) > _LONGEST:
            return False
        figures = value.strip()
        return bool(_DATED.search(value.lower())) or (
            figures.isdigit() and _is_date_in_figures(float(figures))
        )
    return is_numeric(value) and _is_date_in_figures(float(value))  # type: ignore[arg-type]


def _is_date_in_figures(number: float) -> bool:
    """Whether a number is a serial number, or digits as in 201904 and 20190403."""
    return _FIRST_SERIAL <= number <= _LAST_SERIAL or bool(_COMPACT.match(f"{number:.15g}"))


def is_year(value: Cell) -> bool:
    """Whether a cell is a year alone."""
    if is_numeric(value):
        return 1990 <= float(value) <= 2100  # type: ignore[arg-type]
    return isinstance(value, str) and bool(_YEAR.match(value.strip()))


def has_digit(value: Cell) -> bool:
    """Whether a cell is a number, a duration, or a text with a figure in it."""
    if isinstance(value, str):
        return any(sign.isdigit() for sign in value)
    return not isinstance(value, bool)


def is_numeric(value: Cell) -> bool:
    """Whether the sheet itself holds a number; a text with figures is none."""
    return isinstance(value, (int, float)) and not isinstance(value, bool)


def starts_headings(cells: Sequence[Cell]) -> bool:
    """Whether what stands above columns of numbers can only be headings: words, or years."""
    return not any(map(is_number, cells)) or are_consecutive_years(cells)


def are_consecutive_years(numbers: Sequence[Cell]) -> bool:
    """Whether numbers can only be headings: `2018`, `2019`, perhaps again."""
    if not all(map(is_year, numbers)):
        return False
    years = {int(float(str(number))) for number in numbers if str(number).strip()[:4].isdigit()}
    return len(years) > 1 and max(years) - min(years) == len(years) - 1


def number_or_zero(value: Cell) -> float:
    """The number in a cell, also in a text with a decimal comma; 0 for anything else."""
    if is_numeric(value):
        return float(value)  # type: ignore[arg-type]
    try:
        return float(value.strip().replace(",", ".")) if isinstance(value, str) else 0.0
    except ValueError:
        return 0.0
