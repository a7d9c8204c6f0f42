from __future__ import annotations

import pandas as pd
import pytest

from texts import use_language
from ui.figures.bars import bars
from ui.figures.template import FADED


def frame(**values: float) -> pd.DataFrame:
    return pd.DataFrame({"theme": list(values), "value": list(values.values())})


def test_bars_stand_in_the_order_of_the_rows_with_their_numbers() -> None:
    with use_language("nl"):
        figure = bars(frame(Wonen=1200, Energie=7.5), category="theme", unit="uur")
    (trace,) = figure.data
    assert list(trace.x) == [1200, 7.5]
    assert list(trace.text) == ["1.200", "7,5"]
    assert list(figure.layout.yaxis.ticktext) == ["Wonen", "Energie"]
    assert figure.layout.yaxis.range[0] > figure.layout.yaxis.range[1]  # the first row on top
    assert [list(data) for data in trace.customdata] == [["Wonen"], ["Energie"]]


@pytest.mark.parametrize(
    ("chosen", "expected"),
    [(None, [1, 1]), ("Energie", [FADED, 1]), ("Elders", [1, 1])],
)
def test_what_is_chosen_stands_out(chosen: str | None, expected: list[float]) -> None:
    figure = bars(frame(Wonen=2, Energie=1), category="theme", unit="uur", chosen=chosen)
    assert list(figure.data[0].marker.opacity) == expected


def test_names_from_a_file_are_no_markup() -> None:
    figure = bars(frame(**{"<b>$x$</b>": 1}), category="theme", unit="uur")
    assert figure.layout.yaxis.ticktext[0] == "&lt;b&gt;&#36;x&#36;&lt;/b&gt;"
    assert "<b>" not in figure.data[0].hovertext[0]
    assert figure.data[0].customdata[0][0] == "<b>$x$</b>"


def test_nothing_to_show_is_an_empty_figure() -> None:
    assert len(bars(frame(), category="theme", unit="uur").data[0].x) == 0
