"""Cells that hold a name and more: a count, a doubt, a share, another name."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest

from data.cleaning.name_matching import KnownNames
from data.settings import Settings
from data.values.corrections import SheetCorrections
from data.values.grid import Sheet
from data.values.results import SheetResult
from tests.data.one_sheet import read_sheet

HEADINGS = ["Datum", "Afdeling", "Thema", "Uren"]
NAMES = ("Vastgoed", "Omgevingsbeleid", "Vastgoed", "Omgevingsbeleid", "Vastgoed")


def read(cell: str, *, known: KnownNames | None = None, **answers: str) -> SheetResult:
    """A list with one department more, in its last row."""
    rows: list[list[Any]] = [
        [dt.date(2021, 2, day), name, "Wonen", day] for day, name in enumerate((*NAMES, cell), 1)
    ]
    said = SheetCorrections(answers={k.replace("__", ":"): v for k, v in answers.items()})
    sheet = Sheet("Blad1", [HEADINGS, *rows])
    known = known or KnownNames.empty()
    return read_sheet(sheet, known=known, settings=Settings(), corrections=said)


MORE = [
    "2x Vastgoed", "2 x Vastgoed", "3* Vastgoed", "Vastgoed 2x", "Vastgoed (2x)", "Vastgoed x 2",
    "Vastgoed (3 keer)", "Vastgoed tweemaal", "Vastgoed (2)", "Vastgoed?", "Vastgoed (?)",
    "wsl. Vastgoed", "Vastgoed (waarschijnlijk)", "Vastgoed e.a.", "o.a. Vastgoed",
    "Vastgoed etc.", "Vastgoed en anderen", "Vastgoed en overige afdelingen",
    "Vastgoed (en meer)", "Vastgoed 50%", "50 % Vastgoed", "Vastgoed (2 uur)",
]  # fmt: skip


@pytest.mark.parametrize("cell", MORE)
def test_what_counts_or_doubts_is_no_part_of_a_name(cell: str) -> None:
    result = read(cell)
    assert (result.accepted, [q.code for q in result.questions]) == (
        5,
        ["name_and_more:department"],
    )
    counted = read(cell, name_and_more__department="count")
    assert list(counted.records["department"]) == [*NAMES, "Vastgoed"]


@pytest.mark.parametrize("cell", ["2x Beheer", "Beheer?", "Beheer e.a.", "Beheer (50%)"])
def test_the_name_need_not_stand_elsewhere(cell: str) -> None:
    assert read(cell).rejected == 1


NAMES_AS_THEY_ARE = [
    "Wijkteam 2", "Regio 2x2", "Team X", "Stad 2040", "Team (G40)", "Beheer 24/7", "Etcetera",
    "Wijkteam (12)", "Mogelijkheden",
]  # fmt: skip


@pytest.mark.parametrize("cell", NAMES_AS_THEY_ARE)
def test_a_name_with_a_number_or_a_sign_of_its_own_is_a_name(cell: str) -> None:
    result = read(cell)
    assert (result.accepted, result.questions) == (6, ())


def test_a_known_name_is_certain() -> None:
    known = KnownNames(departments={x: x for x in (*NAMES, "Vastgoed e.a.")})
    assert read("Vastgoed e.a.", known=known).rejected == 0


WITHIN = ["Vastgoed en Veiligheid", "Veiligheid & Vastgoed", "team Vastgoed", "Vastgoed (team A)"]


@pytest.mark.parametrize("cell", WITHIN)
def test_a_rare_name_with_another_in_it_is_told(cell: str) -> None:
    result = read(cell)
    (told,) = [r for r in result.remarks if r.code == "department_in_another"]
    assert result.accepted == 6
    assert cell in str(told)


def test_a_known_name_with_another_in_it_is_not_told() -> None:
    known = KnownNames(departments={x: x for x in (*NAMES, "Vastgoed en Veiligheid")})
    result = read("Vastgoed en Veiligheid", known=known)
    assert "department_in_another" not in [r.code for r in result.remarks]


ONE_NAME = ["Afdeling Vastgoed", "de afdeling Vastgoed", "Vastgoed (afdeling)", "Vastgoed afdeling"]


@pytest.mark.parametrize("cell", ONE_NAME)
def test_a_generic_word_makes_no_other_name(cell: str) -> None:
    result = read(cell)
    assert list(result.records["department"]) == [*NAMES, "Vastgoed"]
    assert "department_in_another" not in [r.code for r in result.remarks]


SEVERAL = [
    "van Vastgoed naar Omgevingsbeleid", "Vastgoed (voorheen Omgevingsbeleid)",
    "Vastgoed i.p.v. Omgevingsbeleid", "Vastgoed_Omgevingsbeleid", "Vastgoed → Omgevingsbeleid",
    "a) Vastgoed b) Omgevingsbeleid", "Vastgoed 3, Omgevingsbeleid 2",
    "50% Vastgoed, 50% Omgevingsbeleid", "Vastgoed (2 uur), Omgevingsbeleid (1 uur)",
]  # fmt: skip


@pytest.mark.parametrize("cell", SEVERAL)
def test_two_names_with_words_or_numbers_beside_them_are_two(cell: str) -> None:
    result = read(cell)
    assert (result.accepted, [q.code for q in result.questions]) == (
        5,
        ["several_names:department"],
    )


@pytest.mark.parametrize("cell", ["Vastgoed (J. Jansen)", "Vastgoed (mevr. De Boer)"])
def test_a_person_in_brackets_is_asked_about(cell: str) -> None:
    assert [q.code for q in read(cell).questions] == ["persons:department"]


def named(heading: str, *names: str) -> SheetResult:
    rows: list[list[Any]] = [
        [dt.date(2021, 2, day), name, "Wonen", 9 - day] for day, name in enumerate(names, 1)
    ]
    sheet = Sheet("Blad1", [["Datum", heading, "Thema", "Uren"], *rows])
    return read_sheet(sheet, known=KnownNames.empty(), settings=Settings())


PERSONS = [
    ("Aanvrager", ("Jansen", "De Vries", "Bakker")),
    ("Gebruiker", ("Smit", "Van der Meer", "Visser", "Smit")),
    ("Afdeling", ("Jan Jansen", "Els de Vries", "Piet van den Berg")),
]


@pytest.mark.parametrize(("heading", "names"), PERSONS)
def test_names_of_people_are_no_departments(heading: str, names: tuple[str, ...]) -> None:
    result = named(heading, *names)
    assert (result.accepted, [q.code for q in result.questions]) == (0, ["persons:department"])


DEPARTMENTS = [
    ("Aanvrager", ("Vastgoed", "Omgevingsbeleid", "Jeugd")),
    ("Aanvrager (afdeling)", ("Griffie", "Kabinet", "Control")),
    ("Afdeling", ("Werk Inkomen", "Economische Zaken", "Openbare Ruimte")),
    ("Afdeling", ("Griffie", "Kabinet", "Control")),
]


@pytest.mark.parametrize(("heading", "names"), DEPARTMENTS)
def test_names_of_departments_are(heading: str, names: tuple[str, ...]) -> None:
    assert named(heading, *names).accepted == 3


@pytest.mark.parametrize("word", ["Samen", "Opgeteld", "Bij elkaar", "Saldo", "Alles", "Overall"])
def test_a_word_for_all_together_is_no_department(word: str) -> None:
    result = read(word)
    assert [q.code[:8] for q in result.questions] == ["no_name:"]


AS_ABOVE = [
    "a.b.", "als bov.", "dto.", "desgl.", "s.o.", "als vorige", "conform boven", "id.id.", '"idem"',
    "idem!", "vgl. boven", "idem ↑", "zelfde als boven",
]  # fmt: skip


@pytest.mark.parametrize("mark", AS_ABOVE)
def test_a_mark_reads_what_stands_above(mark: str) -> None:
    result = read(mark)
    assert (result.rejected, result.questions) == (0, ())
    assert [remark.code for remark in result.remarks] == ["ditto_read"]


NO_NAMES = [
    "zie rij 3", "als rij hierboven", "zie 2", "3 afdelingen", "alle wijkteams", "Jansen, J.",
    "Jansen, J. (Jan)", "van der Berg, P.J.", "wethouder Jansen", "de burgemeester",
]  # fmt: skip
WITH_MORE = [
    "Vastgoed (niet)", "Vastgoed (nog navragen)",
    "Vastgoed (3 pers.)", "? Vastgoed", "vooral Vastgoed", "m.n. Vastgoed", "Vastgoed VERVALT",
    "Vastgoed e.o.", "Vastgoed en 2 anderen",
]  # fmt: skip


@pytest.mark.parametrize("cell", [*NO_NAMES, *WITH_MORE])
def test_what_is_no_bare_name_is_asked_about(cell: str) -> None:
    result = read(cell)
    assert (result.rejected, len(result.questions)) == (1, 1)


@pytest.mark.parametrize(
    "cell", ["Zienswijzen", "Als Eerste", "Wijkteam 1 en 2", "Directeur-secretariaat", "Teams"]
)
def test_a_name_that_only_resembles_those_is_a_name(cell: str) -> None:
    result = read(cell)
    assert (result.rejected, result.questions) == (0, ())


def with_names(*names: str) -> SheetResult:
    rows = [[dt.date(2021, 2, day), name, "Wonen", day] for day, name in enumerate(names, 1)]
    sheet = Sheet("Blad1", [HEADINGS, *rows])
    return read_sheet(sheet, known=KnownNames.empty(), settings=Settings())


@pytest.mark.parametrize("other", ["Inkomen en Werk", "Inkomen, Werk en", "Werk und Inkomen"])
def test_names_of_the_same_words_are_told_of(other: str) -> None:
    result = with_names("Werk en Inkomen", "Werk en Inkomen", other)
    assert (result.accepted, [r.code for r in result.remarks]) == (3, ["names_alike"])


@pytest.mark.parametrize("other", ["Werk & Inkomen", "werk en inkomen", "Werk en Zorg", "Inkomen"])
def test_other_spellings_and_other_names_are_not_told_of_so(other: str) -> None:
    result = with_names("Werk en Inkomen", "Werk en Inkomen", other)
    assert "names_alike" not in [r.code for r in result.remarks]
