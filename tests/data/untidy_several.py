"""Several tables on one sheet, and summaries of a list beside it, worked out by hand."""

from __future__ import annotations

import datetime as dt

import openpyxl

from tests.data.reading import builders
from tests.data.reading.builders import Page
from tests.data.untidy_layouts import DAY, HEAD
from tests.data.untidy_workbooks import Case, Expected, Rows, xlsx


def use_above_budget() -> Case:
    """A list of use, and under it a budget with a title of its own; every row counted once."""
    rows: Rows = [
        ["Gebruik Platform31"],
        HEAD,
        [DAY, "Sport", "Vitaal", 1],
        [DAY, "Zorg", "Wonen", 2],
        ["Totaal", None, None, 3],
        [],
        ["Begroting"],
        [],
        ["Jaar", "Omschrijving", "Begroot"],
        [2019, "Bijdrage", 20762],
        ["Bron: programmabegroting"],
    ]
    return Case(
        "samen.xlsx",
        xlsx({"Blad1": rows}),
        (
            Expected("Blad1", header_row=2, rows=3, accepted=2, skipped={"total": 1}, hours=3),
            Expected(
                "Blad1", kind="budget", header_row=9, rows=2, accepted=1, skipped={"note": 1},
                amount=20762.0,
            ),
        ),
    )  # fmt: skip


def lists_with_other_headings() -> Case:
    """Two lists of use under each other in a .csv, with other headings in another order."""
    text = (
        "Datum;Afdeling;Thema;Uren\r\n"
        "8-1-2018;Sport;Vitaal;1\r\n"
        ";;;\r\n"
        "Thema;Afdeling;Datum;Deelnemers\r\n"
        "Wonen;Zorg;9-1-2018;5\r\n"
        "Wonen;;9-1-2018;5\r\n"
    )
    return Case(
        "lijsten.csv",
        text.encode(),
        (
            Expected("lijsten", rows=1, accepted=1, hours=1),
            Expected(
                "lijsten", header_row=4, rows=2, accepted=1, rejected=1, participants=5,
                fault_cells=[(6, "Afdeling", "")],
            ),
        ),
    )  # fmt: skip


def side_by_side() -> Case:
    """Use left, a budget right of it from column G, in an .xls; the budget is longer."""
    rows: Rows = [
        ["Gebruik", "", "", "", "", "", "Begroting"],
        [],
        [*HEAD, "", "", "Jaar", "Omschrijving", "Bedrag begroot"],
        [DAY, "Sport", "Vitaal", 1.0, "", "", 2018.0, "Bijdrage", 10.0],
        [DAY, "Zorg", "Wonen", 2.0, "", "", 2019.0, "Bijdrage", 20.0],
        ["", "", "", "", "", "", 2020.0, "Bijdrage", 30.0],
        ["", "", "", "", "", "", "Totaal", "", 60.0],
    ]
    return Case(
        "naast elkaar.xls",
        builders.xls(Page(rows)),
        (
            Expected("Blad1", header_row=3, rows=2, accepted=2, hours=3),
            Expected(
                "Blad1", kind="budget", header_row=3, rows=4, accepted=3, skipped={"total": 1},
                amount=60.0,
            ),
        ),
    )  # fmt: skip


def a_crosstab_per_year() -> Case:
    """Crosstabs under each other in an .ods, each with its year as title, the last with a legend.

    What stands under the last one with headings of its own is not a part of it.
    """
    rows: Rows = [
        ["Gebruik 2018"],
        ["Afdeling", "Wonen", "Zorg", "Totaal"],
        ["Sport", 1.0, "", 1.0],
        ["Totaal", 1.0, "", 1.0],
        [],
        ["Gebruik 2019"],
        ["Afdeling", "Wonen", "Zorg", "Totaal"],
        ["Sport", "", 2.0, 2.0],
        ["Jeugd", 3.0, "", 3.0],
        [],
        ["Inwoners", 2018.0, 2019.0],
        ["Haarlem", 159709.0, 161265.0],
    ]
    return Case(
        "per jaar.ods",
        builders.ods(Page(rows)),
        (
            Expected(
                "Blad1", header_row=2, rows=4, accepted=1, skipped={"total": 3},
                layout="crosstab",
            ),
            Expected(
                "Blad1", header_row=7, rows=4, accepted=2, skipped={"total": 2},
                layout="crosstab",
            ),
        ),
        uses={
            ("Sport", "Wonen", "2018-01-01"): 1,
            ("Sport", "Zorg", "2019-01-01"): 2,
            ("Jeugd", "Wonen", "2019-01-01"): 3,
        },
    )  # fmt: skip


