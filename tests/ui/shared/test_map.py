from __future__ import annotations

from collections.abc import Iterator

import pandas as pd
import pytest

from analysis.findings import facts
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


def test_the_table_of_the_map_has_every_cell_with_sign_and_word() -> None:
    chart = map_of_cells.map_chart(cells(c.USED, c.OPEN), "2022")
    assert chart.table["Stand"].tolist() == ["✓ Gebruikt", "○ Witte vlek"]
    assert chart.n == 4


def test_title_alt_text_and_legend_count_the_same_cells() -> None:
    frame = pd.concat([cells(c.USED, c.OPEN, c.LAPSED), cells(c.USED, relevant=False)])
    chart = map_of_cells.map_chart(frame, "2022", ("sociaal",))
    parts = "1 gebruikt + 1 wit + 1 weggevallen"
    title = f"3 relevante combinaties in 2022 in het sociaal domein = {parts}."
    assert chart.title == title
    assert chart.alt == (
        f"Kaart van afdelingen en thema’s. {title} 1 andere combinatie is niet relevant. "
        "1 daarvan is toch gebruikt."
    )
    legend = map_of_cells.legend(facts.count_map(frame)).replace("*", "").replace("\\", "")
    assert "✓ Gebruikt: 1." in legend
    assert "↓ Eerder wel, nu niet: 1." in legend


def test_the_legend_explains_all_eight_states() -> None:
    assert len(map_of_cells.legend().splitlines()) == len(STATES) == 8
