"""A waiting file beside the store: computed once, and again when the file or the store changes."""

from __future__ import annotations

import weakref
from collections.abc import Callable
from functools import partial
from typing import Any, TypeVar

import pandas as pd
import streamlit as st

from analysis.structure import use_in
from data.columns import (
    AMOUNT,
    BATCH_ID,
    BUDGET,
    BUDGET_KIND,
    CONCERNS,
    DATE,
    DATE_PRECISION,
    DEPARTMENT,
    HOURS,
    KINDS,
    RECORD_ID,
    THEME,
    USAGE,
    YEAR,
)
from data.intake.overlap_choice import records_by_kind, repeated_rows
from data.overlap import KEEP
from data.overlap.comparing import Overlap, already_stored, differences, look_at
from data.storing.store import Store, default_url
from data.storing.stored_records import stored_records
from data.storing.versions import BUDGET as BUDGET_LINES
from data.storing.versions import NAMES, READ_BY_INTAKE, UPLOADS
from data.storing.versions import USAGE as USE
from texts import translate as _
from ui.reading_in.pending_files import OverlapChoice, Pending
from ui.shared import loaders

T = TypeVar("T")

_FRAMES = {USAGE: "usage", BUDGET: "budget"}
_COMPARED = {
    USAGE: [DATE, DATE_PRECISION, DEPARTMENT, THEME, HOURS, AMOUNT],
    BUDGET: [YEAR, BUDGET_KIND, AMOUNT, CONCERNS],
}
_COMPARED_WITHOUT_A_WORD = 20_000  # rows; with more it takes a second or so


def overlap_of(item: Pending) -> Overlap:
    """What the file has in common with the store."""
    return once(item, "overlap", lambda: look_at(records_by_kind(item.preview), _stored()))


def repeated_in(item: Pending) -> int:
    """How many rows of the file are the same as one before them."""
    return once(item, "repeated", lambda: repeated_rows(item.preview))


def differences_of(item: Pending, batch_id: int, first: int) -> dict[str, pd.DataFrame]:
    """Per kind what changed or is gone beside an earlier upload: of both the `first` records."""

    def compute() -> dict[str, pd.DataFrame]:
        new = records_by_kind(item.preview)
        found = {}
        for kind, records in _stored().items():
            upload = records[records[BATCH_ID] == batch_id]
            beside = new.get(kind, upload.iloc[:0])
            found[kind] = differences(beside, upload, kind, first=first)
        return {kind: frame for kind, frame in found.items() if len(frame)}

    return once(item, f"differences {batch_id} {first}", compute)


def figures_after(item: Pending, choice: OverlapChoice) -> dict[str, pd.DataFrame]:
    """Kind -> what counts once the file is stored by this choice, as far as it is compared.

    The departments of use are those of the structure in force, as everywhere. Large, so not kept.
    """
    found = {}
    for kind, records in records_by_kind(item.preview).items():
        counted = loaders.frame(_FRAMES[kind])
        counted = counted[~counted[BATCH_ID].isin(choice.replaces)]
        parts = [part[_COMPARED[kind]] for part in (counted, _added(kind, records, choice))]
        together = pd.concat(parts, ignore_index=True)
        found[kind] = together.assign(**{RECORD_ID: range(len(together))})
    if USAGE in found:
        found[USAGE] = use_in(
            found[USAGE],
            loaders.all_departments(),
            loaders.successions(),
            loaders.structure_in_force(),
        )
    return found


def _added(kind: str, records: pd.DataFrame, choice: OverlapChoice) -> pd.DataFrame:
    if choice.overlap == KEEP:
        return records
    stored = _stored()[kind]
    beside = stored[~stored[BATCH_ID].isin(choice.replaces)]
    return records[already_stored(records, beside, kind) == 0]


def once(item: Pending, what: str, compute: Callable[[], T]) -> T:
    """What `compute` gives, kept in the session as long as the file and the store stay the same."""
    key, state = f"upload_compared_{item.number}", (loaders.version(*READ_BY_INTAKE), default_url())
    kept: dict[str, Any] = st.session_state.get(key, {})
    if kept.get("state") != state or kept["preview"]() is not item.preview:
        # Only pointed at: what was read is let go of when the file no longer waits.
        kept = st.session_state[key] = {"state": state, "preview": weakref.ref(item.preview)}
    if what not in kept:
        rows = sum(len(sheet.records) for sheet in item.tables) + len(loaders.usage())
        if rows > _COMPARED_WITHOUT_A_WORD:
            with st.spinner(_("Comparing with what is stored…")):
                kept[what] = compute()
        else:
            kept[what] = compute()
    found: T = kept[what]
    return found


_STORED = (USE, BUDGET_LINES, UPLOADS, NAMES)


def _stored() -> dict[str, pd.DataFrame]:
    return {
        kind: loaders.loaded(("stored", kind), _STORED, partial(_stored_of, kind)) for kind in KINDS
    }


def _stored_of(kind: str, store: Store) -> pd.DataFrame:
    with store.reading() as connection:
        return stored_records(connection, kind)
