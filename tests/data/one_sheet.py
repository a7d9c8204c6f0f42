"""One sheet that is all there is, read step by step."""

from __future__ import annotations

from typing import Any

from data.cleaning.corrected_cells import cells_within, with_mended_cells
from data.cleaning.name_matching import KnownNames
from data.intake.read_table import Context, names_heard, read_rows, recognise, settle
from data.settings import Settings
from data.values.corrections import AS_RECOGNISED, SheetCorrections
from data.values.grid import Sheet
from data.values.results import SheetResult


def read_sheet(
    sheet: Sheet,
    *,
    known: KnownNames,
    settings: Settings,
    corrections: SheetCorrections = AS_RECOGNISED,
    **about_file: Any,
) -> SheetResult:
    """What one sheet yields; `about_file` are the other fields of `Context`."""
    context = Context(settings, **about_file)
    mended = with_mended_cells(sheet, cells_within(sheet, corrections.cells))
    found = recognise(mended, context.hints(names_heard(known), corrections))
    rows = read_rows(found, context, corrections)
    return settle(rows, known, sheet) if rows else SheetResult(sheet.name, hidden=sheet.hidden)
