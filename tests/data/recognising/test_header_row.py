"""Where the heading row stands, and on which sheets there is none."""

from __future__ import annotations

import datetime as dt

import pytest

from data.cells.cell import Cell, ErrorCell
from data.recognising import find_table
from data.values.grid import MergedRange, Sheet
from data.values.hints import Said

DAY = dt.date(2018, 3, 4)
Rows = list[list[Cell]]

RECORD: list[Cell] = [DAY, "Jeugd", "Wonen", 3.0]
SHORT: list[Cell] = ["Datum", "Afdeling", "Thema", "Uren"]
BUDGET: list[Cell] = ["Jaar", "Omschrijving", "Bedrag"]
LINE: list[Cell] = [2018, "Contributie", 20762.0]

FOUND = [
    ("first row", [SHORT, RECORD], "usage", 1),
    (
        "an English date beside a topic",
        [["Activity date", "Department name", "Topic", "Description"], ["5 Jan 2019", *"abc"]],
        "usage",
        1,
    ),
    (
        "year and month in figures",
        [["Periode", "Afdeling", "Thema"], [201904, *RECORD[1:3]]],
        "usage",
        1,
    ),
    (
        "bookkeeping periods",
        [["Periode", "Afdeling", "Thema"], ["2019 P05", *RECORD[1:3]]],
        "usage",
        1,
    ),
    ("days in figures", [["Moment", "Afdeling", "Thema"], ["20190403", *RECORD[1:3]]], "usage", 1),
    (
        "two records and a total",
        [
            ["Jaar", "Afdeling", "Thema"],
            [2018, "Jeugd", "Zorg"],
            [2019, "Sport", "Wonen"],
            ["Totaal"],
        ],
        "usage",
        1,
    ),
    (
        "two records and a source",
        [SHORT, RECORD, [DAY, "Sport", "Zorg", 1.0], ["", "Bron: eigen registratie"]],
        "usage",
        1,
    ),
    (
        "under a title that names department and theme",
        [["Overzicht gebruik Platform31 per afdeling en thema"], SHORT, RECORD],
        "usage",
        2,
    ),
    ("under blank rows", [[], [], ["", ""], SHORT, RECORD], "usage", 4),
    (
        "under title, note and filter line",
        [["Gemeente Haarlem"], ["Stand per 1-1-2019"], ["Jaar:", 2018], [], SHORT, RECORD],
        "usage",
        5,
    ),
    (
        "under labels and values side by side",
        [["Afdeling:", "Jeugd", "Thema:", "Wonen"], [], SHORT, RECORD],
        "usage",
        3,
    ),
    (
        "under labels and values that name all columns",
        [["Datum:", "alle", "Afdeling:", "Concern", "Thema:", "alle"], [], SHORT, RECORD],
        "usage",
        3,
    ),
    (
        "headings that explain themselves",
        [
            [
                "Datum (dag waarop het advies is gegeven)",
                "Naam van de afdeling die de vraag stelde",
                "Thema (kies uit de lijst op het tabblad Lijsten)",
            ],
            RECORD,
        ],
        "usage",
        1,
    ),
    ("from column D", [["", "", "", *SHORT], ["", "", "", *RECORD]], "usage", 1),
    ("in another order", [["Thema", "Uren", "Datum", "Afd."], ["W", 3.0, DAY, "J"]], "usage", 1),
    ("an empty template", [["Invulformulier"], SHORT], "usage", 2),
    ("a template with numbered rows", [["Nr.", *SHORT], [1.0], [2.0]], "usage", 1),
    ("headings repeated below", [SHORT, RECORD, SHORT, RECORD], "usage", 1),
    (
        "a year and a quarter instead of a date",
        [["Jaar", "Kwartaal", "Afdeling", "Thema"], [2018, "Q1", "Jeugd", "Wonen"]],
        "usage",
        1,
    ),
    (
        "years among the headings",
        [["Datum", "Afdeling", "Thema", 2018.0, 2019.0], [DAY, "Jeugd", "Wonen", "x", ""]],
        "usage",
        1,
    ),
    (
        "a small table above the large one",
        [
            ["Jaar", "Thema"],
            [2018, 12],
            [],
            ["Datum", "Afdeling", "Thema", "Vorm", "Uren"],
            [DAY, "Jeugd", "Wonen", "advies", 3.0],
        ],
        "usage",
        4,
    ),
    (
        "a line of text, then the table in English",
        [
            ["Use of Platform31"],
            ["Date", "Department", "Theme"],
            ["3 Mar 2018", "Youth", "Housing"],
        ],
        "usage",
        2,
    ),
    (
        "all faulty values",
        [SHORT, ["onbekend", "Jeugd", "", ""], ["31-02-2019", "", "Wonen", "x"]],
        "usage",
        1,
    ),
    (
        "cells with errors",
        [SHORT, [ErrorCell("#N/A"), "Jeugd", "Wonen", 3.0], RECORD],
        "usage",
        1,
    ),
    ("text cells as in csv", [SHORT, ["3-4-2018", "Jeugd", "Wonen", "7,5"]], "usage", 1),
    ("budget", [["Begroting 2018"], [], BUDGET, LINE], "budget", 3),
    (
        "budget and actual in columns",
        [["Boekjaar", "Post", "Begroot", "Werkelijk"], [2018, "P31", 20762, 20762]],
        "budget",
        1,
    ),
    (
        "budget with department and theme",
        [
            ["Jaar", "Afdeling", "Thema", "Begroting", "Realisatie"],
            [2018, "Wonen", "Wonen", 3.0, 4.0],
        ],
        "budget",
        1,
    ),
    (
        "budget dates only",
        [["Boekdatum", "Omschrijving", "Bedrag €"], ["3-4-2018", "Factuur", "€ 540.000,--"]],
        "budget",
        1,
    ),
    (
        "use with costs stays use",
        [["Datum", "Afdeling", "Thema", "Uren", "Kosten"], [DAY, "Jeugd", "Wonen", 3.0, 100.0]],
        "usage",
        1,
    ),
    (
        "use with an amount and no hours",
        [["Datum", "Afdeling", "Thema", "Bedrag"], [DAY, "Jeugd", "Wonen", 100.0]],
        "usage",
        1,
    ),
    (
        "a dropdown list beside the table",
        [
            ["Afdeling", "Domein", "", *SHORT],
            ["Jeugd", "sociaal", "", *RECORD],
            ["Wonen", "fysiek", "", *RECORD],
        ],
        "usage",
        1,
    ),
]


