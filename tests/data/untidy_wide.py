"""Wide budgets: a column of amounts for each year, quarter or month, worked out by hand."""

from __future__ import annotations

import openpyxl

from tests.data.reading import builders
from tests.data.reading.builders import Page
from tests.data.untidy_workbooks import Case, Expected, Rows, xlsx


def budget_and_actual_per_year() -> Case:
    """`Begroting 2019 | Realisatie 2019 | Begroting 2020`, in thousands, with a total row."""
    rows: Rows = [
        ["Samenwerking (bedragen x € 1.000)"],
        ["Omschrijving", "Begroting 2019", "Realisatie 2019", "Begroting 2020", "Verschil 2019"],
        ["Bijdrage Platform31", 20.8, "20,5", 21, 0.3],
        ["Onderzoek", 4, None, 5.5, 4],
        [],
        ["Reiskosten", "n.t.b.", "veel", None, None],
        ["Totaal", 24.8, 20.5, 26.5, 4.3],
    ]
    expected = Expected(
        "Blad1", kind="budget", header_row=2, rows=5, accepted=2, rejected=1, layout="wide",
        skipped={"blank": 1, "total": 1},
        columns={
            "Omschrijving": "description", "Begroting 2019": "budget",
            "Realisatie 2019": "actual", "Begroting 2020": "budget",
        },
        ignored=["Verschil 2019"], amount=71800.0,
        fault_cells=[(6, "Realisatie 2019", "veel")],
    )  # fmt: skip
    lines = {
        (2019, "budget", "Bijdrage Platform31"): 20800.0,
        (2019, "actual", "Bijdrage Platform31"): 20500.0,
        (2020, "budget", "Bijdrage Platform31"): 21000.0,
        (2019, "budget", "Onderzoek"): 4000.0,
        (2020, "budget", "Onderzoek"): 5500.0,
    }
    return Case("begroting.xlsx", xlsx({"Blad1": rows}), (expected,), lines=lines)


def years_above_kinds() -> Case:
    """Two heading rows in an .ods: the year above Begroting and Realisatie."""
    rows: Rows = [
        ["", "", 2018.0, "", 2019.0, ""],
        ["Grootboek", "Omschrijving", "Begroting", "Realisatie", "Begroting", "Realisatie"],
        ["4.31", "Advies", 100.0, 90.0, 110.0, ""],
        ["4.32", "Leerkring", "", 10.0, 20.0, 30.0],
    ]
    expected = Expected(
        "Blad1", kind="budget", header_row=2, rows=2, accepted=2, layout="wide", amount=360.0,
        columns={
            "Grootboek": "account", "Omschrijving": "description", "2018 Begroting": "budget",
            "2018 Realisatie": "actual", "2019 Begroting": "budget", "2019 Realisatie": "actual",
        },
    )  # fmt: skip
    lines = {
        (2018, "budget", "Advies"): 100.0,
        (2018, "actual", "Advies"): 90.0,
        (2019, "budget", "Advies"): 110.0,
        (2018, "actual", "Leerkring"): 10.0,
        (2019, "budget", "Leerkring"): 20.0,
        (2019, "actual", "Leerkring"): 30.0,
    }
    return Case("jaren.ods", builders.ods(Page(rows)), (expected,), lines=lines)


def bare_years() -> Case:
    """Bare years as headings of an .xls; the title says that they are budgeted."""
    rows: Rows = [
        ["Meerjarenbegroting 2019-2021, bedragen in euro's"],
        ["Post", 2019.0, 2020.0, 2021.0, "Totaal"],
        ["Platform31", 20762.0, 20762.0, 21000.0, 62524.0],
        ["Totaal", 20762.0, 20762.0, 21000.0, 62524.0],
    ]
    expected = Expected(
        "Blad1", kind="budget", header_row=2, rows=2, accepted=1, skipped={"total": 1},
        layout="wide", amount=62524.0, ignored=["Totaal"],
    )  # fmt: skip
    lines = {(year, "budget", "Platform31"): 20762.0 for year in (2019, 2020)}
    lines[2021, "budget", "Platform31"] = 21000.0
    return Case("meerjaren.xls", builders.xls(Page(rows)), (expected,), lines=lines)


def months_with_the_year_in_the_title() -> Case:
    """Months as bare headings in a .csv, the year and `Realisatie` in the title."""
    text = (
        "Realisatie 2020 samenwerking;;;\r\n"
        "Kostenplaats;Omschrijving;jan;feb;Totaal\r\n"
        "4310;Advies;€ 1.000,50;250;1.250,50\r\n"
        "4320;Onderzoek;;(50,00);-50\r\n"
    )
    expected = Expected(
        "maanden", kind="budget", header_row=2, rows=2, accepted=2, layout="wide", amount=1200.5,
    )  # fmt: skip
    return Case("maanden.csv", text.encode(), (expected,))


def year_only_in_two_headings() -> Case:
    """The year stands only in the headings; department and theme beside the amounts."""
    rows: Rows = [
        ["Afdeling", "Thema", "Begroot 2019", "Realisatie 2019", "Toelichting"],
        ["Sport", "Vitaal", 100, 80, "zie nota"],
        ["Zorg", "Wonen", "1.500,-", None, None],
    ]
    expected = Expected(
        "Blad1", kind="budget", rows=2, accepted=2, layout="wide", amount=1680.0,
        departments=["Sport", "Zorg"],
    )  # fmt: skip
    return Case("afdelingen.xlsx", xlsx({"Blad1": rows}), (expected,))


