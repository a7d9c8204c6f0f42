"""Notes at cells and texts over the sheet: what they say may undo what the cells say."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from typing import Any

import pytest

from data.cleaning.name_matching import KnownNames
from data.settings import Settings
from data.values.corrections import SheetCorrections
from data.values.grid import Sheet
from data.values.marks import Marks
from data.values.questions import COUNT
from data.values.results import SheetResult
from tests.data.one_sheet import read_sheet

ROWS: list[list[Any]] = [
    ["Gebruik Platform31"],
    ["Datum", "Afdeling", "Thema", "Onderwerp", "Uren"],
    [dt.date(2021, 3, 4), "Vastgoed", "Wonen", "Nieuwbouw", 3],
    [dt.date(2021, 4, 5), "Jeugd", "Armoede", "Kindpakket", 2],
    [dt.date(2021, 5, 6), "Vastgoed", "Bodem", "Warmte", 4],
]
HOURS = 5


def read(marks: Marks, answers: Mapping[str, str] | None = None) -> SheetResult:
    sheet = Sheet("Blad1", [list(row) for row in ROWS], marks=marks)
    said = SheetCorrections(answers=answers or {})
    return read_sheet(sheet, known=KnownNames.empty(), settings=Settings(), corrections=said)


def at(row: int, column: int, text: str) -> Marks:
    return Marks(notes={row: {column: text}})


UNDOING = [
    "niet doorgegaan", "dubbel", "nog controleren", "moet 3 zijn", "was 3", "Was Ruimte",
    "vervallen ivm corona", "niet meetellen", "check!", "schatting", "i.p.v. 2 uur", "2 of 3?",
    "samen met Jeugd", "hoort bij Milieu", "geannuleerd", "should be 3", "not held", "estimate",
    "planned", "onder voorbehoud", "gepland", "geen P31", "klopt niet",
    "ook voor Jeugd", "abgesagt", "gecorrigeerd",
]  # fmt: skip


@pytest.mark.parametrize("column", [1, HOURS, 8])
@pytest.mark.parametrize("text", UNDOING)
def test_a_row_with_such_a_note_is_asked_about(text: str, column: int) -> None:
    marks = at(4, column, text)
    result = read(marks)
    assert (result.accepted, result.rejected, len(result.questions)) == (2, 1, 1)
    (question,) = result.questions
    assert text in str(question.message.values["notes"])
    assert read(marks, {question.code: COUNT}).accepted == 3


@pytest.mark.parametrize("text", ["2 dagen à 4 uur", "3", "incl. 1 uur reistijd"])
def test_a_number_in_a_note_at_hours_is_asked_about(text: str) -> None:
    assert read(at(4, HOURS, text)).accepted == 2


HARMLESS = [
    "mooi project, gebeld met Karin",
    "verslag staat in Teams",
    "contact: Jan",
    "zeer nuttig",
]


@pytest.mark.parametrize("text", [*HARMLESS, "gebeld op 3 april"])
def test_another_note_is_told_with_its_cell(text: str) -> None:
    result = read(at(4, 4, text))
    assert (result.accepted, result.questions) == (3, ())
    assert [(r.code, r.values["notes"]) for r in result.remarks] == [
        ("notes_unread", [f"D4: “{text}”"])
    ]


@pytest.mark.parametrize(
    "text", ["in dagen", "dagdelen van 4 uur", "alleen geel telt", "x 1000", "gepland"]
)
@pytest.mark.parametrize("row", [0, 2])
def test_a_note_at_the_heading_of_the_hours_may_change_them_all(text: str, row: int) -> None:
    assert read(at(row, HOURS, text)).accepted == 0


@pytest.mark.parametrize(
    "text", ["in uren", "Vul het aantal uren in, bijvoorbeeld 7,5", "verplicht"]
)
def test_a_note_that_says_hours_of_hours_asks_nothing(text: str) -> None:
    result = read(at(0, HOURS, text))
    assert (result.accepted, result.questions, result.remarks) == (3, (), ())


def test_a_note_at_the_title_is_about_the_table() -> None:
    assert read(at(1, 1, "nog concept")).accepted == 0
    assert read(at(1, 1, "gemaakt door Karin")).accepted == 3


def test_many_such_notes_are_one_question() -> None:
    notes = {row: {column: f"moet {row}{column} zijn" for column in (1, 2, 3)} for row in (3, 4, 5)}
    result = read(Marks(notes=notes))
    assert (result.accepted, [(q.code, q.rows) for q in result.questions]) == (0, [("note", 3)])


@pytest.mark.parametrize(
    "text",
    ["CONCEPT", "alleen geel telt", "Uren zijn in dagdelen", "Wensenlijst 2021", "VERVALLEN"],
)
def test_a_text_over_the_table_is_asked_about(text: str) -> None:
    result = read(Marks(said=(text,)))
    assert (result.accepted, [q.rows for q in result.questions]) == (0, [3])
    (question,) = result.questions
    assert read(Marks(said=(text,)), {question.code: COUNT}).accepted == 3


@pytest.mark.parametrize("text", ["Vragen? Mail Karin", "Gemeente Voorbeeldstad", "Fijne dag"])
def test_another_text_over_the_table_is_told(text: str) -> None:
    result = read(Marks(said=(text,)))
    assert (result.accepted, [r.code for r in result.remarks]) == (3, ["texts_over_table"])


def test_a_unit_in_a_text_over_a_budget_is_read() -> None:
    rows = [["Jaar", "Omschrijving", "Begroot"], [2021, "Platform31", 20], [2022, "Platform31", 21]]
    sheet = Sheet("Begroting", rows, marks=Marks(said=("Bedragen x € 1.000",)))
    result = read_sheet(sheet, known=KnownNames.empty(), settings=Settings())
    assert result.sums["amount"] == 41_000
