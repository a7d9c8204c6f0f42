"""Taking back, bringing back, restoring: which uploads count, and that nothing gets lost."""

from __future__ import annotations

import pandas as pd
import pytest
from pandas.testing import assert_frame_equal
from sqlalchemy import func, select

from data.intake.restoring import (
    bring_back_batch,
    delete_batch,
    load_moments,
    preview_restore,
    restore_moment,
    undo_batch,
)
from data.intake.store_upload import store_preview
from data.overlap import KEEP, REPLACE
from data.storing import frames, history
from data.storing import tables as t
from data.storing.errors import (
    AlreadyStoredError,
    ChangedMeanwhileError,
    NotDeletableError,
    NothingKeptError,
    NotUndoneError,
    RecordGoneError,
    ReplacedError,
    UnknownBatchError,
    UnknownChangeError,
)
from data.storing.history import RestorePlan
from data.storing.names import load_headings, load_spellings
from data.storing.organisation import correct_name
from data.storing.proposals import Proposal, accept, propose
from data.storing.reference import edit_names, remove_sample, set_relevance
from data.storing.store import Store, data_version
from tests.data.storing.examples import (
    ARMOEDE,
    DUURZAAMHEID,
    JOS,
    VASTGOED,
    preview,
    rich_preview,
    usage_sheet,
    use,
)
from tests.users import NOOR, coordinator

LOADERS = (
    frames.load_usage,
    frames.load_budget,
    frames.load_departments,
    frames.load_themes,
    frames.load_relevance,
    frames.load_reported,
)


def everything(store: Store) -> list[pd.DataFrame]:
    """What counts, with what was learned and what was rejected."""
    with store.reading() as connection:
        learned = [load_spellings(connection, "department"), load_headings(connection)]
    found = [load(store) for load in LOADERS]
    return [*found, pd.DataFrame([learned]), frames.load_rejected(store, 1)]


def assert_same(before: list[pd.DataFrame], after: list[pd.DataFrame]) -> None:
    for earlier, now in zip(before, after, strict=True):
        assert_frame_equal(earlier, now)


def put(store: Store, *days: str, department: str = JOS, replaces: tuple[int, ...] = ()) -> int:
    sheet = usage_sheet([use(day, department, ARMOEDE, hours=1.5) for day in days])
    file = preview(sheet, content=repr((days, department)))
    overlap = REPLACE if replaces else KEEP
    return store_preview(file, store=store, user=NOOR, overlap=overlap, replaces=replaces)


def put_rich(store: Store) -> int:
    """An upload with everything in it."""
    return store_preview(rich_preview(), store=store, user=NOOR)


def active(store: Store) -> list[int]:
    batches = frames.load_batches(store)
    return sorted(batches.loc[batches["undone_at"].isna(), "batch_id"])


def test_what_is_brought_back_is_exactly_what_there_was(store: Store) -> None:
    batch_id = put_rich(store)
    edit_names(store, coordinator("Noor"), "department", {JOS: {"domain": "bestuur"}})
    set_relevance(store, coordinator("Noor"), {(VASTGOED, ARMOEDE): False})
    before = everything(store)
    undo_batch(batch_id, store=store, user=NOOR)
    assert all(load(store).empty for load in LOADERS)
    assert frames.load_batches(store)["kept"].tolist() == [True]
    assert bring_back_batch(batch_id, store=store, user=NOOR) == RestorePlan((), (batch_id,))
    assert_same(before, everything(store))
    assert frames.load_batches(store)["kept"].tolist() == [False]


def test_nothing_of_an_undone_upload_is_left_in_the_tables_that_count(store: Store) -> None:
    undo_batch(put_rich(store), store=store, user=NOOR)
    tables = (t.usage_record, t.budget_line, t.rejected_row, t.department, t.theme, t.name_variant)
    with store.reading() as connection:
        left = [connection.scalar(select(func.count()).select_from(table)) for table in tables]
    assert left == [0] * len(tables)


def test_numbers_that_were_given_out_again_do_no_harm(store: Store) -> None:
    first = put(store, "2018-01-01", "2018-01-02")
    undo_batch(first, store=store, user=NOOR)
    put(store, "2019-01-01")  # gets the record number of the first
    bring_back_batch(first, store=store, user=NOOR)
    usage = frames.load_usage(store)
    assert usage["date"].dt.strftime("%Y-%m-%d").tolist() == [
        "2018-01-01", "2018-01-02", "2019-01-01",
    ]  # fmt: skip
    assert usage["id"].is_unique
    assert usage["batch_id"].tolist() == [first, first, 2]


def test_names_of_two_uploads_return_in_any_order(store: Store) -> None:
    put(store, "2018-01-01", department=JOS)
    sheet = usage_sheet([use("2018-01-02", VASTGOED, DUURZAAMHEID)])
    store_preview(preview(sheet, content="2"), store=store, user=NOOR)
    set_relevance(store, coordinator("Noor"), {(JOS, DUURZAAMHEID): False})
    before = everything(store)
    undo_batch(1, store=store, user=NOOR)
    undo_batch(2, store=store, user=NOOR)
    restore_moment(2, store=store, user=NOOR)
    assert_same(before, everything(store))


