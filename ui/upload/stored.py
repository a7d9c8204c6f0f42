"""What the store keeps of an upload: what was recognised on each sheet, and what was rejected."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from data.columns import USAGE
from data.results import RejectedRow
from data.storing.frames import load_rejected, load_sheet_reports
from reports.rejected import MendableSheet
from ui import loaders
from ui.upload import words


def sheet_lines(batch_id: int) -> list[str]:
    """One line per sheet with a table, and one per name that was read as another."""
    lines = []
    for sheet in load_sheet_reports(loaders.store(), batch_id).to_dict("records"):
        lines += [_line(sheet), *_matched(sheet["matched_names"])]
    return lines


def rejected_sheets(batch_id: int) -> list[MendableSheet]:
    """The rejected rows of an upload, by sheet."""
    store = loaders.store()
    rejected = load_rejected(store, batch_id)
    reports = load_sheet_reports(store, batch_id)
    headings = dict(zip(reports["sheet"], reports["headings"], strict=True))
    sheets = []
    for name, rows in rejected.groupby("sheet", sort=False):
        found = tuple(
            RejectedRow(row, cells, faults)
            for row, cells, faults in zip(rows["row"], rows["cells"], rows["faults"], strict=True)
        )
        sheets.append(MendableSheet.kept(str(name), headings.get(name, []), found))
    return sheets


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
