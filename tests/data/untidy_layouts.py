"""Workbooks whose tables are untidy: titles, subtotals, pages and groups, worked out by hand."""

from __future__ import annotations

import datetime as dt

import openpyxl

from tests.data.untidy_workbooks import Case, Expected, Rows, xlsx

HEAD = ["Datum", "Afdeling", "Thema", "Uren"]
DAY = dt.date(2018, 1, 8)


def subtotals_by_excel() -> Case:
    """What Excel's own command for subtotals makes of a list."""
    rows: Rows = [
        ["Afdeling", "Datum", "Thema", "Uren"],
        ["Sport", DAY, "Vitaal", 1],
        ["Sport", DAY, "Jeugd", 2],
        ["Sport Totaal", None, None, 3],
        ["Zorg", DAY, "Vitaal", 4],
        ["Zorg Totaal", None, None, 4],
        ["Eindtotaal", None, None, 7],
    ]
    expected = Expected(
        "Blad1", rows=6, accepted=3, skipped={"total": 3}, hours=7, departments=["Sport", "Zorg"]
    )
    return Case("subtotalen.xlsx", xlsx({"Blad1": rows}), (expected,))


def labels_under_the_table() -> Case:
    """Totals per year, an average cut short, a count, a sum without a word."""
    rows: Rows = [
        [*HEAD, "Deelnemers"],
        [DAY, "Sport", "Vitaal", 1, 4],
        [DAY, "Zorg", "Vitaal", 2, 5],
        ["Totaal 2018:", None, None, 3, 9],
        [],
        [dt.date(2019, 1, 8), "Sport", "Vitaal", 5, 4],
        [None, None, None, 8, 13],
        ["Gem.", None, None, 2.67, 4.33],
        ["Aantal", None, None, 3, 3],
        [None, None, "TOTAAL GENERAAL", 8, 13],
    ]
    expected = Expected(
        "Blad1", rows=9, accepted=3, skipped={"total": 5, "blank": 1}, hours=8, participants=13
    )
    return Case("totalen.xlsx", xlsx({"Blad1": rows}), (expected,))


def a_table_per_year() -> Case:
    """Two tables below each other, each with its title and headings, and a note at the end."""
    rows: Rows = [
        ["Gebruik 2018"],
        HEAD,
        [DAY, "Sport", "Vitaal", 1],
        [DAY, "Zorg", "Vitaal", 2],
        [],
        ["Gebruik 2019"],
        HEAD,
        [dt.date(2019, 1, 2), "Sport", "Vitaal", 3],
        ["* voorlopig"],
    ]
    expected = Expected(
        "Blad1", header_row=2, rows=7, accepted=3, hours=6,
        skipped={"blank": 1, "note": 2, "repeated_header": 1},
    )  # fmt: skip
    return Case("per jaar.xlsx", xlsx({"Blad1": rows}), (expected,))


def printed_pages() -> Case:
    """The title with its page number and the headings come back on every page."""
    rows: Rows = [
        ["Gemeente Haarlem", None, "Pagina 1 van 2"],
        HEAD,
        [DAY, "Sport", "Vitaal", 1],
        [None, "Sport", "Vitaal", 3],
        ["Gemeente Haarlem", None, "Pagina 2 van 2"],
        HEAD,
        [DAY, "Zorg", "Vitaal", 1],
    ]
    expected = Expected(
        "Blad1", header_row=2, rows=5, accepted=2, rejected=1, skipped={"repeated_header": 2},
        hours=2, fault_cells=[(4, "Datum", "")],
    )  # fmt: skip
    return Case("afdruk.xlsx", xlsx({"Blad1": rows}), (expected,))


def three_rows_of_headings() -> Case:
    """A legend and a summary with headings of their own stand above the table."""
    rows: Rows = [
        ["Legenda"],
        ["Afdeling", "Betekenis"],
        ["JOS", "Jeugd, Onderwijs en Sport"],
        [],
        ["Thema", "Aantal", "Uren"],
        ["Wonen", 2, 5],
        ["Zorg", 1, 1],
        [],
        ["Datum", "Afdeling", "Thema", "Uren begroot", "Uren werkelijk", "E-mail"],
        [DAY, "JOS", "Zorg", 9, 1, "j@x.nl"],
        [DAY, "VG", "Wonen", 9, 2, "p@x.nl"],
        [DAY, "VG", "Wonen", 9, 3, None],
    ]
    expected = Expected(
        "Blad1", header_row=9, rows=3, accepted=3, hours=6, departments=["JOS", "VG"],
        ignored=["Uren begroot", "E-mail"],
    )  # fmt: skip
    return Case("legenda.xlsx", xlsx({"Blad1": rows}), (expected,))


