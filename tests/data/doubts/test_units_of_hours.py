"""What numbers count: seconds, minutes, days of so many hours, parts of a day; and whom."""

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


def read(heading: str, *cells: object, **answers: str) -> SheetResult:
    rows = [
        [dt.date(2021, month, 4), "Vastgoed", "Wonen", cell] for month, cell in enumerate(cells, 1)
    ]
    sheet = Sheet("Blad1", [["Datum", "Afdeling", "Thema", heading], *rows])
    said = SheetCorrections(answers=answers)
    return read_sheet(sheet, known=KnownNames.empty(), settings=Settings(), corrections=said)


UNITS = [
    ("Duur (sec)", 3600.0),
    ("Duration (seconds)", 3600.0),
    ("Tijd in seconden", 3600.0),
    ("Uren (in min.)", 60.0),
    ("Bestede tijd in minuten", 60.0),
    ("Dagen (à 7,2 uur)", 1 / 7.2),
    ("Dagen (a 7.5 uur)", 1 / 7.5),
    ("Aantal dagen van 8 uur", 1 / 8),
    ("Dagen (1 dag = 9 uur)", 1 / 9),
    ("Dagdelen (dag = 7,2 uur)", 2 / 7.2),
    ("Uren (minuten)", 60.0),
    ("Uren (dagen)", 1 / 8),
    ("Uren (aantal dagen)", 1 / 8),
    ("Uren (hele dagen)", 1 / 8),
    ("Uren (dagdelen)", 1 / 4),
    ("Inzet (d)", 1 / 8),
    ("Inzet (u)", 1.0),
    ("Halve dagen", 1 / 4),
    ("Werkdagen", 1 / 8),
    ("Kwartieren", 4.0),
    ("Uren (kwartieren)", 4.0),
    ("Uren in kwartieren", 4.0),
    ("Uren x 1.000", 1 / 1000),
    ("Uren (x1000)", 1 / 1000),
    ("uren in duizendtallen", 1 / 1000),
    ("Hours (thousands)", 1 / 1000),
    ("Uren (000)", 1 / 1000),
    ("Uren (in honderdtallen)", 1 / 100),
    ("Uren (x100)", 1 / 100),
]


@pytest.mark.parametrize(("heading", "in_an_hour"), UNITS)
def test_the_unit_that_a_heading_tells(heading: str, in_an_hour: float) -> None:
    result = read(heading, 2 * in_an_hour, 3 * in_an_hour)
    assert list(result.records["hours"]) == pytest.approx([2, 3])


OTHERWISE = [
    "Uren per dag", "Uren p.p.", "Uren pp", "Gem. uren", "Geoffreerde uren", "Lopend totaal uren",
    "Onze uren", "Uren totaal tot nu", "Uren/dagen", "Dagen/uren", "Uren of dagen", "Bedrag uren",
    "Uren (€)", "Inzet (maanden)", "Duur (m)", "Uren (1 = 15 min)", "Uren (per 15 minuten)",
    "Uren (100 = 1 uur)", "Uren (0,5 = half uur)", "Uren /10", "1/10 uren", "Uren x10.000",
    "Uren (factor 1,5)", "Halve uren", "Weekuren", "Begin uur", "Uur van de dag", "Tijdstip uur",
    "Uren van/tot", "Dauer (Std.)", "Strippen",
]  # fmt: skip


@pytest.mark.parametrize("heading", OTHERWISE)
def test_other_hours_are_told_and_not_read(heading: str) -> None:
    result = read(heading, 2, 3)
    assert result.records["hours"].isna().all()
    assert "column_of_measures_unread" in [r.code for r in result.remarks]


@pytest.mark.parametrize("heading", ["Uren 40/60", "Uren 2021", "Uren"])
def test_hours_are_read_under_other_headings(heading: str) -> None:
    assert list(read(heading, 2, 3).records["hours"]) == [2, 3]


def test_a_scale_is_told() -> None:
    assert [r.code for r in read("Uren x 1.000", 0.004, 0.012).remarks] == ["hours_multiplied"]
    assert not read("Uren", 4, 12).remarks


OPEN_NUMBERS = ["1.250", "1,250", "0130", "007"]


@pytest.mark.parametrize("cell", OPEN_NUMBERS)
def test_a_number_of_hours_that_may_be_another_is_refused(cell: str) -> None:
    assert [row.row for row in read("Uren", 2, cell, 3).rejected_rows] == [3]


def test_other_numbers_of_the_column_tell_what_a_point_means() -> None:
    assert list(read("Uren", "1.250", "7,5").records["hours"]) == [1250, 7.5]
    assert list(read("Uren", "1.250", "7.5").records["hours"]) == [1.25, 7.5]


