"""What can go wrong with a file on its way through the steps, in sentences with a code."""

from __future__ import annotations

from texts import sentence

FILE_NOT_READ = sentence(
    "file_not_read",
    "This file could not be read. Open it in Excel, save it as .xlsx and try once more.",
)
