from __future__ import annotations

from math import exp, log

import pandas as pd
import pytest

from analysis.cells import cell_states
from analysis.period import Period
from analysis.reach import (
    MEASURE_COLUMNS,
    coverage,
    department_reach,
    measures_by_period,
    measures_by_year,
    network_coverage,
    theme_reach,
    unreported,
)
from analysis.shares import Share, wilson_interval
from tests.analysis.frames import World, departments_frame, reported_frame, themes_frame

BEFORE, Y2018, Y2019 = Period(2010, 2012), Period(2018, 2018), Period(2019, 2019)


def k_of_n(share: Share) -> tuple[int, int]:
    return share.k, share.n


@pytest.mark.parametrize(
    ("period", "covered", "through_network", "departments", "themes"),
    [
        # 12 cells, of which 2 not relevant; Markt's use of Energie is reach but no coverage.
        (Y2018, (2, 10), (1, 10), (3, 4), (3, 3)),
        # Markt is unknown: 9 cells, of which 1 not relevant.
        (Y2019, (2, 8), (0, 8), (2, 3), (2, 3)),
        (Period(2018, 2019), (3, 10), (1, 10), (4, 4), (3, 3)),
        (BEFORE, (0, 0), (0, 0), (0, 0), (0, 0)),
    ],
)
def test_coverage_and_reach_are_k_of_n(
    town: World,
    period: Period,
    covered: tuple[int, int],
    through_network: tuple[int, int],
    departments: tuple[int, int],
    themes: tuple[int, int],
) -> None:
    cells = cell_states(*town, period)
    assert k_of_n(coverage(cells)) == covered
    assert k_of_n(network_coverage(cells)) == through_network
    assert k_of_n(department_reach(cells)) == departments
    assert k_of_n(theme_reach(cells)) == themes


def test_a_reach_has_its_interval(town: World) -> None:
    reach = department_reach(cell_states(*town, Y2018))
    assert reach.share == 0.75
    assert (reach.low, reach.high) == wilson_interval(3, 4)


def test_a_decision_about_an_unreported_department_does_not_make_it_reported(town: World) -> None:
    decisions = pd.DataFrame(
        {"department": ["Markt"], "theme": ["Wonen"], "state": ["planned"]}, dtype="str"
    )
    assert k_of_n(coverage(cell_states(*town, Y2019, decisions))) == (2, 8)


@pytest.mark.parametrize("measure", [coverage, network_coverage, department_reach, theme_reach])
def test_a_reach_of_nothing_has_no_share(nothing: World, measure: object) -> None:
    assert callable(measure)
    assert measure(cell_states(*nothing, Y2018)) == Share(0, 0, None, None, None)


@pytest.mark.parametrize(
    ("period", "expected"),
    [
        (Y2018, []),
        (Period(2018, 2020), [
            ("Jeugd", "sociaal", 2020, "unknown", None), ("Zorg", "sociaal", 2020, "unknown", None),
            ("Beheer", "fysiek", 2020, "unknown", None),
            ("Markt", "economie", 2019, "unknown", None),
            ("Markt", "economie", 2020, "unknown", None),
        ]),
    ],
)  # fmt: skip
def test_unreported_lists_the_department_years_that_are_not_complete(
    town: World, period: Period, expected: list[tuple[object, ...]]
) -> None:
    found = unreported(town.departments, town.reported, period)
    assert list(found.itertuples(index=False, name=None)) == expected


def test_the_measures_of_each_year(town: World) -> None:
    found = measures_by_year(*town)
    assert found.columns.tolist() == ["year", *MEASURE_COLUMNS]
    assert found["year"].tolist() == [2018, 2019]
    first, second = found.to_dict("records")
    # 2018: Jeugd 3, Zorg 1, Beheer 0, Markt 1; Wonen 2, Schulden 1, Energie 2.
    assert first == {
        "year": 2018, "first": 2018, "last": 2018, "uses": 5, "hours": 10.5, "without_hours": 1,
        "reach": 3 / 4, "reach_k": 3, "reach_n": 4,
        "theme_reach": 1.0, "theme_reach_k": 3, "theme_reach_n": 3,
        "coverage": 2 / 10, "coverage_k": 2, "coverage_n": 10,
        "effective_themes": pytest.approx(exp(-0.8 * log(0.4) - 0.2 * log(0.2))),
        "effective_departments": pytest.approx(exp(-0.6 * log(0.6) - 0.4 * log(0.2))),
        # 0, 1, 1, 3: (-1 x 1 + 1 x 1 + 3 x 3) / (4 x 5) x 4/3
        "gini_departments": pytest.approx(0.6),
        "department_years": 4, "department_years_reported": 4,
    }  # fmt: skip
    # 2019: Jeugd 1, Zorg 0, Beheer 1, Markt unknown; Wonen 1, Energie 1.
    assert second == {
        "year": 2019, "first": 2019, "last": 2019, "uses": 2, "hours": 1.5, "without_hours": 1,
        "reach": 2 / 3, "reach_k": 2, "reach_n": 3,
        "theme_reach": 2 / 3, "theme_reach_k": 2, "theme_reach_n": 3,
        "coverage": 2 / 8, "coverage_k": 2, "coverage_n": 8,
        "effective_themes": pytest.approx(2), "effective_departments": pytest.approx(2),
        "gini_departments": pytest.approx(0.5),
        "department_years": 4, "department_years_reported": 3,
    }  # fmt: skip


@pytest.mark.parametrize("period", [BEFORE, Y2018, Y2019, Period(2018, 2019), Period(2017, 2020)])
def test_the_measures_of_a_period_are_those_of_its_cells(town: World, period: Period) -> None:
    found = measures_by_period(*town, [period]).iloc[0]
    cells = cell_states(*town, period)
    assert (found["coverage_k"], found["coverage_n"]) == k_of_n(coverage(cells))
    assert (found["reach_k"], found["reach_n"]) == k_of_n(department_reach(cells))
    assert (found["theme_reach_k"], found["theme_reach_n"]) == k_of_n(theme_reach(cells))
    assert found["uses"] == (cells["uses"] + cells["network_uses"]).sum()
    assert found["hours"] == cells["hours"].sum()


def test_a_reported_year_without_use_is_a_year_with_nothing_used(town: World) -> None:
    quiet = town._replace(usage=town.usage.head(0), reported=reported_frame(Jeugd=(2020,)))
    found = measures_by_year(*quiet)
    assert found[["year", "uses", "reach_k", "reach_n"]].to_numpy().tolist() == [[2020, 0, 0, 1]]
    assert found["reach"].tolist() == [0.0]
    assert found[["effective_themes", "gini_departments"]].isna().all(axis=None)


def test_measures_count_the_given_departments_and_themes_only(town: World) -> None:
    few = town._replace(departments=departments_frame("Jeugd"), themes=themes_frame("Wonen"))
    found = measures_by_year(*few)
    assert found["uses"].tolist() == [2, 1]
    assert found["coverage_n"].tolist() == [1, 1]


def test_an_empty_store_gives_no_years(nothing: World) -> None:
    found = measures_by_year(*nothing)
    assert found.columns.tolist() == ["year", *MEASURE_COLUMNS]
    assert found.empty
    assert measures_by_period(*nothing, [Y2018])["coverage"].isna().all()
