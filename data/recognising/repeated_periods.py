"""Columns of a crosstab that add up others: a quarter beside its months, all up to a moment."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from data import columns as c
from data.cells.cumulative import is_called_cumulative, tells_cumulative
from data.cells.months import MONTHS
from data.values.layouts import ColumnHeading

_DIGIT = re.compile(r"[1-4]")


def without_sums(cells: Sequence[ColumnHeading]) -> list[ColumnHeading]:
    """The headings, with those as totals whose cells add up those under others."""
    dated = [x for x in cells if x.period and not x.total]
    alone = [x for x in dated if not tells_cumulative(x.text)]
    months = {(x.name, _year(x), _quarter_of(x)) for x in alone if c.MONTH in x.period}
    finer = {(x.name, _year(x)) for x in alone if set(x.period) - {c.YEAR}}

    def adds_up(x: ColumnHeading) -> bool:
        if not x.period or x.total:
            return x.total
        if tells_cumulative(x.text):
            return bool(alone)
        if set(x.period) == {c.YEAR}:
            return (x.name, _year(x)) in finer
        return c.QUARTER in x.period and (x.name, _year(x), _quarter_of(x)) in months

    return [replace(x, total=adds_up(x)) for x in cells]


def are_cumulative(cells: Sequence[ColumnHeading], around: str) -> bool:
    """Whether several columns each hold all up to a moment, and none holds a period of its own."""
    dated = [x for x in cells if len(x.period) and not x.total]
    of_years = all(set(x.period) == {c.YEAR} for x in dated)
    told = is_called_cumulative(around) if of_years else tells_cumulative(around)
    return len(dated) > 1 and all(told or tells_cumulative(x.text) for x in dated)


def _year(heading: ColumnHeading) -> str:
    text = heading.period.get(c.YEAR) or heading.period.get(c.DATE, "")
    found = re.search(r"(?:19|20)\d\d", text)
    return found[0] if found else ""


def _quarter_of(heading: ColumnHeading) -> int:
    """The number of the quarter, of a month or a quarter; 0 when it is not clear."""
    month = heading.period.get(c.MONTH)
    if month:
        number = MONTHS.get(month.lower().strip(". "), 0)
        digits = re.search(r"\d{1,2}", month)
        number = number or (int(digits[0]) if digits else 0)
        return (number + 2) // 3
    digit = _DIGIT.search(heading.period.get(c.QUARTER, ""))
    return int(digit[0]) if digit else 0
