from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

import openpyxl
import pandas as pd
import pytest
from openpyxl.styles import Font

from data.intake.restoring import bring_back_batch, undo_batch
from data.intake.store_upload import store_preview
from data.sample import USAGE_FILE
from data.storing.errors import AlreadyStoredError, StoredMeanwhileError
from data.storing.frames import load_batches, load_budget, load_usage
from data.storing.reports import load_reports
from data.storing.store import Store, open_store
from data.values.corrections import Corrections, SheetCorrections
from data.values.report import Statement
from data.values.results import FilePreview
from reports.mendable import MendableSheet
from reports.rejected import mending_workbook
from tests.data.mending.workbooks import (
    edited,
    error_workbook,
    read,
    saved,
    sheet_of,
    stored,
    without_rows,
)
from tests.users import NOOR

SAMPLE = Path(__file__).parents[3] / "data" / "sample" / USAGE_FILE
# Row 4 has an impossible date and row 5 hours below zero; row 6 is a total.
ROWS = [
    ["Datum", "Afdeling", "Thema", "Uren"],
    ["03-04-2018", "Vastgoed", "Woningmarkt", 7.5],
    ["04-04-2018", "Jeugd", "Woningmarkt", 2],
    ["31-02-2018", "Vastgoed", "Woningmarkt", 3],
    ["05-04-2018", "Jeugd", "Woningmarkt", -4],
    ["Totaal", None, None, 8.5],
]


def workbook(rows: list[list[object]] = ROWS) -> bytes:
    book = openpyxl.Workbook()
    book.active.title = "Blad1"
    for row in rows:
        book.active.append(row)
    return saved(book)


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    opened = open_store(f"sqlite:///{tmp_path / 'store.sqlite3'}")
    yield opened
    opened.close()


def counts(preview: FilePreview, sheet: str = "Blad1") -> tuple[int, int, int, dict[str, int]]:
    """Rows, accepted, rejected and why the others are skipped; the sum is checked on the way."""
    (found,) = [s for s in preview.sheets if s.sheet == sheet]
    assert found.rows == found.accepted + found.rejected + found.skipped
    return found.rows, found.accepted, found.rejected, dict(found.skipped_reasons)


def hours(store: Store) -> list[float]:
    return sorted(load_usage(store)["hours"])


def uses_of(batch_id: int, store: Store) -> pd.DataFrame:
    uses = load_usage(store)
    return uses[uses["batch_id"] == batch_id]


def test_only_the_mended_rows_are_new(store: Store) -> None:
    content = workbook()
    stored(content, store)
    mended = edited(error_workbook(content, store), "Blad1", {"A4": "28-02-2018"})
    preview = read(mended, store, "fouten.xlsx")
    assert counts(preview) == (5, 1, 1, {"total": 1, "duplicate": 2})
    assert preview.sheets[0].records["hours"].tolist() == [3]
    assert preview.sheets[0].sums["hours"] == 3
    assert [row.row for row in preview.sheets[0].rejected_rows] == [5]
    store_preview(preview, store=store, user=NOOR)
    assert hours(store) == [2, 3, 7.5]


def test_each_of_the_two_uploads_can_be_taken_back_by_itself(store: Store) -> None:
    content = workbook()
    first = stored(content, store)
    mended = edited(error_workbook(content, store), "Blad1", {"A4": "28-02-2018", "D5": 4})
    before = load_usage(store)
    second = stored(mended, store, "fouten.xlsx")
    assert hours(store) == [2, 3, 4, 7.5]
    undo_batch(second, store=store, user=NOOR)
    pd.testing.assert_frame_equal(load_usage(store), before)
    second = stored(mended, store, "fouten.xlsx")
    undo_batch(first, store=store, user=NOOR)
    assert hours(store) == [3, 4]


def test_mending_in_two_goes_counts_nothing_twice(store: Store) -> None:
    content = workbook()
    stored(content, store)
    once = edited(error_workbook(content, store), "Blad1", {"A4": "28-02-2018"})
    stored(once, store, "fouten.xlsx")
    twice = edited(once, "Blad1", {"D5": 4})
    preview = read(twice, store, "fouten.xlsx")
    assert counts(preview) == (5, 1, 0, {"total": 1, "duplicate": 3})
    store_preview(preview, store=store, user=NOOR)
    assert hours(store) == [2, 3, 4, 7.5]


