from __future__ import annotations

import pytest

from data.money.agreements import FIGURES
from data.money.reading import read_figure, read_inhabitants
from texts import Message


@pytest.mark.parametrize(
    ("figure", "text", "stored"),
    [
        ("rate", "€ 0,13", "0.13"),
        ("rate", "0.135", "0.135"),
        ("rate", "1", "1"),
        ("contribution", "€ 20.762,-", "20762"),
        ("contribution", "20.963,80", "20963.8"),
        ("total", "€ 540.000,--", "540000"),
        ("inhabitants", "161.260", "161260"),
        ("general_percent", "40 %", "40"),
        ("tailored_percent", "62,5", "62.5"),
        ("reference_date", "1 januari 2019", "2019-01-01"),
        ("renewal", "03-04-2027", "2027-04-03"),
        ("last_year", "2027", "2027"),
        ("signer", "  algemeen   directeur ", "algemeen directeur"),
        ("signer", "=1+1", "=1+1"),
        ("rate", "  ", ""),
    ],
)
def test_figures_as_people_type_them(figure: str, text: str, stored: str) -> None:
    assert read_figure(figure, text) == stored
    if stored:
        FIGURES[figure](stored)


@pytest.mark.parametrize(
    ("figure", "text"),
    [
        ("rate", "dertien cent"),
        ("rate", "-0,13"),
        ("rate", "200"),
        ("contribution", "-5"),
        ("contribution", "veel"),
        ("inhabitants", "0"),
        ("inhabitants", "12,5"),
        ("general_percent", "140"),
        ("reference_date", "2019"),
        ("reference_date", "31-02-2019"),
        ("last_year", "straks"),
        ("title", "x" * 300),
    ],
)
def test_what_cannot_be_right_is_refused_with_a_sentence(figure: str, text: str) -> None:
    found = read_figure(figure, text)
    assert isinstance(found, Message)
    assert str(found).strip()


def test_inhabitants_are_a_whole_number() -> None:
    assert read_inhabitants("159.709") == "159709"
    assert isinstance(read_inhabitants("een ton"), Message)
