"""Files that are read in a process of their own: kept, bounded, stopped, and given up."""

from __future__ import annotations

import gc
import os
import signal
import threading
import time
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import replace

import pandas as pd
import pytest

from data.failures import cause_of, places_of
from data.intake import file_processes
from data.intake.file_processes import FileProcessError, FileReader, _Pool, _Process
from data.intake.preview import FileReading, preview_file
from data.progress import StoppedError, Watch, watched
from data.settings import Settings
from data.storing.store import Store, open_store
from data.values.corrections import Corrections, SheetCorrections
from data.values.results import FilePreview

SETTINGS = Settings()
LINES = "Datum;Afdeling;Thema;Uren\n01-03-2019;Sport;Wonen;2\n02-03-2019;Sport;Wonen;drie\n"
NO_RECORDS = pd.DataFrame()
MENDED = Corrections({"g": SheetCorrections(cells={(3, 3): "3"})})


@pytest.fixture
def pool(monkeypatch: pytest.MonkeyPatch) -> Iterator[_Pool]:
    """The processes of this test."""
    own = _Pool()
    monkeypatch.setattr(file_processes, "_POOL", own)
    yield own
    own.end()


@pytest.fixture
def store() -> Iterator[Store]:
    opened = open_store("sqlite://")
    yield opened
    opened.close()


def reading(content: str = LINES, name: str = "g.csv") -> FileReading:
    return FileReading(content.encode(), name, FileReader())


def bare(preview: FilePreview) -> FilePreview:
    """A preview without its records: those are compared by themselves."""
    sheets = tuple(replace(sheet, records=NO_RECORDS) for sheet in preview.sheets)
    return replace(preview, sheets=sheets)


def has_ended(process: _Process) -> None:
    """Fails when it is still there after a time in which anything ends that was killed."""
    process._process.wait(60)


def test_a_process_reads_as_this_one_does_and_keeps_the_file(pool: _Pool, store: Store) -> None:
    file = reading()
    first = file.preview(store=store, settings=SETTINGS)
    here = preview_file(LINES.encode(), "g.csv", store=store, settings=SETTINGS)
    assert bare(first) == bare(here)
    assert first.sheets[0].records.equals(here.sheets[0].records)
    (process,) = pool.processes
    mended = file.preview(store=store, settings=SETTINGS, corrections=MENDED)
    assert (first.sheets[0].rejected, mended.sheets[0].rejected) == (1, 0)
    assert pool.processes == [process]
    assert not process.busy


def test_a_file_that_made_room_is_read_from_its_bytes(
    pool: _Pool, store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(file_processes, "MOST", 1)
    one, other = reading(), reading(LINES.replace("Sport", "Jeugd"))
    for file in (one, other, one):
        found = file.preview(store=store, settings=SETTINGS, corrections=MENDED)
        assert found.sheets[0].accepted == 2
    assert len(pool.processes) == 1


def test_a_file_waits_while_every_process_is_busy(
    pool: _Pool, store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(file_processes, "MOST", 1)
    one = reading()
    one.preview(store=store, settings=SETTINGS)
    pool.processes[0].busy = True
    watch, found = Watch(), []

    def read() -> None:
        with watched(watch):
            found.append(reading().preview(store=store, settings=SETTINGS))

    thread = threading.Thread(target=read)
    thread.start()
    while watch.stage != "waiting":
        time.sleep(0.01)
    pool.put(pool.processes[0])
    thread.join(60)
    assert found[0].sheets[0].accepted == 1


def test_reading_is_stopped_with_its_process(pool: _Pool, store: Store) -> None:
    watch = Watch()
    watch.stop()
    with watched(watch), pytest.raises(StoppedError):
        reading().preview(store=store, settings=SETTINGS)
    assert not any(process.alive for process in pool.processes)
    assert reading().preview(store=store, settings=SETTINGS).sheets[0].accepted == 1


def test_time_and_memory_are_limited_as_a_whole(pool: _Pool, store: Store) -> None:
    late = reading().preview(store=store, settings=Settings(read_seconds=0))
    assert late.error is not None
    assert late.error.code == "file_too_slow"
    rows = "\n".join(f"0{1 + i % 9}-03-2019;Sport;Wonen;{i:01000}" for i in range(30_000))
    large = reading(LINES + rows).preview(
        store=store, settings=Settings(read_memory_bytes=8 * 1024**2)
    )
    assert large.error is not None
    assert large.error.code == "file_needs_too_much_memory"


def test_what_a_visitor_left_is_taken_back(pool: _Pool, store: Store) -> None:
    file = reading()
    file.preview(store=store, settings=SETTINGS)
    (process,) = pool.processes
    assert process.slot is not None
    del file
    gc.collect()
    pool.warm_up()
    has_ended(process)
    assert [new.alive for new in pool.processes] == [True]  # it is there for the next


def test_a_file_that_idles_is_given_up(
    pool: _Pool, store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = reading()
    file.preview(store=store, settings=SETTINGS)
    (process,) = pool.processes
    with monkeypatch.context() as patch:
        patch.setattr(file_processes, "IDLE_SECONDS", 0.0)
        pool.warm_up()
    has_ended(process)
    assert file.preview(store=store, settings=SETTINGS).sheets[0].accepted == 1


class Visitor:
    """Somebody who is there until they leave; no connection is waited for."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.here = True
        monkeypatch.setattr(file_processes, "PATIENCE_SECONDS", 0.0)
        monkeypatch.setattr(file_processes, "TIDY_SECONDS", 0.01)

    def reading(self) -> FileReading:
        return FileReading(LINES.encode(), "g.csv", FileReader(lambda: self.here))


def test_a_process_ends_while_it_waits_once_its_visitor_has_left(
    pool: _Pool, store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    visitor = Visitor(monkeypatch)
    file = visitor.reading()
    file.preview(store=store, settings=SETTINGS)
    (process,) = pool.processes
    pool.put(process)  # which looks whether somebody left
    assert pool.processes == [process]
    assert process.alive
    visitor.here = False
    has_ended(process)
    visitor.here = True  # the file is read anew for who comes back
    assert file.preview(store=store, settings=SETTINGS).sheets[0].accepted == 1


@pytest.mark.skipif(not hasattr(signal, "SIGSTOP"), reason="a process cannot be held here")
def test_a_process_ends_in_mid_read_once_its_visitor_has_left(
    pool: _Pool, store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    visitor = Visitor(monkeypatch)
    pool.warm_up()
    (process,) = pool.processes
    os.kill(process._process.pid, signal.SIGSTOP)  # it never gets ready
    stopped = threading.Event()

    def read() -> None:
        with suppress(StoppedError):
            visitor.reading().preview(store=store, settings=SETTINGS)
            return
        stopped.set()

    thread = threading.Thread(target=read)
    thread.start()
    while not process.busy:
        time.sleep(0.01)
    visitor.here = False
    has_ended(process)
    thread.join(60)
    assert stopped.is_set()
    assert not pool.processes


def test_a_mistake_in_the_program_is_told_without_values(pool: _Pool, store: Store) -> None:
    wrong = replace(SETTINGS, hours_per_day="acht")  # type: ignore[arg-type]
    with pytest.raises(FileProcessError) as raised:
        reading().preview(store=store, settings=wrong)
    assert any("file_reader.py" in place for place in places_of(raised.value))
    assert "acht" not in f"{raised.value} {cause_of(raised.value)}"
