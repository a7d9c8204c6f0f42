"""What the store keeps of an upload: what was recognised on each sheet, and what was rejected."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

import pandas as pd

from data.columns import USAGE
from data.intake.rejected_rows import how_to_read
from data.storing.frames import load_rejected, load_sheet_reports
from data.values.corrections import Corrections
from data.values.results import RejectedRow, table_key
from reports.rejected import MendableSheet
from ui.reading_in import words
from ui.shared import loaders


def sheet_lines(batch_id: int) -> list[str]:
    """One line per sheet with a table, and one per name that was read as another."""
    lines = []
    for sheet in load_sheet_reports(loaders.store(), batch_id).to_dict("records"):
        lines += [_line(sheet), *_matched(sheet["matched_names"])]
    return lines


def rejected_sheets(batch_id: int) -> tuple[list[MendableSheet], Corrections]:
    """The rejected rows of an upload, by table, and how they have to be read once they are mended.

    Rows that somebody left out are not among them: there is nothing to mend in those.
    """
    store = loaders.store()
    rejected = load_rejected(store, batch_id).groupby(["sheet", "table_number"])
    sheets, said = [], {}
    for report in load_sheet_reports(store, batch_id).to_dict("records"):
        place = (report["sheet"], report["table_number"])
        lines = rejected.get_group(place) if place in rejected.groups else None
        rows = [] if lines is None else [row for row in _rows(lines) if not row.left_out]
        if rows:
            key, headings = table_key(*place), report["headings"]
            sheets.append(MendableSheet.kept(key, headings, rows, report["origins"]))
            unit = int(report["unit"]) if pd.notna(report["unit"]) else None
            said[key] = how_to_read(report["kind"], report["layout"], headings, rows, unit)
    return sheets, Corrections(said)


def _rows(lines: pd.DataFrame) -> Iterator[RejectedRow]:
    values = zip(lines["row"], lines["cells"], lines["faults"], strict=True)
    return (RejectedRow(int(row), cells, faults) for row, cells, faults in values)


def _line(sheet: Mapping[Any, Any]) -> str:
    counts = words.equation(
        sheet["rows"],
        sheet["accepted"],
        sheet["rejected"],
        sheet["skipped_reasons"],
        sheet["layout"] or "",
    )
    name = words.sheet_name(sheet["sheet"], hidden=sheet["hidden"])
    sums = sheet["sums"] if sheet["kind"] == USAGE else {}
    return words.line_of(name, sheet["kind"], counts, sums)


def _matched(matched: dict[str, dict[str, str]]) -> list[str]:
    return [
        words.matched_sentence(spelling, name)
        for names in matched.values()
        for spelling, name in names.items()
    ]