def summary_beside_the_list() -> Case:
    """A crosstab that adds up the list, once beside it and once on a sheet of its own."""
    day = dt.date(2018, 2, 5)
    rows: Rows = [
        [*HEAD, None, "Aantal", "Vitaal", "Wonen", "Totaal"],
        [DAY, "Sport", "Vitaal", 1, None, "Sport", 2, None, 2],
        [day, "Sport", "Vitaal", 1, None, "Zorg", 1, 1, 2],
        [day, "Zorg", "Vitaal", 1, None, "Totaal", 3, 1, 4],
        [day, "Zorg", "Wonen", 1],
    ]
    summary: Rows = [
        ["Gebruik per afdeling en thema in 2018"],
        ["Afdeling", "Vitaal", "Wonen"],
        ["Sport", 2, None],
        ["Zorg", 1, 1],
    ]
    other_year: Rows = [
        ["Gebruik per afdeling en thema in 2017"],
        ["Afdeling", "Vitaal", "Wonen"],
        ["Sport", 5, None],
        ["Jeugd", None, 4],
    ]
    return Case(
        "dubbel.xlsx",
        xlsx({"2018": summary, "Lijst": rows, "2017": other_year}),
        (
            Expected("2018", kind=None),
            Expected("Lijst", rows=4, accepted=4, hours=4, departments=["Sport", "Zorg"]),
            Expected("2017", header_row=2, rows=2, accepted=2, layout="crosstab"),
        ),
        uses={
            ("Sport", "Vitaal", "2018-01-08"): 1,
            ("Sport", "Vitaal", "2018-02-05"): 1,
            ("Zorg", "Vitaal", "2018-02-05"): 1,
            ("Zorg", "Wonen", "2018-02-05"): 1,
            ("Sport", "Vitaal", "2017-01-01"): 5,
            ("Jeugd", "Wonen", "2017-01-01"): 4,
        },
    )


def one_list_with_gaps() -> Case:
    """An empty column and empty rows in a list, and lists for dropdowns beside it: one table."""
    rows: Rows = [
        ["Datum", "Afdeling", None, "Thema", "Uren", None, "Afdelingen", "Thema's"],
        [DAY, "Sport", None, "Vitaal", 1, None, "Sport", "Vitaal"],
        [],
        [DAY, "Zorg", None, "Wonen", 2, None, "Zorg", "Wonen"],
        [DAY, "Zorg", None, "Wonen", 3, None, None, "Jeugd"],
        [],
        ["Legenda"],
        ["Vorm", "Betekenis"],
        ["LK", "leerkring"],
    ]

    def arrange(book: openpyxl.Workbook) -> None:
        book["Blad1"].column_dimensions["C"].width = 2

    expected = Expected(
        "Blad1", rows=8, accepted=3, rejected=2, skipped={"blank": 2, "note": 1}, hours=6,
    )  # fmt: skip
    return Case("gaten.xlsx", xlsx({"Blad1": rows}, arrange), (expected,))


def blown_up_by_formatting() -> Case:
    """A used range of a million rows, of which formatting fills all but five."""
    rows: Rows = [HEAD, [DAY, "Sport", "Vitaal", 1], [DAY, "Zorg", "Wonen", 2]]

    def arrange(book: openpyxl.Workbook) -> None:
        sheet = book["Blad1"]
        for row in (1_000, 500_000, 1_048_576):
            sheet.cell(row, 60).font = openpyxl.styles.Font(bold=True)

    expected = Expected("Blad1", rows=2, accepted=2, hours=3)
    return Case("groot.xlsx", xlsx({"Blad1": rows}, arrange), (expected,))


SEVERAL = (
    use_above_budget,
    lists_with_other_headings,
    side_by_side,
    a_crosstab_per_year,
    summary_beside_the_list,
    one_list_with_gaps,
    blown_up_by_formatting,
)
