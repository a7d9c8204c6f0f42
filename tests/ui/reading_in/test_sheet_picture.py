from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from html.parser import HTMLParser

import pytest

from data.columns import DATE, DEPARTMENT, HOURS, USAGE
from data.values.found_table import Heading, Table
from data.values.results import SheetResult, Top
from texts import use_language
from ui.reading_in.sheet_picture import (
    MAX_COLUMNS,
    MAX_ROWS,
    column_letter,
    heading_row_label,
    in_words,
    picture,
    shown_rows,
)

TOP = Top(1, 2, (("Titel",), (), ("Datum", "Wie", "<b>x</b>", "Uren"), ("3-4-2019", "JOS")), 4)
HEADINGS = (
    Heading(0, "Datum", DATE),
    Heading(1, "Wie", DEPARTMENT, "remembered"),
    Heading(2, "<b>x</b>", None, "ignored"),
    Heading(3, "Uren", HOURS, "chosen"),
)
SHEET = SheetResult("Blad <1>", table=Table(USAGE, 3, HEADINGS), top=TOP)


@pytest.fixture(autouse=True)
def _in_dutch() -> Iterator[None]:
    with use_language("nl"):
        yield


class Reader(HTMLParser):
    """The cells of a table, row by row, and the class of each row."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.rows: list[list[str]] = []
        self.classes: list[str | None] = []
        self.tags: set[str] = set()
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        if tag == "tr":
            self.rows.append([])
            self.classes.append(dict(attrs).get("class"))
        if tag in ("th", "td"):
            self.rows[-1].append("")

    def handle_data(self, data: str) -> None:
        if self.rows:
            self.rows[-1][-1] += data


@pytest.mark.parametrize(
    ("number", "letter"),
    [(1, "A"), (26, "Z"), (27, "AA"), (52, "AZ"), (703, "AAA"), (16384, "XFD")],
)
def test_letters_of_columns_are_those_of_excel(number: int, letter: str) -> None:
    assert column_letter(number) == letter


def test_the_picture_tells_of_every_column_what_it_was_read_as() -> None:
    read = Reader(picture(SHEET))
    assert read.rows == [
        ["Rij", "B", "C", "D", "E"],
        ["Gelezen als", "✓ Datum", "✓ Afdelingonthouden van een eerdere upload", "niet nodig",
         "✓ Urendoor u gekozen"],
        ["1", "Titel", "", "", ""],
        ["2", "", "", "", ""],
        ["▸ 3 koppen", "Datum", "Wie", "<b>x</b>", "Uren"],
        ["4", "3-4-2019", "JOS", "", ""],
    ]  # fmt: skip
    assert read.classes == [None, "meanings", None, None, "headings", None]


def test_nothing_of_the_file_becomes_markup() -> None:
    nasty = "<script>alert(1)</script>"
    top = replace(TOP, rows=((nasty, '"><img src=x onerror=alert(1)>'),))
    html = picture(replace(SHEET, sheet=f'"{nasty}', top=top))
    assert Reader(html).tags <= {
        "div", "table", "caption", "thead", "tbody", "tr", "th", "td", "b", "small"
    }  # fmt: skip


def test_a_screen_reader_hears_what_the_picture_shows() -> None:
    assert in_words(SHEET) == (
        "Het begin van blad Blad <1>; de koppen staan in rij 3. "
        "Gelezen: B Datum; C Afdeling; E Uren."
    )
    assert in_words(replace(SHEET, table=None)).endswith("er zijn geen koppen herkend.")


def test_a_sheet_without_a_table_shows_its_rows_alone() -> None:
    read = Reader(picture(replace(SHEET, table=None)))
    assert len(read.rows) == 1 + len(TOP.rows)
    assert set(read.classes) == {None}


def test_a_deep_heading_row_is_shown_with_some_rows_around_it() -> None:
    top = Top(1, 1, tuple((f"rij {n}",) for n in range(1, 41)), 1)
    shown = shown_rows(replace(SHEET, top=top, table=Table(USAGE, 20, HEADINGS)))
    assert [row.number for row in shown] == list(range(15, 15 + MAX_ROWS))
    assert [row.number for row in shown if row.carries_headings] == [20]


def test_a_wide_sheet_is_cut_off() -> None:
    top = Top(1, 1, (("x",) * 50,), 50)
    assert len(Reader(picture(replace(SHEET, top=top))).rows[0]) == 1 + MAX_COLUMNS


def test_a_row_is_offered_by_its_number_and_what_stands_in_it() -> None:
    assert heading_row_label(3, TOP.rows[2]) == "3: Datum | Wie | <b>x</b> | Uren"
    assert heading_row_label(12, ["x" * 100], length=10) == "12: xxxxxxxxx…"