def records_about_totals() -> Case:
    """The word total in a subject and in a theme, and a label left of the table."""
    rows: Rows = [
        [None, "Datum", "Afdeling", "Thema", "Onderwerp", "Uren"],
        [None, DAY, "Sport", "Vitaal", "Totaalplan", 1],
        [None, DAY, "Sport", "Vitaal", "Totaal: overzicht", 2],
        [None, DAY, "Sport", "Totaalbeeld sociaal domein", "subtotaal per wijk", 3],
        ["Som:", None, None, None, None, 6],
    ]
    expected = Expected(
        "Blad1", rows=4, accepted=3, skipped={"total": 1}, hours=6,
        themes=["Vitaal", "Totaalbeeld sociaal domein"],
    )  # fmt: skip
    return Case("onderwerpen.xlsx", xlsx({"Blad1": rows}), (expected,))


def groups_merged_downwards() -> Case:
    """Departments and themes merged over their rows, with a merged subtotal under each."""
    rows: Rows = [
        ["Afdeling", "Thema", "Datum", "Uren"],
        ["Sport", "Vitaal", DAY, 1],
        [None, None, DAY, 2],
        [None, "Jeugd", DAY, 3],
        ["Subtotaal", None, None, 6],
        ["Zorg", "WMO", DAY, 4],
        [None, "WMO", DAY, 5],
    ]

    def arrange(book: openpyxl.Workbook) -> None:
        for cells in ("A2:A4", "B2:B3", "A5:C5"):
            book["Blad1"].merge_cells(cells)

    expected = Expected(
        "Blad1", rows=6, accepted=4, rejected=1, skipped={"total": 1}, hours=10,
        departments=["Sport", "Zorg"], themes=["Vitaal", "Jeugd", "WMO"],
        fault_cells=[(7, "Afdeling", "")],
    )  # fmt: skip
    return Case("groepen.xlsx", xlsx({"Blad1": rows}, arrange), (expected,))


def sheets_of_all_sorts() -> Case:
    """An explanation, two years, a pivot table, lists, an empty sheet and a deeply hidden one."""
    explanation: Rows = [["Toelichting"], ["Vul per keer in: datum, afdeling en thema."]]
    pivot: Rows = [
        ["Som van Uren", "Kolomlabels"],
        ["Rijlabels", "Vitaal", "Eindtotaal"],
        ["Sport", 2, 2],
        ["Eindtotaal", 2, 2],
    ]
    lists: Rows = [["Afdeling", "Thema"], ["Sport", "Vitaal"], ["Zorg", "Jeugd"], [None, "Wonen"]]
    year: Rows = [HEAD, [DAY, "Sport", "Vitaal", 1]]

    def arrange(book: openpyxl.Workbook) -> None:
        book["2017"].sheet_state = "veryHidden"

    sheets = {
        "Toelichting": explanation, "2018": year, "Draaitabel": pivot, "Lijsten": lists,
        "Blad5": [], "2017": [HEAD, [dt.date(2017, 1, 8), "Sport", "Vitaal", 2]],
    }  # fmt: skip
    return Case(
        "alles.xlsx",
        xlsx(sheets, arrange),
        (
            Expected("Toelichting", kind=None),
            Expected("2018", rows=1, accepted=1, hours=1),
            Expected("Draaitabel", kind=None),
            Expected("Lijsten", kind=None),
            Expected("Blad5", kind=None),
            Expected("2017", rows=1, accepted=1, hours=2, departments=[], hidden=True),
        ),
    )


LAYOUTS = (
    subtotals_by_excel,
    labels_under_the_table,
    a_table_per_year,
    printed_pages,
    three_rows_of_headings,
    records_about_totals,
    groups_merged_downwards,
    sheets_of_all_sorts,
)
