"""Cells merged downwards."""

from __future__ import annotations

from data.cells.cell import Cell
from data.recognising import fill_merged
from data.values.grid import MergedRange, Sheet

Rows = list[list[Cell]]


def filled(rows: Rows, *merged: MergedRange, first_row: int = 1, first_column: int = 1) -> Rows:
    sheet = Sheet("B", rows, first_row=first_row, first_column=first_column, merged=merged)
    return fill_merged(sheet).rows


def test_the_value_is_repeated_downwards() -> None:
    rows: Rows = [["Jeugd", 1], ["", 2], ["", 3], ["", 4]]
    assert filled(rows, MergedRange(1, 1, 3, 1)) == [
        ["Jeugd", 1],
        ["Jeugd", 2],
        ["Jeugd", 3],
        ["", 4],
    ]


def test_only_in_the_first_column_of_a_block() -> None:
    rows: Rows = [["a", "", 1], ["", "", 2]]
    assert filled(rows, MergedRange(1, 1, 2, 2)) == [["a", "", 1], ["a", "", 2]]


def test_cells_merged_across_stay() -> None:
    rows: Rows = [["Titel", "", ""], ["a", "b", "c"]]
    assert filled(rows, MergedRange(1, 1, 1, 3)) == rows


def test_rows_and_columns_count_from_the_offsets() -> None:
    rows: Rows = [["x", "Jeugd"], ["y", ""]]
    found = filled(rows, MergedRange(5, 4, 6, 4), first_row=5, first_column=3)
    assert found == [["x", "Jeugd"], ["y", "Jeugd"]]


def test_short_rows_are_lengthened() -> None:
    rows: Rows = [["x", "", "Jeugd"], ["y"]]
    assert filled(rows, MergedRange(1, 3, 2, 3)) == [["x", "", "Jeugd"], ["y", "", "Jeugd"]]


def test_a_row_without_content_of_its_own_stays_blank() -> None:
    rows: Rows = [["Jeugd", 1], ["", ""], []]
    assert filled(rows, MergedRange(1, 1, 3, 1), MergedRange(1, 2, 2, 2)) == rows


def test_ranges_outside_the_grid_do_no_harm() -> None:
    rows: Rows = [["a"], ["b"]]
    assert filled(rows, MergedRange(7, 1, 9, 1), MergedRange(1, 1, 900_000, 1)) == [["a"], ["b"]]


def test_the_sheet_itself_is_not_changed() -> None:
    rows: Rows = [["Jeugd", 1], ["", 2]]
    sheet = Sheet("B", rows, merged=(MergedRange(1, 1, 2, 1),))
    assert fill_merged(sheet).rows[1] == ["Jeugd", 2]
    assert sheet.rows == [["Jeugd", 1], ["", 2]]
