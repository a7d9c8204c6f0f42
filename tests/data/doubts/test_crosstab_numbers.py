"""Numbers of a crosstab that add up those before them, or are shares, places or a scale."""

from __future__ import annotations

from typing import Any

import pytest

from data import columns as c
from data.cleaning.name_matching import KnownNames
from data.settings import Settings
from data.values.corrections import SheetCorrections
from data.values.grid import Sheet
from data.values.results import SheetResult
from tests.data.one_sheet import read_sheet

TITLE = ["Gebruik Platform31 2021"]
NAMES = [
    ("Vastgoed", "Wonen"),
    ("Economie", "Binnenstad"),
    ("Economie", "Wonen"),
    ("Zorg", "Jeugd"),
]
UP_TO_EACH = [[2, 5, 9, 12], [1, 1, 3, 4], [0, 2, 2, 6], [3, 4, 8, 9]]
QUARTERS = ["Q1", "Q2", "Q3", "Q4"]


def read(*rows: list[Any], **answers: str) -> SheetResult:
    said = {code.replace("__", ":"): answer for code, answer in answers.items()}
    return read_sheet(
        Sheet("Blad1", [*rows]),
        known=KnownNames.empty(),
        settings=Settings(),
        corrections=SheetCorrections(answers=said),
    )


def across(periods: list[Any], numbers: list[list[Any]], **answers: str) -> SheetResult:
    rows = [[*names, *line] for names, line in zip(NAMES, numbers, strict=False)]
    return read(TITLE, ["Afdeling", "Thema", *periods], *rows, **answers)


def asked(result: SheetResult) -> list[str]:
    return [question.code for question in result.questions]


@pytest.mark.parametrize(
    ("periods", "numbers"),
    [
        (QUARTERS, UP_TO_EACH),
        (["1e kwartaal", "2e kwartaal", "3e kwartaal"], [line[:3] for line in UP_TO_EACH]),
        (["jan", "feb", "mrt", "apr"], UP_TO_EACH),
        (["jan 2021", "feb 2021", "mrt 2021", "apr 2021"], UP_TO_EACH),
        ([2018, 2019, 2020, 2021], UP_TO_EACH),
        (QUARTERS, [[2.5, 5, 9.5, 12], *UP_TO_EACH[1:]]),
        (QUARTERS, [[2, 5, 9, ""], [1, 1, 3, ""], [0, 2, 2, ""], [3, 4, 8, ""]]),
    ],
)
def test_numbers_that_rise_in_every_row_are_asked_about(
    periods: list[Any], numbers: list[list[Any]]
) -> None:
    result = across(periods, numbers)
    assert (result.accepted, asked(result)) == (0, ["up_to_each:uses"])


def test_the_answer_says_what_each_period_adds() -> None:
    of_its_own = across(QUARTERS, UP_TO_EACH, up_to_each__uses="each_its_own")
    assert len(of_its_own.records) == 28 + 9 + 10 + 24
    added = across(QUARTERS, UP_TO_EACH, up_to_each__uses="up_to_each")
    assert len(added.records) == 12 + 4 + 6 + 9
    # 2-3-4-3, 1-0-2-1, 2-0-4, 3-1-4-1: the two that add nothing are left out.
    assert (added.accepted, added.rejected) == (13, 2)
    first = added.records[added.records[c.THEME].eq("Jeugd")]
    assert first.groupby(c.DATE).size().tolist() == [3, 1, 4, 1]


def test_themes_across_with_their_quarters_are_asked_about_too() -> None:
    rows = [["Vastgoed", *UP_TO_EACH[0], *UP_TO_EACH[1]], ["Zorg", *UP_TO_EACH[2], *UP_TO_EACH[3]]]
    heads = [
        ["", "Wonen", "", "", "", "Binnenstad", "", "", ""],
        ["Afdeling", *QUARTERS, *QUARTERS],
    ]
    assert asked(read(TITLE, *heads, *rows)) == ["up_to_each:uses"]


