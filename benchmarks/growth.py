"""What the work costs as a store grows: `python -m benchmarks.growth [RECORDS…]`. Judges nothing.

Each size in a process of its own: the first load of all that the overview shows, a click on it that
somebody made before and one that nobody made, an upload of 1,000 rows (read, stored, seen), and
taking that back. In seconds of the process's own time, so that a busy machine counts little. The
slope is the power of the size that the cost grows with: 1 is in proportion, 0 is not at all.
"""

from __future__ import annotations

import json
import logging
import math
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parents[1]
SIZES = (1_000, 10_000, 100_000, 1_000_000)
UPLOADED = 1_000
STEPS = ("first load", "new click", "click", "upload", "undo", "undo whole")


def measure(records: int, url: str) -> dict[str, float]:
    """The seconds of each step in a store of this size, in this process."""
    from streamlit.testing.v1 import AppTest

    from benchmarks._large import large_workbook, read_and_store
    from data.intake.restoring import undo_batch
    from data.storing.frames import load_batches
    from tests.users import NOOR
    from ui.shared import loaders
    from ui.shared.registry import page_of

    workbook = large_workbook(UPLOADED, seed=records)
    app = AppTest.from_file(str(page_of("overview").path), default_timeout=600)
    took = {"first load": _seconds(app.run)}
    app.selectbox(key="van").set_value(2019)
    took["new click"] = _seconds(app.run)
    took["click"] = _seconds(app.run)
    store = loaders.store()

    def upload() -> None:
        read_and_store(workbook, "meer.xlsx", store)
        app.run()

    took["upload"] = _seconds(upload)

    def undo() -> None:
        undo_batch(int(load_batches(store)["batch_id"].max()), store=store, user=NOOR)
        app.run()

    took["undo"] = _seconds(undo)
    largest = load_batches(store).sort_values("accepted")["batch_id"].iloc[-1]
    took["undo whole"] = _seconds(lambda: undo_batch(int(largest), store=store, user=NOOR))
    return took


def _seconds(work: Callable[[], Any]) -> float:
    start = time.process_time()
    work()
    return time.process_time() - start


def slope(sizes: list[int], costs: list[float]) -> float:
    """The power of the size that the cost grows with, over the whole range (least squares)."""
    x = [math.log(size) for size in sizes]
    y = [math.log(max(cost, 1e-4)) for cost in costs]
    mean_x, mean_y = sum(x) / len(x), sum(y) / len(y)
    spread = sum((a - mean_x) ** 2 for a in x)
    return sum((a - mean_x) * (b - mean_y) for a, b in zip(x, y, strict=True)) / spread


def _in_own_process(records: int, folder: Path) -> dict[str, float]:
    from benchmarks._large import fill
    from data.storing.store import open_store

    url = f"sqlite:///{folder / f'{records}.sqlite3'}"
    store = open_store(url)
    fill(store, records)
    store.close()
    command = [sys.executable, "-m", "benchmarks.growth", "--child", str(records)]
    environment = {**os.environ, "DATABASE_URL": url}
    told = subprocess.run(
        command, cwd=ROOT, env=environment, capture_output=True, text=True, check=True
    )
    found: dict[str, float] = json.loads(told.stdout.splitlines()[-1])
    return found


def main() -> None:
    """Print the table."""
    if "--child" in sys.argv:
        logging.disable(logging.WARNING)  # AppTest tells at every run that there is no browser
        print(json.dumps(measure(int(sys.argv[-1]), os.environ["DATABASE_URL"])))
        return
    sizes = [int(text) for text in sys.argv[1:]] or list(SIZES)
    with tempfile.TemporaryDirectory() as folder:
        found = [_in_own_process(records, Path(folder)) for records in sizes]
    print("Seconds of the process's own time, by the number of records in the store")
    print(f"{'':<12}" + "".join(f"{size:>12,}" for size in sizes) + f"{'slope':>8}")
    for step in STEPS:
        costs = [each[step] for each in found]
        line = "".join(f"{cost:12.3f}" for cost in costs)
        print(f"{step:<12}{line}" + (f"{slope(sizes, costs):8.2f}" if len(sizes) > 1 else ""))
    print(f"upload: {UPLOADED:,} rows read, stored and shown; undo: the same rows taken back;")
    print("undo whole: the largest upload taken back (of at most 100,000 records), nothing shown")


if __name__ == "__main__":
    main()
