"""Before the first visitor comes, what every page needs is there."""

from __future__ import annotations

import gc
import sys
from collections.abc import Callable

import pytest

from data.storing import frames
from data.storing.store import Store
from tests.pages.conftest import keep_store  # noqa: F401 (a fixture)
from tests.pages.uses import ONE
from ui.shared import loaders
from ui.shared.warming import warm


def test_the_first_visitor_waits_for_no_loading(
    keep_store: Callable[..., Store],  # noqa: F811
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    frozen: list[int] = []
    monkeypatch.setattr(gc, "freeze", lambda: frozen.append(1))
    keep_store(ONE)
    warm()
    monkeypatch.setattr(frames, "load_usage", None)
    assert len(loaders.usage()) == 1
    assert "ui.budget.execution" in sys.modules
    assert frozen == [1]


def test_a_store_that_cannot_be_opened_does_not_stop_the_server(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(gc, "freeze", lambda: None)
    monkeypatch.setenv("DATABASE_URL", "sqlite:////proc/nowhere/store.sqlite3")
    warm()
