"""What a stopped process leaves of an upload is gone at the next start."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from data.reading import workbooks


def test_only_what_nobody_reads_any_more_is_removed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(workbooks, "gettempdir", lambda: str(tmp_path))
    gone = subprocess.Popen([sys.executable, "-c", ""])
    gone.wait()
    names = {
        "ended": f"{workbooks.FOLDERS}{gone.pid}-abc",
        "of the container before": f"{workbooks.FOLDERS}{os.getpid()}-abc",
        "reading now": f"{workbooks.FOLDERS}{os.getppid()}-abc",
        "of something else": f"{workbooks.FOLDERS}verslag-abc",
    }
    for name in names.values():
        (tmp_path / name).mkdir()
        (tmp_path / name / "workbook").write_bytes(b"vertrouwelijk")
    assert workbooks.sweep() == 2
    left = {path.name for path in tmp_path.iterdir()}
    assert left == {names["reading now"], names["of something else"]}
