"""Points and commas: what they tell, and what a column as a whole decides."""

from __future__ import annotations

from decimal import Decimal

import pytest

from data.cells.numbers import Shape, Style, digits_of, read_digits, shape_of, style_of
from texts import Message


@pytest.mark.parametrize(
    ("digits", "shape"),
    [
        ("1234", Shape.PLAIN),
        ("1.234,5", Shape.DUTCH),
        ("12,75", Shape.DUTCH),
        ("0,125", Shape.DUTCH),
        (",5", Shape.DUTCH),
        ("1234,567", Shape.DUTCH),
        ("1.234.567", Shape.DUTCH),
        ("1,234.50", Shape.ENGLISH),
        ("7.5", Shape.ENGLISH),
        ("0.125", Shape.ENGLISH),
        ("1,234,567", Shape.ENGLISH),
        ("1.234", Shape.POINT_AND_THREE),
        ("1,234", Shape.COMMA_AND_THREE),
        ("1.23.4", Shape.NONE),
        ("1.2345,00", Shape.NONE),
        ("12,", Shape.NONE),
        ("", Shape.NONE),
        ("12a", Shape.NONE),
    ],
)
def test_shape_of_a_number(digits: str, shape: Shape) -> None:
    assert shape_of(digits) is shape


@pytest.mark.parametrize(
    ("numbers", "max_decimals", "style"),
    [
        ([], None, Style.DUTCH),
        (["1.234", "5"], None, Style.DUTCH),
        (["1,234"], None, Style.DUTCH),
        (["12,75", "1.234"], None, Style.DUTCH),
        (["7.5", "1.234"], None, Style.ENGLISH),
        (["1.234,50", "1,234.50"], None, Style.MIXED),
        (["1.234"], 2, Style.DUTCH),
        (["1,234"], 2, Style.ENGLISH),
        (["1.234", "1,234"], 2, Style.MIXED),
        (["1,234"], 5, Style.DUTCH),
        (["1,234", "12,50"], 2, Style.DUTCH),
    ],
)
def test_style_of_a_column(numbers: list[str], max_decimals: int | None, style: Style) -> None:
    assert style_of(numbers, max_decimals) is style


@pytest.mark.parametrize(
    ("digits", "style", "value"),
    [
        ("1.234", Style.DUTCH, "1234"),
        ("1.234", Style.ENGLISH, "1.234"),
        ("1,234", Style.DUTCH, "1.234"),
        ("1,234", Style.ENGLISH, "1234"),
        ("1.234,5", Style.ENGLISH, "1234.5"),
        ("1,234.5", Style.DUTCH, "1234.5"),
        ("1.234.567", Style.MIXED, "1234567"),
        ("1,234,567", Style.MIXED, "1234567"),
        ("7.5", Style.DUTCH, "7.5"),
        ("7,5", Style.MIXED, "7.5"),
        ("12", Style.MIXED, "12"),
    ],
)
def test_number_is_read(digits: str, style: Style, value: str) -> None:
    assert read_digits(digits, style) == Decimal(value)


@pytest.mark.parametrize("digits", ["1.234", "1,234"])
def test_ambiguous_number_in_a_mixed_column_is_refused(digits: str) -> None:
    refused = read_digits(digits, Style.MIXED)
    assert isinstance(refused, Message)
    assert "1234" in str(refused)
    assert "1,234" in str(refused)


@pytest.mark.parametrize(
    ("text", "digits"),
    [
        ("1 234,50", "1234,50"),
        ("1\u202f234\u202f567", "1234567"),
        ("1'234.50", "1234.50"),
        ("12 34", "12 34"),
        ("1234", "1234"),
    ],
)
def test_spaces_between_thousands_are_dropped(text: str, digits: str) -> None:
    assert digits_of(text) == digits
