"""Columns of a budget: which counts, and what the others are."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from data.intake.preview import preview_file
from data.settings import Settings
from data.storing.store import open_store
from data.values.corrections import Corrections
from data.values.results import SheetResult
from tests.data.finance.ledgers import csv
from tests.data.reading import builders
from tests.data.reading.builders import Page

TWO_ROWS = [
    ["Jaar", "Omschrijving", "Begroting", "", "Verplichtingen", "Realisatie"],
    ["", "", "primitief", "na wijziging", "", ""],
    [2022, "Bijdrage Platform31", 20762.0, 22762.0, 1000.0, 20762.0],
    [2022, "Projecten Platform31", 48000.0, 58000.0, 5000.0, 30000.0],
]
EVERY = [
    ["Jaar", "Omschrijving", "Begroting primitief", "Begrotingswijziging", "Begroting na wijziging",
     "Realisatie", "Restant", "% besteed", "Realisatie vorig jaar"],
    [2022, "Bijdrage Platform31", 20762.0, 2000.0, 22762.0, 20762.0, 2000.0, 91.0, 20500.0],
]  # fmt: skip
MERGED = ((0, 2, 0, 3),)
WRITERS: dict[str, Callable[[Page], bytes]] = {
    "xlsx": builders.xlsx, "ods": builders.ods, "csv": csv,
}  # fmt: skip


def read(rows: list, ending: str, *, merged: tuple = (), **answers: str) -> SheetResult:
    content = WRITERS[ending](Page(rows, merged=merged))
    store = open_store("sqlite://")
    preview = preview_file(
        content, f"overzicht.{ending}", store=store, settings=Settings(),
        corrections=Corrections(answers=answers),
    )  # fmt: skip
    store.close()
    (sheet,) = preview.sheets
    return sheet


def counted(sheet: SheetResult) -> dict[str, float]:
    ours = sheet.records[sheet.records["concerns"].fillna(False).astype(bool)]
    return ours.groupby("kind", observed=True)["amount"].sum().to_dict()


@pytest.mark.parametrize("ending", WRITERS)
def test_of_two_budgets_under_one_heading_it_is_asked_which_counts(ending: str) -> None:
    sheet = read(TWO_ROWS, ending, merged=MERGED)
    assert ([question.code for question in sheet.questions], counted(sheet)) == (
        ["budget_version"], {},
    )  # fmt: skip
    revised = read(TWO_ROWS, ending, merged=MERGED, budget_version="revised")
    assert counted(revised) == {"budget": 80762, "actual": 50762, "commitment": 6000}
    original = read(TWO_ROWS, ending, merged=MERGED, budget_version="original")
    assert counted(original) == {"budget": 68762, "actual": 50762, "commitment": 6000}


WIDE = [
    ["Omschrijving", "Begroting 2021 primitief", "Begroting 2021 na wijziging", "Realisatie 2021",
     "Begroting 2022 primitief", "Begroting 2022 na wijziging", "Realisatie 2022"],
    ["Bijdrage Platform31", 20762.0, 20963.8, 20963.8, 20762.0, 21000.0, 21130.59],
    ["Leerkring Platform31", 5000.0, 6000.0, 5500.0, 4000.0, 4500.0, 4400.0],
]  # fmt: skip


@pytest.mark.parametrize("ending", WRITERS)
@pytest.mark.parametrize(
    ("answer", "budget"),
    [("revised", 20963.8 + 6000 + 21000 + 4500), ("original", 20762 + 5000 + 20762 + 4000)],
)
def test_of_a_wide_table_it_is_asked_too(ending: str, answer: str, budget: float) -> None:
    sheet = read(WIDE, ending)
    assert ([question.code for question in sheet.questions], counted(sheet)) == (
        ["wide_budget_version"], {},
    )  # fmt: skip
    chosen = counted(read(WIDE, ending, wide_budget_version=answer))
    assert chosen == {"budget": pytest.approx(budget), "actual": pytest.approx(51_994.39)}


@pytest.mark.parametrize("rows", [
    [["Jaar", "Omschrijving", "Begroting", "Begroting na wijziging"],
     [2022, "Bijdrage Platform31", 20762.0, 22762.0]],
    [["Omschrijving", "Begroting 2022", "Begroting na wijziging 2022", "Rekening 2022"],
     ["Bijdrage Platform31", 20762.0, 22762.0, 1.0]],
])  # fmt: skip
def test_a_mere_budget_is_the_one_before_its_changes(rows: list) -> None:
    (question,) = read(rows, "xlsx").questions
    assert counted(read(rows, "xlsx", **{question.code: "original"}))["budget"] == 20762
    assert counted(read(rows, "xlsx", **{question.code: "revised"}))["budget"] == 22762


def test_each_other_column_of_amounts_is_named_with_what_it_is() -> None:
    sheet = read(EVERY, "xlsx", budget_version="revised")
    assert counted(sheet) == {"budget": 22762, "actual": 20762}
    told = {remark.code: remark.values["columns"] for remark in sheet.remarks
            if "columns" in remark.values}  # fmt: skip
    assert told == {
        "columns_of_changes": ["Begrotingswijziging"],
        "columns_worked_out": ["Restant", "% besteed"],
        "year_before": ["Realisatie vorig jaar"],
    }
    assert sheet.table is not None
    assert sheet.table.ignored_columns == [
        "Begroting primitief", "Begrotingswijziging", "Restant", "% besteed",
        "Realisatie vorig jaar",
    ]  # fmt: skip


@pytest.mark.parametrize("shape", ["{what} t{far:+}", "{what} (t {far:+})", "{what} jaar{far:+}"])
@pytest.mark.parametrize("what", ["Bedrag", "Realisatie"])
def test_of_columns_for_years_around_that_of_the_row_only_its_own_is_read(
    what: str, shape: str
) -> None:
    around = [shape.format(what=what, far=far) for far in (-2, -1, 1, 2)]
    rows = [
        ["Jaar", "Omschrijving", *around[:2], f"{what} t", *around[2:]],
        [2022, "Bijdrage Platform31", 11.0, 12.0, 13.0, 14.0, 15.0],
    ]
    sheet = read(rows, "xlsx")
    assert list(counted(sheet).values()) == [13.0]
    told = {remark.code: remark.values.get("columns") for remark in sheet.remarks}
    assert told["year_before"] == around
    without = [[x for at, x in enumerate(row) if at != 4] for row in rows]
    assert read(without, "xlsx").kind is None


def test_what_adds_up_months_is_not_added_to_them() -> None:
    rows = [
        ["Jaar", "Maand", "Omschrijving", "Realisatie maand", "Realisatie cumulatief"],
        [2022, 1, "Bijdrage Platform31", 20762.0, 20762.0],
        [2022, 2, "Leerkring Platform31", 100.0, 20862.0],
    ]
    assert counted(read(rows, "xlsx")) == {"actual": 20862}


def test_levels_in_columns_are_not_added_to_their_lines() -> None:
    rows = [
        ["Jaar", "Programma", "Product", "Omschrijving", "Begroting"],
        [2022, "3 Kennis van Platform31", "", "", 25762.0],
        [2022, "", "3.1 Netwerken", "", 25762.0],
        [2022, "", "", "Bijdrage Platform31", 20762.0],
        [2022, "", "", "Leerkring Platform31", 5000.0],
    ]
    sheet = read(rows, "xlsx")
    assert counted(sheet) == {"budget": 25762}
    assert [question.code for question in sheet.questions] == ["levels"]
