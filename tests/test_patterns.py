"""Every compiled pattern of the project, fed the worst of long texts: none may cost their square.

Measured is the time of this thread alone, which does not grow when the machine is busy. A text of
4,000 characters costs a pattern in linear time a tenth of a millisecond, one in quadratic time
fifty or more. A pattern that is not linear stands in `BOUNDED`, with the length that its texts are
cut to before; there it has to be cheap.
"""

from __future__ import annotations

import importlib
import pkgutil
import re
import time
from collections.abc import Iterator
from functools import cache

import pytest

PACKAGES = ("data", "analysis", "reports", "ui", "texts")
LONG, MOST_SECONDS = 4_000, 0.025
WORST = ["(", "[1", "1", "1,", "1-", " ", "a ", "A&", "€ ", "x 1", '",', "<c>", "mei "]
BOUNDED = {
    "data.cells.counts._PEOPLE": 200,
    "data.cells.hours._PART": 200,
    "data.cells.keys._IN_MINUTES": 300,
    "data.cells.keys._MONEY_UNIT": 300,
    "data.cells.predicates._NUMBER": 100,
    "data.doubts.name_cells": 200,
    "data.doubts.names_with_more": 200,
    "data.storing.versions._WRITES": 400,  # our own statements
}
# These only see texts in which runs of spaces were folded to one.
FOLDED = (
    "data.cells.keys.",
    "data.cells.predicates.",
    "data.doubts.name_cells._TOGETHER",
    "data.doubts.names_with_more.",
)


@cache
def patterns() -> dict[str, re.Pattern[str]]:
    """Every pattern in a module of the project, by where it stands."""
    found: dict[str, re.Pattern[str]] = {}
    for name in _modules():
        for variable, value in vars(importlib.import_module(name)).items():
            for place, pattern in enumerate(_within(value)):
                if pattern not in found.values():
                    found[f"{name}.{variable}{place or ''}"] = pattern
    return found


def _modules() -> Iterator[str]:
    for package in PACKAGES:
        path = importlib.import_module(package).__path__
        for module in pkgutil.walk_packages(path, f"{package}."):
            if "migrations" not in module.name and not module.name.endswith("__main__"):
                yield module.name


def _within(value: object, depth: int = 0) -> Iterator[re.Pattern[str]]:
    if isinstance(value, re.Pattern):
        yield value
    elif depth < 3 and isinstance(value, (list, tuple, set, frozenset, dict)):
        for part in value.values() if isinstance(value, dict) else value:
            yield from _within(part, depth + 1)


def _bound(name: str) -> int:
    return next((most for start, most in BOUNDED.items() if name.startswith(start)), LONG)


def seconds(name: str, pattern: re.Pattern[str], piece: str) -> float:
    text = (piece * LONG)[: _bound(name)]
    if name.startswith(FOLDED):
        text = " ".join(text.split())
    fed = text.encode() if isinstance(pattern.pattern, bytes) else text
    began = time.thread_time()
    pattern.search(fed)
    return time.thread_time() - began


@pytest.mark.parametrize("piece", WORST)
def test_no_pattern_costs_the_square_of_a_long_text(piece: str) -> None:
    assert len(patterns()) > 250
    slow = {
        name: taken
        for name, pattern in patterns().items()
        if (taken := seconds(name, pattern, piece)) > MOST_SECONDS
        if seconds(name, pattern, piece) > MOST_SECONDS  # not the first time that it runs
    }
    assert not slow


def test_a_quadratic_pattern_would_be_found() -> None:
    assert seconds("made.up", re.compile(r"\s+$"), " a"[:1]) < MOST_SECONDS
    assert seconds("made.up", re.compile(r"\d+[^\d]"), "1") > MOST_SECONDS
