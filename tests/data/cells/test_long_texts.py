"""Texts of 32,000 characters: no pattern sees more of them than a value or a heading can hold."""

from __future__ import annotations

import pytest

from data.cells.figures import is_dated
from data.cells.keys import heading_key, without_parentheses, words_in_parentheses
from data.cells.money import unit_in
from data.cells.name_keys import name_key
from data.cells.predicates import is_number, looks_like_value

LONG = 32_000
WORST = ["(", " ", "1", "1-", "a", "A&", ". ", "€ ", "x 1", "mei ", "[1"]


@pytest.mark.parametrize("piece", WORST)
def test_what_is_longer_than_a_value_is_none(piece: str) -> None:
    text = (piece * LONG)[:LONG]
    assert not is_number(text)
    assert not looks_like_value(text)
    assert not is_dated(text)


@pytest.mark.parametrize("piece", WORST)
def test_of_a_heading_only_the_beginning_counts(piece: str) -> None:
    beginning = (piece * LONG)[:400]
    text = beginning + "(Uren) x 1.000" * 1_000
    assert heading_key(text) == heading_key(beginning)
    assert without_parentheses(text) == without_parentheses(beginning)
    assert words_in_parentheses(text) == words_in_parentheses(beginning)
    assert unit_in(text) == unit_in(beginning)


def test_of_a_name_only_the_beginning_counts() -> None:
    beginning = "Vastgoed " * 56  # 504 characters
    assert name_key(beginning + "&" * LONG) == name_key(beginning[:500])
