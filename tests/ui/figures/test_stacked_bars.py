from __future__ import annotations

import pandas as pd
import pytest

from analysis.period import Period
from texts import use_language
from ui.figures.stacked_bars import LARGEST, stacked_bars
from ui.figures.template import FADED, OTHER


def frame(*rows: tuple[str, str, float]) -> pd.DataFrame:
    starts, themes, values = zip(*rows, strict=True)
    return pd.DataFrame(
        {"period_start": pd.to_datetime(list(starts)), "theme": list(themes), "value": list(values)}
    )


def test_a_year_without_use_stays_a_gap() -> None:
    figure = stacked_bars(
        frame(("2018-01-01", "Wonen", 2), ("2020-01-01", "Wonen", 3)),
        by="theme", per="year", unit="keer",
    )  # fmt: skip
    (trace,) = figure.data
    assert list(trace.y) == [2, 0, 3]
    assert list(figure.layout.xaxis.ticktext) == ["2018", "2019", "2020"]
    assert list(trace.customdata[2]) == ["2020-01-01", "Wonen"]


def test_the_largest_group_comes_first_and_the_small_ones_go_together() -> None:
    many = [("2018-01-01", f"Thema {i}", 20 - i) for i in range(LARGEST + 3)]
    with use_language("nl"):
        figure = stacked_bars(frame(*many), by="theme", per="year", unit="keer")
    assert [trace.name for trace in figure.data] == [
        *(f"Thema {i}" for i in range(LARGEST)),
        "Overige",
    ]
    last = figure.data[-1]
    assert list(last.y) == [14 + 13 + 12]
    assert last.marker.color == OTHER
    assert last.customdata[0][1] == ""


@pytest.mark.parametrize(
    ("per", "starts", "expected"),
    [
        ("quarter", ("2019-01-01", "2019-07-01"), ["2019 kw 1", "2019 kw 2", "2019 kw 3"]),
        ("month", ("2019-02-01", "2019-03-01"), ["feb 2019", "mrt 2019"]),
    ],
)
def test_periods_are_named_in_dutch(per: str, starts: tuple[str, str], expected: list[str]) -> None:
    rows = [(start, "Wonen", 1) for start in starts]
    with use_language("nl"):
        figure = stacked_bars(frame(*rows), by="theme", per=per, unit="keer")
    assert list(figure.layout.xaxis.ticktext) == expected


def test_years_outside_the_period_fade() -> None:
    figure = stacked_bars(
        frame(("2018-01-01", "Wonen", 1), ("2019-01-01", "Wonen", 1)),
        by="theme", per="year", unit="keer", highlighted=Period(2019, 2019),
    )  # fmt: skip
    assert list(figure.data[0].marker.opacity) == [FADED, 1]


def test_the_frame_is_left_as_it_was() -> None:
    given = frame(("2018-01-01", "Wonen", 1))
    before = given.copy()
    stacked_bars(given, by="theme", per="year", unit="keer")
    pd.testing.assert_frame_equal(given, before)
