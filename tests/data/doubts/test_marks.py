"""Marks in cells: beside other marks, in columns of a list, and what a legend says of them."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest

from data.cleaning.name_matching import KnownNames
from data.settings import Settings
from data.values.corrections import SheetCorrections
from data.values.grid import Sheet
from data.values.results import SheetResult
from tests.data.one_sheet import read_sheet


def read(rows: list[list[Any]], **answers: str) -> SheetResult:
    sheet = Sheet("Blad1", rows)
    said = SheetCorrections(answers=answers)
    return read_sheet(sheet, known=KnownNames.empty(), settings=Settings(), corrections=said)


def crosstab(yes: str, no: str, *below: str) -> list[list[Any]]:
    return [
        ["Gebruik Platform31 2021"],
        ["Afdeling", "Wonen", "Mobiliteit", "Bodem"],
        ["Vastgoed", yes, no, yes],
        ["Werk en Inkomen", no, yes, yes],
        ["Beheer", no, no, yes],
        *([], *([text] for text in below)),
    ]


MIXED = [("v", "x"), ("✓", "✗"), ("✔", "✘"), ("☑", "☒"), ("V", "X")]


@pytest.mark.parametrize(("check", "cross"), MIXED)
def test_a_cross_beside_a_check_may_say_no(check: str, cross: str) -> None:
    rows = crosstab(check, cross)
    result = read(rows)
    assert (result.accepted, [(q.code, q.rows) for q in result.questions]) == (5, [("crosses", 4)])
    assert read(rows, crosses="count").accepted == 9
    assert read(rows, crosses="leave_out").accepted == 5


@pytest.mark.parametrize(
    ("yes", "no"), [("x", ""), ("v", ""), ("✓", "nee"), ("x", "-"), ("☒", "☐")]
)
def test_one_sort_of_mark_is_certain(yes: str, no: str) -> None:
    result = read(crosstab(yes, no))
    assert (result.accepted, result.questions) == (5, ())


@pytest.mark.parametrize("legend", ["x = heeft interesse", "x = gepland", "X = wens voor 2022"])
def test_a_legend_below_says_what_a_mark_is(legend: str) -> None:
    result = read(crosstab("x", "", legend))
    assert (result.accepted, [q.code for q in result.questions]) == (0, ["is_it_use"])


@pytest.mark.parametrize("below", ["x = gebruikt", "Opgave van de afdelingen.", "Peildatum: 1-1"])
def test_other_words_below_ask_nothing(below: str) -> None:
    assert read(crosstab("x", "", below)).accepted == 5


def listed(theme: str, *columns: str, mark: object = "x") -> list[list[Any]]:
    """A list whose rows are ticked under one of the columns behind it."""
    rows = [
        [dt.date(2021, month, 4), "Vastgoed", f"over {month}", *[""] * len(columns)]
        for month in range(1, 5)
    ]
    for place, row in enumerate(rows):
        row[3 + place % len(columns)] = mark
    return [["Datum", "Afdeling", theme, *columns], *rows]


@pytest.mark.parametrize("mark", ["x", "✓", "ja", True])
def test_themes_that_are_ticked_go_before_a_subject(mark: object) -> None:
    result = read(listed("Onderwerp", "Wonen", "Mobiliteit", mark=mark))
    assert (result.accepted, [q.code for q in result.questions]) == (0, ["marked_columns"])


@pytest.mark.parametrize(
    ("columns", "mark"),
    [
        (("Advies", "Bijeenkomst"), "x"),
        (("Advies", "Bijeenkomst"), 3),
        (("Rechtstreeks", "Via themagroep"), "ja"),
        (("Jong", "Oud"), "x"),
    ],
)
def test_what_is_ticked_and_not_read_is_told(columns: tuple[str, ...], mark: object) -> None:
    result = read(listed("Thema", *columns, mark=mark))
    (told,) = [r for r in result.remarks if r.code == "marked_columns_unread"]
    assert (result.accepted, list(told.values["columns"])) == (4, list(columns))


def test_columns_of_other_numbers_are_not_told() -> None:
    result = read(listed("Thema", "Volgnummer", "Zaak", mark=7))
    assert "marked_columns_unread" not in [r.code for r in result.remarks]


def test_a_share_in_percent_is_no_answer() -> None:
    rows = [[dt.date(2021, n, 4), "A", "Wonen", share] for n, share in enumerate(("40%", "60%"), 1)]
    result = read([["Datum", "Afdeling", "Thema", "% maatwerk"], *rows])
    assert result.records["share"].isna().all()


def test_a_day_beside_a_month_and_a_year_is_told() -> None:
    rows = [[14, 1, 2021, "A", "Wonen"], [18, 2, 2021, "B", "Wonen"]]
    result = read([["Dag", "Maand", "Jaar", "Afdeling", "Thema"], *rows])
    assert "column_of_dates_unread" in [r.code for r in result.remarks]
