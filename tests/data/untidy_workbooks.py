"""Workbooks as untidy as real exports, each with what must be read from it, worked out by hand."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass, field
from io import BytesIO
from typing import Any

import openpyxl
import xlwt
from openpyxl.worksheet.worksheet import Worksheet

Rows = list[list[Any]]


@dataclass(frozen=True)
class Expected:
    """What the report must say of one sheet; `names` are the new departments."""

    sheet: str
    kind: str | None = "usage"
    header_row: int = 1
    rows: int = 0
    accepted: int = 0
    rejected: int = 0
    skipped: dict[str, int] = field(default_factory=dict)
    columns: dict[str, str] | None = None
    ignored: list[str] | None = None
    hours: float | None = None
    participants: float | None = None
    amount: float | None = None
    departments: list[str] | None = None
    themes: list[str] | None = None
    matched: dict[str, str] | None = None
    fault_cells: list[tuple[int, str, str]] | None = None
    hidden: bool = False
    layout: str = "list"


@dataclass(frozen=True)
class Case:
    """One workbook: its file name, its bytes, and what must be read from each sheet.

    `uses` are the stored records by department, theme and day; `lines` the stored budget lines
    by year, kind and description.
    """

    file_name: str
    content: bytes
    sheets: tuple[Expected, ...]
    uses: dict[tuple[str, str, str], int] | None = None
    lines: dict[tuple[int, str, str], float] | None = None


def xlsx(
    sheets: dict[str, Rows], arrange: Callable[[openpyxl.Workbook], None] | None = None
) -> bytes:
    """A workbook with these rows, `arrange`d before it is saved."""
    book = openpyxl.Workbook()
    book.remove(book.active)
    for title, rows in sheets.items():
        sheet = book.create_sheet(title)
        for row in rows:
            sheet.append(row)
    if arrange:
        arrange(book)
    target = BytesIO()
    book.save(target)
    return target.getvalue()


def _error(sheet: Worksheet, cell: str, text: str) -> None:
    sheet[cell] = text
    sheet[cell].data_type = "e"


def titles_and_totals() -> Case:
    """A title block, a blank row, a total, a note; Dutch text numbers."""
    rows: Rows = [
        ["Overzicht gebruik Platform31 per afdeling en thema"],
        ["Peildatum: 1 februari 2019"],
        [],
        ["Afd.", "Thema P31", "Datum", "Uren", "Aantal\ndeelnemers", "Opmerking intern"],
        ["Jeugd, Onderwijs en Sport", "Armoede en schulden", dt.date(2018, 3, 5), "7,5", 12, "x"],
        ["Jeugd, Onderwijs & Sport", "Armoede en schulden", "12-04-2018", "4", 8, None],
        [],
        ["Vastgoed", "Duurzaamheid", "3 mrt 2018", "2,25", None, None],
        ["Vastgoed", "Duurzaamheid", "31-02-2018", "2", None, None],
        ["Totaal", None, None, "15,75", 20, None],
        ["Bron: eigen registratie, voorlopige cijfers"],
    ]
    return Case(
        "gebruik 2018.xlsx",
        xlsx({"Blad1": rows}),
        (
            Expected(
                "Blad1",
                header_row=4,
                rows=7,
                accepted=3,
                rejected=1,
                skipped={"blank": 1, "total": 1, "note": 1},
                columns={
                    "Afd.": "department",
                    "Thema P31": "theme",
                    "Datum": "date",
                    "Uren": "hours",
                    "Aantal deelnemers": "participants",
                },
                ignored=["Opmerking intern"],
                hours=13.75,
                participants=20,
                departments=["Jeugd, Onderwijs en Sport", "Vastgoed"],
                matched={"Jeugd, Onderwijs & Sport": "Jeugd, Onderwijs en Sport"},
                fault_cells=[(9, "Datum", "31-02-2018")],
            ),
        ),
    )


def english_from_column_d() -> Case:
    """English headings and numbers, from column D, a hidden second sheet, a lookup sheet."""
    head = [None, None, None, "Date", "Department", "Theme", "Hours", "Amount", "Form", "Channel"]
    rows: Rows = [
        [],
        [],
        head,
        [
            None,
            None,
            None,
            "2019-04-03",
            "Housing",
            "Energy",
            "1.5",
            "1,234.50",
            "advice",
            "direct",
        ],
        [
            None,
            None,
            None,
            "2019-05-03",
            "Housing",
            "Poverty",
            "2.25",
            "200.00",
            "meeting",
            "network",
        ],
        head,
        [None, None, None, "2019-06-03", "Youth", "Poverty", "8", "(34.50)", None, None],
        [None, None, None, "Grand total", None, None, "11.75", "1,400.00", None, None],
    ]
    lookup: Rows = [["Department", "Domain"], ["Housing", "fysiek"], ["Youth", "sociaal"]]
    old: Rows = [["Year", "Dept.", "Theme"], [2017, "Housing", "Energy"]]

    def arrange(book: openpyxl.Workbook) -> None:
        book["Old"].sheet_state = "hidden"

    return Case(
        "usage.xlsx",
        xlsx({"Data": rows, "Lists": lookup, "Old": old}, arrange),
        (
            Expected(
                "Data", header_row=3, rows=5, accepted=3,
                skipped={"repeated_header": 1, "total": 1},
                hours=11.75, amount=1400.0, departments=["Housing", "Youth"],
                themes=["Energy", "Poverty"],
            ),
            Expected("Lists", kind=None, header_row=0),
            Expected("Old", rows=1, accepted=1, hidden=True, departments=[], themes=[]),
        ),
    )  # fmt: skip


def semicolons_in_windows_1252() -> Case:
    """A .csv from a Dutch machine: semicolons, Windows-1252, decimal commas, a wrong date."""
    text = (
        "Datum;Afdeling;Thema;Onderwerp;Uren;Bedrag\r\n"
        '03-04-2019;Coördinatie;Energietransitie;"Café; buurt";7,5;€ 1.250,00\r\n'
        "04-04-2019;Coördinatie;Energietransitie;Totaalaanpak wonen;1;€ 540,--\r\n"
        "99-04-2019;Coördinatie;Energietransitie;;1;\r\n"
        "05-04-2019;;Energietransitie;;-2;12,50-\r\n"
        ";;;;;\r\n"
        "Eindtotaal;;;;8,5;1790,00\r\n"
    )
    return Case(
        "export.csv",
        text.encode("cp1252"),
        (
            Expected(
                "export", rows=6, accepted=2, rejected=2, skipped={"blank": 1, "total": 1},
                hours=8.5, amount=1790.0, departments=["Coördinatie"],
                fault_cells=[
                    (4, "Datum", "99-04-2019"), (5, "Afdeling", ""), (5, "Uren", "-2"),
                ],
            ),
        ),
    )  # fmt: skip


def merged_departments() -> Case:
    """A department merged over its rows, a two-row heading, hours in every spelling."""
    rows: Rows = [
        ["Wie", None, "Wat", None, "Inzet"],
        ["Afdeling", "Datum", "Thema", "Vorm", "Uren"],
        ["Werk en Inkomen", dt.date(2020, 1, 6), "Arbeidsmarkt", "Advies op maat", "7:30"],
        [None, dt.date(2020, 2, 3), "Arbeidsmarkt", "leerkring", "2 dgn"],
        [None, dt.date(2020, 3, 2), "Armoede", "webinar", "1,5 uur"],
        ["Financiën", dt.date(2020, 3, 9), "Armoede", "toverspreuk", 3],
    ]

    def arrange(book: openpyxl.Workbook) -> None:
        book["Inzet"].merge_cells("A3:A5")
        book["Inzet"].merge_cells("A1:B1")
        book["Inzet"].merge_cells("C1:D1")

    return Case(
        "inzet.xlsx",
        xlsx({"Inzet": rows}, arrange),
        (
            Expected(
                "Inzet", header_row=2, rows=4, accepted=4, rejected=0, hours=28.0,
                departments=["Werk en Inkomen", "Financiën"], themes=["Arbeidsmarkt", "Armoede"],
            ),
        ),
    )  # fmt: skip


def years_and_quarters() -> Case:
    """No dates: a year and a quarter; serial numbers and month names on another sheet."""
    quarters: Rows = [
        ["Jaar", "Kwartaal", "Afdeling", "Thema", "Deelnemers"],
        [2021, "Q2", "Wonen", "Woningmarkt", 10],
        ["2021", "3e kwartaal", "Wonen", "Woningmarkt", 5],
        [2021, 7, "Wonen", "Woningmarkt", 5],
        [2021, None, "Wonen", "Woningmarkt", "-"],
    ]
    dates: Rows = [
        ["Periode", "Org.onderdeel", "Beleidsthema"],
        [43528, "Wonen", "Woningmarkt"],
        ["mrt-19", "Wonen", "Woningmarkt"],
        ["2019 Q2", "Wonen", "Woningmarkt"],
        [2019, "Wonen", "Woningmarkt"],
        ["3/4/2019", "Wonen", "Woningmarkt"],
    ]
    return Case(
        "perioden.xlsx",
        xlsx({"Kwartalen": quarters, "Data": dates}),
        (
            Expected("Kwartalen", rows=4, accepted=3, rejected=1, participants=15),
            Expected("Data", rows=5, accepted=5, departments=[], themes=[]),
        ),
    )


def errors_and_future() -> Case:
    """Error cells, dates in the future, impossible hours: rejected, each with its cell."""
    rows: Rows = [
        ["Datum", "Afdeling", "Thema", "Uren", "Kanaal", "Deel"],
        [dt.date(2019, 1, 7), "Sport", "Vitaal", 2, "rechtstreeks", "maatwerk"],
        [dt.date(2019, 1, 8), "Sport", "Vitaal", 3, "G40", 0.4],
        [dt.date(2019, 1, 9), "Sport", "Vitaal", None, "postduif", "60%"],
        [dt.date(2091, 1, 9), "Sport", "Vitaal", 1, None, None],
        [dt.date(2019, 1, 9), "Sport", "Vitaal", 99999, None, None],
        [dt.date(2019, 1, 9), None, "Vitaal", 1, None, None],
    ]

    def arrange(book: openpyxl.Workbook) -> None:
        _error(book["Lijst"], "D4", "#REF!")
        _error(book["Lijst"], "B7", "#N/A")

    return Case(
        "fouten.xlsx",
        xlsx({"Lijst": rows}, arrange),
        (
            Expected(
                "Lijst", rows=6, accepted=2, rejected=4, hours=5.0,
                fault_cells=[
                    (4, "Uren", "#REF!"), (5, "Datum", "09-01-2091"),
                    (6, "Uren", "99999"), (7, "Afdeling", "#N/A"),
                ],
            ),
        ),
    )  # fmt: skip


def budget_list() -> Case:
    """A plain budget list: budget and actual columns, subtotals, an account as text."""
    rows: Rows = [
        ["Programmabegroting – samenwerking"],
        ["Jaar", "Grootboek", "Omschrijving", "Begroot", "Realisatie"],
        [2018, "0.10", "Bijdrage Platform31", "€ 20.762,-", "20.762,00"],
        [2019, "0.10", "Bijdrage Platform31", "€ 20.762,-", None],
        ["Subtotaal", None, None, "41.524", "20.762,00"],
        [2019, "4.31", "Totaalpakket advies", "(500,00)", None],
        ["Eindtotaal", None, None, "41.024,00", "20.762,00"],
    ]
    return Case(
        "begroting.xlsx",
        xlsx({"Begroting": rows}),
        (
            Expected(
                "Begroting", kind="budget", header_row=2, rows=5, accepted=3,
                skipped={"total": 2}, amount=61786.0,
            ),
        ),
    )  # fmt: skip


def old_xls() -> Case:
    """An .xls with the total in another column, and a record about totals."""
    book = xlwt.Workbook()
    sheet = book.add_sheet("Uitdraai")
    day = xlwt.easyxf(num_format_str="DD-MM-YYYY")
    for column, text in enumerate(["Nr", "Datum", "Vakafdeling", "Thema", "Onderwerp", "Tijd"]):
        sheet.write(5, column, text)
    for row in range(3):
        sheet.write(6 + row, 0, row + 1)
        sheet.write(6 + row, 1, dt.date(2022, 5, 2 + row), day)
        sheet.write(6 + row, 2, "Veiligheid")
        sheet.write(6 + row, 3, "Wijken")
        sheet.write(6 + row, 4, "Totaal overzicht van de wijk")
        sheet.write(6 + row, 5, 1.5)
    sheet.write(9, 4, "Subtotaal:")
    sheet.write(9, 5, 4.5)
    target = BytesIO()
    book.save(target)
    return Case(
        "oud.xls",
        target.getvalue(),
        (
            Expected(
                "Uitdraai", header_row=6, rows=4, accepted=3, skipped={"total": 1}, hours=4.5,
                ignored=["Nr"],
            ),
        ),
    )  # fmt: skip


def tabs_and_apostrophes() -> Case:
    """A .txt with tabs, a byte order mark, non-breaking spaces and leading apostrophes."""
    text = (
        "Afdeling\tThema\tDatum\tDeelnemers\n"
        "'Zorg\u00a0en Welzijn \tWMO\t'2018-11-05\t12\n"
        "zorg en welzijn\tWMO\t5 november 2018\t\n"
        "Zorg en Welzijn\tWMO\t5-11-18\tn.v.t.\n"
        "\n"
        "* WMO: Wet maatschappelijke ondersteuning\n"
    )
    return Case(
        "lijst.txt",
        text.encode("utf-8-sig"),
        (
            Expected(
                "lijst", rows=5, accepted=3, skipped={"blank": 1, "note": 1}, participants=12,
                departments=["Zorg en Welzijn"], matched={"zorg en welzijn": "Zorg en Welzijn"},
            ),
        ),
    )  # fmt: skip


def misspelt_names() -> Case:
    """Typing errors, initials, a cut-off and a dotted name, all of two departments."""
    names = [
        "Vergunningverlening, Toezicht en Handhaving",
        "Vergunningverlening, Toezicht en Handhaving",
        "VTH",
        "Vergunningverlening Toezicht & Handhaving",
        "Vergunningverlenign, Toezicht en Handhaving",
        "Vergunningverlening, Toezicht..",
        "Maatschappelijke Ondersteuning",
        "Maatsch. Ondersteuning",
        "Afdeling Maatschappelijke ondersteuning",
    ]
    rows: Rows = [["Datum", "Afdeling", "Thema"]]
    rows += [[dt.date(2020, 6, 1), name, "Omgevingswet"] for name in names]
    full = names[0]
    return Case(
        "namen.xlsx",
        xlsx({"Blad1": rows}),
        (
            Expected(
                "Blad1", rows=9, accepted=9, departments=[full, names[6]],
                matched={
                    "VTH": full, names[3]: full, names[4]: full, names[5]: full,
                    names[7]: names[6], names[8]: names[6],
                },
            ),
        ),
    )  # fmt: skip


CASES = (
    titles_and_totals,
    english_from_column_d,
    semicolons_in_windows_1252,
    merged_departments,
    years_and_quarters,
    errors_and_future,
    budget_list,
    old_xls,
    tabs_and_apostrophes,
    misspelt_names,
)
