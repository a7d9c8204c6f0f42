"""Ordinary lists and crosstabs are read without a question; those of something else are not."""

from __future__ import annotations

import datetime as dt
from itertools import cycle
from typing import Any

import pytest

from data.cleaning.name_matching import KnownNames
from data.settings import Settings
from data.values.grid import Sheet
from data.values.results import SheetResult
from tests.data.one_sheet import read_sheet

HEADINGS = ["Datum", "Afdeling", "Thema", "Vorm", "Uren"]
ROWS = [
    [dt.date(2021, 2, 3), "Vastgoed", "Woningmarkt", "advies", 4],
    [dt.date(2021, 3, 11), "Sociaal Domein", "Wijkteams", "leerkring", 6],
    [dt.date(2021, 4, 7), "Economie", "Binnenstad", "advies", 3],
    [dt.date(2021, 5, 20), "Vastgoed", "Omgevingswet", "bijeenkomst", 2],
    [dt.date(2021, 6, 15), "Mobiliteit", "Woningmarkt", "onderzoek", 7.5],
]
CROSSTAB: list[list[Any]] = [
    ["Afdeling", "Wonen", "Zorg", "Economie"],
    ["Vastgoed", 2, 1, 3],
    ["Ruimte", 1, 2, 1],
    ["Sociaal", 1, 1, 2],
    ["Bestuur", 1, 2, 1],
]


def read(*rows: list[Any], sheet: str = "Blad1", file: str = "lijst.xlsx") -> SheetResult:
    return read_sheet(
        Sheet(sheet, [*rows]), known=KnownNames.empty(), settings=Settings(), file_name=file
    )


def with_column(heading: str, *values: object) -> SheetResult:
    rows = [[*row, value] for row, value in zip(ROWS, cycle(values), strict=False)]
    return read([*HEADINGS, heading], *rows)


def asked(result: SheetResult) -> list[str]:
    return [question.code for question in result.questions]


BESIDE: list[tuple[str, list[object]]] = [
    ("Beoordeling", [8, 7, 9, 6]),
    ("Beoordeling", ["goed", "zeer goed", "voldoende"]),
    ("Beoordeling", ["★★★★", "★★★"]),
    ("Fase", ["3. afgerond"]),
    ("Fase", ["initiatief", "definitie", "ontwerp", "realisatie"]),
    ("Stadium", ["beleidsvorming", "uitvoering", "evaluatie"]),
    ("Status", ["4 - Afgerond"]),
    ("Status", ["Afgerond (100%)", "Afgerond"]),
    ("Voortgang", ["100%"]),
    ("Resultaat", ["notitie", "memo", "gesprek"]),
    ("Resultaat", ["positief", "neutraal"]),
    ("Uitkomst", ["visie aangepast", "advies overgenomen"]),
    ("Outcome", ["policy memo", "new insight"]),
    ("Besluit", ["collegebesluit", "raadsbesluit"]),
    ("Opbrengst", ["Concept visie besproken", "Nieuwe contacten"]),
    ("Functie aanvrager", ["beleidsadviseur", "projectleider"]),
    ("Zaal", ["Stadhuis 2.14", "Online"]),
    ("Portefeuillehouder", ["wethouder Wonen", "burgemeester"]),
    ("Behandelaar", ["jdv", "pb"]),
]


@pytest.mark.parametrize(("heading", "values"), BESIDE)
def test_another_column_of_an_ordinary_list_needs_no_answer(
    heading: str, values: list[object]
) -> None:
    result = with_column(heading, *values)
    assert (result.accepted, asked(result)) == (5, [])


SAY_MORE: list[tuple[str, list[object], int]] = [
    ("Fase", ["1. aanvraag", "3. afgerond"], 3),
    ("Fase", ["2. gepland", "3. afgerond"], 3),
    ("Status", ["2 - In behandeling", "4 - Afgerond"], 3),
    ("Voortgang", ["50%", "100%"], 3),
    ("Resultaat", ["goed", "geannuleerd"], 2),
    ("Uitkomst", ["advies gegeven", "niet doorgegaan"], 2),
    ("Stadium", ["in uitvoering", "afgerond"], 3),
    ("Besluit", ["akkoord", "afgewezen"], 2),
]


