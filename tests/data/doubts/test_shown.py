"""What the format of a cell shows, and what the name of a sheet says of its rows."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from typing import Any

import pytest

from data.cleaning.name_matching import KnownNames
from data.settings import Settings
from data.values.corrections import SheetCorrections
from data.values.grid import Sheet
from data.values.marks import NO_MARKS, Marks
from data.values.questions import COUNT
from data.values.results import SheetResult
from tests.data.one_sheet import read_sheet

HEADINGS = ["Datum", "Afdeling", "Thema", "Onderwerp", "Uren"]
DAYS = [dt.date(2021, 3, 1), dt.date(2021, 4, 1), dt.date(2021, 5, 1)]
FIRST_DAYS = [dt.date(2019, 1, 1), dt.date(2020, 1, 1), dt.date(2021, 1, 1)]


def rows(days: Sequence[Any] = DAYS, hours: Sequence[Any] = (3, 2, 4)) -> list[list[Any]]:
    names = [("Vastgoed", "Wonen", "a"), ("Jeugd", "Armoede", "b"), ("Milieu", "Bodem", "c")]
    listed = zip(days, names, hours, strict=True)
    return [HEADINGS, *([day, *name, hour] for day, name, hour in listed)]


def read(
    table: list[list[Any]], words: str = "", column: int = 5, name: str = "Blad1", **said: Any
) -> SheetResult:
    places = frozenset(range(2, len(table) + 1))
    marks = Marks(shown_as={column: {words: places}}) if words else NO_MARKS
    answers = SheetCorrections(answers=said.pop("answers", {}))
    sheet = Sheet(name, table, marks=marks)
    known, settings = KnownNames.empty(), Settings()
    return read_sheet(sheet, known=known, settings=settings, corrections=answers, **said)


def test_hours_and_minutes_without_a_colon() -> None:
    assert read(rows(hours=[300, 130, 245]), "uu:mm").sums["hours"] == 3 + 1.5 + 2.75


@pytest.mark.parametrize("words", ["±", "uur / dagen", "÷1000"])
def test_hours_of_which_the_format_says_something_else_are_asked_about(words: str) -> None:
    result = read(rows(), words)
    assert (result.accepted, [q.code for q in result.questions]) == (0, ["unreadable:hours"])


@pytest.mark.parametrize(
    ("days", "words", "precision"),
    [
        (DAYS, "jjjj-mm", "month"), (FIRST_DAYS, "jjjj", "year"), (DAYS, "", "day"),
        ([dt.date(2021, 3, 1), dt.date(2021, 4, 1), dt.date(2021, 5, 6)], "jjjj-mm", "day"),
        (DAYS, "jjjj", "day"),
    ],
)  # fmt: skip
def test_a_month_or_a_year_that_is_shown_is_no_day(
    days: list[dt.date], words: str, precision: str
) -> None:
    result = read(rows(days), words, column=1)
    assert set(result.records["date_precision"]) == {precision}
    assert list(result.records["date"].dt.date) == days


def budget(unit: str = "", heading: str = "Begroot") -> list[list[Any]]:
    lines = [[2021, "Platform31", 20_762], [2022, "Platform31", 21_000]]
    return [*([[unit]] if unit else []), ["Jaar", "Omschrijving", heading], *lines]


@pytest.mark.parametrize(
    ("table", "words", "amount"),
    [
        (budget(), "÷1000", 41_762), (budget("Bedragen x € 1.000"), "÷1000", 41_762),
        (budget(heading="Begroot (x € 1.000)"), "÷1000", 41_762),
        (budget("Bedragen x € 1.000"), "", 41_762_000), (budget(), "-", -41_762),
    ],
)  # fmt: skip
def test_thousands_that_the_view_leaves_out_are_in_what_is_stored(
    table: list[list[Any]], words: str, amount: int
) -> None:
    places = frozenset(range(2, len(table) + 1))
    sheet = Sheet("Blad1", table, marks=Marks(shown_as={3: {words: places}} if words else {}))
    result = read_sheet(sheet, known=KnownNames.empty(), settings=Settings())
    assert result.sums["amount"] == amount


ASIDE = [
    "Backup", "NIET GEBRUIKEN", "Kladblad", "oude versie", "Draft", "Test",
    "test 1", "niet goedgekeurd", "nog controleren", "niet definitief", "obsolete", "WIP",
    "voorlopig", "Entwurf",
    "template", "on hold", "kan weg", "vorige versie",
]  # fmt: skip


@pytest.mark.parametrize("name", ASIDE)
@pytest.mark.parametrize("table", [rows(), budget()], ids=["use", "budget"])
def test_a_sheet_that_was_put_aside_is_asked_about(table: list[list[Any]], name: str) -> None:
    result = read(table, name=name)
    (question,) = result.questions
    assert (result.accepted, question.code in ("set_aside", "is_it_use")) == (0, True)
    assert read(table, name=name, answers={question.code: COUNT}).accepted == len(table) - 1


@pytest.mark.parametrize("name", ["oud", "Oud 2", "Old", "Gebruik oud", "Gebruik 2021 (old)"])
def test_a_sheet_that_is_only_old_is_told(name: str) -> None:
    result = read(rows(), name=name)
    assert (result.accepted, [r.code for r in result.remarks]) == (3, ["sheet_older"])


@pytest.mark.parametrize("name", ["Concept", "Vervallen", "Geannuleerd"])
def test_a_budget_on_a_sheet_that_did_not_go_on_is_asked_about(name: str) -> None:
    assert read(budget(), name=name).accepted == 0


def test_a_copy_is_asked_about_beside_other_sheets() -> None:
    assert read(rows(), name="Kopie van Gebruik", sheets=("Gebruik", "Kopie van Gebruik")).rejected
    assert not read(rows(), name="Kopie van Gebruik", sheets=("Kopie van Gebruik",)).rejected


@pytest.mark.parametrize(
    "name", ["Blad1", "Gebruik (2)", "Oud-West", "Werkblad", "2021", "Oudere wijken", "Testament"]
)
def test_another_name_asks_nothing(name: str) -> None:
    assert read(rows(), name=name).accepted == 3


def test_the_name_of_a_text_is_that_of_its_file() -> None:
    assert read(rows(), name="gebruik oud", file_name="gebruik oud.csv").accepted == 3
