from __future__ import annotations

import codecs

import pytest

from data.cells.cell import ErrorCell
from data.cells.text import clean_text
from data.reading import read_file
from data.settings import Settings
from data.values.grid import Sheet
from data.values.unreadable import UnreadableFileError
from tests.data.reading.builders import SETTINGS
from texts import use_language

TABLE = [["Afdeling", "Uren"], ["Coördinatie €", "7,5"], ["Jeugd", "'0,10"]]
TEXT = "Afdeling;Uren\r\nCoördinatie €;7,5\r\nJeugd;'0,10\r\n"


def read(text: str | bytes, settings: Settings = SETTINGS) -> Sheet:
    content = text.encode() if isinstance(text, str) else text
    (sheet,) = read_file(content, "gebruik 2018.csv", settings)
    return sheet


def refusal(text: str | bytes, settings: Settings = SETTINGS) -> str:
    with pytest.raises(UnreadableFileError) as raised, use_language("en"):
        read(text, settings)
    with use_language("en"):
        return str(raised.value)


@pytest.mark.parametrize(
    "content",
    [
        TEXT.encode(),
        codecs.BOM_UTF8 + TEXT.encode(),
        TEXT.encode("cp1252"),
        codecs.BOM_UTF16_LE + TEXT.replace(";", "\t").encode("utf-16-le"),
        codecs.BOM_UTF16_BE + TEXT.encode("utf-16-be"),
        TEXT.replace("\r\n", "\n").encode(),
        TEXT.replace("\r\n", "\r").encode(),
    ],
    ids=["utf-8", "utf-8 mark", "windows", "excel unicode", "utf-16 big", "lf", "cr"],
)
def test_encodings_and_line_ends(content: bytes) -> None:
    assert read(content) == Sheet("gebruik 2018", TABLE)


CASES: dict[str, tuple[str, list[list[str]]]] = {
    "values stay text": ("a;b\n1;2019-04-03\nTRUE;\n", [["a", "b"], ["1", "2019-04-03"], ["TRUE"]]),
    "blank lines keep the row numbers": ("\n\na;b\n\n1;2\n", [[], [], ["a", "b"], [], ["1", "2"]]),
    "rows of nothing but delimiters": (";;\na;b;\n;;\n;;\n", [[], ["a", "b"]]),
    "a line break in quotes is one row": (
        'a;b\n"x\r\ny";1\nz;2\n',
        [["a", "b"], ["x\r\ny", "1"], ["z", "2"]],
    ),
    "doubled quotes": ('a;b\n"zeg ""ja""";1\n', [["a", "b"], ['zeg "ja"', "1"]]),
    "a quote inside a cell": (
        'a;b\n5" buis;1\n6" buis;2\n',
        [["a", "b"], ['5" buis', "1"], ['6" buis', "2"]],
    ),
    "a quoted last line without an end": ('a;b\n1;"x\ny"', [["a", "b"], ["1", "x\ny"]]),
    "the delimiter is told": ("sep=|\na;b|c\n1|2\n", [["a;b", "c"], ["1", "2"]]),
    "the delimiter is told, as a tab": ("SEP=\t\r\na;b\tc\r\n", [["a;b", "c"]]),
    "rows of unequal length": ("a;b;c\n1\n1;2\n", [["a", "b", "c"], ["1"], ["1", "2"]]),
    "one column": ("Afdeling\nJeugd\n", [["Afdeling"], ["Jeugd"]]),
}


@pytest.mark.parametrize(("text", "rows"), CASES.values(), ids=CASES)
def test_rows(text: str, rows: list[list[str]]) -> None:
    assert read(text) == Sheet("gebruik 2018", rows)


def test_error_texts_become_error_cells() -> None:
    codes = ["#N/B", "#VERW!", "#NAAM?", "#DEEL/0!", "#WAARDE!", "#GETAL!", "#LEEG!", "#OVERLOOP!"]
    codes += ["#N/A", "#REF!", "#NAME?", "#DIV/0!", "#VALUE!", "#NUM!", "#NULL!", "#SPILL!"]
    codes += ["Err:502", "########"]
    sheet = read("code;uren\n" + "".join(f"{code};1\n" for code in codes))
    assert [row[0] for row in sheet.rows[1:]] == codes
    assert all(type(row[0]) is ErrorCell for row in sheet.rows[1:])


@pytest.mark.parametrize("text", ["#1", "#REF! staat hier", "n/b", "Fout: 502", "# ##", "E", ""])
def test_other_texts_do_not(text: str) -> None:
    (row,) = read(f"{text};x\n").rows
    assert type(row[0]) is str


def test_the_last_dot_ends_the_name_of_the_sheet() -> None:
    (sheet,) = read_file(b"a;b\n", "/home/jan/Gebruik v1.2.txt", SETTINGS)
    assert sheet.name == "Gebruik v1.2"


def test_a_quotation_mark_that_is_never_closed() -> None:
    text = 'a;b\n1;2\n3;"Advies\n5;6\n7;8\n'
    assert refusal(text).startswith("Row 3 of “gebruik 2018.csv” opens a quotation mark that is")


@pytest.mark.parametrize(
    "text", ["Coördinatie;Zürich\n", "Café;Reünie\n", "Één;crèche\n", "jeugd;België\n"]
)
@pytest.mark.parametrize("encoding", ["cp850", "mac_roman", "cp1252", "utf-16-le", "utf-16-be"])
def test_characters_of_another_system(text: str, encoding: str) -> None:
    assert read(text.encode(encoding)).rows == [text.strip().split(";")]


