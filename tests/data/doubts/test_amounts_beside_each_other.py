"""Amounts beside amounts of a budget: of days, of income, what is open, units of their own."""

from __future__ import annotations

import pytest

from tests.data.doubts.test_numbers_and_periods import LINES, asked, read, sums


@pytest.mark.parametrize("days", [("31-03-2022", "30-06-2022"), ("31/3/2022", "30/9/2022")])
@pytest.mark.parametrize("words", ["Realisatie per {}", "Realisatie stand {}", "Besteed per {}"])
def test_of_amounts_as_they_stood_the_last_is_read(words: str, days: tuple[str, str]) -> None:
    rows = [["Omschrijving", "Begroting 2022", *(words.format(day) for day in days)]]
    rows += [[LINES[0], 20762, 5190, 10381], [LINES[1], 6000, 1000, 2500]]
    assert sums(read(*rows)) == {"budget": 26762, "actual": 12881}


def test_of_days_without_a_word_it_is_asked() -> None:
    days = ("31-03-2022", "30-06-2022", "30-09-2022")
    rows = [["Omschrijving", "Begroting 2022", *(f"Realisatie {day}" for day in days)]]
    rows += [[LINES[0], 20762, 5190, 10381, 15571], [LINES[1], 6000, 1000, 2500, 4000]]
    assert asked(read(*rows)) == ["up_to_each:actual"]
    answered = read(*rows, up_to_each__actual="up_to_each")
    assert sums(answered) == {"budget": 26762, "actual": 19571}


@pytest.mark.parametrize(
    ("costs", "income", "net"),
    [((20762, ""), ("", -5000), 15762), ((20762, ""), ("", 5000), 15762),
     ((20762, 500), (0, -5000), 16262)],
)  # fmt: skip
def test_income_is_subtracted_whatever_its_sign(
    costs: tuple[float, float], income: tuple[float, float], net: float
) -> None:
    rows = [["Jaar", "Omschrijving", "Lasten", "Baten"]]
    rows += [[2022, *told] for told in zip(LINES, costs, income, strict=False)]
    assert sum(sums(read(*rows)).values()) == net


def test_income_across_with_a_minus_is_subtracted_once() -> None:
    rows = [["Omschrijving", "Begroting 2022 lasten", "Begroting 2022 baten"]]
    rows += [[LINES[0], 20762, 0], [LINES[1], 6000, -5000]]
    assert sums(read(*rows)) == {"budget": 21762}


@pytest.mark.parametrize("heading", ["Restant", "Restverplichting", "Openstaand"])
def test_of_commitments_counts_what_is_open(heading: str) -> None:
    rows = [["Jaar", "Omschrijving", "Verplicht", "Gefactureerd", heading]]
    rows += [[2022, LINES[0], 20762, 20762, 0], [2022, LINES[1], 10000, 4000, 6000]]
    assert sums(read(*rows)).get("commitment") == 6000


def test_a_unit_per_row_counts_across_years_too() -> None:
    rows = [["Omschrijving", "Eenheid", "Begroting 2022", "Begroting 2023"]]
    rows += [[LINES[0], "€", 20762, 20963], [LINES[1], "x € 1.000", 6, 7]]
    assert sums(read(*rows)) == {"budget": 26762 + 27963}
