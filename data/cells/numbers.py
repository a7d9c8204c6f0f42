"""Numbers as people write them: Dutch or English, decided for a column as a whole."""

from __future__ import annotations

import re
from collections.abc import Iterable
from decimal import Decimal
from enum import Enum

from data.cells import messages
from data.cells.text import shorten
from texts import Message

_MINUS = re.compile("[\u2010-\u2015\u2212\ufe58\ufe63\uff0d]")
_SPACED = re.compile(r"^\d{1,3}(?:[\s'’]\d{3})+(?=$|[.,])")
_DIGITS = re.compile(r"^[\d.,]*\d$")
_DUTCH_GROUPS = re.compile(r"^[1-9]\d{0,2}(?:\.\d{3})+$")
_ENGLISH_GROUPS = re.compile(r"^[1-9]\d{0,2}(?:,\d{3})+$")


class Shape(Enum):
    """What the points and commas of a number tell about its language."""

    PLAIN = "plain"
    DUTCH = "dutch"
    ENGLISH = "english"
    POINT_AND_THREE = "1.234"
    COMMA_AND_THREE = "1,234"
    NONE = "no number"


class Style(Enum):
    """How the numbers of a column are written; MIXED when both ways stand in it."""

    DUTCH = "dutch"
    ENGLISH = "english"
    MIXED = "mixed"


def plain_minus(text: str) -> str:
    """`text` with every kind of dash as a hyphen."""
    return _MINUS.sub("-", text)


def digits_of(text: str) -> str:
    """An unsigned number without the spaces or apostrophes between its thousands."""
    spaced = _SPACED.match(text)
    if spaced:
        return re.sub(r"[\s'’]", "", spaced.group()) + text[spaced.end() :]
    return text


def shape_of(digits: str) -> Shape:
    """What an unsigned number without spaces tells about its language."""
    if digits.isascii() and digits.isdigit():
        return Shape.PLAIN
    if not _DIGITS.match(digits):
        return Shape.NONE
    points, commas = digits.count("."), digits.count(",")
    if points and commas:
        return _shape_of_both(digits)
    if not points and not commas:
        return Shape.PLAIN
    if points:
        single = Shape.POINT_AND_THREE
        return _shape_of_one(digits, ".", points, single, Shape.ENGLISH, Shape.DUTCH)
    return _shape_of_one(digits, ",", commas, Shape.COMMA_AND_THREE, Shape.DUTCH, Shape.ENGLISH)


def _shape_of_both(digits: str) -> Shape:
    if digits.rfind(",") > digits.rfind("."):
        whole, _, rest = digits.rpartition(",")
        return Shape.DUTCH if _DUTCH_GROUPS.match(whole) and rest.isdigit() else Shape.NONE
    whole, _, rest = digits.rpartition(".")
    return Shape.ENGLISH if _ENGLISH_GROUPS.match(whole) and rest.isdigit() else Shape.NONE


def _shape_of_one(
    digits: str, mark: str, count: int, ambiguous: Shape, as_decimal: Shape, as_groups: Shape
) -> Shape:
    groups = _DUTCH_GROUPS if mark == "." else _ENGLISH_GROUPS
    if count > 1:
        return as_groups if groups.match(digits) else Shape.NONE
    return ambiguous if groups.match(digits) else as_decimal


def style_of(
    numbers: Iterable[str], max_decimals: int | None = None, *, otherwise: Style = Style.DUTCH
) -> Style:
    """How a column writes its numbers: by its unambiguous cells, else by what they can only mean.

    With at most two decimals (money), `1.234` can only be Dutch and `1,234` only English. Nothing
    to go by: `otherwise`.
    """
    shapes = {shape_of(number) for number in numbers}
    evidence = shapes & {Shape.DUTCH, Shape.ENGLISH}
    if not evidence and max_decimals is not None and max_decimals < 3:
        implied = {
            Shape.POINT_AND_THREE: Shape.DUTCH,
            Shape.COMMA_AND_THREE: Shape.ENGLISH,
        }
        evidence = {implied[shape] for shape in shapes & set(implied)}
    if len(evidence) == 2:
        return Style.MIXED
    if not evidence:
        return otherwise
    return Style.ENGLISH if Shape.ENGLISH in evidence else Style.DUTCH


def read_digits(digits: str, style: Style, max_decimals: int | None = None) -> Decimal | Message:
    """The value of an unsigned number in a column of that style, or a sentence why not."""
    shape = shape_of(digits)
    if shape is Shape.NONE:
        return not_a_number(digits)
    if shape is Shape.PLAIN:
        return Decimal(digits)
    if shape in (Shape.POINT_AND_THREE, Shape.COMMA_AND_THREE):
        return _read_ambiguous(digits, shape, style, max_decimals)
    if shape is Shape.DUTCH:
        return Decimal(digits.replace(".", "").replace(",", "."))
    return Decimal(digits.replace(",", ""))


def _read_ambiguous(
    digits: str, shape: Shape, style: Style, max_decimals: int | None
) -> Decimal | Message:
    own_mark = "." if shape is Shape.POINT_AND_THREE else ","
    decimal_mark = "." if style is Style.ENGLISH else ","
    as_decimal = own_mark == decimal_mark
    if style is Style.MIXED or (as_decimal and max_decimals is not None and max_decimals < 3):
        whole = digits.replace(own_mark, "")
        return messages.NUMBER_AMBIGUOUS(
            value=digits, whole=whole, decimal=digits.replace(".", ",")
        )
    return Decimal(digits.replace(own_mark, "." if as_decimal else ""))


def not_a_number(text: str) -> Message:
    """The sentence about a cell that should be a number."""
    return messages.NUMBER_UNREADABLE(value=shorten(text))
