"""Kill the program while it makes or puts back a copy, again and again: is what stands there whole?

Run: python -m benchmarks.kill_while_copying [times] [seed]
"""

from __future__ import annotations

import hashlib
import random
import shutil
import sqlite3
import subprocess
import sys
import tempfile
import time
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from data.intake.store_upload import store_preview
from data.storing.backup import back_up, restore_backup
from data.storing.store import open_store
from data.storing.store_failures import StoreFailedError
from tests.data.storing.examples import ARMOEDE, JOS, preview, usage_sheet, use
from tests.users import BEHEERDER, NOOR

ROOT = Path(__file__).parents[1]
BACKUP, RESTORE = "backup", "restore"
ROWS = (20_000, 22_000)  # of the two stores that take each other's place
_LATER = 1.1  # some kills come when it has just ended
_COMPARED = ("batch", "department", "theme", "usage_record", "budget_line")


@dataclass(frozen=True)
class Outcome:
    """What so many kills left behind."""

    kills: int
    whole: int  # as before or as it should become, sound, and what was replaced kept
    renewed: int  # as it should become
    left: tuple[str, ...]  # the files that stand there when nobody interferes the last time


def kill_often(act: str, folder: Path, *, times: int, seed: int) -> Outcome:
    """Kill `act` so many times at random moments; each time it should bring the other store."""
    sources = _two_copies(folder)
    target = folder / "target" / "store.sqlite3"
    target.parent.mkdir()
    shutil.copy(sources[0], target)
    by_content = {fingerprint(file): file for file in sources}
    # The quickest of three: on a busy machine one alone would put most kills after the end.
    took = min(_undisturbed(act, sources[turn % 2], target) for turn in (1, 2, 3))
    moments = random.Random(seed)  # noqa: S311 (no secret)
    whole = renewed = 0
    for _ in range(times):
        before = fingerprint(target)
        source = next(file for content, file in by_content.items() if content != before)
        _kill(act, source, target, moments.uniform(0, _LATER * took))
        after = fingerprint(target)
        kept = before in _take_replaced(target) or act == BACKUP or after == before
        whole += after in by_content and kept
        renewed += after in by_content and after != before
    _undisturbed(act, sources[0], target)
    _take_replaced(target)
    return Outcome(times, whole, renewed, tuple(sorted(p.name for p in target.parent.iterdir())))


def fingerprint(file: Path) -> str | None:
    """What a store holds, opened as the next start of the program does; None when not sound."""
    try:
        open_store(f"sqlite:///{file}").close()
        with closing(sqlite3.connect(file)) as connection:
            sound = connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
            loose = connection.execute("PRAGMA foreign_key_check").fetchall()
            rows = [
                connection.execute(f"SELECT * FROM {table} ORDER BY 1").fetchall()  # noqa: S608
                for table in _COMPARED
            ]
    except (StoreFailedError, sqlite3.Error):
        return None
    return hashlib.sha256(repr(rows).encode()).hexdigest() if sound and not loose else None


def _two_copies(folder: Path) -> list[Path]:
    copies = []
    for rows in ROWS:
        store = open_store(f"sqlite:///{folder / f'{rows}.sqlite3'}")
        uses = [use("2019-03-04", JOS, ARMOEDE, subject=f"nummer {n}") for n in range(rows)]
        store_preview(preview(usage_sheet(uses), content=str(rows)), store=store, user=NOOR)
        copies.append(folder / f"{rows}.copy")
        back_up(store, NOOR, copies[-1])
        store.close()
    return copies


def _take_replaced(target: Path) -> set[str | None]:
    """What the stores hold that were replaced; they are removed, or a hundred would stand there."""
    files = list(target.parent.glob("*.replaced-*[0-9]"))
    held = {fingerprint(file) for file in files}
    for file in files:
        file.unlink()
    return held


def _start(act: str, source: Path, target: Path) -> subprocess.Popen[str]:
    """A process of its own, which waits for nothing any more once it has loaded everything."""
    command = [sys.executable, "-m", "benchmarks.kill_while_copying", "--child", act]
    command += [str(source), str(target)]
    child = subprocess.Popen(
        command, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True
    )
    assert child.stdout
    child.stdout.readline()
    return child


def _kill(act: str, source: Path, target: Path, seconds: float) -> None:
    with _start(act, source, target) as child:
        time.sleep(seconds)
        child.kill()  # SIGKILL: no chance to tidy up


def _undisturbed(act: str, source: Path, target: Path) -> float:
    """How many seconds it takes when nobody interferes."""
    with _start(act, source, target) as child:
        begin = time.perf_counter()
        if child.wait() != 0:
            raise RuntimeError(f"The {act} did not succeed, though nobody interfered.")
        return time.perf_counter() - begin


def _copy(act: str, source: Path, target: Path) -> None:
    if act == BACKUP:
        store = open_store(f"sqlite:///{source}")
        print(flush=True)
        back_up(store, NOOR, target)
    else:
        open_store(f"sqlite:///{source}").close()  # loads what restoring loads
        print(flush=True)
        restore_backup(f"sqlite:///{target}", source, lambda _: BEHEERDER)


def main(times: int = 100, seed: int = 1) -> int:
    """Kill both acts `times` times; 0 when all was whole each time."""
    failures = 0
    for act in (BACKUP, RESTORE):
        with tempfile.TemporaryDirectory() as folder:
            found = kill_often(act, Path(folder), times=times, seed=seed)
        print(
            f"{act}: {found.whole} of {times} times whole after the kill "
            f"({found.renewed} as it should become, {found.whole - found.renewed} as before); "
            f"left behind: {', '.join(found.left)}"
        )
        failures += times - found.whole
    return 1 if failures else 0


if __name__ == "__main__":
    if sys.argv[1:2] == ["--child"]:
        _copy(sys.argv[2], Path(sys.argv[3]), Path(sys.argv[4]))
    else:
        sys.exit(main(*map(int, sys.argv[1:3])))
