"""Texts above, below and beside the rows, and what they say of those."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from typing import Any

import pytest

from data.cleaning.name_matching import KnownNames
from data.settings import Settings
from data.values.corrections import SheetCorrections
from data.values.grid import Sheet
from data.values.questions import COUNT
from data.values.results import SheetResult
from tests.data.one_sheet import read_sheet

HEADINGS = ["Datum", "Afdeling", "Thema", "Onderwerp", "Uren"]
NAMES = ["Vastgoed", "Jeugd", "Milieu", "Jeugd"]
ROWS: list[list[Any]] = [
    [dt.date(2021, 3, day), name, "Wonen", f"over {day}", 2] for day, name in enumerate(NAMES, 1)
]


Put = Callable[[str], list[list[Any]]]


def read(rows: list[list[Any]], **answers: str) -> SheetResult:
    said = SheetCorrections(answers=answers)
    known, settings = KnownNames.empty(), Settings()
    return read_sheet(Sheet("Blad1", rows), known=known, settings=settings, corrections=said)


def above(text: str) -> list[list[Any]]:
    return [["Gebruik Platform31"], [text], HEADINGS, *ROWS]


def below(text: str) -> list[list[Any]]:
    return [["Gebruik Platform31"], HEADINGS, *ROWS, [], [text]]


UNDOING = [
    "Onder voorbehoud van goedkeuring", "Deze lijst is vervangen door de nieuwe registratie",
    "Alleen rijen met een X tellen mee", "Dubbelingen nog verwijderen", "Testdata",
    "Gegevens kloppen nog niet",
    "Oude registratie, zie nieuwe lijst",
    "Dummy data", "Sample data only",
]  # fmt: skip
BELOW = [
    "* = geannuleerd", "Regel 4 is niet doorgegaan", "De uren van mei tellen niet mee",
    "Bovenstaande is nog concept", "NB: de bijeenkomst van 21 mei is vervallen",
    "Alle uren x 2 i.v.m. voorbereiding",
]  # fmt: skip


@pytest.mark.parametrize(
    ("put", "text"),
    [(put, text) for put in (above, below) for text in UNDOING] + [(below, text) for text in BELOW],
)
def test_a_text_that_undoes_rows_is_asked_about(put: Put, text: str) -> None:
    rows = put(text)
    result = read(rows)
    (question,) = result.questions
    assert (result.accepted, question.rows) == (0, 4)
    assert read(rows, **{question.code: COUNT}).accepted == 4


UNSURE = ["Voorlopige cijfers", "De uren zijn geschat", "Afgerond op hele uren"]


@pytest.mark.parametrize("put", [above, below])
@pytest.mark.parametrize("text", UNSURE)
def test_a_text_that_leaves_rows_unsure_is_told(put: Put, text: str) -> None:
    result = read(put(text))
    assert (result.accepted, [r.code for r in result.remarks]) == (4, ["texts_unsure"])


PLAIN = [
    "Geannuleerde bijeenkomsten zijn niet opgenomen", "Exclusief vervallen advies",
    "Stand per 1 juni",
    "Bron: eigen registratie", "Niet vermeld: dubbele regels", "Opgesteld door Karin",
]  # fmt: skip


@pytest.mark.parametrize("text", PLAIN)
def test_another_text_below_says_nothing(text: str) -> None:
    result = read(below(text))
    assert (result.accepted, result.questions, result.remarks) == (4, (), ())


@pytest.mark.parametrize("place", [0, 6, 8], ids=["before", "beside", "further"])
@pytest.mark.parametrize("text", ["geannuleerd", "is niet doorgegaan", "dubbel", "afgebeld"])
def test_a_word_beside_a_row_is_asked_about(text: str, place: int) -> None:
    rows = [["", *row, "", "", ""] for row in [HEADINGS, *ROWS]]
    rows[3][place] = text
    result = read(rows)
    assert (result.accepted, [q.rows for q in result.questions]) == (3, [1])


@pytest.mark.parametrize("text", ["x", "verv.", "zie mail"])
def test_another_word_beside_a_row_is_told_with_its_cell(text: str) -> None:
    rows = [[*row, "", ""] for row in [HEADINGS, *ROWS]]
    rows[3][6] = text
    result = read(rows)
    assert (result.accepted, [r.values["cells"] for r in result.remarks]) == (
        4,
        [[f"G4: “{text}”"]],
    )


CROSSTAB: list[list[Any]] = [
    ["Aantal keer gebruik van Platform31 in 2021", "", "", "", ""],
    ["Afdeling", "Wonen", "Mobiliteit", "Bodem", ""],
    ["Vastgoed", 3, 1, 2, ""],
    ["Jeugd", 1, 4, 1, ""],
    ["Milieu", 2, 2, 5, ""],
]


@pytest.mark.parametrize("text", ["geannuleerd", "niet meetellen"])
def test_a_word_beside_a_row_of_a_crosstab_is_asked_about(text: str) -> None:
    rows = [list(row) for row in CROSSTAB]
    rows[3][4] = text
    result = read(rows)
    assert (result.accepted, [q.rows for q in result.questions]) == (6, [3])


def test_a_text_below_a_crosstab_is_asked_about() -> None:
    assert read(CROSSTAB).accepted == 9
    assert read([*CROSSTAB, [], ["De rij Jeugd telt niet mee"]]).accepted == 0
