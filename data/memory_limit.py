"""How much memory a process has: a limit for a file comes on top of what it had before."""

from __future__ import annotations

import os
from pathlib import Path


def used_bytes(process: int | str = "self") -> int:
    """How much memory a process has in use; 0 where that is not told."""
    try:
        pages = int(Path(f"/proc/{process}/statm").read_text().split()[1])
    except (OSError, ValueError, IndexError):
        return 0
    return pages * os.sysconf("SC_PAGE_SIZE")


def reserved_bytes() -> int:
    """How much address space the libraries take before there is a file."""
    try:
        pages = int(Path("/proc/self/statm").read_text().split()[0])
    except (OSError, ValueError, IndexError):  # no Linux; there this limit means little
        return 1024**3
    return pages * os.sysconf("SC_PAGE_SIZE")
