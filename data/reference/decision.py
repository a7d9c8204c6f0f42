"""The decision that this product starts from: its facts, and what its own figures imply."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import ROUND_CEILING, Decimal

from data.reference import load_facts

_HALF_EURO = Decimal("0.5")


@dataclass(frozen=True)
class Decision:
    """The facts of the decision, as stated in it; amounts in euro, shares in percent."""

    first_year: int
    last_year: int
    rate_per_inhabitant: Decimal
    inhabitants: int
    budget: Decimal
    total_all_cities: Decimal
    general_share: int
    tailored_share: int


@dataclass(frozen=True)
class ContributionCheck:
    """Budgeted beside calculated, shown and never corrected; amounts in euro a year.

    `lowest` and `highest` are the numbers of inhabitants that give the budgeted amount when the
    outcome is rounded to whole euros.
    """

    budgeted: Decimal
    calculated: Decimal
    lowest: int
    highest: int

    @property
    def difference(self) -> Decimal:
        """How much more the calculated contribution is."""
        return self.calculated - self.budgeted


def load_decision() -> Decision:
    """The facts as they stand in `facts.csv`."""
    value = {name: Decimal(fact.value) for name, fact in load_facts().items()}
    return Decision(
        first_year=int(value["first_year"]),
        last_year=int(value["last_year"]),
        rate_per_inhabitant=value["rate_per_inhabitant"],
        inhabitants=int(value["inhabitants"]),
        budget=value["budget"],
        total_all_cities=value["total_all_cities"],
        general_share=int(value["general_share"]),
        tailored_share=int(value["tailored_share"]),
    )


def check_contribution(budgeted: Decimal, rate: Decimal, inhabitants: int) -> ContributionCheck:
    """What rate times inhabitants gives, and which inhabitants the budgeted amount implies."""
    lowest = _round_up((budgeted - _HALF_EURO) / rate)
    beyond = _round_up((budgeted + _HALF_EURO) / rate)
    return ContributionCheck(budgeted, rate * inhabitants, lowest, beyond - 1)


def _round_up(value: Decimal) -> int:
    return int(value.to_integral_value(ROUND_CEILING))
