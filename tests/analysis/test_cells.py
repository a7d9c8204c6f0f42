from __future__ import annotations

import pandas as pd
import pytest

from analysis.cells import cell_states
from analysis.period import Period
from tests.analysis.frames import (
    World,
    departments_frame,
    relevance_frame,
    reported_frame,
    reports_frame,
    themes_frame,
    usage_frame,
)

COLUMNS = [
    "department", "domain", "theme", "pillar", "task", "relevant", "state", "uses",
    "network_uses", "hours", "last_used", "uses_before", "network_uses_before", "reported",
]  # fmt: skip
Y2019 = Period(2019, 2019)


def states(cells: pd.DataFrame) -> dict[str, list[str]]:
    return {name: list(found) for name, found in cells.groupby("department")["state"]}


@pytest.mark.parametrize(
    ("period", "expected"),
    [
        (Period(2018, 2018), {
            "Jeugd": ["used", "open", "network_only"],
            "Zorg": ["open", "used", "not_applicable"],
            "Beheer": ["open", "open", "open"],
            "Markt": ["open", "open", "used"],
        }),
        # Use through the network before does not make a cell lapsed; Markt reported nothing, and
        # its Energie was used before, so that it is unknown rather than not applicable.
        (Y2019, {
            "Jeugd": ["used", "open", "open"],
            "Zorg": ["open", "lapsed", "not_applicable"],
            "Beheer": ["open", "open", "used"],
            "Markt": ["unknown", "unknown", "unknown"],
        }),
        # One reported year is enough to know a department.
        (Period(2018, 2019), {
            "Jeugd": ["used", "open", "network_only"],
            "Zorg": ["open", "used", "not_applicable"],
            "Beheer": ["open", "open", "used"],
            "Markt": ["open", "open", "used"],
        }),
        (Period(2010, 2012), {
            "Jeugd": ["unknown", "unknown", "unknown"],
            "Zorg": ["unknown", "unknown", "not_applicable"],
            "Beheer": ["unknown", "unknown", "unknown"],
            "Markt": ["unknown", "unknown", "not_applicable"],
        }),
    ],
)  # fmt: skip
def test_the_state_of_every_cell(
    town: World, period: Period, expected: dict[str, list[str]]
) -> None:
    cells = cell_states(*town, period)
    assert cells.columns.tolist() == COLUMNS
    assert cells["theme"].tolist() == ["Wonen", "Schulden", "Energie"] * 4
    assert states(cells) == expected


def test_what_a_cell_counts(town: World) -> None:
    cells = cell_states(*town, Period(2018, 2018)).set_index(["department", "theme"])
    direct = cells.loc[("Jeugd", "Wonen")]
    assert (direct["uses"], direct["network_uses"], direct["hours"]) == (2, 0, 5.5)
    assert direct["last_used"] == pd.Timestamp("2018-05-01")
    network = cells.loc[("Jeugd", "Energie")]
    assert (network["uses"], network["network_uses"], network["hours"]) == (0, 1, 1.0)
    assert pd.isna(network["last_used"])
    without_hours = cells.loc[("Zorg", "Schulden")]
    assert (without_hours["uses"], without_hours["hours"]) == (1, 0.0)
    assert cells["uses"].sum() + cells["network_uses"].sum() == 5


def test_last_used_looks_back_before_the_period_but_never_past_it(town: World) -> None:
    cells = cell_states(*town, Y2019).set_index(["department", "theme"])
    assert cells.loc[("Zorg", "Schulden"), "last_used"] == pd.Timestamp("2018-07-01")
    earlier = cell_states(*town, Period(2018, 2018)).set_index(["department", "theme"])
    assert earlier.loc[("Jeugd", "Wonen"), "last_used"] == pd.Timestamp("2018-05-01")


def test_use_of_a_cell_that_is_not_relevant_is_used_and_then_lapsed() -> None:
    usage = usage_frame([{"department": "Zorg", "theme": "Energie"}])
    frames = (
        usage, departments_frame("Zorg"), themes_frame("Energie"),
        relevance_frame(("Zorg", "Energie")), reported_frame(Zorg=(2018, 2019)),
    )  # fmt: skip
    assert cell_states(*frames, Period(2018, 2018))["state"].tolist() == ["used"]
    assert cell_states(*frames, Y2019)["state"].tolist() == ["lapsed"]


@pytest.mark.parametrize(
    ("channel", "state"), [("direct", "used"), (None, "used"), ("network", "network_only")]
)
def test_a_missing_channel_counts_as_direct(channel: str | None, state: str) -> None:
    cells = cell_states(
        usage_frame([{"channel": channel}]), departments_frame("Jeugd"), themes_frame("Wonen"),
        relevance_frame(), reported_frame(Jeugd=(2018,)), Period(2018, 2018),
    )  # fmt: skip
    assert cells["state"].tolist() == [state]


def test_use_without_a_report_is_known_and_nothing_else_of_the_department(town: World) -> None:
    cells = cell_states(*town._replace(reported=reported_frame()), Y2019)
    known = cells[cells["reported"]]
    assert known[["department", "theme"]].to_numpy().tolist() == [
        ["Jeugd", "Wonen"], ["Beheer", "Energie"],
    ]  # fmt: skip
    assert "open" not in set(cells["state"])