def quarters_beside_a_year() -> Case:
    """The year in a column of its own, quarters across, and rows without any amount."""
    rows: Rows = [
        ["Jaar", "Omschrijving", "Begroting Q1", "Begroting Q2"],
        [2019, "Advies", 10, 20],
        [2020, "Advies", 30, None],
        [2020, "Onderzoek", None, None],
    ]
    expected = Expected(
        "Blad1", kind="budget", rows=3, accepted=2, rejected=1, layout="wide", amount=60.0,
        fault_cells=[(4, "Begroting Q1", "")],
    )  # fmt: skip
    return Case("kwartalen.xlsx", xlsx({"Blad1": rows}), (expected,))


def undecided_amounts() -> Case:
    """Budgeted or spent, and in which year: what nothing tells is rejected, not guessed."""
    both: Rows = [
        ["Begroting en realisatie"],
        ["Post", 2019, 2020],
        ["Advies", 10, 20],
    ]
    no_year: Rows = [
        ["Begroting"],
        ["Post", "jan", "feb"],
        ["Advies", 10, 20],
    ]
    return Case(
        "bedragen.xlsx",
        xlsx({"Beide": both, "Wanneer": no_year}),
        (
            Expected(
                "Beide", kind="budget", header_row=2, rows=1, rejected=1, layout="wide",
                fault_cells=[(3, "2019", "10"), (3, "2020", "20")],
            ),
            Expected(
                "Wanneer", kind="budget", header_row=2, rows=1, rejected=1, layout="wide",
                fault_cells=[(3, "jan", "10"), (3, "feb", "20")],
            ),
        ),
        lines={},
    )  # fmt: skip


def budget_per_department_and_theme() -> Case:
    """A crosstab of amounts is a budget, in thousands, never so many uses."""
    rows: Rows = [
        ["Begroting 2019 per afdeling en thema (x € 1.000)"],
        ["Afdeling", "Wonen", "Zorg", "Totaal"],
        ["Sport", 1.5, 2, 3.5],
        ["Totaal", 1.5, 2, 3.5],
    ]
    expected = Expected(
        "Blad1", kind="budget", header_row=2, rows=6, accepted=2, skipped={"total": 4},
        layout="crosstab", amount=3500.0, departments=["Sport"], themes=["Wonen", "Zorg"],
    )  # fmt: skip
    return Case("kruis.xlsx", xlsx({"Blad1": rows}), (expected,))


def several_budgets_for_a_year() -> Case:
    """Rekening, two budgets for one year, and a year beside its quarters: nothing counts twice."""
    stages: Rows = [
        ["Omschrijving", "Rekening 2018", "Primitieve begroting 2019", "Stand",
         "Begroting na wijziging 2019", "Begr. 2020", "Saldo 2019"],
        ["Advies", 90, 100, None, 110, 120, 5],
    ]  # fmt: skip
    quarters: Rows = [
        ["Omschrijving", "Realisatie Q1 2019", "Realisatie Q2 2019", "Realisatie 2019"],
        ["Advies", 10, 20, 30],
    ]
    return Case(
        "stadia.xlsx",
        xlsx({"Stadia": stages, "Kwartalen": quarters}),
        (
            Expected(
                "Stadia", kind="budget", rows=1, accepted=1, layout="wide", amount=320.0,
                ignored=["Primitieve begroting 2019", "Stand", "Saldo 2019"],
            ),
            Expected(
                "Kwartalen", kind="budget", rows=1, accepted=1, layout="wide", amount=30.0,
                ignored=["Realisatie 2019"],
            ),
        ),
    )  # fmt: skip


def lists_and_other_tables() -> Case:
    """An ordinary budget list with one odd column, inhabitants, prices of nobody's budget."""
    plain: Rows = [
        ["Jaar", "Omschrijving", "Begroot", "Realisatie", "Prognose 2021"],
        [2019, "Advies", 10, 9, 12],
        [2020, "Advies", 20, None, 12],
    ]
    population: Rows = [
        ["Gemeente", 2018, 2019],
        ["Haarlem", 159709, 161265],
        ["Alkmaar", 108558, 108470],
    ]

    def arrange(book: openpyxl.Workbook) -> None:
        book["Inwoners"].sheet_state = "hidden"

    return Case(
        "lijst.xlsx",
        xlsx({"Lijst": plain, "Inwoners": population}, arrange),
        (
            Expected("Lijst", kind="budget", rows=2, accepted=2, amount=39.0),
            Expected("Inwoners", kind=None, hidden=True),
        ),
    )


WIDE = (
    budget_and_actual_per_year,
    years_above_kinds,
    bare_years,
    months_with_the_year_in_the_title,
    year_only_in_two_headings,
    quarters_beside_a_year,
    undecided_amounts,
    budget_per_department_and_theme,
    several_budgets_for_a_year,
    lists_and_other_tables,
)