def test_a_name_that_was_mended_meanwhile_returns_mended(store: Store) -> None:
    first = put(store, "2018-01-01")
    put(store, "2019-01-01")
    undo_batch(first, store=store, user=NOOR)
    correct_name(store, coordinator("Noor"), "department", JOS, "Jeugd")
    bring_back_batch(first, store=store, user=NOOR)
    assert frames.load_departments(store)["department"].tolist() == ["Jeugd"]
    assert frames.load_usage(store)["department"].tolist() == ["Jeugd", "Jeugd"]


@pytest.mark.parametrize("active_one", [True, False])
def test_bringing_back_what_cannot_be(store: Store, active_one: bool) -> None:
    before = data_version(store)
    with pytest.raises(UnknownBatchError):
        bring_back_batch(9, store=store, user=NOOR)
    assert data_version(store) == before
    batch_id = put(store, "2018-01-01")
    if active_one:
        with pytest.raises(NotUndoneError):
            bring_back_batch(batch_id, store=store, user=NOOR)
        return
    undo_batch(batch_id, store=store, user=NOOR)
    again = put(store, "2018-01-01")  # the same file
    with pytest.raises(AlreadyStoredError) as caught:
        bring_back_batch(batch_id, store=store, user=NOOR)
    assert caught.value.batch_id == again


def test_deleting_for_good(store: Store) -> None:
    batch_id = put_rich(store)
    with pytest.raises(NotDeletableError):
        delete_batch(batch_id, store=store, user=NOOR)
    undo_batch(batch_id, store=store, user=NOOR)
    delete_batch(batch_id, store=store, user=NOOR)
    with pytest.raises(NothingKeptError):
        bring_back_batch(batch_id, store=store, user=NOOR)
    assert frames.load_sheet_reports(store, batch_id).empty
    assert frames.load_batches(store)["kept"].tolist() == [False]
    with store.reading() as connection:
        assert connection.scalar(select(func.count()).select_from(t.batch_archive)) == 0


def test_undoing_what_replaced_another_lets_the_other_count_again(store: Store) -> None:
    first = put(store, "2018-01-01", "2018-01-02")
    before = everything(store)
    second = put(store, "2018-01-01", "2018-01-02", "2018-01-03", replaces=(first,))
    assert active(store) == [second]
    batches = frames.load_batches(store)
    assert batches["replaced_by"].fillna(0).tolist() == [0, second]
    with pytest.raises(ReplacedError):
        bring_back_batch(first, store=store, user=NOOR)
    undo_batch(second, store=store, user=NOOR)
    assert_same(before, everything(store))
    assert bring_back_batch(second, store=store, user=NOOR) == RestorePlan((first,), (second,))
    assert active(store) == [second]


def correct(store: Store, record_id: int) -> int:
    """Let the department correct a record; the number of the upload that brings."""
    user = coordinator("Noor")
    content = {"date": "2018-06-01", "date_precision": "day", "theme": ARMOEDE, "hours": 9.0}
    accept(store, user, propose(store, user, JOS, Proposal("correct", ARMOEDE, record_id, content)))
    return int(frames.load_batches(store)["batch_id"].max())


def test_a_correction_leaves_and_returns_with_what_it_corrects(store: Store) -> None:
    first = put(store, "2018-01-01", "2018-01-02")
    correction = correct(store, 2)
    before = everything(store)
    assert frames.load_usage(store)["hours"].tolist() == [1.5, 9.0]
    undo_batch(first, store=store, user=NOOR)
    assert active(store) == []
    put(store, "2019-01-01", "2019-01-02", department=VASTGOED)  # takes the numbers of the records
    with pytest.raises(RecordGoneError):
        bring_back_batch(correction, store=store, user=NOOR)
    restore_moment(2, store=store, user=NOOR)
    for earlier, now in zip(before, everything(store), strict=True):
        assert_frame_equal(_without_number(earlier), _without_number(now))


def test_a_correction_steps_aside_for_what_replaces_its_upload(store: Store) -> None:
    first = put(store, "2018-01-01", "2018-01-02")
    correct(store, 2)
    before = everything(store)
    third = put(store, "2018-01-01", replaces=(first,))
    assert active(store) == [third]
    undo_batch(third, store=store, user=NOOR)
    assert_same(before, everything(store))


def test_what_was_undone_knowingly_stays_undone(store: Store) -> None:
    first = put(store, "2018-01-01")
    second = put(store, "2018-01-02", replaces=(first,))
    undo_batch(second, store=store, user=NOOR)
    undo_batch(first, store=store, user=NOOR)
    bring_back_batch(second, store=store, user=NOOR)
    undo_batch(second, store=store, user=NOOR)
    assert active(store) == []


