"""Rows of use that add up others under a name."""

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

Row = list[Any]


def read(heading: str, *rows: Row, **answers: str) -> SheetResult:
    sheet = Sheet("Blad1", [[heading, "Afdeling", "Thema", "Uren"], *rows])
    said = SheetCorrections(answers=answers)
    return read_sheet(sheet, known=KnownNames.empty(), settings=Settings(), corrections=said)


def of_year(*rows: tuple[str, str, float]) -> SheetResult:
    return read("Jaar", *([2021, *row] for row in rows))


SUMS = {
    "the last row": (
        ("A", "Wonen", 2), ("B", "Zorg", 3), ("C", "Wonen", 4), ("D", "Zorg", 1),
        ("Ons", "Beleid", 10),
    ),
    "the first row": (
        ("Ons", "Beleid", 10), ("A", "Wonen", 2), ("B", "Zorg", 3), ("C", "Wonen", 4),
        ("D", "Zorg", 1),
    ),
    "a department of all": (
        ("A", "Wonen", 2), ("B", "Wonen", 3), ("Concern", "Wonen", 5),
        ("A", "Zorg", 4), ("B", "Zorg", 1), ("Concern", "Zorg", 5),
    ),
    "a theme of all": (
        ("A", "Wonen", 2), ("A", "Zorg", 3), ("A", "Sociaal", 5),
        ("B", "Wonen", 4), ("B", "Zorg", 7), ("B", "Sociaal", 11),
    ),
    "domains above their departments": (
        ("Ruimte", "Wonen", 5), ("A", "Wonen", 2), ("B", "Wonen", 3),
        ("Sociaal", "Wonen", 9), ("C", "Wonen", 4), ("D", "Wonen", 5),
    ),
}  # fmt: skip


@pytest.mark.parametrize("rows", SUMS.values(), ids=SUMS)
def test_rows_that_hold_others_together_are_asked_about(
    rows: tuple[tuple[str, str, float], ...],
) -> None:
    result = of_year(*rows)
    sums = {"Ons", "Concern", "Sociaal", "Ruimte"}
    parts = [row for row in rows if not {row[0], row[1]} & sums]
    assert [q.code for q in result.questions] == ["rows_add_up"]
    assert result.records["hours"].sum() == sum(row[2] for row in parts)


SUBJECTS = ["Subtotaal", "Totaal Q1", "Gemiddelde", "subtotaal t/m april", "waarvan voorbereiding"]


def with_subjects(*rows: tuple[str, str, str, float]) -> SheetResult:
    days = [dt.date(2021, 1, day) for day in range(4, 4 + len(rows))]
    headings = ["Datum", "Afdeling", "Thema", "Onderwerp", "Uren"]
    sheet = Sheet("Blad1", [headings, *([day, *row] for day, row in zip(days, rows, strict=True))])
    return read_sheet(sheet, known=KnownNames.empty(), settings=Settings())


USES = (
    ("A", "Wonen", "Advies huur", 2.0), ("A", "Zorg", "Leerkring", 3.0),
    ("B", "Wonen", "Advies bouw", 1.5), ("B", "Zorg", "Atelier", 4.0),
    ("C", "Zorg", "Gesprek", 1.0),
)  # fmt: skip


@pytest.mark.parametrize("subject", SUBJECTS)
def test_a_subject_that_says_total_is_asked_about(subject: str) -> None:
    result = with_subjects(*USES[:2], ("A", "Wonen", subject, 1.0), *USES[2:])
    assert [(q.code, q.rows) for q in result.questions] == [("rows_add_up", 1)]
    assert result.records["hours"].sum() == 11.5


@pytest.mark.parametrize("subject", ["Totaalplan wonen", "Som der delen", "Waarvangers", "Averij"])
def test_a_subject_that_only_begins_so_counts(subject: str) -> None:
    result = with_subjects(*USES[:2], ("A", "Wonen", subject, 1.0), *USES[2:])
    assert (result.accepted, result.questions) == (6, ())


def test_rows_without_a_subject_that_hold_those_above_are_asked_about() -> None:
    sums = ("A", "Zorg", "", 5.0), ("B", "Zorg", "", 5.5), ("C", "Zorg", "", 1.0)
    result = with_subjects(*USES[:2], sums[0], *USES[2:4], sums[1], USES[4], sums[2])
    assert [(q.code, q.rows) for q in result.questions] == [("rows_add_up", 3)]
    assert result.records["hours"].sum() == 11.5


