from __future__ import annotations

import pandas as pd
import pytest

from analysis.period import Period
from texts import use_language
from ui.figures.bars import bars
from ui.figures.lines import lines
from ui.figures.stacked_bars import stacked_bars
from ui.shared.as_data import data_of


def test_lying_bars_keep_their_names_and_order() -> None:
    frame = pd.DataFrame({"theme": ["Wonen <b>", "Schulden"], "value": [5, 2]})
    found = data_of(bars(frame, category="theme", unit="keer"), "Gebruik")
    assert found is not None
    assert (found.categories, found.series) == (["Wonen <b>", "Schulden"], {"Gebruik": [5, 2]})
    assert found.lying
    assert not found.stacked


@pytest.mark.parametrize(("language", "other"), [("nl", "Overige"), ("en", "Other")])
def test_stacked_bars_have_a_series_per_group(language: str, other: str) -> None:
    starts = pd.to_datetime(["2020-01-01"] * 8 + ["2021-01-01"])
    frame = pd.DataFrame(
        {
            "period_start": starts,
            "theme": [*"abcdefgh", "a"],
            "value": [9, 8, 7, 6, 5, 4, 3, 2, 1],
        }
    )
    with use_language(language):
        figure = stacked_bars(
            frame, by="theme", per="year", unit="keer", highlighted=Period(2021, 2021)
        )
        found = data_of(figure, "Gebruik")
    assert found is not None
    assert found.stacked
    assert found.categories == ["2020", "2021"]
    assert found.series["a"] == [9, 1]
    assert found.series[other] == [5, 0]  # g and h, the smallest two


def test_a_line_keeps_a_year_without_a_value_empty() -> None:
    frame = pd.DataFrame({"year": [2020, 2021], "reach": [0.5, None]})
    found = data_of(lines(frame, measures={"reach": "Bereik"}, shown=str), "Bereik")
    assert found is not None
    assert found.lines
    assert found.categories == ["2020", "2021"]
    assert found.series["Bereik"][0] == 0.5
