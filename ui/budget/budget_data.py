"""What the page Budget rests on: agreements, budget lines, use, inhabitants and the choices."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import TypeVar

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
from data.storing import money as store_money
from data.storing.versions import AGREEMENTS
from texts import clock
from ui.shared import computed, loaders
from ui.shared.caching import cached, cached_as_shown

R = TypeVar("R")

AGREEMENT_FIRST = 2019  # the years of the decision: shown when there is nothing else


@dataclass(frozen=True)
class Money:
    """Everything a part of the page needs; all frames are shared and may not be changed.

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


def agreements() -> list[Agreement]:
    """Every agreement of this municipality, oldest first."""
    code = municipality()
    return loaders.loaded(
        ("agreements", code), (AGREEMENTS,), lambda store: store_money.load_agreements(store, code)
    )


def municipality() -> str:
    """The CBS code of the municipality; empty when it is none of the G40, or nobody said which."""
    return loaders.municipality()[0]


@cached
def years_to_choose() -> list[int]:
    """The years of which there is anything to say, the last one first."""
    lines, usage = loaders.budget(), loaders.usage()
    known = {year for a in agreements() if a.rate or a.contribution for year in a.years}
    found = known | set(lines[c.YEAR].tolist()) | set(usage[c.YEAR].unique().tolist())
    return sorted({int(year) for year in found}, reverse=True) or [AGREEMENT_FIRST]


def default_year(years: Sequence[int]) -> int:
    """The last year with bookings, or with use, or the last one there is."""
    lines, span = loaders.budget(), computed.span()
    booked = lines.loc[lines[c.BUDGET_KIND] == c.ACTUAL, c.YEAR]
    if len(booked):
        return int(booked.max())
    return span.last if span else years[0]


def ready(money: Money, compute: Callable[..., R], *more: Hashable) -> R:
    """What `compute` makes of the money that was gathered, made once for all who choose the same.

    `compute` is a function of a module: it is found back by what it is.
    """
    found: R = _ready(compute, money.year, money.rule, more)
    return found


@cached_as_shown
def _ready(
    compute: Callable[..., R],
    year: int,
    rule: Measure,
    more: tuple[Hashable, ...],
) -> R:
    return compute(gather(year, rule), *more)


@cached
def gather(year: int, rule: Measure) -> Money:
    """Everything of the chosen year and rule."""
    return Money(
        municipality=municipality(),
        agreements=agreements(),
        lines=loaders.budget(),
        usage=loaders.usage(),
        population=loaders.frame("population"),
        settings=loaders.settings(),
        year=year,
        rule=rule,
        running=clock.today().year,
        whole_years=computed.register().reports().whole_years(),
        name=loaders.municipality()[1],
    )
