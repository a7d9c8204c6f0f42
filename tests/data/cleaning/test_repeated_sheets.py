"""The same uses on two sheets, each time with something changed; and sheets that only resemble."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from typing import Any

import pytest

from data.cleaning.name_matching import KnownNames
from data.intake.read_tables import Reader
from data.settings import Settings
from data.values.grid import Sheet
from data.values.results import SheetResult

Row = list[Any]

HEADINGS = ["Datum", "Afdeling", "Thema", "Onderwerp", "Uren"]
ROWS = [
    [dt.date(2021, 1, 14), "Vastgoed", "Wonen", "Erfpacht", 2.25],
    [dt.date(2021, 2, 18), "Jeugd", "Armoede", "Schulden", 3.5],
    [dt.date(2021, 3, 22), "Vastgoed", "Mobiliteit", "Parkeren", 1.5],
    [dt.date(2021, 4, 27), "Omgeving", "Wonen", "Hoogbouw", 4.0],
    [dt.date(2021, 5, 11), "Jeugd", "Wonen", "Jongeren", 2.75],
]
CODES = {
    "Vastgoed": "VG", "Jeugd": "JGD", "Omgeving": "RO",
    "Wonen": "Housing", "Armoede": "Poverty", "Mobiliteit": "Transport",
}  # fmt: skip


def read(**sheets: list[Row]) -> tuple[SheetResult, ...]:
    found = [Sheet(name, [HEADINGS, *rows]) for name, rows in sheets.items()]
    return Reader(KnownNames.empty(), Settings()).read(found)


def asked(results: tuple[SheetResult, ...]) -> list[str]:
    return [q.code for result in results for q in result.questions]


CHANGES: dict[str, Callable[[Row], Row]] = {
    "hours corrected": lambda row: [*row[:4], row[4] + 1],
    "hours rounded": lambda row: [*row[:4], round(row[4])],
    "other subjects": lambda row: [*row[:3], row[3].upper() + " 1", row[4]],
    "a day off": lambda row: [row[0] - dt.timedelta(days=1), *row[1:]],
    "the calendar of 1904": lambda row: [row[0] - dt.timedelta(days=1462), *row[1:]],
    "codes and translated": lambda row: [row[0], CODES[row[1]], CODES[row[2]], "Item", row[4]],
}


@pytest.mark.parametrize("change", CHANGES.values(), ids=CHANGES)
def test_the_same_uses_with_something_changed_are_asked_about(
    change: Callable[[Row], Row],
) -> None:
    results = read(Data=ROWS, Kopie2=[change(row) for row in ROWS])
    assert asked(results) == ["repeated:Kopie2"]
    assert [result.accepted for result in results] == [5, 0]


def test_a_sheet_of_which_the_rows_stand_on_several_others_is_asked_about() -> None:
    departments = {name: [row for row in ROWS if row[1] == name] for name in ("Jeugd", "Vastgoed")}
    themes = {name: [row for row in ROWS if row[2] == name] for name in ("Wonen", "Armoede")}
    results = read(**departments, **themes, Mobiliteit=[ROWS[2]])
    assert "repeated:Vastgoed" in asked(results)
    days = [day for result in results if result.accepted for day in result.records["date"]]
    assert len(set(days)) == 5


LISTS: dict[str, Callable[[Row], Row]] = {
    "other days": lambda row: [row[0] + dt.timedelta(days=40), *row[1:]],
    "another department at the same meetings": lambda row: [row[0], "Sport", *row[2:4], row[4] + 1],
    "days that are a day later now and then": lambda row: [
        row[0] + dt.timedelta(days=row[0].month % 2), *row[1:],
    ],
    "other names and hours": lambda row: [row[0], "Sport", "Sport", row[3], row[4] * 2],
}  # fmt: skip


@pytest.mark.parametrize("change", LISTS.values(), ids=LISTS)
def test_lists_that_only_resemble_each_other_count(change: Callable[[Row], Row]) -> None:
    results = read(Voorjaar=ROWS, Najaar=[change(row) for row in ROWS])
    assert asked(results) == []
    assert [result.accepted for result in results] == [5, 5]


def crosstab(title: str, cells: dict[tuple[str, str], float]) -> Sheet:
    departments = list(dict.fromkeys(name for name, _ in cells))
    themes = list(dict.fromkeys(name for _, name in cells))
    rows = [[d, *(cells.get((d, t), "") for t in themes)] for d in departments]
    return Sheet(title[:6], [[title], [], ["Afdeling", *themes], *rows])


USES = {
    ("Vastgoed", "Wonen"): 2, ("Vastgoed", "Mobiliteit"): 1, ("Jeugd", "Armoede"): 3,
    ("Jeugd", "Wonen"): 1, ("Omgeving", "Wonen"): 1, ("Omgeving", "Mobiliteit"): 2,
}  # fmt: skip


def test_uses_and_hours_of_the_same_cells_count_once() -> None:
    hours = {cell: number * 1.5 for cell, number in USES.items()}
    sheets = [crosstab("Aantal gebruik 2021", USES), crosstab("Uren gebruik 2021", hours)]
    results = Reader(KnownNames.empty(), Settings()).read(sheets)
    assert len(asked(results)) == 1
    assert sum(result.accepted > 0 for result in results) == 1


def test_uses_of_other_cells_count_both() -> None:
    hours = {("Sport", "Wonen"): 1.5, ("Sport", "Armoede"): 2.5, ("Zorg", "Wonen"): 4.0}
    sheets = [crosstab("Aantal gebruik 2021", USES), crosstab("Uren gebruik 2021", hours)]
    results = Reader(KnownNames.empty(), Settings()).read(sheets)
    assert (asked(results), [result.accepted > 0 for result in results]) == ([], [True, True])


def test_a_crosstab_with_the_sums_of_a_list_in_other_words_is_its_summary() -> None:
    listed = [[dt.date(2021, 1, n + 4), *cell, "Iets", 1] for n, cell in enumerate(
        cell for cell, number in USES.items() for _ in range(number)
    )]  # fmt: skip
    named = {(CODES[d], CODES[t]): number for (d, t), number in USES.items()}
    sheets = [Sheet("Data", [HEADINGS, *listed]), crosstab("Use 2021 gebruik", named)]
    results = Reader(KnownNames.empty(), Settings()).read(sheets)
    assert [result.accepted for result in results] == [10, 0]
