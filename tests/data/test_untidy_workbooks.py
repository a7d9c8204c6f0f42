"""The command line on untidy workbooks: kinds, headings, counts, sums and names as by hand."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from data.command_line.commands import main
from tests.data.untidy_crosstabs import CROSSTABS
from tests.data.untidy_exports import EXPORTS
from tests.data.untidy_grouped import GROUPED
from tests.data.untidy_layouts import LAYOUTS
from tests.data.untidy_several import SEVERAL
from tests.data.untidy_wide import WIDE
from tests.data.untidy_workbooks import CASES, Case, Expected


@pytest.fixture(
    params=(*CASES, *LAYOUTS, *EXPORTS, *CROSSTABS, *WIDE, *SEVERAL, *GROUPED),
    ids=lambda build: build.__name__,
)
def read(
    request: pytest.FixtureRequest, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> tuple[Case, dict[str, Any]]:
    build: Callable[[], Case] = request.param
    case = build()
    path = tmp_path / case.file_name
    path.write_bytes(case.content)
    assert main(["import", str(path), "--json", "--store", f"sqlite:///{tmp_path}/store.db"]) == 0
    return case, json.loads(capsys.readouterr().out)["files"][0]


def test_every_sheet_is_read_as_by_hand(
    read: tuple[Case, dict[str, Any]], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    case, file = read
    assert file["file"] == case.file_name
    assert file["error"] is None
    assert [sheet["sheet"] for sheet in file["sheets"]] == [e.sheet for e in case.sheets]
    for sheet, expected in zip(file["sheets"], case.sheets, strict=True):
        _check_counts(sheet, expected)
        _check_recognition(sheet, expected)
        _check_values(sheet, expected)
    if case.uses is not None:
        assert _stored_uses(capsys, tmp_path) == case.uses
    if case.lines is not None:
        assert _stored_lines(capsys, tmp_path) == case.lines


def _exported(capsys: pytest.CaptureFixture[str], folder: Path, kind: str) -> list[dict[str, Any]]:
    command = ["export", "--kind", kind, "--format", "json", "--store"]
    assert main([*command, f"sqlite:///{folder}/store.db"]) == 0
    return json.loads(capsys.readouterr().out)


def _stored_uses(
    capsys: pytest.CaptureFixture[str], folder: Path
) -> dict[tuple[str, str, str], int]:
    records = _exported(capsys, folder, "usage")
    return dict(Counter((r["department"], r["theme"], r["date"][:10]) for r in records))


def _stored_lines(
    capsys: pytest.CaptureFixture[str], folder: Path
) -> dict[tuple[int, str, str], float]:
    lines = _exported(capsys, folder, "budget")
    return {(x["year"], x["kind"], x["description"]): x["amount"] for x in lines}


def _check_counts(sheet: dict[str, Any], expected: Expected) -> None:
    got = {key: sheet[key] for key in ("kind", "rows", "accepted", "rejected", "skipped")}
    assert got == {
        "kind": expected.kind,
        "rows": expected.rows,
        "accepted": expected.accepted,
        "rejected": expected.rejected,
        "skipped": sum(expected.skipped.values()),
    }, sheet["errors"]
    assert sheet["skipped_reasons"] == expected.skipped
    assert sheet.get("hidden", False) == expected.hidden
    assert sheet.get("layout", "list") == expected.layout


def _check_recognition(sheet: dict[str, Any], expected: Expected) -> None:
    if expected.kind:
        assert sheet["header_row"] == expected.header_row
    if expected.columns is not None:
        assert sheet["columns"] == expected.columns
    if expected.ignored is not None:
        assert sheet["ignored_columns"] == expected.ignored
    if expected.departments is not None:
        assert sheet["new_names"]["department"] == expected.departments
    if expected.themes is not None:
        assert sheet["new_names"]["theme"] == expected.themes
    if expected.matched is not None:
        assert sheet["matched_names"]["department"] == expected.matched


def _check_values(sheet: dict[str, Any], expected: Expected) -> None:
    for measure in ("hours", "participants", "amount"):
        if (value := getattr(expected, measure)) is not None:
            assert sheet["sums"][measure] == pytest.approx(value), measure
    if expected.fault_cells is not None:
        found = [(fault["row"], fault["column"], fault["value"]) for fault in sheet["errors"]]
        assert found == expected.fault_cells
