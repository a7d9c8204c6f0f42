"""Processes that read files, each for one visitor at a time: a few for the whole server.

A process keeps the file that it read, so that a correction starts from its grid of cells. What that
takes is bounded: there are at most `MOST` processes, each with a limit on memory and on time. When
all have a file, the one that was idle longest gives its file up; that is read from its bytes when
its visitor comes back. A process ends once its visitor has left, busy or not, or idles too long.
"""

from __future__ import annotations

import atexit
import os
import pickle
import signal
import subprocess
import sys
import threading
import time
import weakref
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path
from queue import Empty, SimpleQueue
from typing import Any

from data.intake.read_request import ReadRequest
from data.progress import RECOGNISING, WAITING, StoppedError, step, stopping
from data.reading.errors import sentence
from data.reading.refusals import Reason, RefusedError
from data.settings import Settings
from data.values.results import FilePreview
from data.values.unreadable import UnreadableFileError

MOST = 3
IDLE_SECONDS = 900.0
PATIENCE_SECONDS = 20.0  # a connection that fails comes back by then
TIDY_SECONDS = 5.0
_ROOT = Path(__file__).parents[2]
_MODULE = "data.intake.file_process"
_LOOK_SECONDS = 0.2
_NO_WINDOW = getattr(subprocess, "CREATE_NO_WINDOW", 0)  # Windows would show a black one
# The libraries that compute would reserve memory for a thread per core, and pools of their own.
_LITTLE_RESERVED = {
    "OPENBLAS_NUM_THREADS": "1",
    "OMP_NUM_THREADS": "1",
    "ARROW_DEFAULT_MEMORY_POOL": "system",
    "MALLOC_ARENA_MAX": "2",
}


class FileProcessError(Exception):
    """The program itself went wrong in the process: by what kind of error, and where."""

    def __init__(self, cause: str, places: Sequence[str]) -> None:
        super().__init__(cause)
        self.cause, self.places = cause, tuple(places)


class _Process:
    """One process, and who has it."""

    def __init__(self) -> None:
        self._process = subprocess.Popen(  # noqa: S603 - our own module
            [sys.executable, "-m", _MODULE],
            cwd=_ROOT,
            env=os.environ | _LITTLE_RESERVED,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            creationflags=_NO_WINDOW,
            start_new_session=True,  # so that it can be ended with all that it started
        )
        self.slot: _Slot | None = None
        self.busy = self._killed = False
        self.used = time.monotonic()

    @property
    def alive(self) -> bool:
        """Whether it can be asked something."""
        return not self._killed and self._process.poll() is None

    def kill(self) -> None:
        """End it with what it started, from any thread."""
        self._killed = True
        with suppress(ProcessLookupError, PermissionError):
            if hasattr(os, "killpg"):
                os.killpg(self._process.pid, signal.SIGKILL)
            else:
                self._process.kill()

    def end(self) -> None:
        """End it and leave nothing behind; nobody may be asking it something."""
        self.kill()
        for stream in (self._process.stdin, self._process.stdout):
            with suppress(OSError, ValueError):
                if stream:
                    stream.close()
        self._process.wait()

    def ask(self, *request: object) -> tuple[Any, ...]:
        """What it answers in the end; `()` when it ended before. Passes on how far it is."""
        assert self._process.stdin is not None  # noqa: S101 - because of PIPE
        assert self._process.stdout is not None  # noqa: S101 - because of PIPE
        with suppress(OSError, ValueError):  # it is gone: that shows when the answer does not come
            pickle.dump(request, self._process.stdin, protocol=5)
            self._process.stdin.flush()
        try:
            while True:
                answer = pickle.load(self._process.stdout)  # noqa: S301 - our own process
                if answer[0] != "step":
                    return tuple(answer)
                step(*answer[1:])
        except (EOFError, pickle.UnpicklingError, OSError, ValueError):
            return ()


def _always() -> bool:
    return True


@dataclass(eq=False)
class _Slot:
    """The place where a reader has its process; `seen` is when its visitor was last there."""

    is_here: Callable[[], bool]
    process: _Process | None = None
    seen: float = 0.0

    @property
    def absent(self) -> float:
        """For how many seconds the visitor has not been there."""
        now = time.monotonic()
        if self.is_here():
            self.seen = now
        return now - self.seen


