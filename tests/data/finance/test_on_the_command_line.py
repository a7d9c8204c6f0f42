"""Finance exports without a person to ask: the contract holds, and the rule is named."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from data.columns import SKIP_REASONS
from data.command_line.commands import main
from tests.data.finance.workbooks import EXPORTS, trial_balance


@pytest.mark.parametrize("build", EXPORTS, ids=lambda build: build.__name__)
def test_counts_add_up_and_every_line_is_exported(
    build: object, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    found = build()  # type: ignore[operator]
    path, store = tmp_path / found.file_name, f"sqlite:///{tmp_path}/store.db"
    path.write_bytes(found.content)
    assert main(["import", str(path), "--json", "--store", store]) == 0
    (sheet,) = json.loads(capsys.readouterr().out)["files"][0]["sheets"]
    assert sheet["kind"] == "budget"
    assert sheet["rows"] == sheet["accepted"] + sheet["rejected"] + sheet["skipped"]
    assert set(sheet["skipped_reasons"]) <= set(SKIP_REASONS)
    assert main(["export", "--kind", "budget", "--format", "json", "--store", store]) == 0
    lines = json.loads(capsys.readouterr().out)
    assert round(sum(line["amount"] for line in lines), 2) == sheet["sums"]["amount"]
    assert all(line["description"] is None for line in lines if "iv3" not in found.format
               and not line["concerns"])  # fmt: skip


def test_rule_and_check_are_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    found = trial_balance()
    path = tmp_path / found.file_name
    path.write_bytes(found.content)
    assert main(["import", str(path), "--dry-run", "--store", "sqlite://"]) == 0
    said = capsys.readouterr().out
    assert "Herkend als: saldibalans met debet en credit." in said
    assert "tot op de cent kloppen met de regels: 2 van 2" in said
    assert "over Platform31 gaan: 1 (werkelijk €\u00a020.762,00). Andere regels: 3" in said
