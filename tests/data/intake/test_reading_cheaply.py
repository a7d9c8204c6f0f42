"""What reading a file asks of the machine, whatever its clock says."""

from __future__ import annotations

import gc
from collections import Counter

import numpy as np
import pytest

from data.cells import parsed_column, personal
from data.cells.cell import ErrorCell
from data.cells.parsed_column import Column, parse_column
from data.cells.text import parse_texts
from data.doubts.rows.ditto_marks import _MARKS, is_ditto, may_be_ditto
from data.intake import file_reader
from data.intake.file_reader import FileReader
from data.reading.archive import _holds
from data.settings import Settings


def test_every_different_cell_is_tidied_once(monkeypatch: pytest.MonkeyPatch) -> None:
    tidied: Counter[object] = Counter()
    tidy = parsed_column.tidy
    monkeypatch.setattr(parsed_column, "tidy", lambda cell: (tidied.update([cell]), tidy(cell))[1])
    found = parse_column(Column(["Wonen", " Wonen", "Wonen", "-"] * 1_000), parse_texts)
    assert found.series("str").iloc[:4].tolist()[:3] == ["Wonen", "Wonen", "Wonen"]
    assert tidied == {"Wonen": 1, " Wonen": 1, "-": 1}


def test_what_is_equal_but_of_another_kind_stays_apart() -> None:
    cells = [1, True, 1.0, "#N/A", ErrorCell("#N/A"), "1"]
    found = parse_column(Column(cells), lambda distinct: [type(cell).__name__ for cell in distinct])
    assert np.unique(found.codes).tolist() == [0, 1, 2, 3, 4, 5]
    assert found.distinct == ["int", "bool", "float", None, None, "str"]
    assert sorted(found.faults) == [3, 4]


def test_garbage_is_not_looked_for_while_a_file_is_read(monkeypatch: pytest.MonkeyPatch) -> None:
    seen: list[bool] = []

    def fail(*_given: object) -> None:
        seen.append(gc.isenabled())
        raise ValueError("no such file")

    monkeypatch.setattr(file_reader, "open_file", fail)
    with pytest.raises(ValueError, match="no such file"):
        FileReader().open(b"", "leeg.xlsx", Settings())
    assert seen == [False]
    assert gc.isenabled()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("bel 06-12345678", True), ("n.a@b.example", True), ("1234567", False),
        ("12 34-56/78", True), ("1234 x 5678", False), ("a1b2c3d4e5f6g7h8", False), ("", False),
    ],
)  # fmt: skip
def test_what_may_be_personal_has_an_at_or_eight_digits(text: str, expected: bool) -> None:
    assert personal.may_hold_personal(text) is expected


@pytest.mark.parametrize(
    ("piece", "expected"),
    [
        (b"<f", True),
        (b"f<f>", True),
        (b"ff<c f", False),
        (b"f", False),
        (b"<", False),
        (b"", False),
    ],
)
def test_a_mark_of_two_signs_is_found(piece: bytes, expected: bool) -> None:
    assert _holds(piece, b"<f") is expected


@pytest.mark.parametrize("mark", sorted(_MARKS))
def test_every_way_to_say_the_same_is_told_by_how_it_begins(mark: str) -> None:
    for written in (mark, mark.upper(), mark.capitalize(), f"({mark})", f"- {mark}", f"{mark}."):
        assert is_ditto(written)
        assert may_be_ditto(written)
    assert not may_be_ditto("Vraag 1")