def test_the_error_workbook_of_a_mended_file_belongs_to_the_first_file(store: Store) -> None:
    content = workbook()
    stored(content, store)
    once = edited(error_workbook(content, store), "Blad1", {"A4": "28-02-2018"})
    again = error_workbook(once, store, "fouten.xlsx")
    stored(edited(again, "Blad1", {"D5": 4}), store, "weer.xlsx")
    assert hours(store) == [2, 3, 4, 7.5]


def test_a_workbook_whose_file_is_not_stored_counts_whole(store: Store) -> None:
    content = workbook()
    mended = edited(error_workbook(content, store), "Blad1", {"A4": "28-02-2018"})
    preview = read(mended, store, "fouten.xlsx")
    assert counts(preview) == (5, 3, 1, {"total": 1})
    store_preview(preview, store=store, user=NOOR)
    # The file itself then has nothing new, and its faulty rows stay rejected.
    assert counts(read(content, store)) == (5, 0, 2, {"total": 1, "duplicate": 2})
    # Taking the mended rows back, the file counts as ever.
    undo_batch(1, store=store, user=NOOR)
    assert counts(read(content, store)) == (5, 2, 2, {"total": 1})


def test_rows_that_were_deleted_are_absent_and_the_others_keep_who_they_are(store: Store) -> None:
    content = workbook()
    stored(content, store)
    mended = edited(error_workbook(content, store), "Blad1", {"D5": 4})
    fewer = without_rows(mended, "Blad1", 2, 4)
    preview = read(fewer, store, "fouten.xlsx")
    assert counts(preview) == (3, 1, 0, {"total": 1, "duplicate": 1})
    assert uses_of(store_preview(preview, store=store, user=NOOR), store)["row"].tolist() == [3]
    # The row stands in another place by now, and is known all the same.
    assert counts(read(edited(mended, "Blad1", {"A4": "28-02-2018"}), store)) == (
        5, 1, 0, {"total": 1, "duplicate": 3},
    )  # fmt: skip


def test_sorted_rows_keep_who_they_are(store: Store) -> None:
    content = workbook()
    stored(content, store)
    mended = edited(error_workbook(content, store), "Blad1", {"D5": 4})
    book = openpyxl.load_workbook(BytesIO(mended))
    sheet = book["Blad1"]
    rows = [[cell.value for cell in row] for row in sheet["A2:F5"]]
    for target, values in zip(sheet["A2:F5"], reversed(rows), strict=True):
        for cell, value in zip(target, values, strict=True):
            cell.value = value
    assert counts(read(saved(book), store)) == (5, 1, 1, {"total": 1, "duplicate": 2})


def test_a_row_that_was_added_is_new(store: Store) -> None:
    content = workbook()
    stored(content, store)
    added = {"A7": "06-04-2018", "B7": "Jeugd", "C7": "Woningmarkt", "D7": 1}
    preview = read(edited(error_workbook(content, store), "Blad1", added), store)
    assert counts(preview) == (6, 1, 2, {"total": 1, "duplicate": 2})
    assert preview.sheets[0].records["hours"].tolist() == [1]


def test_a_row_that_was_good_and_is_changed_is_asked_about_never_added(store: Store) -> None:
    content = workbook()
    stored(content, store)
    preview = read(edited(error_workbook(content, store), "Blad1", {"D2": 70}), store)
    assert counts(preview) == (5, 0, 3, {"total": 1, "duplicate": 1})
    row = preview.sheets[0].rejected_rows[0]
    assert (row.row, row.cells) == (2, ("03-04-2018", "Vastgoed", "Woningmarkt", "70"))
    assert "al opgeslagen" in str(row.faults[0].message)


def test_two_rows_alike_are_two_rows(store: Store) -> None:
    rows = [*ROWS[:2], ["31-04-2018", "Vastgoed", "Woningmarkt", 7.5]]
    content = workbook(rows)
    stored(content, store)
    preview = read(edited(error_workbook(content, store), "Blad1", {"A3": "03-04-2018"}), store)
    assert counts(preview) == (2, 1, 0, {"duplicate": 1})


