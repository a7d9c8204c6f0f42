"""What the page Budget rests on: agreements, budget lines, use, inhabitants and the choices."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Sequence
from typing import TypeVar

from analysis.use import Measure
from data import columns as c
from data.money.agreements import Agreement
from data.storing import money as store_money
from data.storing.versions import AGREEMENTS
from reports.money.money import Money
from texts import clock
from ui.shared import computed, loaders
from ui.shared.caching import cached, cached_as_shown

__all__ = [
    "Money", "agreements", "default_year", "gather", "municipality", "ready", "years_to_choose",
]  # fmt: skip

R = TypeVar("R")

AGREEMENT_FIRST = 2019  # the years of the decision: shown when there is nothing else


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
