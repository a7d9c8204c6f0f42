"""Read thousands of files made by accident: `python -m benchmarks.fuzz [SECONDS [FIRST SEED]]`.

Each must end in records with counts that add up, or in one sentence. What does not is printed with
its seed, which makes the same file again, and counted; the exit status is 1 then.
"""

from __future__ import annotations

import logging
import sys
import tempfile
import time
import traceback
from collections import Counter

from data.storing.store import open_store
from tests.data.fuzzing import check, mutant

SECONDS = 60


def run(seconds: float, first: int) -> Counter[str]:
    """How the files ended that could be read in this time."""
    ends: Counter[str] = Counter()
    end, seed, slowest = time.monotonic() + seconds, first, (0.0, first)
    with tempfile.TemporaryDirectory() as folder:
        store = open_store(f"sqlite:///{folder}/store.sqlite3")
        while time.monotonic() < end:
            begin = time.monotonic()
            try:
                ends[check(mutant(seed), store)] += 1
            except Exception:
                ends["FAILED"] += 1
                print(f"seed {seed}:\n{traceback.format_exc()[-1_500:]}", flush=True)
                store.close()
                store = open_store(f"sqlite:///{folder}/store-{seed}.sqlite3")
            slowest = max(slowest, (time.monotonic() - begin, seed))
            seed += 1
        store.close()
    print(f"Slowest: {slowest[0]:.2f} s (seed {slowest[1]}).")
    return ends


def main(seconds: float = SECONDS, first: int = 0) -> int:
    """Run and print how many ended in which way."""
    logging.disable(logging.WARNING)
    ends = run(seconds, int(first))
    told = ", ".join(f"{count:,} {word}" for word, count in ends.most_common())
    print(f"{ends.total():,} files in {seconds:.0f} s: {told}.")
    return 1 if ends["FAILED"] else 0


if __name__ == "__main__":
    sys.exit(main(*map(float, sys.argv[1:3])))
