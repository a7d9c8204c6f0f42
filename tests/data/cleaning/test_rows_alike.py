"""Rows of a list that are equal in all that is stored of them."""

from __future__ import annotations

import pytest

from data import columns as c
from data.cleaning.name_matching import KnownNames
from data.settings import Settings
from data.values.grid import Sheet
from tests.data.one_sheet import read_sheet

_HEADINGS = "Datum;Afdeling;Thema;Onderwerp;Uren;Deelnemers"


def _alike(*rows: str) -> int:
    cells = [row.split(";") for row in (_HEADINGS, *rows)]
    sheet = read_sheet(Sheet("Gebruik", cells), known=KnownNames(), settings=Settings())
    told = [remark for remark in sheet.remarks if remark.code == "rows_alike"]
    return int(str(told[0].values["n"])) if told else 0


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        # Each later copy of a row counts once, blanks and cells that say nothing included.
        (("1-2-2021;Wonen;Energie;Vraag;2;3",) * 3, 2),
        (("1-2-2021;Wonen;Energie;Vraag;2;", "1-2-2021;Wonen;Energie;Vraag;2;-"), 1),
        (("1-2-2021;Wonen;Energie;Vraag;2;", "1-2-2021;Wonen;Energie;vraag ;2;"), 0),
        (("1-2-2021;Wonen;Energie;Vraag;2;", "01-02-2021;Wonen;Energie;Vraag ;2,0;"), 1),
        # One other value of whatever column, and they are two uses.
        (("1-2-2021;Wonen;Energie;Vraag;2;3", "1-2-2021;Wonen;Energie;Vraag;2;4"), 0),
        (("1-2-2021;Wonen;Energie;Vraag;2;3", "2-2-2021;Wonen;Energie;Vraag;2;3"), 0),
        (("1-2-2021;Wonen;Energie;Vraag 1;2;3", "1-2-2021;Wonen;Energie;Vraag 2;2;3"), 0),
        # A day, a department and a theme alone tell too little to call two rows alike.
        (("1-2-2021;Wonen;Energie;;;",) * 2, 0),
    ],
)
def test_rows_are_alike_when_all_that_is_stored_is(rows: tuple[str, ...], expected: int) -> None:
    assert _alike(*rows) == expected


def test_texts_that_differ_in_every_row_end_the_search(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    looked_at: list[str] = []
    monkeypatch.setattr(
        "data.intake.read_table.rows_alike", lambda _records, kind: looked_at.append(kind) or 0
    )
    _alike("1-2-2021;Wonen;Energie;Eén;2;3", "1-2-2021;Wonen;Energie;Twee;2;3")
    assert not looked_at
    _alike("1-2-2021;Wonen;Energie;Eén;2;3", "1-2-2021;Wonen;Energie;Eén;2;3")
    assert looked_at == [c.USAGE]
