"""What a visitor says of one sheet: looked up, and followed at once."""

from __future__ import annotations

from data.values.corrections import AS_RECOGNISED, SheetCorrections
from data.values.results import SheetResult
from ui.reading_in import pending_files
from ui.reading_in.pending_files import Pending


def key_of(name: str, item: Pending, sheet: SheetResult) -> str:
    """The key of a widget about one sheet of one file."""
    return f"upload_{name}_{item.number}_{sheet.key}"


def said_of(number: int, sheet_key: str) -> SheetCorrections:
    """What was said of the sheet by now."""
    item = pending_files.find(number)
    return item.corrections.of(sheet_key) if item else AS_RECOGNISED


def correct(number: int, sheet_key: str, said: SheetCorrections) -> None:
    """Have the file read again with this."""
    item = pending_files.find(number)
    if item:
        pending_files.correct(number, item.corrections.with_sheet(sheet_key, said))