def test_minutes_behind_a_point_before_a_unit_are_asked_about() -> None:
    asked = read("Uren", "1.30 uur", "2.15u", "0.45 u.")
    assert [q.code for q in asked.questions] == ["hours_notation"]
    answered = read("Uren", "1.30 uur", "2.15u", "0.45 u.", hours_notation="minutes")
    assert list(answered.records["hours"]) == [1.5, 2.25, 0.75]
    assert list(read("Uren", "1,5 uur", "2,25u").records["hours"]) == [1.5, 2.25]


def test_quarters_of_an_hour_in_a_cell() -> None:
    result = read("Uren", "3 kwartier", "drie kwartier", "kwartier", "1 uur en 1 kwartier")
    assert list(result.records["hours"]) == [0.75, 0.75, 0.25, 1.25]


PARTS = (0.0625, 0.125, 0.25, 1 / 48, 1 / 24)


@pytest.mark.parametrize("heading", ["Uren", "Tijd", "Bestede uren"])
def test_parts_of_a_day_may_be_times(heading: str) -> None:
    asked = read(heading, *PARTS)
    assert (asked.accepted, [q.code for q in asked.questions]) == (0, ["hours_fraction"])
    times = read(heading, *PARTS, hours_fraction="of_a_day")
    assert list(times.records["hours"]) == pytest.approx([1.5, 3, 6, 0.5, 1])
    as_hours = read(heading, *PARTS, hours_fraction="in_hours")
    assert list(as_hours.records["hours"]) == pytest.approx(list(PARTS), abs=1e-5)


@pytest.mark.parametrize(
    "cells", [(0.25, 0.5, 0.75), (0.1, 0.2, 0.9), (0.0625, 1.5, 2), (0.5, 0.5)]
)
def test_parts_of_an_hour_are_hours(cells: tuple[float, ...]) -> None:
    assert list(read("Uren", *cells).records["hours"]) == list(cells)


OF_OTHERS = [
    "Aangemelde deelnemers", "Deelnemers (uitgenodigd)", "Deelnemers alle gemeenten",
    "Deelnemers totaal (G40)", "Aantal deelnemers landelijk",
]  # fmt: skip


@pytest.mark.parametrize("heading", OF_OTHERS)
def test_people_who_did_not_come_or_are_of_other_cities_are_told(heading: str) -> None:
    result = read(heading, 20, 30)
    assert "participants" not in result.sums or not result.sums["participants"]
    assert "column_of_measures_unread" in [r.code for r in result.remarks]


AROUND = [
    "Uren in dagen", "Alle tijden in minuten", "Tijd in kwartieren", "Inzet in fte", "Uren x 1.000",
    "Aantal dagen per afdeling", "Eenheid: minuten", "Begrote uren", "Uren cumulatief",
    "Uren van de gemeente", "Gemiddelde uren per advies", "Uren per deelnemer",
]  # fmt: skip
NOT_AROUND = [
    "Uren per maand", "Uren Platform31 in 2021", "Aantal uren per afdeling", "Overzicht uren",
    "De begrote uren zijn niet opgenomen", "Inzet in uren", "Dagen zijn omgerekend in uren",
    "Bedragen x 1.000", "Adviezen in Utrecht", "Gebruik in maart", "Uren gemeente Haarlem 2021",
]  # fmt: skip


def read_below(text: str, place: str) -> SheetResult:
    rows: list[list[Any]] = [["Datum", "Afdeling", "Thema", "Uren"]]
    rows += [[dt.date(2021, month, 4), "Vastgoed", "Wonen", month] for month in (1, 2, 3)]
    rows = [[text], [], *rows] if place == "above" else [*rows, [], [f"* {text}"]]
    return read_sheet(Sheet("Blad1", rows), known=KnownNames.empty(), settings=Settings())


@pytest.mark.parametrize("place", ["above", "below"])
@pytest.mark.parametrize("text", AROUND)
def test_words_around_the_table_that_contradict_the_heading(text: str, place: str) -> None:
    result = read_below(text, place)
    assert {"hours_otherwise", "is_it_use"} & {q.code for q in result.questions}
    assert result.accepted == 0


@pytest.mark.parametrize("place", ["above", "below"])
@pytest.mark.parametrize("text", NOT_AROUND)
def test_words_around_the_table_that_leave_the_heading_as_it_is(text: str, place: str) -> None:
    result = read_below(text, place)
    assert "hours_otherwise" not in [q.code for q in result.questions]


def beside(heading: str, *units: str) -> SheetResult:
    rows = [
        [dt.date(2021, month, 4), "Vastgoed", "Wonen", 2, unit]
        for month, unit in enumerate(units, 1)
    ]
    sheet = Sheet("Blad1", [["Datum", "Afdeling", "Thema", "Uren", heading], *rows])
    return read_sheet(sheet, known=KnownNames.empty(), settings=Settings())


@pytest.mark.parametrize("heading", ["Eenh.", "Soort eenheid", "Maat", "Per", "In", "x"])
def test_a_column_with_units_alone_says_what_the_hours_are(heading: str) -> None:
    assert list(beside(heading, "uur", "dagen", "kwartier").records["hours"]) == [2, 16, 0.5]


