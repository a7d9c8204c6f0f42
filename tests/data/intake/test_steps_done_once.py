"""What is done once: counted in steps, since seconds differ from one machine to the next."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from dataclasses import replace
from functools import partial
from typing import Any

import pandas as pd
import pytest

from data.cells.cell import Cell
from data.cleaning.name_matching import KnownNames
from data.columns import DEPARTMENT
from data.intake import opening, read_table, read_tables
from data.intake.outcomes import Outcomes
from data.intake.preview import FileReading
from data.intake.read_tables import Reader
from data.settings import Settings
from data.storing.store import open_store
from data.values import candidates
from data.values.corrections import NO_CORRECTIONS, Corrections, SheetCorrections
from data.values.grid import Sheet
from data.values.results import SheetResult

LIST: list[list[Cell]] = [
    ["Datum", "Afdeling", "Thema", "Uren"],
    ["04-03-2019", "Sport", "Wonen", 2],
    ["05-03-2019", "Sport", "Wonen", 3],
    ["06-03-2019", "Sport", "Zorg", 4],
    ["07-03-2019", "Jeugd", "Zorg", "vier"],
]
SUMMARY: list[list[Cell]] = [
    ["Gebruik 2019", "", ""],
    ["Afdeling", "Wonen", "Zorg"],
    ["Sport", 2, 1],
]
BALANCE: list[list[Cell]] = [
    ["Proefbalans 2019", "", "", ""],
    ["Grootboekrekening", "Omschrijving", "Debet", "Credit"],
    ["4431", "Contributie Platform31", 20762, 0],
]
STEPS = {
    read_tables: ("find_finance_table", "tables_on", "read_rows", "settle"),
    read_table: ("find_finance_table", "find_layout"),
}


@pytest.fixture
def steps(monkeypatch: pytest.MonkeyPatch) -> Counter[str]:
    """How often each step is done."""
    done: Counter[str] = Counter()

    def counted(name: str, step: Callable[..., Any]) -> Callable[..., Any]:
        def do(*given: Any, **named: Any) -> Any:
            done[name] += 1
            return step(*given, **named)

        return do

    for module, names in STEPS.items():
        for name in names:
            monkeypatch.setattr(module, name, counted(name, getattr(module, name)))
    return done


def read(
    sheets: list[Sheet], said: Corrections = NO_CORRECTIONS, outcomes: Outcomes | None = None
) -> tuple[SheetResult, ...]:
    known = KnownNames(chosen=said.names)
    return Reader(known=known, settings=Settings(), corrections=said).read(sheets, outcomes)


def are_equal(one: SheetResult, other: SheetResult) -> bool:
    """Whether two results say the same, records included."""
    nothing = pd.DataFrame()
    same = replace(one, records=nothing) == replace(other, records=nothing)
    return same and one.records.equals(other.records)


def test_a_list_is_looked_for_once(steps: Counter[str]) -> None:
    (result,) = read([Sheet("Blad1", LIST)])
    assert (result.accepted, result.rejected) == (3, 1)
    assert steps == {
        "find_finance_table": 1, "tables_on": 1, "find_layout": 1, "read_rows": 1, "settle": 1,
    }  # fmt: skip


def test_a_finance_export_is_looked_for_once(steps: Counter[str]) -> None:
    (result,) = read([Sheet("Balans", BALANCE)])
    assert result.finance is not None
    assert steps == {"find_finance_table": 1, "read_rows": 1, "settle": 1}


@pytest.mark.parametrize("first", ["list", "summary"])
def test_a_file_with_a_summary_is_not_read_twice(steps: Counter[str], first: str) -> None:
    sheets = [Sheet("Lijst", LIST), Sheet("Overzicht", SUMMARY)]
    results = read(sheets if first == "list" else sheets[::-1])
    found = {result.sheet: result for result in results}
    assert (found["Overzicht"].kind, found["Lijst"].accepted) == (None, 3)
    assert list(found["Lijst"].names[DEPARTMENT].new) == ["Sport"]
    assert (steps["find_layout"], steps["read_rows"]) == (2, 2)
    # The names of a list below its summary are new without it: that is settled anew.
    assert steps["settle"] == (2 if first == "list" else 3)


def test_a_mended_cell_is_read_from_the_grid_and_leaves_other_sheets_alone(
    steps: Counter[str],
) -> None:
    other: list[list[Cell]] = [[*row[:3], 5] if row[3] != "Uren" else row for row in LIST[:4]]
    sheets, outcomes = [Sheet("Een", LIST), Sheet("Twee", other)], Outcomes()
    before = read(sheets, outcomes=outcomes)
    steps.clear()
    said = Corrections({"Een": SheetCorrections(cells={(5, 3): "4"})})
    after = read(sheets, said, outcomes)
    assert (before[0].rejected, after[0].rejected) == (1, 0)
    # One more name (Jeugd) is known to the second sheet, whose rows are the same.
    assert steps == {"find_finance_table": 1, "find_layout": 1, "read_rows": 1, "settle": 2}
    assert all(map(are_equal, after, read(sheets, said)))
    steps.clear()
    said = said.with_sheet("Twee", SheetCorrections(cells={(2, 3): "7"}))
    assert read(sheets, said, outcomes)[1].sums["hours"] == 17
    assert steps == {"find_finance_table": 1, "find_layout": 1, "read_rows": 1, "settle": 1}


def test_what_a_name_means_needs_no_row_to_be_read_again(steps: Counter[str]) -> None:
    sheets, outcomes = [Sheet("Een", LIST)], Outcomes()
    read(sheets, outcomes=outcomes)
    steps.clear()
    said = Corrections(names={DEPARTMENT: {"Sport": "Sport en Bewegen"}})
    (result,) = read(sheets, said, outcomes)
    assert set(result.records[DEPARTMENT]) == {"Sport en Bewegen"}
    assert steps == {"settle": 1}


def test_a_correction_starts_from_the_grid_and_reads_one_column(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    done: Counter[str] = Counter()

    def count(module: Any, name: str) -> None:
        step = getattr(module, name)

        def counted(*given: Any, **named: Any) -> Any:
            done[name] += 1
            return step(*given, **named)

        monkeypatch.setattr(module, name, counted)

    count(opening, "read_file")
    count(candidates, "parse_column")
    lines = ["Datum;Afdeling;Thema;Onderwerp;Deelnemers"]
    lines += [f"0{1 + i % 9}-03-2019;Sport;Wonen;Vraag {i};{i % 7}" for i in range(500)]
    store, reading = open_store("sqlite://"), FileReading("\n".join(lines).encode(), "g.csv")
    preview = partial(reading.preview, store=store, settings=Settings())
    first = preview()
    assert (first.sheets[0].accepted, done["read_file"]) == (500, 1)
    every_column = done["parse_column"]
    done.clear()
    (mended,) = preview(
        corrections=Corrections({"g": SheetCorrections(cells={(2, 4): "40"})})
    ).sheets
    assert mended.sums["participants"] == first.sheets[0].sums["participants"] + 40
    # The participants, and the hours that are not there; a date is not read again, nor a subject.
    assert done == {"parse_column": 2}
    assert every_column > 8
    done.clear()
    preview(corrections=Corrections(names={DEPARTMENT: {"Sport": "Sport en Bewegen"}}))
    assert done == {"parse_column": 2}  # the mended cell is no longer said
    preview(settings=Settings(max_rows=600))
    assert done["read_file"] == 1  # other limits: from the bytes once more
    store.close()
