"""The contribution check: budgeted, rate x inhabitants and invoiced beside each other, exactly."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import ROUND_CEILING, Decimal
from typing import Protocol

from analysis.money.euros import CENT, in_euros

_EURO = Decimal(1)


class Terms(Protocol):
    """What the check needs of an agreement; None is unknown. Amounts in euro."""

    @property
    def years(self) -> range:
        """Its years."""

    @property
    def rate(self) -> Decimal | None:
        """Euro per inhabitant."""

    @property
    def inhabitants(self) -> int | None:
        """The inhabitants that the contribution was based on."""

    @property
    def reference_date(self) -> dt.date | None:
        """The day of that count."""

    @property
    def contribution(self) -> Decimal | None:
        """What was budgeted a year."""


@dataclass(frozen=True)
class Range:
    """The whole numbers of inhabitants from `lowest` to `highest`."""

    lowest: int
    highest: int


@dataclass(frozen=True)
class YearCheck:
    """The contribution of one year three ways, in euro; None is unknown. Nothing is corrected."""

    year: int
    rate: Decimal | None = None
    inhabitants: int | None = None
    reference_date: dt.date | None = None
    budgeted: Decimal | None = None
    invoiced: Decimal | None = None

    @property
    def calculated(self) -> Decimal | None:
        """Rate times inhabitants."""
        return contribution(self.rate, self.inhabitants)

    @property
    def difference(self) -> Decimal | None:
        """How much more rate x inhabitants is than what was budgeted."""
        return _minus(self.calculated, self.budgeted)

    @property
    def invoice_difference(self) -> Decimal | None:
        """How much more was invoiced than rate x inhabitants."""
        return _minus(self.invoiced, self.calculated)

    @property
    def implied_by_budget(self) -> Range | None:
        """The inhabitants that belong to the budgeted amount."""
        return implied_inhabitants(self.budgeted, self.rate)

    @property
    def implied_by_invoice(self) -> Range | None:
        """The inhabitants that belong to the invoiced amount."""
        return implied_inhabitants(self.invoiced, self.rate)


def contribution(rate: Decimal | None, inhabitants: int | None) -> Decimal | None:
    """Rate times inhabitants, in euro and not rounded; None when either is unknown."""
    return None if rate is None or inhabitants is None else rate * inhabitants


def implied_inhabitants(amount: Decimal | None, rate: Decimal | None) -> Range | None:
    """Every number of inhabitants whose contribution rounds to `amount`.

    An amount in whole euros is taken as rounded to euros, any other as rounded to cents; a half
    goes up. None when something is unknown or no whole number fits.
    """
    if amount is None or not rate:
        return None
    half = (_EURO if amount == amount.to_integral_value() else CENT) / 2
    lowest = _round_up((amount - half) / rate)
    beyond = _round_up((amount + half) / rate)
    return Range(lowest, beyond - 1) if lowest < beyond else None


def check_years(agreements: Iterable[Terms], invoiced: Mapping[int, int]) -> list[YearCheck]:
    """The check of every year of an agreement or with an invoice, in order.

    `invoiced` is in cents per year. Of two agreements in one year the later one holds.
    """
    checks = {year: YearCheck(year) for year in invoiced}
    for terms in agreements:
        for year in terms.years:
            checks[year] = YearCheck(
                year, terms.rate, terms.inhabitants, terms.reference_date, terms.contribution
            )
    return [_with_invoice(checks[year], invoiced.get(year)) for year in sorted(checks)]


def over_years(amounts: Iterable[Decimal | None]) -> Decimal | None:
    """The sum of amounts; None when there is none or one of them is unknown."""
    given = list(amounts)
    if not given or None in given:
        return None
    return sum((amount for amount in given if amount is not None), Decimal(0))


def _with_invoice(check: YearCheck, cents: int | None) -> YearCheck:
    if cents is None:
        return check
    return YearCheck(
        check.year, check.rate, check.inhabitants, check.reference_date, check.budgeted,
        in_euros(cents),
    )  # fmt: skip


def _minus(left: Decimal | None, right: Decimal | None) -> Decimal | None:
    return None if left is None or right is None else left - right


def _round_up(value: Decimal) -> int:
    return int(value.to_integral_value(ROUND_CEILING))
