"""Serving the real app on a free port, with a store of its own."""

from __future__ import annotations

import http.client
import os
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlencode

import pytest

ROOT = Path(__file__).parents[2]
START_SECONDS = 60


@dataclass(frozen=True)
class Site:
    """The app as it is served, and where its store stands."""

    origin: str
    store: Path

    def address(self, url_path: str = "", **query: str) -> str:
        """The address of a page, with query parameters."""
        return f"{self.origin}/{url_path}" + (f"?{urlencode(query)}" if query else "")


@contextmanager
def served(store: Path, *, port: int | None = None, **more: str) -> Iterator[Site]:
    """The app on a port of this machine, on this store, until the block ends.

    `more` stands in its environment.
    """
    port = port or free_port()
    command = [sys.executable, "-m", "streamlit", "run", "serve.py", "--server.port", str(port)]
    environment = {**os.environ, "DATABASE_URL": f"sqlite:///{store}", **more}
    log = store.with_suffix(".log")
    with log.open("wb") as output:
        server = subprocess.Popen(command, cwd=ROOT, env=environment, stdout=output, stderr=output)
        try:
            wait_until_healthy(port, server, log)
            yield Site(f"http://127.0.0.1:{port}", store)
        finally:
            server.terminate()
            server.wait(10)


def free_port() -> int:
    """A port of this machine that nobody listens at."""
    with closing(socket.socket()) as free:
        free.bind(("127.0.0.1", 0))
        return int(free.getsockname()[1])


def wait_until_healthy(port: int, server: subprocess.Popen[bytes], log: Path) -> None:
    """Until the app at a port answers; fails with what it said when it does not."""
    deadline = time.monotonic() + START_SECONDS
    while time.monotonic() < deadline and server.poll() is None:
        if _healthy(port):
            return
        time.sleep(0.1)
    pytest.fail(f"the app did not start:\n{log.read_text(errors='replace')}")


def _healthy(port: int) -> bool:
    with closing(http.client.HTTPConnection("127.0.0.1", port, timeout=2)) as connection:
        try:
            connection.request("GET", "/_stcore/health")
            return connection.getresponse().status == 200
        except OSError:
            return False