class FileReader:
    """Reads one file in a process of its own; see `data.intake.file_reader.FileReader`.

    `is_here` tells, in any thread, whether the visitor who brought the file is still there: the
    process ends when that is not so.
    """

    def __init__(self, is_here: Callable[[], bool] = _always) -> None:
        self._slot = _Slot(is_here)
        self._lock = threading.Lock()
        self._opened: str | None = None
        self._file_name = ""
        self._limits = Settings()
        self._late = threading.Event()
        weakref.finalize(self, _POOL.give_back, self._slot)

    @contextmanager
    def at_work(self, settings: Settings) -> Iterator[None]:
        """Have a process for the length of the block: the one with the file, if it has it still.

        It is ended when the time is up, or when whoever watches asks to stop.
        """
        with self._lock:
            before, self._limits = self._slot.process, settings
            process = _POOL.take(self._slot)
            if process is not before:
                self._opened = None
            self._late.clear()
            timer = threading.Timer(settings.read_seconds, self._end_late, [process])
            timer.daemon = True
            timer.start()
            try:
                with stopping(process.kill):
                    yield
            except StoppedError:
                process.kill()
                raise
            finally:
                timer.cancel()
                _POOL.put(process)

    def _end_late(self, process: _Process) -> None:
        self._late.set()
        process.kill()

    @property
    def opened(self) -> str | None:
        """The SHA-256 of the file whose rows the process holds; None when it holds none."""
        return self._opened

    def open(self, content: bytes, file_name: str, settings: Settings) -> str:
        """Have a file read; raises `UnreadableFileError`."""
        self._file_name, self._opened = file_name, None
        self._opened = str(self._ask("open", content, file_name, settings))
        return self._opened

    def read(self, request: ReadRequest) -> FilePreview:
        """What the file that was opened yields."""
        found = self._ask("read", request)
        assert isinstance(found, FilePreview)  # noqa: S101 - what `FileReader.read` gives
        return found

    def _ask(self, *request: object) -> object:
        process = self._slot.process
        answer = process.ask(*request) if process else ()
        step(RECOGNISING)  # a process that was stopped has died too: that is no fault of the file
        if not answer and self._slot.process is None:  # taken back: the visitor has left
            raise StoppedError
        return self._outcome(answer)

    def _outcome(self, answer: tuple[Any, ...]) -> object:
        what = answer[0] if answer else "died"
        if what == "done":
            return answer[1]
        if what == "unreadable":
            raise UnreadableFileError(answer[1])
        if what == "failed":
            raise FileProcessError(*answer[1:])
        self._opened = None
        if self._late.is_set():
            refusal = RefusedError(Reason.TOO_SLOW, limit=self._limits.read_seconds)
        else:
            refusal = RefusedError(Reason.TOO_MUCH_MEMORY, limit=self._limits.read_memory_bytes)
        raise UnreadableFileError(sentence(refusal, self._file_name))


@dataclass(eq=False)
class _Pool:
    """The processes of this server."""

    processes: list[_Process] = field(default_factory=list)
    changed: threading.Condition = field(default_factory=threading.Condition)
    left: SimpleQueue[_Slot] = field(default_factory=SimpleQueue)
    timer: threading.Timer | None = None

    def take(self, slot: _Slot) -> _Process:
        """The process of a slot, or another one: busy from now on. Waits while all are busy."""
        with self.changed:
            while True:
                self._tidy_up()
                process = slot.process or self._free_one()
                if process:
                    if process.slot is not None and process.slot is not slot:
                        process.slot.process = None
                    slot.process, process.slot, process.busy = process, slot, True
                    slot.seen = time.monotonic()
                    self._look_again_later()
                    return process
                step(WAITING)
                self.changed.wait(_LOOK_SECONDS)

    def put(self, process: _Process) -> None:
        """It is ready with what it was asked."""
        with self.changed:
            process.busy, process.used = False, time.monotonic()
            self._tidy_up()
            self.changed.notify_all()

    def give_back(self, slot: _Slot) -> None:
        """Nobody needs what the process of this slot holds any more.

        This may be called while the memory is tidied up, in the middle of anything: it is only
        noted here.
        """
        self.left.put(slot)

    def warm_up(self) -> None:
        """Have a process ready, since it takes a second to start."""
        with self.changed:
            self._tidy_up()
            if not self._spare() and len(self.processes) < MOST:
                self.processes.append(_Process())

    def end(self) -> None:
        """End them all."""
        with self.changed:
            for process in self.processes:
                process.end()
            self._tidy_up()

    def _spare(self) -> _Process | None:
        return next((p for p in self.processes if p.slot is None and p.alive), None)

    def _free_one(self) -> _Process | None:
        """A process without a file, a new one, or the one whose file was not needed longest."""
        spare = self._spare()
        if spare:
            return spare
        if len(self.processes) < MOST:
            self.processes.append(_Process())
            return self.processes[-1]
        return min((p for p in self.processes if not p.busy), key=lambda p: p.used, default=None)

    def _tidy_up(self) -> None:
        """Take back what visitors left, or let idle too long; and come back later for the rest."""
        with suppress(Empty):
            while True:
                self._take_back(self.left.get_nowait())
        idle_since = time.monotonic() - IDLE_SECONDS
        for process in self.processes:
            slot, idles = process.slot, not process.busy and process.used < idle_since
            if slot and (idles or slot.absent > PATIENCE_SECONDS):
                self._take_back(slot)
        for process in [p for p in self.processes if not p.alive and not p.busy]:
            self.processes.remove(process)
            process.end()
            if process.slot:
                process.slot.process = None
        self._look_again_later()

    def _look_again_later(self) -> None:
        if self.timer is None and any(process.slot for process in self.processes):
            self.timer = threading.Timer(TIDY_SECONDS, self._come_back)
            self.timer.daemon = True
            self.timer.start()

    @staticmethod
    def _take_back(slot: _Slot) -> None:
        """End the process of a slot: one that only forgets its file keeps most of the memory."""
        process, slot.process = slot.process, None
        if process:
            process.slot = None
            process.kill()

    def _come_back(self) -> None:
        with self.changed:
            self.timer = None
            self._tidy_up()
            self.changed.notify_all()


_POOL = _Pool()
warm_up = _POOL.warm_up
atexit.register(_POOL.end)
