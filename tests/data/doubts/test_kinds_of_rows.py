"""Rows of a crosstab of several kinds, or above their parts; channels where themes belong."""

from __future__ import annotations

from typing import Any

import pytest

from data import columns as c
from data.cleaning.name_matching import KnownNames
from data.settings import Settings
from data.values.grid import Sheet
from data.values.results import SheetResult
from tests.data.one_sheet import read_sheet

TITLE = ["Gebruik Platform31 2021"]
THEMES = ["Afdeling", "Wonen", "Zorg", "Economie"]


def read(*rows: list[Any], file: str = "lijst.xlsx") -> SheetResult:
    return read_sheet(
        Sheet("Blad1", [*rows]), known=KnownNames.empty(), settings=Settings(), file_name=file
    )


def asked(result: SheetResult) -> list[str]:
    return [question.code for question in result.questions]


def of_kinds(first: str, second: str, heading: str = "Soort") -> SheetResult:
    return read(
        TITLE,
        ["Afdeling", "Thema", heading, "Q1", "Q2", "Q3"],
        ["Vastgoed", "Wonen", first, 4, 6, 3],
        ["Vastgoed", "Wonen", second, 40, 60, 30],
        ["Economie", "Binnenstad", first, 1, 2, 3],
        ["Economie", "Binnenstad", second, 10, 20, 30],
    )


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("advies", "uren"), ("aantal", "deelnemers"), ("aantal", "kosten"), ("gebruik", "fte"),
        ("werkelijk", "gepland"), ("realisatie", "prognose"), ("gehouden", "geannuleerd"),
    ],
)  # fmt: skip
def test_rows_of_another_kind_are_asked_about(first: str, second: str) -> None:
    result = of_kinds(first, second)
    assert (result.accepted, asked(result)) == (6, [f"status:{second}"])


@pytest.mark.parametrize(("first", "second"), [("direct", "netwerk"), ("advies", "leerkring")])
def test_rows_by_form_or_channel_are_read_and_told(first: str, second: str) -> None:
    result = of_kinds(first, second, "Vorm")
    assert (result.accepted, asked(result)) == (12, [])
    assert "columns_sort" in [remark.code for remark in result.remarks]


def test_channels_across_are_no_themes() -> None:
    result = read(TITLE, ["Afdeling", "Direct", "Netwerk"], ["Vastgoed", 4, 6], ["Economie", 1, 2])
    assert result.accepted == 0
    assert sorted(asked(result)) == ["no_name:direct", "no_name:netwerk"]


def test_domains_above_their_departments_are_asked_about() -> None:
    rows = [["Vastgoed", 4, 6, 3], ["Ruimte", 3, 1, 3]], [["Jeugd", 1, 2, 3], ["Wmo", 2, 2, 1]]
    result = read(
        TITLE, THEMES, ["Fysiek domein", 7, 7, 6], *rows[0], ["Sociaal domein", 3, 4, 4], *rows[1]
    )
    assert (result.accepted, asked(result)) == (12, ["rows_add_up"])
    alone = read(TITLE, THEMES, ["Sociaal domein", 3, 4, 4], *rows[1], *rows[0])
    assert (alone.accepted, asked(alone)) == (12, ["rows_add_up"])
    by_chance = read(TITLE, THEMES, ["Griffie", 3, 4, 4], *rows[1], *rows[0])
    assert (by_chance.accepted, asked(by_chance)) == (15, [])


@pytest.mark.parametrize("corner", ["Gemiddelde van Uren", "Max van Uren", "Average of Hours"])
def test_a_pivot_table_of_averages_is_asked_about(corner: str) -> None:
    rows = [["Vastgoed", 4.5, 6, 3], ["Economie", 3, 2.5, 2]]
    result = read([corner, "Thema"], THEMES, *rows, file="Gebruik Platform31 2021.xlsx")
    assert (result.accepted, asked(result)) == (0, ["is_it_use"])
    summed = read(["Som van Uren", "Thema"], THEMES, *rows, file="Gebruik Platform31 2021.xlsx")
    assert (summed.sums[c.HOURS], asked(summed)) == (21, [])


def test_a_crosstab_of_people_is_asked_about() -> None:
    title = ["Aantal deelnemers Platform31 2021 per afdeling en thema"]
    rows = [["Vastgoed", 4, 6, 3], ["Economie", 3, 2, 2]]
    assert asked(read(title, THEMES, *rows)) == ["is_it_use"]


def test_a_dash_behind_the_word_for_a_theme_is_no_part_of_it() -> None:
    rows: list[list[Any]] = [["Thema - Wonen"], ["2021-02-02", "Vastgoed", 3]]
    rows += [["Thema - Zorg"], ["2021-03-02", "Economie", 5]]
    result = read(TITLE, ["Datum", "Afdeling", "Uren"], *rows)
    assert sorted(result.records[c.THEME]) == ["Wonen", "Zorg"]


def test_a_crosstab_with_one_cell_is_read() -> None:
    heads = ["Afdeling", "Soort", "Wonen", "Zorg"]
    result = read(TITLE, heads, ["Vastgoed", "aantal", 4, 0], ["Economie", "uren", 0, 0])
    assert (result.accepted, asked(result)) == (1, [])
