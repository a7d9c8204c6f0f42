"""Crosstabs: numbers under themes, departments or periods, worked out by hand."""

from __future__ import annotations

import datetime as dt

import openpyxl

from tests.data.reading import builders
from tests.data.reading.builders import Page
from tests.data.untidy_layouts import DAY, HEAD
from tests.data.untidy_workbooks import Case, Expected, Rows, xlsx

DAY_2019 = "2019-01-01"


def counts_per_department_and_theme() -> Case:
    """The plain form: a title with the year, totals in a row and a column, an empty cell."""
    rows: Rows = [
        ["Gebruik Platform31 2019 per afdeling en thema"],
        [],
        ["Afdeling", "Wonen", "Duurzaamheid", "Armoede", "Totaal"],
        ["Sport", 3, 1, None, 4],
        ["Zorg", "-", 2, 5, 7],
        ["Jeugd", "n.v.t.", 0, None, 0],
        ["Totaal", 3, 3, 5, 11],
        ["Bron: eigen registratie"],
    ]
    expected = Expected(
        "Blad1", header_row=3, rows=13, accepted=4, layout="crosstab",
        skipped={"total": 7, "blank": 2},
        columns={
            "Afdeling": "department", "Wonen": "theme", "Duurzaamheid": "theme",
            "Armoede": "theme",
        },
        ignored=["Totaal"], departments=["Sport", "Zorg"],
        themes=["Wonen", "Duurzaamheid", "Armoede"], hours=0,
    )  # fmt: skip
    uses = {
        ("Sport", "Wonen", DAY_2019): 3,
        ("Sport", "Duurzaamheid", DAY_2019): 1,
        ("Zorg", "Duurzaamheid", DAY_2019): 2,
        ("Zorg", "Armoede", DAY_2019): 5,
    }
    return Case("kruistabel.xlsx", xlsx({"Blad1": rows}), (expected,), uses=uses)


def hours_in_the_cells() -> Case:
    """Hours with Dutch decimals, a repeated heading, a zero, a faulty cell; year in the sheet."""
    rows: Rows = [
        ["Ureninzet per afdeling en thema"],
        ["Afdeling", "Wonen", "Energietransitie", "Jeugd", "Totaal uren"],
        ["Sport", "7,5", 1, 0, 8.5],
        ["Zorg", None, "onbekend?", 5, 5],
        ["Afdeling", "Wonen", "Energietransitie", "Jeugd", "Totaal uren"],
        ["Vastgoed", 2.25, None, -1, 1.25],
        ["Eindtotaal", 9.75, 1, 4, 14.75],
    ]
    expected = Expected(
        "2020", header_row=2, rows=18, accepted=4, rejected=2, layout="crosstab", hours=15.75,
        skipped={"total": 7, "blank": 1, "repeated_header": 4},
        fault_cells=[(4, "Energietransitie", "onbekend?"), (6, "Jeugd", "-1")],
    )  # fmt: skip
    uses = {
        ("Sport", "Wonen", "2020-01-01"): 1,
        ("Sport", "Energietransitie", "2020-01-01"): 1,
        ("Zorg", "Jeugd", "2020-01-01"): 1,
        ("Vastgoed", "Wonen", "2020-01-01"): 1,
    }
    return Case("uren.xlsx", xlsx({"2020": rows}), (expected,), uses=uses)


