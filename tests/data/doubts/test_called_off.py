"""Texts that say that something was called off, and texts that only speak of such things."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest

from data.cells.parsed_column import Column
from data.cleaning.name_matching import KnownNames
from data.doubts.rows.called_off import texts_called_off
from data.settings import Settings
from data.values.grid import Sheet
from data.values.results import SheetResult
from tests.data.one_sheet import read_sheet

OFF = [
    "GEANNULEERD: warmte", "warmte - geannuleerd", "warmte geannuleerd", "warmte (geanuleerd)",
    "warmte (gecancelt)", "warmte VERVALLEN", "[concept] warmte", "warmte (concept)",
    "Concept: warmte",
    "warmte **onder voorbehoud**", "Canceled: warmte", "Declined: warmte", "Tentative: warmte",
    "Geweigerd: warmte", "Voorlopig: warmte", "Abgesagt: warmte", "warmte (optie)",
    "warmte (gepland)",
    "warmte ivm ziekte niet door", "gestopt: warmte", "~~warmte~~", "warmte (dubbele boeking)",
    "warmte no-show", "warmte -afgezegd-", "Optie - warmte",
]  # fmt: skip
ABOUT = [
    "omgaan met geannuleerde plannen", "Concept omgevingsvisie", "uitgesteld onderhoud",
    "dubbel grondgebruik", "verzet tegen hoogbouw", "opties voor de markt",
    "test van nieuwe stoepen", "bestemmingsplan dat zal vervallen", "no regret",
    "afgelasting vieren",
]  # fmt: skip


@pytest.mark.parametrize("text", OFF)
def test_a_subject_that_says_it(text: str) -> None:
    assert texts_called_off(Column([text, "wonen"])) == {text}


@pytest.mark.parametrize("text", ABOUT)
def test_a_subject_about_such_things(text: str) -> None:
    assert texts_called_off(Column([text, "wonen"])) == set()


@pytest.mark.parametrize(
    "text",
    [
        "spreker is doorgeschoven naar 2022", "het is niet gelukt", "is niet komen opdagen",
        "afgebeld", "komt te vervallen", "gecancelt door spreker", "verschoben auf Mai",
        "kwam niet", "moet nog plaatsvinden",
    ],
)  # fmt: skip
def test_a_remark_may_say_it_anywhere(text: str) -> None:
    assert texts_called_off(Column([text, "prima"]), remarks=True) == {text}


ROWS = [
    [dt.date(2021, 3, 4), "Vastgoed", "Wonen", "Nieuwbouw", 3],
    [dt.date(2021, 4, 5), "Jeugd", "Armoede", "Kindpakket", 2],
    [dt.date(2021, 5, 6), "Vastgoed", "Bodem", "Warmte", 4],
    [dt.date(2021, 6, 7), "Milieu", "Bodem", "Afval", 6],
]


def read(heading: str, values: list[Any]) -> SheetResult:
    headings = ["Datum", "Afdeling", "Thema", "Onderwerp", "Uren", heading]
    rows = [[*row, value] for row, value in zip(ROWS, values, strict=True)]
    sheet = Sheet("Blad1", [headings, *rows])
    return read_sheet(sheet, known=KnownNames.empty(), settings=Settings())


@pytest.mark.parametrize(
    ("heading", "value"),
    [
        ("Dubbel?", "ja"), ("Inactief", "x"), ("In prullenbak", "ja"), ("Test", "x"),
        ("Afgemeld", "ja"), ("Verwijderd", "x"), ("Niet meetellen", "x"), ("Storno", "x"),
    ],
)  # fmt: skip
def test_rows_that_are_ticked_as_off(heading: str, value: str) -> None:
    result = read(heading, ["", value, "", ""])
    assert (result.accepted, [q.rows for q in result.questions]) == (3, [1])


@pytest.mark.parametrize(
    ("heading", "values"),
    [
        ("IsDeleted", [False, True, False, False]), ("RSVP", ["ja", "nee", "ja", "ja"]),
        ("Doorgang", ["ja", "nee", "ja", "ja"]), ("Stand", ["✅", "❌", "✅", "✅"]),
        ("Actie", ["toevoegen", "verwijderen", "verwijderen", "toevoegen"]),
    ],
)  # fmt: skip
def test_rows_that_a_column_tells_off(heading: str, values: list[Any]) -> None:
    assert 3 not in set(read(heading, values).records["row"])


@pytest.mark.parametrize(
    ("heading", "values"),
    [
        ("Vertrouwelijk", ["", "ja", "", ""]), ("Versie", [1, 2, 1, 1]),
        ("Aandeel P31", [1, 0.5, 1, 0.25]), ("% P31", [100, 50, 100, 25]),
        ("Verdeling", ["100%", "50%", "100%", "25%"]), ("Correctie", ["", -2, "", ""]),
    ],
)  # fmt: skip
def test_another_column_that_may_change_the_rows_is_told_once(
    heading: str, values: list[Any]
) -> None:
    result = read(heading, values)
    assert (result.accepted, len(result.remarks)) == (4, 1)
    assert heading in str(result.remarks[0].values)


@pytest.mark.parametrize(
    ("heading", "values"),
    [
        ("Opmerking", ["", "goed gesprek", "", "verslag volgt"]), ("Nr", [1, 2, 3, 4]),
        ("Aangemeld", ["ja"] * 4), ("Zaak", [2021001, 2021002, 2021003, 2021004]),
    ],
)  # fmt: skip
def test_a_column_that_changes_nothing_is_not_told(heading: str, values: list[Any]) -> None:
    result = read(heading, values)
    assert (result.accepted, result.remarks, result.questions) == (4, (), ())
