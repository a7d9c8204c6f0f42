from __future__ import annotations

from decimal import Decimal

import pandas as pd

from analysis.money.cities import all_cities, by_city

POPULATION = pd.DataFrame(
    {
        "cbs_code": ["A", "A", "B"],
        "municipality": ["Aa", "Aa", "Bee"],
        "year": [2019, 2020, 2019],
        "inhabitants": pd.array([100_000, 101_000, None], dtype="Int64"),
    }
)
RATE = Decimal("0.13")


def test_what_is_unknown_stays_so() -> None:
    assert by_city(POPULATION, 2019, RATE)["contribution"].tolist() == [Decimal("13000.00"), None]


def test_the_sum_of_some_is_not_set_beside_the_total() -> None:
    found = all_cities(POPULATION, 2019, RATE, Decimal(540_000))
    assert (found.known, found.cities, found.contribution) == (1, 2, Decimal("13000.00"))
    assert not found.complete
    assert found.difference is None


def test_the_sum_of_all_is() -> None:
    found = all_cities(POPULATION, 2020, RATE, Decimal(13_000))
    assert found.complete
    assert found.difference == Decimal("130.00")
    assert all_cities(POPULATION, 2020, RATE, None).difference is None
