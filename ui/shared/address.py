"""A choice that stands in the address under a name that no language changes.

Streamlit would put the words of a choice in the address, in the language of who looks; a link that
somebody else opens would then choose nothing.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TypeVar

import streamlit as st

T = TypeVar("T")


def follow_address(key: str, named: Mapping[str, T], default: T) -> T:
    """What is chosen under `key`: taken from the address when a link or going back changed it.

    `named` are the choices by the name that they have in the address.
    """
    asked = st.query_params.get(key, "")
    moved = st.session_state.get(f"{key}_in_address") != asked
    same = st.session_state.get(key) == st.session_state.get(f"{key}_shown")
    if st.session_state.get(key) not in named.values() or (moved and same):
        st.session_state[key] = named.get(asked, default)
    chosen: T = st.session_state[key]
    return chosen


def put_in_address(key: str, chosen: object, name: str) -> None:
    """Let the address say `name`; nothing when it is what is shown without a choice."""
    if st.query_params.get(key, "") != name:
        if name:
            st.query_params[key] = name
        else:
            del st.query_params[key]
    st.session_state[f"{key}_in_address"] = name
    st.session_state[f"{key}_shown"] = chosen
