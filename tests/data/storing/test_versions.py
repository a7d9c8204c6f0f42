"""What raises the number of which kind of data."""

from __future__ import annotations

from pathlib import Path

import pytest
from sqlalchemy import insert, update
from sqlalchemy.exc import IntegrityError

from data.storing import tables as t
from data.storing import versions
from data.storing.store import Store, open_store
from data.storing.tables import metadata
from data.storing.versions import (
    ALL_KINDS,
    IDENTITY,
    KIND_OF_TABLE,
    NAMES,
    SETTINGS,
    load_versions,
    on_writing,
    raise_versions,
)


@pytest.fixture
def store(tmp_path: Path) -> Store:
    return open_store(f"sqlite:///{tmp_path / 'store.sqlite3'}")


def _note(store: Store, name: str) -> None:
    with _writing(store) as connection:
        connection.execute(insert(t.setting).values(name=name, value="1"))


def _note_twice(store: Store) -> None:
    with _writing(store) as connection:
        connection.execute(insert(t.setting).values(name="a", value="1"))
        connection.execute(insert(t.setting).values(name="a", value="2"))


def _writing(store: Store):  # noqa: ANN202
    from data.storing.engine import beginning

    return beginning(store.engine)


def test_every_table_is_of_a_kind() -> None:
    assert set(KIND_OF_TABLE) == set(metadata.tables) - {"meta"}


def test_a_transaction_raises_what_it_writes_and_nothing_else(store: Store) -> None:
    before = load_versions(store)
    _note(store, "a")
    first = load_versions(store)
    assert {**before, SETTINGS: before.get(SETTINGS, 0) + 1} == first
    with _writing(store) as connection:
        connection.execute(update(t.department).values(domain="x"))
        connection.exec_driver_sql("DELETE FROM setting")
    second = load_versions(store)
    raised = {kind for kind in second if second[kind] != first.get(kind)}
    assert raised == {NAMES, SETTINGS}


def test_what_fails_raises_nothing(store: Store) -> None:
    before = load_versions(store)
    with pytest.raises(IntegrityError):
        _note_twice(store)
    assert load_versions(store) == before


def test_a_table_that_nobody_declared_raises_everything(store: Store) -> None:
    with _writing(store) as connection:
        raise_versions(connection, {"made_up"})
    assert set(load_versions(store)) == ALL_KINDS | {IDENTITY}


def test_whoever_listens_hears_of_it_once_it_is_committed(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(versions, "_listeners", [])
    heard: list[int] = []
    on_writing(lambda: heard.append(load_versions(store).get(SETTINGS, 0)))
    _note(store, "a")
    assert heard == [1]
