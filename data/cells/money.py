"""Amounts of money, as exact cents."""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import ROUND_HALF_UP, Decimal
from typing import NamedTuple

from data.cells import messages
from data.cells.cell import Cell
from data.cells.numbers import (
    Style,
    digits_of,
    not_a_number,
    plain_minus,
    read_digits,
    shape_of,
    style_of,
)
from data.cells.text import cell_text, shorten
from texts import Message

FINE = 1_000  # of `fine_amounts`, in a cent

_CURRENCY = re.compile(r"€|(?<![a-z])(?:eur|euro|euro['’]?s)(?![a-z])", re.IGNORECASE)
_WHOLE_EUROS = re.compile(r"(?<=\d)\s*[.,]\s*(?:-{1,2}|={1,2})(?=\)?$)")
_MAGNITUDE = re.compile(
    r"(?<=\d)\s*(?:(k|duizend|dzd\.?|thousand)|(mln\.?|miljoen|million))$", re.IGNORECASE
)
# "x € 1.000", "(x 1000)", "in € 1.000", "in duizenden", "k€", "x € 1 mln".
_THOUSANDS = re.compile(
    r"[x×*]\s*(?:€|eu(?:r|ro)?)?\s*1[.,\s]?000\b(?![.,]\d)|[x×*]\s*(?:€|eur)?\s*duizend\b"
    r"|\bin\s*(?:€|eur(?:o)?)?\s*1[.,]?000\b(?![.,]\d)|\(\s*(?:€|eur)\s*1[.,]?000\s*\)"
    r"|\bin\s+(?:euro\s+)?duizend(?:en|tallen)?\b|\bk\s?€|€\s?k\b|\bin\s+(?:€\s*)?thousands\b|€\s?000\b",
    re.IGNORECASE,
)
_MILLIONS = re.compile(
    r"[x×*]\s*(?:€|eur(?:o)?)?\s*1[.,\s]?000[.,\s]?000\b|[x×*]\s*(?:€|eur)?\s*1\s*(?:mln|miljoen)\b"
    r"|\bin\s+(?:€\s*)?(?:miljoenen|mln|millions)\b|\bmln\b\.?\s*(?:€|euro?\b|\)|$)"
    r"|(?:€|\beur(?:o)?)\s*mln\b|\(\s*(?:miljoen|million|mio)\s*\)",
    re.IGNORECASE,
)
_SIDE = re.compile(
    r"(?<=[\d)-])\s*(?:(cr|credit|ct|c|v|voordelig|voordeel)"
    r"|dr|db|deb|debet|debit|d|n|nadelig|nadeel)\.?$",
    re.IGNORECASE,
)
_SIDE_FIRST = re.compile(r"^(?:(cr|c)|dr|d)\.?\s+(?=[\d(])", re.IGNORECASE)
MAX_CENTS = 10**15  # ten thousand billion euros: beyond any budget, well inside 64 bits
_CENTS = 2


class Amount(NamedTuple):
    """An amount in cents; `rounded` when the cell was finer than a cent."""

    cents: int
    rounded: bool = False


class _Written(NamedTuple):
    """A text cell taken apart: sign, digits, and the factor of a word such as `mln`."""

    sign: int
    digits: str
    factor: int


_LONGEST = 400  # characters of a heading or a title: the unit stands near its beginning


def unit_in(text: str) -> int:
    """What the amounts under a heading are counted in: 1, 1,000 or 1,000,000 euros."""
    flat = plain_minus(re.sub(r"\s+", " ", text[:_LONGEST]))
    if _MILLIONS.search(flat):
        return 1_000_000
    return 1_000 if _THOUSANDS.search(flat) else 1


def tells_thousands(text: str) -> bool:
    """Whether a text says that amounts are in thousands or in millions."""
    return unit_in(text) > 1


def parse_amounts(cells: Sequence[Cell], *, unit: int = 1) -> list[Amount | Message]:
    """The amount in each cell of one column, times `unit`, or a sentence why it cannot be read."""
    written = [_take_apart(cell) if isinstance(cell, str) else None for cell in cells]
    max_decimals = _CENTS + len(str(unit)) - 1
    style = style_of((w.digits for w in written if w and w.factor == 1), max_decimals)
    return [
        _parse(cell, parts, style, max_decimals, unit)
        for cell, parts in zip(cells, written, strict=True)
    ]


