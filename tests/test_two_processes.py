"""Two processes that serve one PostgreSQL: each sees what the other changed, and survives it."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from benchmarks._serving import ROOT, Served, streamlit_served
from benchmarks._visitors import Visitor
from benchmarks.kill_while_storing import BEFORE_COMMIT, ROWS
from data.storing.frames import load_batches, load_usage
from data.storing.store import Store, open_store
from data.storing.versions import load_versions
from tests.pages.stores import add_uses
from tests.pages.uses import ONE
from tests.running import run_apart
from ui.shared.snapshot import Memory

MORE = [("2022-06-01", "Vastgoed", "Duurzaamheid")]


@pytest.fixture(scope="module")
def store(postgresql_url: str) -> Iterator[Store]:
    opened = open_store(postgresql_url)
    add_uses(opened, ONE)
    yield opened
    opened.close()


def _storing(url: str, *more: str) -> subprocess.Popen[str]:
    """Another process that stores a large upload."""
    command = [sys.executable, "-m", "benchmarks.kill_while_storing", "--child", url, *more]
    return subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True)


def _wait_for(child: subprocess.Popen[str], word: str) -> None:
    assert child.stdout
    assert word in (line.strip() for line in child.stdout)


def _shown(server: Served) -> str:
    """All texts of the overview, as a visitor gets them."""

    async def visit() -> str:
        visitor = await Visitor.arrive(server.port)
        try:
            await visitor.ask("", {"taal": "en"})
            return "\n".join(visitor.texts)
        finally:
            await visitor.leave()

    return run_apart(visit())


def _wait_until_shown(server: Served, text: str) -> None:
    """A second does on a quiet machine; on a busy one the new figures take longer to compute."""
    give_up = time.monotonic() + 30
    while text not in _shown(server):
        assert time.monotonic() < give_up
        time.sleep(0.5)


def test_what_one_process_changed_another_sees_at_the_next_look(
    postgresql_url: str, store: Store
) -> None:
    other = open_store(postgresql_url)  # with connections and a memory of its own
    memory = Memory(other)
    before = memory.newest()
    assert memory.newest() is before
    add_uses(store, MORE, file="meer.xlsx")
    began = time.monotonic()
    assert memory.newest().versions == load_versions(store) != before.versions
    assert time.monotonic() - began < 1
    other.close()


def test_a_process_that_is_killed_while_it_stores_leaves_nothing_behind(
    postgresql_url: str, store: Store
) -> None:
    before = len(load_usage(store))
    with _storing(postgresql_url, BEFORE_COMMIT) as child:
        _wait_for(child, BEFORE_COMMIT)
        child.kill()  # everything is written, nothing is committed
    assert len(load_usage(store)) == before
    with _storing(postgresql_url) as again:  # the visitor tries once more, by the other process
        assert again.wait(120) == 0
    with _storing(postgresql_url) as twice:  # and so does somebody else
        assert twice.wait(120) != 0
    assert len(load_usage(store)) == before + ROWS
    assert (load_batches(store)["file"] == "groot.xlsx").sum() == 1


def test_two_served_processes_show_the_same(
    postgresql_url: str, store: Store, tmp_path: Path
) -> None:
    there = {"DATABASE_URL": postgresql_url, "PYTHONPATH": "."}
    with streamlit_served("serve.py", there) as one, streamlit_served("serve.py", there) as two:
        before, after = (f"{len(load_batches(store)) + more} uploads" for more in (0, 1))
        assert all(before in _shown(server) for server in (one, two))
        add_uses(store, [("2022-07-01", "Vastgoed", "Woningmarkt")], file="nog.xlsx")
        for server in (one, two):
            _wait_until_shown(server, after)
        os.kill(one.process, 9)
        assert after in _shown(two)
