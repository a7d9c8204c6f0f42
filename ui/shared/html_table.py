"""Tables of our own in the page: heads that stay in view, and places in them that can be clicked.

A place that bears `sends(...)` tells the server about a click: `page.js` puts what it says in a
field that nobody sees, which Streamlit reports as it does every field. Everything that comes from a
file goes through `text`.
"""

from __future__ import annotations

import html
from collections.abc import Callable
from functools import partial

import streamlit as st

from ui.shared.safe import one_line

_STAMP = "\t"  # behind it what makes two equal clicks differ


def text(value: object) -> str:
    """The value as it stands, for between tags or within an attribute."""
    return html.escape(one_line(value), quote=True)


def sends(to: str, value: object) -> str:
    """The attributes of a place that, clicked, hands `value` to the receiver `to`."""
    return f'data-to="{text(to)}" data-value="{text(value)}"'


def receiver(name: str, on_value: Callable[[str], None]) -> None:
    """Have `on_value` called with what is sent to `name`, before the page is made anew."""
    key = f"receiver_{name}"
    with st.container(key=f"hidden_{name}"):
        st.text_input(name, key=key, on_change=partial(_received, key, on_value))


def _received(key: str, on_value: Callable[[str], None]) -> None:
    value, stamp, _rest = st.session_state[key].partition(_STAMP)
    if stamp:
        on_value(value)
