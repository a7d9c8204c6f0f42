from __future__ import annotations

import pytest

from data.cells.cell import Cell
from data.mending.mark import TITLE, Mark, MarkedSheet, find_mark, runs_of, taken_apart
from data.values.grid import Sheet
from data.values.marks import Marks
from data.values.unreadable import UnreadableFileError

MARK = Mark(
    "a" * 64, "gebruik.xlsx", (MarkedSheet("Blad1", "Blad1", 2, "Rij", "Wat"),), "Toelichting"
)


def hidden(mark: Mark = MARK) -> Sheet:
    return Sheet(TITLE, [list(row) for row in mark.rows()], hidden=True)


def mended(*rows: list[Cell], name: str = "Blad1", first_column: int = 2) -> Sheet:
    return Sheet(name, list(rows), first_column=first_column)


HEADINGS: list[Cell] = ["Datum", "Afdeling", "Rij", "Wat"]


def test_the_mark_is_read_back() -> None:
    assert find_mark([Sheet("Blad1", [["Datum"]]), hidden()]) == MARK


@pytest.mark.parametrize("rows", [[], [[]], [["x", "y"]], [[3.0]]])
def test_another_workbook_has_no_mark(rows: list[list[Cell]]) -> None:
    assert find_mark([Sheet(TITLE, rows)]) is None


def test_what_was_added_is_taken_out_and_each_row_knows_where_it_came_from() -> None:
    sheet = mended(
        ["Gebruik 2018"],
        HEADINGS,
        ["03-04-2018", "Vastgoed", 7.0],
        ["31-02-2018", "Vastgoed", 9, "geen datum"],
        ["een nieuwe rij"],
    )
    (found,) = taken_apart([Sheet("Toelichting", [["Doe dit"]]), sheet, hidden()], MARK)
    assert found.sheet.rows == [
        ["Gebruik 2018"],
        ["Datum", "Afdeling"],
        ["03-04-2018", "Vastgoed"],
        ["31-02-2018", "Vastgoed"],
        ["een nieuwe rij"],
    ]
    assert [found.origin(row) for row in (3, 4, 5)] == [7, 9, None]


def test_rows_that_the_file_hides_stay_hidden_and_a_filter_hides_no_others() -> None:
    about = MarkedSheet("Blad1", "Blad1", 2, "Rij", "Wat", runs_of([9, 7, 8, 12]))
    mark = Mark("a" * 64, "gebruik.xlsx", (about,))
    assert about.hidden == ((7, 9), (12, 12))
    assert find_mark([hidden(mark)]) == mark
    rows: list[list[Cell]] = [["x", "Vastgoed", n] for n in (6, 7, 9, 10, 12, 13)]
    marks = Marks(
        hidden_rows=frozenset({2, 5}), filtered=True, struck={4: frozenset({2})}, from_1904=True
    )
    sheet = Sheet("Blad1", [HEADINGS, *rows, ["nieuw"]], first_column=2, marks=marks)
    (found,) = taken_apart([sheet, hidden(mark)], mark)
    assert found.sheet.marks == Marks(hidden_rows=frozenset({3, 4, 6}), struck={4: frozenset({2})})


def test_more_hidden_rows_than_a_cell_can_hold_are_read_back() -> None:
    about = MarkedSheet("Blad1", "Blad1", 2, "Rij", "Wat", runs_of(range(2, 20_000, 2)))
    mark = Mark("a" * 64, "gebruik.xlsx", (about,))
    assert find_mark([hidden(mark)]) == mark
    assert max(len(text) for row in mark.rows() for text in row) <= 32_767


def test_a_sheet_that_got_another_name_is_recognised_by_its_columns() -> None:
    sheet = mended(HEADINGS, ["03-04-2018", "Vastgoed", 7], name="Verbeterd")
    (found,) = taken_apart([sheet, hidden()], MARK)
    assert (found.sheet.name, found.origin(2)) == ("Blad1", 7)


def test_a_sheet_of_ones_own_comes_through_whole_and_is_new() -> None:
    sheet = Sheet("Extra", [["Datum", "Afdeling"], ["03-04-2018", "Vastgoed"]])
    (found,) = taken_apart([sheet, hidden()], MARK)
    assert found.sheet == sheet
    assert found.origin(2) is None


def test_an_emptied_first_column_keeps_its_place() -> None:
    sheet = mended(["Afdeling", "Rij", "Wat"], ["Vastgoed", 7], first_column=3)
    (found,) = taken_apart([sheet, hidden()], MARK)
    assert found.sheet.rows == [["", "Afdeling"], ["", "Vastgoed"]]
    assert found.sheet.first_column == 2


def test_without_the_column_of_row_numbers_nobody_knows_which_row_is_which() -> None:
    sheet = mended(["Datum", "Afdeling", "Wat"], ["03-04-2018", "Vastgoed"])
    with pytest.raises(UnreadableFileError, match="“Rij”"):
        taken_apart([sheet, hidden()], MARK)


@pytest.mark.parametrize("cell", ["7", True, 7.5, 0, -3, float("inf"), float("nan")])
def test_only_a_whole_number_names_a_row(cell: Cell) -> None:
    (found,) = taken_apart([mended(HEADINGS, ["03-04-2018", "Vastgoed", cell]), hidden()], MARK)
    assert found.origin(2) is None
