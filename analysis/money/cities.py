"""The contribution of every city at one rate, and their sum beside the stated total."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

import pandas as pd

from analysis.money.contribution import contribution


@dataclass(frozen=True)
class AllCities:
    """The cities of a year together: `inhabitants` and `contribution` (euro) of the `known` ones.

    `difference` is how much more that is than the stated total; None while one of them is unknown.
    """

    year: int
    known: int
    cities: int
    inhabitants: int
    contribution: Decimal
    total: Decimal | None

    @property
    def complete(self) -> bool:
        """Whether of every city the number of inhabitants is known."""
        return self.known == self.cities

    @property
    def difference(self) -> Decimal | None:
        """The sum less the stated total."""
        if self.total is None or not self.complete:
            return None
        return self.contribution - self.total


def by_city(population: pd.DataFrame, year: int, rate: Decimal) -> pd.DataFrame:
    """Per city its inhabitants in the year and its contribution (Decimal euro, None when unknown).

    The rows of `population` of that year, in its order, with the column `contribution` added.
    """
    cities = population[population["year"] == year].reset_index(drop=True)
    amounts = [
        None if pd.isna(count) else contribution(rate, int(count))
        for count in cities["inhabitants"]
    ]
    return cities.assign(contribution=pd.Series(amounts, dtype=object, index=cities.index))


def all_cities(
    population: pd.DataFrame, year: int, rate: Decimal, total: Decimal | None
) -> AllCities:
    """All cities of a year together, beside the stated total."""
    cities = by_city(population, year, rate)
    known = cities["inhabitants"].dropna()
    inhabitants = int(known.sum())
    return AllCities(year, len(known), len(cities), inhabitants, rate * inhabitants, total)
