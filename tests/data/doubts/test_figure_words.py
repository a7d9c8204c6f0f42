"""Words of a figure where a department or a theme belongs: `Ø`, `n = 12`, `waarvan direct`."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest

from data.cleaning.name_matching import KnownNames
from data.settings import Settings
from data.values.grid import Sheet
from data.values.results import SheetResult
from tests.data.one_sheet import read_sheet

TITLE = ["Gebruik Platform31 2021", "", "", ""]
NUMBERS = [
    ["Vastgoed", 2, 1, 3],
    ["Ruimtelijke Ordening", 3, 2, 1],
    ["Sociaal Domein", 4, 6, 2],
]


def read(*rows: list[Any]) -> SheetResult:
    return read_sheet(Sheet("Blad1", [*rows]), known=KnownNames.empty(), settings=Settings())


def with_row(name: str) -> SheetResult:
    return read(TITLE, ["Afdeling", "Wonen", "Zorg", "Economie"], *NUMBERS, [name, 3, 3, 2])


def with_column(name: str) -> SheetResult:
    return read(TITLE, ["Afdeling", "Wonen", "Zorg", name], *NUMBERS)


def with_record(name: str) -> SheetResult:
    days = [dt.date(2021, month, 3) for month in (2, 3, 4, 5)]
    names = ["Vastgoed", "Sociaal Domein", "Economie", name]
    rows = [
        [day, who, "Wonen", 4 + n] for n, (day, who) in enumerate(zip(days, names, strict=True))
    ]
    return read(["Datum", "Afdeling", "Thema", "Uren"], *rows)


OF_A_FIGURE = [
    "Ø", "N =", "n=12", "Δ", "Index", "Trend", "Mutatie", "w.v. netwerk", "waarvan direct",
    "Norm", "Streefwaarde", "T.o.v. 2020", "Vorig jaar", "Benchmark", "Landelijk", "Controle",
    "Restant", "Durchschnitt",
]  # fmt: skip


@pytest.mark.parametrize("name", OF_A_FIGURE)
def test_a_word_of_a_figure_is_no_department_and_no_theme(name: str) -> None:
    for result, accepted in ((with_row(name), 9), (with_column(name), 6), (with_record(name), 3)):
        assert result.accepted == accepted
        assert [question.code[:8] for question in result.questions] == ["no_name:"]


@pytest.mark.parametrize("name", ["Geannuleerd", "Aangevraagd", "Open", "Verwacht", "Wachtlijst"])
def test_a_column_of_what_was_not_held_is_no_theme(name: str) -> None:
    result = with_column(name)
    assert (result.accepted, [q.rows for q in result.questions]) == (6, [3])


NAMES = [
    "Control en Kwaliteit", "Onderzoek en Prognoses", "Groen en Groei", "Dubbel ruimtegebruik",
    "Beheer Openbare Ruimte", "Indexering huren", "Normen en Waarden", "Nieuwe Stad", "Overige",
    "Maximabrug", "Openbare orde", "Doelgroepenvervoer", "Waarderingskamer", "N2000",
]  # fmt: skip


@pytest.mark.parametrize("name", NAMES)
def test_a_name_with_such_a_word_in_it_is_a_name(name: str) -> None:
    assert (with_column(name).accepted, with_column(name).questions) == (9, ())
    if name != "Overige":
        assert (with_row(name).accepted, with_row(name).questions) == (12, ())


@pytest.mark.parametrize("heading", ["Deelnemers", "Uren", "fte", "Inwoners", "Score", "Rang"])
def test_another_figure_beside_the_themes_is_told(heading: str) -> None:
    result = with_column(heading)
    assert (result.accepted, result.questions) == (6, ())
    assert "column_beside_names" in [remark.code for remark in result.remarks]


@pytest.mark.parametrize(("heading", "told"), [("Totaal uren", 1), ("Totaal", 0), ("Aantal", 0)])
def test_a_total_of_hours_beside_numbers_of_uses_is_told(heading: str, told: int) -> None:
    codes = [remark.code for remark in with_column(heading).remarks]
    assert codes.count("column_beside_names") == told


def test_the_question_says_of_which_column_it_is() -> None:
    (question,) = with_column("Norm").questions
    assert "“Thema”" in str(question.message)
