"""What holds for every test."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from hypothesis import HealthCheck, settings

from data.storing import migrating
from tests.made_tables import making_once
from tests.postgresql import serving_postgresql
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


@pytest.fixture(scope="session", autouse=True)
def _tables_are_made_once() -> Iterator[None]:
    """Empty stores get their tables quickly."""
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(migrating, "_upgrade", making_once(migrating._upgrade))
        yield


@pytest.fixture(scope="module")
def postgresql_url(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A PostgreSQL of its own for each file of tests."""
    with serving_postgresql(tmp_path_factory.mktemp("postgresql")) as url:
        yield url
