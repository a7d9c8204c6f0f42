"""A file without the records that the store holds already, its counts still adding up."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Mapping
from dataclasses import replace

import numpy as np
import pandas as pd
from sqlalchemy import Connection

from data.cleaning.sheet import sums_of
from data.columns import BATCH_ID, DUPLICATE, KINDS, ROW
from data.preflight.overlap import already_stored
from data.preflight.same_rows import Codes
from data.preflight.stored import stored_records
from data.results import FilePreview, SheetResult


def leave_out_stored(
    preview: FilePreview, connection: Connection, *, besides: Collection[int] = ()
) -> tuple[FilePreview, dict[int, int]]:
    """The file without what is stored already, and per upload how many of its records that were.

    What the uploads `besides` hold does not count as stored: they are about to be replaced.
    """
    sheets = list(preview.sheets)
    left_out: Counter[int] = Counter()
    for kind in KINDS:
        places = [i for i, s in enumerate(sheets) if s.kind == kind and len(s.records)]
        if not places:
            continue
        stored = stored_records(connection, kind)
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
    accepted = _accepted(sheet, kept)
    duplicates = sheet.accepted - accepted
    if not duplicates and len(kept) == len(sheet.records):
        return sheet
    reasons: Mapping[str, int] = Counter(sheet.skipped_reasons) + Counter({DUPLICATE: duplicates})
    sums = sums_of(str(sheet.kind), kept) if sheet.sums else sheet.sums
    return replace(sheet, records=kept, accepted=accepted, skipped_reasons=reasons, sums=sums)


def _accepted(sheet: SheetResult, kept: pd.DataFrame) -> int:
    """How many accepted rows still have a record; a row of a budget may have several."""
    if sheet.accepted == len(sheet.records):
        return len(kept)
    return int(kept[ROW].nunique())
