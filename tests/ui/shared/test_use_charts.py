from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from typing import Any

import pandas as pd
import pytest

from analysis.reporting import State
from analysis.shares import share_of
from analysis.use import use_by, use_over_time
from data import columns as c
from tests.analysis.frames import usage_frame
from texts import use_language
from ui.shared import use_charts


@pytest.fixture(autouse=True)
def _dutch() -> Iterator[None]:
    with use_language("nl"):
        yield


def usage(*groups: tuple[int, dict[str, Any]]) -> pd.DataFrame:
    return usage_frame([row for times, row in groups for _ in range(times)])


MOSTLY_HOUSING = usage(
    (15, {"theme": "Wonen", "hours": 2.0}),
    (10, {"theme": "Energie", "date": "2019-03-01", "department": "Zorg"}),
)


def test_a_chart_says_its_finding_its_numbers_and_its_table() -> None:
    chart = use_charts.use_by_chart(use_by(MOSTLY_HOUSING, c.THEME), c.THEME, "2018–2019")
    assert (
        chart.title == "Thema: Wonen het meest, 60\u00a0% (15 van 25) van het gebruik in 2018–2019."
    )
    assert chart.n == 25
    finding = chart.title.removeprefix("Thema: ")
    assert chart.alt == f"Staafdiagram. {finding} Wonen: 15; Energie: 10."
    expected = pd.DataFrame(
        {"Thema": ["Wonen", "Energie"], "Aantal keer": [15, 10], "Aandeel": [0.6, 0.4]}
    )
    pd.testing.assert_frame_equal(chart.table, expected)


def test_records_without_hours_are_told() -> None:
    chart = use_charts.use_by_chart(
        use_by(MOSTLY_HOUSING, c.THEME, measure="hours"), c.THEME, "2018–2019", measure="hours"
    )
    assert chart.note == "Bij 10 regels zijn geen uren ingevuld; die tellen als nul."
    assert list(chart.figure.data[0].x) == [30, 0]


def test_with_too_little_data_nothing_is_named_and_nothing_has_a_colour() -> None:
    few = use_charts.use_by_chart(use_by(usage((3, {})), c.THEME), c.THEME, "2018")
    assert few.title.startswith("Thema: Te weinig gegevens om te rangschikken (aantal keer: 3")
    enough = use_charts.use_by_chart(use_by(MOSTLY_HOUSING, c.THEME), c.THEME, "2018–2019")
    assert few.figure.data[0].marker.color != enough.figure.data[0].marker.color


def test_no_records_still_make_a_chart() -> None:
    chart = use_charts.use_by_chart(use_by(usage_frame(), c.THEME), c.THEME, "2018")
    assert (chart.n, len(chart.table)) == (0, 0)


def test_use_through_the_years_says_how_much_there_was() -> None:
    chart = use_charts.use_over_time_chart(
        use_over_time(MOSTLY_HOUSING, by=c.THEME), c.THEME, "2018–2019"
    )
    assert chart.title == "25 keer in 2018–2019."
    assert chart.table.columns.tolist() == ["Periode", "Thema", "Aantal keer"]
    assert chart.table["Periode"].tolist() == ["2018", "2019"]


def test_a_year_that_is_not_reported_as_a_whole_says_so() -> None:
    nine_months = State("partial", dt.date(2019, 1, 1), dt.date(2019, 9, 30))
    chart = use_charts.use_over_time_chart(
        use_over_time(MOSTLY_HOUSING, by=c.THEME), c.THEME, "2018–2019",
        states={2018: State("complete"), 2019: nine_months},
    )  # fmt: skip
    assert chart.table["Periode"].tolist() == ["2018", "2019 (t/m 30 september)"]
    assert chart.note == "Niet als geheel opgegeven: 2019 (t/m 30 september)."


def test_dates_that_are_too_coarse_are_told() -> None:
    coarse = usage((2, {"date_precision": "year"}), (3, {}))
    chart = use_charts.use_over_time_chart(
        use_over_time(coarse, by=c.THEME, per="month"), c.THEME, "2018", per="month", left_out=2
    )
    assert chart.n == 3
    assert chart.note == "2 regels doen niet mee: hun datum is hiervoor niet precies genoeg."


def test_a_share_that_counts_nothing_is_left_out() -> None:
    shares = {"Bereik": share_of(8, 16), "Dekking": share_of(0, 0)}
    chart = use_charts.shares_chart("reach", "Bereik.", shares, units="aandeel", n=30)
    assert chart.table["Wat"].tolist() == ["Bereik"]
    assert chart.table["Aandeel"].tolist() == ["50\u00a0%"]
    assert "8 van 16" in chart.alt


def test_the_lorenz_chart_counts_departments_without_use() -> None:
    departments = pd.Series(["Jeugd", "Zorg", "Werk", "Beheer"])
    chart = use_charts.lorenz_chart(MOSTLY_HOUSING, departments, "2018–2019")
    assert chart.title == (
        "In 2018–2019 komt de helft van het gebruik van 1 van de 4 afdelingen met een opgave."
    )
    # Counts 0, 0, 10, 15: gini (-3·0 - 1·0 + 1·10 + 3·15) / (4·25) = 0.55; times 4/3 is 0.73.
    assert chart.note.startswith("Gini 0,73:")


@pytest.mark.parametrize(
    ("known", "share"), [(True, "100\u00a0% (25 van 25)"), (False, "25 van 25")]
)
def test_the_largest_are_shown_with_their_share(known: bool, share: str) -> None:
    chart = use_charts.top_chart(MOSTLY_HOUSING, "2018–2019", known=known)
    assert chart.title == f"Grootste domein in 2018–2019: Sociaal domein, {share}."
    assert chart.table["Wat"].tolist() == ["Sociaal domein", "Wonen", "Energie"]


def test_a_measure_through_the_years_has_its_counts_in_the_table() -> None:
    measures = pd.DataFrame(
        {"year": [2018, 2019], "reach": [0.5, 1.0], "reach_k": [1, 2], "reach_n": [2, 2],
         "uses": [3, 4]}
    )  # fmt: skip
    chart = use_charts.moves_chart(
        measures, ["reach"], key="m", title="Bereik.", shown=str, top=1.0
    )
    assert chart.table["Bereik (afdelingen): aantallen"].tolist() == ["1 van 2", "2 van 2"]
    assert chart.n == 7
    assert "2018 0.5, 2019 1.0" in chart.alt
