from __future__ import annotations

import pytest

from data.cells.cell import ErrorCell
from data.reading import read_file
from data.values.grid import MergedRange, Sheet
from tests.data.reading.builders import SETTINGS, ods_of

TEXT = 'office:value-type="string"'
ERROR = f'{TEXT} office:string-value="" calcext:value-type="error"'


def read(rows: str) -> Sheet:
    (sheet,) = read_file(ods_of(f'<table:table table:name="B">{rows}</table:table>'), "x", SETTINGS)
    return sheet


def row(*cells: str, repeats: int = 1) -> str:
    start = f'<table:table-row table:number-rows-repeated="{repeats}">'
    return start + "".join(cells) + "</table:table-row>"


def cell(text: str, attributes: str = TEXT, tag: str = "table-cell") -> str:
    return f"<table:{tag} {attributes}><text:p>{text}</text:p></table:{tag}>"


def repeated(count: int, attributes: str = "") -> str:
    return f'{attributes} table:number-columns-repeated="{count}"'


CASES = {
    "as LibreOffice writes it": (row(cell("a"), cell("#N/B", ERROR)), [["a", "#N/B"]]),
    "its own codes": (row(cell("Err:502", ERROR), cell("a")), [["Err:502", "a"]]),
    "an older way": (
        row(cell("#DIV/0!", 'office:value-type="float" office:value="0"'), cell("a")),
        [["#DIV/0!", "a"]],
    ),
    "repeated to the right": (
        row(cell("#REF!", repeated(3, ERROR)), cell("a")),
        [["#REF!", "#REF!", "#REF!", "a"]],
    ),
    "repeated downwards": (
        row(cell("#REF!", ERROR), cell("a"), repeats=2) + row(cell("b")),
        [["#REF!", "a"], ["#REF!", "a"], ["b"]],
    ),
    "after repeated empty cells": (
        row(f"<table:table-cell {repeated(2)}/>", cell("#REF!", ERROR)) + row(cell("a")),
        [["", "", "#REF!"], ["a"]],
    ),
    "after a covered cell": (
        row(cell("a"), "<table:covered-table-cell/>", cell("#REF!", ERROR)),
        [["a", "", "#REF!"]],
    ),
    "the last cell of all": (
        row(cell("a")) + row(cell("b"), cell("#N/A", ERROR)),
        [["a"], ["b", "#N/A"]],
    ),
}


@pytest.mark.parametrize(("rows", "expected"), CASES.values(), ids=CASES)
def test_error_cells(rows: str, expected: list[list[str]]) -> None:
    found = read(rows).rows
    assert found == expected
    for line in found:
        for value in line:
            assert (type(value) is ErrorCell) == (str(value)[:1] in "#E" and value != "")


def test_a_note_on_a_cell_is_no_error() -> None:
    note = "<office:annotation><text:p>#N/A</text:p></office:annotation>"
    content = f"<table:table-cell {TEXT}>{note}<text:p>a</text:p></table:table-cell>"
    (line,) = read(row(content)).rows
    assert [type(value) for value in line] == [str]


def test_merged_ranges() -> None:
    span = 'table:number-columns-spanned="{}" table:number-rows-spanned="{}"'
    covered = "<table:covered-table-cell/>"
    sheet = read(
        row(cell("titel", f"{TEXT} {span.format(2, 1)}"), covered)
        + row(cell("a"), cell("b"), repeats=2)
        + row(cell("2019", f"{TEXT} {span.format(1, 2)}"), cell("c", f"{TEXT} {span.format(1, 1)}"))
        + row(covered, cell("d"))
    )
    assert sheet.merged == (MergedRange(1, 1, 1, 2), MergedRange(4, 1, 5, 1))
    assert sheet.rows == [["titel"], ["a", "b"], ["a", "b"], ["2019", "c"], ["", "d"]]
