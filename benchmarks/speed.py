"""Speed beside the alternative and the floor: `python -m benchmarks.speed`. Judges nothing."""

from __future__ import annotations

import logging
import os
import statistics
import tempfile
import time
from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from typing import Any
from unittest import mock

import pandas as pd
import streamlit as st
from streamlit.testing.v1 import AppTest

from benchmarks import _ready_made
from benchmarks._large import large_workbook, read_and_store
from benchmarks._ready_made import Shown
from data.storing.store import open_store
from ui.shared.registry import PAGES, Page

ROWS = 100_000
FILES = 2  # together the 200,000 records on which the pages are measured
CLICKS = 9
PAGE_SECONDS = 60
FLOOR = "from benchmarks import _ready_made\n_ready_made.show()"
FIRST_YEAR, LAST_YEAR = 2018, 2022
CLICKED = "van"  # the choice of the first year, which every page with charts has


def seconds(work: Callable[[], Any]) -> float:
    """How long the work takes."""
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def measure_reading(folder: Path) -> str:
    """Read large workbooks in, print the times, and give the URL of the store they are in."""
    url = f"sqlite:///{folder / 'large.sqlite3'}"
    store = open_store(url)
    contents = [large_workbook(ROWS, seed) for seed in range(FILES)]
    ours = [
        seconds(lambda name=f"groot-{n}.xlsx", data=data: read_and_store(data, name, store))
        for n, data in enumerate(contents)
    ]
    store.close()
    openpyxl = seconds(lambda: pd.read_excel(BytesIO(contents[0]), engine="openpyxl"))
    calamine = seconds(lambda: pd.read_excel(BytesIO(contents[0]), engine="calamine"))
    print(f"Reading in {ROWS:,} rows of .xlsx, in seconds (from bytes to committed)")
    print(
        f"{'ours':>10}{'openpyxl*':>12}{'calamine*':>12}{'ours/openpyxl':>16}{'ours/calamine':>16}"
    )
    for took in ours:
        print(
            f"{took:10.2f}{openpyxl:12.2f}{calamine:12.2f}"
            f"{took / openpyxl:16.2f}{took / calamine:16.2f}"
        )
    print("* pandas.read_excel with that engine, merely reading\n")
    return url


def measure_pages() -> None:
    """Print for every page the time of a click, of the same figures ready-made, and the ratio."""
    print(f"A filter click to the new page at {ROWS * FILES:,} records, in ms on the server")
    print(
        f"{'page':<14}{'first':>8}{'again':>8}{'floor':>8}{'again/floor':>13}"
        f"{'own, first':>12}{'own, again':>12}{'figures':>9}"
    )
    for page in PAGES:
        first, again, figures = _page_time(page)
        floor = _floor_time(figures)
        print(
            f"{page.key:<14}{first:8.0f}{again:8.0f}{floor:8.0f}{again / floor:13.2f}"
            f"{first - floor:12.0f}{again - floor:12.0f}{len(figures):9}"
        )
    print("first: nobody chose this year since the data changed; again: somebody did")
    print("floor: the same figures and tables ready-made on an otherwise empty page")


def _page_time(page: Page) -> tuple[float, float, list[Shown]]:
    app = AppTest.from_file(str(page.path), default_timeout=PAGE_SECONDS).run()
    first = statistics.median(_timed_click(app, year) for year in range(FIRST_YEAR, LAST_YEAR - 1))
    with (
        mock.patch.object(st, "plotly_chart", wraps=st.plotly_chart) as charts,
        mock.patch.object(st, "dataframe", wraps=st.dataframe) as tables,
    ):
        _click(app, LAST_YEAR - 1)
    _check(app)
    calls = [("plotly_chart", c) for c in charts.mock_calls]
    calls += [("dataframe", c) for c in tables.mock_calls]
    shown = [(kind, c.args[0], dict(c.kwargs)) for kind, c in calls if c.args]
    return first, _median_click(app), shown


def _floor_time(shown: list[Shown]) -> float:
    _ready_made.SHOWN = shown
    app = AppTest.from_string(FLOOR, default_timeout=PAGE_SECONDS).run()
    _check(app)
    return _median_click(app)


def _median_click(app: AppTest) -> float:
    return statistics.median(_timed_click(app, FIRST_YEAR + n % 4) for n in range(CLICKS))


def _timed_click(app: AppTest, year: int) -> float:
    took = 1000 * seconds(lambda: _click(app, year))
    _check(app)
    return took


def _click(app: AppTest, year: int) -> None:
    choices = [box for box in app.selectbox if box.key == CLICKED]
    if choices:
        choices[0].set_value(year)
    app.run()


def _check(app: AppTest) -> None:
    if app.exception:
        raise RuntimeError(app.exception[0].message)


def main() -> None:
    """Measure reading in and the pages."""
    logging.disable(logging.WARNING)  # AppTest tells at every run that there is no browser
    with tempfile.TemporaryDirectory() as folder:
        os.environ["DATABASE_URL"] = measure_reading(Path(folder))
        measure_pages()


if __name__ == "__main__":
    main()
