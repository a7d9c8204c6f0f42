"""The figures of the page Budget."""

from __future__ import annotations

import pandas as pd
import pytest

from texts import use_language
from ui.figures.bullet import bullet
from ui.figures.split import split
from ui.figures.template import FADED
from ui.figures.waterfall import waterfall
from ui.figures.year_line import year_line

YEARS = pd.DataFrame(
    [(2020, 30_000.0, 28_000.5, None), (2021, None, 31_000.0, 1_000.0), (2022, 8.0, None, None)],
    columns=["year", "budget", "actual", "commitment"],
    dtype=object,
)


def test_a_bullet_has_the_last_year_on_top_and_a_mark_for_each_budget() -> None:
    with use_language("nl"):
        spent, committed, mark = bullet(YEARS).data
    assert list(spent.x) == [None, 31_000.0, 28_000.5]
    assert list(committed.x) == [None, 1_000.0, None]
    assert list(mark.x) == [8.0, None, 30_000.0]
    assert spent.hovertext[2] == "2020: Besteed €\u00a028.000,50"


def test_the_chosen_year_stands_out_and_no_commitments_need_no_legend() -> None:
    figure = bullet(YEARS.iloc[[0, 2]], chosen=2020)
    assert len(figure.data) == 2
    assert list(figure.data[0].marker.opacity) == [FADED, 1.0]
    assert list(figure.layout.yaxis.ticktext) == ["2022", "2020"]


def test_a_bullet_of_nothing_stands() -> None:
    assert len(bullet(YEARS.iloc[:0]).data[0].x) == 0


def steps_frame(steps: dict[str, float]) -> pd.DataFrame:
    return pd.DataFrame({"name": list(steps), "value": list(steps.values())})


def test_a_waterfall_steps_from_one_amount_to_another() -> None:
    steps = {"Budget": 100.0, "Besteed": -120.5, "Over": -20.5}
    with use_language("nl"):
        figure = waterfall(steps_frame(steps), ends={"Budget", "Over"})
    (trace,) = figure.data
    assert list(trace.measure) == ["absolute", "relative", "absolute"]
    assert list(trace.text) == ["€\u00a0100", "€\u00a0-120,50", "€\u00a0-20,50"]
    low, high = figure.layout.yaxis.range
    assert low < -20.5
    assert high > 100


def test_names_in_a_waterfall_are_no_markup() -> None:
    figure = waterfall(steps_frame({"<b>": 1.0}), ends={"<b>"})
    assert figure.layout.xaxis.ticktext[0] == "&lt;b&gt;"


MONTHS = pd.DataFrame({"month": range(1, 13), "cumulative": [100.0 * m for m in range(1, 13)]})


def test_the_line_ends_at_the_chosen_month() -> None:
    line, budget = year_line(MONTHS, until=6, budget=1_000.0).data
    assert list(line.x) == [1, 2, 3, 4, 5, 6]
    assert list(budget.y) == [1_000.0, 1_000.0]


def test_without_budget_there_is_only_the_line() -> None:
    assert len(year_line(MONTHS, until=12, budget=None).data) == 1


@pytest.mark.parametrize(("agreed", "lines"), [(0.6, 1), (None, 0)])
def test_the_agreed_part_is_a_line(agreed: float | None, lines: int) -> None:
    frame = pd.DataFrame(
        [{"label": "2021", "share": 0.7, "low": 0.5, "high": 0.9, "k": 7, "n": 10, "enough": True}]
    )
    figure = split(frame, agreed=agreed)
    assert len(figure.layout.shapes) == lines
