"""The finance formats: each declared once, and treated alike by whoever reads one."""

from __future__ import annotations

import re
from pathlib import Path

from data.finance import formats

ROOT = Path(__file__).parents[3]


def test_every_format_has_a_key_of_its_own() -> None:
    declared = [*formats.FORMATS, formats.LEDGER]
    assert list(formats.BY_KEY) == [each.key for each in declared]


def test_nothing_else_knows_a_format_by_name() -> None:
    names = [name for name, value in vars(formats).items() if value in formats.FORMATS]
    imported = re.compile(rf"finance\.formats import [^\n]*\b({'|'.join(names)})\b")
    sources = [p for folder in ("data", "ui") for p in (ROOT / folder).rglob("*.py")]
    knowing = [p.name for p in sources if imported.search(p.read_text(encoding="utf-8"))]
    assert names
    assert knowing == []
