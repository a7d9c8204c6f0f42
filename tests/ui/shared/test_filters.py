"""The choice of years has room for what it says."""

from __future__ import annotations

import datetime as dt

import pytest

from analysis.reporting import State
from texts import use_language
from ui.shared import filters


@pytest.mark.parametrize(
    ("since", "through", "shown"),
    [
        (dt.date(2025, 1, 1), dt.date(2025, 9, 30), "2025 (t/m 30 september)"),
        (dt.date(2025, 1, 15), dt.date(2025, 12, 15), "2025 (deels)"),
    ],
)
def test_a_year_says_how_far_it_is_reported_when_that_fits(
    since: dt.date, through: dt.date, shown: str
) -> None:
    with use_language("nl"):
        assert filters._short(2025, State("partial", through=through, since=since)) == shown
