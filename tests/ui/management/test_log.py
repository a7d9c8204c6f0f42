"""Whatever is written, its line in the log reads in words, and no name of the code stands in it."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from typing import Any

import pytest

from data.storing import proposals
from data.storing.change_log import load_changes
from data.storing.store import Store
from tests.data.test_writing_door import CALLS, NOOR, SAM, filled, named  # noqa: F401 (a fixture)
from ui.management import log
from ui.shared.labels import COLUMNS

OF_THE_CODE = re.compile(r"[a-z][a-z_]*(:[a-z_]+)?")


def keys(value: object) -> Iterator[str]:
    """Every name in what a line holds, but names of departments and files."""
    if isinstance(value, Mapping):
        yield from (name for name in value if OF_THE_CODE.fullmatch(name))
        value = list(value.values())
    if isinstance(value, list | tuple):
        for part in value:
            yield from keys(part)


@pytest.mark.parametrize("function", CALLS, ids=named)
def test_every_line_reads_in_words(
    function: Callable[..., Any],
    filled: Store,  # noqa: F811
) -> None:
    prepare, call = CALLS[function]
    call(filled, SAM if function is proposals.withdraw else NOOR, prepare(filled))
    lines = load_changes(filled)
    found = {key for part in ("before", "after") for values in lines[part] for key in keys(values)}
    bare = {key.partition(":")[2] or key for key in found}
    assert bare - set(log._KEYS) - set(COLUMNS) == set()


def test_an_excluded_column_and_a_kind_have_words() -> None:
    assert log.in_words({"not:account": ["4"]}) == "Rekening, weggelaten: 4"
    assert log.in_words({"kind": "usage"}) == "Soort: Gebruik"
