"""What numbers count: seconds, minutes, days of so many hours, parts of a day; and whom."""

from __future__ import annotations

import datetime as dt

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
]


@pytest.mark.parametrize(("heading", "in_an_hour"), UNITS)
def test_the_unit_that_a_heading_tells(heading: str, in_an_hour: float) -> None:
    result = read(heading, 2 * in_an_hour, 3 * in_an_hour)
    assert list(result.records["hours"]) == pytest.approx([2, 3])


OTHERWISE = [
    "Uren per dag", "Uren p.p.", "Uren pp", "Gem. uren", "Geoffreerde uren", "Lopend totaal uren",
    "Onze uren", "Uren totaal tot nu",
]  # fmt: skip


@pytest.mark.parametrize("heading", OTHERWISE)
def test_other_hours_are_told_and_not_read(heading: str) -> None:
    result = read(heading, 2, 3)
    assert result.records["hours"].isna().all()
    assert "column_of_measures_unread" in [r.code for r in result.remarks]


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
