"""Columns of one kind of amount for one year, and percentages that may be taken for amounts."""

from __future__ import annotations

from typing import Any

import pytest

from tests.data.doubts.test_numbers_and_periods import LINES, asked, read, sums

PAIRS = [
    (["Omschrijving", "Begroting 2022 structureel", "Begroting 2022 incidenteel"], []),
    (["Jaar", "Omschrijving", "Begroting", "Begroting"], [2022]),
    (["Jaar", "Omschrijving", "Begroting structureel", "Begroting incidenteel"], [2022]),
]


@pytest.mark.parametrize(("head", "year"), PAIRS)
@pytest.mark.parametrize(
    ("answer", "budget"), [("together", 26762), ("first_alone", 21762), ("second_alone", 5000)]
)
def test_two_columns_of_a_year_are_asked_about(
    head: list[str], year: list[Any], answer: str, budget: float
) -> None:
    rows = [head, [*year, LINES[0], 20762, 0], [*year, LINES[1], 1000, 5000]]
    (question,) = asked(read(*rows))
    assert (question[:13], sums(read(*rows))) == ("amounts_twice", {})
    answered = read(*rows, **{question: answer})
    assert (sums(answered), asked(answered)) == ({"budget": budget}, [])


@pytest.mark.parametrize(
    "more",
    ["Begroting 2022 per inwoner", "Toename begroting 2022", "Begroting 2021", "Verschil 2022",
     "Begroting 2022 in %", "Begrotingsnummer", "Budgethouder", "Prognose 2022"],
)  # fmt: skip
def test_a_column_of_something_else_is_not(more: str) -> None:
    rows = [["Omschrijving", "Begroting 2022", more], [LINES[0], 20762, 12], [LINES[1], 6000, 31]]
    assert asked(read(*rows)) == []


@pytest.mark.parametrize("shares", [(98, 100, 75), (0.98, 1, 0.75), (98.5, 101.2, 3)])
def test_percentages_of_the_budget_are_asked_about(shares: tuple[float, ...]) -> None:
    rows = [["Jaar", "Omschrijving", "Begroting", "Realisatie"]]
    lines = zip(LINES, (20762, 6000, 3000), shares, strict=True)
    rows += [[2022, *told] for told in lines]
    assert (sums(read(*rows)), asked(read(*rows))) == ({}, ["shares:actual"])
    left = read(*rows, shares__actual="leave_out")
    assert (sums(left), asked(left)) == ({"budget": 29762}, [])
    assert sums(read(*rows, shares__actual="count"))["actual"] == pytest.approx(sum(shares), 0.01)


@pytest.mark.parametrize("spent", [(98, 6000, 75), (0, 0, 0), (98, 0, 75), (980, 1000, 750)])
def test_small_amounts_among_others_are_read(spent: tuple[float, ...]) -> None:
    rows = [["Jaar", "Omschrijving", "Begroting", "Realisatie"]]
    rows += [[2022, *told] for told in zip(LINES, (20762, 6000, 3000), spent, strict=True)]
    assert asked(read(*rows)) == []
    assert sums(read(*rows))["actual"] == sum(spent)


@pytest.mark.parametrize("line", ["Baten", "Inkomsten", "Opbrengsten:"])
def test_rows_below_a_line_of_income_are_asked_about(line: str) -> None:
    rows = [["Jaar", "Omschrijving", "Begroot"], ["", "Lasten", ""], [2022, LINES[0], 20762]]
    rows += [[2022, LINES[1], 6000], ["", line, ""], [2022, LINES[2], 5000]]
    (question,) = asked(read(*rows))
    assert (question.startswith("line:"), sums(read(*rows))) == (True, {"budget": 26762})
    answer = {question.replace(":", "__"): "count"}
    assert sums(read(*rows, **answer)) == {"budget": 31762}
