"""What the workbook is made of, and where in it things stand."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal

import pandas as pd
from openpyxl.worksheet.worksheet import Worksheet

from reports.formulas import quoted
from reports.money.money import Money

FIRST_ROW = 2  # of every table but the agreements: headings stand in row 1


@dataclass(frozen=True)
class MoneyBook:
    """The money of a municipality, and what only its workbook chooses.

    `population` has its certainty in words, `figure_names` gives what a figure of an agreement is
    called. `cities_rate` and `cities_total` are in euro.
    """

    money: Money
    population: pd.DataFrame
    cities_year: int
    cities_rate: Decimal
    cities_total: Decimal | None
    figure_names: Mapping[str, str]
    today: dt.date


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
