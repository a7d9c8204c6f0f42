"""Amounts in every spelling, as exact cents."""

from __future__ import annotations

import datetime as dt

import pytest

from data.cells.cell import Cell
from data.cells.money import Amount, parse_amounts, unit_in
from texts import Message


@pytest.mark.parametrize(
    ("cell", "cents"),
    [
        ("€ 1.234,56", 123456),
        ("€20762,-", 2076200),
        ("€ 540.000,--", 54000000),
        ("€ 587.273,=", 58727300),
        ("€ 5,–", 500),
        ("-1.234,50", -123450),
        ("1.234,50-", -123450),
        ("(1.234,50)", -123450),
        ("€ (1.234,50)", -123450),
        ("(€ 1.234,50)", -123450),
        ("€ -12", -1200),
        ("- € 12", -1200),
        ("-€ 12,50", -1250),
        ("−12,50", -1250),
        ("– 12,50", -1250),
        ("-/- 12,50", -1250),
        ("12,50 -/-", -1250),
        ("EUR 12", 1200),
        ("EUR540.000,00", 54000000),
        ("540.000,00 EUR", 54000000),
        ("12 euro", 1200),
        ("12€", 1200),
        ("1 234,50", 123450),
        ("1\u00a0234,50", 123450),
        ("€ 1\u2009234\u2009567,89", 123456789),
        ("1.234.567", 123456700),
        ("20.762", 2076200),
        ("1,234.50", 123450),
        ("7.5", 750),
        ("0,1", 10),
        ("€ 1,2 mln", 120000000),
        ("€ -", 0),
        ("nihil", 0),
        (12, 1200),
        (0.1 + 0.2, 30),
        (12.499999999, 1250),
        (-7.25, -725),
        (20762.0, 2076200),
    ],
)
def test_amount_is_read(cell: Cell, cents: int) -> None:
    assert parse_amounts([cell]) == [Amount(cents)]


@pytest.mark.parametrize(
    ("cell", "cents"), [(1000 / 3, 33333), ("1,2345", 123), (2.125, 213), (-2.125, -213)]
)
def test_finer_than_a_cent_is_rounded_and_told(cell: Cell, cents: int) -> None:
    assert parse_amounts([cell]) == [Amount(cents, rounded=True)]


@pytest.mark.parametrize(
    "cell",
    [
        "abc", "USD 12", "€ 12,50 excl. btw", "--5", "(12,50-)", "12,", "1.23.4", "12,5 %", "1e3",
        True, dt.date(2019, 1, 1), dt.time(7, 30), 1e300, float("inf"), "99.999.999.999.999",
    ],
)  # fmt: skip
def test_what_is_no_amount_is_refused(cell: Cell) -> None:
    assert isinstance(parse_amounts([cell])[0], Message)


def test_column_decides_how_its_numbers_are_written() -> None:
    assert parse_amounts(["12,75", "1.234"]) == [Amount(1275), Amount(123400)]
    assert parse_amounts(["1,234.50", "1,234"]) == [Amount(123450), Amount(123400)]
    assert parse_amounts(["1,250", "12,500"]) == [Amount(125000), Amount(1250000)]


def test_conflict_in_a_column_refuses_only_what_is_ambiguous() -> None:
    dutch, english, ambiguous, number = parse_amounts(["1.234,50", "1,234.50", "1.234", 1.234])
    assert dutch == english == Amount(123450)
    assert isinstance(ambiguous, Message)
    assert number == Amount(123, rounded=True)


def test_unit_multiplies_and_allows_three_more_decimals() -> None:
    amounts = parse_amounts(["20,762", "1.234,5", "12", 20.762, -3], unit=1000)
    assert amounts == [
        Amount(2076200), Amount(123450000), Amount(1200000), Amount(2076200), Amount(-300000),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("heading", "unit"),
    [
        ("Bedrag", 1),
        ("Bedrag x € 1.000", 1000),
        ("Bedragen (x €1000)", 1000),
        ("Begroting × 1.000", 1000),
        ("Lasten (in € 1.000)", 1000),
        ("Bedrag in duizenden euro's", 1000),
        ("Begroting (k€)", 1000),
        ("Bedrag\nx € 1.000", 1000),
        ("Budget x € 1 mln", 1_000_000),
        ("Budget x € 1.000.000", 1_000_000),
        ("Budget in miljoenen", 1_000_000),
        ("Bedrag boven € 1.000", 1),
        ("Begroting 2019", 1),
        ("Taxi 1000", 1),
    ],
)
def test_unit_in_a_heading(heading: str, unit: int) -> None:
    assert unit_in(heading) == unit
