"""Which rows under the headings are records, and why the others are not."""

from __future__ import annotations

import datetime as dt

import pytest

from data.cells.cell import Cell, ErrorCell
from data.recognising import classify_rows, find_table
from data.values.grid import Sheet

DAY = dt.date(2018, 3, 4)
Rows = list[list[Cell]]

HEADINGS: list[Cell] = [
    "Nr.", "Datum", "Afdeling", "Thema", "Onderwerp", "Uren", "Deelnemers", "Opmerking",
]  # fmt: skip
RECORD: list[Cell] = [1.0, DAY, "Jeugd", "Wonen", "Kamerverhuur", 3.0, 2, ""]
OTHER: list[Cell] = [2.0, DAY, "Sport", "Energie", "Zonnepanelen", 4.5, 1, "nabellen"]

BUDGET_HEADINGS: list[Cell] = ["Jaar", "Soort", "Omschrijving", "Bedrag", "Opmerking"]
LINE: list[Cell] = [2018, "begroting", "Contributie", 20762.0, ""]


def kinds_of(rows: Rows, headings: list[Cell]) -> list[str | None]:
    sheet = Sheet("Blad1", [headings, *rows])
    table = find_table(sheet)
    assert table is not None
    return classify_rows(sheet, table)


# One row between two records.
BETWEEN: list[tuple[str, list[Cell], str | None]] = [
    ("a record", RECORD, None),
    ("nothing", [], "blank"),
    ("empty cells", ["", "", ""], "blank"),
    ("white space", [" ", "\u00a0", "\u200b"], "blank"),
    ("dashes", ["-", "-", "-", "–", "-"], "blank"),
    ("a drawn line", ["", "------------", "-------"], "blank"),
    ("a number beforehand", [3.0], "blank"),
    ("a formula's zero", [3.0, "", "", "", "", 0.0, 0], "blank"),
    ("a lookup of nothing, in a column that is not needed", [3.0, *[""] * 6, ErrorCell("#N/A")],
     "blank"),
    ("headings", HEADINGS, "repeated_header"),
    ("headings without the last ones", HEADINGS[:5], "repeated_header"),
    ("headings in capitals", [str(x).upper() for x in HEADINGS], "repeated_header"),
    ("headings said otherwise", ["Nr", "Dat.", "Afd.", "Thema", "Onderw.", "Aantal uren"],
     "repeated_header"),
    ("Totaal in the date column", ["", "Totaal", "", "", "", 7.5], "total"),
    ("Totaal in the first column", ["Totaal", "", "", "", "", 7.5], "total"),
    ("Subtotaal in the department column", ["", "", "Subtotaal", "", "", 7.5], "total"),
    ("Sub-totaal in the theme column", ["", "", "", "Sub-totaal", "", 7.5], "total"),
    ("Totaal in the subject column", ["", "", "", "", "Totaal", 7.5], "total"),
    ("Totaal in a column that is not needed", ["", "", "", "", "", 7.5, 3, "Totaal"], "total"),
    ("Totaal beyond the table", [*[""] * 5, 7.5, 3, "", "", "totaal"], "total"),
    ("Totaal where date and theme are filled", ["", DAY, "Totaal", "Wonen", "", 7.5], "total"),
    ("Totaal in the date column, the rest filled", ["", "Totaal", "Jeugd", "Wonen", "", 7.5],
     "total"),
    ("Eindtotaal", ["", "Eindtotaal"], "total"),
    ("Generaal totaal", ["", "Generaal totaal", "", "", "", 7.5], "total"),
    ("Som", ["", "Som", "", "", "", 7.5], "total"),
    ("Som van uren", ["", "", "", "", "Som van uren", 7.5], "total"),
    ("a year's total", ["", "Totaal 2018", "", "", "", 7.5], "total"),
    ("a domain's total", ["", "", "Totaal sociaal domein", "", "", 7.5], "total"),
    ("as Excel's subtotals put it", ["", "", "Jeugd Totaal", "", "", 7.5], "total"),
    ("a label with a colon", ["", "Totaal:", "", "", "", 7.5], "total"),
    ("a label with its measure", ["", "TOTAAL UREN", "", "", "", 7.5], "total"),
    ("a label with its number", ["", "Totaal aantal uren: 7,5"], "total"),
    ("Total", ["", "Total", "", "", "", 7.5], "total"),
    ("Totale uren", ["", "Totale uren", "", "", "", 7.5], "total"),
    ("T o t a a l", ["", "T o t a a l", "", "", "", 7.5], "total"),
    ("an average", ["", "Gemiddeld", "", "", "", 3.75], "total"),
    ("an average cut short", ["", "Gem.", "", "", "", 3.75], "total"),
    ("a count", ["", "Aantal", "", "", "", 2], "total"),
    ("a department of the municipality", ["", "", "Gem. Haarlem", "", "", 2], None),
    ("headings of another table", ["", "Afdeling", "Uren"], "repeated_header"),
    ("Grand total", ["", "", "Grand Total", "", "", 7.5], "total"),
    ("Subtotal", ["", "", "Subtotal 2018", "", "", 7.5], "total"),
    ("numbers that add up", ["", "", "", "", "", 3.0, 2], "total"),
    ("numbers that do not add up", ["", "", "", "", "", 99.0, 2], None),
    ("a subject that starts with Totaal", ["", DAY, "Jeugd", "Wonen", "Totaal overzicht van", 1.0],
     None),
    ("a compound with totaal", ["", DAY, "Jeugd", "Wonen", "Totaalaanpak wonen", 1.0], None),
    ("a subject that is Totaal, all else filled", ["", DAY, "Jeugd", "Wonen", "Totaal", 1.0], None),
    ("a remark Totaal, all else filled", [*RECORD[:7], "Totaal"], None),
    ("a broken record with such a subject", ["", "", "Jeugd", "Wonen", "Totaal overzicht", 1.0],
     None),
    ("a compound in a broken record", ["", "", "Jeugd", "", "Totaalbeeld van de stad", 1.0], None),
    ("no date", ["", "", "Jeugd", "Wonen", "Huren", 2.0], None),
    ("no department", [4.0, DAY, "", "Wonen"], None),
    ("an error as date", ["", ErrorCell("#REF!"), "Jeugd", "Wonen"], None),
    ("an impossible date", ["", "31-02-2019", "Jeugd", "Wonen"], None),
    ("a department alone", ["", "", "Jeugd"], None),
    ("a remark only", [*[""] * 7, "zie mail"], "note"),
    ("text beyond the table", [*[""] * 9, "nog navragen"], "note"),
    ("a note with a star", ["", "* voorlopige cijfers"], "note"),
    ("a note in the subject column", ["", "", "", "", "NB: uren geschat"], "note"),
    ("a source", ["Bron: urenregistratie"], "note"),
    ("a sentence in the date column", ["", "Hieronder de aanvragen na de zomer"], "note"),
]  # fmt: skip


