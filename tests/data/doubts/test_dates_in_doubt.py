"""Dates that are not of the use, or may be another day than they look."""

from __future__ import annotations

import datetime as dt

import pytest

from data.cleaning.name_matching import KnownNames
from data.settings import Settings
from data.values.corrections import SheetCorrections
from data.values.grid import Sheet
from data.values.results import SheetResult
from tests.data.one_sheet import read_sheet

DAYS = [dt.date(2021, 2, 3), dt.date(2021, 3, 14)]


def read(
    heading: str, *cells: object, name: str = "Blad1", above: str = "", **answers: str
) -> SheetResult:
    rows = [[cell, "Vastgoed", "Wonen", number] for number, cell in enumerate(cells, 2)]
    title: list[list[object]] = [[above], []] if above else []
    sheet = Sheet(name, [*title, [heading, "Afdeling", "Thema", "Uren"], *rows])  # type: ignore[list-item]
    said = SheetCorrections(answers=answers)
    return read_sheet(sheet, known=KnownNames.empty(), settings=Settings(), corrections=said)


def dates(result: SheetResult) -> list[str]:
    return [f"{day:%Y-%m-%d}" for day in result.records["date"]]


def asked(result: SheetResult) -> list[str]:
    return [question.code for question in result.questions]


def told(result: SheetResult) -> list[str]:
    return [remark.code for remark in result.remarks]


OTHER_DAYS = [
    "Datum vervolgafspraak", "Evaluatiedatum", "Datum factuur", "Factuurdatum", "Boekdatum",
    "Datum export", "Peildatum", "Mutatiedatum", "Datum herinnering", "Due date", "Afdrukdatum",
    "Follow-up date", "Datum uitnodiging", "Rapportdatum",
]  # fmt: skip
NEAR_DAYS = [
    "Datum invoer", "Datum aangemaakt", "Registratiedatum", "Tijdstempel", "Datum aanvraag",
    "Start time", "Completion time",
    "Einddatum", "Request date", "Datum opgave",
]  # fmt: skip
DAYS_OF_USE = [
    "Datum", "Gespreksdatum", "Overlegdatum", "Datum workshop", "Datum spreekuur", "Startdatum",
    "Datum advies", "Datum activiteit", "Uitvoeringsdatum", "Date", "Meeting date", "Wanneer",
    "Datum dienstverlening",
]  # fmt: skip


@pytest.mark.parametrize("heading", OTHER_DAYS)
def test_days_that_may_lie_far_from_the_use_are_asked_about(heading: str) -> None:
    result = read(heading, *DAYS)
    assert (asked(result), result.accepted) == (["date_meaning"], 0)
    assert read(heading, *DAYS, date_meaning="count").accepted == 2


@pytest.mark.parametrize("heading", NEAR_DAYS)
def test_days_near_the_use_are_told(heading: str) -> None:
    result = read(heading, *DAYS)
    assert (asked(result), told(result)) == ([], ["taken_as_date_of_use"])


@pytest.mark.parametrize("heading", DAYS_OF_USE)
def test_days_of_use_raise_no_question(heading: str) -> None:
    result = read(heading, *DAYS)
    assert (asked(result), told(result), result.accepted) == ([], [], 2)


@pytest.mark.parametrize("heading", ["Datum", "Gespreksdatum", "Datum overleg", "Sessiedatum"])
@pytest.mark.parametrize("other", [*OTHER_DAYS, *NEAR_DAYS])
def test_the_day_of_the_use_goes_before_another(heading: str, other: str) -> None:
    later = [dt.date(2021, 9, 3), dt.date(2022, 1, 4)]
    for first, second in ((heading, other), (other, heading)):
        own = {heading: DAYS, other: later}
        rows = [[a, b, "Vastgoed", "Wonen"] for a, b in zip(own[first], own[second], strict=True)]
        sheet = Sheet("Blad1", [[first, second, "Afdeling", "Thema"], *rows])
        result = read_sheet(sheet, known=KnownNames.empty(), settings=Settings())
        assert (dates(result), asked(result)) == (["2021-02-03", "2021-03-14"], [])


