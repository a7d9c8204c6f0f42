"""A column is added by declaring it: nothing else has to know of it."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).parents[3]


@pytest.fixture(scope="module")
def found(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    folder = tmp_path_factory.mktemp("made_up")
    run = subprocess.run(
        [sys.executable, "-m", "tests.data.fields.made_up_columns", str(folder)],
        cwd=ROOT, capture_output=True, text=True, check=False, timeout=120,
    )  # fmt: skip
    assert run.returncode == 0, run.stderr
    return json.loads(run.stdout)


def test_its_headings_are_recognised(found: dict[str, Any]) -> None:
    assert found["read_as"]["Stadium"] == "phase"
    assert found["read_as"]["Eigen kosten"] == "own_costs"


def test_what_breaks_its_rule_is_rejected_with_a_reason(found: dict[str, Any]) -> None:
    assert found["faults"] == [
        ["Eigen kosten", "2.000,00 is more than 1.000 euros."],
    ]


def test_what_it_can_do_without_is_left_empty_and_told(found: dict[str, Any]) -> None:
    assert found["remarks"] == [
        "“Stadium” telt als leeg in 1 rij: “in de koelkast”. "
        "“in de koelkast” kan hier niet. Kies een van: idea en done."
    ]


def test_it_is_stored_exported_and_added_up(found: dict[str, Any]) -> None:
    assert found["exported"] == [
        {"phase": "done", "own_costs": 12.5},
        {"phase": "idea", "own_costs": None},
        {"phase": None, "own_costs": None},
    ]
    assert found["in_frame"] == ["category", [12.5, 0.0, 0.0]]
    assert found["sums"]["own_costs"] == 12.5


def test_it_is_shown_and_filtered_on(found: dict[str, Any]) -> None:
    assert found["errors"] == []
    assert found["on_page"] == ["", "An idea", "Finished"]
    assert found["filtered"] == [12.5]


def test_it_stands_in_the_template(found: dict[str, Any]) -> None:
    assert found["template"][-1] == "Phase"
