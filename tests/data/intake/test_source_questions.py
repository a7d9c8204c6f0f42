"""A file that tells money which an earlier upload tells too: asked when it is read in."""

from __future__ import annotations

import json
from pathlib import Path

import pandas as pd
import pytest

from analysis.plausibility.amounts import compare_budgets
from data.command_line.commands import main
from data.intake.preview import preview_file
from data.intake.store_upload import store_preview
from data.settings import Settings
from data.storing.finance import save_rule
from data.storing.frames import load_budget, load_rivals
from data.storing.store import Store, open_store
from data.values.corrections import Corrections
from data.values.finance_rule import Rule
from data.values.results import FilePreview
from tests.data.finance.ledgers import ENDINGS, csv, ledger
from tests.data.reading import builders
from tests.data.reading.builders import Page
from tests.users import coordinator

CODE = "source:2022:actual"
OVERVIEW = b"Jaar;Omschrijving;Begroot;Realisatie\n2022;Bijdrage Platform31;32.000,00;24.000,00\n"
LEDGER = ledger(7, layout="key2", form="signed", ending="csv", unit=1, count=24)  # € 33.177,36
COORDINATOR = coordinator("Co")


@pytest.fixture
def store(tmp_path: Path) -> Store:
    return open_store(f"sqlite:///{tmp_path / 'store.sqlite3'}")


def read(store: Store, content: bytes, name: str, **answers: str) -> FilePreview:
    return preview_file(
        content, name, store=store, settings=Settings(), corrections=Corrections(answers=answers)
    )


def read_in(store: Store, content: bytes, name: str, **answers: str) -> FilePreview:
    preview = read(store, content, name, **answers)
    store_preview(preview, store=store, user=COORDINATOR)
    return preview


def spent(store: Store) -> float:
    lines = load_budget(store)
    return round(lines.loc[lines["kind"] == "actual", "amount"].sum(), 2)


def test_it_is_asked_with_both_amounts_and_waits(store: Store) -> None:
    assert not read_in(store, OVERVIEW, "overzicht.csv").sheets[0].questions
    (question,) = read_in(store, LEDGER.content, "grootboek 2022.csv").sheets[0].questions
    assert (question.code, question.answer, question.rows) == (CODE, None, 11)
    assert question.choices == ("this", "earlier", "both")
    said = str(question.message).replace("\u00a0", " ")
    assert "werkelijk € 33.177,36" in said
    assert "€ 24.000,00 ingelezen (overzicht.csv)" in said
    assert "€ 9.177,36" in said
    assert spent(store) == 24_000
    assert [each.open for each in load_rivals(store)] == [True]


@pytest.mark.parametrize(
    ("answer", "expected"), [("this", 33_177.36), ("earlier", 24_000.0), ("both", 57_177.36)]
)
def test_the_answer_is_remembered(answer: str, expected: float, store: Store) -> None:
    read_in(store, OVERVIEW, "overzicht.csv")
    read_in(store, LEDGER.content, "grootboek 2022.csv", **{CODE: answer})
    assert spent(store) == expected
    assert [each.open for each in load_rivals(store)] == [False]
    budget = load_budget(store)
    assert budget.loc[budget["kind"] == "budget", "amount"].sum() == 32_000


def test_of_another_year_nothing_is_asked(store: Store) -> None:
    read_in(store, OVERVIEW.replace(b"2022", b"2021"), "overzicht.csv")
    assert not read(store, LEDGER.content, "grootboek 2022.csv").sheets[0].questions


def test_of_lines_that_do_not_count_nothing_is_asked(store: Store) -> None:
    save_rule(store, COORDINATOR, Rule.of([("account", "9999")]))
    read_in(store, OVERVIEW, "overzicht.csv")
    asked = read(store, LEDGER.content, "grootboek 2022.csv").sheets[0].questions
    assert CODE not in [question.code for question in asked]


def test_of_the_same_rows_it_is_the_overlap_that_is_decided(store: Store) -> None:
    read_in(store, LEDGER.content, "grootboek 2022.csv")
    longer = LEDGER.content + b"\r\n"
    assert not read(store, longer, "grootboek 2022 nieuw.csv").sheets[0].questions


def test_on_the_command_line(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    store = ["--store", f"sqlite:///{tmp_path}/s.db", "--json"]
    for name, content in (("overzicht.csv", OVERVIEW), ("grootboek 2022.csv", LEDGER.content)):
        (tmp_path / name).write_bytes(content)
    assert main(["import", str(tmp_path / "overzicht.csv"), *store]) == 0
    capsys.readouterr()
    ledger_file = str(tmp_path / "grootboek 2022.csv")
    assert main(["import", ledger_file, "--dry-run", *store]) == 0
    (sheet,) = json.loads(capsys.readouterr().out)["files"][0]["sheets"]
    (asked,) = sheet["questions"]
    assert (asked["code"], asked["rows"]) == (CODE, 11)
    assert main(["import", ledger_file, "--answer", f"{CODE}=this", *store]) == 0
    capsys.readouterr()
    opened = open_store(store[1])
    assert spent(opened) == 33_177.36
    opened.close()


@pytest.mark.parametrize("ending", ENDINGS)
def test_an_export_of_exact_on_top_of_an_overview_is_not_added_up(
    ending: str, store: Store
) -> None:
    overview = [["Jaar", "Omschrijving", "Begroot", "Realisatie"],
                [2022, "Bijdrage Platform31", 32_000, 24_000]]  # fmt: skip
    content = {"csv": csv, "xlsx": builders.xlsx, "ods": builders.ods}[ending](Page(overview))
    read_in(store, content, f"overzicht.{ending}")
    exact = ledger(7, layout="exact", form="signed", ending=ending, unit=1, count=24)
    preview = read_in(store, exact.content, f"exact 2022.{ending}")
    assert [question.code for question in preview.sheets[0].questions] == [CODE]
    assert spent(store) == 24_000


@pytest.mark.parametrize("ending", ENDINGS)
def test_the_check_on_last_year_looks_at_the_lines_that_count(ending: str, store: Store) -> None:
    """All 212 lines are 28 times the year before; those that count are 1.6 times it."""
    found = ledger(7, layout="key2", form="letters", ending=ending, unit=1, count=212)
    records = read(store, found.content, f"grootboek 2022.{ending}").sheets[0].records
    before = records.head(1).assign(year=2021, concerns=True, kind="actual", amount=21_000.0)
    both = pd.concat([records, before], ignore_index=True)
    assert compare_budgets(both, [2022]) == []
    (alarm,) = compare_budgets(both.assign(concerns=True), [2022])
    assert alarm.ratio > 25
