"""The floor: a page that shows figures and tables made before, and computes nothing."""

from __future__ import annotations

from typing import Any

import streamlit as st

Shown = tuple[str, Any, dict[str, Any]]  # function of streamlit, what it shows, its options
SHOWN: list[Shown] = []


def show() -> None:
    """Show what is ready, under a choice like the one on the real page."""
    st.selectbox("From", list(range(2018, 2023)), index=4, key="van")
    for number, (kind, value, options) in enumerate(SHOWN):
        kept = {name: option for name, option in options.items() if name != "on_select"}
        getattr(st, kind)(value, **{**kept, "key": f"shown_{number}"})
