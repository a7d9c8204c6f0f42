"""Pages served on a free port of this machine, and what their process uses."""

from __future__ import annotations

import http.client
import os
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parents[1]
HOST = "127.0.0.1"
START_SECONDS = 90
_STREAMLIT = ("-m", "streamlit", "run")
_TICKS = os.sysconf("SC_CLK_TCK")
_MB = 1024**2


@dataclass(frozen=True)
class Served:
    """A server that runs: its port and its process."""

    port: int
    process: int

    def cpu_seconds(self) -> float:
        """The time that the process worked since it started; Linux only."""
        fields = Path(f"/proc/{self.process}/stat").read_text().rpartition(")")[2].split()
        return (int(fields[11]) + int(fields[12])) / _TICKS

    def memory_mb(self) -> float:
        """What the process holds in memory now; Linux only."""
        pages = int(Path(f"/proc/{self.process}/statm").read_text().split()[1])
        return pages * os.sysconf("SC_PAGE_SIZE") / _MB


@contextmanager
def streamlit_served(
    script: str, environment: Mapping[str, str] | None = None, options: Sequence[str] = ()
) -> Iterator[Served]:
    """A script that `streamlit run` serves, with the settings of this project."""
    port = free_port()
    command = [*_STREAMLIT, script, "--server.port", str(port), *options]
    with served(command, port, "/_stcore/health", environment or {}) as site:
        yield site


@contextmanager
def module_served(module: str, environment: Mapping[str, str]) -> Iterator[Served]:
    """A module that serves on the port that it gets as its argument."""
    port = free_port()
    with served(["-m", module, str(port)], port, "/", environment) as site:
        yield site


@contextmanager
def served(
    command: Sequence[str], port: int, health: str, environment: Mapping[str, str]
) -> Iterator[Served]:
    """What this command of Python serves, until the block ends."""
    with tempfile.TemporaryFile() as output:
        process = subprocess.Popen(
            [sys.executable, *command],
            cwd=ROOT,
            env={**os.environ, **environment},
            stdout=output,
            stderr=output,
        )
        try:
            _wait_until_healthy(port, health, process)
            yield Served(port, process.pid)
        except BaseException:
            output.seek(0)
            sys.stderr.write(output.read().decode(errors="replace")[-4000:])
            raise
        finally:
            process.terminate()
            try:
                process.wait(10)
            except subprocess.TimeoutExpired:
                process.kill()
                process.wait()


def free_port() -> int:
    """A port of this machine that nobody uses."""
    with closing(socket.socket()) as free:
        free.bind((HOST, 0))
        return int(free.getsockname()[1])


def _wait_until_healthy(port: int, path: str, process: subprocess.Popen[bytes]) -> None:
    deadline = time.monotonic() + START_SECONDS
    while time.monotonic() < deadline and process.poll() is None:
        if _healthy(port, path):
            return
        time.sleep(0.1)
    raise RuntimeError("the server did not start")


def _healthy(port: int, path: str) -> bool:
    with closing(http.client.HTTPConnection(HOST, port, timeout=2)) as connection:
        try:
            connection.request("GET", path)
            return connection.getresponse().status == 200
        except OSError:
            return False
