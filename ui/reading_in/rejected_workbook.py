"""The rejected rows that an upload left: as a workbook to mend and read in."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

import pandas as pd

from data.finance.concerning import ALL_OURS
from data.finance.messages import OVERVIEW_IS_OURS
from data.intake import rejected_rows
from data.storing import uploads
from data.storing.frames import load_rejected, load_sheet_reports
from data.storing.store import Store
from data.storing.versions import UPLOADS
from data.values.corrections import Corrections
from data.values.questions import COUNT
from data.values.results import RejectedRow, table_key
from reports.mendable import MendableSheet
from texts import translate as _
from ui.reading_in import mending
from ui.shared import loaders


def rejected_button(batch: Mapping[Any, Any], *, at: str = "list") -> None:
    """The rejected rows that an upload (a line of `load_batches`) left, made when asked for.

    `at` names the place on the page.
    """

    def make() -> bytes:
        from reports.rejected import mending_workbook

        sheets, said = rejected_sheets(batch["batch_id"])
        sha256 = batch["mends"] if pd.notna(batch["mends"]) else batch["sha256"]
        return mending_workbook(
            sheets,
            file_name=batch["file"],
            sha256=sha256,
            notes=_notes_on_rejected_rows(),
            corrections=said,
        )

    key = f"stored_{at}_{batch['batch_id']}"
    mending.download_button(_("Download the rejected rows"), make, _("rejected-rows.xlsx"), key)


def _notes_on_rejected_rows() -> Iterable[str]:
    return [
        _("These rows were not stored. The coloured cells are the ones that need mending."),
        _("Mend the cells here and read in this workbook: the rows are then added."),
        _(
            "The columns “Row in the file” and “What is wrong” were added. They are not read as "
            "data, but they must stay."
        ),
    ]


def has_rows_to_mend(batch_id: int) -> bool:
    """Whether an upload has a rejected row that nobody chose to leave out."""

    def load(store: Store) -> bool:
        return uploads.has_rows_to_mend(store, batch_id)

    return loaders.loaded(("rows to mend", batch_id), (UPLOADS,), load)


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
            how = rejected_rows.how_to_read(report["kind"], report["layout"], headings, rows, unit)
            ours = any(OVERVIEW_IS_OURS.says(remark) for remark in report["remarks"])
            said[key] = how.with_answer(ALL_OURS, COUNT) if ours else how
    return sheets, Corrections(said)


def _rows(lines: pd.DataFrame) -> Iterator[RejectedRow]:
    values = zip(lines["row"], lines["cells"], lines["faults"], strict=True)
    return (RejectedRow(int(row), cells, faults) for row, cells, faults in values)
