"""Columns beside the record that say which rows count, and names that are no name."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from typing import Any

import pytest

from data.cleaning.name_matching import KnownNames
from data.settings import Settings
from data.values.corrections import SheetCorrections
from data.values.grid import Sheet
from data.values.results import SheetResult
from tests.data.one_sheet import read_sheet

HEADINGS = ["Datum", "Afdeling", "Thema", "Uren"]
ROWS: list[list[Any]] = [
    [dt.date(2021, 3, 1), "Vastgoed", "Wonen", 1],
    [dt.date(2021, 4, 2), "Wijken", "Zorg", 2],
    [dt.date(2021, 5, 3), "Vastgoed", "Zorg", 4],
]


def read(rows: Sequence[Sequence[Any]], answers: dict[str, str] | None = None) -> SheetResult:
    sheet = Sheet("Blad1", [list(row) for row in rows])
    said = SheetCorrections(answers=answers or {})
    return read_sheet(sheet, known=KnownNames.empty(), settings=Settings(), corrections=said)


def with_column(heading: str, *cells: object) -> list[list[Any]]:
    return [[*HEADINGS, heading], *([*row, x] for row, x in zip(ROWS, cells, strict=True))]


def with_cell(place: int, cell: object) -> list[list[Any]]:
    rows = [HEADINGS, *(row.copy() for row in ROWS)]
    rows[2][place] = cell
    return rows


def asked(result: SheetResult) -> list[str]:
    return [question.code for question in result.questions]


def told(result: SheetResult) -> list[str]:
    return [message.code for message in result.remarks]


ONE_ROW_IN_DOUBT = {
    "agreed": ("Akkoord?", ("ja", "nee", "ja"), "status:nee"),
    "went on": ("Ging door", ("ja", "nee", "ja"), "status:nee"),
    "plan or real": ("Regelsoort", ("realisatie", "plan", "realisatie"), "status:plan"),
    "us and another": ("Partij", ("Platform31", "VNG", "P31"), "other_suppliers"),
}


@pytest.mark.parametrize(
    ("heading", "cells", "code"), ONE_ROW_IN_DOUBT.values(), ids=ONE_ROW_IN_DOUBT
)
def test_a_column_that_tells_which_rows_count(
    heading: str, cells: tuple[str, ...], code: str
) -> None:
    result = read(with_column(heading, *cells))
    assert (result.sums["hours"], result.rejected, asked(result)) == (5, 1, [code])
    assert read(with_column(heading, *cells), {code: "count"}).sums["hours"] == 7


def test_of_several_municipalities_a_person_says_which() -> None:
    rows = with_column("Plaats", "Haarlem", "Zaanstad", "Haarlem")
    assert (read(rows).accepted, asked(read(rows))) == (0, ["municipality"])
    assert read(rows, {"municipality": "Haarlem"}).sums["hours"] == 5
    assert read(rows, {"municipality": "count"}).sums["hours"] == 7


def test_a_column_that_sorts_the_rows_is_told() -> None:
    result = read(with_column("Website", "ja", "nee", "ja"))
    assert (result.accepted, asked(result)) == (3, [])
    assert str(result.remarks[0].values["columns"]) == "['Website']"


@pytest.mark.parametrize("cells", [("a", "b", "c"), ("x", "x", "x"), ("", "", "")])
def test_a_column_that_does_not_sort_is_not(cells: tuple[str, ...]) -> None:
    assert told(read(with_column("Kenmerk", *cells))) == []


OTHER_HOURS = [
    "Eigen uren",
    "Uren t/m datum",
    "Uren per week",
    "Uren per maand",
    "Reisuren",
    "Uren p/w",
]


@pytest.mark.parametrize("heading", OTHER_HOURS)
def test_hours_that_are_no_hours_of_platform31_are_told(heading: str) -> None:
    result = read([[*HEADINGS[:3], heading], *ROWS])
    assert (result.accepted, result.sums["hours"]) == (3, 0)
    assert told(result) == ["column_of_measures_unread"]


def test_hours_of_another_year_than_the_date_are_rejected() -> None:
    result = read([[*HEADINGS[:3], "Uren 2020"], *ROWS])
    assert {fault.message.code for fault in result.faults} == {"other_year"}
    assert read([[*HEADINGS[:3], "Uren 2021"], *ROWS]).sums["hours"] == 7


SEVERAL = [
    "JOS/WMO", "JOS & WMO", "JOS, WMO", "JOS\nWMO", "Vastgoed i.s.m. Sport", "Sport - Vastgoed",
    "1. Sport 2. Groen", "Vastgoed, Sport",
]  # fmt: skip


@pytest.mark.parametrize("name", SEVERAL)
def test_several_names_in_a_cell_are_asked_about(name: str) -> None:
    result = read(with_cell(1, name))
    assert (result.rejected, asked(result)) == (1, ["several_names:department"])


ONE = ["Jeugd, Onderwijs en Sport", "Werk & Inkomen", "Wonen/Zorg", "Sociaal domein: jeugd"]


@pytest.mark.parametrize("name", ONE)
def test_a_name_with_a_joiner_stays_whole(name: str) -> None:
    result = read(with_cell(1, name))
    assert (result.rejected, list(result.records["department"])[1]) == (0, name)


def test_names_that_hold_joiners_themselves() -> None:
    rows = [
        *with_cell(1, "Werk en Inkomen"),
        [dt.date(2021, 6, 1), "Vastgoed en Werk en Inkomen", "Zorg", 1],
    ]
    (fault,) = read(rows).faults
    assert fault.message.values["names"] == ["Vastgoed", "Werk en Inkomen"]


@pytest.mark.parametrize(
    "name", ["alle afdelingen", "Alle gemeenten", "G40", "diverse", "nog onbekend", "Overig"]
)
def test_a_word_in_the_place_of_a_department_is_asked_about(name: str) -> None:
    result = read(with_cell(1, name))
    assert result.rejected == 1
    assert asked(result)[0].startswith("no_name:")
    assert read(with_cell(1, name), {asked(result)[0]: "count"}).accepted == 3


def test_an_address_is_no_department() -> None:
    result = read(with_cell(1, "j.jansen@haarlem.nl"))
    assert [fault.message.code for fault in result.faults] == ["names_nobody"]


@pytest.mark.parametrize("heading", ["Thema 2", "Ander thema"])
def test_a_second_column_of_themes(heading: str) -> None:
    rows = with_column(heading, "", "Bodem", "")
    result = read(rows)
    assert (result.rejected, asked(result)) == (1, ["several_names:theme"])
    assert read(rows, {"several_names:theme": "first"}).accepted == 3


@pytest.mark.parametrize("name", ["310_Vastgoed", "Vastgoed - 310", "Vastgoed¹", "Vastgoed 1)"])
def test_a_code_or_a_footnote_beside_a_name(name: str) -> None:
    assert set(read(with_cell(1, name)).records["department"]) == {"Vastgoed"}


PERIODS = {
    "weeks": (
        "Week",
        ("2021-12", "2021-13", "2021-14"),
        ["2021-03-01", "2021-04-01", "2021-04-01"],
    ),
    "weeks, year last": ("Wk", ("12-2021", "13-2021"), ["2021-03-01", "2021-04-01"]),
    "quarters": ("Kwartaal", ("2021-1", "2021-2"), ["2021-01-01", "2021-04-01"]),
    "months": ("Periode", ("2021-01", "2021-12"), ["2021-01-01", "2021-12-01"]),
    "no months": ("Periode", ("202101", "202120"), []),
    "year first or day first": ("Datum", ("21-03-04", "21-03-05"), []),
    "both orders": ("Datum", ("13/05/2021", "05/14/2021", "04/05/2021"), ["2021-05-13"]),
}


@pytest.mark.parametrize(("heading", "cells", "days"), PERIODS.values(), ids=PERIODS)
def test_periods_by_their_number(heading: str, cells: tuple[str, ...], days: list[str]) -> None:
    rows = [[cell, *row[1:]] for cell, row in zip(cells, ROWS, strict=False)]
    result = read([[heading, *HEADINGS[1:]], *rows])
    assert [str(day)[:10] for day in result.records.get("date", [])] == days


def test_which_comes_first_can_be_said() -> None:
    rows = [[f"21-03-0{n}", *row[1:]] for n, row in enumerate(ROWS, 4)]
    result = read([HEADINGS, *rows], {"short_years": "year_first"})
    assert [str(day)[:10] for day in result.records["date"]] == [
        "2021-03-04", "2021-03-05", "2021-03-06",
    ]  # fmt: skip


def test_numbers_that_may_be_minutes() -> None:
    rows = [[*HEADINGS[:3], "Duur"], *([*row[:3], 30 * row[3]] for row in ROWS)]
    assert (read(rows).accepted, asked(read(rows))) == (0, ["hours_unit"])
    assert read(rows, {"hours_unit": "in_minutes"}).sums["hours"] == 3.5
    assert told(read([[*HEADINGS[:3], "Duur"], *ROWS])) == ["taken_as_hours"]


def test_decimals_that_a_comma_moved_to_the_next_column() -> None:
    rows = [[*HEADINGS, "Deelnemers"], [*ROWS[0], "5"], [*ROWS[1], ""], [*ROWS[2], "25"]]
    text = [[str(cell) for cell in row] for row in rows]
    sheet = Sheet("lijst", text, delimiter=",")
    result = read_sheet(sheet, known=KnownNames.empty(), settings=Settings())
    assert (result.rejected, asked(result)) == (2, ["moved_decimals"])


AMOUNTS = [
    ["Kosten 2021"],
    ["Afdeling", "Wonen", "Zorg"],
    ["Vastgoed", 300, 100],
    ["Wijken", 200, 50],
]


def test_a_crosstab_of_costs_is_asked_about() -> None:
    assert (read(AMOUNTS).accepted, asked(read(AMOUNTS))) == (0, ["budgeted_or_spent"])
    spent = read(AMOUNTS, {"budgeted_or_spent": "actual"})
    assert (spent.accepted, spent.sums["actual"]) == (4, 650)


CROSSTABS = {
    "Gebruik Platform31 2021": 4, "Aantal adviezen per afdeling en thema Haarlem 2021": 4,
    "Ambitie gebruik 2021": 0, "Stemmen 2021": 0, "Uren gemeente 2021": 0, "Gebruik VNG 2021": 0,
}  # fmt: skip


@pytest.mark.parametrize(("title", "accepted"), CROSSTABS.items())
def test_every_word_of_the_title_of_a_crosstab_counts(title: str, accepted: int) -> None:
    result = read([[title], *AMOUNTS[1:3], ["Wijken", 2, 1]])
    assert (result.accepted, asked(result)) == (accepted, [] if accepted else ["is_it_use"])


PERIODS_ACROSS = {
    "months": (("jan", "feb"), [1, 2], 3),
    "a quarter beside its months": (("jan", "feb", "Q1"), [1, 2, 3], 3),
    "a year beside its months": (("jan 2021", "feb 2021", "2021"), [1, 2, 3], 3),
    "cumulative": (("t/m jan", "t/m feb"), [1, 3], 0),
    "cumulative years": (("t/m 2020", "t/m 2021"), [1, 3], 0),
    "years": (("2020", "2021"), [1, 3], 4),
}


@pytest.mark.parametrize(
    ("headings", "cells", "hours"), PERIODS_ACROSS.values(), ids=PERIODS_ACROSS
)
def test_columns_that_add_up_others(headings: Sequence[str], cells: list[int], hours: int) -> None:
    result = read(
        [["Uren Platform31 2021"], ["Afdeling", "Thema", *headings], ["Wijken", "Zorg", *cells]]
    )
    assert result.sums.get("hours", 0) == hours


@pytest.mark.parametrize(
    ("title", "accepted"),
    [("Gebruik Platform31 2020 t/m 2021", 2), ("Gebruik Platform31 cumulatief", 0)],
)
def test_a_title_that_names_years_is_no_title_that_adds_them_up(title: str, accepted: int) -> None:
    rows = [[title], ["Afdeling", "Thema", "2020", "2021"], ["Wijken", "Zorg", 1, 3]]
    assert read(rows).accepted == accepted


def test_lines_with_a_caption_go_before_a_weak_heading() -> None:
    rows = [["Datum", "Afdeling", "Onderwerp", "Uren"], ["Thema: Wonen"], [*ROWS[0][:2], "a", 1]]
    assert list(read([*rows, ["Thema: Zorg"], [*ROWS[1][:2], "b", 2]]).records["theme"]) == [
        "Wonen", "Zorg",
    ]  # fmt: skip