def test_budget_rows_with_several_amounts_are_known_as_a_whole(store: Store) -> None:
    rows = [
        ["Jaar", "Omschrijving", "Begroting", "Realisatie"],
        [2018, "Bijdrage", 24000, 23000],
        [2018, "Projecten", 6000, "veel"],
    ]
    content = workbook(rows)
    stored(content, store)
    preview = read(edited(error_workbook(content, store), "Blad1", {"D3": 4500}), store)
    assert counts(preview) == (2, 1, 0, {"duplicate": 1})
    store_preview(preview, store=store, user=NOOR)
    assert sorted(load_budget(store, every=True)["amount"]) == [4500, 6000, 23000, 24000]


def test_the_rejected_rows_of_an_upload_add_themselves_only(store: Store) -> None:
    content = workbook()
    preview = read(content, store)
    batch_id = store_preview(preview, store=store, user=NOOR)
    (sheet,) = preview.sheets
    assert sheet.table
    kept = MendableSheet.kept("Blad1", sheet.table.headings, sheet.rejected_rows)
    line = load_batches(store).set_index("batch_id").loc[batch_id]
    workbook_ = mending_workbook(
        [kept], file_name=line["file"], sha256=line["sha256"], notes=["Verbeter."]
    )
    mended = read(edited(workbook_, "Blad1", {"A2": "28-02-2018"}), store, "rijen.xlsx")
    assert counts(mended) == (2, 1, 1, {})
    store_preview(mended, store=store, user=NOOR)
    assert hours(store) == [2, 3, 7.5]
    assert counts(read(edited(workbook_, "Blad1", {"A2": "28-02-2018", "D3": "4"}), store)) == (
        2, 1, 0, {"duplicate": 1},
    )  # fmt: skip


def test_mended_rows_are_sample_data_and_tell_of_whom_their_file_tells(store: Store) -> None:
    content = workbook()
    said = Statement(dt.date(2018, 1, 1), dt.date(2018, 12, 31), "all", "all")
    store_preview(read(content, store), store=store, user=NOOR, sample=True, statement=said)
    preview = read(edited(error_workbook(content, store), "Blad1", {"D5": 4}), store)
    batch_id = store_preview(preview, store=store, user=NOOR)
    line = load_batches(store).set_index("batch_id").loc[batch_id]
    assert bool(line["sample"])
    reports = load_reports(store)
    of_mended = reports[reports["batch_id"] == batch_id]
    assert of_mended[["departments", "stated"]].to_numpy().tolist()[0] == [None, True]
    assert str(of_mended["last_day"].iloc[0].date()) == "2018-12-31"


def test_what_was_stored_between_the_look_and_the_storing_is_not_stored_twice(store: Store) -> None:
    content = workbook()
    mended = read(edited(error_workbook(content, store), "Blad1", {"D5": 4}), store)
    stored(content, store)
    with pytest.raises(StoredMeanwhileError):
        store_preview(mended, store=store, user=NOOR)
    assert hours(store) == [2, 7.5]


def test_what_was_mended_and_said_on_the_page_goes_along_in_the_workbook(store: Store) -> None:
    rows = [["Wanneer", "Wie", "Thema", "Uren"], *ROWS[1:]]
    said = SheetCorrections(kind="usage", columns={1: "department"}, cells={(4, 0): "28-02-2018"})
    corrections = Corrections({"Blad1": said}, {"department": {"Jeugd": None}})
    errors = error_workbook(workbook(rows), store, corrections=corrections)
    assert sheet_of(errors, "Blad1")["A4"].value == "28-02-2018"
    assert counts(read(errors, store)) == (5, 2, 2, {"total": 1})
    stored_ = read(errors, store).original
    assert stored_
    assert stored_.corrections == corrections.without_cells()


CROSSTAB = [
    ["Gebruik Platform31 2018 per afdeling en thema", None, None],
    ["Afdeling", "Duurzaamheid", "Armoede"],
    ["Jeugd", 2, 1],
    ["Vastgoed", "veel", 3],
    ["Wonen", 1, None],
]


def test_of_a_crosstab_the_mended_cells_are_new(store: Store) -> None:
    content = workbook(CROSSTAB)
    preview = read(content, store)
    assert counts(preview)[:3] == (5, 4, 1)
    store_preview(preview, store=store, user=NOOR)
    before = len(load_usage(store))
    assert before == 2 + 1 + 3 + 1
    errors = error_workbook(content, store)
    assert counts(read(edited(errors, "Blad1", {"B4": 2}), store)) == (5, 1, 0, {"duplicate": 4})
    filled = read(edited(errors, "Blad1", {"C5": 4}), store)
    assert counts(filled) == (6, 1, 1, {"duplicate": 4})
    # Another number in a cell that was read well is no new use.
    changed = read(edited(errors, "Blad1", {"C4": 5}), store)
    assert counts(changed) == (5, 0, 2, {"duplicate": 3})


