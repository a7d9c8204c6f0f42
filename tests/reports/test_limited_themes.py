"""A list of some themes says nothing of the others."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from analysis.period import Period
from data.storing.reports import load_reports
from data.values.report import ALL, LISTED, LISTED_THEMES, Statement
from reports.findings import findings_of
from tests.pages.stores import add_uses, make_store
from ui.reading_in.report_question import are_few

KNOWN = ["Duurzaamheid", "Energie", "Jeugd", "Omgevingswet", "Wonen", "Zorg"]


@pytest.mark.parametrize(
    ("named", "expected"),
    [
        (["Wonen"], True),  # 1 of 6
        (["Wonen", "Zorg"], True),  # a third of them
        (["Jeugd", "Wonen", "Zorg"], False),  # a half
        (["Iets nieuws"], True),  # 1 of 7
        ([], False),
    ],
)
def test_few_is_at_most_a_third_of_the_themes(named: list[str], expected: bool) -> None:
    assert are_few(named, KNOWN) is expected


def test_nobody_said_anything_when_the_themes_are_taken_narrowly() -> None:
    assert LISTED_THEMES.empty
    assert not Statement(themes=LISTED, channels=ALL).empty


def test_of_the_other_themes_the_cells_are_unknown(tmp_path: Path) -> None:
    store = make_store(
        tmp_path,
        [("2021-02-01", "Jeugd", "Duurzaamheid"), ("2021-03-01", "Vastgoed", "Wonen")],
    )
    add_uses(
        store,
        [("2022-02-01", "Jeugd", "Duurzaamheid")],
        file="duurzaamheid.xlsx",
        statement=Statement(dt.date(2022, 1, 1), dt.date(2022, 12, 31), ALL, ALL, themes=LISTED),
    )
    assert load_reports(store)["themes"].tolist() == [None, ("Duurzaamheid",)]
    of_2022 = findings_of(store, Period(2022, 2022))
    assert of_2022 is not None
    state = of_2022.cells.set_index(["department", "theme"])["state"]
    assert state["Jeugd", "Duurzaamheid"] == "used"
    assert state["Vastgoed", "Wonen"] == "unknown"  # used in 2021, and perhaps in 2022 too
    assert state["Vastgoed", "Duurzaamheid"] == "open"
    store.close()
