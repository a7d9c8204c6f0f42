"""The copy of every night."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from pathlib import Path

import pytest

from data.storing.backup import restore_backup
from data.storing.nightly import back_up_nightly
from data.storing.store import Store, open_store
from tests.pages.stores import add_uses
from tests.pages.uses import ONE, TYPICAL
from tests.users import BEHEERDER, NOOR

DAY = dt.date(2026, 3, 31)


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    opened = open_store(f"sqlite:///{tmp_path / 'store.sqlite3'}")
    add_uses(opened, ONE)
    yield opened
    opened.close()


def test_a_copy_a_day_is_kept_for_so_many_days_and_nothing_else_is_touched(
    store: Store, tmp_path: Path
) -> None:
    folder = tmp_path / "kopie"
    folder.mkdir()
    (folder / "verbredingsmonitor-oud.backup").write_text("van iemand anders")
    for n in range(5):
        day = DAY + dt.timedelta(days=n)
        assert back_up_nightly(store, BEHEERDER, folder, days=2, today=day)
        assert back_up_nightly(store, BEHEERDER, folder, days=2, today=day) is None
    assert sorted(file.name for file in folder.iterdir()) == [
        "verbredingsmonitor-2026-04-02.backup",
        "verbredingsmonitor-2026-04-03.backup",
        "verbredingsmonitor-2026-04-04.backup",
        "verbredingsmonitor-oud.backup",
    ]


def test_the_copy_of_a_night_can_be_put_back(store: Store, tmp_path: Path) -> None:
    folder, url = tmp_path / "kopie", f"sqlite:///{tmp_path / 'store.sqlite3'}"
    held = back_up_nightly(store, BEHEERDER, folder, days=2, today=DAY)
    assert held
    add_uses(store, TYPICAL, file="later.xlsx")
    store.close()
    (copy,) = folder.iterdir()
    assert restore_backup(url, copy, lambda _store: NOOR).held == held
