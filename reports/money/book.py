"""What the workbook is made of, and where in it things stand."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal

import pandas as pd
from openpyxl.worksheet.worksheet import Worksheet

from analysis.use import Measure
from data import columns as c
from data.money.agreements import Agreement
from reports.formulas import quoted

FIRST_ROW = 2  # of every table but the agreements: headings stand in row 1


@dataclass(frozen=True)
class MoneyBook:
    """The inputs of the page Budget and its choices; frames as `loaders` give them.

    `fixed` says per budget line whether it is the contribution; `figure_names` gives what a figure
    of an agreement is called. Amounts in `explain_from_euros`, `cities_rate` and `cities_total` are
    in euro. Of `settled_years` it is known what is left, of `whole_years` what a use came to.
    """

    municipality: str
    agreements: Sequence[Agreement]
    lines: pd.DataFrame
    fixed: pd.Series
    usage: pd.DataFrame
    population: pd.DataFrame
    year: int
    rule: Measure
    explain_from_percent: float
    explain_from_euros: float
    cities_year: int
    cities_rate: Decimal
    cities_total: Decimal | None
    figure_names: Mapping[str, str]
    today: dt.date
    settled_years: frozenset[int]
    whole_years: frozenset[int]

    @property
    def years(self) -> list[int]:
        """Every year of which anything may be said, in order; at least one."""
        agreed = {year for agreement in self.agreements for year in agreement.years}
        found = agreed | set(self.lines[c.YEAR].tolist()) | set(self.usage[c.YEAR].tolist())
        return sorted(int(year) for year in found | {self.year})


@dataclass
class Places:
    """The sheets, and the addresses that formulas on other sheets need."""

    inputs: Worksheet
    check: Worksheet
    budget: Worksheet
    months: Worksheet
    split: Worksheet
    costs: Worksheet
    themes: Worksheet
    cities: Worksheet
    lines: Worksheet
    use: Worksheet
    sources: Worksheet
    names: dict[str, str] = field(default_factory=dict)  # input -> its address

    def column(self, sheet: Worksheet, letter: str, rows: int, first: int = FIRST_ROW) -> str:
        """The address of `rows` cells of a column, for a formula on any sheet; at least one."""
        return f"{quoted(sheet)}!${letter}${first}:${letter}${first + max(rows, 1) - 1}"

    def cell(self, sheet: Worksheet, letter: str, row: int) -> str:
        """The address of one cell, for a formula on any sheet."""
        return f"{quoted(sheet)}!${letter}${row}"
