"""A sheet that is not read says why, with the nearest miss."""

from __future__ import annotations

from typing import Any

import pytest

from data.cleaning.name_matching import KnownNames
from data.intake.read_tables import Reader
from data.settings import Settings
from data.values.grid import Sheet
from texts import use_language

MISSES: dict[str, tuple[list[list[Any]], str]] = {
    "no date": ([["Afdeling", "Thema", "Uren"], ["Vastgoed", "Wonen", 3]], "headings_lack"),
    "no theme": ([["Datum", "Afdeling", "Uren"], ["7-1-2019", "Vastgoed", 3]], "headings_lack"),
    "no theme, and no department": (
        [["Datum", "Gesprek", "Vorm", "Uren"], ["7-1-2019", "Hubs", "advies", 3]], "headings_lack",
    ),
    "no amount": ([["Jaar", "Omschrijving"], [2019, "Bijdrage"]], "headings_lack"),
    "no headings": ([["7-1-2019", "Vastgoed", "Wonen", 3]], "no_headings"),
    "headings of something else": (
        [["PersonId", "EffectiveDate", "CostCenter"], ["a1", "2019-01-06", 376], ["a2", None, 383]],
        "headings_unknown",
    ),
    "words alone": ([["Naam", "Rol"], ["Jansen", "lid"]], "no_headings"),
    "prose": ([["Toelichting bij de lijst"]], "no_headings"),
    "fields down": (
        [["Datum", "7-1-2019", "8-1-2019"], ["Afdeling", "Vastgoed", "Wijken"],
         ["Thema", "Wonen", "Zorg"], ["Uren", 3, 5]], "records_across",
    ),
    "years up to a moment": (
        [["Afdeling", "Thema", "t/m 2020", "t/m 2021"], ["Wijken", "Zorg", 1, 3],
         ["Vastgoed", "Zorg", 2, 2]], "columns_up_to_a_moment",
    ),
    "a title that says cumulative": (
        [["Gebruik cumulatief"], ["Afdeling", "Thema", "2020", "2021"], ["Wijken", "Zorg", 1, 3],
         ["Vastgoed", "Zorg", 2, 2]], "columns_up_to_a_moment",
    ),
    "nothing": ([[]], "sheet_is_empty"),
}  # fmt: skip


@pytest.mark.parametrize(("rows", "code"), MISSES.values(), ids=MISSES)
def test_why_a_sheet_is_not_read(rows: list[list[Any]], code: str) -> None:
    reader = Reader(known=KnownNames.empty(), settings=Settings())
    (result,) = reader.read([Sheet("Blad1", rows)])
    assert result.kind is None
    assert result.reason is not None
    assert result.reason.code == code


def test_a_list_with_hours_and_forms_is_no_budget_without_amounts() -> None:
    rows, _code = MISSES["no theme, and no department"]
    reader = Reader(known=KnownNames.empty(), settings=Settings())
    (result,) = reader.read([Sheet("Blad1", rows)])
    with use_language("nl"):
        assert "Datum gevonden, maar geen Afdeling en Thema" in str(result.reason)
