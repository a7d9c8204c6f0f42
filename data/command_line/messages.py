"""What can stand in the way of opening a file, in sentences with a code."""

from __future__ import annotations

from texts import sentence

FILE_NOT_OPENED = sentence(
    "file_not_opened",
    "“{file}” cannot be opened: copy it to your own computer and try again.",
)
FILE_NOT_THERE = sentence(
    "file_not_there",
    "“{file}” does not exist: check the name and the folder.",
)
FILE_MADE_US_FAIL = sentence(
    "file_made_us_fail",
    "“{file}” could not be read because of a mistake in the program, and nothing of it is "
    "stored: tell the maintainer number {number} of the log.",
)
COMMAND_FAILED = sentence(
    "command_failed",
    "This did not succeed, by a mistake in the program: tell the maintainer number {number} of "
    "the log.",
)
FILE_IS_FOLDER = sentence("file_is_folder", "“{file}” is a folder: name the files that are in it.")
FILE_ACCESS_DENIED = sentence(
    "file_access_denied",
    "“{file}” may not be read: ask for access, or close it in Excel.",
)