@pytest.mark.parametrize(("heading", "values", "rows"), SAY_MORE)
def test_a_value_that_says_that_it_was_not_held_is_asked_about(
    heading: str, values: list[object], rows: int
) -> None:
    result = with_column(heading, *values)
    assert ([q.rows for q in result.questions], result.accepted) == ([rows], 5 - rows)


TITLES = [
    "Hoe vaak vroegen onze afdelingen advies in 2021?", "Directe adviesvragen Platform31 2021",
    "Jaarverslag 2021: gebruik van Platform31", "Verbredingsmonitor 2021",
    "Deelname aan activiteiten van Platform31 in 2021", "Contactmomenten Platform31 2021",
    "Stand van zaken gebruik Platform31 2021", "Gemaakte uren Platform31 2021",
    "Aantal vragen aan Platform31 per thema, 2021", "Kwartaalrapportage Platform31 Q1 2021",
    "Gebruik Platform31 in de gemeente Deventer, kalenderjaar 2021",
    "Number of consultations with Platform31 by department, 2021",
]  # fmt: skip


@pytest.mark.parametrize("title", TITLES)
def test_an_ordinary_title_of_a_crosstab_needs_no_answer(title: str) -> None:
    result = read([title], *CROSSTAB)
    assert (result.accepted, asked(result)) == (12, [])


def test_themes_of_a_crosstab_may_be_called_as_a_register_is() -> None:
    heads = ["Afdeling", "Inkoop", "Vergunningen", "Zorg"]
    assert asked(read(["Kennisvragen 2021"], heads, *CROSSTAB[1:])) == []


def test_small_numbers_of_three_rows_may_add_up_by_chance() -> None:
    heads = ["Afdeling", "Wonen", "Zorg", "Economie"]
    rows = [["Vastgoed", 2, 1, 3], ["Ruimte", 1, 2, 3], ["Bestuur", 1, 1, 2]]
    assert asked(read(["Gebruik Platform31 2021"], heads, *rows)) == []
    sums = [[*row[:3], int(row[1]) + int(row[2])] for row in CROSSTAB[1:]]
    assert asked(read(["Gebruik Platform31 2021"], heads, *sums)) == ["column_adds_up"]


ELSE = [
    "Toegekende uren Platform31 2021", "Gewenste ondersteuning Platform31 2021",
    "Voorstel inzet Platform31 2021", "Verdeling uren Platform31 2021",
    "Nog te besteden uren Platform31 2021", "Urenbudget Platform31 2021",
]  # fmt: skip


@pytest.mark.parametrize("title", ELSE)
def test_a_title_of_something_else_is_asked_about_in_lists_too(title: str) -> None:
    for rows in ([HEADINGS, *ROWS], CROSSTAB):
        result = read([title], *rows)
        assert result.accepted == 0
        assert "is_it_use" in asked(result)


@pytest.mark.parametrize(
    "sheet",
    ["Invulvoorbeeld", "Backlog", "Ideeën", "Scenario B", "Niet P31", "oud - niet gebruiken"],
)
def test_a_sheet_by_the_name_of_something_else_is_asked_about(sheet: str) -> None:
    assert asked(read(HEADINGS, *ROWS, sheet=sheet)) == ["is_it_use"]


@pytest.mark.parametrize("sheet", ["Archief 2021", "Ingevuld", "Formulierreacties 1", "Logboek"])
def test_an_ordinary_name_of_a_sheet_needs_no_answer(sheet: str) -> None:
    assert asked(read(HEADINGS, *ROWS, sheet=sheet)) == []


@pytest.mark.parametrize(
    "name", ["Advies VNG 2021", "Inzet Movisie 2021", "Uren Onderzoek en Statistiek", "Bureaus"]
)
def test_work_of_another_organisation_is_asked_about(name: str) -> None:
    assert asked(read([name], HEADINGS, *ROWS)) == ["is_it_use"]
    assert asked(read(HEADINGS, *ROWS, file=f"{name}.xlsx")) == ["is_it_use"]
    assert asked(read([f"{name} en Platform31"], HEADINGS, *ROWS)) == []
