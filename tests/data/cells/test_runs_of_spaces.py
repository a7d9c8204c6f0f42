"""Runs of spaces, of which a pattern with optional parts would cost the cube."""

from __future__ import annotations

import time

from data.cells.predicates import LONGEST_VALUE, is_number
from data.doubts.names.name_cells import _LONGEST, _names_in

MOST_SECONDS = 0.5  # of this thread alone; the cube of these lengths takes ten times as long


def test_a_number_with_a_run_of_spaces() -> None:
    assert is_number("  1 234 " + " " * 20)
    began = time.thread_time()
    for length in range(LONGEST_VALUE - 50, LONGEST_VALUE):
        assert not is_number("1" + " " * (length - 2) + "q")
    assert time.thread_time() - began < MOST_SECONDS


def test_a_name_with_a_run_of_spaces() -> None:
    began = time.thread_time()
    for length in range(_LONGEST - 50, _LONGEST):
        text = "a" + " " * (length - 2) + "b"
        assert len(_names_in(text, {"a b"}, set())) == 1
    assert time.thread_time() - began < MOST_SECONDS
