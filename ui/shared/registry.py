"""The pages of the app: menu, links and tests all go through this one list."""

from __future__ import annotations

from copy import copy
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import streamlit as st
from streamlit.navigation.page import StreamlitPage
from streamlit.runtime.scriptrunner import get_script_run_ctx

from data.users import ACT, CONFIGURE, LOOK, OVERSEE, READ_IN
from texts import Text

ROOT = Path(__file__).resolve().parents[2]


@dataclass(frozen=True)
class Page:
    """One page: its key, file, place in the address, title, menu icon and one-line description.

    `right` is what a visitor must be allowed to do to see it.
    """

    key: str
    file: str
    url_path: str
    title: Text
    icon: str
    description: Text
    right: str = LOOK

    @property
    def path(self) -> Path:
        """Where the file of the page stands, as an absolute path."""
        return ROOT / self.file

    def as_streamlit(self, *, in_menu: bool = True) -> StreamlitPage:
        """The page as the menu and the links want it, titled in the language in force."""
        if get_script_run_ctx(suppress_warning=True) is None:
            return _page_of_streamlit(self, str(self.title), in_menu)
        return copy(_kept_page(self.key, str(self.title), in_menu))


def _page_of_streamlit(page: Page, title: str, in_menu: bool) -> StreamlitPage:
    return st.Page(
        page.path,
        title=title,
        icon=page.icon,
        url_path=page.url_path,
        default=not page.url_path,
        visibility="visible" if in_menu else "hidden",
    )


@cache
def _kept_page(key: str, title: str, in_menu: bool) -> StreamlitPage:
    """Made once, since Streamlit looks up every folder of its path; handed out as a copy, in which
    Streamlit notes whether it was run."""
    return _page_of_streamlit(page_of(key), title, in_menu)


PAGES: tuple[Page, ...] = (
    Page(
        "overview",
        "pages/overview.py",
        "",
        Text("Overview"),
        ":material/home:",
        Text("Who uses Platform31, and where use can be broadened."),
    ),
    Page(
        "themes",
        "pages/themes.py",
        "themas",
        Text("Themes"),
        ":material/category:",
        Text("What Platform31 is used for, from theme to single record."),
    ),
    Page(
        "broadening",
        "pages/broadening.py",
        "verbreding",
        Text("Broadening"),
        ":material/grid_on:",
        Text("Which department uses which theme, and where the white spots are."),
    ),
    Page(
        "actions",
        "pages/actions.py",
        "acties",
        Text("Actions"),
        ":material/task_alt:",
        Text("From white spot to conversation, and whether it led to use."),
        ACT,
    ),
    Page(
        "department",
        "pages/department.py",
        "afdeling",
        Text("Department"),
        ":material/apartment:",
        Text("What one department uses, what else there is, and whether that is right."),
    ),
    Page(
        "budget",
        "pages/budget.py",
        "budget",
        Text("Budget"),
        ":material/euro:",
        Text("What Platform31 costs, whether the contribution adds up, and what use came to."),
        OVERSEE,
    ),
    Page(
        "meeting",
        "pages/meeting.py",
        "jaargesprek",
        Text("Yearly meeting"),
        ":material/groups:",
        Text("The dossier of the directors: from figures to agreements."),
        OVERSEE,
    ),
    Page(
        "reading_in",
        "pages/reading_in.py",
        "inlezen",
        Text("Read in"),
        ":material/upload_file:",
        Text("Put the use from your Excel files into this tool."),
        READ_IN,
    ),
    Page(
        "management",
        "pages/management.py",
        "beheer",
        Text("Manage"),
        ":material/settings:",
        Text("What departments, themes and settings are, and who changed what."),
        CONFIGURE,
    ),
    Page(
        "explanation",
        "pages/explanation.py",
        "uitleg",
        Text("Explanation"),
        ":material/help:",
        Text("What each figure means and where it comes from."),
    ),
)


def page_of(key: str) -> Page:
    """The page with this key; KeyError when there is none."""
    return {page.key: page for page in PAGES}[key]
