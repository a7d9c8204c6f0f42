"""Lists in groups: the department, theme or period once above its rows, worked out by hand."""

from __future__ import annotations

import datetime as dt

from tests.data.reading import builders
from tests.data.reading.builders import Page
from tests.data.untidy_layouts import DAY
from tests.data.untidy_workbooks import Case, Expected, Rows, xlsx

LATER = dt.date(2018, 5, 7)


def department_on_a_line() -> Case:
    """The department as a line of its own above its rows, with subtotals and empty rows."""
    rows: Rows = [
        ["Overzicht gebruik Platform31"],
        [],
        ["Datum", "Thema", "Onderwerp", "Uren"],
        ["Sport (2)"],
        [DAY, "Vitaal", "advies", 1],
        [LATER, "Jeugd", "vraag", 2],
        ["Totaal Sport", None, None, 3],
        [],
        ["Zorg en Welzijn"],
        [DAY, "Vitaal", "advies", 4],
        [DAY, None, "vraag", 4],
        ["Totaal Zorg en Welzijn", None, None, 8],
        ["Bron: eigen registratie"],
    ]
    expected = Expected(
        "Blad1", header_row=3, rows=10, accepted=3, rejected=1, hours=7,
        skipped={"note": 3, "total": 2, "blank": 1}, departments=["Sport", "Zorg en Welzijn"],
        columns={
            "Datum": "date", "Thema": "theme", "Onderwerp": "subject", "Uren": "hours",
            "Afdeling": "department",
        },
        fault_cells=[(11, "Thema", "")],
    )  # fmt: skip
    uses = {
        ("Sport", "Vitaal", "2018-01-08"): 1,
        ("Sport", "Jeugd", "2018-05-07"): 1,
        ("Zorg en Welzijn", "Vitaal", "2018-01-08"): 1,
    }
    return Case("groepen.xlsx", xlsx({"Blad1": rows}), (expected,), uses=uses)


def captions_above_repeated_headings() -> Case:
    """`Afdeling: Sport` above headings that come back for every department, in an .ods."""
    rows: Rows = [
        ["Afdeling: Sport"],
        ["Datum", "Thema", "Uren"],
        ["8-1-2018", "Vitaal", 1.0],
        [],
        ["Afdeling: Zorg"],
        ["Datum", "Thema", "Uren"],
        ["9-1-2018", "Wonen", 2.0],
        ["9-1-2018", "Wonen", "veel"],
    ]
    expected = Expected(
        "Blad1", header_row=2, rows=6, accepted=2, rejected=1, hours=3,
        skipped={"blank": 1, "note": 1, "repeated_header": 1}, departments=["Sport", "Zorg"],
        fault_cells=[(8, "Uren", "veel")],
    )  # fmt: skip
    return Case("kopjes.ods", builders.ods(Page(rows)), (expected,))


def theme_on_a_line() -> Case:
    """The theme as a line of its own in a .csv; the lines say so."""
    text = (
        "Afdeling;Datum;Uren\r\n"
        "Thema: Wonen;;\r\n"
        "Sport;8-1-2018;1\r\n"
        "Zorg;8-1-2018;2\r\n"
        "Thema: Armoede;;\r\n"
        "Zorg;9-1-2018;3\r\n"
    )
    expected = Expected(
        "thema", rows=5, accepted=3, skipped={"note": 2}, hours=6, themes=["Wonen", "Armoede"]
    )
    return Case("thema.csv", text.encode(), (expected,))


def year_and_month_on_lines() -> Case:
    """The year and the months as lines of their own in an .xls."""
    rows: Rows = [
        ["Afdeling", "Thema", "Uren"],
        [2019.0],
        ["januari"],
        ["Sport", "Vitaal", 1.0],
        ["maart"],
        ["Zorg", "Wonen", 2.0],
        [2020.0],
        ["Zorg", "Wonen", 4.0],
        ["februari"],
        ["Zorg", "Wonen", 3.0],
    ]
    expected = Expected("Blad1", rows=9, accepted=4, skipped={"note": 5}, hours=10)
    uses = {
        ("Sport", "Vitaal", "2019-01-01"): 1,
        ("Zorg", "Wonen", "2019-03-01"): 1,
        ("Zorg", "Wonen", "2020-01-01"): 1,
        ("Zorg", "Wonen", "2020-02-01"): 1,
    }
    return Case("perioden.xls", builders.xls(Page(rows)), (expected,), uses=uses)


