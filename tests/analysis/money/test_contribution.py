"""The figures of the decision, to the cent: every expected value is the decision's own."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from decimal import Decimal

import pytest

from analysis.money.contribution import (
    Range,
    check_years,
    contribution,
    implied_inhabitants,
    over_years,
)


@dataclass(frozen=True)
class Agreed:
    years: range = range(2019, 2023)
    rate: Decimal | None = Decimal("0.13")
    inhabitants: int | None = 161_260
    reference_date: dt.date | None = dt.date(2019, 1, 1)
    contribution: Decimal | None = Decimal("20762")


def test_the_decision_is_reproduced_to_the_cent() -> None:
    checks = check_years([Agreed()], {})
    assert [check.year for check in checks] == [2019, 2020, 2021, 2022]
    for check in checks:
        assert check.budgeted == Decimal("20762")
        assert check.calculated == Decimal("20963.80")
        assert check.difference == Decimal("201.80")
        assert check.implied_by_budget == Range(159_704, 159_711)
        assert check.invoiced is None
        assert check.invoice_difference is None
    assert over_years(check.difference for check in checks) == Decimal("807.20")


def test_an_invoice_stands_beside_the_calculation() -> None:
    check = check_years([Agreed(years=range(2019, 2020))], {2019: 2_096_380})[0]
    assert check.invoiced == Decimal("20963.80")
    assert check.invoice_difference == 0
    assert check.implied_by_invoice == Range(161_260, 161_260)


def test_a_year_without_agreement_keeps_its_invoice_and_claims_nothing() -> None:
    before, *_rest = check_years([Agreed()], {2018: 100})
    assert (before.year, before.invoiced, before.calculated) == (2018, Decimal("1.00"), None)
    assert before.implied_by_invoice is None


def test_the_later_of_two_agreements_holds() -> None:
    later = Agreed(years=range(2022, 2024), rate=Decimal("0.14"))
    rates = {check.year: check.rate for check in check_years([Agreed(), later], {})}
    assert rates == {
        2019: Decimal("0.13"), 2020: Decimal("0.13"), 2021: Decimal("0.13"),
        2022: Decimal("0.14"), 2023: Decimal("0.14"),
    }  # fmt: skip


@pytest.mark.parametrize(
    ("amount", "rate", "expected"),
    [
        ("10", "1", Range(10, 10)),  # 9.5 up to, but not including, 10.5
        ("10", "0.5", Range(19, 20)),
        ("20763.21", "0.13", Range(159_717, 159_717)),  # the municipality's own count of 2018
        ("20763.22", "0.13", None),  # no whole number of inhabitants gives it
        ("10", "0", None),
        (None, "0.13", None),
        ("10", None, None),
    ],
)
def test_the_inhabitants_that_an_amount_implies(
    amount: str | None, rate: str | None, expected: Range | None
) -> None:
    given = [None if text is None else Decimal(text) for text in (amount, rate)]
    assert implied_inhabitants(*given) == expected


@pytest.mark.parametrize("inhabitants", [159_704, 159_708, 159_711])
def test_every_implied_number_rounds_to_the_budgeted_amount(inhabitants: int) -> None:
    amount = contribution(Decimal("0.13"), inhabitants)
    assert amount is not None
    assert round(amount) == 20_762


@pytest.mark.parametrize("inhabitants", [159_703, 159_712])
def test_no_other_number_does(inhabitants: int) -> None:
    amount = contribution(Decimal("0.13"), inhabitants)
    assert amount is not None
    assert round(amount) != 20_762


def test_a_sum_with_something_unknown_is_unknown() -> None:
    assert over_years([Decimal(1), None]) is None
    assert over_years([]) is None
    assert over_years([Decimal("0.10"), Decimal("0.20")]) == Decimal("0.30")
