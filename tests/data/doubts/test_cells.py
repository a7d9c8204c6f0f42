"""Cells whose value is not what it seems: dates, hours, names, amounts."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest

from data.cleaning.name_matching import KnownNames
from data.settings import Settings
from data.values.corrections import SheetCorrections
from data.values.grid import Sheet
from data.values.marks import NO_MARKS, Marks
from data.values.results import SheetResult
from tests.data.one_sheet import read_sheet


def read(
    headings: list[str],
    *rows: list[Any],
    marks: Marks = NO_MARKS,
    delimiter: str = "",
    **answers: str,
) -> SheetResult:
    sheet = Sheet("Blad1", [headings, *rows], marks=marks, delimiter=delimiter)
    said = SheetCorrections(answers={k.replace("__", ":"): v for k, v in answers.items()})
    return read_sheet(sheet, known=KnownNames.empty(), settings=Settings(), corrections=said)


def dated(*cells: object, marks: Marks = NO_MARKS, **answers: str) -> SheetResult:
    rows = [[cell, "Vastgoed", "Wonen", 1] for cell in cells]
    return read(["Datum", "Afdeling", "Thema", "Uren"], *rows, marks=marks, **answers)


def days(result: SheetResult) -> list[str]:
    return [f"{day:%Y-%m-%d}" for day in result.records["date"]]


def codes(result: SheetResult) -> list[str]:
    return [message.code for message in result.remarks]


def test_days_that_excel_swapped_are_swapped_back() -> None:
    result = dated(dt.date(2019, 3, 1), "02/13/2019", dt.date(2019, 4, 3), "04/25/2019")
    assert days(result) == ["2019-01-03", "2019-02-13", "2019-03-04", "2019-04-25"]
    assert "dates_swapped" in codes(result)


def test_a_real_day_beyond_twelve_was_not_swapped() -> None:
    result = dated(dt.date(2019, 3, 13), "02/13/2019", dt.date(2019, 4, 3), "04/25/2019")
    assert days(result) == ["2019-03-13", "2019-02-13", "2019-04-03", "2019-04-25"]


def test_days_that_may_be_swapped_are_asked_about() -> None:
    cells = (dt.date(2019, 3, 1), "13-02-2019", dt.date(2019, 4, 3), "25-04-2019")
    result = dated(*cells)
    assert (result.accepted, [q.code for q in result.questions]) == (2, ["swapped_dates"])
    assert days(dated(*cells, swapped_dates="swap"))[0] == "2019-01-03"
    assert days(dated(*cells, swapped_dates="keep"))[0] == "2019-03-01"


UTC = {
    "told": ("2018-12-31T23:00:00Z", "2019-03-31T22:00:00Z"),
    "with an offset of nothing": ("2018-12-31 23:00:00+00:00", "2019-03-31 22:00+00:00"),
    "real moments": (dt.datetime(2018, 12, 31, 23), dt.datetime(2019, 3, 31, 22)),
}


@pytest.mark.parametrize("cells", UTC.values(), ids=UTC)
def test_midnight_here_is_the_day_before_in_universal_time(cells: tuple[object, ...]) -> None:
    result = dated(*cells)
    assert days(result) == ["2019-01-01", "2019-04-01"]
    assert codes(result) == ["days_in_utc"]


def test_other_moments_stay_on_their_day() -> None:
    result = dated(dt.datetime(2018, 12, 31, 23), dt.datetime(2019, 3, 31, 14, 30))
    assert days(result) == ["2018-12-31", "2019-03-31"]
    assert days(dated("2019-03-31T10:00:00Z", "2019-04-01T23:30+02:00")) == [
        "2019-03-31", "2019-04-01",
    ]  # fmt: skip


def test_bare_numbers_of_a_calendar_from_1904() -> None:
    assert days(dated(42_000.0, marks=Marks(from_1904=True))) == ["2018-12-28"]


WEEKS = ["2021-W12", "wk 12 2021", "week 12, 2021", "2021 wk12", "2021 week 12", "W12-2021"]


@pytest.mark.parametrize("week", WEEKS)
def test_a_week_is_the_month_of_its_thursday(week: str) -> None:
    result = dated(week)
    assert (days(result), set(result.records["date_precision"])) == (["2021-03-01"], {"month"})


VAGUE = ["t/m 2018", "vanaf 2020", "na 2022", "2021 e.v.", "2019/2020", "2019-2020", "ca. 2019",
         "2011/12", "2019 en 2020", "voor 2018", "2019?"]  # fmt: skip


@pytest.mark.parametrize("year", VAGUE)
def test_a_year_that_is_not_one_year(year: str) -> None:
    result = read(["Jaar", "Omschrijving", "Begroot"], [2019, "A", 1], [year, "B", 2])
    assert (result.accepted, result.rejected) == (1, 1)


@pytest.mark.parametrize(
    "year", ["2019*", "2019 ", "begroting 2019", "(2019)", "FY 2019", "jaar 2019"]
)
def test_a_year_with_words_that_leave_it_one(year: str) -> None:
    result = read(["Jaar", "Omschrijving", "Begroot"], [2019, "A", 1], [year, "B", 2])
    assert set(result.records["year"]) == {2019}


VAGUE_DAYS = ["3-5 april 2019", "3 april", "3 t/m 5 april 2019", "H1 2021", "zomer 2019",
              "01-03-2019 - 05-03-2019", "jan-mrt 2019", "2019 Q1-Q2", "wk 60 2019"]  # fmt: skip


@pytest.mark.parametrize("day", VAGUE_DAYS)
def test_a_day_that_is_not_one_day(day: str) -> None:
    assert dated("03-04-2019", day).accepted == 1


def timed(heading: str, *cells: object, marks: Marks = NO_MARKS, **answers: str) -> SheetResult:
    rows = [[dt.date(2019, 1, n + 1), "Vastgoed", "Wonen", x] for n, x in enumerate(cells)]
    return read(["Datum", "Afdeling", "Thema", heading], *rows, marks=marks, **answers)


@pytest.mark.parametrize("heading", ["Tijd (uu.mm)", "Uren (u.mm)", "Tijd uu:mm", "Uren.minuten"])
def test_minutes_behind_the_point(heading: str) -> None:
    result = timed(heading, "1.30", "0.45", 2.15, 3)
    assert result.sums["hours"] == 7.5
    assert codes(result) == ["minutes_behind_point"]


def test_what_may_be_minutes_is_asked() -> None:
    cells = ("1.30", "0.45", "2.15", "3.00")
    result = timed("Uren", *cells)
    assert (result.accepted, [q.code for q in result.questions]) == (0, ["hours_notation"])
    assert timed("Uren", *cells, hours_notation="minutes").sums["hours"] == 7.5
    assert timed("Uren", *cells, hours_notation="decimals").sums["hours"] == 6.9


@pytest.mark.parametrize("cells", [("1.50", "0.25"), ("1,5", "2"), ("1.30", "2.75"), (1.3, 2.35)])
def test_decimals_are_decimals(cells: tuple[object, ...]) -> None:
    assert timed("Uren", *cells).questions == ()


NO_HOURS = {
    "times of the day": ("Tijd", ["09:00", "13:30", "10:00"]),
    "real times of the day": ("Uren", [dt.time(9), dt.time(13, 30), dt.time(10)]),
    "posts": ("Inzet (fte)", [0.5, 0.2, 1]),
    "shares": ("Uren", ["10%", "20%", "70%"]),
    "years": ("Uren", [2019, 2019, 2020]),
    "days": ("Uren", [dt.date(2019, 1, 1), dt.date(2019, 2, 1), dt.date(2019, 3, 1)]),
    "from and to": ("Tijd", ["09:00-10:00", "13:00-14:00", "10:00 - 11:30"]),
}


@pytest.mark.parametrize(("heading", "cells"), NO_HOURS.values(), ids=NO_HOURS)
def test_what_is_no_hours(heading: str, cells: list[object]) -> None:
    result = timed(heading, *cells)
    assert (result.accepted, result.sums["hours"]) == (3, 0)
    assert "column_of_measures_unread" in codes(result)


@pytest.mark.parametrize(
    ("heading", "hours"),
    [("Duur (min.)", 1.5), ("Minuten", 1.5), ("Tijd in minuten", 1.5), ("Duur in min", 1.5),
     ("Duur (min)", 1.5), ("Dagdelen", 360), ("Uren", 90)],
)  # fmt: skip
def test_the_unit_stands_in_the_heading(heading: str, hours: float) -> None:
    assert timed(heading, 90).sums["hours"] == hours


@pytest.mark.parametrize(
    ("words", "hours", "accepted"),
    [("dagen", 16, 1), ("uur", 2, 1), ("min", 0.0333, 1), ("fte", 0, 0), ("%", 0, 0)],
)
def test_the_unit_stands_in_the_format(words: str, hours: float, accepted: int) -> None:
    result = timed("Inzet", 2, marks=Marks(shown_as={4: {words: frozenset({2})}}))
    assert (round(result.sums["hours"], 4), result.accepted) == (hours, accepted)


def named(*departments: str, **answers: str) -> SheetResult:
    rows = [[dt.date(2019, 1, n + 1), x, "Wonen", 1] for n, x in enumerate(departments)]
    return read(["Datum", "Afdeling", "Thema", "Uren"], *rows, **answers)


ONE_NAME = {
    "a choice as a program writes it": ['["Vastgoed"]', '["Jeugd, Onderwijs en Sport"]'],
    "a look-up": ["3;#Vastgoed", "4;#Jeugd, Onderwijs en Sport"],
    "a form with one choice": ["Vastgoed;", "Jeugd, Onderwijs en Sport;"],
    "a path": ["Fysiek > Vastgoed", "Sociaal > Zorg > Jeugd, Onderwijs en Sport"],
    "a path with a backslash": ["Fysiek\\Vastgoed", "Sociaal\\Jeugd, Onderwijs en Sport"],
    "a number in front": ["3.2 Vastgoed", "Vastgoed", "12 - Jeugd, Onderwijs en Sport",
                          "Jeugd, Onderwijs en Sport"],
    "a number behind": ["Vastgoed (320)", "Vastgoed", "Jeugd, Onderwijs en Sport"],
    "a name with a comma": ["Jeugd, Onderwijs en Sport", "Vastgoed"],
}  # fmt: skip


@pytest.mark.parametrize("names", ONE_NAME.values(), ids=ONE_NAME)
def test_one_name_in_a_cell(names: list[str]) -> None:
    result = named(*names)
    assert set(result.records["department"]) == {"Vastgoed", "Jeugd, Onderwijs en Sport"}
    assert result.rejected == 0


AS_TYPED = {
    "<script>alert(1)</script>": "<script>alert(1)</script>",
    '"><b id=x>vet</b>': '"><b id=x>vet</b>',
    "$\\frac{a}{b}$ en $x$": "$\\frac{a}{b}$ en $x$",
    "Kinderen <4 en >4": "Kinderen <4 en >4",
    "Zorg (65+) > 80": "Zorg (65+) > 80",
    "Zorg &amp; Welzijn": "Zorg & Welzijn",
    "&lt;b&gt;vet&lt;/b&gt;": "<b>vet</b>",
}


@pytest.mark.parametrize(("cell", "name"), AS_TYPED.items(), ids=AS_TYPED)
def test_signs_that_are_no_path_stay(cell: str, name: str) -> None:
    result = named("Vastgoed", cell)
    assert (list(result.records["department"]), result.rejected) == (["Vastgoed", name], 0)


SEVERAL = ["Vastgoed; Wijken", "Vastgoed/Wijken", "Vastgoed + Wijken", "Vastgoed, Wijken",
           "Vastgoed en Wijken", "Wijken\nVastgoed", "1;#Vastgoed;#2;#Wijken", "Vastgoed | Wijken",
           "Vastgoed;Wijken;"]  # fmt: skip


@pytest.mark.parametrize("cell", SEVERAL)
def test_several_names_in_a_cell(cell: str) -> None:
    result = named("Vastgoed", "Wijken", cell)
    assert (result.accepted, result.rejected) == (2, 1)
    assert set(result.records["department"]) == {"Vastgoed", "Wijken"}
    first = named("Vastgoed", "Wijken", cell, several_names__department="first")
    assert (first.accepted, set(first.records["department"])) == (3, {"Vastgoed", "Wijken"})


@pytest.mark.parametrize("cell", ["Werk & Inkomen", "Zorg en Welzijn", "Ruimte, Wonen en Groen"])
def test_a_name_of_several_words_is_one_name(cell: str) -> None:
    assert named("Vastgoed", cell, "Zorg").rejected == 0


@pytest.mark.parametrize(
    "mark", ["idem", '"', "''", "id.", "zie boven", "Idem", ",,", '- " -', "〃"]
)
def test_a_mark_that_points_above(mark: str) -> None:
    result = named("Vastgoed", mark, mark)
    assert result.records["department"].tolist() == ["Vastgoed"] * 3
    assert codes(result) == ["ditto_read"]


def test_a_mark_with_nothing_above() -> None:
    assert [fault.message.code for fault in named("idem", "Vastgoed").faults] == ["nothing_above"]


SIDES = {
    "debit and credit": ("D/C", ["D", "D", "C"]),
    "in full": ("Soort mutatie", ["Debet", "debet", "Credit"]),
    "off and on": ("Af/Bij", ["Af", "Af", "Bij"]),
    "spent and got": ("U/O", ["U", "U", "O"]),
    "another heading": ("Type", ["Lasten", "Lasten", "Baten"]),
}


@pytest.mark.parametrize(("heading", "sides"), SIDES.values(), ids=SIDES)
def test_a_column_with_the_side_of_an_amount(heading: str, sides: list[str]) -> None:
    rows = [
        [dt.date(2019, 2, 4), "bijdrage", amount, side]
        for amount, side in zip((20_762, "1.250,50", 250.5), sides, strict=True)
    ]
    result = read(["Datum", "Omschrijving", "Bedrag", heading], *rows)
    assert result.sums["amount"] == 21_762
    assert "sides_turned" in codes(result)


def test_amounts_that_carry_their_sign_keep_it() -> None:
    rows = [[dt.date(2019, 2, 4), "bijdrage", 100, "D"], [dt.date(2019, 2, 5), "credit", -20, "C"]]
    assert read(["Datum", "Omschrijving", "Bedrag", "D/C"], *rows).sums["amount"] == 80


def test_rows_of_another_supplier_are_asked_about() -> None:
    rows = [
        [dt.date(2019, 1, 7), "Vastgoed", "Wonen", 3, "Platform31"],
        [dt.date(2019, 1, 8), "Vastgoed", "Wonen", 5, "Bureau X"],
        [dt.date(2019, 1, 9), "Vastgoed", "Wonen", 2, ""],
    ]
    headings = ["Datum", "Afdeling", "Thema", "Uren", "Leverancier"]
    assert read(headings, *rows).sums["hours"] == 5
    assert read(headings, *rows, other_suppliers="count").sums["hours"] == 10


def test_hours_of_ours_stand_back_for_those_of_platform31() -> None:
    row = [dt.date(2019, 1, 7), "Vastgoed", "Wonen", 40, 3]
    result = read(["Datum", "Afdeling", "Thema", "Uren gemeente", "Uren P31"], row)
    assert result.sums["hours"] == 3
    assert codes(result) == ["column_left"]


def test_a_column_of_its_own_may_hold_the_unit() -> None:
    rows = [
        [dt.date(2019, 1, 7), "Vastgoed", "Wonen", 3, "dagen"],
        [dt.date(2019, 1, 8), "Vastgoed", "Wonen", "2,5", "uur"],
    ]
    result = read(["Datum", "Afdeling", "Thema", "Inzet", "Eenheid"], *rows)
    assert result.sums["hours"] == 26.5


def test_cells_that_moved_at_a_comma_are_no_names() -> None:
    rows = [
        ["01-02-2019", "Jeugd", " Onderwijs", "Wonen"],
        ["02-02-2019", "Vastgoed", "Wonen", "Iets"],
    ]
    result = read(["Datum", "Afdeling", "Thema", "Onderwerp"], *rows, delimiter=",")
    assert [fault.message.code for fault in result.faults] == ["row_longer"]
