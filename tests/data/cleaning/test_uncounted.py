"""A list with a column of numbers that no row stands for."""

from __future__ import annotations

import pytest

from data.cleaning.name_matching import KnownNames
from data.settings import Settings
from data.values.grid import Sheet
from tests.data.one_sheet import read_sheet


def remarks(heading: str, *values: object) -> list[str]:
    rows = [["Jaar", "Afdeling", "Thema", heading]]
    rows += [[2019 + i, "Vastgoed", "Woningmarkt", value] for i, value in enumerate(values)]
    result = read_sheet(Sheet("Blad1", rows), known=KnownNames(), settings=Settings())
    assert result.accepted == len(values)
    return [str(remark) for remark in result.remarks]


@pytest.mark.parametrize("heading", ["Aantal", "aantal keer", "Aantal vragen"])
def test_a_number_of_uses_that_is_not_read_is_told(heading: str) -> None:
    (remark,) = remarks(heading, 1, 3)
    assert remark.startswith(f"“{heading}” wordt niet gelezen: elke rij telt als één keer gebruik.")


def test_each_number_of_uses_is_told() -> None:
    rows = [["Jaar", "Afdeling", "Thema", "Aantal", "Frequentie"]]
    rows += [[2019 + i, "Vastgoed", "Woningmarkt", i + 1, i + 2] for i in range(2)]
    result = read_sheet(Sheet("Blad1", rows), known=KnownNames(), settings=Settings())
    told = [remark.values["heading"] for remark in result.remarks]
    assert told == ["Aantal", "Frequentie"]


@pytest.mark.parametrize(
    ("heading", "values"),
    [("Aantal", (1, 1)), ("Aantal", ("", "veel")), ("Bijlagen", (4, 5)), ("Aantal uur", (4, 5))],
)
def test_nothing_is_told_of_other_columns(heading: str, values: tuple) -> None:
    assert not [text for text in remarks(heading, *values) if "niet gelezen" in text]
