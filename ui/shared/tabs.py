"""Parts of a page under tabs or folded: only what is looked at is made."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager

import streamlit as st

from ui.shared.address import follow_address, put_in_address
from ui.shared.filters import PART
from ui.shared.html_table import text

# Its name in the address, what the tab says, what it shows.
Part = tuple[str, str, Callable[[], None]]
only_open = True  # a test that looks at a whole page makes every tab and unfolds every fold
_TABS = "tabs"


def show_tabs(parts: Sequence[Part]) -> None:
    """A tab for each part."""
    labels = {name: label for name, label, _show in parts}
    first = parts[0][0]
    chosen = follow_address(PART, {name: name for name in labels}, first)
    st.session_state[_TABS] = labels[chosen]
    tabs = st.tabs(list(labels.values()), key=_TABS, on_change=_opened, args=(labels,))
    put_in_address(PART, chosen, "" if chosen == first else chosen)
    for tab, (_name, label, show) in zip(tabs, parts, strict=True):
        if tab.open or not only_open:
            with tab:
                # The tab says it already; whoever goes from heading to heading hears it here.
                st.html(f'<h2 class="heard-only">{text(label)}</h2>')
                show()


@contextmanager
def fold(label: str, *, key: str, opened: bool = False, icon: str | None = None) -> Iterator[bool]:
    """A part that stands folded; whether what is in it must be made."""
    box = st.expander(label, expanded=opened, key=key, on_change="rerun", icon=icon)
    with box:
        yield box.open or not only_open


def unfold(key: str) -> None:
    """Open the fold with this key; for use in callbacks."""
    st.session_state[key] = True


def open_part(name: str) -> None:
    """Open the part of this name; for use in callbacks."""
    st.session_state[PART] = name


def _opened(labels: Mapping[str, str]) -> None:
    open_part(next(name for name, label in labels.items() if label == st.session_state[_TABS]))