@pytest.mark.parametrize(
    ("periods", "numbers"),
    [
        (QUARTERS, [[2, 5, 1, 2], *UP_TO_EACH[1:]]),
        (QUARTERS, [[2, 5, "", 12], *UP_TO_EACH[1:]]),
        (QUARTERS, [[1, 1, 1, 1], [2, 2, 2, 2], [1, 1, 1, 1], [3, 3, 3, 3]]),
        (QUARTERS, UP_TO_EACH[:1]),
        (["Q1", "Q2"], [line[:2] for line in UP_TO_EACH]),
        ([2019, 2020, 2021], [line[:3] for line in UP_TO_EACH]),
    ],
)
def test_numbers_that_may_be_of_each_period_are_read(
    periods: list[Any], numbers: list[list[Any]]
) -> None:
    result = across(periods, numbers)
    assert (asked(result), result.rejected) == ([], 0)


def by_quarter(*lines: list[Any]) -> list[list[Any]]:
    rows = [
        [2021, quarter, *names, hours]
        for quarter, *of_names in zip(QUARTERS, *lines, strict=True)
        for names, hours in zip(NAMES, of_names, strict=False)
    ]
    return [["Jaar", "Kwartaal", "Afdeling", "Thema", "Uren"], *rows]


def test_hours_of_a_list_that_rise_for_every_name_are_asked_about() -> None:
    result = read(*by_quarter(*UP_TO_EACH))
    assert (result.accepted, asked(result)) == (0, ["running_total:hours"])
    added = read(*by_quarter(*UP_TO_EACH), running_total__hours="add_up")
    assert added.sums[c.HOURS] == 12 + 4 + 6 + 9
    assert asked(read(*by_quarter([2, 5, 9, 3], *UP_TO_EACH[1:]))) == []


def crosstab(*numbers: list[Any], title: str = TITLE[0], below: str = "") -> SheetResult:
    heads = ["Afdeling", "Wonen", "Zorg", "Economie", "Klimaat"][: len(numbers[0]) + 1]
    departments = ["Vastgoed", "Ruimte", "Sociaal", "Bestuur"]
    rows = [[name, *line] for name, line in zip(departments, numbers, strict=False)]
    return read([title], heads, *rows, *([[], [below]] if below else []))


@pytest.mark.parametrize(
    "numbers",
    [
        [[20, 30, 50], [10, 80, 10], [30, 30, 40]],
        [[20, 30, 50], [50, 40, 10], [30, 30, 40]],
        [[0.2, 0.3, 0.5], [0.1, 0.8, 0.1], [0.3, 0.3, 0.4]],
        [[33.3, 33.3, 33.3], [20, 30, 50], [12.5, 12.5, 75]],
        [[1, 2, 3, 4], [4, 3, 2, 1], [2, 1, 4, 3]],
    ],
)
def test_shares_and_places_are_asked_about(numbers: list[list[Any]]) -> None:
    result = crosstab(*numbers)
    assert (result.accepted, asked(result)) == (0, ["no_counts"])


@pytest.mark.parametrize("below", ["1 = zelden, 5 = vaak", "0=geen, 1=beetje, 2=veel"])
def test_a_scale_is_asked_about(below: str) -> None:
    assert asked(crosstab([4, 2, 3], [1, 3, 3], [2, 4, 4], below=below)) == ["no_counts"]


@pytest.mark.parametrize(
    "numbers",
    [
        [[2, 1, 3], [1, 2, 1], [1, 1, 2]],
        [[20, 30, 50], [10, 80, 25], [30, 30, 40]],
        [[1, 2, 3], [3, 2, 1], [2, 3, 1]],
        [[20, 30, 50], [50, 40, 10]],
        [[1, 2, 3, 4], [4, 3, 2, 2], [2, 1, 4, 3]],
    ],
)
def test_ordinary_numbers_are_uses(numbers: list[list[Any]]) -> None:
    result = crosstab(*numbers, below="Q1 = januari tot en met maart; bron: eigen registratie")
    assert (asked(result), result.rejected) == ([], 0)
