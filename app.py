"""The front door: menu, language and frame around the page that was asked for."""

from __future__ import annotations

import streamlit as st
from streamlit.navigation.page import StreamlitPage

from ui.shared import frame, front_door, notices, visitor
from ui.shared.registry import PAGES, Page


def main() -> None:
    """Show the page that the address asks for, with what stands around every page."""
    frame.settle_language()
    frame.configure()
    if not front_door.let_in():
        st.navigation([_closed(page) for page in PAGES], position="hidden").run()
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


def _closed(page: Page) -> StreamlitPage:
    """A page for who may see none: its address is known, as a link in a message may name it."""
    return st.Page(
        _nothing, title="Verbredingsmonitor", url_path=page.url_path, default=not page.url_path
    )


def _nothing() -> None:
    """The front door has said all there is to say."""


main()
