"""The front door: menu, language and frame around the page that was asked for."""

from __future__ import annotations

import streamlit as st

from ui.shared import frame, front_door, notices, visitor
from ui.shared.registry import PAGES


def main() -> None:
    """Show the page that the address asks for, with what stands around every page."""
    frame.settle_language()
    frame.configure()
    if not front_door.let_in():
        st.navigation([st.Page(_nothing, title="Verbredingsmonitor")], position="hidden").run()
        return
    user = visitor.current_user()
    pages = [page.as_streamlit(in_menu=user.may(page.right)) for page in PAGES]
    page = st.navigation(pages, position="top")
    frame.switches()
    body = st.container()
    frame.footer()  # before the body, so that a page that stops early has it too
    with body:
        page.run()
        notices.show_rest()


def _nothing() -> None:
    """The page for who may see none."""


main()
