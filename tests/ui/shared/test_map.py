from __future__ import annotations

from collections.abc import Iterator

import pandas as pd
import pytest

from analysis.period import Period
from data import columns as c
from data.states import STATES
from texts import use_language
from ui.shared import map as map_of_cells


@pytest.fixture(autouse=True)
def _dutch() -> Iterator[None]:
    with use_language("nl"):
        yield


def cells(*states: str, relevant: bool = True, reported: bool = True) -> pd.DataFrame:
    return pd.DataFrame(
        {
            c.DEPARTMENT: "Jeugd", c.DOMAIN: "sociaal", c.PILLAR: "sociaal",
            c.THEME: [f"Thema {place}" for place in range(len(states))],
            c.STATE: list(states), "uses": 1, "network_uses": 1, "last_used": pd.NaT,
            "relevant": relevant, "reported": reported,
        }
    )  # fmt: skip


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        (
            cells(c.USED, c.OPEN, c.LAPSED, c.NETWORK_ONLY),
            "4 relevante combinaties in 2019–2020: 1 gebruikt, 2 wit of weggevallen.",
        ),
        (
            cells(c.UNKNOWN, reported=False),
            "Over 2019–2020 is van geen enkele afdeling iets opgegeven.",
        ),
        (
            cells(c.NOT_APPLICABLE, relevant=False),
            "Geen enkele combinatie geldt als relevant.",
        ),
    ],
)
def test_the_map_says_what_it_shows(given: pd.DataFrame, expected: str) -> None:
    assert map_of_cells.map_finding(given, Period(2019, 2020)) == expected


def test_the_table_of_the_map_has_every_cell_with_sign_and_word() -> None:
    chart = map_of_cells.map_chart(cells(c.USED, c.OPEN), Period(2022, 2022))
    assert chart.table["Stand"].tolist() == ["✓ Gebruikt", "○ Witte vlek"]
    assert chart.n == 4
    assert chart.alt.endswith("✓ Gebruikt: 1; ○ Witte vlek: 1.")


def test_the_legend_explains_all_eight_states() -> None:
    assert len(map_of_cells.legend().splitlines()) == len(STATES) == 8