def years_above_themes() -> Case:
    """Two heading rows, the years merged over their themes, a total per year and of all."""
    rows: Rows = [
        ["Aantal adviezen per afdeling en thema"],
        ["Afdeling", 2018, None, None, 2019, None, None, "Totaal"],
        [None, "Wonen", "Zorg", "Totaal", "Wonen", "Zorg", "Totaal", None],
        ["Sport", 1, 2, 3, None, 4, 4, 7],
        ["Jeugd", None, 1, 1, 2, None, 2, 3],
        ["Totaal", 1, 3, 4, 2, 4, 6, 10],
    ]

    def arrange(book: openpyxl.Workbook) -> None:
        for cells in ("A2:A3", "B2:D2", "E2:G2"):
            book["Blad1"].merge_cells(cells)

    expected = Expected(
        "Blad1", header_row=3, rows=18, accepted=5, skipped={"total": 13}, layout="crosstab",
        columns={
            "Afdeling": "department", "2018 Wonen": "theme", "2018 Zorg": "theme",
            "2019 Wonen": "theme", "2019 Zorg": "theme",
        },
    )  # fmt: skip
    uses = {
        ("Sport", "Wonen", "2018-01-01"): 1,
        ("Sport", "Zorg", "2018-01-01"): 2,
        ("Sport", "Zorg", DAY_2019): 4,
        ("Jeugd", "Zorg", "2018-01-01"): 1,
        ("Jeugd", "Wonen", DAY_2019): 2,
    }
    return Case("jaren.xlsx", xlsx({"Blad1": rows}, arrange), (expected,), uses=uses)


def themes_above_quarters() -> Case:
    """The other way round in a .csv: themes above quarters, nothing merged, the year in a title."""
    text = (
        "Gebruik 2021;;;;\r\n"
        ";Wonen;;Veiligheid;\r\n"
        "Afdeling;Q1;Q2;Q1;Q2\r\n"
        "Sport;1;;2;\r\n"
        "Zorg;;3;;x\r\n"
    )
    expected = Expected(
        "kwartalen", header_row=3, rows=4, accepted=3, rejected=1, layout="crosstab",
        fault_cells=[(5, "Veiligheid Q2", "x")],
    )  # fmt: skip
    uses = {
        ("Sport", "Wonen", "2021-01-01"): 1,
        ("Sport", "Veiligheid", "2021-01-01"): 2,
        ("Zorg", "Wonen", "2021-04-01"): 3,
    }
    return Case("kwartalen.csv", text.encode(), (expected,), uses=uses)


def themes_down() -> Case:
    """Transposed in an .xls: the corner says that themes stand down; departments are announced."""
    rows: Rows = [
        ["Gebruik 2019"],
        ["", "Afdeling"],
        ["Thema", "Sport", "Zorg en Welzijn", "Totaal"],
        ["Wonen", 2.0, "", 2.0],
        ["Armoede", 1.0, 3.0, 4.0],
        ["Totaal", 3.0, 3.0, 6.0],
    ]
    expected = Expected(
        "Blad1", header_row=3, rows=8, accepted=3, skipped={"total": 5}, layout="crosstab",
        columns={"Thema": "theme", "Sport": "department", "Zorg en Welzijn": "department"},
        departments=["Sport", "Zorg en Welzijn"], themes=["Wonen", "Armoede"],
    )  # fmt: skip
    uses = {
        ("Sport", "Wonen", DAY_2019): 2,
        ("Sport", "Armoede", DAY_2019): 1,
        ("Zorg en Welzijn", "Armoede", DAY_2019): 3,
    }
    content = builders.xls(Page(rows))
    return Case("thema's.xls", content, (expected,), uses=uses)


def months_across() -> Case:
    """Department and theme left, months across, the year in the title of an .ods."""
    rows: Rows = [
        ["Gebruik Platform31 in 2020"],
        [],
        ["Afdeling", "Thema", "jan", "feb", "mrt", "Totaal"],
        ["Sport", "Vitaal", 1.0, "", 2.0, 3.0],
        ["Zorg", "Wonen", "", 4.0, "", 4.0],
        ["Totaal", "", 1.0, 4.0, 2.0, 7.0],
    ]
    expected = Expected(
        "Blad1", header_row=3, rows=9, accepted=3, skipped={"total": 6}, layout="crosstab",
        columns={
            "Afdeling": "department", "Thema": "theme", "jan": "month", "feb": "month",
            "mrt": "month",
        },
    )  # fmt: skip
    uses = {
        ("Sport", "Vitaal", "2020-01-01"): 1,
        ("Sport", "Vitaal", "2020-03-01"): 2,
        ("Zorg", "Wonen", "2020-02-01"): 4,
    }
    return Case("maanden.ods", builders.ods(Page(rows)), (expected,), uses=uses)


