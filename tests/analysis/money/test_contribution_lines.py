from __future__ import annotations

import pandas as pd
import pytest

from analysis.money.contribution_lines import contribution_lines, invoiced_by_year, open_years
from tests.analysis.money.lines import budget_lines


def one(text: str, *, kind: str = "actual", supplier: str | None = None) -> pd.DataFrame:
    lines = budget_lines((2022, kind, text, 20_763.21, None))
    return lines.assign(supplier=pd.Series([supplier], dtype="str"))


@pytest.mark.parametrize(
    "text",
    [
        "Bijdrage Platform31 2022", "Jaarlijkse bijdrage", "Jaarlijkse bijdrage kennispartner",
        "Contributie G40/Platform31 1e kwartaal",
        "JAARBIJDRAGE Stichting Platform 31", "Creditnota bijdrage 2022",
        "Bijdrage convenant 2e halfjaar 2022", "Factuur 2022-118 bijdrage Q3",
    ],
)  # fmt: skip
def test_a_text_that_names_the_contribution_and_nothing_else_is_certain(text: str) -> None:
    assert contribution_lines(one(text)).tolist() == [True]
    assert contribution_lines(one(text, supplier="Stichting Platform-31")).tolist() == [True]


@pytest.mark.parametrize(
    "text",
    ["Eigen bijdrage congres", "Bijdrage aan leerkring wonen", "Contributie VNG", "Bijdrage dag"],
)
def test_what_else_it_names_is_asked(text: str) -> None:
    assert contribution_lines(one(text)).isna().tolist() == [True]


@pytest.mark.parametrize("text", ["Leerkring wonen", "Bijdragend onderzoek", ""])
def test_a_text_without_the_word_is_none(text: str) -> None:
    assert contribution_lines(one(text)).tolist() == [False]


def test_what_was_paid_to_another_is_asked_and_what_is_budgeted_is_none() -> None:
    paid = one("Bijdrage Platform31", supplier="Gemeente Zwolle")
    assert contribution_lines(paid).isna().tolist() == [True]
    assert contribution_lines(one("Bijdrage Platform31", kind="budget")).tolist() == [False]


@pytest.mark.parametrize("said", [True, False])
@pytest.mark.parametrize("text", ["Bijdrage 2022", "Bijdrage congres", "Factuur 18"])
def test_what_a_person_said_goes_before_all(text: str, said: bool) -> None:
    lines = one(text).assign(contribution=pd.array([said], dtype="boolean"))
    assert contribution_lines(lines).tolist() == [said]


def test_of_a_year_with_an_open_line_nothing_is_known() -> None:
    lines = budget_lines(
        (2021, "actual", "Bijdrage 1e halfjaar", 10_000.0, None),
        (2021, "actual", "Bijdrage 2e halfjaar", 10_500.5, None),
        (2022, "actual", "Bijdrage", 20_000.0, None),
        (2022, "actual", "Bijdrage congres", 395.0, None),
    )
    before = lines.copy(deep=True)
    found = contribution_lines(lines)
    assert invoiced_by_year(lines, found) == {2021: 2_050_050}
    assert open_years(lines, found) == [2022]
    pd.testing.assert_frame_equal(lines, before)


def test_no_lines_are_no_years() -> None:
    lines = budget_lines()
    assert invoiced_by_year(lines, contribution_lines(lines)) == {}
