"""The figures of Budget are made once for everybody who chooses the same."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from streamlit.testing.v1 import AppTest

from data import columns as c
from data.storing.store import Store
from reports.money import money
from tests.pages.conftest import keep_store  # noqa: F401 (a fixture)
from tests.pages.stores import add_budget
from tests.pages.uses import TYPICAL
from ui.shared.registry import page_of


def test_nothing_is_computed_when_the_page_is_shown_again(
    keep_store: Callable[..., Store],  # noqa: F811
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("ui.shared.tabs.only_open", False)
    computed: list[str] = []
    for module, name in ((money, "split_by_year"), (money, "cost_by_year")):
        compute = getattr(module, name)
        monkeypatch.setattr(
            module, name, lambda *a, f=compute, n=name: (computed.append(n), f(*a))[1]
        )
    store = keep_store(TYPICAL)
    add_budget(store, [(2022, c.ACTUAL, "Bijdrage Platform31", 20_000, "2022-02-01")])
    page = AppTest.from_file(str(page_of("budget").path), default_timeout=60).run()
    assert not page.exception
    assert sorted(computed) == ["cost_by_year", "split_by_year"]
    AppTest.from_file(str(page_of("budget").path), default_timeout=60).run()
    assert len(computed) == 2
