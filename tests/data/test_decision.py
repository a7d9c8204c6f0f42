from __future__ import annotations

from decimal import Decimal

import pytest

from data.reference.decision import check_contribution, load_decision


def test_the_facts_are_those_of_the_decision() -> None:
    decision = load_decision()
    assert (decision.first_year, decision.last_year) == (2019, 2022)
    assert decision.rate_per_inhabitant == Decimal("0.13")
    assert decision.inhabitants == 161_260
    assert decision.budget == 20_762
    assert decision.total_all_cities == 540_000
    assert (decision.general_share, decision.tailored_share) == (40, 60)


def test_the_check_shows_the_difference_to_the_cent() -> None:
    check = check_contribution(Decimal(20762), Decimal("0.13"), 161_260)
    assert check.calculated == Decimal("20963.80")
    assert check.difference == Decimal("201.80")
    assert (check.lowest, check.highest) == (159_704, 159_711)


@pytest.mark.parametrize(
    ("budgeted", "rate", "lowest", "highest"),
    # 9.5 / 1 up to, but not including, 10.5 / 1: only 10 rounds to 10 euro.
    [("10", "1", 10, 10), ("10", "0.5", 19, 20)],
)
def test_the_inhabitants_implied_round_to_the_budgeted_amount(
    budgeted: str, rate: str, lowest: int, highest: int
) -> None:
    check = check_contribution(Decimal(budgeted), Decimal(rate), 0)
    assert (check.lowest, check.highest) == (lowest, highest)
