"""Families of amounts, hours and dates that were read wrongly without a word."""

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

YEARS = (2019, 2020, 2021)


def read(*rows: list[Any], name: str = "Blad1", **answers: str) -> SheetResult:
    said = SheetCorrections(answers=answers)
    sheet = Sheet(name, [[*row] for row in rows])
    return read_sheet(sheet, known=KnownNames.empty(), settings=Settings(), corrections=said)


def amounts(result: SheetResult) -> list[tuple[str, float]]:
    if "kind" not in result.records:
        return []
    return [*zip(result.records["kind"], result.records["amount"], strict=True)]


def codes(result: SheetResult) -> list[str]:
    return [remark.code for remark in result.remarks]


def of_years(heading: str) -> SheetResult:
    return read(["Jaar", "Omschrijving", heading], *([year, "P31", 12.5] for year in YEARS))


MILLIONS = ["Begroot (mln)", "Begroot (mln €)", "Begroot € mln", "Begroting in mln", "Begroot mln."]


@pytest.mark.parametrize("heading", MILLIONS)
def test_millions_in_a_heading(heading: str) -> None:
    assert amounts(of_years(heading)) == [("budget", 12_500_000.0)] * 3


NO_EUROS = ["Begroot (USD)", "Budget ($)", "Begroot (index 2015=100)", "Begroot aantal",
            "Realisatie aantal", "Budget in dollars", "Begroot £"]  # fmt: skip


@pytest.mark.parametrize("heading", NO_EUROS)
def test_numbers_that_are_no_euros(heading: str) -> None:
    assert amounts(of_years(heading)) == []


def test_rows_in_another_currency_are_rejected() -> None:
    rows = [
        ["Jaar", "Omschrijving", "Valuta", "Begroot"],
        [2019, "A", "EUR", 1],
        [2020, "B", "USD", 2],
    ]
    result = read(*rows)
    assert (amounts(result), result.rejected) == ([("budget", 1.0)], 1)


def test_two_versions_of_a_budget_in_one_column() -> None:
    rows = [
        ["Jaar", "Omschrijving", "Bedrag", "Versie"],
        [2020, "P31", 10, "primitief"],
        [2020, "P31", 12, "na wijziging"],
    ]
    assert amounts(read(*rows)) == []
    assert amounts(read(*rows, budget_version="revised")) == [("budget", 12.0)]
    assert amounts(read(*rows, budget_version="original")) == [("budget", 10.0)]


def test_a_forecast_is_no_budget() -> None:
    rows = [["Jaar", "Omschrijving", "Soort", "Bedrag"]]
    rows += [
        [2020, "P31", kind, n] for n, kind in enumerate(("Begroting", "Realisatie", "Prognose"), 1)
    ]
    result = read(*rows)
    assert (amounts(result), result.rejected) == ([("budget", 1.0), ("actual", 2.0)], 1)


def test_one_letter_says_budgeted_or_spent() -> None:
    rows = [
        ["Jaar", "Omschrijving", "Bedrag", "B/R"],
        [2020, "P31", 10, "B"],
        [2020, "P31", 12, "R"],
    ]
    assert amounts(read(*rows)) == [("budget", 10.0), ("actual", 12.0)]


def test_bare_amounts_of_years_are_told() -> None:
    assert "taken_as_budgeted" in codes(of_years("Bedrag"))


UNREAD = ["Baten", "Prognose", "Subsidie"]


@pytest.mark.parametrize("heading", UNREAD)
def test_a_column_of_money_that_is_not_read_is_told(heading: str) -> None:
    result = read(["Jaar", "Omschrijving", "Begroot", heading], *([y, "P", 2, 1] for y in YEARS))
    assert "columns_of_money_unread" in codes(result)


CUMULATIVE = [
    (["Omschrijving", "Jaar", "Realisatie t/m Q1", "Realisatie t/m Q2"], ["P31", 2021, 100, 200]),
    (["Omschrijving", "Realisatie t/m jan 2021", "Realisatie t/m feb 2021"], ["P31", 100, 200]),
]


@pytest.mark.parametrize(("headings", "row"), CUMULATIVE)
def test_of_amounts_up_to_a_moment_the_last_counts(headings: list[str], row: list[Any]) -> None:
    assert amounts(read(headings, row)) == [("actual", 200.0)]


SUMS = ["Geraamd totaal van lasten", "Werkelijk totaal", None, "Begrote totalen"]


@pytest.mark.parametrize("label", SUMS)
def test_a_sum_in_a_budget_is_no_line(label: str | None) -> None:
    rows = [
        ["Jaar", "Omschrijving", "Begroot"],
        [2020, "a", 10],
        [2020, "b", 20],
        [2020, label or "", 30],
    ]
    assert [amount for _, amount in amounts(read(*rows))] == [10.0, 20.0]


def test_one_line_with_the_same_amount_is_no_sum() -> None:
    rows = [["Jaar", "Omschrijving", "Begroot"], [2019, "a", 10], [2020, "", 10], [2021, "c", 5]]
    assert read(*rows).accepted == 3