def test_a_list_of_theme_groups_says_nothing_of_direct_use(town: World) -> None:
    lines = [(name, "network", "2019-01-01", "2019-12-31", None) for name in ("Jeugd", "Zorg")]
    cells = cell_states(*town._replace(reported=reports_frame(lines)), Y2019)
    assert set(cells.loc[cells["department"] == "Zorg", "state"]) == {"unknown", "not_applicable"}


@pytest.mark.parametrize(
    ("last_day", "state"),
    [("2019-12-31", "lapsed"), ("2019-12-30", "open"), ("2018-12-31", "unknown")],
)
def test_nothing_has_lapsed_in_a_year_that_is_not_complete(
    town: World, last_day: str, state: str
) -> None:
    reported = reports_frame([("Zorg", "direct", "2018-01-01", last_day, None)])
    cells = cell_states(*town._replace(reported=reported), Y2019).set_index(["department", "theme"])
    assert cells.loc[("Zorg", "Schulden"), "state"] == state


def test_a_report_of_some_themes_says_nothing_of_the_others(town: World) -> None:
    reported = reports_frame([("Markt", "direct", "2019-01-01", "2019-12-31", ("Schulden",))])
    cells = cell_states(*town._replace(reported=reported), Y2019)
    assert states(cells)["Markt"] == ["unknown", "open", "unknown"]


def test_departments_and_themes_are_on_the_map_of_the_years_in_which_they_exist(
    town: World,
) -> None:
    bounds = {"valid_from": [None, 2019, None, None], "valid_to": [None, None, 2018, None]}
    departments = town.departments.assign(**bounds).astype(dict.fromkeys(bounds, "Int64"))
    themes = town.themes.assign(valid_from=[2019, None, None]).astype({"valid_from": "Int64"})
    world = town._replace(departments=departments, themes=themes)
    # Wonen and Zorg are used in 2018 all the same; Beheer is used in 2019 after it ended.
    quiet = world._replace(usage=town.usage[~town.usage["theme"].isin(["Wonen", "Schulden"])])
    then = cell_states(*quiet, Period(2018, 2018))
    assert set(then["department"]) == {"Jeugd", "Beheer", "Markt"}
    assert set(then["theme"]) == {"Schulden", "Energie"}
    now = cell_states(*world, Y2019)
    assert set(now["department"]) == {"Jeugd", "Zorg", "Beheer", "Markt"}
    assert len(cell_states(*world, Period(2018, 2018))) == 12


@pytest.mark.parametrize(
    ("department", "theme", "before", "decided", "after"),
    [
        ("Jeugd", "Schulden", "open", "planned", "planned"),
        ("Zorg", "Schulden", "lapsed", "declined", "declined"),
        ("Markt", "Wonen", "unknown", "planned", "planned"),
        ("Jeugd", "Wonen", "used", "declined", "used"),
        ("Zorg", "Energie", "not_applicable", "planned", "not_applicable"),
    ],
)
def test_a_decision_overrules_what_is_not_used(
    town: World, department: str, theme: str, before: str, decided: str, after: str
) -> None:
    decisions = pd.DataFrame(
        {"department": [department], "theme": [theme], "state": [decided]}, dtype="str"
    )
    plain = cell_states(*town, Y2019)
    overruled = cell_states(*town, Y2019, decisions)
    changed = (plain["department"] == department) & (plain["theme"] == theme)
    assert plain.loc[changed, "state"].tolist() == [before]
    assert overruled.loc[changed, "state"].tolist() == [after]
    assert overruled.loc[~changed, "state"].tolist() == plain.loc[~changed, "state"].tolist()


def test_the_last_of_two_decisions_holds_and_one_for_an_unknown_cell_does_nothing(
    town: World,
) -> None:
    decisions = pd.DataFrame({
        "department": ["Jeugd", "Jeugd", "Elders"],
        "theme": ["Schulden", "Schulden", "Wonen"],
        "state": ["planned", "declined", "planned"],
    })  # fmt: skip
    found = cell_states(*town, Y2019, decisions)["state"]
    assert (found == "declined").sum() == 1
    assert not (found == "planned").any()


def test_records_outside_the_given_departments_and_themes_are_left_out(town: World) -> None:
    few = town._replace(departments=departments_frame("Zorg"), themes=themes_frame("Schulden"))
    cells = cell_states(*few, Period(2018, 2018))
    assert cells[["state", "uses"]].to_numpy().tolist() == [["used", 1]]


def test_texts_may_be_plain_text_instead_of_categories(town: World) -> None:
    texts = {name: "str" for name in town.usage if town.usage[name].dtype == "category"}
    plain = town._replace(usage=town.usage.astype(texts))
    pd.testing.assert_frame_equal(cell_states(*plain, Y2019), cell_states(*town, Y2019))


def test_an_empty_store_gives_an_empty_map(nothing: World) -> None:
    cells = cell_states(*nothing, Y2019)
    assert cells.columns.tolist() == COLUMNS
    assert cells.empty
    assert cells["relevant"].dtype == bool
    assert cells["reported"].dtype == bool
