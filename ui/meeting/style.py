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
from ui.shared.drafts import Draft, draft
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
    one = draft(_STYLE)
    with st.container(horizontal=True):
        st.color_picker(_("Colour of headings"), key=one.field("first", now.first))
        st.color_picker(_("Second colour"), key=one.field("second", now.second))
    st.file_uploader(
        _("Logo (PNG or JPEG, at most 500 kB)"), type=["png", "jpg", "jpeg"], key=one.key("logo")
    )
    st.checkbox(_("Without a logo"), key=one.field("no_logo", stored=False))
    st.button(_("Save the house style"), key=one.key("save"), on_click=_save, args=(one, now))
    if now.logo:
        st.image(now.logo, width=160, alt=_("The logo that documents carry"))


def _save(one: Draft, now: HouseStyle) -> None:
    uploaded = st.session_state.get(one.key("logo"))
    logo = now.logo
    if uploaded is not None:
        logo = uploaded.getvalue()
        if len(logo) > _MOST_BYTES or not logo.startswith(_BEGINS):
            refuse(Text("This is no PNG or JPEG of at most 500 kB. Choose another."), at=_STYLE)
            return
    if one.said("no_logo"):
        logo = None
    style = HouseStyle(one.said("first"), one.said("second"), logo)
    if attempt(
        lambda: set_house_style(loaders.store(), visitor.current_user(), style),
        Text("The house style is saved."),
        at=_STYLE,
    ):
        one.finish()
