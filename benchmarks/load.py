"""Visitors at once, beside plain pages that do the same work: `python -m benchmarks.load`.

Every visitor asks a page, takes in the whole answer and thinks 1-5 s. Set side by side in one run:
this app; a page of Streamlit with a choice and one line (bare); the very elements that this app
shows, from constants (the same: no app with these screens is quicker); a plain page of Streamlit
and one of Dash that compute the same figures with pandas at every click. Wall time says what a
visitor notices; the server's own time per question (cpu) says it on a busy machine too. Judges
nothing.
"""

from __future__ import annotations

import argparse
import statistics
import tempfile
from collections.abc import Callable, Iterator, Sequence
from contextlib import AbstractContextManager
from pathlib import Path

from benchmarks._large import fill
from benchmarks._same_elements import same_elements_served
from benchmarks._serving import Served, module_served, streamlit_served
from benchmarks._visitors import (
    Answer,
    Visit,
    visit_dash,
    visit_streamlit,
    visit_together,
)
from data.sample import read_in
from data.storing.store import open_store
from tests.users import NOOR
from ui.shared.registry import PAGES

VISITORS, RECORDS = (1, 50), (200_000, 1_000_000)
SECONDS = {1: 12.0}
_AMONG_MANY = 25.0
_LONG = 5  # times as long with --long
_ALONE_THINKS = (0.1, 0.3)  # one visitor takes nobody's turn: more questions in the same time
_THINKS = (1.0, 5.0)
Serve = Callable[[], AbstractContextManager[Served]]
Site = tuple[str, Serve, Visit, Sequence[str]]


def sites(url: str) -> Iterator[Site]:
    """The app and what stands beside it."""
    there = {"DATABASE_URL": url, "PYTHONPATH": "."}
    every = [page.url_path for page in PAGES]
    yield "this app", lambda: streamlit_served("serve.py", there), visit_streamlit, every
    yield (
        "bare Streamlit",
        lambda: streamlit_served("benchmarks/_bare_streamlit.py", there),
        visit_streamlit,
        [""],
    )
    yield "the same, constant", lambda: same_elements_served(there, every), visit_streamlit, every
    yield (
        "Streamlit + pandas",
        lambda: streamlit_served("benchmarks/_plain_streamlit.py", there),
        visit_streamlit,
        [""],
    )
    yield (
        "Dash + pandas",
        lambda: module_served("benchmarks._plain_dash", there),
        visit_dash,
        [""],
    )


def measure(site: Site, visitors: Sequence[int], times: float, by_page: bool) -> None:
    """Print what each number of visitors noticed of a site."""
    name, serve, visit, pages = site
    with serve() as server:
        warm(server, visit, pages)
        for number in visitors:
            before = server.cpu_seconds()
            answers = visit_together(
                visit,
                server.port,
                pages,
                visitors=number,
                seconds=times * SECONDS.get(number, _AMONG_MANY),
                think=_ALONE_THINKS if number == 1 else _THINKS,
            )
            cpu = (server.cpu_seconds() - before) / max(len(answers), 1)
            print_line(name, number, answers, cpu, server.memory_mb())
            if by_page and len(pages) > 1:
                for page in sorted({answer.page for answer in answers}):
                    chosen = [answer for answer in answers if answer.page == page]
                    print_line(f"  /{page}", number, chosen, None, None)


def warm(server: Served, visit: Visit, pages: Sequence[str]) -> None:
    """Let the server load its data before anything is measured."""
    for page in pages:
        visit_together(visit, server.port, [page], visitors=1, seconds=0.5, think=(0.0, 0.3))


def print_line(
    name: str, visitors: int, answers: Sequence[Answer], cpu: float | None, memory: float | None
) -> None:
    """One line of the table."""
    took = sorted(answer.seconds for answer in answers)
    if not took:
        print(f"{name:<20}{visitors:9}{'nothing':>10}")
        return
    late = took[min(len(took) - 1, int(0.95 * len(took)))]
    sent = statistics.mean(answer.bytes for answer in answers) / 1024
    print(
        f"{name:<20}{visitors:9}{len(took):10}{1000 * statistics.median(took):11.0f}"
        f"{1000 * late:9.0f}{1000 * took[-1]:9.0f}"
        + (f"{1000 * cpu:10.0f}" if cpu is not None else f"{'':10}")
        + f"{sent:9.0f}"
        + (f"{memory:11.0f}" if memory is not None else ""),
        flush=True,
    )


def main() -> None:
    """Measure what was asked for."""
    parser = argparse.ArgumentParser(description=__doc__, allow_abbrev=False)
    parser.add_argument("--records", type=int, nargs="+", default=list(RECORDS))
    parser.add_argument("--visitors", type=int, nargs="+", default=list(VISITORS))
    parser.add_argument("--long", action="store_true", help=f"{_LONG} times as long")
    parser.add_argument("--only", help="only the site with this name")
    parser.add_argument("--pages", action="store_true", help="also page by page")
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        for records in asked.records:
            url = f"sqlite:///{Path(folder) / f'{records}.sqlite3'}"
            store = open_store(url)
            fill(store, records)
            read_in(store, NOOR)
            store.close()
            print(f"\n{records:,} records; from question to whole answer, in ms")
            print(
                f"{'':<20}{'visitors':>9}{'answers':>10}{'median':>11}{'p95':>9}{'most':>9}"
                f"{'cpu':>10}{'kB':>9}{'memory MB':>11}",
                flush=True,
            )
            for site in sites(url):
                if asked.only in (None, site[0]):
                    measure(site, asked.visitors, _LONG if asked.long else 1, asked.pages)


if __name__ == "__main__":
    main()
