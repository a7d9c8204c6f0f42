"""A page run alone, on a store of its own."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any

import pytest
import streamlit as st
from streamlit.testing.v1 import AppTest

from data.storing.store import Store, open_store
from tests.pages.stores import Use, make_store
from ui.shared.registry import page_of

Open = Callable[..., AppTest]


@pytest.fixture(autouse=True)
def _every_tab(monkeypatch: pytest.MonkeyPatch) -> None:
    """A page is looked at whole, whatever tab is open."""
    monkeypatch.setattr("ui.shared.tabs.only_open", False)


@pytest.fixture
def keep_store(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Callable[..., Store]]:
    """Make the store that the page reads: `keep_store(uses, sample=...)`."""
    opened: list[Store] = []

    def keep(uses: Sequence[Use], **options: Any) -> Store:
        opened.append(make_store(tmp_path, uses, **options))
        monkeypatch.setenv("DATABASE_URL", f"sqlite:///{tmp_path / 'store.sqlite3'}")
        return opened[-1]

    st.cache_resource.clear()
    yield keep
    for store in opened:
        store.close()
    st.cache_resource.clear()


@pytest.fixture
def open_page(keep_store: Callable[..., Store]) -> Open:
    """Run a page on a store with these uses: `open_page(key, uses, address={"van": "2018"})`."""

    def run(
        key: str, uses: Sequence[Use], *, address: dict[str, str] | None = None, **options: Any
    ) -> AppTest:
        keep_store(uses, **options)
        at = AppTest.from_file(str(page_of(key).path), default_timeout=30)
        for name, value in (address or {}).items():
            at.query_params[name] = value
        return at.run()

    return run


@pytest.fixture
def store(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Store]:
    url = f"sqlite:///{tmp_path / 'store.sqlite3'}"
    monkeypatch.setenv("DATABASE_URL", url)
    st.cache_resource.clear()
    opened = open_store(url)
    yield opened
    opened.close()
    st.cache_resource.clear()
