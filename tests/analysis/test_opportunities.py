from __future__ import annotations

from typing import Any

import pandas as pd
import pytest

from analysis.cells import cell_states
from analysis.opportunities import COLUMNS, enough_to_rank, rank_opportunities
from analysis.period import Period
from analysis.shares import MINIMUM_USES_TO_RANK
from tests.analysis.frames import (
    World,
    departments_frame,
    relevance_frame,
    reported_frame,
    themes_frame,
    usage_frame,
)

Y2018, Y2019 = Period(2018, 2018), Period(2019, 2019)


def ranked(cells: pd.DataFrame, *columns: str) -> list[tuple[Any, ...]]:
    found = rank_opportunities(cells, minimum_uses=1)
    return list(found[list(columns)].itertuples(index=False, name=None))


def test_the_ranking_of_the_town_by_hand(town: World) -> None:
    cells = cell_states(*town, Y2018)
    found = rank_opportunities(cells, minimum_uses=1)
    assert found.columns.tolist() == COLUMNS
    assert found["rank"].tolist() == [1, 2, 3, 4, 5, 6, 7]
    # Jeugd and Zorg are each other's only peer; Beheer and Markt have none, so that for them the
    # one in three others counts: (1 + 1) / (3 + 2).
    assert ranked(cells, "department", "theme", "peers_using", "peers", "score") == [
        ("Jeugd", "Schulden", 1, 1, 2 / 3),
        ("Zorg", "Wonen", 1, 1, 2 / 3),
        ("Beheer", "Energie", 0, 0, 0.4),
        ("Beheer", "Schulden", 0, 0, 0.4),
        ("Beheer", "Wonen", 0, 0, 0.4),
        ("Markt", "Schulden", 0, 0, 0.4),
        ("Markt", "Wonen", 0, 0, 0.4),
    ]


def test_the_reason_of_each_spot(town: World) -> None:
    found = ranked(
        cell_states(*town, Y2018), "department", "theme", "others", "departments_using",
        "other_themes", "colleague", "colleague_uses",
    )  # fmt: skip
    assert found[:3] == [
        ("Jeugd", "Schulden", 3, 1, 1, "Zorg", 1),
        ("Zorg", "Wonen", 3, 1, 1, "Jeugd", 2),
        ("Beheer", "Energie", 3, 1, 0, "Markt", 1),  # not Jeugd: that was through the network
    ]


def test_unknown_departments_are_neither_ranked_nor_peers(town: World) -> None:
    usage = usage_frame([
        {"date": "2019-01-01"},
        {"date": "2019-01-01", "department": "Beheer"},
        {"date": "2019-01-01", "department": "Markt"},
        {"date": "2018-01-01", "department": "Zorg"},
    ])  # fmt: skip
    reported = reported_frame(Zorg=(2018,), Jeugd=(2019,), Beheer=(2019,), Markt=(2019,))
    cells = cell_states(*town._replace(usage=usage, reported=reported), Y2019)
    found = rank_opportunities(cells, minimum_uses=1)
    assert "Zorg" not in set(found["department"])
    assert found.loc[found["department"] == "Jeugd", ["peers", "others"]].to_numpy().tolist() == [
        [0, 2], [0, 2],
    ]  # fmt: skip


def world_of(*pairs: str, departments: tuple[str, ...], reported: int = 2018) -> pd.DataFrame:
    """The cells after one use per `department theme` pair; `year:` before a pair if not 2018."""
    rows = []
    for pair in pairs:
        year, _, rest = pair.rpartition(":")
        department, theme = rest.split()
        rows.append({"date": f"{year or reported}-03-01", "department": department, "theme": theme})
    return cell_states(
        usage_frame(rows), departments_frame(*departments),
        themes_frame("Wonen", "Schulden", "Energie"), relevance_frame(),
        reported_frame(**dict.fromkeys(departments, (2017, 2018))), Period(2018, 2018),
    )  # fmt: skip


def first(cells: pd.DataFrame, department: str) -> list[str]:
    return [theme for name, theme in ranked(cells, "department", "theme") if name == department]


@pytest.mark.parametrize(
    ("pairs", "order"),
    [
        # More peers.
        (["Zorg Wonen", "Zorg Energie", "Werk Energie", "Bouw Schulden"],
         ["Energie", "Wonen", "Schulden"]),
        # As many peers: more of the whole municipality.
        (["Zorg Wonen", "Zorg Energie", "Werk Schulden", "Bouw Wonen", "Markt Schulden",
          "Bouw Schulden"],
         ["Schulden", "Wonen", "Energie"]),
        # As many of both: lapsed before open.
        (["Zorg Wonen", "Werk Energie", "Bouw Schulden", "Zorg Schulden", "Bouw Wonen",
          "Bouw Energie", "2017:Jeugd Wonen"],
         ["Wonen", "Energie", "Schulden"]),
        # All alike: by name.
        (["Zorg Wonen", "Werk Energie", "Zorg Schulden", "Bouw Wonen", "Bouw Energie",
          "Bouw Schulden"],
         ["Energie", "Schulden", "Wonen"]),
    ],
)  # fmt: skip
def test_the_order_of_the_rule(pairs: list[str], order: list[str]) -> None:
    departments = ("Jeugd", "Zorg", "Werk", "Bouw", "Markt")
    assert first(world_of(*pairs, departments=departments), "Jeugd") == order


