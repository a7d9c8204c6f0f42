"""What the served process is told."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

from data.settings import ENVIRONMENT_PREFIX, Settings

ROOT = Path(__file__).parents[1]


def test_nobody_waits_for_a_walk_through_all_memory_after_a_click() -> None:
    asked = "from streamlit import config; print(config.get_option('runner.postScriptGC'))"
    told = subprocess.run(
        [sys.executable, "-c", asked], cwd=ROOT, capture_output=True, text=True, check=True
    )
    assert told.stdout.split() == ["False"]


def test_the_compose_file_and_the_proxy_speak_of_the_same_processes() -> None:
    compose = (ROOT / "deploy" / "compose.yaml").read_text("utf-8")
    proxy = (ROOT / "deploy" / "Caddyfile").read_text("utf-8")
    served = re.findall(r"^  (app\d+): \*app$", compose, re.MULTILINE)
    assert len(served) == 2
    assert re.findall(r"(app\d+):8501", proxy) == served
    assert "lb_policy cookie" in proxy


def test_the_settings_of_the_operator_exist() -> None:
    told = (ROOT / "docs" / "operating.md").read_text("utf-8")
    named = set(re.findall(ENVIRONMENT_PREFIX + r"([A-Z_]+)", told))
    assert named
    assert {name.lower() for name in named} <= set(Settings.__dataclass_fields__)
