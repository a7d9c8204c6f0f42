"""The house style of documents: two colours and a logo."""

from __future__ import annotations

import streamlit as st

from data.storing.dossiers import set_house_style
from data.users import CONFIGURE
from data.values.meeting import HouseStyle
from texts import Text
from texts import translate as _
from ui.meeting import meeting_data
from ui.shared import loaders, visitor
from ui.shared.notices import attempt, refuse, show_notice

_STYLE, _MOST_BYTES = "house_style", 500_000
_BEGINS = (b"\x89PNG", b"\xff\xd8\xff")


def show_style() -> None:
    """The colours and the logo as they are, and a form to change them."""
    if not visitor.current_user().may(CONFIGURE):
        return
    show_notice(_STYLE)
    with st.expander(_("House style")):
        _show_form(meeting_data.house_style())


def _show_form(now: HouseStyle) -> None:
    with st.form("style_form", border=False):
        with st.container(horizontal=True):
            st.color_picker(_("Colour of headings"), now.first, key="style_first")
            st.color_picker(_("Second colour"), now.second, key="style_second")
        st.file_uploader(
            _("Logo (PNG or JPEG, at most 500 kB)"), type=["png", "jpg", "jpeg"], key="style_logo"
        )
        st.checkbox(_("Without a logo"), value=False, key="style_no_logo")
        st.form_submit_button(_("Save the house style"), on_click=_save, args=(now,))
    if now.logo:
        st.image(now.logo, width=160, alt=_("The logo that documents carry"))


def _save(now: HouseStyle) -> None:
    state = st.session_state
    uploaded = state.get("style_logo")
    logo = now.logo
    if uploaded is not None:
        logo = uploaded.getvalue()
        if len(logo) > _MOST_BYTES or not logo.startswith(_BEGINS):
            refuse(Text("This is no PNG or JPEG of at most 500 kB. Choose another."), at=_STYLE)
            return
    if state["style_no_logo"]:
        logo = None
    style = HouseStyle(state["style_first"], state["style_second"], logo)
    attempt(
        lambda: set_house_style(loaders.store(), visitor.current_user(), style),
        Text("The house style is saved."),
        at=_STYLE,
    )
