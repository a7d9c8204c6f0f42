"""The worked examples of the explanation hold when the program itself computes them."""

from __future__ import annotations

import pytest

from analysis.concentration import corrected_gini, effective_number, lorenz
from analysis.shares import share_of
from texts import use_language
from ui.measures import measures


def test_every_measure_has_a_formula_and_an_example() -> None:
    with use_language("nl"):
        for measure in measures():
            assert str(measure.name)
            assert str(measure.formula) != str(measure.example)
            assert "{" not in f"{measure.formula}{measure.example}"


def test_the_example_of_the_interval() -> None:
    share = share_of(9, 16)
    assert (round(share.low, 2), round(share.high, 2)) == (0.33, 0.77)
    with use_language("nl"):
        examples = " ".join(str(measure.example) for measure in measures())
    assert "tussen 33\u00a0% en 77\u00a0%" in examples


def test_the_example_of_the_effective_number() -> None:
    assert effective_number([25, 25, 25, 25]) == pytest.approx(4)
    assert round(effective_number([85, 5, 5, 5]), 1) == 1.8


def test_the_examples_of_inequality() -> None:
    curve = lorenz([0, 1, 2, 7])
    assert curve[curve["groups"] == 0.5]["uses"].tolist() == [pytest.approx(0.1)]
    assert round(corrected_gini([0, 1, 2, 7]), 2) == 0.73
