"""How a finance export was read: what a person confirms before it is stored."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from texts import Message

# What is wrong between a printed total and the lines that it adds up.
AGREES = ""
SIGN, SIDES, UNIT, ONE_SIGN, UNREADABLE, DIFFERENCE = (
    "sign", "sides", "unit", "one_sign", "unreadable", "difference",
)  # fmt: skip


@dataclass(frozen=True)
class PrintedTotal:
    """A total as it stands in the export, and what the lines say instead.

    `row` is Excel's number, `column` the heading; `printed` and `counted` are cents; `factor` is
    how many times the unit is off, `line` the row of the line with the wrong sign.
    """

    row: int
    column: str
    printed: int
    counted: int
    fault: str = AGREES
    factor: int = 1
    line: int | None = None


@dataclass(frozen=True)
class RuleLine:
    """A line as the preview shows it: Excel's row, its texts, its amount in cents."""

    row: int
    texts: tuple[str, ...]
    cents: int


@dataclass(frozen=True)
class Division:
    """What the rule keeps or leaves: how many rows, cents by kind of amount, some of the lines."""

    rows: int = 0
    cents: Mapping[str, int] = field(default_factory=dict)
    lines: tuple[RuleLine, ...] = ()


@dataclass(frozen=True)
class FinanceReading:
    """How one sheet of a finance export was read.

    `year` is the year of all lines, where no column tells it, and `year_from` where it was found.
    `unit_found` is what the sheet or its format says that amounts count in, `unit` what they were
    multiplied by; `sign` is -1 when they were turned round. `closest` are lines that the rule only
    just leaves; `unreadable` are the rows with a printed total that is no amount; `hints` are
    words outside the rule that more lines hold, with how many.
    """

    format: str
    name: Message
    year: int | None
    year_from: str
    unit: int
    unit_found: int
    sign: int
    totals: tuple[PrintedTotal, ...] = ()
    unreadable: tuple[int, ...] = ()
    kept: Division = field(default_factory=Division)
    left: Division = field(default_factory=Division)
    closest: tuple[RuleLine, ...] = ()
    hints: Mapping[str, int] = field(default_factory=dict)

    @property
    def faults(self) -> tuple[PrintedTotal, ...]:
        """The printed totals that the lines do not add up to."""
        return tuple(total for total in self.totals if total.fault)