@pytest.mark.parametrize("cells", [("mei 22", "mei 23"), ("mei 22", "juni 3"), ("Mei-22", "mei-7")])
def test_a_month_and_a_number_may_be_a_day(cells: tuple[str, ...]) -> None:
    result = read("Datum", *cells)
    assert (asked(result), result.accepted) == (["months_or_days"], 0)


def test_a_month_and_a_number_that_a_person_calls_a_year() -> None:
    result = read("Datum", "mei 22", "mei 23", months_or_days="count")
    assert dates(result) == ["2022-05-01", "2023-05-01"]


MONTHS = [
    ("mrt-21", "apr-21", "mei-21"),
    ("nov 20", "mei 21", "juni 21", "feb 22"),
    ("mei '22", "juni '23"),
    ("mei 22", "12-06-2022"),
    ("mei 22", "juni 2022"),
    ("mei 2022", "mei 2023"),
]


@pytest.mark.parametrize("cells", MONTHS)
def test_months_with_a_year_are_read(cells: tuple[str, ...]) -> None:
    result = read("Datum", *cells)
    assert (asked(result), result.accepted) == ([], len(cells))


def test_a_title_or_a_heading_tells_that_it_is_the_year() -> None:
    assert read("Datum", "mei 22", "juni 22", above="Gebruik 2022").accepted == 2
    assert read("Datum", "mei 22", "juni 22", name="2022").accepted == 2
    assert read("Maand", "mei 22", "mei 23").accepted == 2
    assert asked(read("Datum", "mei 22", "juni 22", above="Gebruik 2021")) == ["months_or_days"]


def test_dates_that_excel_made_of_days_are_asked_about() -> None:
    of_may = read("Datum", dt.date(2022, 5, 1), dt.date(2023, 5, 1))
    assert (asked(of_may), of_may.accepted) == (["months_or_days"], 0)
    beyond = read("Datum", dt.date(2007, 5, 1), dt.date(2014, 6, 1), dt.date(2030, 5, 1))
    assert (asked(beyond), beyond.accepted) == (["months_or_days"], 0)


@pytest.mark.parametrize(
    "cells",
    [
        (dt.date(2020, 1, 1), dt.date(2021, 1, 1)),
        (dt.date(2021, 5, 1), dt.date(2021, 6, 1)),
        (dt.date(2021, 5, 1), dt.date(2022, 5, 2)),
        (dt.date(2021, 5, 1), dt.date(2022, 6, 1)),
    ],
)
def test_other_first_days_of_months_are_read(cells: tuple[dt.date, ...]) -> None:
    assert read("Datum", *cells).accepted == len(cells)


def test_a_day_number_that_lost_its_zero_is_refused_where_it_may_be_two_days() -> None:
    result = read("Datum", 1012021, 7052021, 9122021)
    assert dates(result) == ["2021-05-07", "2021-12-09"]
    assert [fault.message.code for fault in result.faults] == ["day_number_ambiguous"]


def test_another_number_shows_that_months_keep_their_zero() -> None:
    assert dates(read("Datum", 1012021, 15042021)) == ["2021-01-01", "2021-04-15"]
    assert dates(read("Datum", 1012021, 1592021, 15042021)) == ["2021-09-15", "2021-04-15"]


def test_the_month_before_the_day_in_a_number() -> None:
    assert dates(read("Datum", 1052021, 12312021)) == ["2021-12-31"]


@pytest.mark.parametrize("cells", [(40121, 150421), (201012, 150421), ("040121", "150421")])
def test_numbers_with_a_short_year_are_refused(cells: tuple[object, ...]) -> None:
    assert read("Datum", *cells).accepted == 0


def test_whole_day_numbers_are_read() -> None:
    assert dates(read("Datum", "01012021", "20042021")) == ["2021-01-01", "2021-04-20"]
    assert dates(read("Datum", 20210101, 20211231)) == ["2021-01-01", "2021-12-31"]
    assert dates(read("Datum", 44197, 44229)) == ["2021-01-01", "2021-02-02"]
    assert dates(read("Datum", 202101, 202112)) == ["2021-01-01", "2021-12-01"]


@pytest.mark.parametrize(
    "cells", [("2021-1", "2021-4"), ("1/2021", "2/2021"), ("2021.3", "2021.1")]
)
def test_periods_up_to_four_may_be_quarters(cells: tuple[str, ...]) -> None:
    result = read("Datum", *cells)
    assert (asked(result), result.accepted) == (["quarter_or_month"], 0)


