"""A short run over files made by accident; `python -m benchmarks.fuzz` is the long one."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

import pytest

from data.storing.store import Store, open_store
from tests.data.fuzzing import check, mutant

TEXTS = range(50)
WORKBOOKS = range(1_000, 1_025)


@pytest.fixture
def store() -> Iterator[Store]:
    opened = open_store("sqlite://")
    yield opened
    opened.close()


def test_texts_made_by_accident(store: Store) -> None:
    ends = Counter(check(mutant(seed, ("csv",)), store) for seed in TEXTS)
    assert ends["accepted"] > 15  # else the accidents are too heavy to find anything
    assert ends["refused"] > 2


@pytest.mark.parametrize("seed", WORKBOOKS)
def test_workbooks_made_by_accident(seed: int, store: Store) -> None:
    assert check(mutant(seed, ("xlsx", "xls", "ods", "xlsb")), store)


def test_an_accident_can_be_made_again() -> None:
    assert [mutant(seed, ("csv", "ods")) for seed in range(20)] == [
        mutant(seed, ("csv", "ods")) for seed in range(20)
    ]
