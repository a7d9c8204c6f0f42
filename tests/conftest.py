"""What holds for every test."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, settings

from ui.shared import snapshot

# The same examples at every run, on whatever machine; raise `max_examples` to look further.
settings.register_profile(
    "same every time",
    derandomize=True,
    deadline=None,
    database=None,
    suppress_health_check=[HealthCheck.too_slow],
)
settings.load_profile("same every time")


@pytest.fixture(autouse=True)
def _changes_are_seen_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """A visitor of a busy test machine waits for what another changed, however long it takes."""
    monkeypatch.setattr(snapshot, "PATIENCE", 60)
