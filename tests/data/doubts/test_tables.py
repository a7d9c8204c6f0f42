"""Tables that are not what they seem: something else than use, or the same thing twice."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest

from data.cleaning.name_matching import KnownNames
from data.intake.read_tables import Reader
from data.settings import Settings
from data.values.corrections import Corrections, SheetCorrections
from data.values.grid import MergedRange, Sheet
from data.values.results import SheetResult

USE: list[list[Any]] = [
    ["Datum", "Afdeling", "Thema", "Uren"],
    [dt.date(2019, 1, 7), "Vastgoed", "Wonen", 3],
    [dt.date(2019, 1, 8), "Wijken", "Zorg", 5],
    [dt.date(2019, 2, 7), "Vastgoed", "Zorg", 2],
]
CROSSTAB: list[list[Any]] = [["Afdeling", "Wonen", "Zorg"], ["Vastgoed", 3, 1], ["Wijken", 2, 5]]


def read(*sheets: Sheet, file: str = "lijst.xlsx", **answers: str) -> tuple[SheetResult, ...]:
    reader = Reader(
        known=KnownNames.empty(),
        settings=Settings(),
        corrections=Corrections(answers=answers),
        file_name=file,
    )
    return reader.read(sheets)


def hours(results: tuple[SheetResult, ...]) -> float:
    return sum(result.sums.get("hours", 0) for result in results)


OTHERWISE = [
    "Aanbod Platform31 2019", "Planning 2019", "Wensenlijst Platform31", "Jaarplan 2020",
    "Aanvragen 2019", "Verwachte inzet Platform31",
]  # fmt: skip


@pytest.mark.parametrize("title", OTHERWISE)
def test_a_title_that_speaks_of_something_else_is_asked_about(title: str) -> None:
    (result,) = read(Sheet("Blad1", [[title], [], *USE]))
    assert (result.accepted, [q.code for q in result.questions]) == (0, ["is_it_use"])
    (counted,) = read(Sheet("Blad1", [[title], [], *USE]), is_it_use="count")
    assert counted.sums["hours"] == 10


@pytest.mark.parametrize(
    "title", ["Gebruik Platform31 2019", "Adviezen 2019", "Inzet per afdeling"]
)
def test_a_title_that_speaks_of_use_is_not(title: str) -> None:
    (result,) = read(Sheet("Blad1", [[title], [], *USE]))
    assert (result.accepted, result.questions) == (3, ())


def test_a_register_that_never_names_platform31() -> None:
    rows = [[*row, extra] for row, extra in zip(USE, ["Meldingnummer", 1, 2, 3], strict=True)]
    assert read(Sheet("Blad1", rows))[0].accepted == 0
    assert read(Sheet("Blad1", rows), file="gebruik p31.xlsx")[0].accepted == 3


CELLS = {
    "numbers of uses": ("Aantal adviezen 2019", 11, []),
    "hours": ("Uren Platform31 2019", 4, []),
    "people": ("Aantal deelnemers 2019", 0, ["is_it_use"]),
    "interest": ("Interesse in Platform31 2019", 0, ["is_it_use"]),
    "nothing said": ("Overzicht 2019", 0, ["is_it_use"]),
}


@pytest.mark.parametrize(("title", "records", "asked"), CELLS.values(), ids=CELLS)
def test_what_the_cells_of_a_crosstab_are(title: str, records: int, asked: list[str]) -> None:
    (result,) = read(Sheet("Blad1", [[title], *CROSSTAB]))
    assert (len(result.records), [q.code for q in result.questions]) == (records, asked)


@pytest.mark.parametrize(
    ("yes", "no"), [("x", ""), ("X", "-"), ("✓", ""), ("ja", "nee"), (True, False), ("v", "")]
)
def test_marks_in_a_crosstab_are_uses(yes: object, no: object) -> None:
    rows: list[list[Any]] = [
        ["Gebruik Platform31 2019"],
        ["Afdeling", "Wonen", "Zorg"],
        ["Vastgoed", yes, yes],
        ["Wijken", no, yes],
    ]
    (result,) = read(Sheet("Blad1", rows))
    assert len(result.records) == 3


def test_a_sheet_that_repeats_another_is_left_out() -> None:
    january, february = [USE[0], *USE[1:3]], [USE[0], USE[3]]
    sheets = [Sheet("Jan", january), Sheet("Feb", february), Sheet("Jaar", USE)]
    results = read(*sheets)
    assert hours(results) == 10
    assert [r.kind for r in results] == [None, None, "usage"]
    assert hours(read(*sheets, **{"repeated:Jan": "count"})) == 18


def test_an_older_version_of_a_sheet_is_left_out() -> None:
    older = [USE[0], *([*row[:3], 9] for row in USE[1:])]
    assert hours(read(Sheet("Gebruik", USE), Sheet("Gebruik oud", older))) == 10
    assert hours(read(Sheet("Nieuw", USE), Sheet("Blad2", older, hidden=True))) == 10


def test_sheets_of_other_rows_all_count() -> None:
    other = [USE[0], *([dt.date(2018, 5, day), *row[1:]] for day, row in enumerate(USE[1:], 1))]
    assert hours(read(Sheet("2019", USE), Sheet("2018", other, hidden=True))) == 20


def test_hours_merged_over_rows_count_once() -> None:
    rows = [USE[0], USE[1], [*USE[2][:3], ""], USE[3]]
    merged = (MergedRange(2, 4, 3, 4),)
    assert hours(read(Sheet("Blad1", rows, merged=merged))) == 5


BUDGETS = {
    "by codes": [
        ["Code", "Omschrijving", "Begroting 2019"], ["3", "Economie", 300], ["3.1", "Kennis", 200],
        ["3.1.1", "Platform31", 150], ["3.1.2", "Overig", 50], ["3.2", "Overig", 100],
    ],
    "by indentation": [
        ["Omschrijving", "Begroting 2019"], ["Economie", 300], ["  Kennis", 200],
        ["    Platform31", 150], ["    Overig", 50], ["  Overig", 100],
    ],
    "by sums": [
        ["Omschrijving", "Begroting 2019", "Begroting 2020"], ["Economie", 300, 320],
        ["Kennis", 200, 210], ["Platform31", 150, 155], ["Overig", 50, 55], ["Rest", 100, 110],
    ],
}  # fmt: skip


@pytest.mark.parametrize("rows", BUDGETS.values(), ids=BUDGETS)
def test_totals_of_levels_count_once(rows: list[list[Any]]) -> None:
    (result,) = read(Sheet("Begroting", rows))
    of_2019 = result.records[result.records["year"] == 2019]
    assert of_2019["amount"].sum() == 300
    assert result.skipped_reasons["total"] == 2


def test_lines_that_happen_to_add_up_stay_lines() -> None:
    rows = [["Omschrijving", "Begroting 2019"], ["A", 200], ["B", 100], ["C", 100], ["D", 30]]
    assert read(Sheet("Begroting", rows))[0].sums["amount"] == 430


def test_of_cumulative_columns_the_last_counts() -> None:
    rows = [
        ["Omschrijving", "Realisatie t/m Q1 2019", "Realisatie t/m Q2 2019"],
        ["Bijdrage", 100, 250],
    ]
    (result,) = read(Sheet("Blad1", rows))
    assert result.sums["amount"] == 250
    assert set(result.records["date_precision"]) == {"year"}


def test_the_kind_that_a_person_says_is_certain() -> None:
    reader = Reader(
        known=KnownNames.empty(),
        settings=Settings(),
        corrections=Corrections({"Blad1": SheetCorrections(kind="usage")}),
    )
    (result,) = reader.read([Sheet("Blad1", [["Planning 2019"], [], *USE])])
    assert (result.accepted, result.questions) == (3, ())


DAYS = [dt.date(2021, month, 4) for month in range(1, 6)]
HELD = [("Vastgoed", "Wonen"), ("Werk", "Bodem"), ("Vastgoed", "Zorg"), ("Beheer", "Wonen"),
        ("Werk", "Wonen")]  # fmt: skip


def of_days(heading: str, *cells: object, **codes: str) -> list[list[Any]]:
    """The same uses, with another measure or with codes for the names of departments."""
    rows: list[list[Any]] = [
        [day, codes.get(department, department), theme, cell]
        for day, (department, theme), cell in zip(DAYS, HELD, cells, strict=True)
    ]
    return [["Datum", "Afdeling", "Thema", heading], *rows]


TWICE = {
    "another measure": of_days("Deelnemers", 4, 2, 7, 9, 3),
    "codes": of_days("Uren", 4, 1, 3, 4.5, 2, Vastgoed="V-410", Werk="W-420", Beheer="B-430"),
    "codes of letters": of_days("Uren", 4, 1, 3, 4.5, 2, Vastgoed="FGV", Werk="SWI", Beheer="FBO"),
    "no measure": [["Datum", "Afdeling", "Thema"], *[[d, *h] for d, h in
                                   zip(DAYS[:3], HELD[:3], strict=True)]],
}  # fmt: skip


@pytest.mark.parametrize("second", TWICE.values(), ids=TWICE)
def test_the_same_uses_told_otherwise_count_once(second: list[list[Any]]) -> None:
    first = of_days("Uren", 4, 1, 3, 4.5, 2)
    results = read(Sheet("Een", first), Sheet("Twee", second))
    assert sum(result.accepted for result in results) == 5
    assert any(q.code.startswith("repeated") for r in results for q in r.questions)


def test_departments_at_the_same_meetings_all_count() -> None:
    one = [["Datum", "Afdeling", "Thema", "Uren"], *([d, "Vastgoed", "Wonen", 2] for d in DAYS)]
    two = [["Datum", "Afdeling", "Thema", "Uren"], *([d, "Beheer", "Wonen", 2] for d in DAYS)]
    assert sum(result.accepted for result in read(Sheet("Een", one), Sheet("Twee", two))) == 10


def test_rows_that_are_on_two_sheets_are_told() -> None:
    rows = of_days("Uren", 4, 1, 3, 4.5, 2)
    more = [[dt.date(2021, 9, day), "Werk", "Bodem", day] for day in (1, 2, 3)]
    results = read(Sheet("Een", rows), Sheet("Twee", [rows[0], rows[5], *more]))
    (told,) = [r for r in results[1].remarks if r.code == "rows_on_other"]
    assert (sum(r.accepted for r in results), told.values["n"]) == (9, 1)


def test_one_line_of_a_budget_on_two_sheets_counts_once() -> None:
    lines = [["Jaar", "Omschrijving", "Begroot"], [2020, "Platform31", 5], [2021, "Platform31", 7]]
    results = read(Sheet("2020-2021", lines), Sheet("2021", [lines[0], lines[2]]))
    assert sum(result.accepted for result in results) == 2
    assert [q.code for r in results for q in r.questions] == ["repeated:2021"]