@pytest.mark.parametrize(("rows", "kind", "row"), [x[1:] for x in FOUND], ids=[x[0] for x in FOUND])
def test_finds_the_heading_row(rows: Rows, kind: str, row: int) -> None:
    table = find_table(Sheet("Blad1", rows))
    assert table is not None
    assert (table.kind, table.header_row) == (kind, row)


NOT_FOUND = [
    ("nothing", []),
    ("blank rows", [[], ["", " "]]),
    ("a lookup list", [["Afdeling", "Domein"], ["Jeugd", "sociaal"], ["Wonen", "fysiek"]]),
    (
        "lists for dropdowns",
        [
            ["Afdeling", "Thema", "Vorm", "Kanaal", "Deel"],
            ["Jeugd", "Wonen", "advies", "direct", "algemeen"],
            ["Sport", "Energie", "onderzoek", "netwerk", "maatwerk"],
        ],
    ),
    (
        "lists for dropdowns with years",
        [
            ["Afdeling", "Thema", "Jaar"],
            ["Jeugd", "Wonen", 2018],
            ["Sport", "Energie", 2019],
            ["Vastgoed", "Jeugd", ""],
            ["Financiën", "", ""],
        ],
    ),
    (
        "an explanation",
        [
            ["Kolom", "Betekenis"],
            ["Datum", "De dag van het gebruik"],
            ["Afdeling", "De afdeling die de vraag stelde"],
            ["Thema", "Kies uit de lijst"],
        ],
    ),
    (
        "an explanation under real headings",
        [
            ["Datum", "Afdeling", "Thema"],
            [
                "De dag waarop het advies is gegeven of de bijeenkomst was",
                "Kies uit de lijst de afdeling die de vraag aan Platform31 heeft gesteld, dus niet "
                "de afdeling die de contributie betaalt of die het overleg voorzit.",
                "Kies uit de lijst",
            ],
        ],
    ),
    (
        "a pivot table",
        [["Rijlabels", "Som van Uren"], ["Jeugd", 12.0], ["Eindtotaal", 12.0]],
    ),
    (
        "a pivot table in columns",
        [["Jaar", "Afdeling", "Thema", "Som van Uren"], [2018, "Jeugd", "Wonen", 12.0]],
    ),
    ("a summary by year", [["Afdeling", "Thema", 2018, 2019], ["Jeugd", "Wonen", 3, 4]]),
    (
        "a questionnaire",
        [
            ["Vraag", "Antwoord"],
            ["Welke afdeling?", "Jeugd"],
            ["Welk thema?", "Wonen"],
            ["Datum?", DAY],
        ],
    ),
    (
        "prose that names the columns",
        [
            ["Vul per gebruik de datum, de afdeling en het thema in."],
            ["Noem ook het bedrag en het jaar."],
        ],
    ),
    (
        "a date and an amount amid prose",
        [["Datum", "3 maart 2019", "Bedrag", "€ 500"], ["Wij bevestigen uw opdracht."]],
    ),
    ("a letter with two words in a row", [["Datum", "Bedrag"], ["zie hieronder", "zie bijlage"]]),
    ("people", [["Naam", "E-mail", "Afdeling"], ["Jan", "jan@example.nl", "Jeugd"]]),
    (
        "use without a theme, with hours and costs",
        [["Datum", "Afdeling", "Uren", "Kosten"], [DAY, "Jeugd", 3.0, 100.0]],
    ),
    ("numbers only", [[1.0, 2.0, 3.0], [4.0, 5.0, 6.0]]),
    (
        "doubtful words for both names",
        [["Date", "User", "Category"], [DAY, "jan", "login"], [DAY, "piet", "login"]],
    ),
]