def test_rows_without_a_subject_of_their_own_hours_count() -> None:
    result = with_subjects(*USES[:2], ("A", "Zorg", "", 5.0), *USES[2:4], ("B", "Zorg", "", 6.0))
    assert (result.accepted, result.questions) == (6, ())


def test_a_single_row_without_a_subject_that_holds_two_rows_counts() -> None:
    result = with_subjects(*USES[:2], ("B", "Zorg", "", 5.0), *USES[2:])
    assert (result.accepted, result.questions) == (6, ())


def test_a_single_row_without_a_subject_that_holds_three_rows_is_asked_about() -> None:
    result = with_subjects(*USES[:3], ("B", "Zorg", "", 6.5), *USES[3:])
    assert [(q.code, q.rows) for q in result.questions] == [("rows_add_up", 1)]


def test_the_last_row_of_each_department_that_holds_its_others() -> None:
    rows = (
        ("A", "Wonen", 2), ("A", "Zorg", 3), ("A", "A", 5),
        ("B", "Wonen", 4), ("B", "Zorg", 1), ("B", "B", 5),
    )  # fmt: skip
    result = of_year(*rows)
    assert [(q.code, q.rows) for q in result.questions] == [("rows_add_up", 2)]


def test_rows_of_a_made_up_name_that_hold_those_above() -> None:
    rows = (
        ("A", "Wonen", 2), ("B", "Zorg", 3), ("Hier", "Wonen", 5),
        ("A", "Wonen", 1), ("B", "Wonen", 1.5), ("C", "Zorg", 4), ("Hier", "Zorg", 6.5),
    )  # fmt: skip
    result = of_year(*rows)
    assert [(q.code, q.rows) for q in result.questions] == [("rows_add_up", 2)]


@pytest.mark.parametrize("whole", ["2021", "K1 2021"])
def test_a_longer_period_that_holds_its_months(whole: str) -> None:
    months = (("jan 2021", 2), ("feb 2021", 3), ("mrt 2021", 4), (whole, 9))
    result = read("Periode", *([when, "A", "Wonen", hours] for when, hours in months))
    assert [(q.code, q.rows) for q in result.questions] == [("rows_add_up", 1)]
    assert result.records["hours"].sum() == 9


def test_a_vague_date_with_hours_of_its_own_counts() -> None:
    months = (("jan 2021", 2), ("feb 2021", 3), ("mrt 2021", 4), ("2021", 8))
    result = read("Periode", *([when, "A", "Wonen", hours] for when, hours in months))
    assert (result.accepted, result.questions) == (4, ())


@pytest.mark.parametrize("measure", ["Deelnemers", "Kosten"])
def test_a_last_row_of_all_participants_or_costs(measure: str) -> None:
    numbers = zip("ABCDE", (3, 12, 4, 5, 24), strict=True)
    rows = [[dt.date(2021, 1, 4), name, "Wonen", number] for name, number in numbers]
    sheet = Sheet("Blad1", [["Datum", "Afdeling", "Thema", measure], *rows])
    result = read_sheet(sheet, known=KnownNames.empty(), settings=Settings())
    assert [(q.code, q.rows) for q in result.questions] == [("rows_add_up", 1)]


TOTALS = [
    "Vastgoed tot.", "Tot. Vastgoed", "Vastgoed (tot.)", "Vastgoed som", "Som Vastgoed",
    "Vastgoed gemiddeld", "Vastgoed (gem.)", "Tussenstand", "Zwischensumme", "Gesamtergebnis",
    "Eindtot.", "Vastgoed opgeteld",
]  # fmt: skip


@pytest.mark.parametrize("name", TOTALS)
def test_a_name_with_a_word_for_a_total_is_no_use(name: str) -> None:
    result = of_year(("Vastgoed", "Wonen", 2), (name, "Wonen", 7), ("Jeugd", "Zorg", 3))
    assert (result.accepted, dict(result.skipped_reasons)) == (2, {"total": 1})


@pytest.mark.parametrize("name", ["Q1", "1e kwartaal", "t/m juni", "Stand 30-6", "H1", "maart"])
def test_a_period_is_no_department(name: str) -> None:
    result = of_year(("Vastgoed", "Wonen", 2), (name, "Wonen", 7), ("Jeugd", "Zorg", 3))
    assert (result.accepted, [q.code[:8] for q in result.questions]) == (2, ["no_name:"])


