"""What the page Budget and its workbook rest on, and what follows from it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

import pandas as pd

from analysis.money import execution
from analysis.money.contribution import YearCheck, check_years
from analysis.money.contribution_lines import contribution_lines, invoiced_by_year, open_years
from analysis.money.costs import cost_by_year
from analysis.money.euros import to_cents
from analysis.money.execution import YearResult
from analysis.money.split import Split, split_by_year, split_of
from analysis.period import Period
from analysis.use import Measure
from data import columns as c
from data.money.agreements import Agreement, agreement_in
from data.money.population import CBS_CODE
from data.settings import Settings
from texts import translate as _


@dataclass(frozen=True)
class Money:
    """The agreements, budget lines, use and inhabitants; frames are shared and may not be changed.

    `rule` is how use is weighed; `running` is the year that has not ended; of `whole_years` all
    departments reported all direct use.
    """

    municipality: str
    agreements: Sequence[Agreement]
    lines: pd.DataFrame
    usage: pd.DataFrame
    population: pd.DataFrame
    settings: Settings
    year: int
    rule: Measure
    running: int | None = None
    whole_years: frozenset[int] = frozenset()
    name: str = ""  # of the municipality

    @property
    def called(self) -> str:
        """What the municipality is called."""
        return self.name or _("municipality not stated")

    @cached_property
    def agreement(self) -> Agreement | None:
        """The agreement that holds in the chosen year."""
        return agreement_in(self.agreements, self.year)

    @cached_property
    def results(self) -> Sequence[YearResult]:
        """Budget, spent and committed per year."""
        return execution.by_year(self.lines, running=self.running)

    @property
    def result(self) -> YearResult:
        """That of the chosen year; without any line everything of it is unknown."""
        found = [result for result in self.results if result.year == self.year]
        return found[0] if found else YearResult(self.year)

    @cached_property
    def invoiced(self) -> Mapping[int, int]:
        """Year -> cents invoiced as contribution, where that is certain."""
        return invoiced_by_year(self.lines, self.contribution)

    @cached_property
    def contribution(self) -> pd.Series:
        """Per line whether it is an invoice of the contribution; missing where that is open."""
        return contribution_lines(self.lines)

    @property
    def fixed(self) -> pd.Series:
        """The lines that count as invoices of the contribution."""
        return self.contribution.fillna(False).astype(bool)

    @property
    def open_years(self) -> list[int]:
        """The years in which a person has yet to say which lines are the contribution."""
        return open_years(self.lines, self.contribution)

    @cached_property
    def checks(self) -> Sequence[YearCheck]:
        """The contribution check of every year."""
        return check_years(self.agreements, self.invoiced)

    @cached_property
    def term_checks(self) -> Sequence[YearCheck]:
        """The contribution check of the years of the chosen agreement."""
        years = self.agreement.years if self.agreement else range(self.year, self.year + 1)
        return [check for check in self.checks if check.year in years]

    @property
    def contributions(self) -> dict[int, int]:
        """Year -> the contribution in cents: what was invoiced, or else what was budgeted."""
        budgeted = {check.year: to_cents(check.budgeted) for check in self.checks if check.budgeted}
        return budgeted | dict(self.invoiced)

    @cached_property
    def splits(self) -> list[Split]:
        """How use divides over general and tailor-made support, in every year with use."""
        return split_by_year(self.usage, self.rule)

    @cached_property
    def split_together(self) -> Split | None:
        """How the use of the years of the chosen agreement divides, all together."""
        held = self.agreement
        if held is None or len(held.years) < 2:
            return None
        return split_of(self.usage, Period(held.first_year, held.last_year), self.rule)

    @cached_property
    def costs(self) -> pd.DataFrame:
        """What a use and an hour come to, in every year."""
        return cost_by_year(self.usage, self.contributions, self.whole_years)

    @property
    def city_population(self) -> pd.DataFrame:
        """The inhabitants of the municipality itself."""
        return self.population[self.population[CBS_CODE] == self.municipality]

    @property
    def settled_years(self) -> frozenset[int]:
        """The years of which it is known what is left."""
        return frozenset(result.year for result in self.results if result.settled)

    @property
    def years(self) -> list[int]:
        """Every year of which anything may be said, in order; at least one."""
        agreed = {year for agreement in self.agreements for year in agreement.years}
        found = agreed | set(self.lines[c.YEAR].tolist()) | set(self.usage[c.YEAR].tolist())
        return sorted(int(year) for year in found | {self.year})
