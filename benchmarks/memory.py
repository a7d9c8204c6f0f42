"""Does memory stay bounded? `python -m benchmarks.memory [--records N] [--runs N] [--sessions N]`.

Streamlit's own collecting after every run is switched off (see `.streamlit/config.toml`). So: the
app is served, sessions come, run pages and leave again, and the memory of the server is looked at
after each tenth of them. Flat is within 100 MB, from the second tenth on. Judges nothing.
"""

from __future__ import annotations

import argparse
import asyncio
import random
import tempfile
from pathlib import Path

from benchmarks._large import fill
from benchmarks._serving import Served, streamlit_served
from benchmarks._visitors import YEARS, Visitor
from data.sample import read_in
from data.storing.store import open_store
from tests.users import NOOR
from ui.shared.registry import PAGES

RECORDS, RUNS, SESSIONS = 200_000, 5_000, 200
FLAT_MB = 100
_PARTS = 10
_TOGETHER = 4


async def _visit(port: int, runs: int, rng: random.Random) -> None:
    visitor = await Visitor.arrive(port)
    for _ in range(runs):
        page = rng.choice(PAGES)
        await visitor.ask(page.url_path, {"van": str(rng.choice(YEARS))})
    await visitor.leave()


async def _visits(port: int, sessions: int, runs: int, seed: int) -> None:
    for start in range(0, sessions, _TOGETHER):
        together = range(start, min(start + _TOGETHER, sessions))
        await asyncio.gather(
            *(_visit(port, runs, random.Random(seed + n)) for n in together)  # noqa: S311
        )


def measure(server: Served, runs: int, sessions: int) -> list[float]:
    """The memory after each part of the visits, in MB."""
    found = []
    for part in range(_PARTS):
        each = sessions // _PARTS
        asyncio.run(_visits(server.port, each, runs // sessions, part * sessions))
        found.append(server.memory_mb())
        print(f"{(part + 1) * each:10}{(part + 1) * each * (runs // sessions):10}{found[-1]:10.0f}")
    return found


def main() -> None:
    """Serve, visit and print."""
    parser = argparse.ArgumentParser(description=__doc__, allow_abbrev=False)
    parser.add_argument("--records", type=int, default=RECORDS)
    parser.add_argument("--runs", type=int, default=RUNS)
    parser.add_argument("--sessions", type=int, default=SESSIONS)
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        url = f"sqlite:///{Path(folder) / 'store.sqlite3'}"
        store = open_store(url)
        fill(store, asked.records)
        read_in(store, NOOR)
        store.close()
        print(f"Memory of the server at {asked.records:,} records")
        print(f"{'sessions':>10}{'runs':>10}{'MB':>10}")
        with streamlit_served("serve.py", {"DATABASE_URL": url, "PYTHONPATH": "."}) as server:
            found = measure(server, asked.runs, asked.sessions)
    spread = max(found[1:]) - min(found[1:])
    print(f"spread from the second tenth on: {spread:.0f} MB (flat is within {FLAT_MB})")


if __name__ == "__main__":
    main()
