"""Time and memory of reading large files in: `python -m benchmarks.large_files [ROWS…]`.

Each file is read and stored by a process of its own, from bytes to committed. Its memory is what it
and the processes that it starts have in use together, at the highest (Linux only). Judges nothing.
"""

from __future__ import annotations

import csv
import itertools
import os
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from io import BytesIO, StringIO
from pathlib import Path

import python_calamine

from benchmarks._large import large_workbook, read_and_store
from data.storing.store import open_store

ROOT = Path(__file__).parents[1]
ROWS = (1_000, 10_000, 100_000, 500_000)
GOAL_MB = 1024
_LOOK_SECONDS = 0.02
_MB = 1024**2


@dataclass(frozen=True)
class Measured:
    """What reading one file in took."""

    kind: str
    rows: int
    file_mb: float
    seconds: float
    peak_mb: float


def csv_of(workbook: bytes) -> bytes:
    """The first sheet of a workbook as a Dutch Excel writes it to a .csv."""
    sheet = python_calamine.load_workbook(BytesIO(workbook)).get_sheet_by_index(0)
    target = StringIO()
    writer = csv.writer(target, delimiter=";")
    writer.writerows([_dutch(cell) for cell in row] for row in sheet.iter_rows())
    return target.getvalue().encode("utf-8-sig")


def _dutch(cell: object) -> object:
    return str(cell).replace(".", ",") if isinstance(cell, float) else cell


def memory_of(process: int) -> int:
    """The bytes in use by a process and all that it started."""
    try:
        pages = int(Path(f"/proc/{process}/statm").read_text().split()[1])
        tasks = list(Path(f"/proc/{process}/task").iterdir())
        children = [c for task in tasks for c in (task / "children").read_text().split()]
    except OSError:  # it ended meanwhile
        return 0
    return pages * os.sysconf("SC_PAGE_SIZE") + sum(memory_of(int(child)) for child in children)


def measure(path: Path, rows: int) -> Measured:
    """Read the file in, into a new store, and watch."""
    store = path.with_suffix(f"{path.suffix}.sqlite3")
    command = [sys.executable, "-m", "benchmarks.large_files", "--read", str(path), str(store)]
    peak = 0
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True) as child:
        while child.poll() is None:
            peak = max(peak, memory_of(child.pid))
            time.sleep(_LOOK_SECONDS)
        said = child.stdout.read().split() if child.stdout else []
    accepted, seconds = int(said[0]), float(said[1])
    if accepted != rows:
        raise RuntimeError(f"{path.name}: {accepted} of {rows} rows were accepted")
    store.unlink()
    return Measured(path.suffix, rows, path.stat().st_size / _MB, seconds, peak / _MB)


def report(measured: list[Measured]) -> str:
    """A table of what was measured, with the growth from each number of rows to the next."""
    lines = [
        f"{'file':<8}{'rows':>10}{'MB':>8}{'seconds':>10}{'MB used':>10}{'per 1,000 rows':>26}"
    ]
    for one in measured:
        lines.append(
            f"{one.kind:<8}{one.rows:>10,}{one.file_mb:>8.1f}{one.seconds:>10.2f}"
            f"{one.peak_mb:>10.0f}{1e6 * one.seconds / one.rows:>15.1f} ms"
        )
    for kind in dict.fromkeys(one.kind for one in measured):
        of_kind = [one for one in measured if one.kind == kind]
        for a, b in itertools.pairwise(of_kind):
            lines.append(
                f"{kind}: {b.rows / a.rows:.0f} times the rows, {b.seconds / a.seconds:.1f} times "
                f"the time, {(b.peak_mb - a.peak_mb) * 1000 / (b.rows - a.rows):.2f} MB more per "
                "1,000 rows"
            )
    return "\n".join(lines)


def _read(path: Path, store_path: Path) -> None:
    content = path.read_bytes()
    store = open_store(f"sqlite:///{store_path}")
    start = time.perf_counter()
    accepted = read_and_store(content, path.name, store)
    print(accepted, time.perf_counter() - start)
    store.close()


def main(*numbers: int) -> None:
    """Make the files, read them in, and print the table."""
    measured = []
    with tempfile.TemporaryDirectory() as folder:
        for rows in numbers or ROWS:
            workbook = large_workbook(rows, seed=0)
            for suffix, content in ((".xlsx", workbook), (".csv", csv_of(workbook))):
                path = Path(folder) / f"{rows}{suffix}"
                path.write_bytes(content)
                measured.append(measure(path, rows))
                path.unlink()
    print(report(sorted(measured, key=lambda one: (one.kind, one.rows))))
    print(f"Goal: 500,000 rows within {GOAL_MB:,} MB, and both growing no faster than the rows.")


if __name__ == "__main__":
    if sys.argv[1:2] == ["--read"]:
        _read(Path(sys.argv[2]), Path(sys.argv[3]))
    else:
        main(*map(int, sys.argv[1:]))
