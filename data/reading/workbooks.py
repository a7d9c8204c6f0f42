"""Sheets of a workbook, read in a process of their own."""

from __future__ import annotations

import os
import pickle
import shutil
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory, gettempdir
from typing import IO, Any

from data.cells.cell import ErrorCell
from data.memory_limit import used_bytes
from data.progress import CHECKING, READING, step, stopping
from data.reading.refusals import Limits, Reason, RefusedError
from data.reading.sheet_marks import unpacked
from data.values.grid import MergedRange, Sheet
from texts import Message

_ROOT = Path(__file__).parents[2]
_MODULE = "data.reading.workbook_process"
_A_DAY = 24 * 3600
FOLDERS = "verbredingsmonitor-"  # then the number of the process that reads, and what is random
_NO_WINDOW = getattr(subprocess, "CREATE_NO_WINDOW", 0)  # Windows would show a black one


def read_workbook(
    content: bytes, limits: Limits, explain: Callable[[RefusedError], Message]
) -> list[Sheet]:
    """Every worksheet of a workbook, hidden ones too; raises `RefusedError`.

    A sheet that goes beyond the limits comes without rows, with what `explain` says of it.
    """
    step(CHECKING)
    sheets = _Sheets(explain)
    prefix = f"{FOLDERS}{os.getpid()}-"
    with TemporaryDirectory(prefix=prefix, ignore_cleanup_errors=True) as folder:
        path = Path(folder) / "workbook"
        path.write_bytes(content)
        with _started(path, limits) as (process, is_late):
            answers = _within_memory(_answers(process.stdout), process.pid, limits)
            finished = any(sheets.take(*answer) for answer in answers)
    step(READING)  # a process that was stopped has died too: that is no fault of the file
    if finished:
        return sheets.of_file()
    if is_late.is_set():
        raise RefusedError(Reason.TOO_SLOW, limit=limits.read_seconds)
    raise _death(sheets.name, limits)


def sweep() -> int:
    """Remove what a process left behind that was stopped while it read; how many workbooks.

    To be called before this process reads anything: what has its own number is of an earlier one.
    """
    left = [folder for folder in Path(gettempdir()).glob(f"{FOLDERS}*-*") if not _is_read(folder)]
    for folder in left:
        shutil.rmtree(folder, ignore_errors=True)
    return len(left)


def _is_read(folder: Path) -> bool:
    number = folder.name.removeprefix(FOLDERS).partition("-")[0]
    if not number.isascii() or not number.isdigit():
        return True  # not ours
    if int(number) == os.getpid():
        return False
    if os.name == "nt":  # there it would send a signal
        return time.time() - folder.stat().st_mtime < _A_DAY
    try:
        os.kill(int(number), 0)
    except (ProcessLookupError, OverflowError):
        return False
    except OSError:
        return True
    return True


@contextmanager
def _started(
    path: Path, limits: Limits
) -> Iterator[tuple[subprocess.Popen[bytes], threading.Event]]:
    """The process, and whether its time ran out; in the end it is gone."""
    is_late = threading.Event()
    with subprocess.Popen(  # noqa: S603 - our own module; the path is ours too
        [sys.executable, "-m", _MODULE, str(path), *map(str, limits)],
        cwd=_ROOT,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        creationflags=_NO_WINDOW,
    ) as process:

        def end_late() -> None:
            is_late.set()
            process.kill()

        timer = threading.Timer(limits.read_seconds, end_late)
        timer.start()
        try:
            with stopping(process.kill):
                yield process, is_late
        finally:
            timer.cancel()
            process.kill()


class _Unpickler(pickle.Unpickler):
    """Makes nothing but cells: dates and times are the only objects in what comes back."""

    def find_class(self, module: str, name: str) -> Any:  # noqa: ANN401 - as the base class has it
        if module != "datetime":
            raise pickle.UnpicklingError(f"unexpected {module}")
        return super().find_class(module, name)


def _answers(output: IO[bytes] | None) -> Iterator[tuple[Any, ...]]:
    assert output is not None  # noqa: S101 - because of PIPE
    try:
        while True:
            yield _Unpickler(output).load()
    except (EOFError, pickle.UnpicklingError):
        return  # the process is ready, or died in the middle of an answer


def _within_memory(
    answers: Iterator[tuple[Any, ...]], process: int, limits: Limits
) -> Iterator[tuple[Any, ...]]:
    """The answers, as long as both processes together keep to the limit of one."""
    before = used_bytes()
    for answer in answers:
        if used_bytes() - before + used_bytes(process) > limits.read_memory_bytes:
            raise RefusedError(Reason.TOO_MUCH_MEMORY, limit=limits.read_memory_bytes)
        yield answer


class _Sheets:
    """The sheets as they come in, part by part."""

    def __init__(self, explain: Callable[[RefusedError], Message]) -> None:
        self.name = ""
        self._finished: list[Sheet] = []
        self._refusals: dict[int, RefusedError] = {}
        self._explain = explain
        self._rows: list[list[Any]] = []

    def take(self, what: str, *parts: Any) -> bool:  # noqa: ANN401 - whatever the process sends
        """Take the next answer in; whether it was the last. Raises `RefusedError`."""
        if what == "refused":
            raise RefusedError(Reason(parts[0]), **parts[1])
        if what == "sheet":
            self.name, self._rows = parts[0], []
        elif what == "rows":
            self._add(*parts)
        elif what == "end":
            self._finished.append(_sheet(self.name, self._rows, *parts))
        elif what == "unread":
            self._leave_out(*parts)
        return what == "done"

    def _leave_out(self, reason: str, values: dict[str, str | int], hidden: bool) -> None:
        refusal = RefusedError(Reason(reason), **values)
        self._refusals[len(self._finished)] = refusal
        why = self._explain(refusal)
        self._finished.append(Sheet(self.name, [], hidden=hidden, refused=why))

    def of_file(self) -> list[Sheet]:
        """Every sheet; raises `RefusedError` when not one of them could be read."""
        if not self._finished:
            raise RefusedError(Reason.NO_CELLS)
        if self._refusals and all(sheet.refused or not sheet.rows for sheet in self._finished):
            raise next(iter(self._refusals.values()))
        return self._finished

    def _add(self, rows: list[list[Any]], total: int) -> None:
        self._rows += rows
        step(READING, len(self._rows), total)


def _death(sheet: str, limits: Limits) -> RefusedError:
    """Why the process died: nearly always a failed allocation, for a sheet that is too large."""
    if not sheet:
        return RefusedError(Reason.TOO_MUCH_MEMORY, limit=limits.read_memory_bytes)
    return RefusedError(
        Reason.TOO_SPREAD_SHEET, sheet=sheet, rows=limits.max_rows, columns=limits.max_columns
    )


def _sheet(
    name: str,
    rows: list[list[Any]],
    hidden: bool,
    first_row: int,
    first_column: int,
    errors: dict[int, dict[int, str]],
    merged: list[tuple[int, int, int, int]],
    marks: tuple[Any, ...],
) -> Sheet:
    for index, cells in errors.items():
        for at, text in cells.items():
            rows[index][at] = ErrorCell(text)
    place = (first_row + 1, first_column + 1) if rows else (1, 1)
    ranges = tuple(MergedRange(*(at + 1 for at in corners)) for corners in merged)
    return Sheet(name, rows, *place, hidden, ranges, unpacked(marks))