@pytest.mark.parametrize(
    "name", ["Summerschool", "Kwartaalplan", "Totstandkoming", "Kwartiermaken"]
)
def test_a_name_that_only_begins_so_is_a_name(name: str) -> None:
    result = of_year(("Vastgoed", "Wonen", 2), ("Jeugd", name, 7), ("Jeugd", "Zorg", 3))
    assert (result.accepted, result.questions) == (3, ())


NO_SUMS = {
    "four rows": (("A", "Wonen", 2), ("B", "Zorg", 3), ("C", "Wonen", 1), ("D", "Zorg", 6)),
    "one group": (("A", "Wonen", 2), ("B", "Wonen", 3), ("C", "Wonen", 5), ("A", "Zorg", 1)),
    "not everywhere": (
        ("A", "Wonen", 2), ("B", "Wonen", 3), ("C", "Wonen", 5),
        ("A", "Zorg", 4), ("B", "Zorg", 1), ("C", "Zorg", 6),
    ),
    "all alike": tuple((name, "Wonen", 2.0) for name in "ABCDEF"),
}  # fmt: skip


@pytest.mark.parametrize("rows", NO_SUMS.values(), ids=NO_SUMS)
def test_hours_that_happen_to_add_up_count(rows: tuple[tuple[str, str, float], ...]) -> None:
    result = of_year(*rows)
    assert (result.accepted, result.questions) == (len(rows), ())


def test_days_that_happen_to_add_up_count() -> None:
    days = enumerate((5, 2, 3, 9, 4, 5), 1)
    rows: list[Row] = [[dt.date(2021, 1, day), "A", "Wonen", hours] for day, hours in days]
    assert read("Datum", *rows).questions == ()


@pytest.mark.parametrize("name", ["Haarlem", "Gemeente Haarlem", "gemeente", "GEMEENTE ZWOLLE"])
def test_the_municipality_is_no_department(name: str) -> None:
    result = of_year(("Vastgoed", "Wonen", 2), (name, "Wonen", 3))
    assert (result.accepted, [q.code[:8] for q in result.questions]) == (1, ["no_name:"])


def crosstab(title: str, *columns: tuple[str, int, int, int]) -> SheetResult:
    names = [name for name, *_ in columns]
    rows = [[f"Afdeling {n}", *(x[n] for x in columns)] for n in (1, 2, 3)]
    sheet = Sheet("Blad1", [[title], [], ["Afdeling", *names], *rows])
    return read_sheet(sheet, known=KnownNames.empty(), settings=Settings())


PARTS = (("Wonen", 2, 1, 4), ("Zorg", 1, 2, 1))
SUM, OTHER = ("Sociaal", 3, 3, 5), ("Bodem", 1, 2, 1)


@pytest.mark.parametrize("columns", [(*PARTS, SUM, OTHER), (OTHER, SUM, *PARTS)])
def test_a_column_of_a_crosstab_that_holds_those_beside_it(
    columns: tuple[tuple[str, int, int, int], ...],
) -> None:
    result = crosstab("Aantal gebruik Platform31 2021", *columns)
    assert [(q.code, q.rows) for q in result.questions] == [("column_adds_up", 3)]
    assert "Sociaal" not in set(result.records["theme"])


def test_columns_that_add_up_in_some_rows_only_count() -> None:
    result = crosstab("Aantal gebruik Platform31 2021", *PARTS, ("Sociaal", 3, 3, 4), OTHER)
    assert result.questions == ()


@pytest.mark.parametrize("title", ["Gebruik t/m 2021", "Gebruik sinds 2019", "Gebruik vanaf 2020"])
def test_a_title_that_tells_of_more_years_is_no_year(title: str) -> None:
    result = crosstab(title, *PARTS)
    assert (result.accepted, {f.message.code for f in result.faults}) == (0, {"period_nowhere"})


@pytest.mark.parametrize("title", ["Gebruik 2021 t/m september", "Gebruik t/m 30-09-2021"])
def test_a_title_up_to_a_moment_tells_the_year(title: str) -> None:
    records = crosstab(title, *PARTS).records
    assert {f"{day:%Y-%m-%d}" for day in records["date"]} == {"2021-01-01"}
    assert set(records["date_precision"]) == {"year"}
