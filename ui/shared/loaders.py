"""The data as the pages read them: one frame per kind, shared, and kept until the store changes.

Nobody may change a frame that comes from here; pandas copies on write, so deriving is safe.
"""

from __future__ import annotations

from collections.abc import Callable
from contextvars import ContextVar

import pandas as pd
import streamlit as st

from analysis import structure
from data.columns import DEPARTMENT, USAGE
from data.settings import Settings, environment
from data.storing import frames
from data.storing.chosen_settings import load_settings
from data.storing.store import Store, data_version, default_url, open_store

_structure: ContextVar[int | None] = ContextVar("structure", default=None)


@st.cache_resource(show_spinner=False)
def _open(url: str) -> Store:
    return open_store(url)


@st.cache_resource(show_spinner=False, max_entries=32)
def _frame(name: str, url: str, version: int) -> pd.DataFrame:
    load: Callable[[Store], pd.DataFrame] = getattr(frames, f"load_{name}")
    return load(_open(url))


@st.cache_resource(show_spinner=False, max_entries=4)
def _settings(url: str, version: int, stated: str) -> Settings:
    return load_settings(_open(url))


def settings() -> Settings:
    """The settings in force."""
    return _settings(default_url(), version(), str(environment()))


def store() -> Store:
    """The store in force, opened once."""
    return _open(default_url())


def version() -> int:
    """The version of the data: the key for whatever is computed from them."""
    return data_version(store())


def frame(name: str) -> pd.DataFrame:
    """What `data.storing.frames.load_<name>` gives, kept until the data change."""
    return _frame(name, default_url(), version())


def use_structure(year: int | None) -> None:
    """Say in the structure of which year departments are shown to this visit; None is now."""
    _structure.set(year)


def structure_in_force() -> int | None:
    """The year that `use_structure` said."""
    return _structure.get()


@st.cache_resource(show_spinner=False, max_entries=16)
def _structured(name: str, url: str, version: int, year: int | None) -> pd.DataFrame:
    successions = _frame("successions", url, version)
    found = _frame(name, url, version)
    if name == "usage":
        every = _frame("all_departments", url, version)
        return structure.use_in(found, every, successions, year)
    if name == "reported":
        return structure.reported_in(found, successions, year)
    if name in ("actions", "confirmations", "proposals"):
        return structure.followed(found, successions, year)
    every = _frame(f"all_{name}", url, version)
    there = structure.existing(every, successions, year)
    return found[found.iloc[:, 0].isin(there.iloc[:, 0])].reset_index(drop=True)


def _in_structure(name: str) -> pd.DataFrame:
    return _structured(name, default_url(), version(), structure_in_force())


def department_now(name: str) -> str:
    """The one department that stands in the place of `name`; itself when there is none, or more."""
    line = pd.DataFrame({DEPARTMENT: [name]}, dtype="str")
    return str(structure.followed(line, successions(), structure_in_force())[DEPARTMENT].iloc[0])


def successions() -> pd.DataFrame:
    """Which department follows which, from what year on."""
    return frame("successions")


def all_departments() -> pd.DataFrame:
    """Every department that ever was, with what is known of it."""
    return frame("all_departments")


def all_themes() -> pd.DataFrame:
    """Every theme that ever was, with what is known of it."""
    return frame("all_themes")


def usage() -> pd.DataFrame:
    """Every record of use, whole history, by the departments of the structure in force."""
    return _in_structure("usage")


def budget() -> pd.DataFrame:
    """Every budget line."""
    return frame("budget")


def departments() -> pd.DataFrame:
    """The departments and their domain."""
    return _in_structure("departments")


def themes() -> pd.DataFrame:
    """The themes with their pillar and task."""
    return _in_structure("themes")


def relevance() -> pd.DataFrame:
    """Which department x theme combinations make sense."""
    return frame("relevance")


def reported() -> pd.DataFrame:
    """The department-years that some upload covers."""
    return _in_structure("reported")


def actions() -> pd.DataFrame:
    """The cells that somebody works on, or decided about."""
    return _in_structure("actions")


def proposals() -> pd.DataFrame:
    """What departments proposed about their list."""
    return _in_structure("proposals")


def confirmations() -> pd.DataFrame:
    """The department-years whose list is confirmed."""
    return _in_structure("confirmations")


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
