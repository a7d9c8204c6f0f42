"""A file as it was sent in: the file itself, or a workbook with rows of another file to mend."""

from __future__ import annotations

import hashlib

from data.mending.mark import find_mark, taken_apart
from data.reading.files import read_file
from data.settings import Settings
from data.values.opened_file import MendedSheet, OpenedFile


def open_file(content: bytes, file_name: str, settings: Settings) -> OpenedFile:
    """Every sheet of a file; raises `UnreadableFileError`."""
    sheets = read_file(content, file_name, settings)
    mark = find_mark(sheets)
    if mark is None:
        sha256 = hashlib.sha256(content).hexdigest()
        return OpenedFile(tuple(map(MendedSheet, sheets)), sha256, file_name)
    mended = tuple(taken_apart(sheets, mark))
    return OpenedFile(mended, mark.sha256, mark.file_name, True, mark.corrections)
