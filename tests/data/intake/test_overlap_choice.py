"""Storing beside what is stored: skipped, kept twice, replaced; and the counts that add up."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import permutations
from pathlib import Path
from typing import Any

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sqlalchemy import select

from data.intake.overlap_choice import repeated_rows
from data.intake.restoring import undo_batch
from data.intake.store_upload import store_preview, without_stored
from data.overlap import KEEP, REPLACE, SKIP
from data.storing import frames, history
from data.storing import tables as t
from data.storing.errors import AlreadyUndoneError, NothingNewError, UnknownBatchError
from data.storing.proposals import Proposal, accept, propose
from data.storing.reference import edit_names, set_relevance
from data.storing.store import Store, open_store
from data.values.results import FilePreview, SheetResult
from tests.data.storing.examples import (
    ARMOEDE,
    DUURZAAMHEID,
    JOS,
    VASTGOED,
    budget_sheet,
    preview,
    usage_sheet,
    use,
)
from tests.users import NOOR, coordinator

JAN, FEB, MAR, APR = ("2018-01-01", "2018-02-01", "2018-03-01", "2018-04-01")


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    opened = open_store(f"sqlite:///{tmp_path / 'store.sqlite3'}")
    yield opened
    opened.close()


def file(*days: str, hours: float = 2.0, **other: Any) -> FilePreview:
    sheet = usage_sheet([use(day, JOS, ARMOEDE, hours=hours) for day in days], **other)
    return preview(sheet, content=repr((days, hours, other)))


def put(store: Store, *days: str, overlap: str = KEEP, **other: Any) -> int:
    return store_preview(file(*days, **other), store=store, user=NOOR, overlap=overlap)


def days(store: Store) -> list[str]:
    return frames.load_usage(store)["date"].dt.strftime("%Y-%m-%d").tolist()


def active(store: Store) -> list[int]:
    batches = frames.load_batches(store)
    return sorted(batches.loc[batches["undone_at"].isna(), "batch_id"])


def test_without_a_choice_every_row_is_stored(store: Store) -> None:
    put(store, JAN, FEB)
    put(store, JAN, MAR)
    assert days(store) == [JAN, JAN, FEB, MAR]


def test_skipping_counts_what_it_leaves_out(store: Store) -> None:
    put(store, JAN, FEB)
    second = put(store, JAN, FEB, FEB, MAR, skipped={"total": 1}, overlap=SKIP)
    assert days(store) == [JAN, FEB, FEB, MAR]
    line = frames.load_batches(store).set_index("batch_id").loc[second]
    assert line[["rows", "accepted", "rejected", "skipped"]].tolist() == [5, 2, 0, 3]
    (report,) = frames.load_sheet_reports(store, second).to_dict("records")
    assert report["skipped_reasons"] == {"total": 1, "duplicate": 2}
    assert (report["rows"], report["accepted"]) == (5, 2)
    with store.reading() as connection:
        overlap = connection.execute(select(t.batch_overlap)).all()
    assert overlap == [(second, 1, 2)]


def test_two_sheets_with_the_same_rows_are_two_uses(store: Store) -> None:
    put(store, JAN)
    sheets = [usage_sheet([use(JAN, JOS, ARMOEDE, hours=2.0)], name=name) for name in "ab"]
    store_preview(preview(*sheets, content="twice"), store=store, user=NOOR, overlap=SKIP)
    assert days(store) == [JAN, JAN]


def test_the_sums_are_of_what_is_left(store: Store) -> None:
    put(store, JAN)
    given = file(JAN, FEB, sums={"hours": 4.0, "participants": 0, "amount": 0.0})
    given.sheets[0].records["amount_cents"] = pd.array([None, None], dtype="Int64")
    (sheet,) = without_stored(given, store=store, overlap=SKIP).sheets
    assert sheet.sums == {"hours": 2.0, "participants": 0, "amount": 0.0}


def test_a_budget_row_stays_while_one_of_its_amounts_is_new(store: Store) -> None:
    def lines(*amounts: tuple[int, str, float]) -> list[dict[str, Any]]:
        return [{"row": r, "year": 2018, "kind": k, "amount": a} for r, k, a in amounts]

    def money(*amounts: tuple[int, str, float]) -> SheetResult:
        rows = len({row for row, _, _ in amounts})
        sheet = budget_sheet(lines(*amounts))
        return SheetResult("B", table=sheet.table, rows=rows, accepted=rows, records=sheet.records)

    first = money((6, "budget", 100.0), (6, "actual", 90.0), (7, "budget", 5.0))
    store_preview(preview(first), store=store, user=NOOR)
    second = money((6, "budget", 100.0), (6, "actual", 95.0), (7, "budget", 5.0))
    batch_id = store_preview(preview(second, content="2"), store=store, user=NOOR, overlap=SKIP)
    assert sorted(frames.load_budget(store, every=True)["amount"]) == [5.0, 90.0, 95.0, 100.0]
    line = frames.load_batches(store).set_index("batch_id").loc[batch_id]
    assert line[["rows", "accepted", "skipped"]].tolist() == [2, 1, 1]


def test_what_is_stored_is_recognised_whatever_is_missing(store: Store) -> None:
    """Hours, participants and flags that the first record does not give, and others do."""
    rows = [
        use(JAN, JOS, ARMOEDE),
        use(FEB, JOS, ARMOEDE, hours=2.5, participants=3, amount=1.01, subject="x\0y"),
    ]
    money = [
        {"year": 2018, "kind": "budget", "amount": 5.0},
        {"year": 2018, "date": JAN, "kind": "actual", "amount": -5.1, "account": "0.10"},
    ]
    flags = {
        "supplier": [None, "Platform31"],
        "concerns": [None, True],
        "cumulative": [None, False],
    }
    sheets = [usage_sheet(rows), budget_sheet(money)]
    sheets[1] = replace(sheets[1], records=sheets[1].records.assign(**flags))
    store_preview(preview(*sheets), store=store, user=NOOR)
    found = without_stored(preview(*sheets, content="2"), store=store, overlap=SKIP)
    assert [sheet.accepted for sheet in found.sheets] == [0, 0]


def test_a_cell_of_a_crosstab_stays_while_one_of_its_uses_is_new(store: Store) -> None:
    """A row with three and two uses beside each other, and a row with one."""

    def crosstab(jeugd: int, content: str) -> FilePreview:
        cells = [(6, JOS, ARMOEDE, jeugd), (6, JOS, DUURZAAMHEID, 2), (7, VASTGOED, ARMOEDE, 1)]
        rows = [
            use("2018-01-01", department, theme) | {"row": row, "date_precision": "year"}
            for row, department, theme, n in cells
            for _ in range(n)
        ]
        sheet = usage_sheet(rows)
        sheet = replace(
            sheet, table=replace(sheet.table, layout="crosstab"), rows=5, accepted=3,
            skipped_reasons={"total": 2},
        )  # fmt: skip
        return preview(sheet, content=content)

    store_preview(crosstab(3, "1"), store=store, user=NOOR)
    batch_id = store_preview(crosstab(4, "2"), store=store, user=NOOR, overlap=SKIP)
    assert len(frames.load_usage(store)) == 7
    (report,) = frames.load_sheet_reports(store, batch_id).to_dict("records")
    assert report["skipped_reasons"] == {"total": 2, "duplicate": 2}
    assert (report["rows"], report["accepted"]) == (5, 1)
    assert repeated_rows(crosstab(3, "3")) == 0
    assert repeated_rows(file(JAN, JAN, FEB)) == 1


def test_a_file_without_anything_new_is_not_stored(store: Store) -> None:
    put(store, JAN, FEB)
    with pytest.raises(NothingNewError):
        put(store, FEB, overlap=SKIP)
    assert active(store) == [1]


def test_names_that_only_the_left_out_rows_have_are_not_added_twice(store: Store) -> None:
    put(store, JAN)
    rows = [use(JAN, JOS, ARMOEDE, hours=2.0), use(FEB, VASTGOED, DUURZAAMHEID)]
    store_preview(preview(usage_sheet(rows), content="2"), store=store, user=NOOR, overlap=SKIP)
    undo_batch(1, store=store, user=NOOR)
    assert frames.load_departments(store)["department"].tolist() == [VASTGOED]


def test_replacing_finds_the_earlier_versions_and_skips_what_others_hold(store: Store) -> None:
    put(store, JAN, FEB)  # an earlier version: whole in the new file
    put(store, MAR, *["2017-01-01"] * 8)  # one of nine returns: another list
    third = put(store, JAN, FEB, MAR, APR, overlap=REPLACE)
    assert active(store) == [2, third]
    assert days(store) == ["2017-01-01"] * 8 + [JAN, FEB, MAR, APR]
    undo_batch(third, store=store, user=NOOR)
    assert days(store) == ["2017-01-01"] * 8 + [JAN, FEB, MAR]


def test_replacing_what_is_named(store: Store) -> None:
    put(store, JAN, FEB)
    given = file(APR)
    store_preview(given, store=store, user=NOOR, overlap=REPLACE, replaces=1)
    assert days(store) == [APR]
    for wrong, error in ((1, AlreadyUndoneError), (9, UnknownBatchError)):
        with pytest.raises(error):
            store_preview(file(MAR), store=store, user=NOOR, overlap=REPLACE, replaces=wrong)
    assert days(store) == [APR]


def test_a_failure_while_replacing_leaves_everything_as_it_was(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    put(store, JAN, FEB)

    def broken(*_args: object) -> None:
        raise MemoryError

    monkeypatch.setattr(history, "take_out", broken)
    with pytest.raises(MemoryError):
        put(store, JAN, FEB, MAR, overlap=REPLACE)
    assert (active(store), days(store)) == ([1], [JAN, FEB])


def test_a_record_that_was_corrected_does_not_come_in_again(store: Store) -> None:
    put(store, JAN, FEB)
    user = coordinator("Noor")
    content = {"date": JAN, "date_precision": "day", "theme": ARMOEDE, "hours": 9.0}
    accept(store, user, propose(store, user, JOS, Proposal("correct", ARMOEDE, 1, content)))
    assert frames.load_corrected(store).to_numpy().tolist() == [[1, 1]]
    put(store, JAN, FEB, MAR, overlap=SKIP)  # as the system still has it
    assert frames.load_usage(store)["hours"].tolist() == [9.0, 2.0, 2.0]


def test_a_name_keeps_its_domain_when_its_upload_is_replaced(store: Store) -> None:
    put(store, JAN)
    edit_names(store, coordinator("Noor"), "department", {JOS: {"domain": "bestuur"}})
    set_relevance(store, coordinator("Noor"), {(JOS, ARMOEDE): False})
    put(store, JAN, FEB, overlap=REPLACE)
    assert active(store) == [2]
    assert frames.load_departments(store)["domain"].tolist() == ["bestuur"]
    assert frames.load_relevance(store)["edited"].tolist() == [True]


FILES = [(JAN,), (JAN, FEB, FEB), (FEB, MAR), (JAN, JAN, MAR)]


@pytest.mark.parametrize("order", list(permutations(range(len(FILES)))))
def test_the_order_of_uploads_does_not_change_what_counts(tmp_path: Path, order: Any) -> None:
    store = open_store(f"sqlite:///{tmp_path / 'store.sqlite3'}")
    for place in order:
        try:
            put(store, *FILES[place], overlap=SKIP)
        except NothingNewError:
            assert place in (0, 2)
    # The most that any one file holds of each.
    assert days(store) == [JAN, JAN, FEB, FEB, MAR]
    store.close()


RECORDS = st.lists(
    st.tuples(
        st.sampled_from([JAN, FEB, MAR]),
        st.sampled_from([JOS, VASTGOED]),
        st.sampled_from([None, 1.0, 2.5]),
    ),
    min_size=1,
    max_size=6,
)


@settings(max_examples=8)
@given(uploads=st.lists(RECORDS, min_size=2, max_size=4), overlap=st.sampled_from([SKIP, REPLACE]))
def test_storing_beside_others_and_undoing_leaves_the_store_as_it_was(
    uploads: list[list[tuple[str, str, float | None]]], overlap: str
) -> None:
    store = open_store("sqlite://")
    for number, records in enumerate(uploads):
        before = frames.load_usage(store), frames.load_departments(store), active(store)
        rows = [use(day, department, ARMOEDE, hours=hours) for day, department, hours in records]
        given_file = preview(usage_sheet(rows), content=str(number))
        try:
            batch_id = store_preview(given_file, store=store, user=NOOR, overlap=overlap)
        except NothingNewError:
            after = frames.load_usage(store), frames.load_departments(store), active(store)
        else:
            line = frames.load_batches(store).iloc[0]
            assert line["rows"] == line["accepted"] + line["rejected"] + line["skipped"]
            undo_batch(batch_id, store=store, user=NOOR)
            after = frames.load_usage(store), frames.load_departments(store), active(store)
            store_preview(given_file, store=store, user=NOOR, overlap=overlap)
        for earlier, now in zip(before[:2], after[:2], strict=True):
            pd.testing.assert_frame_equal(earlier.astype(object), now.astype(object))
        assert before[2] == after[2]
    store.close()