@pytest.mark.parametrize("unit", ["week", "fte", "%", "x 1000", "sessies"])
def test_a_unit_that_is_no_time_is_asked_about(unit: str) -> None:
    result = beside("Eenheid", unit, unit)
    assert ([q.code for q in result.questions], result.accepted) == (["unreadable:hours"], 0)


@pytest.mark.parametrize(
    ("heading", "cells"),
    [("Frequentie", ("week", "maand")), ("Locatie", ("Dam", "Uur")), ("Code", ("d", "x"))],
)
def test_a_column_of_something_else_leaves_the_hours_as_they_are(
    heading: str, cells: tuple[str, ...]
) -> None:
    assert list(beside(heading, *cells).records["hours"]) == [2, 2]


@pytest.mark.parametrize("cells", [("7:30", "7:00", "6:45"), ("1:00", "2:00", "3:30")])
def test_that_times_under_a_bare_heading_are_read_as_hours_is_told(cells: tuple[str, ...]) -> None:
    assert [r.code for r in read("Tijd", *cells).remarks] == ["taken_as_hours"]
    assert not read("Uren", *cells).remarks


@pytest.mark.parametrize(
    "heading", ["Deelnemers (x1000)", "Deelnemers in tientallen", "Deelnemers / sessie", "Waarde"]
)
def test_numbers_beside_the_hours_that_are_not_read_are_told(heading: str) -> None:
    rows = [[dt.date(2021, month, 4), "Vastgoed", "Wonen", 2, 5] for month in (1, 2, 3)]
    sheet = Sheet("Blad1", [["Datum", "Afdeling", "Thema", "Uren", heading], *rows])
    result = read_sheet(sheet, known=KnownNames.empty(), settings=Settings())
    assert "column_of_measures_unread" in [r.code for r in result.remarks]
    assert result.records["participants"].isna().all()
    assert result.records["amount"].isna().all()


def of_two(first: str, second: str, *more: list[float], **answers: str) -> SheetResult:
    days = [dt.date(2021, month, 4) for month in (1, 2, 3)]
    columns = more or ([2.0, 3.0, 1.5], [1.0, 0.5, 4.0])
    rows = [[day, "Vastgoed", "Wonen", *cells] for day, *cells in zip(days, *columns, strict=True)]
    sheet = Sheet("Blad1", [["Datum", "Afdeling", "Thema", first, second], *rows])
    said = SheetCorrections(answers=answers)
    return read_sheet(sheet, known=KnownNames.empty(), settings=Settings(), corrections=said)


ALIKE = [
    ("Uren Jan", "Uren Piet"), ("Uren adviseur 1", "Uren adviseur 2"), ("Hours John", "Hours Pete"),
    ("Uren voorbereiding", "Uren uitvoering"), ("Directe uren", "Indirecte uren"),
]  # fmt: skip


@pytest.mark.parametrize(("first", "second"), ALIKE)
def test_hours_in_two_columns_alike_are_asked_about(first: str, second: str) -> None:
    asked = of_two(first, second)
    assert ([q.code for q in asked.questions], asked.accepted) == (["hours_beside"], 0)
    assert not {"column_left", "columns_sort"} & {r.code for r in asked.remarks}
    added = of_two(first, second, hours_beside="add")
    assert list(added.records["hours"]) == [3, 3.5, 5.5]
    alone = of_two(first, second, hours_beside="alone")
    assert list(alone.records["hours"]) == [2, 3, 1.5]


@pytest.mark.parametrize(
    ("first", "second"),
    [("Uren", "Uren gemeente"), ("Uren P31", "Uren gemeente"), ("Uren", "Dagen"),
     ("Uren begroot", "Uren werkelijk"), ("Uren (uu:mm)", "Uren (decimaal)")],
)  # fmt: skip
def test_columns_of_hours_of_which_one_counts(first: str, second: str) -> None:
    assert "hours_beside" not in [q.code for q in of_two(first, second).questions]


def test_the_same_hours_twice_are_not_added() -> None:
    result = of_two("Uren Jan", "Uren Piet", [2.0, 3.0, 1.5], [2.0, 3.0, 1.5])
    assert (result.questions, result.accepted) == ((), 3)


def test_that_most_rows_hold_more_than_a_day_is_told() -> None:
    assert [r.code for r in read("Uren", 90, 120, 60).remarks] == ["more_than_a_day"]
    assert not read("Uren", 90, 8, 6).remarks


def test_minutes_beside_whole_hours_are_asked_about() -> None:
    cells = ([1, 2, 0], [30, 0, 45])
    asked = of_two("Uren", "Minuten", *cells)
    assert ([q.code for q in asked.questions], asked.accepted) == (["hours_beside"], 1)
    added = of_two("Uren", "Minuten", *cells, hours_beside="add")
    assert list(added.records["hours"]) == [1.5, 2, 0.75]
    assert not of_two("Uren", "Minuten", [1.0, 2.0, 0.5], [60.0, 120.0, 30.0]).questions
