"""A plain page of Streamlit with pandas: loaded once, computed at every click."""

from __future__ import annotations

import pandas as pd
import streamlit as st

from benchmarks import _plain


@st.cache_resource
def load() -> pd.DataFrame:
    """The records, once for everybody."""
    return _plain.load()


def main() -> None:
    """The choice and what follows from it."""
    first = st.selectbox("From", _plain.YEARS, index=len(_plain.YEARS) - 1, key="van")
    words, figures, tables = _plain.shown(load(), first)
    for text, column in zip(words, st.columns(len(words)), strict=True):
        column.metric("Figure", text)
    for figure in figures:
        st.plotly_chart(figure)
    for table in tables:
        st.dataframe(table)


main()