@pytest.mark.parametrize(("row", "kind"), [x[1:] for x in BETWEEN], ids=[x[0] for x in BETWEEN])
def test_a_row_between_two_records(row: list[Cell], kind: str | None) -> None:
    assert kinds_of([RECORD, row, OTHER], HEADINGS) == [None, kind, None]


BELOW: list[tuple[str, list[Cell], str | None]] = [
    ("a line of text", ["", "Opgave van de afdelingen zelf"], "note"),
    ("a single word", ["", "", "Concept"], "note"),
    ("a label and a value", ["", "Opgesteld door:", "J. Jansen"], "note"),
    ("a label and a date", ["", "Peildatum", dt.date(2019, 1, 1)], "note"),
    ("a count", ["", "Aantal adviezen", 25.0], "note"),
    ("a total below", ["", "Totaal", "", "", "", 7.5, 3], "total"),
    ("a total without a word", ["", "", "", "", "", 7.5, 3], "total"),
    ("a broken record", ["", "onbekend", "Jeugd"], None),
    ("a broken record of three", ["", "", "Jeugd", "Wonen", "Huren"], None),
    ("a date alone", ["", DAY], None),
]


# One row above headings that come back.
ABOVE_HEADINGS: list[tuple[str, list[Cell], str | None]] = [
    ("the title of the next table", ["", "Gebruik 2019"], "note"),
    ("a page number", ["Gemeente Haarlem", "Pagina 2 van 3"], "repeated_header"),
    ("a broken record", ["", "", "Jeugd", "Wonen"], None),
    ("a date that cannot be", ["", "31-02-2019", "Jeugd"], None),
]


@pytest.mark.parametrize(
    ("row", "kind"), [x[1:] for x in ABOVE_HEADINGS], ids=[x[0] for x in ABOVE_HEADINGS]
)
def test_a_row_above_headings_that_come_back(row: list[Cell], kind: str | None) -> None:
    title: list[Cell] = ["Gemeente Haarlem", "Pagina 1 van 3"]
    sheet = Sheet("Blad1", [title, HEADINGS, RECORD, [], row, [], HEADINGS, OTHER])
    table = find_table(sheet)
    assert table is not None
    expected = [None, "blank", kind, "blank", "repeated_header", None]
    assert classify_rows(sheet, table) == expected


@pytest.mark.parametrize(("row", "kind"), [x[1:] for x in BELOW], ids=[x[0] for x in BELOW])
def test_a_row_below_the_last_record(row: list[Cell], kind: str | None) -> None:
    assert kinds_of([RECORD, OTHER, [], row], HEADINGS) == [None, None, "blank", kind]


