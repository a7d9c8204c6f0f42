"""How much address space this process has by now: a limit for a file comes on top of it."""

from __future__ import annotations

import os
from pathlib import Path


def reserved_bytes() -> int:
    """How much address space the libraries take before there is a file."""
    try:
        pages = int(Path("/proc/self/statm").read_text().split()[0])
    except (OSError, ValueError, IndexError):  # no Linux; there this limit means little
        return 1024**3
    return pages * os.sysconf("SC_PAGE_SIZE")
