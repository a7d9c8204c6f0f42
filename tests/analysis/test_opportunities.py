from __future__ import annotations

from collections import Counter
from typing import Any

import pandas as pd
import pytest

from analysis.cells import cell_states
from analysis.opportunities import COLUMNS, draw_number, enough_to_rank, rank_opportunities
from analysis.period import Period
from analysis.shares import MINIMUM_USES_TO_RANK
from tests.analysis.frames import (
    World,
    actions_frame,
    departments_frame,
    relevance_frame,
    reported_frame,
    reports_frame,
    themes_frame,
    usage_frame,
)

Y2018, Y2019 = Period(2018, 2018), Period(2019, 2019)


def ranked(cells: pd.DataFrame, *columns: str, **more: Any) -> list[tuple[Any, ...]]:
    found = rank_opportunities(cells, Y2018, minimum_uses=1, **more)
    return list(found[list(columns)].itertuples(index=False, name=None))


def test_the_ranking_of_the_town_by_hand(town: World) -> None:
    cells = cell_states(*town, Y2018)
    found = rank_opportunities(cells, Y2018, minimum_uses=1)
    assert found.columns.tolist() == COLUMNS
    assert found["rank"].tolist() == [1, 2, 3, 4, 5, 6, 7]
    assert set(found["list"]) == {"broaden"}
    # Each theme is used by one of three others: (1 + 0.5) / (3 + 1) = 0.375 of the municipality.
    # Jeugd and Zorg have one peer, who uses it: (1 + 4 x 0.375) / (1 + 4) = 0.5, and one other
    # theme: x root 2. Markt has no peers and one other theme; Beheer has none.
    scores = found.set_index(["department", "theme"])["score"]
    assert scores.to_dict() == {
        ("Jeugd", "Schulden"): pytest.approx(0.707107),
        ("Zorg", "Wonen"): pytest.approx(0.707107),
        ("Markt", "Schulden"): pytest.approx(0.530330),
        ("Markt", "Wonen"): pytest.approx(0.530330),
        ("Beheer", "Energie"): 0.375,
        ("Beheer", "Schulden"): 0.375,
        ("Beheer", "Wonen"): 0.375,
    }
    assert found["score"].is_monotonic_decreasing


def test_the_reason_of_each_spot(town: World) -> None:
    found = ranked(
        cell_states(*town, Y2018), "department", "theme", "others", "departments_using",
        "other_themes", "colleague", "colleague_uses",
    )  # fmt: skip
    assert set(found) >= {
        ("Jeugd", "Schulden", 3, 1, 1, "Zorg", 1),
        ("Zorg", "Wonen", 3, 1, 1, "Jeugd", 2),
        ("Beheer", "Energie", 3, 1, 0, "Markt", 1),  # not Jeugd: that was through the network
    }


def test_unknown_departments_are_neither_ranked_nor_peers(town: World) -> None:
    usage = usage_frame([
        {"date": "2019-01-01"},
        {"date": "2019-01-01", "department": "Beheer"},
        {"date": "2019-01-01", "department": "Markt"},
        {"date": "2018-01-01", "department": "Zorg"},
    ])  # fmt: skip
    reported = reported_frame(Zorg=(2018,), Jeugd=(2019,), Beheer=(2019,), Markt=(2019,))
    cells = cell_states(*town._replace(usage=usage, reported=reported), Y2019)
    found = rank_opportunities(cells, Y2018, minimum_uses=1)
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
    return cells_of(rows, departments)


def cells_of(rows: list[dict[str, Any]], departments: tuple[str, ...]) -> pd.DataFrame:
    return cell_states(
        usage_frame(rows), departments_frame(*departments),
        themes_frame("Wonen", "Schulden", "Energie"), relevance_frame(),
        reported_frame(**dict.fromkeys(departments, (2017, 2018))), Period(2018, 2018),
    )  # fmt: skip


def first(cells: pd.DataFrame, department: str) -> list[str]:
    return [theme for name, theme in ranked(cells, "department", "theme") if name == department]


FIVE = ("Jeugd", "Zorg", "Werk", "Bouw", "Markt")


@pytest.mark.parametrize(
    ("pairs", "order"),
    [
        # More peers: (2 + 4 x 2.5 / 5) / 6 = 0.67 above (0 + 4 x 1.5 / 5) / 6 = 0.2.
        (["Zorg Wonen", "Werk Wonen", "Bouw Schulden"], ["Wonen", "Schulden", "Energie"]),
        # As many peers: more of the whole municipality.
        (["Zorg Wonen", "Werk Schulden", "Bouw Schulden"], ["Schulden", "Wonen", "Energie"]),
        # One peer, or three elsewhere: 1 + 4 x 0.3 = 2.2 against 4 x 0.5 = 2; with four, 4 x 0.7.
        (["Zorg Wonen", "Bouw Schulden", "Markt Schulden"], ["Wonen", "Schulden", "Energie"]),
    ],
)
def test_the_order_of_the_rule(pairs: list[str], order: list[str]) -> None:
    assert first(world_of(*pairs, departments=FIVE), "Jeugd") == order


def test_a_theme_known_from_a_theme_group_counts_double() -> None:
    rows = [
        {"date": "2018-03-01", "department": "Zorg", "theme": "Wonen"},
        {"date": "2018-03-01", "department": "Bouw", "theme": "Schulden"},
        {"date": "2018-03-01", "department": "Markt", "theme": "Energie"},
        {"date": "2017-03-01", "theme": "Schulden", "channel": "network"},
    ]
    scores = {name: score for _, name, score in of_jeugd(rows)}
    # 0.2 twice is more than 0.37 once.
    assert scores["Schulden"] == pytest.approx(2 * 4 * 0.3 / 6)
    assert scores["Wonen"] == pytest.approx((1 + 4 * 0.3) / 6)


