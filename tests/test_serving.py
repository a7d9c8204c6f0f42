"""What the served process is told."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[1]


def test_nobody_waits_for_a_walk_through_all_memory_after_a_click() -> None:
    asked = "from streamlit import config; print(config.get_option('runner.postScriptGC'))"
    told = subprocess.run(
        [sys.executable, "-c", asked], cwd=ROOT, capture_output=True, text=True, check=True
    )
    assert told.stdout.split() == ["False"]
