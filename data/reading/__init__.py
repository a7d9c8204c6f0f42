"""From the bytes of a file to its sheets of cells."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from data.settings import Settings
    from data.values.grid import Sheet

__all__ = ["read_file"]


def read_file(content: bytes, file_name: str, settings: Settings) -> list[Sheet]:
    """Every sheet in a workbook or a delimited text; raises `UnreadableFileError`."""
    # The process that reads a workbook imports this package as well. It starts for every file, so
    # it must not pay for what only the reader's sentences need.
    from data.reading.files import read_file

    return read_file(content, file_name, settings)