@pytest.mark.parametrize("encoding", ["cp1252", "iso8859_15", "cp858", "mac_roman"])
def test_euros_of_another_system(encoding: str) -> None:
    text = "Bijdrage;€ 1.234,50\nCoördinatie;€ 7\n"
    assert read(text.encode(encoding)).rows == [["Bijdrage", "€ 1.234,50"], ["Coördinatie", "€ 7"]]


UTF8 = "Financiën;Coördinatie;3\n"
STRAYS = {
    "a line of another file": (UTF8.encode() + "Café é;b;1\n".encode("cp1252"), "Café é"),
    "one byte": (UTF8.encode() + b"Caf\xe9;b;1\n", "Café"),
    "after a mark": (codecs.BOM_UTF8 + UTF8.encode() + b"Caf\xe9 \xeb;b;1\n", "Café ë"),
    "cut off within a letter": (UTF8.encode() + "Café".encode()[:-1], "Caf\ufffd"),
    "one that Windows does not know": (UTF8.encode() + b"Caf\x81;b;1\n", "Caf\ufffd"),
}


@pytest.mark.parametrize(("content", "name"), STRAYS.values(), ids=STRAYS)
def test_stray_bytes_in_utf8(content: bytes, name: str) -> None:
    rows = read(content).rows
    assert (rows[0], rows[1][0]) == (["Financiën", "Coördinatie", "3"], name)


FILLED = {
    "behind the text": TEXT.encode() + bytes(4_000),
    "within a cell": (20 * TEXT).encode().replace(b"Jeugd", b"Jeugd\0", 1),
    "of four bytes a sign": TEXT.encode("utf-32"),
    "and of a mark that was encoded twice": (codecs.BOM_UTF8 + TEXT.encode()).decode("cp1252"),
}


@pytest.mark.parametrize("content", FILLED.values(), ids=FILLED)
def test_zeros_are_no_text(content: str | bytes) -> None:
    assert [[clean_text(cell) for cell in row] for row in read(content).rows[:2]] == TABLE[:2]


def test_quotes_of_windows_are_no_letters_of_a_macintosh() -> None:
    text = "“Woord”;jeugd’s\n"
    assert read(text.encode("cp1252")).rows == [["“Woord”", "jeugd’s"]]


def test_characters_that_nobody_knows() -> None:
    assert "neither UTF-8 nor Windows text" in refusal(b"a\xff\xfeb;c\x81\x8d\xffd\n")


SPOILT = {
    "encoded twice": ("CoÃ¶rdinatie;â‚¬ 5;jeugdâ€™s\n", ["Coördinatie", "€ 5", "jeugd’s"]),
    "entities": ("Werk &amp; Inkomen;Co&ouml;rdinatie;b&#246;\n",
                 ["Werk & Inkomen", "Coördinatie", "bö"]),
    "entities of entities": ("Werk &amp;amp; Inkomen;Co&amp;ouml;rdinatie\n",
                             ["Werk & Inkomen", "Coördinatie"]),
    "no entity": ("AT&T;R&D;Ã\n", ["AT&T", "R&D", "Ã"]),
    "no entity, though it begins like one": ("Wonen &regie;Stad&regio;x\n",
                                             ["Wonen &regie", "Stad&regio", "x"]),
}  # fmt: skip


@pytest.mark.parametrize(("text", "cells"), SPOILT.values(), ids=SPOILT)
def test_texts_that_another_program_spoilt(text: str, cells: list[str]) -> None:
    assert read(text).rows == [cells]


QUOTED = {
    "every line": '"a;b;c"\n"1;2;3"\n"4;""5;6"";7"\n',
    "the lines under the headings": 'a;b;c\n"1;2;3"\n"4;""5;6"";7"\n',
}


@pytest.mark.parametrize("text", QUOTED.values(), ids=QUOTED)
def test_lines_in_quotes(text: str) -> None:
    assert read(text).rows == [["a", "b", "c"], ["1", "2", "3"], ["4", "5;6", "7"]]


SMALL = Settings(max_rows=3, max_columns=2, max_cell_length=5)
LIMITS = {
    "rows": ("a\n1\n2\n3\n", "more than the 3 rows"),
    "columns": ("a;b;c\n1;2;3\n", "more than the 2 columns"),
    "length": ("a;b\n1;tekst6\n", "Row 2 of sheet “gebruik 2018” of “gebruik 2018.csv” has a cell"),
}


@pytest.mark.parametrize(("text", "sentence"), LIMITS.values(), ids=LIMITS)
def test_limits(text: str, sentence: str) -> None:
    assert sentence in refusal(text, SMALL)


def test_what_just_fits_the_limits() -> None:
    assert read("a;b;;\n1;vijf5\n2\n\n;;;\n\n", SMALL).rows == [["a", "b"], ["1", "vijf5"], ["2"]]


def test_a_line_of_ten_megabytes() -> None:
    assert "Row 2 of sheet" in refusal(b"a;b\n" + b"x" * 10_000_000 + b"\n1;2\n")
    assert "1,000 columns" in refusal(b"x;" * 5_000_000)


def test_a_million_empty_lines_cost_nothing() -> None:
    assert read("a;b\n" + ";\n" * 1_000_000).rows == [["a", "b"]]