IN_A_BUDGET: list[tuple[str, list[Cell], str | None]] = [
    ("a line", LINE, None),
    ("no year", ["", "begroting", "Contributie", 5.0], None),
    ("Totaal", ["", "", "Totaal", 20762.0], "total"),
    ("Totaal with a year and a kind", [2018, "begroting", "Totaal", 20762.0], "total"),
    ("Totaal lasten", [2018, "", "Totaal lasten", 20762.0], "total"),
    ("Totaal in the kind column", [2018, "Totaal", "", 20762.0], "total"),
    ("Totaal in the year column", ["Totaal 2018", "", "", 20762.0], "total"),
    ("Saldo", [2018, "", "Saldo", 0.5], "total"),
    ("Saldo van baten en lasten", [2018, "", "Saldo van baten en lasten", 0.5], "total"),
    ("a compound with totaal", [2018, "begroting", "Totaalpakket advies", 5.0], None),
    ("a package in two words", [2018, "begroting", "Totaal pakket advies", 5.0], None),
    ("a remark Totaal", [2018, "begroting", "Contributie", 5.0, "Totaal"], None),
    ("headings", BUDGET_HEADINGS, "repeated_header"),
    ("nothing", ["", "", " "], "blank"),
    ("an amount that adds up", ["", "", "", 20762.0], "total"),
    ("a note", ["", "", "", "", "bedragen excl. btw"], "note"),
]


@pytest.mark.parametrize(
    ("row", "kind"), [x[1:] for x in IN_A_BUDGET], ids=[x[0] for x in IN_A_BUDGET]
)
def test_a_row_of_a_budget(row: list[Cell], kind: str | None) -> None:
    assert kinds_of([LINE, row, LINE], BUDGET_HEADINGS) == [None, kind, None]


def test_rows_run_down_to_the_last_row_with_content() -> None:
    rows: Rows = [RECORD, [], [*[""] * 12, "x"], ["", " "], []]
    assert kinds_of(rows, HEADINGS) == [None, "blank", "note"]


def test_an_empty_template_has_no_rows() -> None:
    assert kinds_of([], HEADINGS) == []
    assert kinds_of([[1.0], [2.0]], HEADINGS) == ["blank", "blank"]


def test_subtotals_and_a_grand_total_without_words() -> None:
    rows: Rows = [
        RECORD,
        OTHER,
        [*[""] * 5, 7.5],
        RECORD,
        [*[""] * 5, 3.0],
        [*[""] * 5, 10.5],
    ]
    assert kinds_of(rows, HEADINGS) == [None, None, "total", None, "total", "total"]


def test_unlabelled_total_of_text_cells() -> None:
    headings: list[Cell] = ["Datum", "Afdeling", "Thema", "Uren"]
    rows: Rows = [
        ["3-4-2018", "Jeugd", "Wonen", "1.200,5"],
        ["4-4-2018", "Jeugd", "Wonen", "7,5"],
        ["", "", "", "1.208"],
    ]
    assert kinds_of(rows, headings) == [None, None, "total"]


def test_both_rows_of_a_two_row_heading_repeated() -> None:
    heading: Rows = [
        ["Datum", "Afdeling", "Thema", "Inzet", ""],
        ["", "", "", "Uren", "Deelnemers"],
    ]
    record: list[Cell] = [DAY, "Jeugd", "Wonen", 3.0, 2]
    sheet = Sheet("Blad1", [*heading, record, *heading, record])
    table = find_table(sheet)
    assert table is not None
    found = classify_rows(sheet, table)
    assert found == [None, "repeated_header", "repeated_header", None]


def test_offsets_of_the_sheet_do_not_matter() -> None:
    sheet = Sheet("Blad1", [["Titel"], HEADINGS, RECORD, ["", "Totaal"]], first_row=9)
    table = find_table(sheet)
    assert table is not None
    assert table.header_row == 10
    assert classify_rows(sheet, table) == [None, "total"]


def test_headings_in_a_second_language() -> None:
    rows: Rows = [["Date", "Department", "Theme"], [DAY, "Jeugd", "Wonen"]]
    assert kinds_of(rows, ["Datum", "Afdeling", "Thema"]) == ["repeated_header", None]


def test_a_title_repeated_on_the_next_page() -> None:
    headings: list[Cell] = ["Afdeling", "Datum", "Thema"]
    record: list[Cell] = ["Jeugd", DAY, "Wonen"]
    title: list[Cell] = ["Gebruik Platform31"]
    sheet = Sheet("Blad1", [title, headings, record, title, headings, record])
    table = find_table(sheet)
    assert table is not None
    assert classify_rows(sheet, table) == [None, "repeated_header", "repeated_header", None]


def test_formulas_that_work_out_the_year_of_an_empty_date() -> None:
    headings: list[Cell] = ["Datum", "Jaar", "Kwartaal", "Afdeling", "Thema"]
    rows: Rows = [[DAY, 2018, "Q1", "Jeugd", "Wonen"], ["", 1900, "Q1"], ["", 2018, "", "Jeugd"]]
    assert kinds_of(rows, headings) == [None, "blank", None]


def test_use_with_a_year_for_a_date() -> None:
    headings: list[Cell] = ["Jaar", "Kwartaal", "Afdeling", "Thema", "Omschrijving"]
    rows: Rows = [
        [2018, "Q1", "Jeugd", "Wonen", "Totaal overzicht"],
        [2018, "", "Totaal", "", ""],
        ["Totaal 2018"],
    ]
    assert kinds_of(rows, headings) == [None, "total", "total"]
