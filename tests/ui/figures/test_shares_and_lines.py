from __future__ import annotations

import pandas as pd
import pytest

from texts import use_language
from ui.figures.intervals import intervals
from ui.figures.lines import lines
from ui.figures.lorenz import lorenz
from ui.figures.scale import steps_up_to

SHARES = pd.DataFrame(
    {
        "label": ["Bereik", "Dekking <b>"], "share": [0.5, 0.2], "low": [0.3, 0.1],
        "high": [0.7, 0.4], "k": [8, 1], "n": [16, 5], "enough": [True, False],
    }
)  # fmt: skip


def test_a_share_is_a_dot_on_its_interval() -> None:
    with use_language("nl"):
        figure = intervals(SHARES)
    *spans, dots = figure.data
    assert [list(span.x) for span in spans] == [[0.3, 0.7], [0.1, 0.4]]
    assert list(dots.x) == [0.5, 0.2]
    assert dots.hovertext[0] == "Bereik: 50\u00a0% (8 / 16)<br>30\u00a0% – 70\u00a0%"


def test_too_few_is_hollow_and_grey() -> None:
    dots = intervals(SHARES).data[-1]
    assert list(dots.marker.symbol) == ["circle", "circle-open"]
    assert dots.marker.color[0] != dots.marker.color[1]


def test_no_shares_is_an_empty_figure() -> None:
    assert len(intervals(SHARES.iloc[:0]).data[-1].x) == 0


def test_measures_move_as_lines_that_differ_without_colour() -> None:
    measures = pd.DataFrame(
        {"year": [2018, 2019], "reach": [0.5, float("nan")], "coverage": [0.2, 0.3]}
    )
    names = {"reach": "Bereik", "coverage": "Dekking"}
    figure = lines(measures, measures=names, shown=lambda value: f"{value:.0%}", top=1.0)
    assert [trace.name for trace in figure.data] == ["Bereik", "Dekking"]
    assert len({trace.marker.symbol for trace in figure.data}) == 2
    assert len({trace.line.dash for trace in figure.data}) == 2
    assert list(figure.layout.xaxis.ticktext) == ["2018", "2019"]
    assert list(figure.layout.yaxis.ticktext)[-1] == "100%"


def test_the_curve_hangs_below_the_line_of_equal_use() -> None:
    curve = pd.DataFrame({"groups": [0, 0.5, 1.0], "uses": [0, 0.1, 1.0]})
    with use_language("nl"):
        figure = lorenz(curve, groups="Afdelingen", uses="Gebruik")
    equal, ours = figure.data
    assert (list(equal.x), list(equal.y)) == ([0, 1], [0, 1])
    assert list(ours.y) == [0, 0.1, 1.0]
    assert ours.hovertext[1] == "De 50\u00a0% met het minste gebruik: 10\u00a0% van het gebruik"
    assert figure.layout.separators == ",."


@pytest.mark.parametrize(
    ("top", "whole", "expected"),
    [
        (0, False, [0, 1]),
        (float("nan"), False, [0, 1]),
        (1, False, [0, 0.2, 0.4, 0.6, 0.8, 1]),
        (1, True, [0, 1]),
        (84, True, [0, 20, 40, 60, 80, 100]),
        (11.6, False, [0, 2.5, 5, 7.5, 10, 12.5]),
        (12, True, [0, 5, 10, 15]),
    ],
)
def test_ticks_are_few_and_round(top: float, whole: bool, expected: list[float]) -> None:
    assert steps_up_to(top, whole=whole) == expected