HOURS = ["Doorlooptijd (uren)", "Reactietijd (uren)", "Duur (weken)", "Dagen doorlooptijd",
         "Uren over", "Max. uren", "Uren budget", "Uren tegoed"]  # fmt: skip


@pytest.mark.parametrize("heading", HOURS)
def test_hours_that_nobody_spent(heading: str) -> None:
    rows = [["Datum", "Afdeling", "Thema", heading]]
    rows += [[dt.date(2021, 1, day), "Vastgoed", "Wonen", 12 + day] for day in (3, 4, 5)]
    result = read(*rows)
    assert (result.accepted, result.sums["hours"]) == (3, 0)
    assert codes(result)


def test_the_hours_that_were_used_go_before_those_left() -> None:
    headings = ["Datum", "Afdeling", "Thema", "Uren budget", "Uren over", "Uren gebruikt"]
    assert read(headings, [dt.date(2021, 1, 3), "Vastgoed", "Wonen", 9, 7, 2]).sums["hours"] == 2


def dated(
    *cells: object, heading: str = "Datum", name: str = "Blad1", **answers: str
) -> SheetResult:
    rows = [[cell, "Vastgoed", "Wonen"] for cell in cells]
    return read([heading, "Afdeling", "Thema"], *rows, name=name, **answers)


def days(result: SheetResult) -> list[str]:
    return [f"{day:%Y-%m-%d}" for day in result.records["date"]]


@pytest.mark.parametrize(
    ("moment", "day"),
    [
        ("2021-01-14T20:00:00-05:00", "2021-01-15"),
        ("2021-06-14T00:00:00+02:00", "2021-06-14"),
        ("2021-01-14T00:00:00+02:00", "2021-01-14"),
        ("2021-01-14T01:00:00+05:30", "2021-01-13"),
    ],
)
def test_a_moment_in_another_zone_is_the_day_here(moment: str, day: str) -> None:
    assert days(dated(moment)) == [day]


def test_a_time_with_pm_tells_that_the_month_leads() -> None:
    result = dated("1/4/2021 3:00 PM", "3/2/2021 1:00 PM")
    assert (days(result), codes(result)) == (["2021-01-04", "2021-03-02"], ["month_before_day"])


def test_a_day_of_the_week_that_is_another() -> None:
    result = dated("donderdag 14 januari 2021", "ma 14 januari 2021", "Wed 20 jan 2021")
    assert (days(result), result.rejected) == (["2021-01-14", "2021-01-20"], 1)


def test_under_an_english_heading_either_may_stand_first() -> None:
    cells = ("01/04/2021", "02/08/2021", "03/03/2021")
    assert days(dated(*cells, heading="Date")) == ["2021-03-03"]
    assert days(dated(*cells, heading="Date", date_order="month_first"))[0] == "2021-01-04"
    assert days(dated(*cells, heading="Date", date_order="day_first"))[0] == "2021-04-01"
    assert days(dated(*cells))[0] == "2021-04-01"


@pytest.mark.parametrize(("heading", "cell"), [("Jaar", 2020), ("Maand", "december")])
def test_a_year_or_month_that_contradicts_the_date(heading: str, cell: object) -> None:
    rows = [
        [heading, "Datum", "Afdeling", "Thema"],
        [cell, dt.date(2021, 1, 14), "Vastgoed", "Wonen"],
    ]
    assert read(*rows).rejected == 1


def test_dates_of_another_year_than_the_name_of_the_sheet_are_told() -> None:
    assert codes(dated(dt.date(2021, 1, 14), name="2019")) == ["other_year_in_name"]
    assert codes(dated(dt.date(2021, 1, 14), name="2021")) == []


def test_letters_that_were_lost() -> None:
    rows = [["Datum", "Afdeling", "Thema"], [dt.date(2021, 1, 14), "Financi?n", "Wonen"]]
    assert read(*rows).rejected == 1


UNREADABLE = [
    ("Uren", "hours", "veel"),
    ("Deelnemers", "participants", "vol"),
    ("Kosten", "amount", "pm?"),
]


@pytest.mark.parametrize(("heading", "column", "cell"), UNREADABLE)
def test_one_answer_counts_all_use_without_what_cannot_be_read(
    heading: str, column: str, cell: str
) -> None:
    day = dt.date(2021, 1, 14)
    rows = [["Datum", "Afdeling", "Thema", heading]]
    rows += [[day, "Vastgoed", "Wonen", x] for x in (3, cell, 4, cell, 5)]
    result = read(*rows)
    assert (result.accepted, result.rejected) == (3, 2)
    assert [(q.code, q.rows) for q in result.questions] == [(f"unreadable:{column}", 2)]
    counted = read(*rows, **{f"unreadable:{column}": "count"})
    assert (counted.accepted, counted.sums[column]) == (5, 12)
    assert counted.records[column].isna().sum() == 2


def test_a_broken_rule_is_no_matter_of_reading() -> None:
    rows = [["Datum", "Afdeling", "Thema", "Uren"], [dt.date(2021, 1, 14), "Vastgoed", "Wonen", -3]]
    assert read(*rows, **{"unreadable:hours": "count"}).rejected == 1
