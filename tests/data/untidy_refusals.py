"""Files that are refused or asked about, worked out by hand."""

from __future__ import annotations

import datetime as dt
from io import BytesIO

import openpyxl

from tests.data.untidy_workbooks import Case, Expected, Rows, xlsx

DAY = dt.date(2020, 6, 1)


def two_known_names() -> Case:
    """What was read in before: two departments with the same initials."""
    rows: Rows = [["Datum", "Afdeling", "Thema", "Uren"]]
    rows += [[DAY, name, "Energie", 1] for name in ("Wonen en Zorg", "Werk en Zekerheid")]
    return Case("eerder.xlsx", xlsx({"Blad1": rows}), (Expected("Blad1", rows=2, accepted=2),))


def initials_of_two_names() -> Case:
    """Initials that both departments have, and a name that is written in full."""
    rows: Rows = [["Datum", "Afdeling", "Thema", "Uren"]]
    rows += [[DAY, "WZ", "Energie", 2], [DAY, "Wonen & zorg", "Energie", 3]]
    expected = Expected(
        "Blad1", rows=2, accepted=1, rejected=1, hours=3, departments=[],
        fault_cells=[(2, "Afdeling", "WZ")],
    )  # fmt: skip
    return Case("letters.xlsx", xlsx({"Blad1": rows}), (expected,))


def half_a_workbook() -> Case:
    """A workbook of which the second half got lost on its way."""
    content = xlsx({"Blad1": [["Datum", "Afdeling", "Thema"], [DAY, "Wonen", "Woningmarkt"]]})
    return Case("half.xlsx", content[: len(content) // 2], ())


def an_open_quotation_mark() -> Case:
    """A quotation mark that is never closed swallows every row below it."""
    text = (
        "Datum;Afdeling;Thema;Uren\n"
        "03-04-2019;Wonen;Energie;1\n"
        '04-04-2019;Wonen;"Energie;2\n'
        "05-04-2019;Wonen;Energie;3\n"
    )
    return Case("aanhaling.csv", text.encode(), ())


def a_web_page_called_xls() -> Case:
    """What many systems call an Excel export."""
    page = "<html><body><h1>Gebruik Platform31</h1><p>Er is niets gevonden.</p></body></html>"
    return Case("uitdraai.xls", page.encode(), ())


def a_cell_far_away() -> Case:
    """A forgotten full stop in the last cell that Excel has."""
    book = openpyxl.Workbook()
    for row in (["Datum", "Afdeling", "Thema", "Uren"], [DAY, "Wonen", "Energie", 1]):
        book.active.append(row)
    book.active["XFD1048576"] = "."
    target = BytesIO()
    book.save(target)
    return Case("ver.xlsx", target.getvalue(), ())
