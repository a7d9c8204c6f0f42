"""Tables that look like a budget and may be use."""

from __future__ import annotations

from typing import Any

import pytest

from data.cleaning.name_matching import KnownNames
from data.settings import Settings
from data.values.corrections import SheetCorrections
from data.values.grid import Sheet
from data.values.results import SheetResult
from tests.data.one_sheet import read_sheet

CODE = "is_it_money"
PLAN_AND_HELD = (
    ["Afdeling", "Thema", "Plan 2021", "Realisatie 2021"],
    ["Vastgoed", "Energie", 4, 6],
    ["Wonen", "Energie", 3, 5],
)
IN_EUROS = (
    ["Omschrijving", "Raming 2021", "Realisatie 2021"],
    ["Kennis", 20762, 20500],
    ["Maatwerk", 3000, 5000],
)


def read(title: str, *rows: list[Any], said: SheetCorrections | None = None) -> SheetResult:
    return read_sheet(
        Sheet("Blad1", [[title], *rows]),
        known=KnownNames.empty(),
        settings=Settings(),
        corrections=said or SheetCorrections(),
    )


def asked(result: SheetResult) -> bool:
    return CODE in [question.code for question in result.questions]


@pytest.mark.parametrize(
    "title", ["Gebruik Platform31", "Inzet Platform31", "Uren Platform31", "Usage of Platform31"]
)
def test_numbers_under_a_title_of_use_are_not_taken_for_euros(title: str) -> None:
    result = read(title, *PLAN_AND_HELD)
    assert (result.accepted, asked(result)) == (0, True)


def test_somebody_may_say_that_they_are_euros() -> None:
    said = SheetCorrections(answers={CODE: "count"})
    assert read("Gebruik Platform31", *PLAN_AND_HELD, said=said).sums["actual"] == 11


@pytest.mark.parametrize(
    "title",
    ["Platform31", "Inzet budget Platform31", "Gebruik Platform31 (€)", "Kosten inzet Platform31",
     "Bijdrage en gebruik Platform31", "Gebruik Platform31 x 1.000"],
)  # fmt: skip
def test_a_word_of_money_says_it(title: str) -> None:
    result = read(title, *IN_EUROS)
    assert (result.accepted, asked(result)) == (2, False)


@pytest.mark.parametrize("heading", ["Bedrag 2021", "Kosten 2021", "Begroting 2021"])
def test_a_heading_of_money_says_it(heading: str) -> None:
    head = ["Omschrijving", heading, "Realisatie 2021"]
    assert not asked(read("Inzet Platform31", head, *IN_EUROS[1:]))


def test_a_person_who_calls_it_a_budget_is_not_asked_again() -> None:
    found = read_sheet(
        Sheet("Blad1", [["Gebruik Platform31"], *PLAN_AND_HELD]),
        known=KnownNames.empty(),
        settings=Settings(),
        kind="budget",
    )
    assert not asked(found)
