"""The floor: a page of Streamlit with a choice and a line of text, that computes nothing."""

from __future__ import annotations

import streamlit as st

st.title("Bare")
st.selectbox("From", range(2018, 2023), index=4, key="van")
st.write("Nothing is computed here.")
