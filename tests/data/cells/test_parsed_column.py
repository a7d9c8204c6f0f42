"""Every distinct cell is read once, and equal is not the same."""

from __future__ import annotations

from typing import Any

import pandas as pd

from data.cells.cell import Cell, ErrorCell
from data.cells.parsed_column import Column, parse_column
from data.cells.text import cell_text
from texts import Message


def test_each_distinct_cell_is_parsed_once_without_empties_and_errors() -> None:
    seen: list[Any] = []

    def parse(cells: list[Any]) -> list[str]:
        seen.extend(cells)
        return [cell_text(cell) for cell in cells]

    cells: list[Cell] = ["a", "a", " b ", "", "-", ErrorCell("#N/A"), "a"]
    parsed = parse_column(Column(cells), parse)
    assert seen == ["a", "b"]
    assert parsed.series(object).tolist() == ["a", "a", "b", None, None, None, "a"]
    assert [row for row, _ in parsed.faulty_rows()] == [5]
    assert parsed.filled.tolist() == [True, True, True, False, False, True, True]


def test_equal_values_of_other_types_stay_apart() -> None:
    cells: list[Cell] = [1, True, 1.0, "1", 0, False, ErrorCell("1"), float("nan")]
    types = parse_column(Column(cells), lambda cells: [type(cell).__name__ for cell in cells])
    assert types.series(object).tolist() == [
        "int", "bool", "float", "str", "int", "bool", None, None,
    ]  # fmt: skip
    assert [row for row, _ in types.faulty_rows()] == [6]


def test_sentence_of_the_parser_is_the_fault_of_its_rows() -> None:
    parsed = parse_column(
        Column(["goed", "slecht", "goed", "slecht"]),
        lambda cells: [Message("no") if cell == "slecht" else cell for cell in cells],
    )
    assert list(parsed.faulty_rows()) == [(1, Message("no")), (3, Message("no"))]


def test_prose_never_reaches_the_parser() -> None:
    parsed = parse_column(
        Column(["a" * 200, "b" * 201]), lambda cells: [len(cell) for cell in cells]
    )
    assert parsed.series("Int64").tolist() == [200, pd.NA]
    assert [row for row, _ in parsed.faulty_rows()] == [1]
    whole = parse_column(Column(["b" * 201]), lambda cells: cells, longest=None)
    assert not whole.faults


def test_column_without_rows() -> None:
    parsed = parse_column(Column([]), lambda cells: cells)
    assert len(parsed.series("str")) == 0
    assert len(parsed.filled) == 0


def test_a_column_puts_a_test_to_each_distinct_cell_once() -> None:
    seen: list[Cell] = []

    def is_one(cell: Cell) -> bool:
        seen.append(cell)
        return cell == 1

    column = Column([1, True, "a", 1, "a", 1.0])
    assert column.rows_where(is_one) == [0, 1, 3, 5]
    assert [repr(cell) for cell in seen] == ["1", "True", "'a'", "1.0"]
    assert column.texts == ["a"]
    assert Column([]).rows_where(is_one) == []


def test_a_column_finds_its_texts_with_a_part_of_a_word() -> None:
    column = Column(["Kost", 1, "GEKOST", "wint", "Kost", "ko", "st"])
    assert column.texts_with(("kost", "x")) == ["Kost", "GEKOST"]
    assert column.texts_with(("x",)) == []
