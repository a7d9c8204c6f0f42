"""Counts of people and of uses, as whole numbers."""

from __future__ import annotations

import math
import re
from collections.abc import Sequence

from data.cells import messages
from data.cells.cell import Cell
from data.cells.keys import plain_words
from data.cells.numbers import Style, digits_of, not_a_number, plain_minus, read_digits, style_of
from data.cells.text import cell_text, shorten
from texts import Message

_PEOPLE = re.compile(
    r"\s*\b(?:deelnemers?|dln\.?|personen|persoon|pers\.?|mensen|man|medewerkers?|collega['’]?s?"
    r"|ambtenaren|participants?|people|attendees|p\.?)$",
    re.IGNORECASE,
)
_GLUED_PEOPLE = re.compile(r"(?<=\d)(?:p|pers|dln)\.?$", re.IGNORECASE)
_USES = {
    "aantal", "aantal keer", "aantal keren", "aantal malen", "aantal vragen", "aantal aanvragen",
    "aantal adviezen", "aantal gebruik", "frequentie", "keer", "count", "number of uses", "times",
}  # fmt: skip


def names_number_of_uses(heading: str) -> bool:
    """Whether a heading says that the numbers below it are how often something was used."""
    return plain_words(heading) in _USES


def parse_counts(cells: Sequence[Cell]) -> list[float | Message]:
    """The number of people in each cell of one column, or a sentence why it cannot be read."""
    texts = {cell: _digits(cell) for cell in cells if isinstance(cell, str)}
    style = style_of((digits.lstrip("-+ ") for digits in texts.values()), max_decimals=0)
    return [
        _parse_text(texts[cell], style, cell) if isinstance(cell, str) else _parse_other(cell)
        for cell in cells
    ]


def _digits(text: str) -> str:
    bare = _GLUED_PEOPLE.sub("", _PEOPLE.sub("", plain_minus(text)))
    sign, rest = ("-", bare[1:]) if bare.startswith("-") else ("", bare)
    return sign + digits_of(rest.strip())


def _parse_text(digits: str, style: Style, cell: str) -> float | Message:
    negative, unsigned = digits.startswith("-"), digits.lstrip("-")
    value = read_digits(unsigned, style, max_decimals=0)
    if isinstance(value, Message):
        return value if messages.NUMBER_AMBIGUOUS.says(value) else not_a_whole_number(cell)
    return _whole(-float(value) if negative else float(value), cell)


def _parse_other(cell: Cell) -> float | Message:
    if isinstance(cell, bool) or not isinstance(cell, int | float):
        return not_a_number(cell_text(cell))
    return _whole(float(cell), cell)


def _whole(value: float, cell: Cell) -> float | Message:
    return value if math.isfinite(value) and value == round(value) else not_a_whole_number(cell)


def not_a_whole_number(cell: Cell) -> Message:
    """The sentence about a cell that should count people."""
    return messages.NUMBER_NOT_WHOLE(value=shorten(cell_text(cell)))


MAX_USES = 1_000  # in one cell of a crosstab; more is a sum, an amount or a slip


def parse_uses(cells: Sequence[Cell]) -> list[float | Message]:
    """How many uses each cell of a crosstab counts, or a sentence why it cannot be read."""
    return [_as_uses(cell, value) for cell, value in zip(cells, parse_counts(cells), strict=True)]


def _as_uses(cell: Cell, value: float | Message) -> float | Message:
    shown = shorten(cell_text(cell))
    if isinstance(value, Message) and messages.NUMBER_AMBIGUOUS.says(value):
        return value
    if isinstance(value, Message) or value < 0:
        return messages.USES_UNREADABLE(value=shown)
    if value > MAX_USES:
        return messages.USES_TOO_MANY(value=shown, most=MAX_USES)
    return value
