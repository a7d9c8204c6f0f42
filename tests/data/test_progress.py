from __future__ import annotations

import subprocess
import threading
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from data.intake import store_upload
from data.intake.preview import preview_file
from data.intake.store_upload import store_preview
from data.progress import READING, STORING, StoppedError, Watch, step, stopping, watched
from data.reading import read_file, workbooks
from data.settings import Settings
from data.storing import writing
from data.storing.frames import load_batches, load_departments, load_usage
from data.storing.store import Store, open_store
from tests.data.untidy_workbooks import semicolons_in_windows_1252, titles_and_totals
from tests.users import NOOR

SETTINGS = Settings()


@dataclass
class ImpatientWatch(Watch):
    """Stops at the step after so many."""

    steps: int = 0

    @property
    def stopped(self) -> bool:
        self.steps -= 1
        return self.steps < 0


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    opened = open_store(f"sqlite:///{tmp_path / 'store.sqlite3'}")
    yield opened
    opened.close()


@pytest.fixture
def started(monkeypatch: pytest.MonkeyPatch) -> list[subprocess.Popen[bytes]]:
    """Every process that reading starts."""
    processes = []

    class Noted(subprocess.Popen):  # type: ignore[type-arg]
        def __init__(self, *args: Any, **options: Any) -> None:
            super().__init__(*args, **options)
            processes.append(self)

    monkeypatch.setattr(workbooks.subprocess, "Popen", Noted)
    return processes


def test_a_step_costs_nothing_when_nobody_watches() -> None:
    step(READING, 1, 2)
    with stopping(pytest.fail):
        pass


def test_a_watch_sees_the_last_step_until_it_stops() -> None:
    watch = Watch()
    with watched(watch):
        step(READING, 1, 2)
        assert (watch.stage, watch.done, watch.total) == (READING, 1, 2)
        watch.stop()
        with pytest.raises(StoppedError):
            step(STORING)
        assert watch.stage == READING
    step(STORING)


def test_stopping_reacts_once_and_only_inside_the_block() -> None:
    watch, reacted = Watch(), []
    with watched(watch):
        with stopping(lambda: reacted.append("too early")):
            pass
        with stopping(lambda: reacted.append("during")):
            watch.stop()
        with stopping(lambda: reacted.append("was stopped before")):
            pass
    assert reacted == ["during", "was stopped before"]


@pytest.mark.parametrize(
    ("make", "skipped"),
    # Every step of a text; of a workbook, which takes a process each time, the first and the last.
    [(semicolons_in_windows_1252, range(0)), (titles_and_totals, range(5, 18))],
)
def test_stopped_at_any_step_nothing_is_left_behind(
    make: Any,
    skipped: range,
    store: Store,
    started: list[subprocess.Popen[bytes]],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    case, temporary = make(), tmp_path / "temporary"
    temporary.mkdir()
    monkeypatch.setattr("tempfile.tempdir", str(temporary))
    monkeypatch.setattr(writing, "_ROWS_AT_ONCE", 1)

    def read_in(steps: int) -> int:
        with watched(ImpatientWatch(steps=steps)):
            preview = preview_file(case.content, case.file_name, store=store, settings=SETTINGS)
            return store_preview(preview, store=store, user=NOOR)

    steps = 0
    while True:
        try:
            batch = read_in(steps)
            break
        except StoppedError:
            steps += 1 + len(skipped) * (steps + 1 == skipped.start)
        assert load_batches(store).empty
        assert load_departments(store).empty
        assert list(temporary.iterdir()) == []
        assert [process for process in started if process.poll() is None] == []
    assert steps > 10
    assert load_batches(store)["batch_id"].tolist() == [batch]
    assert len(load_usage(store)) == case.sheets[0].accepted


def test_stopped_when_all_is_written_nothing_is_left_behind(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    case, watch = semicolons_in_windows_1252(), Watch()
    preview = preview_file(case.content, case.file_name, store=store, settings=SETTINGS)
    replace = store_upload.replace_batches  # what is done last

    def replace_and_stop(*given: Any) -> None:
        replace(*given)
        watch.stop()

    monkeypatch.setattr(store_upload, "replace_batches", replace_and_stop)
    with watched(watch), pytest.raises(StoppedError):
        store_preview(preview, store=store, user=NOOR)
    assert load_batches(store).empty


def test_a_process_that_reads_for_ever_is_stopped_at_once(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, started: list[subprocess.Popen[bytes]]
) -> None:
    (tmp_path / "stand_in.py").write_text("import time; time.sleep(60)")
    monkeypatch.setattr(workbooks, "_MODULE", "stand_in")
    monkeypatch.setattr(workbooks, "_ROOT", tmp_path)
    watch, begin = Watch(), time.monotonic()
    threading.Timer(0.2, watch.stop).start()
    with watched(watch), pytest.raises(StoppedError):
        read_file(titles_and_totals().content, "x.xlsx", SETTINGS)
    assert time.monotonic() - begin < 30
    assert started[0].poll() is not None


def test_records_are_stored_whole_in_several_parts(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(writing, "_ROWS_AT_ONCE", 2)
    case = titles_and_totals()
    preview = preview_file(case.content, case.file_name, store=store, settings=SETTINGS)
    store_preview(preview, store=store, user=NOOR)
    usage = load_usage(store)
    assert sorted(usage["row"]) == [5, 6, 8]
    assert usage["hours"].sum() == case.sheets[0].hours