@pytest.mark.parametrize("rows", [x[1] for x in NOT_FOUND], ids=[x[0] for x in NOT_FOUND])
def test_finds_no_table(rows: Rows) -> None:
    assert find_table(Sheet("Blad1", rows)) is None


def texts(sheet: Sheet) -> list[str]:
    table = find_table(sheet)
    assert table is not None
    return [heading.text for heading in table.headings]


def test_two_rows_make_one_heading() -> None:
    rows: Rows = [
        ["Datum", "Afdeling", "Thema", "Inzet", ""],
        ["", "", "", "Uren", "Deelnemers"],
        [DAY, "Jeugd", "Wonen", 3.0, 12],
    ]
    table = find_table(Sheet("Blad1", rows))
    assert table is not None
    assert table.header_row == 2
    assert table.columns == {
        "Datum": "date",
        "Afdeling": "department",
        "Thema": "theme",
        "Inzet Uren": "hours",
        "Inzet Deelnemers": "participants",
    }


def test_merged_groups_above_the_headings() -> None:
    rows: Rows = [
        ["Gebruik Platform31"],
        ["", "Wie", "", "Wat", ""],
        ["Datum", "Afdeling", "Domein", "Thema", "Vorm"],
        [DAY, "Jeugd", "sociaal", "Wonen", "advies"],
    ]
    merged = (MergedRange(1, 1, 1, 5), MergedRange(2, 2, 2, 3), MergedRange(2, 4, 2, 5))
    table = find_table(Sheet("Blad1", rows, merged=merged))
    assert table is not None
    assert table.header_row == 3
    assert [h.text for h in table.headings] == [
        "Datum",
        "Afdeling",
        "Domein",
        "Thema",
        "Vorm",
    ]


def test_a_title_just_above_is_no_part_of_the_headings() -> None:
    rows: Rows = [["Gebruik 2018", "", "", ""], SHORT, RECORD]
    merged = (MergedRange(1, 1, 1, 3),)
    assert texts(Sheet("Blad1", rows)) == SHORT
    assert texts(Sheet("Blad1", rows, merged=merged)) == SHORT


def test_a_title_over_several_cells_is_no_part_of_the_headings() -> None:
    assert texts(Sheet("Blad1", [["Platform31", "Gebruik", "2018"], SHORT, RECORD])) == SHORT


def test_column_numbers_under_the_headings() -> None:
    table = find_table(Sheet("Blad1", [SHORT, [1.0, 2.0, 3.0, 4.0], RECORD]))
    assert table is not None
    assert table.header_row == 2
    assert [h.text for h in table.headings] == SHORT


