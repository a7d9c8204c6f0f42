"""The workbook, recalculated by LibreOffice, says what the page says."""

from __future__ import annotations

import re
import shutil
import subprocess
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal
from io import BytesIO
from pathlib import Path
from typing import Any

import openpyxl
import pandas as pd
import pytest

from analysis.money import execution
from analysis.money.euros import in_euros
from data.money.agreements import decision
from data.settings import Settings
from data.storing.frames import load_budget, load_population, load_usage
from data.storing.money import load_agreements
from data.storing.store import Store
from reports.money.workbook import money_workbook
from tests.pages.stores import add_budget, make_store
from tests.pages.uses import NASTY, TYPICAL
from texts import use_language
from ui.budget import cities, contribution_check, costs, split
from ui.budget.budget_data import Money
from ui.budget.budget_workbook import money_book
from ui.budget.execution import years_table

OFFICE = shutil.which("soffice") or shutil.which("libreoffice")
needs_office = pytest.mark.skipif(
    OFFICE is None, reason="LibreOffice is not here; scripts/office.sh installs it"
)
LINES = [
    (2020, "budget", "Jaarlijkse bijdrage", 20_762.0, None),
    (2020, "actual", "Jaarlijkse bijdrage", 20_763.21, None),
    (2021, "budget", "Jaarlijkse bijdrage", 20_762.0, None),
    (2021, "budget", "Projecten", 6_000.55, None),
    (2021, "actual", "Jaarlijkse bijdrage", 20_963.80, "2021-02-01"),
    *[(2021, "actual", "=1+1", 250.11 + month, f"2021-{month:02d}-20") for month in range(1, 9)],
    (2021, "commitment", "Projecten", 500.5, None),
    (2022, "actual", "Jaarlijkse bijdrage", 24_000.0, None),
]
ERROR = re.compile(r"#(DIV/0!|N/A|VALUE!|REF!|NAME\?|NUM!|NULL!)|Err:")
RULES = ["hours", "uses"]


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    store = make_store(tmp_path, TYPICAL + NASTY)
    add_budget(store, LINES)
    yield store
    store.close()


def money_of(store: Store, rule: Any = "hours") -> Money:
    """What the page would show of 2021."""
    lines = load_budget(store)
    usage = load_usage(store)
    # Some records give no hours, some no share: fewer than a tenth of 2021, more of 2022.
    blank = (usage["year"] == 2022) & (usage.index % 4 == 0) | (usage.index % 29 == 0)
    usage["hours"] = usage["hours"].mask(blank)
    usage["share"] = usage["share"].mask(usage.index % 17 == 0)
    return Money(
        municipality="GM0392",
        agreements=load_agreements(store, "GM0392"),
        lines=lines,
        usage=usage,
        population=load_population(store),
        settings=Settings(),
        year=2021,
        rule=rule,
        whole_years=frozenset({2021, 2022}),
    )


def recalculated(money: Money, folder: Path) -> dict[str, list[tuple]]:
    """The workbook after LibreOffice computed it: sheet -> rows of values.

    Without the outcomes that it stores, for LibreOffice would take those over.
    """
    source, out = folder / "budget.xlsx", folder / "out"
    without = openpyxl.load_workbook(BytesIO(money_workbook(money_book(money))))
    without.save(source)
    without.close()
    assert not any(formulas_and_outcomes(source.read_bytes()).values())
    profile = f"-env:UserInstallation=file://{folder / 'profile'}"
    subprocess.run(
        [str(OFFICE), profile, "--headless", "--convert-to", "xlsx", "--outdir", out, source],
        check=True, capture_output=True, timeout=120,
    )  # fmt: skip
    return values_of((out / "budget.xlsx").read_bytes())


def values_of(workbook: bytes) -> dict[str, list[tuple]]:
    """What a reader that computes nothing shows: sheet -> rows of values."""
    found = openpyxl.load_workbook(BytesIO(workbook), data_only=True)
    sheets = {sheet.title: list(sheet.iter_rows(values_only=True)) for sheet in found}
    found.close()
    return sheets


def formulas_and_outcomes(workbook: bytes) -> dict[tuple[str, str], object]:
    """Sheet and address of every formula -> the outcome stored beside it."""
    formulas = openpyxl.load_workbook(BytesIO(workbook))
    outcomes = openpyxl.load_workbook(BytesIO(workbook), data_only=True)
    return {
        (sheet.title, cell.coordinate): outcomes[sheet.title][cell.coordinate].value
        for sheet in formulas
        for row in sheet.iter_rows()
        for cell in row
        if cell.data_type == "f"
    }


