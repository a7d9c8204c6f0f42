"""What remains of a text, and how a cell is shown."""

from __future__ import annotations

import datetime as dt

import pytest

from data.cells.cell import Cell, ErrorCell
from data.cells.text import cell_text, clean_text, is_empty, is_error, shorten


@pytest.mark.parametrize(
    ("text", "clean"),
    [
        ("  Jeugd  en\nSport ", "Jeugd en Sport"),
        ("Jeugd\u00a0en\u202fSport", "Jeugd en Sport"),
        ("\ufeffVast\u200bgoed\u00ad", "Vastgoed"),
        ("'2019", "2019"),
        ("'s-Hertogenbosch", "'s-Hertogenbosch"),
        ("'t Hof", "'t Hof"),
        ("Financie\u0308n", "Financiën"),
        ("regel_x000D_\nregel", "regel regel"),
        ("", ""),
    ],
)
def test_text_is_cleaned(text: str, clean: str) -> None:
    assert clean_text(text) == clean


@pytest.mark.parametrize("text", ["", "-", "--", "–", "n.v.t.", "NVT", "geen", "onbekend", "?"])
def test_nothing_to_fill_in_is_empty(text: str) -> None:
    assert is_empty(text)


@pytest.mark.parametrize("text", ["0", "nee", "x", "Geen idee", "- 5"])
def test_something_is_not_empty(text: str) -> None:
    assert not is_empty(text)


@pytest.mark.parametrize(
    ("cell", "error"),
    [
        (ErrorCell("#N/A"), True),
        (ErrorCell("iets"), True),
        ("#N/B", True),
        ("#VERW!", True),
        (" #REF! ", True),
        ("#DEEL/0!", True),
        ("########", True),
        ("#1", False),
        ("C# en #hashtag", False),
        ("", False),
        (5, False),
    ],
)
def test_errors_of_the_spreadsheet_are_seen(cell: Cell, error: bool) -> None:
    assert is_error(cell) is error


@pytest.mark.parametrize(
    ("cell", "text"),
    [
        ("31-02-2019 ", "31-02-2019 "),
        (12, "12"),
        (12.0, "12"),
        (-7.5, "-7.5"),
        (0.00001, "0.00001"),
        (123456789012.0, "123456789012"),
        (True, "WAAR"),
        (dt.date(2019, 4, 3), "03-04-2019"),
        (dt.datetime(2019, 4, 3), "03-04-2019"),
        (dt.datetime(2019, 4, 3, 9, 5), "03-04-2019 09:05"),
        (dt.time(7, 30), "07:30"),
        (dt.timedelta(hours=31, minutes=30), "31:30"),
        (ErrorCell("#N/A"), "#N/A"),
    ],
)
def test_cell_is_shown_as_it_stood(cell: Cell, text: str) -> None:
    assert cell_text(cell) == text


def test_long_text_is_shortened() -> None:
    assert shorten("a" * 61) == "a" * 59 + "…"
    assert shorten("a" * 60) == "a" * 60


ESCAPED = ["Co%C3%B6rdinatie", "Co%c3%b6rdinatie", "Co=C3=B6rdinatie", "Co\\u00f6rdinatie",
           "Co&oumlrdinatie", "Co&#246rdinatie", "Co&ouml;rdinatie"]  # fmt: skip


@pytest.mark.parametrize("text", ESCAPED)
def test_letters_that_a_program_wrote_in_signs(text: str) -> None:
    assert clean_text(text) == "Coördinatie"


SPOILT = {
    '<div class="ExternalClass1A">Werk en Inkomen</div>': "Werk en Inkomen",
    "<p>Werk en <b>Inkomen</b></p>": "Werk en Inkomen",
    "Werk%20en%20Inkomen": "Werk en Inkomen",
    "Wonen%2FZorg": "Wonen/Zorg",
    "Financi=EBn": "Financiën",
}


@pytest.mark.parametrize(("text", "meant"), SPOILT.items())
def test_what_a_web_page_or_a_mail_put_in_a_text(text: str, meant: str) -> None:
    assert clean_text(text) == meant


AS_TYPED = [
    "<leeg>",
    "<Platform31>",
    "a < b > c",
    "10%20",
    "100%25",
    "x=ED",
    "50%C",
    "A=B",
    "100%",
    "R&D",
    "R&Dacute",
    "C:\\users",
    "%C3%28",
    "x=C3",
    "\\u0000",
]


@pytest.mark.parametrize("text", AS_TYPED)
def test_signs_that_are_no_letter_stay(text: str) -> None:
    assert clean_text(text) == text
