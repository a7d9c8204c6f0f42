"""What holds for every test."""

from __future__ import annotations

import pytest

from ui.shared import snapshot


@pytest.fixture(autouse=True)
def _changes_are_seen_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """A visitor of a busy test machine waits for what another changed, however long it takes."""
    monkeypatch.setattr(snapshot, "PATIENCE", 60)
