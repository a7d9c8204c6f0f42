"""Sheets as they come out of somebody's system: what is read, skipped and rejected adds up."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field
from typing import Any

import pytest

from data import columns as c
from data.cells.cell import Cell, ErrorCell
from data.cleaning.name_matching import KnownNames
from data.settings import Settings
from data.values.grid import MergedRange, Sheet
from data.values.results import SheetResult
from tests.data.one_sheet import read_sheet

SETTINGS = Settings(latest_date=dt.date(2022, 12, 31))


@dataclass(frozen=True)
class Case:
    """A sheet and what must come of it; `faults` are (row, heading, value)."""

    name: str
    rows: list[list[Cell]]
    accepted: int
    sums: dict[str, float]
    faults: list[tuple[int, str, str]] = field(default_factory=list)
    skipped: dict[str, int] = field(default_factory=dict)
    kind: str = "usage"
    values: dict[str, list[Any]] = field(default_factory=dict)
    merged: tuple[MergedRange, ...] = ()


def day(year: int, month: int, number: int) -> dt.date:
    """A real date."""
    return dt.date(year, month, number)


CASES = [
    Case(
        "titles, days, money as text, a total",
        [
            ["Gebruik Platform31 2019"],
            [],
            ["Datum", "Afd.", "Thema", "Vorm", "Inzet (dagen)", "Bedrag", "Opmerking intern"],
            ["3 mrt 2019", "JOS", "Wonen", "Leerkring", "1,5", "€ 1.250,00", "a"],
            ["03-04-2019", "Jeugd, Onderwijs en Sport", "Wonen", "advies", "2 uur", "€ 540,--", ""],
            ["31-02-2019", "Vastgoed", "Wonen", "", 1.0, "", ""],
            ["Totaal", "", "", "", 3.5, "1.790,00", ""],
        ],
        accepted=2,
        sums={"hours": 14.0, "participants": 0, "amount": 1790.0},  # 1,5 x 8 + 2
        faults=[(6, "Datum", "31-02-2019")],
        skipped={"total": 1},
        values={
            c.DEPARTMENT: ["Jeugd, Onderwijs en Sport"] * 2,
            c.FORM: ["leertraject", "advies"],
            c.ROW: [4, 5],
        },
    ),
    Case(
        "English headings, English numbers, month first",
        [
            ["Date", "Department", "Theme", "Form", "Channel", "Hours", "Participants", "Amount"],
            ["04/23/2019", "Housing", "Energy", "advice", "direct", "7.5", "12", "1,234.50"],
            ["03/04/2019", "Housing", "Energy", "conference", "network", "1.250", "3", "1,000"],
            ["12/31/2018", "HOUSING", "Mobility", "pilot", "", "0.25", "", "99.95"],
        ],
        accepted=3,
        sums={"hours": 9.0, "participants": 15, "amount": 2334.45},
        values={
            c.DATE: ["2019-04-23", "2019-03-04", "2018-12-31"],
            c.DEPARTMENT: ["Housing"] * 3,
            c.FORM: ["advies", "bijeenkomst", "experiment"],
            c.CHANNEL: ["direct", "network", None],
        },
    ),
    Case(
        "year and quarter in columns of their own",
        [
            ["Jaar", "Kwartaal", "Afdeling", "Thema", "Uren"],
            [2019.0, "Q2", "Vastgoed", "Wonen", 4.0],
            [2019.0, "3e kw", "Vastgoed", "Wonen", "4:30"],
            ["2020", "", "Vastgoed", "Wonen", dt.time(1, 15)],
            ["", "Q1", "Vastgoed", "Wonen", 1.0],
            [2020.0, "Q5", "Vastgoed", "Wonen", 1.0],
        ],
        accepted=3,
        sums={"hours": 9.75, "participants": 0, "amount": 0.0},
        faults=[(5, "Jaar", ""), (6, "Kwartaal", "Q5")],
        values={
            c.DATE: ["2019-04-01", "2019-07-01", "2020-01-01"],
            c.DATE_PRECISION: ["quarter", "quarter", "year"],
        },
    ),
    Case(
        "year and month, month as a number or a name",
        [
            ["Jaar", "Maand", "Afdeling", "Thema", "Aantal deelnemers"],
            [2018, 3, "Zorg", "Jeugd", 12],
            [2018, "mrt", "Zorg", "Jeugd", "8 personen"],
            [2018, "December", "Zorg", "Jeugd", 0],
            [2018, "13", "Zorg", "Jeugd", 1],
        ],
        accepted=3,
        sums={"hours": 0.0, "participants": 20, "amount": 0.0},
        faults=[(5, "Maand", "13")],
        values={
            c.DATE: ["2018-03-01", "2018-03-01", "2018-12-01"],
            c.DATE_PRECISION: ["month"] * 3,
        },
    ),
    Case(
        "dates in every form in one column",
        [
            ["Datum", "Afdeling", "Thema"],
            [day(2019, 4, 3), "Vastgoed", "Wonen"],
            [43558.0, "Vastgoed", "Wonen"],
            ["2019-04-03", "Vastgoed", "Wonen"],
            ["20190403", "Vastgoed", "Wonen"],
            ["3-4-19", "Vastgoed", "Wonen"],
            ["woensdag 3 april 2019", "Vastgoed", "Wonen"],
            ["mrt-19", "Vastgoed", "Wonen"],
            ["2019 Q2", "Vastgoed", "Wonen"],
            [2019.0, "Vastgoed", "Wonen"],
            ["", "Vastgoed", "Wonen"],
            ["04/23/2019", "Vastgoed", "Wonen"],
            ["23-4-2019", "Vastgoed", "Wonen"],
        ],
        accepted=11,  # the slashes stand in an order of their own, which is told
        sums={"hours": 0.0, "participants": 0, "amount": 0.0},
        faults=[(11, "Datum", "")],
        values={
            c.DATE: [
                *["2019-04-03"] * 6, "2019-03-01", "2019-04-01", "2019-01-01",
                *["2019-04-23"] * 2,
            ],
        },
    ),
    Case(
        "numbers written in two ways in one column",
        [
            ["Datum", "Afdeling", "Thema", "Kosten"],
            ["1-2-2019", "Vastgoed", "Wonen", "1.234,50"],
            ["1-2-2019", "Vastgoed", "Wonen", "1,234.50"],
            ["1-2-2019", "Vastgoed", "Wonen", "1.234"],
            ["1-2-2019", "Vastgoed", "Wonen", "(234,50)"],
            ["1-2-2019", "Vastgoed", "Wonen", "−12,50"],
        ],
        accepted=4,
        sums={"hours": 0.0, "participants": 0, "amount": 2222.0},  # 2 x 1234,50 - 234,50 - 12,50
        faults=[(4, "Kosten", "1.234")],
    ),
    Case(
        "errors of the spreadsheet, blanks, a repeated heading and a subtotal",
        [
            ["Datum", "Afdeling", "Thema", "Uren"],
            [day(2019, 1, 2), "Vastgoed", "Wonen", 2.0],
            ["", "", "", ""],
            [day(2019, 1, 3), ErrorCell("#N/A"), "Wonen", 3.0],
            [day(2019, 1, 4), "Vastgoed", "Wonen", ErrorCell("#VALUE!")],
            ["Subtotaal", "", "", 5.0],
            ["Datum", "Afdeling", "Thema", "Uren"],
            [day(2019, 1, 5), "Vastgoed", "Totaalaanpak wonen", 4.0],
        ],
        accepted=2,
        sums={"hours": 6.0, "participants": 0, "amount": 0.0},
        faults=[(4, "Afdeling", "#N/A"), (5, "Uren", "#VALUE!")],
        skipped={"blank": 1, "total": 1, "repeated_header": 1},
    ),
    Case(
        "merged departments, dashes for nothing, days beside hours",
        [
            ["Afdeling", "Datum", "Thema", "Uren", "Kanaal", "40/60"],
            ["Vastgoed", "1-2-2019", "Wonen", "2 dgn", "G40", "40%"],
            ["", "1-3-2019", "Energie", "1 dagdeel", "-", "-"],
            ["", "1-4-2019", "Energie", "7u30", "n.v.t.", 0.6],
        ],
        accepted=3,
        sums={"hours": 27.5, "participants": 0, "amount": 0.0},  # 16 + 4 + 7,5
        merged=(MergedRange(2, 1, 4, 1),),
        values={
            c.DEPARTMENT: ["Vastgoed"] * 3,
            c.CHANNEL: ["network", None, None],
            c.SHARE: ["general", None, "tailored"],
        },
    ),
    Case(
        "several spellings of the same names, all new",
        [
            ["Datum", "Afdeling", "Thema"],
            ["1-2-2019", "VTH", "Duurzaamheid"],
            ["1-2-2019", "Vergunningverlening, Toezicht & Handhaving", "duurzaamheid"],
            ["1-2-2019", "Vergunningverlening, Toezicht en Handhaving", "Duurzaamhied"],
            ["1-2-2019", "vergunningverlening toezicht en handhaving", "Duurzaamheid"],
            ["1-2-2019", "Vergunningverlening, Toezicht en Handhaving", "Wonen"],
            ["1-2-2019", "afd. VTH", "Wonen en zorg"],
        ],
        accepted=6,
        sums={"hours": 0.0, "participants": 0, "amount": 0.0},
        values={
            c.DEPARTMENT: ["Vergunningverlening, Toezicht en Handhaving"] * 6,
            c.THEME: [*["Duurzaamheid"] * 4, "Wonen", "Wonen en zorg"],
        },
    ),
    Case(
        "invisible signs, apostrophes, line breaks",
        [
            ["Datum\n(van gebruik)", "Afdeling\u00a0", "Thema", "Uren"],
            ["'03-04-2019", " Vast\u200bgoed", "Wonen\u00a0en\nzorg", "\u00a07,5 "],
            ["03-04-2019\u00a0", "Vastgoed ", "Wonen  en zorg", "'8"],
        ],
        accepted=2,
        sums={"hours": 15.5, "participants": 0, "amount": 0.0},
        values={c.DEPARTMENT: ["Vastgoed"] * 2, c.THEME: ["Wonen en zorg"] * 2},
    ),
    Case(
        "what cannot be: negative, too much, too late, half a person",
        [
            ["Datum", "Afdeling", "Thema", "Uren", "Deelnemers"],
            [day(2019, 1, 2), "Vastgoed", "Wonen", -2.0, 5],
            [day(2019, 1, 2), "Vastgoed", "Wonen", 2001, 5],
            [day(2029, 1, 2), "Vastgoed", "Wonen", 2.0, -5],
            [day(1919, 1, 2), "", "", 2.0, 2.5],
            [day(2019, 1, 2), "Vastgoed", "Wonen", 2.0, 5],
        ],
        accepted=1,
        sums={"hours": 2.0, "participants": 5, "amount": 0.0},
        faults=[
            (2, "Uren", "-2"), (3, "Uren", "2001"), (4, "Datum", "02-01-2029"),
            (4, "Deelnemers", "-5"), (5, "Datum", "02-01-1919"), (5, "Afdeling", ""),
            (5, "Thema", ""), (5, "Deelnemers", "2.5"),
        ],
    ),
    Case(
        "a budget of years, in thousands, with a total",
        [
            ["Bedragen x € 1.000"],
            ["Jaar", "Omschrijving", "Begroting", "Realisatie", "Grootboek"],
            [2019.0, "Contributie Platform31", "20,762", 20.762, 4310.0],
            [2020.0, "Contributie Platform31", 21, "", "0.10"],
            [2035.0, "Contributie Platform31", "-1,5", "-", ""],
            [2021.0, "Vervallen", "", "n.v.t.", ""],
            ["Totaal", "", 40.262, 20.762, ""],
        ],
        accepted=3,
        sums={"hours": 0.0, "participants": 0, "amount": 61024.0, "budget": 40262.0,
              "actual": 20762.0},
        faults=[(6, "Begroting", "")],
        skipped={"total": 1},
        kind="budget",
        values={
            c.YEAR: [2019, 2019, 2020, 2035],
            c.BUDGET_KIND: ["budget", "actual", "budget", "budget"],
            c.AMOUNT: [20762.0, 20762.0, 21000.0, -1500.0],
            c.ACCOUNT: ["4310", "4310", "0.10", None],
            c.ROW: [3, 3, 4, 5],
        },
    ),
    Case(
        "bookings with real dates are actuals, unless they say otherwise",
        [
            ["Boekdatum", "Omschrijving", "Soort bedrag", "Bedrag", "Afdeling"],
            [day(2019, 3, 4), "Factuur Platform31", "", "€ 20.762,-", "Bestuur"],
            [day(2019, 5, 6), "Creditnota", "", "201,80-", "bestuur"],
            [day(2019, 6, 7), "Bestelling", "Verplichting", 500.0, ""],
            [day(2019, 6, 8), "Raadsel", "iets", 500.0, ""],
        ],
        accepted=3,
        sums={"hours": 0.0, "participants": 0, "amount": 21060.2, "actual": 20560.2,
              "commitment": 500.0},
        faults=[(5, "Soort bedrag", "iets")],
        kind="budget",
        values={
            c.BUDGET_KIND: ["actual", "actual", "commitment"],
            c.DEPARTMENT: ["Bestuur", "Bestuur", None],
        },
    ),
]  # fmt: skip


def read(case: Case) -> SheetResult:
    """What the sheet of a case yields."""
    sheet = Sheet("Blad1", case.rows, merged=case.merged)
    return read_sheet(sheet, known=KnownNames.empty(), settings=SETTINGS)


def plain(values: list[Any]) -> list[Any]:
    """Values of a column, dates as text, what is missing as None."""
    shown = [f"{v:%Y-%m-%d}" if isinstance(v, dt.datetime) else v for v in values]
    return [None if value != value else value for value in shown]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_untidy_sheet(case: Case) -> None:
    result = read(case)
    assert result.kind == case.kind
    assert [(f.row, f.column, f.value) for f in result.faults] == case.faults
    assert dict(result.skipped_reasons) == case.skipped
    assert result.accepted == case.accepted
    assert result.rows == result.accepted + result.rejected + result.skipped
    assert dict(result.sums) == case.sums
    for column, expected in case.values.items():
        assert plain(result.records[column].tolist()) == expected


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_reading_changes_nothing_in_the_sheet(case: Case) -> None:
    before = [list(row) for row in case.rows]
    read(case)
    assert case.rows == before


def test_what_was_decided_for_a_column_is_told() -> None:
    remarks = {case.name: [str(remark) for remark in read(case).remarks] for case in CASES}
    assert remarks["English headings, English numbers, month first"] == [
        "In “Date” staat de maand voor de dag: 04/05/2019 is gelezen als 5 april 2019."
    ]
    assert remarks["titles, days, money as text, a total"] == [
        "Onder “Inzet (dagen)” zijn dagen omgerekend naar uren: 1 dag = 8 uur."
    ]
    assert remarks["a budget of years, in thousands, with a total"] == [
        "De bedragen onder “Begroting” zijn in duizenden euro's (x € 1.000); ze worden in euro's"
        " opgeslagen.",
        "De bedragen onder “Realisatie” zijn in duizenden euro's (x € 1.000); ze worden in euro's"
        " opgeslagen.",
    ]
    assert remarks["invisible signs, apostrophes, line breaks"] == []
