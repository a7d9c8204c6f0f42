"""The agreements with Platform31: what is stated of each, by whom, and what stays unknown."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any

from data.reference import read_table

LAST_YEAR = "last_year"
DECIDED_BY = "GM0392"  # Haarlem, whose decision this product starts from
# Every figure of an agreement and how its text in the store becomes a value. Amounts in euro.
FIGURES: Mapping[str, Callable[[str], Any]] = {
    "title": str,
    LAST_YEAR: int,
    "rate": Decimal,
    "inhabitants": int,
    "reference_date": dt.date.fromisoformat,
    "contribution": Decimal,
    "general_percent": Decimal,
    "tailored_percent": Decimal,
    "total": Decimal,
    "signer": str,
    "renewal": dt.date.fromisoformat,
}


@dataclass(frozen=True)
class Stated:
    """What somebody stated of one figure of the agreement that begins in `first_year`.

    `value` is empty when it is unknown; `edited_at` (UTC) is None for what comes with the product.
    """

    first_year: int
    figure: str
    value: str
    source: str
    edited_at: dt.datetime | None = None
    user: str = ""


@dataclass(frozen=True)
class Agreement:
    """One agreement; what nobody stated is None.

    `rate` is in euro per inhabitant, `contribution` is what the municipality budgeted a year,
    `total` is for all municipalities together, `renewal` the day on which renewing is decided.
    `stated` says of each figure where it comes from.
    """

    first_year: int
    last_year: int
    title: str | None = None
    rate: Decimal | None = None
    inhabitants: int | None = None
    reference_date: dt.date | None = None
    contribution: Decimal | None = None
    general_percent: Decimal | None = None
    tailored_percent: Decimal | None = None
    total: Decimal | None = None
    signer: str | None = None
    renewal: dt.date | None = None
    stated: Mapping[str, Stated] = field(default_factory=dict)

    @property
    def years(self) -> range:
        """Its years, in order."""
        return range(self.first_year, self.last_year + 1)

    @property
    def term(self) -> str:
        """What a reader calls it: `2019–2022`."""
        return f"{self.first_year}–{self.last_year}"

    @property
    def ends(self) -> dt.date:
        """Its last day."""
        return dt.date(self.last_year, 12, 31)


def reference_statements(municipality: str) -> list[Stated]:
    """What the product itself brings: the decision, and what public sources say of the others.

    Of a municipality (CBS code) come only what holds for all and what holds for that one.
    """
    return [
        Stated(int(row["first_year"]), row["figure"], row["value"], row["source"])
        for row in read_table("agreements.csv")
        if row["municipality"] in ("", municipality)
    ]


def agreements_of(statements: Iterable[Stated]) -> list[Agreement]:
    """The agreements, oldest first; of each figure the last statement counts."""
    stated: dict[int, dict[str, Stated]] = {}
    for statement in statements:
        stated.setdefault(statement.first_year, {})[statement.figure] = statement
    return [_agreement(year, stated[year]) for year in sorted(stated)]


def agreement_in(agreements: Iterable[Agreement], year: int) -> Agreement | None:
    """The agreement that holds in a year; of several the one that began last."""
    holding = [agreement for agreement in agreements if year in agreement.years]
    return holding[-1] if holding else None


def _agreement(first_year: int, stated: Mapping[str, Stated]) -> Agreement:
    values = {name: FIGURES[name](s.value) for name, s in stated.items() if s.value}
    return Agreement(
        **{"first_year": first_year, "last_year": first_year, **values, "stated": stated}
    )


def decision() -> Agreement:
    """The agreement of the decision that this product starts from."""
    return next(a for a in agreements_of(reference_statements(DECIDED_BY)) if a.first_year == 2019)


def stated_total(municipality: str) -> Decimal | None:
    """The total of all cities that the decision states; None for who did not take it."""
    return decision().total if municipality == DECIDED_BY else None