def test_periods_that_a_person_calls_quarters_or_months() -> None:
    quarters = read("Datum", "2021-1", "2021-4", quarter_or_month="in_quarters")
    assert dates(quarters) == ["2021-01-01", "2021-10-01"]
    months = read("Datum", "2021-1", "2021-4", quarter_or_month="in_months")
    assert dates(months) == ["2021-01-01", "2021-04-01"]


@pytest.mark.parametrize("cells", [("2021-01", "2021-04"), ("1-2021", "5-2021"), (202101, 202104)])
def test_periods_that_can_only_be_months(cells: tuple[object, ...]) -> None:
    result = read("Datum", *cells)
    assert (asked(result), result.accepted) == ([], 2)
    assert asked(read("Maand", "2021-1", "2021-4")) == []


@pytest.mark.parametrize("last", ["P12", "P13", " periode 13"])
def test_that_periods_are_read_as_months_is_told(last: str) -> None:
    result = read("Datum", "2021-P03", f"2021{last}")
    assert "periods_as_months" in told(result)
    assert dates(result)[0] == "2021-03-01"
    assert result.accepted == (1 if "13" in last else 2)


def beside_year(heading: str, *numbers: object) -> SheetResult:
    rows = [[2021, number, "Vastgoed", "Wonen"] for number in numbers]
    sheet = Sheet("Blad1", [["Jaar", heading, "Afdeling", "Thema"], *rows])
    return read_sheet(sheet, known=KnownNames.empty(), settings=Settings())


def test_a_column_of_periods_beside_the_year() -> None:
    assert beside_year("Periode", 1, 13).accepted == 1
    assert told(beside_year("Periode", 1, 12)) == ["periods_as_months"]
    assert told(beside_year("Maand", 1, 12)) == []
    assert told(beside_year("Tertaal", 1, 2)) == told(beside_year("Halfjaar", 1, 2))
    assert told(beside_year("Tertaal", 1, 2)) == ["period_unread"]


@pytest.mark.parametrize("above", ["Gebruik Platform31 2019", "Overzicht adviezen 2018-2020"])
def test_dates_in_another_year_than_the_title(above: str) -> None:
    assert "other_year_in_name" in told(read("Datum", *DAYS, above=above))


@pytest.mark.parametrize(
    "above",
    [
        "Gebruik Platform31 2021", "Gebruik Platform31 2019-2021", "Overzicht, stand 12-01-2022",
        "Inzet volgens overeenkomst 2020", "Registratie sinds 2019", "Omgevingsvisie 2040",
    ],
)  # fmt: skip
def test_titles_that_do_not_contradict_the_dates(above: str) -> None:
    assert told(read("Datum", *DAYS, above=above)) == []


def until(begin: str, end: str, last: dt.date) -> SheetResult:
    rows = [[dt.date(2020, 11, 3), last, "Vastgoed", "Wonen"]]
    sheet = Sheet("Blad1", [[begin, end, "Afdeling", "Thema"], *rows])
    return read_sheet(sheet, known=KnownNames.empty(), settings=Settings())


@pytest.mark.parametrize(
    ("begin", "end"), [("Startdatum", "Einddatum"), ("Van", "Tot"), ("Datum", "Datum gereed")]
)
def test_use_that_ends_in_a_later_year_is_told(begin: str, end: str) -> None:
    assert "ends_in_later_year" in told(until(begin, end, dt.date(2021, 2, 4)))
    assert "ends_in_later_year" not in told(until(begin, end, dt.date(2020, 12, 4)))


def test_dates_with_another_sign_are_written_in_another_order() -> None:
    result = read("Datum", "1/2/2021", "2/14/2021", "13-2-2021", "1-3-2021")
    assert dates(result) == ["2021-01-02", "2021-02-14", "2021-02-13", "2021-03-01"]
    assert told(result) == ["month_first_by_sign"]
    assert dates(read("Datum", "1/2/2021", "14/2/2021", "13-2-2021")) == [
        "2021-02-01", "2021-02-14", "2021-02-13",
    ]  # fmt: skip
