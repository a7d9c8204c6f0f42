"""What the second table of docs/untidy-kinds.md says of a kind is what is done with one of it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from openpyxl.comments import Comment
from openpyxl.styles import Font

from benchmarks.doubtful_kinds import ASKED, DOUBTFUL_KINDS, READ, REFUSED, TOLD
from data.intake.preview import preview_file
from data.settings import Settings
from data.storing.store import open_store
from data.values.results import FilePreview

CASES = Path(__file__).parents[1] / "data" / "import_cases"
HEADINGS = ["Datum", "Afdeling", "Thema", "Uren"]
ROWS = [
    [dt.date(2021, 1, 14), "Vastgoed", "Wonen", 2],
    [dt.date(2021, 2, 18), "Werk", "Mobiliteit", 3],
    [dt.date(2021, 3, 22), "Vastgoed", "Bodem", 4],
    [dt.date(2021, 4, 27), "Beheer", "Wonen", 5],
]
Mark = Callable[[openpyxl.Workbook], None]


def book(rows: list[list[Any]], mark: Mark | None = None) -> bytes:
    made = openpyxl.Workbook()
    for row in rows:
        made.active.append(row)
    if mark:
        mark(made)
    target = BytesIO()
    made.save(target)
    return target.getvalue()


def listed(heading: str = "", cells: tuple[Any, ...] = (), **changed: Any) -> bytes:
    """The list with a column more, or with one cell of its second row changed."""
    rows = [[*row] for row in ROWS]
    heads = HEADINGS.copy()
    for column, cell in changed.items():
        rows[1][heads.index(column)] = cell
    for row, cell in zip(rows, cells, strict=False):
        row.append(cell)
    return book([[*heads, *([heading] if heading else [])], *rows])


def text(before: str, between: str, after: str) -> bytes:
    """A list of two uses as a text, in other lines than those of Excel."""
    rows = [
        ["Datum", "Afdeling", "Thema", "Uren"],
        ["04-02-2019", "Vastgoed", "Wonen", "2,25"],
        ["05-02-2019", "Jeugd", "Zorg", "1,5"],
    ]
    return "".join(f"{before}{between.join(row)}{after}\n" for row in rows).encode()


def headed(heading: str, *cells: Any) -> bytes:
    """The list with other hours under another heading."""
    return book(
        [[*HEADINGS[:3], heading], *([*r[:3], x] for r, x in zip(ROWS, cells, strict=True))]
    )


def dated(*cells: Any, heading: str = "Datum") -> bytes:
    rows = [[cell, *row[1:]] for cell, row in zip(cells, ROWS, strict=False)]
    return book([[heading, *HEADINGS[1:]], *rows])


def marked(change: Callable[[Any], None]) -> bytes:
    return book([HEADINGS, *ROWS], lambda made: change(made.active))


def white(sheet: Any) -> None:
    sheet["A3"].font = Font(color="FFFFFFFF")


def hidden_row(sheet: Any) -> None:
    sheet.row_dimensions[3].hidden = True


def far(sheet: Any) -> None:
    sheet["XFD1048576"] = "x"


def budget(*rows: list[Any]) -> bytes:
    return book([list(row) for row in rows])


def in_days(sheet: Any) -> None:
    for (cell,) in sheet.iter_rows(min_row=2, min_col=4, max_col=4):
        cell.number_format = '0.0 "dagen"'


def noted(cell: str, text: str) -> Callable[[Any], None]:
    """A note at a cell."""

    def mark(sheet: Any) -> None:
        sheet[cell].comment = Comment(text, "")

    return mark


def renamed(sheet: Any) -> None:
    sheet.title = "kladblad"


def as_months(sheet: Any) -> None:
    for month, (cell,) in enumerate(sheet.iter_rows(min_row=2, max_col=1), 2):
        cell.value, cell.number_format = dt.date(2021, month, 1), "mmm-yy"


EXAMPLES: dict[str, str | bytes] = {
    "Rows hidden by hand": marked(hidden_row),
    "Rows struck through": "r06-struck-through.xlsx",
    "Letters as white": marked(white),
    "A cell far from": marked(far),
    "A line between the rows": book([HEADINGS, *ROWS[:2], ["Geannuleerd:"], *ROWS[2:]]),
    "A hidden column beside": "r05-hidden-column.xlsx",
    "Formulas without an outcome": "r01-formula-without-result.xlsx",
    "Real dates that Excel swapped": "r10-swapped-real-dates.xlsx",
    "The same the other way round": dated(
        dt.date(2021, 3, 1), "13-02-2021", dt.date(2021, 4, 3), "25-04-2021"
    ),
    "Midnight in universal time": "r11-utc-midnight.csv",
    "Weeks (": "r12-weeks.xlsx",
    "`t/m 2018`": "r16-vague-years.xlsx",
    "Times of the day, fte": "r4b-fte.xlsx",
    "A form, channel": listed("Vorm", ("advies", "advies", "borrelpraat", "advies")),
    "Hours, participants": listed(Uren="veel"),
    "Two versions of a budget": budget(
        ["Jaar", "Omschrijving", "Bedrag", "Versie"],
        [2020, "P31", 10, "primitief"],
        [2020, "P31", 12, "na wijziging"],
    ),
    "Dates such as `01/04/2021`": dated("01/04/2021", "02/05/2021", heading="Date"),
    "A day of the week": dated("ma 14 januari 2021", "18-02-2021"),
    "Minutes or seconds in": "r4c-minutes-in-heading.xlsx",
    "A unit in the format": marked(in_days),
    "A note at a cell": marked(noted("B3", "niet doorgegaan")),
    "“* = geannuleerd”,": book([["testdata"], [], HEADINGS, *ROWS]),
    "“Voorlopige cijfers”,": book([["Voorlopige cijfers"], [], HEADINGS, *ROWS]),
    "A word beside": book([HEADINGS, ROWS[0], [*ROWS[1], "geannuleerd"], *ROWS[2:]]),
    "A note at a heading": marked(noted("D1", "in dagdelen")),
    "A sheet called": marked(renamed),
    "The first of a month": marked(as_months),
    "`Q1`, `t/m juni`": listed(Afdeling="Q1"),
    "A title or a note": book([["Uren in dagen"], [], HEADINGS, *ROWS]),
    "Use that ends": listed("Einddatum", tuple(dt.date(2022, 1, 5) for _row in ROWS)),
    "Dates in another year": book([["Gebruik 2019"], [], HEADINGS, *ROWS]),
    "Hours in several": book(
        [[*HEADINGS[:3], "Uren Jan", "Uren Piet"], *([*row, row[3] + 1] for row in ROWS)]
    ),
    "More hours than a": headed("Uren", 90, 120, 60, 45),
    "Times such as": headed("Duur", "1:30", "2:00", "0:45", "3:15"),
    "Periods by their": dated("2021-P01", "2021-P05", "2021-P12", "2021-P11"),
    "`2021-1` up": dated("2021-1", "2021-2", "2021-3", "2021-4"),
    "Day numbers that": dated(1012021, 7052021, 15122021, 9122021),
    "`mei 22` and": dated("mei 22", "mei 23", "mei 24", "mei 25"),
    "`Datum invoer`,": dated(*(row[0] for row in ROWS), heading="Datum invoer"),
    "`Factuurdatum`,": dated(*(row[0] for row in ROWS), heading="Factuurdatum"),
    "Money or months": headed("Uren/dagen", 1, 2, 3, 4),
    "`1.250` or": listed(Uren="1.250"),
    "Quarters of an hour": headed("Uren x 1.000", 0.002, 0.004, 0.008, 0.01),
    "A column of its own with the unit:": listed("Eenheid", ("uur", "dagen", "uur", "dagen")),
    "`1.30` under": headed("Uren (uu.mm)", "1.30", "0.45", "2.00", "3.15"),
    "`1.30` and": headed("Uren", "1.30", "0.45", "2.15", "3.30"),
    "A status,": "r07-status-cancelled.xlsx",
    "A column that says who agreed": listed("Akkoord", ("ja", "nee", "ja", "ja")),
    "Rows of another supplier": listed("Leverancier", ("Platform31", "Berenschot") * 2),
    "Rows of several municipalities": listed("Gemeente", ("Haarlem", "Zaanstad") * 2),
    "Any other column that sorts": listed("Kleur", ("rood", "groen", "rood", "groen")),
    "Weeks or quarters by": dated("2021-12", "2021-23", "2021-31", "2021-44", heading="Week"),
    "Dates such as `19-05-04`": dated("21-05-04", "21-06-17", "21-07-23", "21-08-30"),
    "Both orders": dated("13/02/2021", "02/14/2021", "03/04/2021"),
    "`Duur` with": headed("Duur", 60, 90, 30, 120),
    "“rood = niet doorgegaan”": book([["rood = niet doorgegaan"], [], HEADINGS, *ROWS]),
    "A row to try": listed(Afdeling="test", Thema="test"),
    "A list or a sheet that names another": book([HEADINGS, *ROWS[:2], ["Zaanstad"], *ROWS[2:]]),
    "Hours that were asked for": headed("Toegezegde uren", 1, 4, 2, 4),
    "`Uren` that add up": headed("Uren", 2, 5, 9, 14),
    "A column of its own with the unit of amounts": budget(
        ["Jaar", "Omschrijving", "Begroot", "Eenheid"],
        [2020, "Bijdrage Platform31", 20.8, "x 1.000 euro"],
    ),
    "Hours of the municipality itself": headed("Uren per week", 1, 2, 3, 4),
    "Hours of another year": headed("Uren 2020", 1, 2, 3, 4),
    "“alle afdelingen”": listed(Afdeling="alle afdelingen"),
    "`Ø`, `n = 12`": listed(Afdeling="waarvan direct"),
    "Another figure beside": book(
        [["Gebruik 2021"], ["Afdeling", "Wonen", "Zorg", "fte"], ["A", 2, 1, 3], ["B", 1, 2, 3]]
    ),
    "The name of a person": listed(Afdeling="J. de Vries"),
    "A second column of": listed("Samen met", ("Beheer", "", "", "")),
    "A list without headings": book([*ROWS]),
    "An offer, a plan": "s22-offer-is-no-use.xlsx",
    "A register of something else": "r92-topdesk.csv",
    "A crosstab with `x`": "r30-crosstab-x.xlsx",
    "Days of so many hours": headed("Dagen (à 7,2 uur)", 1, 2, 3, 4),
    "0,0625 under hours": headed("Uren", 0.0625, 0.125, 0.25, 0.0625),
    "A crosstab with both checks": book(
        [["Gebruik 2021"], ["Afdeling", "Wonen", "Bodem"], ["A", "v", "x"], ["B", "x", "v"]]
    ),
    "A legend below a crosstab": book(
        [
            ["Gebruik 2021"],
            ["Afdeling", "Wonen", "Bodem"],
            ["A", "x", "x"],
            ["B", "x", "x"],
            [],
            ["x = heeft interesse"],
        ]
    ),
    "A list with a column to tick per theme": book(
        [
            ["Datum", "Afdeling", "Onderwerp", "Wonen", "Bodem"],
            [dt.date(2021, 1, 4), "A", "advies", "x", ""],
            [dt.date(2021, 2, 4), "B", "vraag", "", "x"],
        ]
    ),
    "A list with a column to tick per form": listed("Advies", ("x", "x", "x", "x")),
    "Several departments or themes": "r20-several-departments.xlsx",
    "`2x Vastgoed`": listed(Afdeling="2x Vastgoed"),
    "A rare name with": listed(Afdeling="Vastgoed en Veiligheid"),
    "Look-ups of SharePoint": listed(Thema="3;#Wonen"),
    "A choice of a form": listed(Afdeling="Vastgoed;"),
    "Paths,": listed(Afdeling="Fysiek > Vastgoed"),
    "A code before or behind": "r24-code-before-name.xlsx",
    "`idem`": "r23-ditto.xlsx",
    "A D/C column": "r47-debit-credit-sign.xlsx",
    "Both sides of every": "s27-double-entry.xlsx",
    "Hours of the municipality beside": "s20-hours-of-both.xlsx",
    "Another column that might": listed("Uren werkelijk", (1, 2, 3, 4)),
    "A sheet that holds the rows": "r70-copied-sheet.xlsx",
    "A row of use that adds": book(
        [["Jaar", "Afdeling", "Thema", "Uren"]]
        + [
            [2021, name, "Wonen", hours]
            for name, hours in zip("ABCDE", (1, 2, 4, 3, 10), strict=True)
        ]
    ),
    "A crosstab with rows of uses": book(
        [["Gebruik 2021"], ["Afdeling", "Thema", "Soort", "Q1", "Q2"]]
        + [["A", "Wonen", kind, 1, 3] for kind in ("aantal", "deelnemers")]
    ),
    "A crosstab with a domain": book(
        [
            ["Gebruik 2021"],
            ["Afdeling", "Wonen", "Zorg", "Bodem"],
            ["Sociaal domein", 3, 4, 4],
            ["Jeugd", 1, 2, 3],
            ["Wmo", 2, 2, 1],
        ]
    ),
    "A crosstab in which every": book(
        [["Gebruik 2021"], ["Afdeling", "Thema", "Q1", "Q2", "Q3", "Q4"]]
        + [[name, "Wonen", 1, 3, 4, 8] for name in ("A", "B", "C")]
    ),
    "A crosstab of shares": book(
        [["Gebruik"], ["Afdeling", "Wonen", "Zorg"], *([x, 40, 60] for x in "ABC")]
    ),
    "A crosstab of `t/m": book(
        [["Gebruik t/m 2021"], ["Afdeling", "Wonen", "Bodem"], ["A", 1, 2], ["B", 3, 1]]
    ),
    "Letters in signs": listed(Afdeling="Co%C3%B6rdinatie"),
    "A column of a crosstab that": book(
        [
            ["Aantal gebruik 2021"],
            ["Afdeling", "Wonen", "Zorg", "Sociaal", "Bodem"],
            ["A", 2, 1, 3, 1],
            ["B", 1, 2, 3, 2],
            ["C", 4, 1, 5, 1],
        ]
    ),
    "An own list without a column": book(
        [["Afdeling: Vastgoed"], [], ["Datum", "Thema", "Uren"], *([r[0], *r[2:]] for r in ROWS)]
    ),
    "A column whose answers tell": listed("Hoe", ("rechtstreeks", "themagroep") * 2),
    "A crosstab of costs without": book(
        [["Kosten 2021"], ["Afdeling", "Wonen", "Bodem"], ["A", 100, 200], ["B", 300, 150]]
    ),
    "The municipality itself": listed(Afdeling="Gemeente Haarlem"),
    "A column without a heading": listed(
        "Afgerond", tuple(dt.date(2022, 1, n) for n in (1, 2, 3, 4))
    ),
    "Rows that are alike": "s2d-repeated-rows.xlsx",
    "Hours or an amount merged": "r88-merged-hours.xlsx",
    "Totals of levels": "r81-levels-of-budget.xlsx",
    "Columns up to a moment": "r83-cumulative-columns.xlsx",
    "`Σ` as a total": "s08-crosstab-sigma.xlsx",
    "The unit in the name": "r85-unit-in-sheet-name.xlsx",
    "Records beside each other": "r8c-fields-down.xlsx",
    "Department and theme both": "s14-two-levels-of-lines.xlsx",
    "`geen advies`": listed("Vorm", ("advies", "geen advies", "leerkring", "advies")),
    "People who were invited": listed("Aantal uitgenodigde deelnemers", (1, 2, 3, 4)),
    "Lines in quotes as a whole": "r51-line-in-quotes.csv",
    "Macintosh,": "r54-macintosh.csv",
    "Texts in single or curly": text("'", "','", "'"),
    "Numbers of rows": text("", ";", "").replace(b"\n04", b"\n1;04").replace(b"\n05", b"\n2;05"),
    "The table in a mail": text("", "\n", ""),
    "A stray byte": text("", ";", "").replace(b"Jeugd", "Financiën".encode())
    + "06-02-2019;Coördinatie;Wonen;1\n".encode("cp1252"),
    "Marks of a web page": text("", ";", "").replace(b"Vastgoed", b"<div>Vastgoed</div>"),
    "JSON,": b'[{"Datum": "04-02-2019", "Uren": 2}]',
    "One sheet beyond": "t06-one-wide-sheet.xlsx",
    "`Plan` and `Realisatie`": book(
        [
            ["Gebruik Platform31"],
            ["Afdeling", "Plan 2021", "Realisatie 2021"],
            ["Vastgoed", 4, 6],
            ["Wonen", 3, 5],
        ]
    ),
    "A sheet without a table": book([["Naam", "Kleur"], ["a", "rood"], ["b", "groen"]]),
}


def kind_of(beginning: str) -> tuple[str, str, str]:
    (found,) = [kind for kind in DOUBTFUL_KINDS if kind[0].startswith(beginning)]
    return found


def done_with(preview: FilePreview) -> set[str]:
    """What was done with a file, in the words of the table; `told` besides `read right`."""
    sheets = preview.sheets
    done = set()
    if preview.error or any(s.rejected or s.reason for s in sheets):
        done.add(REFUSED)
    if any(q.answer is None for s in sheets for q in s.questions):
        done.add(ASKED)
    if any(s.remarks for s in sheets):
        done.add(TOLD)
    if any(s.accepted for s in sheets) and not any(s.rejected for s in sheets):
        done.add(READ)
    return done


@pytest.mark.parametrize("beginning", EXAMPLES)
def test_the_table_tells_what_is_done(beginning: str) -> None:
    example = EXAMPLES[beginning]
    name = example if isinstance(example, str) else "gebruik platform31.xlsx"
    content = (CASES / example).read_bytes() if isinstance(example, str) else example
    store = open_store("sqlite://")
    preview = preview_file(content, name, store=store, settings=Settings())
    store.close()
    _kind, word, _how = kind_of(beginning)
    assert word in done_with(preview)


def test_most_kinds_have_an_example() -> None:
    assert len(EXAMPLES) >= 0.7 * len(DOUBTFUL_KINDS)
