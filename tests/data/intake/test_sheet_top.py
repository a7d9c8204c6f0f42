from __future__ import annotations

import datetime as dt

from data.cells.cell import Cell
from data.columns import USAGE
from data.intake.sheet_top import MAX_ROWS, MAX_TEXT, MAX_WIDTH, top_of
from data.values.found_table import Table
from data.values.grid import Sheet
from data.values.results import Top


def test_the_first_rows_stand_as_a_reader_sees_them() -> None:
    rows: list[list[Cell]] = [["Titel"], [], [dt.date(2019, 4, 3), 7.5, "a\nb", "\u00a0", ""]]
    top = top_of(Sheet("Blad1", rows, first_row=3, first_column=2), None)
    assert top == Top(3, 2, (("Titel",), (), ("03-04-2019", "7.5", "a b")), 3)


def test_an_empty_sheet_has_an_empty_top() -> None:
    assert top_of(Sheet("Blad1", []), None) == Top(rows=())


def test_a_heading_row_that_stands_deep_is_among_the_rows() -> None:
    sheet = Sheet("Blad1", [[f"rij {n}"] for n in range(1, 301)])
    top = top_of(sheet, Table(USAGE, 200, ()))
    assert top.rows[200 - top.first_row] == ("rij 200",)
    assert len(top.rows) == MAX_ROWS
    assert top_of(sheet, Table(USAGE, 20, ())).first_row == 1


def test_only_a_piece_of_a_large_sheet_is_kept() -> None:
    top = top_of(Sheet("Blad1", [["x" * 1_000] * 500] * 100), None)
    assert (len(top.rows), len(top.rows[0]), top.width) == (MAX_ROWS, MAX_WIDTH, 500)
    assert len(top.rows[0][0]) == MAX_TEXT