@pytest.mark.parametrize(
    ("pairs", "colleague", "uses"),
    [
        # Same domain first, though another has more.
        (["Werk Wonen", "Bouw Wonen", "Bouw Wonen", "Zorg Energie"], "Werk", 1),
        # Then most uses.
        (["Werk Wonen", "Zorg Wonen", "Zorg Wonen", "Bouw Energie"], "Zorg", 2),
        # Then the name.
        (["Zorg Wonen", "Werk Wonen", "Bouw Energie"], "Werk", 1),
        # Nobody in the domain.
        (["Markt Wonen", "Bouw Wonen", "Zorg Energie"], "Bouw", 1),
    ],
)
def test_the_colleague_to_ask(pairs: list[str], colleague: str, uses: int) -> None:
    cells = world_of(*pairs, departments=("Jeugd", "Zorg", "Werk", "Bouw", "Markt"))
    found = ranked(cells, "department", "theme", "colleague", "colleague_uses")
    assert ("Jeugd", "Wonen", colleague, uses) in found


def test_there_is_no_colleague_where_nobody_uses_the_theme() -> None:
    cells = world_of(
        "Zorg Wonen", "Werk Wonen", "Bouw Wonen", departments=("Jeugd", "Zorg", "Werk", "Bouw")
    )
    found = rank_opportunities(cells, minimum_uses=1)
    nobody = found[found["theme"] == "Energie"]
    assert nobody["colleague"].isna().all()
    assert nobody["colleague_uses"].eq(0).all()


def test_departments_without_a_domain_are_not_peers() -> None:
    cells = world_of(
        "Zorg Wonen", "Jeugd Wonen", "Bouw Wonen", departments=("Jeugd", "Zorg", "Bouw", "Nieuw")
    )
    cells.loc[cells["department"] == "Bouw", "domain"] = "onbekend"
    found = ranked(cells, "department", "theme", "peers", "peers_using", "departments_using")
    assert ("Nieuw", "Wonen", 0, 0, 3) in found


@pytest.mark.parametrize("state", ["network_only", "planned", "declined", "unknown"])
def test_only_open_and_lapsed_cells_are_ranked(town: World, state: str) -> None:
    cells = cell_states(*town, Y2018)
    cells.loc[1, "state"] = state
    assert ("Jeugd", "Schulden") not in ranked(cells, "department", "theme")


def test_what_is_not_relevant_is_not_ranked(town: World) -> None:
    usage = usage_frame([
        {"date": "2018-01-01", "department": "Zorg", "theme": "Energie"},
        *({"date": "2019-01-01", "department": d} for d in ("Jeugd", "Beheer", "Zorg")),
    ])  # fmt: skip
    cells = cell_states(*town._replace(usage=usage), Y2019)
    lapsed = cells[(cells["department"] == "Zorg") & (cells["theme"] == "Energie")]
    assert lapsed["state"].tolist() == ["lapsed"]
    assert ("Zorg", "Energie") not in ranked(cells, "department", "theme")


@pytest.mark.parametrize(
    ("uses", "departments", "enough"),
    [
        (MINIMUM_USES_TO_RANK, 3, True),
        (MINIMUM_USES_TO_RANK - 1, 3, False),
        (MINIMUM_USES_TO_RANK, 2, False),
        (0, 0, False),
    ],
)
def test_too_little_data_is_not_ranked(uses: int, departments: int, enough: bool) -> None:
    names = ("Jeugd", "Zorg", "Werk", "Bouw")
    pairs = [f"{names[i % departments]} Wonen" for i in range(uses)]
    cells = world_of(*pairs, departments=names)
    assert enough_to_rank(cells) is enough
    found = rank_opportunities(cells)
    assert found.columns.tolist() == COLUMNS
    assert found.empty is not enough


def test_use_through_the_network_is_not_enough_to_rank(town: World) -> None:
    usage = usage_frame(
        {"department": d, "channel": "network"}
        for d in ("Jeugd", "Zorg", "Markt")
        for _ in range(9)
    )
    assert not enough_to_rank(cell_states(*town._replace(usage=usage), Y2018))


def test_an_empty_store_ranks_nothing(nothing: World) -> None:
    cells = cell_states(*nothing, Y2018)
    assert enough_to_rank(cells) is False
    assert rank_opportunities(cells).columns.tolist() == COLUMNS
