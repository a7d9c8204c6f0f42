from __future__ import annotations

from dataclasses import replace

import pandas as pd
import pytest

from data.values.corrections import SheetCorrections
from data.values.found_table import Heading, Table
from data.values.results import Fault, RejectedRow, SheetResult, left_out, rejected
from tests.saying import told
from texts import use_language
from ui.reading_in import waiting_rows
from ui.reading_in.lines_to_mend import (
    MOST_LINES,
    Lines,
    editor_frame,
    headings_of,
    keeps_mark,
    lines_of,
    mended_cells,
)

TABLE = Table(
    "usage",
    1,
    (Heading(0, "Datum", "date"), Heading(1, "Naam", None, "ignored"), Heading(2, "Uren", "hours")),
)
ROW_4 = RejectedRow(
    4, ("31-02-2018", "Jansen", "3"), (Fault(4, "Datum", "31-02-2018", told("No date.")),)
)
ROW_7 = RejectedRow(
    7,
    ("x", "Pietersen"),
    (Fault(7, "Datum", "x", told("No date.")), Fault(7, "Uren", "", told("Empty."))),
)
LEFT_OUT = RejectedRow(8, ("x", "", "y"), (Fault(8, "Datum", "x", left_out("x")),))


def sheet(*rows: RejectedRow, counted: tuple[int, ...] = (), table: Table = TABLE) -> SheetResult:
    return SheetResult(
        "Blad1", table=table, rejected_rows=rejected(rows), records=pd.DataFrame({"row": counted})
    )


def test_a_rejected_row_shows_the_columns_that_are_read_and_marks_the_faulty_cells() -> None:
    lines = list(lines_of(sheet(ROW_4, ROW_7, LEFT_OUT)))
    assert editor_frame(lines).to_dict("list") == {
        "row": ["4", "7"],
        "reason": ["⚠ Datum: No date.", "⚠ Datum: No date. Uren: Empty."],
        "0": ["⚠ 31-02-2018", "⚠ x"],
        "2": ["3", "⚠ "],
    }
    with use_language("en"):
        shown = headings_of(sheet(ROW_4), lines[:1])
    assert [shown[column] for column in ("row", "reason", "0", "2")] == [
        "Row", "What is wrong", "⚠ Datum", "Uren",
    ]  # fmt: skip


def test_an_edit_is_a_mended_cell_by_row_and_place() -> None:
    lines = list(lines_of(sheet(ROW_4, ROW_7)))
    edited = {0: {"0": " 28-02-2018 "}, 1: {"2": None, "0": "⚠ 01-03-2018", "reason": "weg"}}
    assert mended_cells(lines, edited) == {
        (4, 0): "28-02-2018", (7, 2): "", (7, 0): "01-03-2018",
    }  # fmt: skip


@pytest.mark.parametrize(
    ("edited", "kept"), [({}, False), ({0: {"0": "x"}}, False), ({0: {"0": "⚠ x"}}, True)]
)
def test_a_mark_that_was_typed_behind_is_noticed(edited: dict, kept: bool) -> None:
    assert keeps_mark(edited) is kept


def test_an_edit_of_a_line_that_is_not_there_is_nothing() -> None:
    assert mended_cells([], {3: {"0": "x"}}) == {}


def test_a_mended_row_stays_in_its_place_and_says_that_it_counts() -> None:
    kept = Lines()
    kept.update(sheet(ROW_4, ROW_7), SheetCorrections())
    said = SheetCorrections(cells={(4, 0): "28-02-2018"})
    with use_language("en"):
        first, second = kept.update(sheet(ROW_7, counted=(2, 4)), said)
    assert (first.row, first.texts, first.mended) == (4, {"0": "28-02-2018", "2": "3"}, True)
    assert first.reasons == ("✓ Right: this row counts.",)
    assert not first.faulty
    assert second == next(lines_of(sheet(ROW_7)))


def test_a_row_that_was_emptied_does_not_say_that_it_counts() -> None:
    kept = Lines()
    kept.update(sheet(ROW_4), SheetCorrections())
    with use_language("en"):
        (line,) = kept.update(sheet(counted=(2,)), SheetCorrections(cells={(4, 0): ""}))
    assert line.reasons == ("This row is empty or a total by now.",)


def test_a_row_that_is_right_for_another_reason_is_gone() -> None:
    kept = Lines()
    kept.update(sheet(ROW_4), SheetCorrections())
    assert kept.update(sheet(counted=(4,)), SheetCorrections()) == []


def test_another_meaning_of_a_column_gives_no_second_line() -> None:
    kept = Lines()
    said = SheetCorrections(cells={(4, 0): "30-02-2018"})
    kept.update(sheet(ROW_4), said)
    wider = replace(TABLE, headings=(*TABLE.headings[:1], Heading(1, "Naam", "subject")))
    (line,) = kept.update(sheet(ROW_4, table=wider), said)
    assert list(line.texts) == ["0", "1"]


def test_a_crosstab_has_a_line_per_cell() -> None:
    table = Table(
        "usage",
        1,
        (
            Heading(0, "Afdeling", "department"),
            Heading(1, "Wonen", "theme"),
            Heading(2, "Zorg", "theme"),
        ),
        "crosstab",
    )
    rows = (
        RejectedRow(3, ("Jeugd", "veel"), (Fault(3, "Wonen", "veel", told("No number.")),)),
        RejectedRow(3, ("Jeugd", "", "-1"), (Fault(3, "Zorg", "-1", told("Too low.")),)),
    )
    lines = list(lines_of(sheet(*rows, table=table)))
    assert editor_frame(lines).to_dict("list") == {
        "row": ["3", "3"],
        "reason": ["⚠ Wonen: No number.", "⚠ Zorg: Too low."],
        "0": ["Jeugd", "Jeugd"],
        "column": ["Wonen", "Zorg"],
        "value": ["⚠ veel", "⚠ -1"],
    }
    assert mended_cells(lines, {1: {"value": "1"}}) == {(3, 2): "1"}


def test_no_lines_make_an_empty_table() -> None:
    assert editor_frame([]).empty


def test_of_very_many_rejected_rows_only_the_first_are_laid_out() -> None:
    many = sheet(LEFT_OUT, *(replace(ROW_4, row=row) for row in range(10, 10 + MOST_LINES + 5)))
    assert [line.row for line in lines_of(many)] == [*range(10, 10 + MOST_LINES)]
    assert waiting_rows.counts(many) == {"to_mend": MOST_LINES + 5, "left_out": 1}
