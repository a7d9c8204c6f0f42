"""Inlezen: drop files, see what was recognised, store them; and take an upload back."""

from __future__ import annotations

import streamlit as st

from texts import translate as _
from ui.reading_in import earlier, memory, outcome, pending, receiving, waiting
from ui.shared import frame, loaders

frame.page("reading_in")

receiving.receive_files()
with st.container(horizontal=True, vertical_alignment="center"):
    st.markdown(_("No list yet? Send your departments the template."), width="content")
    receiving.template_button()

outcome.show_outcomes()
waiting.show_waiting_files()

if not pending.all_pending() and loaders.active_batches().empty:
    receiving.show_steps()

st.divider()
earlier.show_earlier_uploads()
with st.expander(_("What reading in has learned"), key="upload_memory", on_change="rerun") as part:
    if part.open:
        memory.show_memory()
