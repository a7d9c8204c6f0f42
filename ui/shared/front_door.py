"""What stands there for who is not signed in, or has no role."""

from __future__ import annotations

import streamlit as st

from data.users import NOBODY
from texts import translate as _
from ui.shared import visitor
from ui.shared.safe import escape_markdown
from ui.shared.statement_links import links
from ui.web import sign_in

TOOL = "Verbredingsmonitor"
REFUSED = "aanmelden"  # in the address, when the provider let somebody in and we did not


def let_in() -> bool:
    """Whether the visitor may come in; if not, say what to do."""
    try:
        user = visitor.real_user()
    except visitor.NotSignedInError:
        _ask_to_sign_in()
        return False
    if user.role == NOBODY:
        st.title(_("You have no role yet"), anchor=False)
        told = _("You are signed in as {name}. Ask who looks after this tool for a role.")
        st.markdown(escape_markdown(told.format(name=user.name)))
        sign_out_button()
        return False
    return True


def sign_out_button() -> None:
    """Sign out, here and at the provider."""
    if sign_in.is_configured():
        st.button(_("Sign out"), on_click=st.logout, key="sign_out", type="tertiary")


def _ask_to_sign_in() -> None:
    st.title(TOOL, anchor=False)
    _say_how()
    st.caption(links())


def _say_how() -> None:
    if REFUSED in st.query_params:
        st.warning(
            _("You may not come in with this account. Ask who looks after this tool for a role.")
        )
    if not sign_in.is_configured():  # a proxy signs people in
        st.info(_("Nobody is signed in. Open this tool by its own address, and sign in there."))
        return
    st.markdown(_("Sign in with your account of the municipality."))
    st.button(_("Sign in"), on_click=st.login, key="sign_in", type="primary")
