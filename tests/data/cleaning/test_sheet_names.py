"""Names on a sheet: what is asked about them, and what a person's answer does."""

from __future__ import annotations

import datetime as dt

import pytest

from data.cells.cell import Cell
from data.cleaning.name_matching import KnownNames, NameResolver
from data.columns import DEPARTMENT, THEME
from data.settings import Settings
from data.values.grid import Sheet
from data.values.results import NameQuestion, SheetResult
from tests.data.one_sheet import read_sheet
from texts import use_language

SETTINGS = Settings(latest_date=dt.date(2022, 12, 31))
NAMES = ("Wonen en zorg", "Vastgoed", "Griffie")
KNOWN = {name: name for name in NAMES} | {"WeZo": "Wonen en zorg"}
HEADINGS: list[Cell] = ["Datum", "Afdeling", "Thema"]


def read(
    departments: list[str],
    said: dict[str, str | None] | None = None,
    known: KnownNames | None = None,
) -> SheetResult:
    """A sheet with a row for each of these departments, read with what a person says of them."""
    rows: list[list[Cell]] = [[dt.date(2019, 4, 3), name, "Wonen"] for name in departments]
    names = known or KnownNames(departments=KNOWN, themes={"Wonen": "Wonen"})
    names = KnownNames(names.departments, names.themes, names.fresh, {DEPARTMENT: said or {}})
    return read_sheet(Sheet("Blad1", [HEADINGS, *rows]), known=names, settings=SETTINGS)


def questions(result: SheetResult) -> list[NameQuestion]:
    return list(result.names[DEPARTMENT].questions)


def test_names_as_they_are_stored_raise_no_question() -> None:
    result = read(["Vastgoed", "Griffie"])
    assert questions(result) == []
    assert result.names[THEME].questions == ()


@pytest.mark.parametrize(
    ("spelling", "question"),
    [
        ("Wonen", NameQuestion("Wonen", "doubtful", 2, None, ("Wonen en zorg",))),
        ("vastgoed", NameQuestion("vastgoed", "matched", 2, "Vastgoed", ("Vastgoed",))),
        ("WeZo", NameQuestion("WeZo", "remembered", 2, "Wonen en zorg", ("Wonen en zorg",))),
        ("Sport", NameQuestion("Sport", "new", 2, "Sport", ())),
    ],
)
def test_every_other_spelling_may_be_asked_about(spelling: str, question: NameQuestion) -> None:
    assert questions(read([spelling, "Griffie", spelling])) == [question]


def test_a_new_name_comes_with_the_names_that_it_resembles_a_little() -> None:
    (question,) = questions(read(["Vastgoedzaken"]))
    assert (question.found, question.candidates) == ("new", ("Vastgoed",))


def test_spellings_of_one_new_name_are_told_by_that_name() -> None:
    found = questions(read(["sport", "Sport", "Sport"]))
    assert [(q.spelling, q.name, q.rows) for q in found] == [
        ("sport", "Sport", 1),
        ("Sport", "Sport", 2),
    ]


def test_a_new_name_in_a_rejected_row_is_no_question_yet() -> None:
    rows: list[list[Cell]] = [HEADINGS, ["31-02-2019", "Sport", "Wonen"]]
    rows.append(["03-04-2019", "Griffie", "Wonen"])
    known = KnownNames(departments=KNOWN)
    result = read_sheet(Sheet("Blad1", rows), known=known, settings=SETTINGS)
    assert questions(result) == []


def test_same_as_a_known_name_accepts_the_rows() -> None:
    before, after = read(["Wonen", "Griffie"]), read(["Wonen", "Griffie"], {"Wonen": "Vastgoed"})
    assert (before.accepted, before.rejected) == (1, 1)
    assert (after.accepted, after.rejected) == (2, 0)
    assert after.records[DEPARTMENT].tolist() == ["Vastgoed", "Griffie"]
    assert after.names[DEPARTMENT].matched == {"Wonen": "Vastgoed"}
    assert questions(after) == questions(before)  # so that the answer can be changed


def test_new_accepts_the_rows_under_a_name_of_its_own() -> None:
    result = read(["Wonen", "WeZo"], {"Wonen": "Wonen", "WeZo": "WeZo"})
    assert result.records[DEPARTMENT].tolist() == ["Wonen", "WeZo"]
    assert result.names[DEPARTMENT].new == ("Wonen", "WeZo")
    assert result.names[DEPARTMENT].matched == {}


def test_a_new_name_may_be_another_spelling_of_a_known_one() -> None:
    result = read(["Sport"], {"Sport": "Griffie"})
    assert result.records[DEPARTMENT].tolist() == ["Griffie"]
    assert result.names[DEPARTMENT].new == ()


@pytest.mark.parametrize("spelling", ["Wonen", "vastgoed", "WeZo", "Sport"])
def test_leaving_rows_out_rejects_and_counts_them(spelling: str) -> None:
    result = read([spelling, "Griffie"], {spelling: None})
    assert (result.rows, result.accepted, result.rejected) == (2, 1, 1)
    (row,) = result.rejected_rows
    assert row.left_out
    with use_language("nl"):
        assert str(row.faults[0].message) == f"Weggelaten door u: de rijen met “{spelling}”."
    assert [q.spelling for q in questions(result)] == [spelling]


def test_a_row_that_is_merely_wrong_is_not_left_out() -> None:
    assert [row.left_out for row in read(["Wonen"]).rejected_rows] == [False]


def test_an_answer_for_a_spelling_that_is_not_there_changes_nothing() -> None:
    assert read(["Griffie"], {"Elders": None}).accepted == 1


def test_very_many_names_that_are_refused_are_not_compared(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    compared: list[str] = []
    resolve = NameResolver.resolve

    def counted(self: NameResolver, spelling: str) -> object:
        compared.append(spelling)
        return resolve(self, spelling)

    monkeypatch.setattr(NameResolver, "resolve", counted)
    rows: list[list[Cell]] = [
        ["01-03-2019", f"Opmerking {i} van iemand", "Wonen"] for i in range(1_500)
    ]
    result = read_sheet(
        Sheet("Blad1", [["Datum", "Afdeling", "Thema"], *rows]),
        known=KnownNames(),
        settings=SETTINGS,
    )
    assert (result.accepted, result.rejected) == (0, 1_500)
    assert compared == ["Wonen"]
