"""Kill the program in the middle of storing, again and again: is the upload whole or absent?

Run: python -m benchmarks.kill_while_storing [times]
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

import pandas as pd
from sqlalchemy import event, func, select, text

from data.columns import DATE, DATE_PRECISION, DEPARTMENT, ROW, THEME, USAGE
from data.intake.store_upload import store_preview
from data.storing import tables as t
from data.storing.store import Store, open_store
from data.values.found_table import Heading, Table
from data.values.results import FilePreview, SheetResult
from tests.users import NOOR

ROOT = Path(__file__).parents[1]
ROWS = 30_000
READY, STORED, BEFORE_COMMIT = "ready", "stored", "before commit"


@dataclass(frozen=True)
class Remains:
    """What a killed program left: its uploads, its records, and whether the store is sound."""

    batches: int
    records: int
    departments: int
    sound: bool

    @property
    def whole_or_absent(self) -> bool:
        """All of the upload, or nothing of it."""
        whole = (self.batches, self.records, self.departments) == (1, ROWS, 1)
        absent = (self.batches, self.records, self.departments) == (0, 0, 0)
        return self.sound and (whole or absent)


def kill_once(url: str, seconds: float | None) -> Remains:
    """Store an upload in a process of its own and kill that after `seconds`.

    None kills it at the worst moment: all is written, nothing is committed yet.
    """
    command = [sys.executable, "-m", "benchmarks.kill_while_storing", "--child", url]
    if seconds is None:
        command.append(BEFORE_COMMIT)
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True) as child:
        _wait_for(child, READY if seconds is not None else BEFORE_COMMIT)
        time.sleep(seconds or 0)
        child.kill()  # SIGKILL: no chance to tidy up
    return inspect_store(url)


def time_to_store(url: str) -> float:
    """How many seconds storing takes when nobody interferes."""
    command = [sys.executable, "-m", "benchmarks.kill_while_storing", "--child", url]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True) as child:
        _wait_for(child, READY)
        begin = time.perf_counter()
        _wait_for(child, STORED)
        return time.perf_counter() - begin


def inspect_store(url: str) -> Remains:
    """Open the store again, as the next start of the program does, and count."""
    store = open_store(url)
    try:
        with store.reading() as connection:
            counts = [
                connection.execute(select(func.count()).select_from(table)).scalar_one()
                for table in (t.batch, t.usage_record, t.department)
            ]
            sound = connection.execute(text("PRAGMA integrity_check")).scalar() == "ok"
        return Remains(*counts, sound)
    finally:
        store.close()


def _wait_for(child: subprocess.Popen[str], word: str) -> None:
    assert child.stdout
    for line in child.stdout:
        if line.strip() == word:
            return
    raise RuntimeError(f"The child ended before it said “{word}”.")


def _store_a_big_upload(store: Store, *, pause_before_commit: bool) -> None:
    rows = range(6, ROWS + 6)
    columns = {DATE: pd.Timestamp("2018-05-05"), DATE_PRECISION: "day", ROW: rows}
    records = pd.DataFrame(columns | {DEPARTMENT: "Vastgoed", THEME: "Duurzaamheid"})
    table = Table(USAGE, 5, (Heading(0, "Datum", DATE),))
    sheet = SheetResult("Blad1", table=table, rows=ROWS, accepted=ROWS, records=records)
    if pause_before_commit:
        event.listen(store.engine, "commit", lambda _: _say(BEFORE_COMMIT) or time.sleep(60))
    _say(READY)
    store_preview(FilePreview("groot.xlsx", "0" * 64, 1, (sheet,)), store=store, user=NOOR)
    _say(STORED)


def _say(word: str) -> None:
    print(word, flush=True)


def main(times: int = 20) -> int:
    """Kill `times` times at moments spread over the storing; 0 when all went well."""
    with tempfile.TemporaryDirectory() as folder:
        took = time_to_store(f"sqlite:///{folder}/whole.sqlite3")
        print(f"Undisturbed, storing {ROWS} rows takes {took:.2f} s.")
        failures = 0
        for turn in range(times):
            seconds = None if turn == 0 else took * turn / (times - 1)
            left = kill_once(f"sqlite:///{folder}/{turn}.sqlite3", seconds)
            moment = "just before the commit" if seconds is None else f"after {seconds:.2f} s"
            outcome = "whole" if left.records else "absent"
            print(f"{turn + 1:3d}. killed {moment}: {outcome if left.whole_or_absent else left}")
            failures += not left.whole_or_absent
    print(f"{times - failures} of {times} times the upload was whole or absent.")
    return 1 if failures else 0


if __name__ == "__main__":
    if sys.argv[1:2] == ["--child"]:
        pausing = sys.argv[3:4] == [BEFORE_COMMIT]
        _store_a_big_upload(open_store(sys.argv[2]), pause_before_commit=pausing)
    else:
        sys.exit(main(*map(int, sys.argv[1:2])))
