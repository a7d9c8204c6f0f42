"""Every financial system: read, reconciled with its own totals, divided by the rule, stored."""

from __future__ import annotations

from decimal import Decimal

import pandas as pd
import pytest

from data.intake.preview import preview_file
from data.intake.store_upload import store_preview
from data.settings import Settings
from data.storing import tables as t
from data.storing.frames import load_budget
from data.storing.store import Store
from data.values.results import FilePreview, SheetResult
from tests.data.finance.workbooks import ACCOUNT_OF_NOBODY, EXPORTS, NOBODY, Export
from tests.users import NOOR

SETTINGS = Settings()


@pytest.fixture(params=EXPORTS, ids=lambda build: build.__name__)
def export(request: pytest.FixtureRequest) -> Export:
    found: Export = request.param()
    return found


def read(export: Export, store: Store) -> FilePreview:
    return preview_file(export.content, export.file_name, store=store, settings=SETTINGS)


def only_sheet(preview: FilePreview) -> SheetResult:
    (sheet,) = preview.sheets
    return sheet


def sums(lines: pd.DataFrame) -> dict[str, Decimal]:
    grouped = lines.groupby("kind", observed=True, sort=False)["amount"].sum()
    return {str(kind): Decimal(f"{amount:.2f}") for kind, amount in grouped.items()}


def test_read_as_by_hand(export: Export, store: Store) -> None:
    sheet = only_sheet(read(export, store))
    assert sheet.table is not None
    assert sheet.finance is not None
    assert (sheet.kind, sheet.table.format, sheet.table.header_row) == (
        "budget", export.format, export.header_row,
    )  # fmt: skip
    assert sheet.table.columns == export.columns
    assert (sheet.rows, sheet.accepted, sheet.rejected) == (export.rows, export.accepted, 0)
    assert dict(sheet.skipped_reasons) == export.skipped
    assert sheet.rows == sheet.accepted + sheet.rejected + sheet.skipped
    assert sheet.unit == export.unit


def test_lines_add_up_to_the_printed_totals_to_the_cent(export: Export, store: Store) -> None:
    reading = only_sheet(read(export, store)).finance
    assert reading is not None
    assert len(reading.totals) == export.totals
    assert reading.faults == ()
    assert all(total.printed == total.counted for total in reading.totals)


def test_rule_divides_the_lines_and_loses_none(export: Export, store: Store) -> None:
    sheet = only_sheet(read(export, store))
    reading = sheet.finance
    assert reading is not None
    assert reading.kept.rows + reading.left.rows == sheet.accepted
    assert {k: Decimal(v) / 100 for k, v in reading.kept.cents.items()} == export.kept
    assert {k: Decimal(v) / 100 for k, v in reading.left.cents.items()} == export.left


def test_stored_lines_add_up_and_only_ours_count(export: Export, store: Store) -> None:
    preview = read(export, store)
    store_preview(preview, store=store, user=NOOR)
    every, ours = load_budget(store, every=True), load_budget(store)
    assert sums(ours) == export.kept
    assert sums(every[~every["concerns"].astype(bool)]) == export.left
    assert sorted(every["year"].unique()) == export.years
    assert ours["description"].tolist() == export.texts
    assert Decimal(f"{every['amount'].sum():.2f}") == Decimal(
        str(only_sheet(preview).sums["amount"])
    )


def test_nobodys_name_or_bank_account_is_stored(export: Export, store: Store) -> None:
    store_preview(read(export, store), store=store, user=NOOR)
    with store.reading() as connection:
        found = [
            str(line)
            for table in (t.budget_line, t.rejected_row, t.sheet_report)
            for line in connection.execute(table.select())
        ]
    assert found
    assert not [line for line in found if NOBODY in line or ACCOUNT_OF_NOBODY in line]
