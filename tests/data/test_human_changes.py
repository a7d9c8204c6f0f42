"""A list whose truth is known, changed as people do: read right, asked about, or refused.

`python -m benchmarks.human_changes` runs two thousand of them.
"""

from __future__ import annotations

import random

import pytest

from data.storing.store import open_store
from tests.data.human_books import RIGHT, WRONG, a_book, verdict
from tests.data.human_changes import CHANGES, changed_book

SEEDS = range(2 * len(CHANGES))


def test_a_list_that_nobody_changed_is_read_right() -> None:
    store = open_store("sqlite://")
    for seed in range(10):
        assert verdict(a_book(random.Random(seed)), store)[0] == RIGHT  # noqa: S311
    store.close()


@pytest.mark.parametrize("seed", SEEDS)
def test_nothing_is_wrong_in_silence(seed: int) -> None:
    store = open_store("sqlite://")
    book = changed_book(seed)
    word, preview = verdict(book, store)
    store.close()
    told = [sheet.records.to_string() for sheet in preview.sheets]
    assert word != WRONG, (book.changes, book.rows, told)
