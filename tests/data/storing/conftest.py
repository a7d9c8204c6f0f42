from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from data.intake.store_upload import store_preview
from data.storing.store import Store, open_store
from tests.data.storing.examples import (
    ARMOEDE,
    DUURZAAMHEID,
    JOS,
    VASTGOED,
    preview,
    usage_sheet,
    use,
)
from tests.users import NOOR


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    opened = open_store(f"sqlite:///{tmp_path / 'store.sqlite3'}")
    yield opened
    opened.close()


@pytest.fixture
def store_with_use(store: Store) -> Store:
    rows = [use("2023-05-05", JOS, ARMOEDE), use("2023-06-06", VASTGOED, DUURZAAMHEID)]
    store_preview(preview(usage_sheet(rows)), store=store, user=NOOR)
    return store
