"""The chart that Excel draws itself, in the workbook that is taken away."""

from __future__ import annotations

from io import BytesIO
from typing import Any

import openpyxl
import pandas as pd
import pytest

from reports.chart_data import ChartData
from reports.workbook import workbook_of
from texts import use_language


def read(drawn: ChartData) -> Any:
    with use_language("nl"):
        table = pd.DataFrame({"Thema": ["Wonen"], "Gebruik": [5]})
        return openpyxl.load_workbook(BytesIO(workbook_of({"T": table}, title="T", drawn=drawn)))


@pytest.mark.parametrize(
    ("options", "kind", "grouping"),
    [
        ({"lying": True}, "bar", "clustered"),
        ({"stacked": True}, "col", "stacked"),
    ],
)
def test_bars_become_bars(options: dict[str, bool], kind: str, grouping: str) -> None:
    drawn = ChartData("Gebruik", ["Wonen", "=1+1"], {"2021": [5, 2], "2022": [1, None]}, **options)
    book = read(drawn)
    sheet = book["Grafiek"]
    rows = [list(row) for row in sheet.iter_rows(values_only=True)]
    assert rows == [
        ["Categorie", "2021", "2022"], ["Wonen", 5, 1], ["=1+1", 2, None],
    ]  # fmt: skip
    assert sheet["A3"].data_type == "s"  # a name is never a formula
    (chart,) = sheet._charts
    assert (chart.type, chart.grouping) == (kind, grouping)
    assert [series.val.numRef.f for series in chart.series] == [
        "'Grafiek'!$B$2:$B$3", "'Grafiek'!$C$2:$C$3",
    ]  # fmt: skip


def test_lines_become_lines() -> None:
    (chart,) = read(ChartData("Bereik", ["2021", "2022"], {"Bereik": [0.5, 1]}, lines=True))[
        "Grafiek"
    ]._charts
    assert type(chart).__name__ == "LineChart"


def test_the_chart_is_the_first_that_is_seen() -> None:
    book = read(ChartData("Gebruik", ["Wonen"], {"Gebruik": [5]}, lying=True))
    assert book.sheetnames == ["Toelichting", "Grafiek", "T"]
    assert book.active.title == "Grafiek"