def years_across() -> Case:
    """Department and theme left, bare years across; Excel's own dates as headings elsewhere."""
    years: Rows = [
        ["Afdeling", "Thema", 2018, 2019],
        ["Sport", "Vitaal", 1, 2],
        ["Zorg", "Wonen", None, 3],
    ]
    months: Rows = [
        ["Afdeling", "Thema", dt.date(2020, 1, 1), dt.date(2020, 2, 1)],
        ["Sport", "Vitaal", 1, 1.5],
    ]
    return Case(
        "gebruik per jaar.xlsx",
        xlsx({"Jaren": years, "Maanden": months}),
        (
            Expected("Jaren", rows=3, accepted=3, layout="crosstab", hours=0),
            Expected("Maanden", rows=2, accepted=2, layout="crosstab", hours=2.5),
        ),
        uses={
            ("Sport", "Vitaal", "2018-01-01"): 1,
            ("Sport", "Vitaal", DAY_2019): 2,
            ("Zorg", "Wonen", DAY_2019): 3,
            ("Sport", "Vitaal", "2020-01-01"): 1,
            ("Sport", "Vitaal", "2020-02-01"): 1,
        },
    )


def year_in_a_column() -> Case:
    """The year in a column of its own beside the departments; a count that is no count."""
    rows: Rows = [
        ["Jaar", "Afdeling", "Wonen", "Zorg"],
        [2018, "Sport", 1, 2],
        [2019, "Sport", 4000, None],
        [2019, "Jeugd", None, 2],
        [None, "Jeugd", 1, None],
    ]
    expected = Expected(
        "Blad1", rows=5, accepted=3, rejected=2, layout="crosstab",
        columns={"Jaar": "year", "Afdeling": "department", "Wonen": "theme", "Zorg": "theme"},
        fault_cells=[(3, "Wonen", "4000"), (5, "Wonen", "1")],
    )  # fmt: skip
    uses = {
        ("Sport", "Wonen", "2018-01-01"): 1,
        ("Sport", "Zorg", "2018-01-01"): 2,
        ("Jeugd", "Zorg", DAY_2019): 2,
    }
    return Case("gebruik.xlsx", xlsx({"Blad1": rows}), (expected,), uses=uses)


def no_period_anywhere() -> Case:
    """Neither title nor sheet nor file says when: every cell is rejected, none is guessed."""
    rows: Rows = [["Afdeling", "Wonen", "Zorg"], ["Sport", 1, 2]]
    expected = Expected(
        "Blad1", rows=2, rejected=2, layout="crosstab",
        fault_cells=[(2, "Wonen", "1"), (2, "Zorg", "2")],
    )  # fmt: skip
    return Case("gebruik.xlsx", xlsx({"Blad1": rows}), (expected,), uses={})


def year_in_the_file_name() -> Case:
    """The file's name alone tells the year; the corner says what stands down and across."""
    rows: Rows = [["Afdeling / Thema", "Wonen", "Zorg"], ["Sport", 1, 2]]
    expected = Expected("Blad1", rows=2, accepted=2, layout="crosstab", departments=["Sport"])
    return Case("P31_2022.xlsx", xlsx({"Blad1": rows}), (expected,))


def from_column_d_with_other_columns() -> Case:
    """From column D: a domain before and remarks after, no word for the totals, an error."""
    rows: Rows = [
        [None, None, None, "Gebruik naar thema, eerste kwartaal 2019"],
        [],
        [None, None, None, "Domein", "Afdeling", "Wonen", "Zorg", None, "Opmerking"],
        [None, None, None, "sociaal", "Jeugd", 1, 2, 3, "nog nakijken"],
        [None, None, None, None, "Sport", 4, "#REF!", 4, None],
        [None, None, None, None, None, 5, 2, 7, None],
    ]

    def arrange(book: openpyxl.Workbook) -> None:
        book["Blad1"]["G5"].data_type = "e"

    expected = Expected(
        "Blad1", header_row=3, rows=9, accepted=3, rejected=1, skipped={"total": 5},
        layout="crosstab", ignored=["Domein", "Opmerking"], fault_cells=[(5, "Zorg", "#REF!")],
    )  # fmt: skip
    return Case("kolom d.xlsx", xlsx({"Blad1": rows}, arrange), (expected,))