def by_year(rows: list[tuple]) -> dict[int, tuple]:
    return {row[0]: row for row in rows[1:] if isinstance(row[0], int)}


def same(shown: object, computed: object) -> None:
    """Empty is empty, text is text, and an amount is the same to a thousandth of a cent."""
    if shown is None or isinstance(shown, str) or pd.isna(shown):
        assert (computed or None) == (shown or None)
    else:
        assert computed == pytest.approx(float(shown), abs=1e-5)


@needs_office
@pytest.mark.parametrize("rule", RULES)
def test_the_recalculated_workbook_gives_the_figures_of_the_page(
    store: Store, tmp_path: Path, rule: str
) -> None:
    with use_language("nl"):
        money = money_of(store, rule)
        sheets = recalculated(money, tmp_path)
        same_everywhere(money, sheets)
    everything = [value for rows in sheets.values() for row in rows for value in row]
    assert not [v for v in everything if isinstance(v, str) and ERROR.match(v)]


@needs_office
@pytest.mark.parametrize("rule", RULES)
def test_a_reader_that_computes_nothing_shows_the_recalculated_values(
    store: Store, tmp_path: Path, rule: str
) -> None:
    with use_language("nl"):
        money = money_of(store, rule)
        stored = values_of(money_workbook(money_book(money)))
        computed = recalculated(money, tmp_path)
    assert list(stored) == list(computed)
    for sheet, rows in stored.items():
        assert len(rows) == len(computed[sheet])
        for row, again in zip(rows, computed[sheet], strict=True):
            assert len(row) == len(again), sheet
            for value, other in zip(row, again, strict=True):
                if isinstance(value, int | float):
                    assert other == pytest.approx(value, abs=1e-9), sheet
                else:
                    assert (value or None) == (other or None), sheet


def same_everywhere(money: Money, sheets: dict[str, list[tuple]]) -> None:
    same_check(money, sheets["Bijdragecontrole"])
    same_years(money, sheets["Begroot en besteed"])
    same_months(money, sheets["Door het jaar"])
    same_split(money, sheets["40-60"])
    same_costs(money, sheets["Gebruik en geld"])
    same_themes(money, sheets["Per thema"])
    same_cities(money, sheets["Alle G40-steden"])


def same_check(money: Money, rows: list[tuple]) -> None:
    found = by_year(rows)
    for one in money.checks:
        row = found[one.year]
        amounts = (one.budgeted, one.calculated, one.difference, one.invoiced,
                   one.invoice_difference)  # fmt: skip
        for shown, computed in zip(amounts, row[3:8], strict=True):
            same(shown, computed)
        for implied, place in ((one.implied_by_budget, 8), (one.implied_by_invoice, 10)):
            same(implied.lowest if implied else None, row[place])
            same(implied.highest if implied else None, row[place + 1])
    together = contribution_check.check_table(list(money.term_checks)).iloc[-1].tolist()
    for shown, computed in zip(together[1:6], rows[-1][3:8], strict=True):
        same(shown, computed)


def same_years(money: Money, rows: list[tuple]) -> None:
    found = by_year(rows)
    for shown in years_table(money).itertuples(index=False):
        row = found[int(shown[0])]
        for left, right in zip(shown[1:5], row[1:5], strict=True):
            same(left, right)
        assert (shown[6], shown[7]) == (row[6], row[7])


def same_split(money: Money, rows: list[tuple]) -> None:
    found = by_year(rows)
    words = {"hours": "uur", "uses": "keer"}
    measures = {one.measure for one in money.splits}
    assert measures == ({"hours", "uses"} if money.rule == "hours" else {"uses"})
    for one in money.splits:
        row = found[one.year]
        assert row[7] == words[one.measure]
        for left, place in ((one.general, 8), (one.tailored, 9), (one.share, 11), (one.low, 12),
                            (one.high, 13)):  # fmt: skip
            same(left, row[place])
    for shown in split.euro_table(money).itertuples(index=False):
        row = found[int(shown[0])]
        for left, right in zip((shown[1], *shown[3:7]), row[15:20], strict=True):
            same(left, right)


def same_costs(money: Money, rows: list[tuple]) -> None:
    found = by_year(rows)
    frame = money.costs
    for shown in frame.itertuples(index=False):
        row = found[shown.year]
        same(None if pd.isna(shown.cents) else in_euros(shown.cents), row[1])
        for left, place in ((shown.uses, 2), (shown.hours, 4), (shown.per_use, 5),
                            (shown.per_hour, 6)):  # fmt: skip
            same(left, row[place])


