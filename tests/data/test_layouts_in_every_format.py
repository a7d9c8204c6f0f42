"""Every layout in every kind of file: the same table, the same records."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from data.cleaning.name_matching import KnownNames
from data.intake.read_tables import Reader
from data.reading import read_file
from data.settings import Settings
from data.values.results import SheetResult
from tests.data.reading import builders
from tests.data.reading.builders import Page

Rows = list[list[Any]]

CROSSTAB: Rows = [
    ["Gebruik 2019", "", "", "", ""],
    ["", "Wonen", "", "Zorg", ""],
    ["Afdeling", "Q1", "Q2", "Q1", "Totaal"],
    ["Sport", 1.0, "", 2.0, 3.0],
    ["Jeugd", "", 4.0, "x", 4.0],
]
WIDE: Rows = [
    ["Bedragen x € 1.000", "", "", ""],
    ["Omschrijving", "Begroting 2019", "Realisatie 2019", "Begroting 2020"],
    ["Advies", 1.0, 2.0, ""],
    ["Onderzoek", "", 3.0, 4.0],
    ["Totaal", 1.0, 5.0, 4.0],
]
GROUPED: Rows = [
    ["Datum", "Thema", "Uren"],
    ["Sport", "", ""],
    ["8-1-2018", "Vitaal", 1.0],
    ["Zorg", "", ""],
    ["9-1-2018", "Wonen", 2.0],
    ["", "Wonen", 3.0],
]
SEVERAL: Rows = [
    ["", "", "", "Datum", "Afdeling", "Thema"],
    ["", "", "", "8-1-2018", "Sport", "Vitaal"],
    ["", "", "", "", "", ""],
    ["", "", "", "Jaar", "Omschrijving", "Begroot"],
    ["", "", "", 2019.0, "Bijdrage", 10.0],
]
Told = tuple[str | None, str, int, int, int, int, int, float, int]
# kind, layout, header row, rows, accepted, rejected, skipped, sum of hours and euros, records
CASES: dict[str, tuple[Rows, list[Told]]] = {
    "crosstab": (CROSSTAB, [("usage", "crosstab", 3, 6, 3, 1, 2, 0.0, 7)]),
    "wide": (WIDE, [("budget", "wide", 2, 3, 2, 0, 1, 10_000.0, 4)]),
    "grouped": (GROUPED, [("usage", "list", 1, 5, 2, 1, 2, 3.0, 2)]),
    "several": (
        SEVERAL,
        [("usage", "list", 1, 1, 1, 0, 0, 0.0, 1), ("budget", "list", 4, 1, 1, 0, 0, 10.0, 1)],
    ),
}


def csv(page: Page) -> bytes:
    """The page as a Dutch Excel saves it as .csv."""
    lines = (";".join(map(_as_text, row)) for row in page.rows)
    return "\r\n".join(lines).encode("cp1252")


def _as_text(cell: object) -> str:
    return f"{cell:g}".replace(".", ",") if isinstance(cell, float) else str(cell)


FORMATS: dict[str, Callable[[Page], bytes]] = {
    "xlsx": builders.xlsx, "xls": builders.xls, "ods": builders.ods, "csv": csv,
}  # fmt: skip


@pytest.mark.parametrize("ending", FORMATS)
@pytest.mark.parametrize("name", CASES)
def test_the_same_in_every_format(name: str, ending: str) -> None:
    rows, expected = CASES[name]
    settings = Settings()
    sheets = read_file(FORMATS[ending](Page(rows)), f"tabel.{ending}", settings)
    results = Reader(known=KnownNames.empty(), settings=settings).read(sheets)
    assert [_told(result) for result in results] == expected
    assert [result.table_number for result in results] == list(range(1, len(expected) + 1))
    assert len({result.key for result in results}) == len(expected)


def _told(result: SheetResult) -> Told:
    assert result.table
    total = float(result.sums["hours"]) + float(result.sums["amount"])
    return (
        result.kind, result.table.layout, result.table.header_row, result.rows, result.accepted,
        result.rejected, result.skipped, total, len(result.records),
    )  # fmt: skip