def first_row_of_each_block() -> Case:
    """Department and theme only in the first row of their block, nothing merged."""
    rows: Rows = [
        ["Afdeling", "Thema", "Datum", "Uren"],
        ["Sport", "Vitaal", DAY, 1],
        [None, None, LATER, 2],
        [None, "Jeugd", DAY, 3],
        [None, None, LATER, 4],
        ["Totaal", None, None, 10],
        ["Zorg", "Vitaal", DAY, 5],
        [None, None, LATER, 6],
        ["Totaal", None, None, 11],
    ]
    expected = Expected(
        "Blad1", rows=8, accepted=6, skipped={"total": 2}, hours=21, departments=["Sport", "Zorg"],
        themes=["Vitaal", "Jeugd"],
    )  # fmt: skip
    uses = {
        ("Sport", "Vitaal", "2018-01-08"): 1,
        ("Sport", "Vitaal", "2018-05-07"): 1,
        ("Sport", "Jeugd", "2018-01-08"): 1,
        ("Sport", "Jeugd", "2018-05-07"): 1,
        ("Zorg", "Vitaal", "2018-01-08"): 1,
        ("Zorg", "Vitaal", "2018-05-07"): 1,
    }
    return Case("blokken.xlsx", xlsx({"Blad1": rows}), (expected,), uses=uses)


def name_alone_in_its_column() -> Case:
    """The department has a heading, and stands in its column on a line without anything else."""
    rows: Rows = [
        ["Afdeling", "Datum", "Thema", "Uren"],
        ["Sport"],
        [None, DAY, "Vitaal", 1],
        [None, LATER, "Vitaal", 2],
        ["Zorg"],
        [None, DAY, "Wonen", 3],
    ]
    expected = Expected(
        "Blad1", rows=5, accepted=3, skipped={"note": 2}, hours=6, departments=["Sport", "Zorg"]
    )
    return Case("regels.xlsx", xlsx({"Blad1": rows}), (expected,))


def sometimes_empty() -> Case:
    """A department that is forgotten now and then is never filled in."""
    forgotten: Rows = [
        ["Afdeling", "Datum", "Thema"],
        ["Sport", DAY, "Vitaal"],
        ["Sport", DAY, "Jeugd"],
        [None, LATER, "Vitaal"],
        ["Zorg", DAY, "Wonen"],
        [None, DAY, "Wonen"],
        [None, LATER, "Wonen"],
    ]
    only_once: Rows = [
        ["Afdeling", "Datum", "Thema"],
        ["Sport", DAY, "Vitaal"],
        ["Zorg", DAY, "Jeugd"],
        [None, LATER, "Vitaal"],
        ["Jeugd", DAY, "Wonen"],
    ]
    return Case(
        "vergeten.xlsx",
        xlsx({"Vergeten": forgotten, "Eens": only_once}),
        (
            Expected(
                "Vergeten", rows=6, accepted=3, rejected=3,
                fault_cells=[(4, "Afdeling", ""), (6, "Afdeling", ""), (7, "Afdeling", "")],
            ),
            Expected("Eens", rows=4, accepted=3, rejected=1, fault_cells=[(4, "Afdeling", "")]),
        ),
    )  # fmt: skip


def year_in_the_title_only() -> Case:
    """Lists without a date under a title that tells the year; a lookup table stays unread."""
    use: Rows = [
        ["Gebruik Platform31 2019"],
        ["Afdeling", "Thema", "Uren"],
        ["Sport", "Vitaal", 1],
        ["Zorg", "Wonen", 2],
    ]
    budget: Rows = [
        ["Begroting 2020"],
        ["Omschrijving", "Begroot", "Realisatie"],
        ["Bijdrage Platform31", 20762, None],
    ]
    lookup: Rows = [["Afdeling", "Thema"], ["Sport", "Vitaal"], ["Zorg", "Wonen"]]
    return Case(
        "titels.xlsx",
        xlsx({"Gebruik": use, "Begroting": budget, "Lijsten 2019": lookup}),
        (
            Expected("Gebruik", header_row=2, rows=2, accepted=2, hours=3),
            Expected("Begroting", kind="budget", header_row=2, rows=1, accepted=1, amount=20762),
            Expected("Lijsten 2019", kind=None),
        ),
        uses={("Sport", "Vitaal", "2019-01-01"): 1, ("Zorg", "Wonen", "2019-01-01"): 1},
        lines={(2020, "budget", "Bijdrage Platform31"): 20762.0},
    )


GROUPED = (
    department_on_a_line,
    captions_above_repeated_headings,
    theme_on_a_line,
    year_and_month_on_lines,
    first_row_of_each_block,
    name_alone_in_its_column,
    sometimes_empty,
    year_in_the_title_only,
)
