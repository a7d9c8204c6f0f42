"""Dates as people write them, each with how exact it is."""

from __future__ import annotations

import datetime as dt

import pytest

from data.cells.cell import Cell
from data.cells.dates import (
    PartialDate,
    PartOfYear,
    parse_dates,
    parse_months,
    parse_quarters,
    parse_years,
    reads_month_first,
)
from texts import Message


@pytest.mark.parametrize(
    "cell",
    [
        "3 apr 2019", "3 april 2019", "3 apr. 2019", "woensdag 3 april 2019", "wo 3 apr 2019",
        "wo. 3 april '19", "03-04-2019", "3-4-19", "3/4/2019", "3.4.2019", "3 - 4 - 2019",
        "3-apr-19", "3-apr-2019", "2019-04-03", "2019/04/03", "20190403", "03042019",
        "2019-04-03T10:00", "2019-04-03T10:00:00Z", "2019-04-03 10:00:00", "03-04-2019 0:00",
        "3 april 2019 om 10:00 uur", "April 3, 2019", "3rd of April 2019", "3 April 2019",
        "43558", "43558.5", 43558, 43558.0, 43558.75, 20190403, 20190403.0,
        dt.date(2019, 4, 3), dt.datetime(2019, 4, 3, 14, 30),
    ],
)  # fmt: skip
def test_day(cell: Cell) -> None:
    assert parse_dates([cell]) == [PartialDate(dt.date(2019, 4, 3), "day")]


@pytest.mark.parametrize(
    "cell",
    ["mrt-19", "mrt 2019", "mrt. 2019", "maart 2019", "maart '19", "March 2019", "2019-03",
     "2019/3", "03-2019", "3/2019", "2019 mrt", "2019 M03", "201903", 201903],
)  # fmt: skip
def test_month(cell: Cell) -> None:
    assert parse_dates([cell]) == [PartialDate(dt.date(2019, 3, 1), "month")]


@pytest.mark.parametrize(
    "cell",
    ["2019 Q2", "2019Q2", "2019-Q2", "Q2 2019", "Q2-2019", "K2 2019", "kw 2 2019", "2e kw 2019",
     "2e kwartaal 2019", "2e kwartaal van 2019", "kwartaal 2 2019", "tweede kwartaal 2019",
     "2nd quarter 2019", "Q2 '19"],
)  # fmt: skip
def test_quarter(cell: Cell) -> None:
    assert parse_dates([cell]) == [PartialDate(dt.date(2019, 4, 1), "quarter")]


@pytest.mark.parametrize("cell", ["2019", "2019.0", 2019, 2019.0, "heel 2019", "jaar 2019"])
def test_year(cell: Cell) -> None:
    assert parse_dates([cell]) == [PartialDate(dt.date(2019, 1, 1), "year")]


@pytest.mark.parametrize(
    "cell",
    ["week 60 2019", "3 t/m 5 april 2019", "3-4", "gisteren", "2018/2019", "Q5 2019", "zo",
     "00-04-2019", "99999999", -5, 0, 12, 1e300, float("inf"), True, dt.time(9, 30)],
)  # fmt: skip
def test_what_is_no_date_is_refused(cell: Cell) -> None:
    assert isinstance(parse_dates([cell])[0], Message)


def test_impossible_day_names_the_last_day_of_that_month() -> None:
    leap, plain = parse_dates(["31-02-2020", "31-02-2019"])
    assert str(leap).endswith("bijvoorbeeld 29-02-2020.")
    assert str(plain) == (
        "31-02-2019 bestaat niet. Vul een bestaande datum in, bijvoorbeeld 28-02-2019."
    )


@pytest.mark.parametrize(
    ("cells", "month_first"),
    [
        (["03/04/2019"], False),
        (["03/04/2019", "04/23/2019"], True),
        (["23/04/2019", "04/23/2019"], False),
        (["31-02-2019", "03-04-2019"], False),
        (["13-13-2019"], False),
        ([dt.date(2019, 4, 23), 5], False),
    ],
)
def test_only_proof_puts_the_month_first(cells: list[Cell], month_first: bool) -> None:
    assert reads_month_first(cells) is month_first


def test_month_first_holds_for_the_whole_column() -> None:
    assert parse_dates(["03/04/2019", "04/23/2019"]) == [
        PartialDate(dt.date(2019, 3, 4), "day"),
        PartialDate(dt.date(2019, 4, 23), "day"),
    ]


def test_contradicted_proof_refuses_the_impossible_cell() -> None:
    day_first, impossible = parse_dates(["23/04/2019", "04/23/2019"])
    assert day_first == PartialDate(dt.date(2019, 4, 23), "day")
    assert isinstance(impossible, Message)


@pytest.mark.parametrize(
    ("cell", "year"),
    [
        (2019, 2019), (2019.0, 2019), ("2019", 2019), ("19", 2019), ("'19", 2019), (19, 2019),
        ("boekjaar 2019", 2019), (dt.date(2019, 1, 1), 2019), ("2019-03", 2019),
        ("2018/2019", None), ("jaar", None), (True, None), (123456, None), ("", None),
    ],
)  # fmt: skip
def test_year_column(cell: Cell, year: int | None) -> None:
    found = parse_years([cell])[0]
    assert (None if isinstance(found, Message) else found) == year


@pytest.mark.parametrize(
    ("cell", "part"),
    [
        ("3", PartOfYear(3)), ("03", PartOfYear(3)), (3, PartOfYear(3)), (3.0, PartOfYear(3)),
        ("mrt", PartOfYear(3)), ("Maart", PartOfYear(3)), ("P3", PartOfYear(3)),
        ("periode 3", PartOfYear(3)), ("mrt 2019", PartOfYear(3, 2019)),
        (dt.date(2019, 3, 1), PartOfYear(3, 2019)), ("13", None), (0, None), ("Q2", None),
    ],
)  # fmt: skip
def test_month_column(cell: Cell, part: PartOfYear | None) -> None:
    found = parse_months([cell])[0]
    assert (None if isinstance(found, Message) else found) == part


@pytest.mark.parametrize(
    ("cell", "part"),
    [
        ("Q2", PartOfYear(2)), ("2", PartOfYear(2)), (2.0, PartOfYear(2)), ("K2", PartOfYear(2)),
        ("2e kw", PartOfYear(2)), ("2e kwartaal", PartOfYear(2)), ("II", PartOfYear(2)),
        ("tweede kwartaal", PartOfYear(2)), ("Q2 2019", PartOfYear(2, 2019)),
        (dt.date(2019, 5, 1), PartOfYear(2, 2019)), ("5", None), ("mrt", None),
    ],
)  # fmt: skip
def test_quarter_column(cell: Cell, part: PartOfYear | None) -> None:
    found = parse_quarters([cell])[0]
    assert (None if isinstance(found, Message) else found) == part