def _parse(
    cell: Cell, parts: _Written | None, style: Style, max_decimals: int, unit: int
) -> Amount | Message:
    if parts:
        decimals = max_decimals if parts.factor == 1 else None
        value = read_digits(parts.digits, style, decimals)
        if isinstance(value, Message):
            return value
        return _to_amount(parts.sign * parts.factor * value * unit, cell)
    if isinstance(cell, int | float) and not isinstance(cell, bool):
        return _to_amount(Decimal(repr(cell)) * unit, cell)
    return not_an_amount(cell)


def _to_amount(euros: Decimal, cell: Cell) -> Amount | Message:
    if not euros.is_finite() or abs(euros) * 100 >= MAX_CENTS:
        return messages.AMOUNT_TOO_LARGE(value=shorten(cell_text(cell)))
    # Floats carry noise far behind the comma; what remains after it is really there.
    clean = euros.quantize(Decimal("1e-6"), ROUND_HALF_UP)
    cents = clean.quantize(Decimal("0.01"), ROUND_HALF_UP)
    return Amount(int(cents * 100), rounded=abs(clean - cents) > Decimal("1e-4"))


def _take_apart(text: str) -> _Written | None:
    """Sign, digits and factor of an amount in text; None when it is no amount."""
    rest = plain_minus(text).replace("-/-", "-").strip()
    rest = _CURRENCY.sub(" ", rest).strip()
    if rest.casefold() == "nihil" or (rest == "-" and rest != plain_minus(text).strip()):
        return _Written(1, "0", 1)  # "€ -" is how a spreadsheet shows zero in money format
    rest = _WHOLE_EUROS.sub("", rest)
    side = _SIDE.search(rest)
    rest, negative = (rest[: side.start()], int(bool(side[1]))) if side else (rest, 0)
    first = None if side else _SIDE_FIRST.match(rest)
    rest, negative = (rest[first.end() :], int(bool(first[1]))) if first else (rest, negative)
    if rest.startswith("(") and rest.endswith(")"):
        rest, negative = rest[1:-1].strip(), negative + 1
        rest = _WHOLE_EUROS.sub("", rest)
    if rest.startswith(("-", "+")):
        negative += rest[0] == "-"
        rest = rest[1:].strip()
    elif rest.endswith("-"):
        rest, negative = rest[:-1].strip(), negative + 1
    factor = 1
    magnitude = _MAGNITUDE.search(rest)
    if magnitude:
        rest, factor = rest[: magnitude.start()], 1_000 if magnitude[1] else 1_000_000
    digits = digits_of(rest.strip())
    if negative > 1 or shape_of(digits).value == "no number":
        return None
    return _Written(-1 if negative else 1, digits, factor)


def fine_amounts(cells: Sequence[Cell]) -> list[int]:
    """The amounts in thousandths of a cent, 0 for what is none: those in thousands keep all."""
    read = parse_amounts(cells, unit=FINE)
    return [amount.cents if isinstance(amount, Amount) else 0 for amount in read]


def negative(cell: Cell) -> Cell:
    """The cell with its amount on the other side of nothing."""
    if isinstance(cell, (int, float)) and not isinstance(cell, bool):
        return -cell
    if not isinstance(cell, str):
        return cell
    text = cell.strip()
    bare = text.strip("()").strip() if text.startswith("(") else text.strip("-").strip()
    return bare if bare != text else f"-{text}"


def not_an_amount(cell: Cell) -> Message:
    """The sentence about a cell that should be an amount of money."""
    if isinstance(cell, str):
        return messages.AMOUNT_UNREADABLE(value=shorten(cell))
    return _made_of_something_else(cell)


def _made_of_something_else(cell: Cell) -> Message:
    if isinstance(cell, bool):
        return not_a_number(cell_text(cell))
    return messages.NUMBER_BECAME_DATE(value=cell_text(cell))