def numbers_and_hours() -> Case:
    """`Aantal` and `Uren` under each theme tell of the same uses: 3 with 6 hours is 3 of 2."""
    rows: Rows = [
        ["Gebruik 2019"],
        [None, "Wonen", None, "Zorg", None],
        ["Afdeling", "Aantal", "Uren", "Aantal", "Uren"],
        ["Sport", 3, 6, 1, None],
        ["Jeugd", None, 2.5, "veel", 4],
        ["Totaal", 3, 8.5, 1, 4],
    ]
    expected = Expected(
        "Blad1", header_row=3, rows=10, accepted=4, rejected=2, skipped={"total": 4},
        layout="crosstab", hours=8.5,
        fault_cells=[(5, "Zorg Aantal", "veel"), (5, "Zorg Aantal", "veel")],
    )  # fmt: skip
    uses = {
        ("Sport", "Wonen", DAY_2019): 3,
        ("Sport", "Zorg", DAY_2019): 1,
        ("Jeugd", "Wonen", DAY_2019): 1,
    }
    return Case("beide.xlsx", xlsx({"Blad1": rows}), (expected,), uses=uses)


def tables_that_are_no_crosstab() -> Case:
    """A legend, inhabitants, posts, a summary, forms: numbers, but not the use of Platform31."""
    legend: Rows = [["Afdeling", "Domein"], ["Sport", "sociaal"], ["Zorg", "sociaal"]]
    population: Rows = [
        ["Inwoners per 1 januari"],
        ["Gemeente", 2018, 2019, 2020],
        ["Haarlem", 159709, 161265, 162902],
        ["Alkmaar", 108558, 108470, 109436],
    ]
    posts: Rows = [
        ["Formatie 2019 (fte)"],
        ["Afdeling", "Wonen", "Zorg", "Sport"],
        ["Ruimte", 3, 4, 5],
    ]
    summary: Rows = [["Thema", "Aantal", "Uren"], ["Wonen", 2, 5], ["Zorg", 1, 1]]
    forms: Rows = [["Afdeling", "Advies", "Leerkring", "Webinar"], ["Sport", 1, 2, 3]]
    absence: Rows = [["Afdeling", "jan", "feb", "mrt"], ["Sport", 5, 6, 7]]
    sheets = {
        "Legenda": legend, "Inwoners": population, "Bezetting": posts, "Samenvatting": summary,
        "Vormen 2019": forms, "Ziek": absence,
    }  # fmt: skip
    expected = tuple(Expected(name, kind=None) for name in sheets)
    return Case("van alles.xlsx", xlsx(sheets), expected)


def list_with_a_year_as_heading() -> Case:
    """An ordinary list with a column called 2019 stays a list."""
    rows: Rows = [
        [*HEAD, 2019],
        [DAY, "Sport", "Vitaal", 1, 3],
        [DAY, "Zorg", "Wonen", 2, 4],
    ]
    expected = Expected("Blad1", rows=2, accepted=2, hours=3, ignored=["2019"])
    return Case("lijst.xlsx", xlsx({"Blad1": rows}), (expected,))


CROSSTABS = (
    counts_per_department_and_theme,
    hours_in_the_cells,
    years_above_themes,
    themes_above_quarters,
    themes_down,
    months_across,
    years_across,
    year_in_a_column,
    no_period_anywhere,
    year_in_the_file_name,
    from_column_d_with_other_columns,
    numbers_and_hours,
    tables_that_are_no_crosstab,
    list_with_a_year_as_heading,
)
