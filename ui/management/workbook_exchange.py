"""All that is managed as one workbook: to take away, and to put back with a preview."""

from __future__ import annotations

import pandas as pd
import streamlit as st

from data.errors import NotDoneError
from data.management.managed import Difference, Managed, collect, differences, put
from data.management.workbook import LAYOUT, managed_in, rows_of
from data.reading import read_file
from data.storing.acts import SUBJECTS
from data.storing.versions import NAMES, RELEVANCE, SETTINGS, STRUCTURE
from data.values.unreadable import UnreadableFileError
from texts import ngettext
from texts import translate as _
from ui.management.log import value_in_words
from ui.shared import formats, loaders, visitor
from ui.shared.editors import saved
from ui.shared.notices import show_notice
from ui.shared.offering import offer
from ui.shared.safe import escape_markdown
from ui.shared.uploader import drop_files


def _version() -> int:
    return loaders.version(NAMES, RELEVANCE, STRUCTURE, SETTINGS)


def show_exchange() -> None:
    """Download, change in Excel, put back: what would change is shown first."""
    st.markdown(
        _(
            "Download everything of this page as one workbook, change it in Excel, and put it "
            "back here. What you leave out stays as it is."
        )
    )
    _download()
    for file in drop_files(_("The changed workbook"), key=f"management_{_version()}"):
        _preview(file.getvalue(), file.name, key=str(file.file_id))
    show_notice("save_exchange")


def _download() -> None:
    def make() -> bytes:
        return management_workbook(collect(loaders.store()))

    label, name = _("Download everything as Excel"), _("management.xlsx")
    offer(label, make, name, key="management_download", icon=":material/download:")


def management_workbook(managed: Managed) -> bytes:
    """The workbook of `data.management.workbook.LAYOUT`."""
    from reports.workbook import workbook_of

    frames = {
        sheet: pd.DataFrame(rows, columns=list(LAYOUT[sheet])).convert_dtypes()
        for sheet, rows in rows_of(managed).items()
    }
    return workbook_of(frames, title=_("Everything that is managed"))


def _preview(content: bytes, name: str, *, key: str) -> None:
    try:
        wanted = managed_in(read_file(content, name, loaders.settings()))
    except (UnreadableFileError, NotDoneError) as error:
        st.warning(escape_markdown(error.message))
        return
    found = differences(collect(loaders.store()), wanted)
    if not found:
        st.info(_("This workbook says what the tool says already."))
        return
    n = ngettext("{n} change", "{n} changes", len(found)).format(n=formats.number(len(found)))
    st.markdown(f"**{n}**")
    st.dataframe(differences_table(found), hide_index=True, alt=n)
    if st.button(_("Store these changes"), type="primary", key=f"management_store_{key}"):
        _put(wanted)


def differences_table(found: list[Difference]) -> pd.DataFrame:
    """What would change, with readers' headings."""
    return pd.DataFrame(
        {
            _("What"): [str(SUBJECTS[d.subject].label) for d in found],
            _("Name"): [d.name for d in found],
            _("Before"): [value_in_words(d.before) for d in found],
            _("After"): [value_in_words(d.after) for d in found],
        },
        dtype="str",
    )


def _put(wanted: Managed) -> None:
    try:
        put(loaders.store(), visitor.current_user(), wanted)
    except NotDoneError as error:
        st.warning(escape_markdown(error.message))
    else:
        saved("exchange")
