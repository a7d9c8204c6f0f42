"""What a page costs whatever clock: its elements, and what a second visitor makes anew."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Iterator
from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

from analysis import promise
from tests.pages.conftest import Open
from tests.pages.uses import TYPICAL
from ui.shared import drill_down
from ui.shared.computed import Scope
from ui.shared.registry import PAGES, page_of

# Streamlit takes a quarter of a millisecond for each; what is folded is made once it is unfolded.
MOST = {
    "overview": 40, "themes": 60, "broadening": 50, "actions": 30, "department": 40, "budget": 60,
    "meeting": 95, "reading_in": 60, "management": 40, "explanation": 75,
}  # fmt: skip


@pytest.fixture(autouse=True)
def _only_open_tabs(_every_tab: None, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("ui.shared.tabs.only_open", True)


def _nodes(block: Any) -> Iterator[Any]:
    for child in block.children.values():
        yield child
        if hasattr(child, "children"):
            yield from _nodes(child)


@pytest.mark.parametrize("key", [page.key for page in PAGES])
def test_a_page_has_few_elements(key: str, open_page: Open) -> None:
    at = open_page(key, TYPICAL)
    assert not at.exception
    n = sum(1 for _ in _nodes(at._tree))
    assert n <= MOST[key]
    assert n > MOST[key] / 3, "the bound says nothing any more"


def _unfolded_themes() -> AppTest:
    at = AppTest.from_file(str(page_of("themes").path), default_timeout=30)
    at.session_state[drill_down.RECORDS] = True
    return at.run()


def test_who_comes_second_loads_no_records(
    open_page: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    open_page("themes", TYPICAL)
    _unfolded_themes()
    asked: list[Scope] = []
    records = Scope.records
    monkeypatch.setattr(Scope, "records", lambda scope: asked.append(scope) or records(scope))
    second = _unfolded_themes()
    assert not second.exception
    assert second.dataframe
    assert not asked


def test_another_period_makes_no_year_anew(
    open_page: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    made: list[int] = []
    map_then = promise.map_then
    monkeypatch.setattr(
        promise, "map_then", lambda known, year: (made.append(year), map_then(known, year))[1]
    )
    at = open_page("broadening", TYPICAL, address={"blad": "kansen"})
    assert not at.exception
    first = sorted(made)
    assert first
    at.selectbox(key="van").select_index(1).run()
    assert not at.exception
    assert sorted(made) == sorted(set(made))


def _links() -> None:
    import streamlit as st

    from ui.shared.registry import PAGES

    for page in PAGES:
        st.write(page.as_streamlit().title)


def test_the_menu_looks_up_no_files_once_it_is_known(monkeypatch: pytest.MonkeyPatch) -> None:
    at = AppTest.from_function(_links).run()
    asked: Counter[str] = Counter()
    lstat = os.lstat
    monkeypatch.setattr(
        os, "lstat", lambda path, **how: (asked.update([str(path)]), lstat(path, **how))[1]
    )
    at.run()
    assert len(at.markdown) == len(PAGES)
    assert not [path for path in asked if "/pages/" in path]
