from __future__ import annotations

from typing import Any, get_args

import pandas as pd
import pytest

from analysis.use import (
    MEASURES,
    Measure,
    Step,
    too_coarse,
    use_by,
    use_over_time,
)
from tests.analysis.frames import World, usage_frame

USAGE = usage_frame([
    {"date": "2018-01-31", "theme": "Wonen", "hours": 2.0},
    {"date": "2018-04-01", "theme": "Energie", "hours": None, "form": None},
    {"date": "2018-06-30", "theme": "Wonen", "hours": 0.5, "form": "onderzoek"},
    {"date": "2018-01-01", "date_precision": "year", "theme": "Wonen", "hours": 8.0},
    {"date": "2018-10-01", "date_precision": "quarter", "theme": "Schulden", "hours": 1.0},
    {"date": "2019-02-01", "date_precision": "month", "theme": "Energie", "hours": None},
])  # fmt: skip


def rows(frame: pd.DataFrame) -> list[tuple[Any, ...]]:
    return [
        tuple(f"{v:%Y-%m-%d}" if isinstance(v, pd.Timestamp) else v for v in row)
        for row in frame.itertuples(index=False, name=None)
    ]


def test_the_choices_are_the_types() -> None:
    assert get_args(Measure) == MEASURES


@pytest.mark.parametrize(
    ("by", "measure", "expected"),
    [
        ("theme", "uses", [
            ("Wonen", 3, 3, 0, 3 / 6), ("Energie", 2, 2, 2, 2 / 6), ("Schulden", 1, 1, 0, 1 / 6),
        ]),
        ("theme", "hours", [
            ("Wonen", 10.5, 3, 0, 10.5 / 11.5), ("Schulden", 1.0, 1, 0, 1 / 11.5),
            ("Energie", 0.0, 2, 2, 0.0),
        ]),
        # A tie goes by name; what is missing is visible.
        ("form", "uses", [
            ("advies", 4, 4, 1, 4 / 6), ("onbekend", 1, 1, 1, 1 / 6), ("onderzoek", 1, 1, 0, 1 / 6),
        ]),
        (["form", "theme"], "uses", [
            ("advies", "Wonen", 2, 2, 0, 2 / 6), ("advies", "Energie", 1, 1, 1, 1 / 6),
            ("advies", "Schulden", 1, 1, 0, 1 / 6), ("onbekend", "Energie", 1, 1, 1, 1 / 6),
            ("onderzoek", "Wonen", 1, 1, 0, 1 / 6),
        ]),
    ],
)  # fmt: skip
def test_use_by(by: str | list[str], measure: Measure, expected: list[tuple[Any, ...]]) -> None:
    found = use_by(USAGE, by, measure=measure)
    assert rows(found) == expected
    columns = [by] if isinstance(by, str) else by
    assert found.columns.tolist() == [*columns, "value", "n", "without_hours", "fraction"]


@pytest.mark.parametrize(
    ("per", "by", "measure", "expected"),
    [
        ("year", None, "uses", [("2018-01-01", 5, 5, 1), ("2019-01-01", 1, 1, 1)]),
        ("year", None, "hours", [("2018-01-01", 11.5, 5, 1), ("2019-01-01", 0.0, 1, 1)]),
        ("year", "theme", "uses", [
            ("2018-01-01", "Energie", 1, 1, 1), ("2018-01-01", "Schulden", 1, 1, 0),
            ("2018-01-01", "Wonen", 3, 3, 0), ("2019-01-01", "Energie", 1, 1, 1),
        ]),
        # The year alone cannot be put in a quarter.
        ("quarter", None, "uses", [
            ("2018-01-01", 1, 1, 0), ("2018-04-01", 2, 2, 1), ("2018-10-01", 1, 1, 0),
            ("2019-01-01", 1, 1, 1),
        ]),
        # Nor the quarter in a month.
        ("month", "form", "hours", [
            ("2018-01-01", "advies", 2.0, 1, 0), ("2018-04-01", "onbekend", 0.0, 1, 1),
            ("2018-06-01", "onderzoek", 0.5, 1, 0), ("2019-02-01", "advies", 0.0, 1, 1),
        ]),
    ],
)  # fmt: skip
def test_use_over_time(
    per: Step, by: str | None, measure: Measure, expected: list[tuple[Any, ...]]
) -> None:
    assert rows(use_over_time(USAGE, per=per, by=by, measure=measure)) == expected


@pytest.mark.parametrize(("per", "left_out"), [("year", 0), ("quarter", 1), ("month", 2)])
def test_what_a_step_leaves_out_is_counted(per: Step, left_out: int) -> None:
    assert too_coarse(USAGE, per) == left_out
    assert use_over_time(USAGE, per=per)["n"].sum() + left_out == len(USAGE)


@pytest.mark.parametrize("by", ["form", "channel", "share", "theme", "domain", "pillar"])
def test_a_column_without_any_value_becomes_the_unknown(by: str) -> None:
    usage = usage_frame([{}, {}])
    usage[by] = pd.Series([None, None], dtype="category")
    assert rows(use_by(usage, by)) == [("onbekend", 2, 2, 2, 1.0)]
    assert rows(use_over_time(usage, by=by)) == [("2018-01-01", "onbekend", 2, 2, 2)]


def test_without_hours_the_shares_of_hours_are_nothing() -> None:
    assert use_by(usage_frame([{}]), "theme", measure="hours")["fraction"].tolist() == [0.0]


@pytest.mark.parametrize("measure", MEASURES)
def test_no_use_gives_empty_frames_of_the_same_columns(nothing: World, measure: Measure) -> None:
    by_theme = use_by(nothing.usage, "theme", measure=measure)
    assert by_theme.columns.tolist() == ["theme", "value", "n", "without_hours", "fraction"]
    assert by_theme.empty
    for per in get_args(Step):
        over_time = use_over_time(nothing.usage, per=per, by="form", measure=measure)
        assert over_time.columns.tolist() == ["period_start", "form", "value", "n", "without_hours"]
        assert over_time.empty
        assert too_coarse(nothing.usage, per) == 0
