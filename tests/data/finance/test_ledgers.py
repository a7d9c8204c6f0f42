"""Ledgers in any layout: only what is paid to Platform31 counts, to the cent, or it is asked."""

from __future__ import annotations

from dataclasses import replace

import pytest

from data.intake.preview import preview_file
from data.settings import Settings
from data.storing.store import Store
from data.values.corrections import Corrections
from data.values.questions import SIGN, TURN
from data.values.results import SheetResult
from tests.data.finance.ledgers import ENDINGS, Ledger, ledger

OURS, ALL = 3_317_736, 83_370_063
SEEDS = range(40)


def read(found: Ledger, store: Store, **answers: str) -> SheetResult:
    preview = preview_file(
        found.content, found.file_name, store=store, settings=Settings(),
        corrections=Corrections(answers=answers),
    )  # fmt: skip
    assert preview.error is None, found.made
    (sheet,) = preview.sheets
    return sheet


def counted(sheet: SheetResult) -> int:
    ours = sheet.records["concerns"].fillna(False).astype(bool)
    return int(sheet.records.loc[ours, "amount_cents"].sum())


def asked(sheet: SheetResult) -> list[str]:
    return [question.code for question in sheet.questions if question.answer is None]


@pytest.mark.parametrize("seed", SEEDS)
def test_a_ledger_is_right_to_the_cent_or_asks(seed: int, store: Store) -> None:
    found = ledger(seed)
    sheet = read(found, store)
    if asked(sheet):
        assert (asked(sheet), counted(sheet)) == ([SIGN], 0), found.made
        sheet = read(found, store, **{SIGN: TURN})
    assert (counted(sheet), sheet.rejected, asked(sheet)) == (found.ours, 0, []), found.made
    assert sheet.accepted == found.rows
    assert int(sheet.records["amount_cents"].sum()) == found.all


@pytest.mark.parametrize("ending", ENDINGS)
@pytest.mark.parametrize(("layout", "form"), [("key2", "letters"), ("unit4", "words")])
def test_a_column_of_sides_is_read_and_only_ours_counts(
    layout: str, form: str, ending: str, store: Store
) -> None:
    found = ledger(7, layout=layout, form=form, ending=ending, count=212, unit=1)
    sheet = read(found, store)
    assert sheet.table is not None
    assert counted(sheet) == OURS
    assert sheet.accepted == 212
    assert "side" in sheet.table.columns.values()
    assert sheet.finance is not None
    assert (sheet.finance.kept.rows, sheet.finance.left.rows) == (11, 201)


@pytest.mark.parametrize("ending", ENDINGS)
def test_negative_costs_are_asked_and_can_be_turned_round(ending: str, store: Store) -> None:
    found = ledger(7, layout="key2", form="negative", ending=ending, count=212, unit=1)
    sheet = read(found, store)
    assert (asked(sheet), counted(sheet)) == ([SIGN], 0)
    assert counted(read(found, store, **{SIGN: TURN})) == OURS


@pytest.mark.parametrize("ending", ENDINGS)
def test_platforms_of_the_railway_are_not_ours(ending: str, store: Store) -> None:
    found = ledger(8, layout="sap", form="signed", ending=ending, count=60, unit=1)
    reading = read(found, store).finance
    assert reading is not None
    assert len(reading.closest) == 3
    assert {cents for line in reading.closest for cents in [line.cents]} == {
        931_000, 220_575, 1_410_000,
    }  # fmt: skip


@pytest.mark.parametrize("ending", ENDINGS)
def test_the_rule_holds_for_amounts_in_thousands(ending: str, store: Store) -> None:
    found = ledger(9, layout="key2", form="signed", ending=ending, count=60, unit=1_000)
    sheet = read(found, store)
    assert (counted(sheet), sheet.unit) == (OURS, 1_000)


def test_a_line_is_ticked_by_a_person(store: Store) -> None:
    found = ledger(8, layout="sap", form="signed", ending="csv", count=60, unit=1)
    reading = read(found, store).finance
    assert reading is not None
    line = reading.closest[0]
    sheet = read(found, store, **{f"line:{line.row}": "count"})
    assert counted(sheet) == OURS + line.cents


def test_a_printed_total_that_is_no_amount_is_said(store: Store) -> None:
    found = ledger(8, layout="sap", form="signed", ending="csv", count=24, unit=1, totals="end")
    lines = found.content.decode("cp1252").split("\r\n")
    broken = ";".join([*lines[-1].split(";")[:-1], "zie bijlage"])
    content = "\r\n".join([*lines[:-1], broken]).encode("cp1252")
    sheet = read(replace(found, content=content), store)
    told = {remark.code: remark.values for remark in sheet.remarks}
    assert told["totals_unreadable"] == {"rows": [str(len(lines))]}
    assert counted(sheet) == OURS
