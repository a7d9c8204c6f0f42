"""Hours, days and clocks; one visible factor between days and hours."""

from __future__ import annotations

import datetime as dt

import pytest

from data.cells.cell import Cell
from data.cells.hours import DAY, HALF_DAY, HOUR, MINUTE, HoursUnit, parse_hours
from data.cells.hours_heading import tells_hours, unit_of_heading
from texts import Message


@pytest.mark.parametrize(
    ("cell", "hours"),
    [
        ("7,5", 7.5), ("7.5", 7.5), (7.5, 7.5), (8, 8.0), ("7:30", 7.5), ("07:30:00", 7.5),
        ("7:30 uur", 7.5), ("7u30", 7.5), ("7 u 30", 7.5), ("7,5 uur", 7.5), ("7.5u", 7.5),
        ("7 uur en 30 min", 7.5), ("7u 30m", 7.5), ("7 uur 30", 7.5),
        ("45 min", 0.75), ("30 minuten", 0.5),
        ("8 hrs", 8.0), ("2 dgn", 16.0), ("2 dgn.", 16.0), ("1,5 dag", 12.0), ("2 dagen", 16.0),
        ("2 days", 16.0), ("1 dag en 4 uur", 12.0), ("1 dagdeel", 4.0), ("3 dagdelen", 12.0),
        ("½ dag", 4.0), ("1½ uur", 1.5), ("halve dag", 4.0), ("een halve dag", 4.0),
        ("anderhalf uur", 1.5), ("een dag", 8.0), ("1/2 dag", 4.0), ("100:00", 100.0),
        ("1.000,5", 1000.5), ("-2", -2.0), ("− 2 uur", -2.0), ("0", 0.0),
        (dt.time(7, 30), 7.5), (dt.timedelta(hours=31, minutes=30), 31.5),
        # Durations that the file gives as a moment: 1,3125 and 75,5 days after day 0.
        (dt.datetime(1900, 1, 1, 7, 30), 31.5), (dt.datetime(1900, 3, 15, 12), 1812.0),
    ],
)  # fmt: skip
def test_hours_are_read(cell: Cell, hours: float) -> None:
    assert parse_hours([cell], HoursUnit()).hours == [hours]


@pytest.mark.parametrize(
    "cell",
    ["8-10", "ca. 8", "1 week", "2x4 uur", "veel", "7;5", "7:75", True, float("inf"),
     dt.date(2019, 3, 7), dt.datetime(2019, 3, 7, 8), dt.date(1905, 7, 11)],
)  # fmt: skip
def test_what_are_no_hours_is_refused(cell: Cell) -> None:
    assert isinstance(parse_hours([cell], HoursUnit()).hours[0], Message)


def test_column_decides_how_its_numbers_are_written() -> None:
    assert parse_hours(["7.5", "1.250"], HoursUnit()).hours == [7.5, 1.25]
    assert parse_hours(["7,5", "1.250"], HoursUnit()).hours == [7.5, 1250.0]
    assert parse_hours(["1.250 uur", "7,5 uur"], HoursUnit()).hours == [1250.0, 7.5]


def test_column_of_days_multiplies_bare_numbers_only() -> None:
    parsed = parse_hours(["1,5", 2, "7:30", "3 uur", dt.time(1)], HoursUnit(DAY, 8))
    assert parsed.hours == [12.0, 16.0, 7.5, 3.0, 1.0]
    assert parsed.days_used


def test_factor_is_the_setting() -> None:
    assert parse_hours(["2 dgn", "1 dagdeel"], HoursUnit(HOUR, 7.2)).hours == [14.4, 3.6]


def test_no_days_no_factor() -> None:
    assert not parse_hours(["7,5", "45 min", "dagen"], HoursUnit()).days_used


@pytest.mark.parametrize(
    ("heading", "unit"),
    [
        ("Uren", HOUR), ("Inzet", HOUR), ("Duur", HOUR), ("Dagen", DAY), ("Inzet (dagen)", DAY),
        ("Aantal dgn", DAY), ("Werkdagen", DAY), ("Uren per dag", HOUR),
        ("Dagen (à 8 uur)", DAY), ("Dagdelen", HALF_DAY), ("Duur (min)", MINUTE),
        ("Adviesuren", HOUR),
    ],
)  # fmt: skip
def test_unit_of_a_heading(heading: str, unit: str) -> None:
    assert unit_of_heading(heading) == unit


@pytest.mark.parametrize("text", ["Uren per thema", "adviesuren 2019", "Dagen", "2 uur"])
def test_a_text_tells_of_hours(text: str) -> None:
    assert tells_hours(text)


@pytest.mark.parametrize("text", ["Bestuur", "Natuur en cultuur", "Structuren", "uitdagen", "Duur"])
def test_a_text_that_only_ends_like_hours_does_not(text: str) -> None:
    assert not tells_hours(text)
