"""Money is exact: whole cents or decimals, and a division that loses no cent."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction

import pandas as pd

from data.columns import AMOUNT

CENT = Decimal("0.01")


def in_cents(lines: pd.DataFrame) -> pd.Series:
    """The amounts of budget lines as whole cents (int64).

    The store keeps cents and hands them out divided by 100; rounding finds the same cents again,
    for amounts up to some ninety thousand billion euros.
    """
    return (lines[AMOUNT] * 100).round().astype("int64")


def in_euros(cents: int) -> Decimal:
    """Whole cents as euros with two decimals."""
    return (Decimal(int(cents)) / 100).quantize(CENT)


def to_cents(amount: Decimal) -> int:
    """Euros as whole cents; half a cent goes up."""
    return int((amount * 100).to_integral_value(ROUND_HALF_UP))


def per_unit(cents: int, units: float) -> Decimal | None:
    """Euros per unit, rounded to the cent; None when there are no units."""
    if not units > 0:
        return None
    return (Decimal(int(cents)) / 100 / Decimal(repr(float(units)))).quantize(CENT, ROUND_HALF_UP)


def allocate(cents: int, weights: Sequence[float]) -> list[int]:
    """`cents` divided in proportion to the weights, in whole cents that add up to `cents`.

    The method of the largest remainders (Hamilton): everybody gets the whole cents of the own
    part, what is left goes cent by cent to the largest remainders, the first of equals first.
    Weights may not be negative; of weights that are all zero nobody gets anything.
    """
    exact = [Fraction(weight) for weight in weights]
    whole = sum(exact)
    if not whole:
        return [0] * len(exact)
    parts = [abs(cents) * weight / whole for weight in exact]
    given = [int(part) for part in parts]
    order = sorted(range(len(parts)), key=lambda place: given[place] - parts[place])
    for place in order[: abs(cents) - sum(given)]:
        given[place] += 1
    return given if cents >= 0 else [-part for part in given]
