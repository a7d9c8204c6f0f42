"""A file without the records that the store holds already, its counts still adding up."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection
from dataclasses import replace

import numpy as np
import pandas as pd

from data.columns import (
    BATCH_ID,
    BUDGET_KIND,
    DATE,
    DATE_PRECISION,
    DEPARTMENT,
    DUPLICATE,
    KINDS,
    ROW,
    THEME,
)
from data.overlap.comparing import already_stored
from data.overlap.same_rows import Codes
from data.values.found_table import CROSSTAB
from data.values.results import FilePreview, SheetResult
from data.values.sums import sums_of

_CELL = (ROW, DEPARTMENT, THEME, DATE, DATE_PRECISION, BUDGET_KIND)  # what tells a cell from others


def leave_out_stored(
    preview: FilePreview,
    stored_of: Callable[[str], pd.DataFrame],
    *,
    besides: Collection[int] = (),
) -> tuple[FilePreview, dict[int, int]]:
    """The file without what is stored already, and per upload how many of its records that were.

    `stored_of` gives the stored records of a kind. What the uploads `besides` hold does not count
    as stored: they are about to be replaced.
    """
    sheets = list(preview.sheets)
    left_out: Counter[int] = Counter()
    for kind in KINDS:
        places = [i for i, s in enumerate(sheets) if s.kind == kind and len(s.records)]
        if not places:
            continue
        stored = stored_of(kind)
        stored = stored[~stored[BATCH_ID].isin(list(besides))]
        together = pd.concat([sheets[i].records for i in places], ignore_index=True)
        holders = already_stored(together, stored, kind)
        left_out.update(holders[holders > 0].tolist())
        ends = np.cumsum([len(sheets[i].records) for i in places])[:-1]
        for i, of_sheet in zip(places, np.split(holders, ends), strict=True):
            sheets[i] = _without(sheets[i], of_sheet)
    return replace(preview, sheets=tuple(sheets)), dict(left_out)


def _without(sheet: SheetResult, holders: Codes) -> SheetResult:
    """The sheet without the records that some upload holds."""
    kept = sheet.records[holders == 0].reset_index(drop=True)
    if len(kept) == len(sheet.records):
        return sheet
    duplicates = len(_units(sheet, sheet.records)) - len(_units(sheet, kept))
    return replace(
        sheet,
        records=kept,
        accepted=sheet.accepted - duplicates,
        skipped_reasons=Counter(sheet.skipped_reasons) + Counter({DUPLICATE: duplicates}),
        sums=sums_of(str(sheet.kind), kept) if sheet.sums else sheet.sums,
    )


def _units(sheet: SheetResult, records: pd.DataFrame) -> pd.DataFrame:
    """What of these records counts as accepted: each record, row, or cell of a crosstab once.

    A row of a budget may give several records, and so may a cell that says how many uses there
    were; both are left out only when all of their records are.
    """
    if sheet.table and sheet.table.layout == CROSSTAB:
        cell = [column for column in _CELL if column in records]
        return records[cell].drop_duplicates()
    return records if sheet.accepted == len(sheet.records) else records[[ROW]].drop_duplicates()
