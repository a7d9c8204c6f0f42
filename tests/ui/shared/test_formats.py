from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from decimal import Decimal
from typing import Any

import pytest

from texts import use_language
from ui.shared import formats

NAN = float("nan")
A_DAY = dt.date(2019, 4, 3)


@pytest.mark.parametrize(
    ("write", "value", "dutch", "english"),
    [
        (formats.number, 1234567, "1.234.567", "1,234,567"),
        (formats.number, 0, "0", "0"),
        (formats.number, None, "n.v.t.", "n/a"),
        (formats.number, NAN, "n.v.t.", "n/a"),
        (formats.hours, 7.5, "7,5", "7.5"),
        (formats.hours, 8.0, "8", "8"),
        (formats.hours, 2.25, "2,25", "2.25"),
        (formats.percent, 0.736, "74\u00a0%", "74%"),
        (formats.percent, None, "n.v.t.", "n/a"),
        (formats.money, Decimal("20963.80"), "€\u00a020.963,80", "€20,963.80"),
        (formats.money, -12.5, "€\u00a0-12,50", "-€12.50"),
        (formats.money, NAN, "n.v.t.", "n/a"),
        (formats.signed, 3, "+3", "+3"),
        (formats.signed, -3, "\u22123", "\u22123"),
        (formats.signed, 0, "±0", "±0"),
        (formats.signed, None, "n.v.t.", "n/a"),
        (formats.date, A_DAY, "3 april 2019", "3 April 2019"),
        (formats.date, None, "n.v.t.", "n/a"),
        (formats.short_date, A_DAY, "03-04-2019", "03/04/2019"),
        (formats.month_label, A_DAY, "apr 2019", "Apr 2019"),
        (formats.quarter_label, A_DAY, "2019 kw 2", "2019 Q2"),
    ],
)
def test_values_read_as_the_language_writes_them(
    write: Callable[[Any], str], value: object, dutch: str, english: str
) -> None:
    with use_language("nl"):
        assert write(value) == dutch
    with use_language("en"):
        assert write(value) == english


def test_whole_amounts_go_without_cents() -> None:
    with use_language("nl"):
        assert formats.money(Decimal(20762), cents=False) == "€\u00a020.762"


@pytest.mark.parametrize(
    ("per", "expected"), [("year", "2019"), ("quarter", "2019 kw 2"), ("month", "apr 2019")]
)
def test_a_period_is_named_after_its_step(per: str, expected: str) -> None:
    with use_language("nl"):
        assert formats.period_label(A_DAY, per) == expected


@pytest.mark.parametrize(("language", "expected"), [("nl", ",."), ("en", ".,")])
def test_plotly_gets_the_separators_of_the_language(language: str, expected: str) -> None:
    with use_language(language):
        assert formats.separators() == expected


@pytest.mark.parametrize(
    ("precision", "shown"),
    [("day", "01-04-2019"), ("month", "apr 2019"), ("quarter", "2019 kw 2"), ("year", "2019")],
)
def test_a_date_is_said_as_exactly_as_it_is_known(precision: str, shown: str) -> None:
    with use_language("nl"):
        assert formats.known_date(dt.date(2019, 4, 1), precision) == shown
    assert formats.known_date(None, precision) == ""


@pytest.mark.parametrize(
    ("parts", "expected"),
    [([], ""), (["a"], "a"), (["a", "b"], "a en b"), (["a", "b", "c"], "a, b en c")],
)
def test_a_list_reads_as_a_sentence(parts: list[str], expected: str) -> None:
    with use_language("nl"):
        assert formats.enumerated(parts) == expected
