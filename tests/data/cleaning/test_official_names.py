"""Which spelling of a new name stands for it, where the sheets of a file spell it differently."""

from __future__ import annotations

import datetime as dt

from data.cleaning.name_matching import KnownNames
from data.columns import DEPARTMENT
from data.intake.read_tables import Reader
from data.settings import Settings
from data.values.corrections import NO_CORRECTIONS, Corrections
from data.values.grid import Sheet
from data.values.results import NEW, SheetResult

HEADINGS = ["Datum", "Afdeling", "Thema", "Onderwerp", "Uren"]


def read(
    *sheets: list[str], known: dict[str, str] | None = None, said: Corrections = NO_CORRECTIONS
) -> tuple[SheetResult, ...]:
    """Sheets with a use per department, each on a day of its own."""
    found = []
    for month, names in enumerate(sheets, 1):
        rows = [
            [dt.date(2021, month, day), name, "Wonen", f"{month}.{day}", day % 3 + 1.25]
            for day, name in enumerate(names, 2)
        ]
        found.append(Sheet(f"maand {month}", [HEADINGS, *rows]))
    names = KnownNames(departments=known or {}, themes={}, chosen=said.names)
    return Reader(names, Settings(), corrections=said).read(found)


def departments(results: tuple[SheetResult, ...]) -> list[str]:
    return [name for result in results for name in result.records[DEPARTMENT].tolist()]


def test_the_spelling_of_most_rows_in_the_file_stands_for_a_new_name() -> None:
    first, second = read(["Wijkgerichtwerken"], ["Wijkgericht Werken"] * 3)
    assert departments((first, second)) == ["Wijkgericht Werken"] * 4
    names = first.names[DEPARTMENT]
    assert names.new == ("Wijkgericht Werken",)
    assert names.matched == {"Wijkgerichtwerken": "Wijkgericht Werken"}
    assert second.names[DEPARTMENT].matched == {}
    questions = [q for result in (first, second) for q in result.names[DEPARTMENT].questions]
    assert {(q.found, q.name) for q in questions} == {(NEW, "Wijkgericht Werken")}


def test_a_full_name_on_a_later_sheet_stands_for_its_abbreviation() -> None:
    results = read(["JOS", "JOS"], ["Jeugd, Onderwijs en Sport"])
    assert set(departments(results)) == {"Jeugd, Onderwijs en Sport"}


def test_a_name_that_is_known_keeps_its_spelling() -> None:
    known = {"Wijkgerichtwerken": "Wijkgerichtwerken"}
    results = read(["Wijkgerichtwerken"], ["Wijkgericht Werken"] * 3, known=known)
    assert set(departments(results)) == {"Wijkgerichtwerken"}


def test_what_a_person_said_of_a_name_stands() -> None:
    spellings = ("Wijkgerichtwerken", "Wijkgericht Werken")
    said = NO_CORRECTIONS.with_names(DEPARTMENT, dict.fromkeys(spellings, spellings[0]))
    results = read(["Wijkgerichtwerken"], ["Wijkgericht Werken"] * 3, said=said)
    assert set(departments(results)) == {"Wijkgerichtwerken"}


def test_names_that_are_spelt_in_one_way_stay() -> None:
    results = read(["Vastgoed", "Jeugd"], ["Jeugd", "Vastgoed"])
    assert departments(results) == ["Vastgoed", "Jeugd", "Jeugd", "Vastgoed"]
