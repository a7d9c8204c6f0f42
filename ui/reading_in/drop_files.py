"""The top of the page: what to do, the template, and the place to drop files."""

from __future__ import annotations

import streamlit as st

from data.columns import DEPARTMENT, THEME
from data.intake.file_processes import warm_up
from data.storing.names import load_forms
from texts import translate as _
from ui.reading_in import outcomes, pending_files
from ui.shared import loaders
from ui.shared.offering import offer
from ui.shared.uploader import drop_files


def receive_files() -> None:
    """Let the visitor drop files; they wait to be read.

    The uploader is a new one before the reading begins: what is dropped meanwhile falls in that.
    """
    warm_up()
    megabytes = loaders.settings().max_file_bytes // 1024**2
    label = _("Excel or CSV files with use or budget (at most {n} MB each)").format(n=megabytes)
    files = drop_files(
        label,
        key=pending_files.uploader_key(),
        help_text=_("xlsx, xlsm, xlsb, xls, ods, csv, tsv or txt. Nothing is stored yet."),
    )
    for file in files:
        outcomes.close_outcomes()
        pending_files.add(file.name, file.getvalue())
    if files:
        pending_files.start_new_round()
        st.rerun()


def show_steps() -> None:
    """Three steps, for who comes here first."""
    st.markdown(
        "1. "
        + _("**Drop your Excel file** in the box above, just as it came out of your system.")
        + "\n2. "
        + _("**Check** what was recognised. Nothing has been stored at that point.")
        + "\n3. "
        + _("**Store it.** The charts change at once, and you can always undo it.")
    )


def template_button() -> None:
    """The empty workbook to fill in, for who has no list yet."""
    departments = loaders.departments()[DEPARTMENT].astype(str).tolist()
    themes = loaders.themes()[THEME].astype(str).tolist()
    with loaders.store().reading() as connection:
        forms = load_forms(connection)

    def make() -> bytes:
        from reports.template import template_workbook

        return template_workbook(departments, themes, forms)

    label, name = _("Download the empty template"), _("template-use-platform31.xlsx")
    offer(label, make, name, key="upload_template", icon=":material/download:")
