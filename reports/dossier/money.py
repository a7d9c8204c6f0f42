"""The money of one year, as the dossier tells it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import pandas as pd

from analysis.money import execution
from analysis.money.contribution import YearCheck, check_years
from analysis.money.contribution_lines import contribution_lines, invoiced_by_year
from analysis.money.execution import YearResult
from analysis.money.split import Split, split_of
from analysis.period import Period
from data.money.agreements import Agreement, agreement_in


@dataclass(frozen=True)
class YearMoney:
    """What was agreed, budgeted and spent in a year, and how use divided over the 40/60."""

    year: int
    agreement: Agreement | None
    result: YearResult
    check: YearCheck | None
    split: Split


def money_of(
    agreements: Sequence[Agreement], lines: pd.DataFrame, usage: pd.DataFrame, year: int
) -> YearMoney:
    """The money of a year; use is weighed by hours where enough records give them."""
    results = {result.year: result for result in execution.by_year(lines)}
    invoiced = invoiced_by_year(lines, contribution_lines(lines))
    checks = {c.year: c for c in check_years(agreements, invoiced)}
    return YearMoney(
        year=year,
        agreement=agreement_in(agreements, year),
        result=results.get(year, YearResult(year)),
        check=checks.get(year),
        split=split_of(Period(year, year).select(usage), Period(year, year), "hours"),
    )
