"""A public Iv3 file that others made; it stands beside the repository where it is developed."""

from __future__ import annotations

import csv
from decimal import Decimal
from io import StringIO

import pytest

from data.intake.preview import preview_file
from data.settings import Settings
from data.storing.store import Store
from tests.data.reading.builders import REAL_FILES

FILE = REAL_FILES / "nl-iv3-begroting-2024-eerste-2000.csv"

pytestmark = pytest.mark.skipif(not FILE.exists(), reason="no real file beside the repository")


def test_public_file_is_read_to_the_cent(store: Store) -> None:
    content = FILE.read_bytes()
    lines = list(csv.DictReader(StringIO(content.decode("utf-8-sig")), delimiter=";"))
    net = sum(Decimal(line["Lasten"] or 0) - Decimal(line["Baten"] or 0) for line in lines) * 1000
    (sheet,) = preview_file(content, FILE.name, store=store, settings=Settings()).sheets
    assert sheet.finance is not None
    assert (sheet.rows, sheet.accepted, sheet.unit) == (len(lines), len(lines), 1_000)
    assert Decimal(str(sheet.sums["amount"])) == net.quantize(Decimal("0.01"))
    assert sheet.records["year"].unique().tolist() == [2024]
    assert sheet.records["kind"].unique().tolist() == ["budget"]
    assert sheet.records["task_field"].eq("0.10").sum() == sum(
        line["Taakveld"].startswith("0.10 ") for line in lines
    )
    assert not sheet.records["concerns"].any()
