"""Every compiled pattern of the project, fed the worst of long texts: none may cost their square.

Counted are the steps of a matcher that backtracks, over as many characters as a cell may hold. That
is the same on every machine. The texts repeat a few characters, so that the places far from the
beginning cost no more than those near it: a search from the first 100 places, each into the whole
text, tells the rest. A pattern that is not linear stands in `BOUNDED`, with the length that its
texts are cut to before; there every step of it is counted.
"""

from __future__ import annotations

import importlib
import pkgutil
import re
from collections.abc import Iterator
from functools import cache

import pytest

from tests.matching_steps import Steps, TooManyStepsError

PACKAGES = ("data", "analysis", "reports", "ui", "texts")
LONG = 32_000
MOST_A_CHARACTER = 500  # one that takes the square of the text takes 16,000
FIRST = 50  # the places where a search is begun; then as many again
MOST_STEPS = 4_000_000
MOST_AT_A_BOUND = 1_500_000
WORST = ["(", "[1", "1", "1,", "1-", " ", "a ", "A&", "€ ", "x 1", '",', "<c>", "mei "]
BOUNDED = {
    "data.cells.counts._PEOPLE": 200,
    "data.cells.hours._PART": 200,
    "data.cells.keys._IN_MINUTES": 300,
    "data.cells.keys._MONEY_UNIT": 300,
    "data.cells.predicates._NUMBER": 100,
    "data.doubts.money.currencies._BARE_THOUSANDS": 40,
    "data.doubts.names.name_cells": 200,
    "data.doubts.names.names_with_more": 200,
    "data.reading.number_formats._PARTS": 255,
    "data.recognising.grouped._COUNTED": 80,
    "data.storing.versions._WRITES": 400,  # our own statements
}
# These only see texts in which runs of spaces were folded to one.
FOLDED = (
    "data.cells.keys.",
    "data.cells.predicates.",
    "data.doubts.names.name_cells._TOGETHER",
    "data.doubts.names.names_with_more.",
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


def steps(pattern: re.Pattern[str], piece: str) -> int:
    """How many steps a search takes over a text of this piece again and again."""
    matcher = Steps(pattern, (piece * LONG)[:LONG], MOST_STEPS)
    before, began = matcher.search(FIRST), matcher.at
    after = matcher.search(began + FIRST)
    if matcher.at >= LONG:
        return after
    each = (after - before) / (matcher.at - began)
    return after + round(each * (LONG - matcher.at))


def is_linear(pattern: re.Pattern[str], piece: str) -> bool:
    try:
        return steps(pattern, piece) <= MOST_A_CHARACTER * LONG
    except TooManyStepsError:
        return False


def steps_at_bound(name: str, pattern: re.Pattern[str], piece: str) -> int:
    text = (piece * LONG)[: _bound(name)]
    if name.startswith(FOLDED):
        text = " ".join(text.split())
    return Steps(pattern, text, MOST_STEPS).search()


@pytest.mark.parametrize("piece", WORST)
def test_no_pattern_takes_the_square_of_a_long_text(piece: str) -> None:
    assert len(patterns()) > 250
    unbounded = {name: p for name, p in patterns().items() if _bound(name) == LONG}
    assert [name for name, pattern in unbounded.items() if not is_linear(pattern, piece)] == []


@pytest.mark.parametrize("piece", WORST)
def test_what_is_not_linear_is_cheap_at_its_bound(piece: str) -> None:
    bounded = {name: p for name, p in patterns().items() if _bound(name) < LONG}
    counted = {name: steps_at_bound(name, pattern, piece) for name, pattern in bounded.items()}
    assert {name: n for name, n in counted.items() if n > MOST_AT_A_BOUND} == {}


@pytest.mark.parametrize(
    ("pattern", "piece"),
    [(r"\s+$", "a"), (r"\d+", "1"), (r"(?:a|b)+", "ab"), (r"^\s*\w+\s*$", " "), (r"(?<=a)b", "a")],
)
def test_a_linear_pattern_is_seen_as_one(pattern: str, piece: str) -> None:
    assert is_linear(re.compile(pattern), piece)


@pytest.mark.parametrize(
    ("pattern", "piece"),
    [(r"\d+[^\d]", "1"), (r"(a+)+b", "a"), (r"(?:a|b)*c", "a"), (r"\s*\(x", " "), (r"a.*?b", "a")],
)
def test_another_would_be_found(pattern: str, piece: str) -> None:
    assert not is_linear(re.compile(pattern), piece)


@pytest.mark.parametrize(
    ("pattern", "text", "found"),
    [
        (r"a+?b", "aab", True), (r"(a|ab)(c|bcd)$", "abcd", True), (r"(?<!x)y", "xy", False),
        (r"(\w)\1", "abba", True), (r"\bde\b", "code de", True), (r"^[^,]{2,3}$", "abcd", False),
        (r"(?>a+)ab", "aaab", False), (r"(?i)É", "é", True),
    ],
)  # fmt: skip
def test_the_matcher_finds_what_re_finds(pattern: str, text: str, found: bool) -> None:
    matcher = Steps(re.compile(pattern), text, MOST_STEPS)
    spans = [(at, matcher.end_from(at)) for at in range(len(text) + 1)]
    first = next((span for span in spans if span[1] is not None), None)
    real = re.search(pattern, text)
    assert first == (real.span() if real else None)
    assert bool(real) is found
