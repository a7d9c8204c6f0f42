"""The packed copy of the records says what the rows say, whatever was done to them."""

from __future__ import annotations

from pathlib import Path

import pandas as pd
import pytest
from sqlalchemy import delete, func, insert, select, text

from data.intake.restoring import bring_back_batch, delete_batch, undo_batch
from data.storing import column_copy
from data.storing import tables as t
from data.storing.column_copy import load_columns
from data.storing.frames import load_usage
from data.storing.store import Store, open_store
from tests.pages.stores import add_uses
from tests.pages.uses import ONE, TYPICAL
from tests.users import coordinator


@pytest.fixture
def store(tmp_path: Path) -> Store:
    return open_store(f"sqlite:///{tmp_path / 'store.sqlite3'}")


def _copied(store: Store) -> pd.DataFrame:
    with store.reading() as connection:
        return _sorted(load_columns(connection).to_pandas())


def _rows(store: Store) -> pd.DataFrame:
    with store.reading() as connection:
        sheets = connection.execute(select(t.usage_record.c.sheet_id).distinct()).scalars().all()
        return _sorted(column_copy._rows(connection, sheets).to_pandas())


def _sorted(records: pd.DataFrame) -> pd.DataFrame:
    records = records.sort_values("id", ignore_index=True)
    return records.astype({"form": "str", "channel": "str", "share": "str", "subject": "str"})


def _copies(store: Store) -> int:
    with store.reading() as connection:
        return connection.execute(select(func.count()).select_from(t.usage_columns)).scalar_one()


def _same(store: Store) -> None:
    copied, rows = _copied(store), _rows(store)
    pd.testing.assert_frame_equal(copied, rows, check_dtype=False, check_categorical=False)


def test_the_copy_comes_and_goes_with_the_records(store: Store) -> None:
    first = add_uses(store, TYPICAL)
    second = add_uses(store, ONE, file="een.xlsx")
    _same(store)
    assert _copies(store) == 2
    undo_batch(first, store=store, user=coordinator())
    _same(store)
    assert (_copies(store), len(_copied(store))) == (1, 1)
    third = add_uses(store, ONE[:1] * 3, file="drie.xlsx")  # takes numbers that are free
    bring_back_batch(first, store=store, user=coordinator())
    _same(store)
    assert (_copies(store), len(_copied(store))) == (3, len(TYPICAL) + 4)
    for batch in (first, second, third):
        undo_batch(batch, store=store, user=coordinator())
        delete_batch(batch, store=store, user=coordinator())
    assert (_copies(store), len(_copied(store))) == (0, 0)


def test_a_copy_that_disagrees_is_not_used(store: Store) -> None:
    add_uses(store, TYPICAL)
    add_uses(store, ONE, file="een.xlsx")
    with store.engine.begin() as connection:  # by hand, behind the back of the program
        gone = select(func.min(t.usage_record.c.id)).scalar_subquery()
        connection.execute(delete(t.usage_record).where(t.usage_record.c.id == gone))
        connection.execute(text("DELETE FROM usage_columns WHERE sheet_id = 2"))
    assert len(_copied(store)) == len(TYPICAL)
    _same(store)


def test_a_column_that_came_later_is_empty_in_an_older_copy(store: Store) -> None:
    add_uses(store, ONE)
    with store.engine.begin() as connection:
        line = connection.execute(select(t.usage_columns)).mappings().one()
        older = column_copy.ipc.open_stream(line["content"]).read_all().drop_columns(["hours"])
        connection.execute(delete(t.usage_columns))
        packed = dict(line) | {"content": column_copy._packed(older)}
        connection.execute(insert(t.usage_columns).values(packed))
    assert load_usage(store)["hours"].isna().all()


def test_records_come_by_date_and_by_number(store: Store) -> None:
    add_uses(store, [("2021-05-02", "A", "X"), ("2020-01-01", "B", "Y"), ("2020-01-01", "A", "X")])
    assert load_usage(store)["row"].tolist() == [3, 4, 2]
    assert load_usage(store)["department"].tolist() == ["B", "A", "A"]


def test_an_empty_store_has_every_column(store: Store) -> None:
    assert load_usage(store).empty
    assert list(load_usage(store)) == list(_with_use(store))


def _with_use(store: Store) -> pd.DataFrame:
    add_uses(store, ONE)
    return load_usage(store)