def same_themes(money: Money, rows: list[tuple]) -> None:
    usage = money.usage[money.usage["year"] == money.year]
    frame, _measure = costs.cost_by_theme(usage, money.contributions[money.year], money.rule)
    assert [row[0] for row in rows[1:-1]] == frame["theme"].tolist()
    for row, cents in zip(rows[1:-1], frame["cents"], strict=True):
        same(in_euros(cents), row[7])
    same(in_euros(money.contributions[money.year]), rows[-1][7])


def same_cities(money: Money, rows: list[tuple]) -> None:
    terms = decision()
    assert terms.rate is not None
    for row, amount in zip(
        rows[1:41], cities.by_city(money.population, 2019, terms.rate)["contribution"], strict=True
    ):
        same(amount, row[3])
    same(Decimal("656993.35"), rows[41][3])
    same(Decimal("540000"), rows[42][3])
    same(Decimal("116993.35"), rows[43][3])


def same_months(money: Money, rows: list[tuple]) -> None:
    through = execution.through_the_year(money.lines, money.year)
    for row, cents in zip(rows[1:13], through["cumulative"], strict=True):
        same(in_euros(cents), row[2])


def test_no_text_out_of_a_file_is_a_formula(store: Store) -> None:
    money = money_of(store)
    book = openpyxl.load_workbook(BytesIO(money_workbook(money_book(money))))
    lines, use = book["Budgetregels"], book["Gebruik"]
    assert {cell.data_type for cell in lines["D"]} == {"s"}
    assert "=1+1" in [cell.value for cell in lines["D"]]
    assert {cell.data_type for cell in use["B"]} == {"s"}


def test_amounts_are_numbers_and_outcomes_formulas(store: Store) -> None:
    money = money_of(store)
    book = openpyxl.load_workbook(BytesIO(money_workbook(money_book(money))))
    assert {cell.data_type for cell in book["Budgetregels"]["F"][1:]} == {"n"}
    for name, columns in {
        "Bijdragecontrole": "BCDEFGHIJKLM", "Begroot en besteed": "BCDEFGH",
        "40-60": "BCDEFGHIJKLMNOPQRST", "Gebruik en geld": "BCDEFG", "Per thema": "BCDEFGH",
    }.items():  # fmt: skip
        for column in columns:
            assert book[name][column][1].data_type == "f", (name, column)


def test_without_an_office_the_stored_figures_are_those_of_the_page(store: Store) -> None:
    with use_language("nl"):
        money = money_of(store)
        stored = values_of(money_workbook(money_book(money)))
        same_everywhere(money, stored)
    # Spent in 2021: 20.963,80 and eight times 250,11 and 1 up to 8, together 36.
    assert by_year(stored["Begroot en besteed"])[2021][1:4] == (26762.55, 23000.68, 500.5)


@pytest.mark.parametrize("language", ["nl", "en"])
def test_an_empty_store_makes_a_workbook_too(tmp_path: Path, language: str) -> None:
    store = make_store(tmp_path, [])
    with use_language(language):
        workbook = money_workbook(money_book(money_of(store)))
    store.close()
    assert not [v for v in formulas_and_outcomes(workbook).values() if str(v).startswith("#")]


@pytest.mark.parametrize("rule", RULES)
def test_zero_hours_and_no_agreement_give_no_error_and_no_zero_sum(store: Store, rule: str) -> None:
    with use_language("nl"):
        found = money_of(store, rule)
        usage = found.usage.assign(hours=0.0)
        agreements = [a for a in found.agreements if found.year not in a.years]
        money = replace(found, usage=usage, agreements=agreements)
        sheets = values_of(money_workbook(money_book(money)))
        same_themes(money, sheets["Per thema"])
    everything = [value for rows in sheets.values() for row in rows for value in row]
    assert not [v for v in everything if isinstance(v, str) and ERROR.match(v)]
    together = sheets["Bijdragecontrole"][-1][3:8]
    assert {value or None for value in together} == {None}
    assert 0 not in [value for value in together if not isinstance(value, str)]


def test_a_rate_of_zero_implies_no_inhabitants(store: Store) -> None:
    found = money_of(store)
    agreements = [replace(a, rate=Decimal(0)) for a in found.agreements]
    sheets = values_of(money_workbook(money_book(replace(found, agreements=agreements))))
    everything = [value for rows in sheets.values() for row in rows for value in row]
    assert not [v for v in everything if isinstance(v, str) and ERROR.match(v)]
