"""A wrong sign, unit, side, line or amount comes out against the totals that the file prints."""

from __future__ import annotations

import datetime as dt

import pytest

from data.cells.cell import Cell
from data.cleaning.name_matching import KnownNames
from data.settings import Settings
from data.values import finance_reading as o
from data.values.corrections import SheetCorrections
from data.values.finance_reading import FinanceReading
from data.values.grid import Sheet
from data.values.results import SheetResult
from tests.data.one_sheet import read_sheet
from texts import use_language

SETTINGS = Settings(latest_date=dt.date(2022, 12, 31))
HEAD: list[Cell] = ["Grootboekrekening", "Omschrijving", "Debet", "Credit"]


def read(*rows: list[Cell], title: str = "Balans 2019", **said: int) -> SheetResult:
    sheet = Sheet("Blad1", [[title], HEAD, *rows])
    known = KnownNames({}, {})
    return read_sheet(sheet, known=known, settings=SETTINGS, corrections=SheetCorrections(**said))


def reading(*rows: list[Cell], **said: int) -> FinanceReading:
    found = read(*rows, **said).finance
    assert found is not None
    return found


def faults(*rows: list[Cell]) -> list[tuple[int, str, str]]:
    return [(fault.row, fault.column, fault.fault) for fault in reading(*rows).faults]


CONTRIBUTION: list[Cell] = ["4431", "Contributie Platform31", "20.762,00", ""]
REFUND: list[Cell] = ["4432", "Teruggave", "", "1.000,50"]


@pytest.mark.parametrize(
    ("total", "found"),
    [
        (["Totaal", "", "20.762,00", "1.000,50"], []),
        (["Totaal", "", "-20.762,00", "1.000,50"], [(5, "Debet", o.SIGN)]),
        (["Totaal", "", "1.000,50", "20.762,00"], [(5, "Debet", o.SIDES), (5, "Credit", o.SIDES)]),
        (["Totaal", "", 20.762, "1.000,50"], [(5, "Debet", o.UNIT)]),
        (["Totaal", "", "20.762.000,00", "1.000,50"], [(5, "Debet", o.UNIT)]),
        (["Totaal", "", "20.762,01", "1.000,50"], [(5, "Debet", o.DIFFERENCE)]),
        (["Saldo", "", "19.761,50", ""], []),
        (["Gemiddeld", "", "10.000,00", ""], []),
    ],
)
def test_total_beside_its_lines(total: list[Cell], found: list[tuple[int, str, str]]) -> None:
    assert faults(CONTRIBUTION, REFUND, total) == found


def test_one_line_with_the_wrong_sign_is_pointed_at() -> None:
    rows: list[list[Cell]] = [
        CONTRIBUTION, ["4433", "Creditnota", "-250,00", ""], ["Totaal", "", "21.012,00", ""],
    ]  # fmt: skip
    (fault,) = reading(*rows).faults
    assert (fault.fault, fault.line) == (o.ONE_SIGN, 4)


def test_an_amount_that_cannot_be_read_explains_the_difference() -> None:
    rows: list[list[Cell]] = [
        CONTRIBUTION, ["4433", "Leerkring", "twee ton", ""], ["Totaal", "", "20.762,00", ""],
        ["Eindtotaal", "", "220.762,00", ""],
    ]  # fmt: skip
    assert faults(*rows) == [(6, "Debet", o.UNREADABLE)]


def test_the_fault_is_told_in_a_plain_sentence() -> None:
    sheet = read(CONTRIBUTION, ["Totaal", "", "-20.762,00", ""])
    with use_language("nl"):
        assert (
            "De regels tellen op tot €\u00a020.762,00; het totaal in rij 4"
            " (“Debet”) zegt €\u00a0-20.762,00:"
            " het teken is omgekeerd."
        ) in [str(remark) for remark in sheet.remarks]


def test_total_in_the_title_has_a_unit_of_its_own() -> None:
    sheet = Sheet(
        "Blad1",
        [
            ["Balans 2019 (x € 1.000)"],
            ["Totaal lasten:", "€ 20.762,00"],
            HEAD,
            ["4431", "Contributie Platform31", "20.762", ""],
        ],
    )
    found = read_sheet(sheet, known=KnownNames({}, {}), settings=SETTINGS).finance
    assert found is not None
    assert [(f.row, f.fault, f.factor) for f in found.faults] == [(2, o.UNIT, 1_000)]


def test_another_unit_than_the_file_says_is_told() -> None:
    rows: list[list[Cell]] = [["4431", "Contributie Platform31", "20,762", ""]]
    sheet = read(*rows, title="Balans 2019 x € 1.000", unit=1)
    found = sheet.finance
    assert found is not None
    assert (found.unit, found.unit_found) == (1, 1_000)
    with use_language("nl"):
        said = "U koos bedragen in euro; het bestand zelf zegt duizenden euro (x € 1.000)."
        assert said in [str(remark) for remark in sheet.remarks]


def test_turned_sign_of_a_person_counts() -> None:
    sheet = read(["4431", "Contributie Platform31", "-20.762,00", ""], sign=-1)
    assert sheet.sums["amount"] == 20762.0


def test_codes_that_became_dates_are_rejected_and_a_number_keeps_no_decimals() -> None:
    sheet = read(
        [dt.date(2019, 2, 1), "Overig", "1,00", ""], [4431.0, "Platform31", "2,00", ""]
    )  # fmt: skip
    assert [fault.column for fault in sheet.faults] == ["Grootboekrekening"]
    assert sheet.records["account"].tolist() == ["4431"]


def test_a_rejected_line_of_somebody_else_keeps_no_name() -> None:
    sheet = read(CONTRIBUTION, ["4000", "Salaris J. de Vries", "duizend", ""])
    (row,) = sheet.rejected_rows
    assert row.private == frozenset({1})


def test_a_person_says_the_year_and_the_name_of_the_file_may_tell_it() -> None:
    nameless = Sheet("Blad1", [HEAD, CONTRIBUTION])
    known = KnownNames({}, {})
    without = read_sheet(nameless, known=known, settings=SETTINGS)
    assert (without.accepted, without.rejected) == (0, 1)
    told = read_sheet(nameless, known=known, settings=SETTINGS, file_name="balans_2021.xlsx")
    said = read_sheet(
        nameless, known=known, settings=SETTINGS, corrections=SheetCorrections(year=2020)
    )
    assert told.records["year"].tolist() == [2021]
    assert said.records["year"].tolist() == [2020]
