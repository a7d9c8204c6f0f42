"""Work that may take long, in a thread of its own: its progress on the page, and a way to stop it.

The tasks wait in the session. A page that is interrupted, by a click, by leaving it or by a reload,
goes on with them when it runs again; nothing is lost and nothing is done twice.
"""

from __future__ import annotations

import threading
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

import streamlit as st

from data.intake.file_processes import PATIENCE_SECONDS
from data.progress import (
    CHECKING,
    READING,
    RECOGNISING,
    STORING,
    WAITING,
    StoppedError,
    Watch,
    watched,
)
from texts import translate as _
from ui.reading_in.found_again import Tasks, held, who_visits
from ui.shared import formats
from ui.shared.safe import escape_markdown
from ui.shared.snapshot import renew

SILENT_SECONDS = 0.7  # what is done by then needs no word
_LOOK_SECONDS = 0.3
_GUARD_SECONDS = 2.0
_TASKS = "upload_tasks"
_SHARES = {CHECKING: (0.0, 0.1), READING: (0.1, 0.6), RECOGNISING: (0.6, 1.0), STORING: (0.0, 1.0)}


def _nothing() -> None:
    pass


@dataclass
class Task:
    """Something to do for one file.

    When its turn comes, `prepare` gives what does it: that runs in another thread and must leave
    the session alone. `finish` takes what came of it, or `stopped` is called when the visitor
    cancelled it; those two, like `prepare`, run in the page's own thread.
    """

    file_name: str
    prepare: Callable[[], Callable[[], Any]]
    finish: Callable[[Any], None]
    stopped: Callable[[], None] = _nothing
    watch: Watch = field(default_factory=Watch)
    _done: threading.Event = field(default_factory=threading.Event)
    _started: bool = False
    _result: Any = None
    _error: BaseException | None = None

    def wait(self, seconds: float) -> bool:
        """Start it when need be, and wait this long; whether it is done."""
        if not self._started:
            self._started = True
            threading.Thread(target=self._run, args=[self.prepare()], daemon=True).start()
            threading.Thread(target=self._guard, args=[who_visits()], daemon=True).start()
        return self._done.wait(seconds)

    def _guard(self, is_here: Callable[[], bool]) -> None:
        """Stop it once its visitor has left; what is being stored is stored."""
        left = 0.0
        while not self._done.wait(_GUARD_SECONDS) and not self.watch.stopped:
            left = 0.0 if is_here() else left + _GUARD_SECONDS
            if left >= PATIENCE_SECONDS and self.watch.stage != STORING:
                self.watch.stop()

    def _run(self, work: Callable[[], Any]) -> None:
        try:
            with watched(self.watch):
                self._result = work()
        except BaseException as error:  # handed over to the page, which raises it
            self._error = error
        finally:
            self._done.set()

    def hand_over(self) -> None:
        """What has to happen in the page's own thread once it is done."""
        if isinstance(self._error, StoppedError):
            self.stopped()
        elif self._error:
            raise self._error
        else:
            self.finish(self._result)


def add(task: Task) -> None:
    """Put a task behind the others."""
    _tasks().append(task)


def is_waiting() -> bool:
    """Whether there is work to go on with."""
    return bool(_tasks())


def go_on_and_show() -> None:
    """Do what waits, also what an interrupted run left, and show the page with what came of it."""
    if is_waiting():
        go_on()
        st.rerun()


def go_on() -> None:
    """Do what waits, one task after the other, and show how far it is."""
    tasks = _tasks()
    while tasks:
        task = tasks[0]
        try:
            _show_until_done(task)
        except Exception:  # an interruption is none; only a task that cannot begin ends here
            tasks.remove(task)
            raise
        renew()  # what was stored in the other thread
        if task in tasks:  # a session that comes back shares them with the one after it
            tasks.remove(task)
            task.hand_over()


def _tasks() -> list[Task]:
    return held(_TASKS, Tasks)


def _show_until_done(task: Task) -> None:
    if task.wait(SILENT_SECONDS):
        return
    place = st.empty()
    with place.container(border=True):
        bar = st.progress(*_progress(task))
        # A click runs the page anew: this run ends at its next look, the next one goes on waiting.
        st.button(_("Cancel"), key=f"upload_stop_{id(task)}", on_click=task.watch.stop)
    while not task.wait(_LOOK_SECONDS):
        bar.progress(*_progress(task))
    place.empty()


def _progress(task: Task) -> tuple[float, str]:
    """How far it is, from 0 to 1, and in words."""
    watch = task.watch
    done, total = watch.done, max(watch.total, watch.done)
    begin, end = _SHARES.get(watch.stage, (0.0, 0.0))
    share = begin + (end - begin) * (done / total if total else 0.0)
    rows = {"done": formats.number(done), "total": formats.number(total)}
    return share, f"**{escape_markdown(task.file_name)}** · {_stage(watch, **rows)}"


def _stage(watch: Watch, *, done: str, total: str) -> str:
    if watch.stopped:
        return _("Cancelling…")
    if watch.stage == READING and watch.done:
        return _("Reading: row {done} of {total}").format(done=done, total=total)
    if watch.stage == STORING and watch.done:
        return _("Storing: row {done} of {total}").format(done=done, total=total)
    return {
        WAITING: _("Waiting until another file is read…"),
        RECOGNISING: _("Recognising dates, names and amounts…"),
        STORING: _("Storing…"),
    }.get(watch.stage, _("Opening and checking the file…"))
