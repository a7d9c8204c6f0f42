from __future__ import annotations

from pathlib import Path

import pytest

from benchmarks.kill_while_storing import Remains, kill_once


@pytest.mark.parametrize("seconds", [None, 0.05, 0.3])
def test_a_killed_upload_is_whole_or_absent(tmp_path: Path, seconds: float | None) -> None:
    remains = kill_once(f"sqlite:///{tmp_path / 'store.sqlite3'}", seconds)
    assert remains.whole_or_absent, remains
    if seconds is None:  # killed before the commit
        assert remains == Remains(batches=0, records=0, departments=0, sound=True)
