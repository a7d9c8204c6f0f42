"""Year, period and kind of amount from the titles, the headings and the names around a table."""

from __future__ import annotations

import datetime as dt

import pytest

from data.cells.cell import Cell
from data.cleaning.name_matching import KnownNames
from data.finance.export_context import look_around, year_and_kind_of_report
from data.finance.export_table import find_finance_table
from data.finance.timing import parse_periods
from data.settings import Settings
from data.values.grid import Sheet
from data.values.hints import Said
from tests.data.one_sheet import read_sheet
from texts import use_language

HEAD: list[Cell] = ["Grootboekrekening", "Omschrijving", "Debet", "Credit"]
LINE: list[Cell] = ["4431", "Contributie Platform31", "20.762,00", ""]


@pytest.mark.parametrize(
    ("title", "name", "file", "year", "month", "place"),
    [
        ("Saldibalans 2019", "Blad1", "", 2019, None, "title"),
        ("Boekjaar: 2019, afdruk van 2018", "Blad1", "", None, None, ""),  # a line of printing
        ("Boekjaar 2019 (vergelijk 2018)", "Blad1", "", 2019, None, "title"),
        ("Periode 2019-01 t/m 2019-06", "Blad1", "", 2019, 6, "title"),
        ("Saldi 2019 t/m juni", "Blad1", "", 2019, 6, "title"),
        ("Stand per 30-09-2019", "Blad1", "", 2019, 9, "title"),
        ("Balans", "jan 2020", "", 2020, None, "sheet_name"),
        ("Balans", "Blad1", "balans_2021", 2021, None, "file_name"),
        ("2018 en 2019", "Blad1", "", None, None, ""),
        ("Rekening 12019 en 4431", "Blad1", "", None, None, ""),
    ],
)
def test_year_and_month(
    title: str, name: str, file: str, year: int | None, month: int | None, place: str
) -> None:
    sheet = Sheet(name, [[title], HEAD, LINE])
    table = find_finance_table(sheet, Said())
    assert table is not None
    around = look_around(sheet, table, file)
    assert (around.year, around.month, around.year_from) == (year, month, place)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("2023X000", (2023, "budget", None)),
        ("2023X005", (2023, "actual", None)),
        ("2023X002", (2023, "actual", 2)),
        ("2022JJ00", (2022, None, None)),
        ("Jaarrekening 2021", (2021, "actual", None)),
        ("", (None, None, None)),
    ],
)
def test_report_of_iv3(text: str, found: tuple[int | None, str | None, int | None]) -> None:
    assert year_and_kind_of_report(text) == found


@pytest.mark.parametrize(
    ("cell", "number"), [(1, 1), ("03", 3), ("P12", 12), (13, 0), ("0", 0), ("maart", 3)]
)
def test_period_of_a_booking(cell: Cell, number: int) -> None:
    (found,) = parse_periods([cell])
    assert found.number == number  # type: ignore[union-attr]


def test_invoice_of_another_year_counts_in_the_financial_year() -> None:
    head: list[Cell] = ["Dagboek: Code", "Boekstuknummer", "Boekjaar", "Periode", "Factuurdatum",
                        "Grootboekrekening", "Omschrijving", "Bedrag"]  # fmt: skip
    rows: list[list[Cell]] = [
        ["70", "1", 2019, 1, dt.date(2018, 12, 20), "4431", "Platform31", 10],
        ["70", "2", 2019, 3, dt.date(2019, 3, 8), "4431", "Platform31", 10],
    ]
    settings = Settings(latest_date=dt.date(2022, 12, 31))
    known = KnownNames({}, {})
    records = read_sheet(Sheet("Blad1", [head, *rows]), known=known, settings=settings).records
    assert records["date"].dt.strftime("%Y-%m-%d").tolist() == ["2019-01-01", "2019-03-08"]
    assert records["date_precision"].tolist() == ["month", "day"]


def test_a_task_field_that_became_a_number_is_told() -> None:
    sheet = Sheet(
        "begroting 2024", [["Gemeenten", "Taakveld", "Baten", "Lasten"], ["Stad", 0.1, 1, 2]]
    )
    found = read_sheet(sheet, known=KnownNames({}, {}), settings=Settings())
    assert found.records["task_field"].tolist() == ["0.1"]
    with use_language("nl"):
        assert any("0,1 kan 0.1 of 0.10 zijn" in str(remark) for remark in found.remarks)


@pytest.mark.parametrize(
    "head",
    [
        ["Jaar", "Grootboeknr", "Omschrijving", "Begroting", "Realisatie", "Restant"],
        ["Jaar", "Kostenplaats", "Omschrijving", "Jaarbudget", "Realisatie", "%"],
        ["Datum", "Afdeling", "Thema", "Uren", "Bedrag"],
        ["Datum", "Rekening", "Naam", "Bedrag", "Af Bij"],
    ],
)
def test_other_tables_are_no_finance_export(head: list[Cell]) -> None:
    rows: list[list[Cell]] = [head, [2019, "4431", "Platform31", 10, 20, 30][: len(head)]]
    assert find_finance_table(Sheet("Blad1", rows), Said()) is None


def test_a_bank_statement_is_no_ledger() -> None:
    rows: list[list[Cell]] = [
        ["Datum", "Rekening", "Naam", "Debet", "Credit"],
        [dt.date(2019, 3, 1), "NL91ABNA0417164300", "Platform31", 10, ""],
    ]
    assert find_finance_table(Sheet("Blad1", rows), Said()) is None
