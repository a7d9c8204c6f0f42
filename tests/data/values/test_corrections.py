from __future__ import annotations

from data.columns import DEPARTMENT, HOURS, THEME
from data.values.corrections import NOT_NEEDED, Corrections, SheetCorrections


def test_nothing_is_said_of_a_sheet_until_a_person_does() -> None:
    assert Corrections().of("Blad1") == SheetCorrections()


def test_what_is_said_of_a_sheet_replaces_what_was_said_of_it_before() -> None:
    said = Corrections().with_sheet("Blad1", SheetCorrections(header_row=3))
    said = said.with_sheet("Blad2", SheetCorrections(left_out=True))
    said = said.with_sheet("Blad1", said.of("Blad1").changed(columns={2: HOURS}))
    assert said.of("Blad1") == SheetCorrections(header_row=3, columns={2: HOURS})
    assert said.of("Blad2").left_out


def test_saying_nothing_any_more_is_the_way_back() -> None:
    said = Corrections().with_sheet("Blad1", SheetCorrections().changed(columns={0: NOT_NEEDED}))
    assert said != Corrections()
    assert said.with_sheet("Blad1", SheetCorrections()) == Corrections()


def test_names_are_said_one_by_one_and_taken_back() -> None:
    said = Corrections().with_names(DEPARTMENT, {"jos": "Jeugd", "x": None})
    said = said.with_names(THEME, {"Wonen": "Wonen"}).with_names(DEPARTMENT, {"x": "X"})
    assert said.names == {DEPARTMENT: {"jos": "Jeugd", "x": "X"}, THEME: {"Wonen": "Wonen"}}
    assert said.without_names(DEPARTMENT, "jos", "x").names == {THEME: {"Wonen": "Wonen"}}


def test_mended_cells_add_up() -> None:
    said = SheetCorrections().with_cells({(3, 0): "1-2-2018"}).with_cells({(4, 0): "x"})
    assert said.cells == {(3, 0): "1-2-2018", (4, 0): "x"}
