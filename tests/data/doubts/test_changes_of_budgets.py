"""Budgets that were changed in the year: columns and rows of what changes, or of what stands."""

from __future__ import annotations

from typing import Any

import pytest

from tests.data.doubts.test_numbers_and_periods import asked, read, sums

LINES = ("Bijdrage Platform31", "Leerkring Platform31")
REPORTS = (("1e burap", "2e burap"), ("Zomernota", "Najaarsnota"), ("1e wijziging", "2e wijziging"),
           ("Voorjaarsnota", "Bestuursrapportage"))  # fmt: skip


def columns(first: str, second: str, *amounts: tuple[float, ...]) -> list[list[Any]]:
    head = ["Jaar", "Omschrijving", "Begroting", first, second]
    return [head, *([2022, line, *told] for line, told in zip(LINES, amounts, strict=True))]


def across(first: str, second: str, *amounts: tuple[float, ...]) -> list[list[Any]]:
    head = ["Omschrijving", "Begroting 2022", f"{first} 2022", f"{second} 2022", "Realisatie 2022"]
    return [head, *([line, *told, 1] for line, told in zip(LINES, amounts, strict=True))]


@pytest.mark.parametrize("reports", REPORTS)
@pytest.mark.parametrize("laid", [columns, across])
@pytest.mark.parametrize(
    ("amounts", "revised"),
    [
        (((20000, 500, 262), (5000, 1000, -500)), 26262),  # what changes is added
        (((20000, 20500, 20762), (5000, 6000, 5500)), 26262),  # what stands is read instead
    ],
)
def test_columns_of_changes_are_asked_about(
    laid: Any, reports: tuple[str, str], amounts: Any, revised: float
) -> None:
    rows = laid(*reports, *amounts)
    (question,) = asked(read(*rows))
    assert question in ("budget_version", "wide_budget_version")
    assert sums(read(*rows, **{question: "original"}))["budget"] == 25000
    after = read(*rows, **{question: "revised"})
    assert (sums(after)["budget"], asked(after)) == (revised, [])


@pytest.mark.parametrize(
    "head", ["Begroting na {} wijziging", "Stand na {} wijziging", "Begroting t/m {} burap"]
)
def test_of_several_budgets_the_last_is_the_revised_one(head: str) -> None:
    rows = columns(head.format("1e"), head.format("2e"), (20000, 20500, 20762), (5000, 6000, 5500))
    assert asked(read(*rows)) == ["budget_version"]
    assert sums(read(*rows, budget_version="revised")) == {"budget": 26262}


def in_rows(*told: tuple[str, float]) -> list[list[Any]]:
    rows = [[2022, kind, LINES[0], amount] for kind, amount in told]
    return [["Jaar", "Soort", "Omschrijving", "Bedrag"], *rows]


@pytest.mark.parametrize("first", ["Begroting", "Primitieve begroting"])
@pytest.mark.parametrize("reports", REPORTS)
def test_rows_with_the_budget_as_it_stands_are_asked_about(
    first: str, reports: tuple[str, str]
) -> None:
    rows = in_rows((first, 20000), (reports[0], 20500), (reports[1], 20762))
    assert (sums(read(*rows)), asked(read(*rows))) == ({}, ["budget_version"])
    assert sums(read(*rows, budget_version="revised")) == {"budget": 20762}
    assert sums(read(*rows, budget_version="original")) == {"budget": 20000}


@pytest.mark.parametrize("reports", REPORTS)
def test_rows_with_what_changes_are_added(reports: tuple[str, str]) -> None:
    result = read(*in_rows(("Begroting", 20000), (reports[0], 500), (reports[1], 262)))
    assert (sums(result), asked(result)) == ({"budget": 20762}, [])


@pytest.mark.parametrize(
    ("heading", "cells"), [("N/V", "NV"), ("V/N", "NV"), ("Nadelig/voordelig", "NV")]
)
def test_disadvantage_and_advantage_behind_the_amounts(heading: str, cells: str) -> None:
    rows = [["Jaar", "Omschrijving", "Realisatie", heading]]
    rows += [[2022, LINES[0], 20762, cells[0]], [2022, LINES[1], 1000, cells[1]]]
    assert (sums(read(*rows)), asked(read(*rows))) == ({"actual": 19762}, [])


def test_of_a_difference_they_change_no_amount() -> None:
    rows = [["Jaar", "Omschrijving", "Begroting", "Realisatie", "Verschil", "N/V"]]
    rows += [[2022, LINES[0], 20762, 21000, 238, "N"], [2022, LINES[1], 6000, 5800, 200, "V"]]
    assert sums(read(*rows)) == {"budget": 26762, "actual": 26800}


def test_an_advantage_behind_a_number_is_income() -> None:
    rows = [["Jaar", "Omschrijving", "Begroting"], [2022, LINES[0], "20.762 N"]]
    assert sums(read(*rows, [2022, LINES[1], "1.000 V"])) == {"budget": 19762}


@pytest.mark.parametrize("heading", ["Unit price", "Unit_Price", "Prijs per eenheid", "Tarief"])
@pytest.mark.parametrize("prices", [(1000, 1500), (12.5, 1000)])
def test_a_price_is_no_unit_of_the_amounts(heading: str, prices: tuple[float, float]) -> None:
    rows = [["Jaar", "Omschrijving", heading, "Realisatie"]]
    rows += [[2022, LINES[0], prices[0], 5000], [2022, LINES[1], prices[1], 3000]]
    assert sums(read(*rows)) == {"actual": 8000}


def test_balances_per_year_of_accounts_are_asked_about() -> None:
    rows = [["Rekening", "Omschrijving", "Saldo 2022", "Saldo 2021"]]
    rows += [[4431, LINES[0], 20762, 20500], [4432, LINES[1], 5800, 5000]]
    assert asked(read(*rows)) == ["budgeted_or_spent"]
    spent = read(*rows, budgeted_or_spent="actual")
    assert spent.records.groupby("year")["amount"].sum().to_dict() == {2021: 25500, 2022: 26562}


@pytest.mark.parametrize(
    "periods", [("P1", "P12", "P13"), ("Periode 1", "Periode 12", "Periode 14")]
)
def test_a_period_after_the_twelfth_counts(periods: tuple[str, ...]) -> None:
    rows = [["Realisatie 2022"], [], ["Rekening", "Omschrijving", *periods]]
    rows += [[4431, LINES[0], 20762, 0, 100], [4432, LINES[1], 0, 5300, -50]]
    assert sums(read(*rows)) == {"actual": 26112}


@pytest.mark.parametrize(
    "months",
    [("jan 2022", "feb 2022"), ("jan-22", "feb-22"), ("januari", "februari"), ("P01", "P02"),
     ("Periode 1", "Periode 2")],
)  # fmt: skip
@pytest.mark.parametrize("file", ["realisatie 2022", "kosten_werkelijk_2022"])
def test_the_name_of_the_file_says_what_months_hold(months: tuple[str, str], file: str) -> None:
    rows = [["Omschrijving", *months], [LINES[0], 20762, 0], [LINES[1], 500, 5300]]
    result = read(*rows, file=file)
    assert (sums(result), asked(result)) == ({"actual": 26562}, [])