def of_jeugd(rows: list[dict[str, Any]]) -> list[tuple[Any, ...]]:
    cells = cells_of(rows, FIVE)
    found = ranked(cells, "department", "theme", "score")
    return [row for row in found if row[0] == "Jeugd"]


def test_who_uses_more_other_themes_comes_first() -> None:
    pairs = ["Zorg Energie", "Zorg Schulden", "Werk Schulden", "Bouw Wonen"]
    found = ranked(world_of(*pairs, departments=FIVE), "theme", "department", "other_themes")
    of_wonen = [(name, n) for theme, name, n in found if theme == "Wonen"]
    # Nobody in the social domain uses it, so that only their own themes tell them apart.
    assert [pair for pair in of_wonen if pair[0] != "Markt"] == [
        ("Zorg", 2), ("Werk", 1), ("Jeugd", 0),
    ]  # fmt: skip


def test_what_lapsed_is_a_list_of_its_own_by_how_often_it_was_used() -> None:
    pairs = [
        "2017:Jeugd Wonen", "2017:Jeugd Schulden", "2017:Jeugd Schulden", "Zorg Wonen",
        "Werk Wonen", "Bouw Energie",
    ]  # fmt: skip
    found = ranked(world_of(*pairs, departments=FIVE), "list", "rank", "theme", "uses_before")
    assert [row for row in found if row[0] == "return"] == [
        ("return", 1, "Schulden", 2), ("return", 2, "Wonen", 1),
    ]  # fmt: skip
    assert [row[1] for row in found if row[0] == "broaden"] == list(range(1, len(found) - 1))
    assert all(row[3] == 0 for row in found if row[0] == "broaden")


def test_use_in_an_unfinished_year_is_neither_new_nor_lapsed() -> None:
    rows = [{"date": "2017-03-01"}, {"date": "2018-03-01", "department": "Zorg"}]
    cells = cell_states(
        usage_frame(rows), departments_frame("Jeugd", "Zorg"), themes_frame("Wonen", "Energie"),
        relevance_frame(),
        reports_frame([("Jeugd", "direct", "2018-01-01", "2018-06-30", None),
                       ("Zorg", "direct", "2018-01-01", "2018-12-31", None)]), Y2018,
    )  # fmt: skip
    cells["uses"] *= 10
    cells.loc[cells["department"] == "Zorg", "state"] = "used"
    assert ("Jeugd", "Wonen") not in ranked(cells, "department", "theme")


def test_a_lot_is_the_sha256_of_its_names() -> None:
    # echo -n "2018|Jeugd|Wonen" | sha256sum
    assert draw_number(Y2018, "Jeugd", "Wonen") == 0xE9E4FF7570BA
    assert draw_number(Period(2017, 2018), "Jeugd", "Wonen") != draw_number(Y2018, "Jeugd", "Wonen")


def test_the_alphabet_decides_nothing(town: World) -> None:
    cells = cell_states(*town, Y2018)
    firsts = Counter(
        rank_opportunities(cells, Period(year, year), minimum_uses=1)["department"].iloc[0]
        for year in range(1000, 1200)
    )
    assert set(firsts) == {"Jeugd", "Zorg"}
    assert 70 <= firsts["Jeugd"] <= 130  # of 200 lots; more than four deviations off is no chance


def test_of_equals_the_one_approached_longest_ago_is_first(town: World) -> None:
    cells = cell_states(*town, Y2018)
    actions = [
        {"department": "Jeugd", "theme": "Energie", "chosen_on": "2017-01-01"},
        {"department": "Jeugd", "theme": "Energie", "chosen_on": "2018-03-01"},
        {"department": "Zorg", "theme": "Energie", "chosen_on": "2018-02-01"},
    ]

    def names(of: list[dict[str, Any]], period: Period) -> list[str]:
        found = rank_opportunities(cells, period, actions_frame(of), minimum_uses=1)
        return found["department"].tolist()[:2]

    for year in range(2018, 2028):  # whatever the lot says
        period = Period(year, year)
        assert names(actions, period) == ["Zorg", "Jeugd"]
        assert names(actions[2:], period) == ["Jeugd", "Zorg"]  # never is longest ago
        everybody = [*actions, {"department": "Beheer", "chosen_on": "2018-04-01"}]
        assert names(everybody, period) == ["Zorg", "Jeugd"]


def test_at_most_two_of_the_first_five_are_of_one_department() -> None:
    pairs = ["Zorg Wonen", "Zorg Schulden", "Zorg Energie", "Werk Wonen", "Werk Schulden",
             "Werk Energie", "Markt Wonen"]  # fmt: skip
    departments = ("Jeugd", "Zorg", "Werk", "Bouw", "Markt", "Beheer")
    found = ranked(world_of(*pairs, departments=departments), "department")
    names = [name for (name,) in found]
    assert max(Counter(names[:5]).values()) == 2
    assert len(names) == 11
    # Jeugd has the highest three scores; the third comes as soon as five are chosen.
    assert names[:2] == ["Jeugd", "Jeugd"]
    assert names[5] == "Jeugd"


def test_when_there_are_no_others_one_department_has_them_all() -> None:
    themes, users = ("Wonen", "Schulden", "Energie"), ("Zorg", "Werk", "Bouw")
    pairs = [f"{user} {theme}" for user in users for theme in themes]
    cells = world_of(*pairs, departments=("Jeugd", *users))
    assert ranked(cells, "department") == [("Jeugd",)] * 3


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
    found = rank_opportunities(cells, Y2018, minimum_uses=1)
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
    found = rank_opportunities(cells, Y2018)
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
    assert rank_opportunities(cells, Y2018).columns.tolist() == COLUMNS
