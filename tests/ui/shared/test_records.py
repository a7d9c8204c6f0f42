from __future__ import annotations

import pandas as pd
import pytest

from data import columns as c
from tests.analysis.frames import usage_frame
from texts import use_language
from ui.shared import records

USAGE = usage_frame(
    [
        {"theme": "Wonen", "form": "advies"},
        {"theme": "Wonen", "form": None},
        {"theme": "Energie", "form": "onderzoek"},
    ]
)


@pytest.mark.parametrize(
    ("chosen", "expected"),
    [
        ({}, [1, 2, 3]),
        ({c.THEME: "Wonen"}, [1, 2]),
        ({c.THEME: "Wonen", c.FORM: "advies"}, [1]),
        ({c.FORM: c.UNCLASSIFIED}, [2]),
        ({c.THEME: "Elders"}, []),
    ],
)
def test_the_records_behind_a_choice(chosen: dict[str, str], expected: list[int]) -> None:
    assert records.matching(USAGE, chosen)["id"].tolist() == expected


def test_what_is_not_given_can_be_chosen_too() -> None:
    assert records.values_of(USAGE, c.FORM) == ["advies", "onderzoek", c.UNCLASSIFIED]
    assert records.values_of(USAGE, c.THEME) == ["Energie", "Wonen"]


@pytest.mark.parametrize(
    ("chosen", "expected"),
    [
        ({}, "Alle regels van de periode"),
        ({c.THEME: "Wonen"}, "Thema Wonen"),
        ({c.THEME: "Wonen", c.CHANNEL: "network"}, "Thema Wonen, Kanaal Via een G40-themagroep"),
    ],
)
def test_a_choice_reads_in_words(chosen: dict[str, str], expected: str) -> None:
    with use_language("nl"):
        assert records.choice_in_words(chosen) == expected


def test_a_quarter_holds_its_first_and_its_last_day_and_no_vague_dates() -> None:
    days = ["2019-03-31", "2019-04-01", "2019-06-30", "2019-07-01", "2019-04-01"]
    exact = ["day", "day", "day", "day", "year"]
    usage = usage_frame(
        [
            {"date": day, "date_precision": precision, "subject": f"{day} {precision}"}
            for day, precision in zip(days, exact, strict=True)
        ]
    )
    found = records._within(usage, pd.Timestamp("2019-04-01"), "quarter")
    assert sorted(found[c.SUBJECT]) == ["2019-04-01 day", "2019-06-30 day"]