def test_units_under_the_headings() -> None:
    rows: Rows = [
        ["Datum", "Afdeling", "Thema", "Inzet", "Kosten"],
        ["(dd-mm-jjjj)", "", "", "(uren)", "€"],
        [DAY, "Jeugd", "Wonen", 3.0, 100.0],
    ]
    table = find_table(Sheet("Blad1", rows))
    assert table is not None
    assert table.header_row == 2
    assert table.columns == {
        "Datum (dd-mm-jjjj)": "date",
        "Afdeling": "department",
        "Thema": "theme",
        "Inzet (uren)": "hours",
        "Kosten €": "amount",
    }


def test_headings_merged_downwards_over_two_rows() -> None:
    rows: Rows = [
        ["Datum", "Afdeling", "Thema", "Omvang", ""],
        ["Datum", "Afdeling", "Thema", "Uren", "Deelnemers"],
        RECORD,
    ]
    merged = (
        MergedRange(1, 1, 2, 1),
        MergedRange(1, 2, 2, 2),
        MergedRange(1, 3, 2, 3),
        MergedRange(1, 4, 1, 5),
    )
    table = find_table(Sheet("Blad1", rows, merged=merged))
    assert table is not None
    assert table.header_row == 2
    assert list(table.columns) == ["Datum", "Afdeling", "Thema", "Uren", "Deelnemers"]


def test_groups_give_equal_headings_their_meaning() -> None:
    rows: Rows = [
        ["", "", "Begroting", "", "Realisatie", ""],
        ["Jaar", "Post", "Bedrag", "Datum besluit", "Bedrag", "Bron"],
        [2018, "Contributie", 20762, "", 20762, ""],
    ]
    table = find_table(Sheet("Blad1", rows))
    assert table is not None
    assert table.header_row == 2
    assert table.columns["Begroting Bedrag"] == "budget"
    assert table.columns["Realisatie Bedrag"] == "actual"


def test_a_first_record_of_texts_is_no_second_heading_row() -> None:
    rows: Rows = [
        ["Datum", "Afdeling", "Thema", "Via", "Opmerking"],
        ["onbekend", "Jeugd", "Wonen", "Jan Jansen", "Uren volgen"],
        [DAY, "Jeugd", "Wonen", "Piet", ""],
    ]
    table = find_table(Sheet("Blad1", rows))
    assert table is not None
    assert table.header_row == 1


def test_positions_and_row_numbers_follow_the_offsets_of_the_sheet() -> None:
    sheet = Sheet("Blad1", [["", *SHORT], ["", *RECORD]], first_row=7, first_column=3)
    table = find_table(sheet)
    assert table is not None
    assert table.header_row == 7
    assert [h.position for h in table.headings] == [1, 2, 3, 4]


def test_heading_text_is_folded_to_one_line() -> None:
    rows: Rows = [["Datum", "Afdeling", "Thema", "Aantal\n  uren\u00a0P31"], RECORD]
    assert texts(Sheet("Blad1", rows))[-1] == "Aantal uren P31"


def test_a_kind_can_be_asked_for() -> None:
    rows: Rows = [["Datum", "Afdeling", "Thema", "Bedrag"], [DAY, "Jeugd", "Wonen", 100.0]]
    sheet = Sheet("Blad1", rows)
    asked = find_table(sheet, Said(kind="budget"))
    assert asked is not None
    assert asked.kind == "budget"
    assert find_table(Sheet("Blad1", [BUDGET, LINE]), Said(kind="usage")) is None


def test_a_sheet_named_budget_holds_a_budget() -> None:
    rows: Rows = [["Jaar", "Afdeling", "Thema", "Bedrag"], [2018, "Jeugd", "Wonen", 100.0]]
    named, plain = find_table(Sheet("Begroting", rows)), find_table(Sheet("Blad1", rows))
    assert named is not None
    assert plain is not None
    assert (named.kind, plain.kind) == ("budget", "usage")


def test_searching_leaves_the_sheet_as_it_was() -> None:
    rows: Rows = [[" Datum", "Afd.", "Thema "], [DAY, "Jeugd", "Wonen"]]
    sheet = Sheet("Blad1", [list(row) for row in rows])
    find_table(sheet)
    assert sheet.rows == rows
