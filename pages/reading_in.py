"""Inlezen: drop files, see what was recognised, store them; and take an upload back."""

from __future__ import annotations

import streamlit as st

from texts import translate as _
from ui.reading_in import (
    background_work,
    drop_files,
    earlier_uploads,
    learned,
    outcomes,
    paste_box,
    pending_files,
    shown_outcomes,
    waiting_files,
)
from ui.shared import frame, loaders

frame.page("reading_in")

drop_files.receive_files()
paste_box.show_paste_box()
background_work.go_on_and_show()
if not pending_files.all_pending() and not outcomes.outcomes():
    with st.container(horizontal=True, vertical_alignment="center"):
        st.markdown(_("No list yet? Send your departments the template."), width="content")
        drop_files.template_button()

shown_outcomes.show_outcomes()
waiting_files.show_waiting_files()

if not pending_files.all_pending() and loaders.active_batches().empty:
    drop_files.show_steps()

st.divider()
earlier_uploads.show_earlier_uploads()
with st.expander(_("What reading in has learned"), key="upload_memory", on_change="rerun") as part:
    if part.open:
        learned.show_memory()
