"""The data as the pages read them: one frame per kind, shared, and kept until the store changes.

Nobody may change a frame that comes from here; pandas copies on write, so deriving is safe.
"""

from __future__ import annotations

from collections.abc import Callable

import pandas as pd
import streamlit as st

from data.columns import USAGE
from data.storing import frames
from data.storing.store import Store, data_version, default_url, open_store


@st.cache_resource(show_spinner=False)
def _open(url: str) -> Store:
    return open_store(url)


@st.cache_resource(show_spinner=False, max_entries=16)
def _frame(name: str, url: str, version: int) -> pd.DataFrame:
    load: Callable[[Store], pd.DataFrame] = getattr(frames, f"load_{name}")
    return load(_open(url))


def store() -> Store:
    """The store in force, opened once."""
    return _open(default_url())


def version() -> int:
    """The version of the data: the key for whatever is computed from them."""
    return data_version(store())


def frame(name: str) -> pd.DataFrame:
    """What `data.storing.frames.load_<name>` gives, kept until the data change."""
    return _frame(name, default_url(), version())


def usage() -> pd.DataFrame:
    """Every record of use, whole history."""
    return frame("usage")


def budget() -> pd.DataFrame:
    """Every budget line."""
    return frame("budget")


def departments() -> pd.DataFrame:
    """The departments and their domain."""
    return frame("departments")


def themes() -> pd.DataFrame:
    """The themes with their pillar and task."""
    return frame("themes")


def relevance() -> pd.DataFrame:
    """Which department x theme combinations make sense."""
    return frame("relevance")


def reported() -> pd.DataFrame:
    """The department-years that some upload covers."""
    return frame("reported")


def actions() -> pd.DataFrame:
    """The cells that somebody works on, or decided about."""
    return frame("actions")


def proposals() -> pd.DataFrame:
    """What departments proposed about their list."""
    return frame("proposals")


def confirmations() -> pd.DataFrame:
    """The department-years whose list is confirmed."""
    return frame("confirmations")


def changes() -> pd.DataFrame:
    """Who changed what, newest first."""
    return frame("changes")


def batches() -> pd.DataFrame:
    """Every upload, undone ones too."""
    return frame("batches")


def active_batches() -> pd.DataFrame:
    """The uploads that were not undone."""
    every = batches()
    return every[every["undone_at"].isna()]


def usage_batches() -> pd.DataFrame:
    """The uploads that were not undone and hold use."""
    active = active_batches()
    return active[active["kind"].str.contains(USAGE)]
