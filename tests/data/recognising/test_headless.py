"""Lists without headings, and columns that their values tell."""

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

ROWS: list[list[Any]] = [
    [dt.date(2021, 3, 1), "Vastgoed", "Wonen", 1, "rechtstreeks"],
    [dt.date(2021, 4, 2), "Jeugd", "Energie", 2, "themagroep G40"],
    [dt.date(2021, 5, 3), "Vastgoed", "Wonen", 4, "rechtstreeks"],
]


def read(
    rows: list[list[Any]], said: SheetCorrections, *, name: str = "Blad1", known: str = ""
) -> SheetResult:
    departments = {known: known} if known else {}
    names = KnownNames(departments=departments, themes={})
    return read_sheet(Sheet(name, rows), known=names, settings=Settings(), corrections=said)


def columns(result: SheetResult) -> list[str | None]:
    return [heading.column for heading in result.table.headings] if result.table else []


def test_the_first_row_counts_and_the_values_propose_the_columns() -> None:
    result = read(ROWS, SheetCorrections(header_row=0))
    assert columns(result) == ["date", "department", "theme", None, "channel"]
    assert (result.rows, result.accepted, list(result.records["row"])) == (3, 3, [1, 2, 3])


@pytest.mark.parametrize(
    "forms",
    [("advies", "leertraject", "advies"), ("Advies op maat", "leerkring wonen", "onderzoek")],
)
@pytest.mark.parametrize("place", [1, 5])
def test_forms_propose_their_column(forms: tuple[str, ...], place: int) -> None:
    rows = [[*row[:place], form, *row[place:]] for row, form in zip(ROWS, forms, strict=True)]
    proposed = ["date", "department", "theme", None, "channel"]
    assert columns(read(rows, SheetCorrections(header_row=0))) == [
        *proposed[:place],
        "form",
        *proposed[place:],
    ]


def test_a_person_points_out_the_rest() -> None:
    result = read(ROWS, SheetCorrections(header_row=0, columns={3: "hours", 1: "theme", 2: ""}))
    assert columns(result) == ["date", "theme", None, "hours", "channel"]
    assert {fault.message.code for fault in result.faults} == {"department_missing"}


def test_answers_tell_their_column_under_any_heading() -> None:
    headings = ["Datum", "Afdeling", "Thema", "Uren", "Hoe"]
    result = read([headings, *ROWS], SheetCorrections())
    assert list(result.records["channel"]) == ["direct", "network", "direct"]


@pytest.mark.parametrize("heading", ["Soort", "Type", "Contact"])
def test_answers_go_before_a_weak_heading(heading: str) -> None:
    headings = ["Datum", "Afdeling", "Thema", "Uren", heading]
    result = read([headings, *ROWS], SheetCorrections())
    assert list(result.records["channel"]) == ["direct", "network", "direct"]
    shares = [[*row[:4], share] for row, share in zip(ROWS, ("40%", "60%", "40%"), strict=True)]
    result = read([headings, *shares], SheetCorrections())
    assert list(result.records["share"]) == ["general", "tailored", "general"]


@pytest.mark.parametrize("title", ["Afdelingen: Vastgoed en Beheer", "Afdelingen: alle"])
def test_a_title_of_several_departments_is_nobodys_list(title: str) -> None:
    assert read([[title], [], *OWN], SheetCorrections()).kind is None


@pytest.mark.parametrize(
    "cells", [("a", "b", "c"), ("direct", "direct", "direct"), ("1", "2", "3")]
)
def test_other_values_do_not(cells: tuple[str, ...]) -> None:
    headings = ["Datum", "Afdeling", "Thema", "Uren", "Hoe"]
    rows = [[*row[:4], cell] for row, cell in zip(ROWS, cells, strict=True)]
    assert columns(read([headings, *rows], SheetCorrections()))[-1] is None


OWN: list[list[Any]] = [
    ["Datum", "Thema", "Onderwerp", "Uren"],
    [dt.date(2021, 3, 1), "Wonen", "x", 1],
]
WHOSE = {
    "a title": ([["Afdeling: Vastgoed"], [], *OWN], "Blad1", "", {}),
    "a title without a colon": ([["Afdeling Vastgoed"], [], *OWN], "Blad1", "", {}),
    "the name of the sheet, when it is known": (OWN, "Vastgoed", "Vastgoed", {}),
    "a person": (OWN, "Blad1", "", {"department": "Vastgoed"}),
}


@pytest.mark.parametrize(("rows", "name", "known", "answers"), WHOSE.values(), ids=WHOSE)
def test_whose_list_it_is(
    rows: list[list[Any]], name: str, known: str, answers: dict[str, str]
) -> None:
    result = read(rows, SheetCorrections(answers=answers), name=name, known=known)
    assert list(result.records["department"]) == ["Vastgoed"]
    assert [message.code for message in result.remarks] == ["department_of_list"]


def test_a_sheet_with_another_name_is_nobodys_list() -> None:
    assert read(OWN, SheetCorrections(), name="Vastgoed").kind is None
