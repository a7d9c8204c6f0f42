"""Previews made by hand, for tests of what happens after recognising and cleaning."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from typing import Any

import pandas as pd

from data import fields
from data.columns import BUDGET, ROW, USAGE
from data.values.found_table import Heading, Table
from data.values.results import Fault, FilePreview, NameMatches, RejectedRow, SheetResult
from data.values.results import rejected as rejected_rows
from tests.saying import told

JOS = "Jeugd, Onderwijs en Sport"
VASTGOED = "Vastgoed"
DUURZAAMHEID = "Duurzaamheid"
ARMOEDE = "Armoede"


def use(date: str, department: str, theme: str, **other: Any) -> dict[str, Any]:
    """One accepted row of use."""
    given = {"date": date, "date_precision": "day", "department": department, "theme": theme}
    return given | other


def usage_sheet(
    rows: Sequence[dict[str, Any]],
    *,
    name: str = "Blad1",
    headings: Sequence[Heading] = (Heading(0, "Datum", "date"),),
    rejected: Sequence[RejectedRow] = (),
    skipped: dict[str, int] | None = None,
    names: dict[str, NameMatches] | None = None,
    **other: Any,
) -> SheetResult:
    """A sheet of use; its records start in row 6."""
    return SheetResult(
        name,
        table=Table(USAGE, 5, tuple(headings)),
        rows=len(rows) + len(rejected) + sum((skipped or {}).values()),
        accepted=len(rows),
        rejected_rows=rejected_rows(rejected),
        skipped_reasons=skipped or {},
        records=_records(rows, fields.names(USAGE)),
        names=names or {},
        **other,
    )


def budget_sheet(rows: Sequence[dict[str, Any]], *, name: str = "Budget") -> SheetResult:
    """A sheet of budget lines; its records start in row 6."""
    table = Table(BUDGET, 5, (Heading(0, "Jaar", "year"),))
    records = _records(rows, fields.names(BUDGET))
    return SheetResult(name, table=table, rows=len(rows), accepted=len(rows), records=records)


def preview(
    *sheets: SheetResult, file: str = "gebruik 2018.xlsx", content: str = ""
) -> FilePreview:
    """A file with these sheets; other content gives another sha-256."""
    sha256 = hashlib.sha256((file + content).encode()).hexdigest()
    return FilePreview(file, sha256, size=1234, sheets=sheets)


def rich_preview() -> FilePreview:
    """A file with everything in it: use, money, a rejected row, a name and a heading learned."""
    fault = Fault(9, "Uren", "-3", told("{hours} is negative.", hours=-3.0))
    rows = [
        use("2019-03-04", VASTGOED, DUURZAAMHEID, form="advies", channel="direct", hours=7.5),
        use("2018-01-01", JOS, ARMOEDE, subject="100 % 'raar' \0é", participants=3, amount=12.34),
    ]
    usage = usage_sheet(
        rows,
        rejected=[RejectedRow(9, ("x\0", "é"), (fault,))],
        names={"department": NameMatches({"jos": JOS}, (), {"jos": JOS})},
        headings=[Heading(0, "Uurtjes", "hours", "similar")],
    )
    money = {"year": 2019, "date": "2019-02-03", "kind": "budget", "amount": 20762.0}
    return preview(usage, budget_sheet([money]))


def _records(rows: Sequence[dict[str, Any]], columns: Sequence[str]) -> pd.DataFrame:
    numbered = [{ROW: 6 + place} | dict(row) for place, row in enumerate(rows)]
    frame = pd.DataFrame(numbered, columns=[*columns, ROW])
    frame["date"] = pd.to_datetime(frame["date"])
    return frame
