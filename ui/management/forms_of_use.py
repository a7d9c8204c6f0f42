"""The forms that use can have."""

from __future__ import annotations

import streamlit as st

from data.errors import NotDoneError
from data.storing import organisation
from data.storing.names import load_forms
from texts import translate as _
from ui.shared import loaders, visitor
from ui.shared.drafts import draft
from ui.shared.editors import save_button, saved
from ui.shared.safe import escape_markdown


def show_forms() -> None:
    """The list of forms, one on each line, in the order in which lists show them."""
    with loaders.store().reading() as connection:
        forms = load_forms(connection)
    text = st.text_area(
        _("Forms, one on each line"),
        key=draft("forms").field("lines", "\n".join(forms)),
        height="content",
        help=_("A form that records have cannot be removed."),
    )
    wanted = [line.strip() for line in text.splitlines() if line.strip()]
    if save_button("forms", changed=tuple(wanted) != forms):
        try:
            organisation.set_forms(loaders.store(), visitor.current_user(), wanted)
        except NotDoneError as error:
            st.warning(escape_markdown(error.message))
        else:
            saved("forms")
