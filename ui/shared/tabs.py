"""Parts of a page under tabs: only what is looked at is made, and the address knows which."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import streamlit as st

Part = tuple[str, Callable[[], None]]  # what the tab says, and what it shows
only_open = True  # a test that looks at a whole page makes every tab


def show_tabs(key: str, parts: Sequence[Part]) -> None:
    """A tab for each part; `key` is its name in the address."""
    tabs = st.tabs([label for label, _show in parts], key=key, bind="query-params")
    for tab, (_label, show) in zip(tabs, parts, strict=True):
        if tab.open or not only_open:
            with tab:
                show()
