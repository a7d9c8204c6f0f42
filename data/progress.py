"""How far long work is, and asking it to stop: a `Watch` that whoever waits holds.

Work that may take long calls `step` now and then. That costs nothing when nobody watches; when the
one who watches asked to stop, it raises `StoppedError`, and the work ends there and leaves nothing.
"""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, field

WAITING, CHECKING, READING = "waiting", "checking", "reading"
RECOGNISING, STORING = "recognising", "storing"


class StoppedError(Exception):
    """Somebody asked to stop."""


@dataclass
class Watch:
    """Where the work is: its stage, and how much of that is done (a `total` of 0: unknown)."""

    stage: str = ""
    done: int = 0
    total: int = 0
    _stopped: threading.Event = field(default_factory=threading.Event)
    _lock: threading.Lock = field(default_factory=threading.Lock)
    _on_stop: list[Callable[[], object]] = field(default_factory=list)

    @property
    def stopped(self) -> bool:
        """Whether somebody asked to stop."""
        return self._stopped.is_set()

    def tell(self, stage: str, done: int, total: int) -> None:
        """Keep how far the work is."""
        self.stage, self.done, self.total = stage, done, total

    def stop(self) -> None:
        """Ask the work to stop; from any thread."""
        with self._lock:
            self._stopped.set()
            waiting = list(self._on_stop)
        for react in waiting:
            react()

    def _react(self, react: Callable[[], object]) -> None:
        with self._lock:
            self._on_stop.append(react)
        if self.stopped:
            react()


_current: ContextVar[Watch | None] = ContextVar("watch", default=None)


@contextmanager
def watched(watch: Watch) -> Iterator[None]:
    """Let `watch` follow the work inside the block, in this thread."""
    token = _current.set(watch)
    try:
        yield
    finally:
        _current.reset(token)


def step(stage: str, done: int = 0, total: int = 0) -> None:
    """Tell how far the work is; raises `StoppedError` when it has to stop."""
    watch = _current.get()
    if watch is None:
        return
    if watch.stopped:
        raise StoppedError
    watch.tell(stage, done, total)


@contextmanager
def stopping(react: Callable[[], object]) -> Iterator[None]:
    """While the block runs, call `react` (from another thread) as soon as the work has to stop."""
    watch = _current.get()
    if watch is None:
        yield
        return
    watch._react(react)
    try:
        yield
    finally:
        with watch._lock:
            watch._on_stop.remove(react)
