"""Which state of the store is seen: once per run, whole, and the old one while the new loads."""

from __future__ import annotations

import threading
from collections.abc import Callable
from contextvars import Context
from pathlib import Path
from typing import Any

import pandas as pd
import pytest
from streamlit.testing.v1 import AppTest

from data.storing import frames, reference
from data.storing.store import Store
from tests.pages.conftest import keep_store  # noqa: F401 (a fixture)
from tests.pages.stores import add_uses
from tests.pages.uses import ONE, TYPICAL
from tests.users import coordinator
from ui.shared import loaders, snapshot
from ui.shared.caching import cached
from ui.shared.snapshot import Once

ROOT = Path(__file__).parents[3]
MORE = [("2021-03-01", "Vastgoed", "Duurzaamheid")]
Keep = Callable[..., Store]


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """How often the store was asked for its versions."""
    times: list[int] = []
    ask = snapshot.load_versions

    def count(store: Store) -> Any:
        times.append(1)
        return ask(store)

    monkeypatch.setattr(snapshot, "load_versions", count)
    return times


def test_a_run_asks_the_versions_once(keep_store: Keep, asked: list[int]) -> None:  # noqa: F811
    keep_store(TYPICAL)
    app = AppTest.from_file(str(ROOT / "app.py"), default_timeout=60).run()
    for _ in range(2):
        asked.clear()
        app.run()
        assert not app.exception
        assert len(asked) == 1


def test_only_what_changed_is_loaded(
    keep_store: Keep,  # noqa: F811
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    read: list[str] = []
    for name in ("usage", "departments", "actions", "batches"):
        load = getattr(frames, f"load_{name}")

        def loading(store: Store, name: str = name, load: Any = load) -> pd.DataFrame:
            read.append(name)
            return load(store)

        monkeypatch.setattr(frames, f"load_{name}", loading)
    store = keep_store(ONE)
    for _ in range(2):
        loaders.usage(), loaders.departments(), loaders.actions(), loaders.batches()
    assert sorted(read) == ["actions", "batches", "departments", "usage"]
    read.clear()
    reference.set_relevance(store, coordinator(), {("Jeugd", "Armoede en schulden"): False})
    loaders.usage(), loaders.departments(), loaders.actions(), loaders.batches()
    assert read == []
    add_uses(store, MORE, file="meer.xlsx")
    assert len(loaders.usage()) == len(ONE) + 1
    assert "usage" in read


def test_is_computed_again_only_when_what_it_reads_changed(keep_store: Keep) -> None:  # noqa: F811
    computed: list[str] = []

    @cached
    def uses() -> int:
        computed.append("uses")
        return len(loaders.usage())

    @cached
    def settings_and_uses() -> tuple[int, int]:
        computed.append("both")
        return loaders.settings().minimum_n, uses()

    store = keep_store(ONE)
    assert settings_and_uses()[1] == len(ONE)
    reference.set_relevance(store, coordinator(), {("Jeugd", "Armoede en schulden"): False})
    settings_and_uses()
    assert computed == ["both", "uses"]
    add_uses(store, MORE, file="meer.xlsx")
    assert settings_and_uses()[1] == len(ONE) + 1  # it rests on what the other rests on
    assert sorted(computed) == ["both", "both", "uses", "uses"]


class _Slow:
    """Loading of use that waits until it may go on."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.begun, self.may_go_on = threading.Event(), threading.Event()
        load = frames.load_usage

        def wait(store: Store) -> pd.DataFrame:
            self.begun.set()
            assert self.may_go_on.wait(30)
            return load(store)

        monkeypatch.setattr(frames, "load_usage", wait)


def _visitor_sees(monkeypatch: pytest.MonkeyPatch) -> int:
    """How much use a visitor of whom this is a new run sees."""
    run = object()
    with monkeypatch.context() as patch:
        patch.setattr(snapshot, "_run", lambda: run)
        patch.setattr(snapshot.st, "session_state", {})
        return int(Context().run(lambda: len(loaders.usage())))


def test_visitors_see_the_old_figures_while_the_new_are_loaded(
    keep_store: Keep,  # noqa: F811
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    store = keep_store(ONE)
    assert _visitor_sees(monkeypatch) == len(ONE)
    monkeypatch.setattr(snapshot, "PATIENCE", 0.01)
    slow = _Slow(monkeypatch)
    add_uses(store, MORE, file="meer.xlsx")
    assert _visitor_sees(monkeypatch) == len(ONE)
    assert slow.begun.wait(30)
    assert _visitor_sees(monkeypatch) == len(ONE)
    slow.may_go_on.set()
    assert len(loaders.usage()) == len(ONE) + 1  # who is no visitor waits
    assert _visitor_sees(monkeypatch) == len(ONE) + 1


def test_whoever_changed_something_waits_for_it(
    keep_store: Keep,  # noqa: F811
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    store = keep_store(ONE)
    session: dict[str, Any] = {}
    run = object()

    def visit() -> tuple[int, int]:
        before = len(loaders.usage())
        add_uses(store, MORE, file="meer.xlsx")
        return before, len(loaders.usage())

    monkeypatch.setattr(snapshot, "PATIENCE", 0)
    monkeypatch.setattr(snapshot, "_run", lambda: run)
    monkeypatch.setattr(snapshot.st, "session_state", session)
    assert Context().run(visit) == (len(ONE), len(ONE) + 1)


def test_what_cannot_be_loaded_is_told_to_whoever_asks(
    keep_store: Keep,  # noqa: F811
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    store = keep_store(ONE)
    loaders.usage()

    def fail(_store: Store) -> pd.DataFrame:
        raise OSError("gone")

    monkeypatch.setattr(frames, "load_usage", fail)
    add_uses(store, MORE, file="meer.xlsx")
    with pytest.raises(OSError, match="gone"):
        loaders.usage()


def test_many_who_ask_at_once_have_it_made_once() -> None:
    once, made, meet = Once(10), [], threading.Barrier(8)

    def make() -> int:
        made.append(1)
        return 7

    def ask() -> None:
        meet.wait()
        assert once.get("key", make) == 7

    threads = [threading.Thread(target=ask) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(made) == 1


def test_the_oldest_results_go_first() -> None:
    once = Once(2)
    for key in ("a", "b", "a", "c"):
        once.get(key, lambda key=key: key)
    assert [key for key, _ in once.newest(10)] == ["c", "a"]


@pytest.mark.parametrize("name", sorted(frames.READS))
def test_a_frame_reads_nothing_that_is_not_said(name: str, tmp_path: Path) -> None:
    import re

    from sqlalchemy import event

    from data.storing.store import open_store
    from data.storing.versions import KIND_OF_TABLE, UPLOADS

    store = open_store(f"sqlite:///{tmp_path / 'store.sqlite3'}")
    add_uses(store, TYPICAL)
    tables: set[str] = set()

    def note(_connection: object, _cursor: object, statement: str, *_rest: object) -> None:
        tables.update(re.findall(r'(?:FROM|JOIN)\s+"?(\w+)', statement))

    event.listen(store.engine, "before_cursor_execute", note)
    getattr(frames, f"load_{name}")(store)
    read = {KIND_OF_TABLE[table] for table in tables if table in KIND_OF_TABLE}
    by_record = {UPLOADS} if name in ("usage", "budget", "reported") else set()
    assert read - by_record <= set(frames.READS[name])
    store.close()


def test_every_frame_says_what_it_reads() -> None:
    of_one_upload = {"rejected", "sheet_reports"}
    loads = {name.removeprefix("load_") for name in frames.__all__ if name.startswith("load_")}
    assert set(frames.READS) == loads - of_one_upload
