"""Every table of a file: what a person says of each, what is known, what is a summary."""

from __future__ import annotations

import pytest

from data import columns as c
from data.cells.cell import Cell
from data.cleaning.name_matching import KnownNames
from data.intake.read_tables import Reader
from data.settings import Settings
from data.values.corrections import Corrections, SheetCorrections
from data.values.grid import Sheet
from data.values.results import SheetResult

SETTINGS = Settings()
CROSSTAB: list[list[Cell]] = [
    ["Gebruik 2019", "", ""],
    ["Afdeling", "Wonen", "Zorg", "Overig"],
    ["Sport", 1, 2, 9],
    ["Jeugd", "drie", 4, 9],
]
WIDE: list[list[Cell]] = [
    ["Kosten samenwerking x € 1.000", "", ""],
    ["Post", 2019, 2020],
    ["Advies", 1.5, 2],
]


def read(
    rows: list[list[Cell]],
    said: SheetCorrections | None = None,
    *,
    known: KnownNames | None = None,
    key: str = "Blad1",
) -> tuple[SheetResult, ...]:
    """What a sheet with these rows yields, when a person says this of one of its tables."""
    corrections = Corrections({key: said} if said else {})
    reader = Reader(known=known or KnownNames.empty(), settings=SETTINGS, corrections=corrections)
    return reader.read([Sheet("Blad1", rows)])


def test_a_cell_of_a_crosstab_is_mended() -> None:
    (before,), (after,) = (read(CROSSTAB, x) for x in (None, SheetCorrections(cells={(4, 1): "3"})))
    assert (before.accepted, before.rejected) == (5, 1)
    assert (after.accepted, after.rejected, len(after.records)) == (6, 0, 28)


def test_a_rejected_cell_keeps_its_labels_and_no_other_cell() -> None:
    (result,) = read(CROSSTAB)
    (rejected,) = result.rejected_rows
    assert rejected.cells == ("Jeugd", "drie", "", "")
    assert [(f.row, f.column, f.value) for f in rejected.faults] == [(4, "Wonen", "drie")]


def test_a_column_of_a_crosstab_is_left_out() -> None:
    (result,) = read(CROSSTAB, SheetCorrections(columns={3: ""}))
    assert (result.rows, result.accepted, result.rejected) == (4, 3, 1)
    assert result.table
    assert result.table.ignored_columns == ["Overig"]


def test_a_person_may_say_that_a_crosstab_holds_a_budget() -> None:
    (result,) = read(CROSSTAB, SheetCorrections(kind=c.BUDGET))
    assert (result.kind, result.accepted, result.sums[c.AMOUNT]) == (c.BUDGET, 5, 25.0)


def test_a_person_may_say_what_the_bare_years_hold_and_in_which_unit() -> None:
    (result,) = read(WIDE)
    assert [question.code for question in result.questions] == ["budgeted_or_spent"]
    said = {"budgeted_or_spent": c.BUDGETED}
    (result,) = read(WIDE, SheetCorrections(answers=said))
    assert (result.unit, result.sums[c.BUDGETED]) == (1000, 3500.0)
    (result,) = read(WIDE, SheetCorrections(columns={1: c.ACTUAL}, unit=1, answers=said))
    assert (result.unit, result.sums[c.ACTUAL], result.sums[c.BUDGETED]) == (1, 1.5, 2.0)
    (result,) = read(WIDE, SheetCorrections(columns={2: ""}, kind=c.BUDGET))
    assert result.sums[c.AMOUNT] == 1500.0


def test_what_is_said_of_the_second_table_leaves_the_first_alone() -> None:
    rows = [*CROSSTAB, [], *WIDE]
    first, second = read(rows, SheetCorrections(left_out=True), key="Blad1#2")
    assert (first.key, first.accepted) == ("Blad1", 5)
    assert (second.key, second.kind, second.left_out) == ("Blad1#2", None, True)
    first, second = read(rows, SheetCorrections(header_row=7), key="Blad1#2")
    assert second.table
    assert (first.accepted, second.table.header_row) == (5, 7)


def test_names_that_are_known_tell_what_stands_across() -> None:
    rows: list[list[Cell]] = [
        ["Som van Uren 2019", "Kolomlabels"],
        ["Rijlabels", "Sport", "Zorg", "Eindtotaal"],
        ["Vitaal", 1.5, 2, 3.5],
        ["Wonen", "", 3, 3],
        ["Eindtotaal", 1.5, 5, 6.5],
    ]
    assert read(rows)[0].kind is None
    known = KnownNames(
        departments={"Sport": "Sport", "Zorg": "Zorg"},
        themes={"Vitaal": "Vitaal", "Wonen": "Wonen"},
    )
    (result,) = read(rows, known=known)
    assert (result.accepted, dict(result.skipped_reasons)) == (3, {c.TOTAL: 5})
    assert result.sums[c.HOURS] == 6.5
    assert result.records[c.DEPARTMENT].tolist() == ["Sport", "Zorg", "Zorg"]


@pytest.mark.parametrize("said", [None, SheetCorrections(kind=c.USAGE)])
def test_a_summary_is_read_only_when_a_person_says_so(said: SheetCorrections | None) -> None:
    rows: list[list[Cell]] = [["Datum", "Afdeling", "Thema"], ["1-2-2019", "Sport", "Wonen"]]
    summary: list[list[Cell]] = [
        ["Gebruik 2019"],
        ["Afdeling", "Wonen", "Zorg"],
        ["Sport", 1, ""],
        ["Jeugd", "", ""],
    ]
    rows.append(["1-3-2019", "Jeugd", "Zorg"])
    summary[3][2] = 1
    corrections = Corrections({"Draai": said} if said else {})
    reader = Reader(known=KnownNames.empty(), settings=SETTINGS, corrections=corrections)
    listed, summed = reader.read([Sheet("Lijst", rows), Sheet("Draai", summary)])
    assert listed.accepted == 2
    assert (summed.kind, summed.accepted) == ((c.USAGE, 2) if said else (None, 0))
    assert bool(summed.remarks)


def test_a_department_from_a_line_above_can_be_mended_in_one_row() -> None:
    rows: list[list[Cell]] = [
        ["Datum", "Thema", "Uren"],
        ["Sport"],
        ["8-1-2018", "", 1],
        ["Zorg"],
        ["9-1-2018", "Wonen", 2],
    ]
    (before,) = read(rows)
    (rejected,) = before.rejected_rows
    assert rejected.cells == ("8-1-2018", "", "1", "Sport")
    mended = SheetCorrections(cells={(3, 1): "Wonen", (3, 3): "Jeugd"})
    (after,) = read(rows, mended)
    assert after.records[c.DEPARTMENT].tolist() == ["Jeugd", "Zorg"]


def test_a_column_of_cells_that_gets_its_meaning_back_is_read_as_before() -> None:
    (result,) = read(CROSSTAB, SheetCorrections(columns={1: c.THEME}))
    assert (result.accepted, result.rejected) == (5, 1)


def test_a_sheet_that_is_left_out_yields_nothing() -> None:
    (result,) = read(CROSSTAB, SheetCorrections(left_out=True))
    assert result.left_out
    assert (result.table, result.rows, result.kind) == (None, 0, None)
