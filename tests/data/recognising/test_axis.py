"""What headings above columns of numbers, and titles above a table, say."""

from __future__ import annotations

import pytest

from data.recognising.axis import measure_of, read_headings, split_period
from data.recognising.table_context import TableContext
from data.values.layouts import USES


@pytest.mark.parametrize(
    ("text", "period", "rest"),
    [
        ("2019", {"year": "2019"}, ""),
        ("Jaar 2019", {"year": "2019"}, ""),
        ("Q1 2019", {"year": "2019", "quarter": "Q1"}, ""),
        ("1e kwartaal", {"quarter": "1e kwartaal"}, ""),
        ("jan-19", {"date": "jan 2019"}, ""),
        ("maart 2020", {"year": "2020", "month": "maart"}, ""),
        ("2019-01-01 00:00:00", {"date": "2019-01"}, ""),
        ("2019-01-17", {"date": "2019-01-17"}, ""),
        ("Begroting 2019", {"year": "2019"}, "Begroting"),
        ("Wonen in 2019", {"year": "2019"}, "Wonen"),
        ("2018-2022", {}, "2018-2022"),
        ("Wonen", {}, "Wonen"),
        ("Decentralisatie", {}, "Decentralisatie"),
    ],
)
def test_a_period_in_a_heading(text: str, period: dict[str, str], rest: str) -> None:
    assert split_period(text) == (period, rest)


def test_a_year_in_one_name_only_belongs_to_the_name() -> None:
    wonen, agenda = read_headings({1: ("Wonen",), 2: ("Agenda 2030",)})
    assert (wonen.name, agenda.name, agenda.period) == ("Wonen", "Agenda 2030", {})
    first, second = read_headings({1: ("Wonen 2018",), 2: ("Wonen 2019",)})
    assert (first.name, first.period) == (second.name, {"year": "2018"})


@pytest.mark.parametrize(
    ("text", "measure"),
    [
        ("Uren", "hours"), ("Aantal", USES), ("Aantal adviezen", USES), ("Inzet in uren", "hours"),
        ("Wonen", ""), ("Aantal wijken", ""),
    ],
)  # fmt: skip
def test_a_measure(text: str, measure: str) -> None:
    assert measure_of(text) == measure


@pytest.mark.parametrize(
    ("texts", "sheet", "file", "found"),
    [
        (["Gebruik 2019"], "Blad1", "", ({"year": "2019"}, "title")),
        (["Gebruik", "Q2 2019"], "", "", ({"year": "2019", "quarter": "Q2"}, "title")),
        (["Gebruik t/m maart 2019"], "", "", ({"year": "2019"}, "title")),
        (["Peildatum: 1 februari 2020"], "2019", "", ({"year": "2019"}, "sheet")),
        (["Gebruik"], "Blad1", "export_2021", ({"year": "2021"}, "file")),
        (["Gebruik 2018", "Gebruik 2019"], "2019", "", None),
        (["Gebruik 2018-2022"], "Blad1", "export 2023", None),
        ([], "", "", None),
    ],
)  # fmt: skip
def test_the_period_that_holds_for_a_table(
    texts: list[str], sheet: str, file: str, found: tuple[dict[str, str], str] | None
) -> None:
    stated = TableContext(texts, sheet, file).period()
    assert (stated and (dict(stated.parts), stated.where)) == found
