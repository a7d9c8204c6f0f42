"""Sheets of a workbook, read in a process of their own."""

from __future__ import annotations

import pickle
import subprocess
import sys
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from data.reading.grid import ErrorCell, MergedRange, Sheet
from data.reading.refusals import Limits, Reason, RefusedError

_ROOT = Path(__file__).parents[2]
_MODULE = "data.reading.workbook_process"
_NO_WINDOW = getattr(subprocess, "CREATE_NO_WINDOW", 0)  # Windows would show a black one


def read_workbook(content: bytes, limits: Limits) -> list[Sheet]:
    """Every worksheet of a workbook, hidden ones too; raises `RefusedError`."""
    last_sheet = ""
    with TemporaryDirectory(prefix="verbredingsmonitor-", ignore_cleanup_errors=True) as folder:
        path = Path(folder) / "workbook"
        path.write_bytes(content)
        output = _run(path, limits)
    for what, *answer in _answers(output):
        if what == "done":
            return [_sheet(*parts) for parts in answer[0]]
        if what == "refused":
            raise RefusedError(Reason(answer[0]), **answer[1])
        last_sheet = answer[0]
    raise _death(last_sheet, limits)


def _run(path: Path, limits: Limits) -> bytes:
    command = [sys.executable, "-m", _MODULE, str(path), *map(str, limits)]
    try:
        done = subprocess.run(  # noqa: S603 - our own module; the path is ours too
            command,
            cwd=_ROOT,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            timeout=limits.read_seconds,
            check=False,
            creationflags=_NO_WINDOW,
        )
    except subprocess.TimeoutExpired:
        raise RefusedError(Reason.TOO_SLOW, limit=limits.read_seconds) from None
    return done.stdout


class _Unpickler(pickle.Unpickler):
    """Makes nothing but cells: dates and times are the only objects in what comes back."""

    def find_class(self, module: str, name: str) -> Any:  # noqa: ANN401 - as the base class has it
        if module != "datetime":
            raise pickle.UnpicklingError(f"unexpected {module}")
        return super().find_class(module, name)


def _answers(output: bytes) -> Iterator[tuple[Any, ...]]:
    stream = BytesIO(output)
    try:
        while stream.tell() < len(output):
            yield _Unpickler(stream).load()
    except (EOFError, pickle.UnpicklingError):
        return  # the process died in the middle of an answer


def _death(sheet: str, limits: Limits) -> RefusedError:
    """Why the process died: nearly always a failed allocation, for a sheet that is too large."""
    if not sheet:
        return RefusedError(Reason.TOO_MUCH_MEMORY, limit=limits.read_memory_bytes)
    return RefusedError(
        Reason.TOO_SPREAD_SHEET, sheet=sheet, rows=limits.max_rows, columns=limits.max_columns
    )


def _sheet(
    name: str,
    hidden: bool,
    first_row: int,
    first_column: int,
    rows: list[list[Any]],
    errors: dict[int, dict[int, str]],
    merged: list[tuple[int, int, int, int]],
) -> Sheet:
    for index, cells in errors.items():
        for at, text in cells.items():
            rows[index][at] = ErrorCell(text)
    place = (first_row + 1, first_column + 1) if rows else (1, 1)
    ranges = tuple(MergedRange(*(at + 1 for at in corners)) for corners in merged)
    return Sheet(name, rows, *place, hidden, ranges)
