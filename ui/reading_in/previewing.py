"""A file that was read: what was recognised, before it is stored."""

from __future__ import annotations

from typing import Literal

import pandas as pd
import streamlit as st

from texts import translate as _
from ui.reading_in.pending import Pending
from ui.shared import formats, loaders
from ui.shared.safe import escape_markdown

_Width = Literal["stretch", "content"]


def show_reason_not_to_store(item: Pending) -> None:
    """Why a file cannot be stored, in one sentence; nothing when it can."""
    preview = item.preview
    if preview.error:
        st.error(escape_markdown(preview.error), icon=":material/error:")
    elif preview.stored_as is not None:
        st.info(escape_markdown(_stored_before(preview.stored_as)), icon=":material/info:")
    elif not item.tables:
        st.warning(_no_table(), icon=":material/warning:")
    elif not any(sheet.accepted or sheet.rejected for sheet in item.tables):
        st.info(_("Every row of this file is stored already."), icon=":material/info:")
    elif not item.storable:
        st.warning(
            _("No row can be stored as it is. See below what is wrong with the rows."),
            icon=":material/warning:",
        )


def _stored_before(batch_id: int) -> str:
    batches = loaders.batches()
    found = batches[batches["batch_id"] == batch_id]
    day = formats.date(local_time(found["created_at"]).iloc[0]) if len(found) else ""
    return _("This file was stored before, on {date}, as upload {number}.").format(
        date=day, number=batch_id
    )


def local_time(moments: pd.Series) -> pd.Series:
    """Moments in UTC as the clock in the Netherlands showed them."""
    aware = moments if moments.dt.tz is not None else moments.dt.tz_localize("UTC")
    return aware.dt.tz_convert("Europe/Amsterdam")


def _no_table() -> str:
    return _(
        "No table with use or budget was found in this file. Use needs columns for date, "
        "department and theme; a budget needs a year and an amount. The template has them ready."
    )


def show_wrapped(table: pd.DataFrame, *, alt: str, width: _Width = "stretch") -> None:
    """A small table whose texts wrap; what came from a file is shown as it stands."""
    escaped = table.map(escape_markdown)
    st.table(escaped, hide_index=True, border="horizontal", width=width, alt=alt)