def test_a_replaced_upload_that_was_deleted_or_read_in_again_does_not_return(store: Store) -> None:
    deleted, again = put(store, "2018-01-01"), put(store, "2018-02-01")
    third = put(store, "2018-03-01", replaces=(deleted, again))
    delete_batch(deleted, store=store, user=NOOR)
    fourth = put(store, "2018-02-01")
    undo_batch(third, store=store, user=NOOR)
    assert active(store) == [fourth]


def test_restoring_any_moment_gives_the_figures_of_that_moment(store: Store) -> None:
    seen = {}

    def look() -> None:
        seen[int(load_moments(store)["change"].max())] = everything(store)

    put_rich(store)
    look()
    put(store, "2020-01-01")
    look()
    undo_batch(1, store=store, user=NOOR)
    look()
    put(store, "2020-01-01", "2020-01-02", replaces=(2,))
    look()
    undo_batch(3, store=store, user=NOOR)
    look()
    for change in [1, 4, 2, 5, 3, 1]:
        told = preview_restore(change, store=store)
        assert told.before.uses == _uses(frames.load_usage(store))
        plan = restore_moment(change, store=store, user=NOOR)
        assert plan == told.plan
        assert _uses(frames.load_usage(store)) == told.after.uses
        for earlier, now in zip(seen[change], everything(store), strict=True):
            assert_frame_equal(_without_number(earlier), _without_number(now))


def _without_number(frame: pd.DataFrame) -> pd.DataFrame:
    return frame.drop(columns="id", errors="ignore")


def _uses(usage: pd.DataFrame) -> dict[int, int]:
    return {int(str(year)): int(n) for year, n in usage.groupby("year").size().items()}


def test_what_changed_since_the_preview_is_not_restored_over(store: Store) -> None:
    put(store, "2018-01-01")
    put(store, "2019-01-01")
    looked_at = preview_restore(1, store=store).plan
    put(store, "2020-01-01")  # by somebody else
    with pytest.raises(ChangedMeanwhileError):
        restore_moment(1, store=store, user=NOOR, expected=looked_at)
    assert active(store) == [1, 2, 3]


def test_a_preview_changes_nothing(store: Store) -> None:
    put(store, "2018-01-01")
    put(store, "2019-01-01", department=VASTGOED)
    before, version = everything(store), data_version(store)
    told = preview_restore(1, store=store)
    assert told.plan == RestorePlan(taken_back=(2,))
    assert (told.before.uses, told.after.uses) == ({2018: 1, 2019: 1}, {2018: 1})
    assert told.before.departments - told.after.departments == {VASTGOED}
    assert_same(before, everything(store))
    assert data_version(store) == version
    assert load_moments(store)["change"].tolist() == [1, 2]


def test_what_is_lost_is_told(store: Store) -> None:
    first = put(store, "2018-01-01")
    undo_batch(first, store=store, user=NOOR)
    delete_batch(first, store=store, user=NOOR)
    assert restore_moment(1, store=store, user=NOOR) == RestorePlan(lost=(first,))
    assert active(store) == []
    assert load_moments(store)["active"].tolist() == [True, False]


@pytest.mark.parametrize("change", [0, 2, -1])
def test_an_unknown_moment(store: Store, change: int) -> None:
    put(store, "2018-01-01")
    with pytest.raises(UnknownChangeError):
        restore_moment(change, store=store, user=NOOR)


def test_restoring_is_one_change_and_can_be_restored_from(store: Store) -> None:
    for day in ("2018-01-01", "2019-01-01", "2020-01-01"):
        put(store, day)
    restore_moment(1, store=store, user=NOOR)
    assert load_moments(store)["change"].tolist() == [1, 2, 3, 4, 4]
    restore_moment(3, store=store, user=NOOR)
    assert active(store) == [1, 2, 3]


def test_the_sample_leaves_at_once_also_when_one_replaced_another(store: Store) -> None:
    for day, replaces in {"2018-01-01": (), "2019-01-01": (1,)}.items():
        file = preview(usage_sheet([use(day, JOS, ARMOEDE)]), content=day)
        store_preview(file, store=store, user=NOOR, sample=True, overlap=REPLACE, replaces=replaces)
    assert remove_sample(store, coordinator("Noor")) == [2]
    assert active(store) == []


def test_a_failed_restore_changes_nothing(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    put(store, "2018-01-01")
    put(store, "2019-01-01")
    undo_batch(1, store=store, user=NOOR)
    before = everything(store)

    def broken(*_args: object) -> None:
        raise MemoryError

    monkeypatch.setattr(history, "take_out", broken)
    with pytest.raises(MemoryError):
        restore_moment(1, store=store, user=NOOR)
    monkeypatch.undo()
    assert_same(before, everything(store))
    assert active(store) == [2]