def test_a_first_time_user_mends_the_sample(store: Store) -> None:
    content = SAMPLE.read_bytes()
    stored(content, store, USAGE_FILE)
    before = load_usage(store)
    errors = error_workbook(content, store, USAGE_FILE)
    sheet = sheet_of(errors, "2020")
    assert [n for n in range(4, 77) if not sheet.row_dimensions[n].hidden] == [16]
    assert [c.value for c in sheet_of(errors, "2020")[3]][-1] == "Wat er mis is"
    assert sheet_of(errors, "2020")["G16"].comment.text.startswith("31-02-2020 bestaat niet.")
    mended = edited(edited(errors, "2020", {"G16": "29-02-2020"}), "2021 en 2022", {"H105": 4})
    preview = read(mended, store, "verbeterd.xlsx")
    assert {s.sheet: (s.accepted, s.rejected) for s in preview.sheets if s.kind} == {
        "2018": (0, 0), "2019": (0, 0), "2020": (1, 0), "2021 en 2022": (1, 0),
    }  # fmt: skip
    second = store_preview(preview, store=store, user=NOOR)
    new = uses_of(second, store)
    assert new[["department", "hours", "row"]].to_numpy().tolist() == [
        ["Schuldhulpverlening", 6, 16], ["Wonen en Duurzaamheid", 4, 105],
    ]  # fmt: skip
    undo_batch(second, store=store, user=NOOR)
    pd.testing.assert_frame_equal(load_usage(store), before)


def test_a_file_returns_beside_what_mends_it_but_not_beside_what_holds_it_whole(
    store: Store,
) -> None:
    content = workbook()
    mended = edited(error_workbook(content, store), "Blad1", {"A4": "28-02-2018", "D5": 4})
    file = stored(content, store)
    mends = stored(mended, store, "fouten.xlsx")  # two rows, beside the file
    undo_batch(file, store=store, user=NOOR)
    bring_back_batch(file, store=store, user=NOOR)
    assert hours(store) == [2, 3, 4, 7.5]
    undo_batch(file, store=store, user=NOOR)
    undo_batch(mends, store=store, user=NOOR)
    whole = stored(mended, store, "fouten.xlsx")  # four rows, without the file
    assert hours(store) == [2, 3, 4, 7.5]
    for other in (file, mends):
        with pytest.raises(AlreadyStoredError) as caught:
            bring_back_batch(other, store=store, user=NOOR)
        assert caught.value.batch_id == whole
    assert hours(store) == [2, 3, 4, 7.5]


def with_marks() -> bytes:
    """Row 2 is hidden, row 3 struck through."""
    book = openpyxl.load_workbook(BytesIO(workbook()))
    book.active.row_dimensions[2].hidden = True
    for cell in book.active[3]:
        cell.font = Font(strike=True)
    return saved(book)


@pytest.mark.parametrize("times", [1, 2])
def test_rows_hidden_or_struck_through_are_asked_about_in_the_mended_workbook_too(
    store: Store, times: int
) -> None:
    content = with_marks()
    for _time in range(times):
        content = error_workbook(content, store)
    (sheet,) = read(edited(content, "Blad1", {"A4": "28-02-2018"}), store).sheets
    assert {q.code: q.rows for q in sheet.questions} == {"hidden_rows": 1, "struck_rows": 1}
    assert sheet.records["hours"].tolist() == [3]
    assert [row.row for row in sheet.rejected_rows] == [2, 3, 5]


def test_what_was_said_of_hidden_rows_goes_along(store: Store) -> None:
    said = Corrections({"Blad1": SheetCorrections(answers={"hidden_rows": "count"})})
    content = error_workbook(with_marks(), store, corrections=said)
    (sheet,) = read(content, store).sheets
    assert sheet.records["hours"].tolist() == [7.5]
    assert {q.code: q.answer for q in sheet.questions} == {
        "hidden_rows": "count", "struck_rows": None,
    }  # fmt: skip
