from __future__ import annotations

import pytest

from data.columns import DEPARTMENT, THEME
from data.values.corrections import NO_CORRECTIONS
from data.values.results import FilePreview, NameMatches, NameQuestion, SheetResult
from ui.reading_in.name_questions import (
    AS_NEW,
    LEAVE_OUT,
    UNDECIDED,
    Asked,
    answer_to,
    answers_to_choose,
    nearest,
    questions,
    same_as,
    spelt_in_several_ways,
    with_answers,
)

DOUBT = Asked(DEPARTMENT, ("Wonen",), "doubtful", 2, None, ("Wonen en zorg", "Bouwen en wonen"))
NEW = Asked(DEPARTMENT, ("sport", "Sport"), "new", 3, "Sport", ("Jeugd en sport",))
MATCH = Asked(THEME, ("energie",), "matched", 1, "Energie", ("Energie",))


def sheet(name: str, **names: list[NameQuestion]) -> SheetResult:
    return SheetResult(
        name, names={kind: NameMatches(questions=tuple(q)) for kind, q in names.items()}
    )


def test_a_question_is_asked_once_for_all_sheets_and_spellings() -> None:
    first = sheet(
        "A",
        department=[
            NameQuestion("Wonen", "doubtful", 2, None, ("Wonen en zorg",)),
            NameQuestion("sport", "new", 1, "Sport"),
            NameQuestion("Sport", "new", 2, "Sport"),
        ],
    )
    second = sheet("B", department=[NameQuestion("Wonen", "doubtful", 5, None, ())], theme=[])
    assert questions(FilePreview("x", sheets=(first, second))) == [
        Asked("department", ("Wonen",), "doubtful", 7, None, ("Wonen en zorg",)),
        Asked("department", ("sport", "Sport"), "new", 3, "Sport"),
    ]


@pytest.mark.parametrize(
    ("asked", "answer"),
    [(DOUBT, UNDECIDED), (NEW, AS_NEW), (MATCH, same_as("Energie"))],
)
def test_what_counts_when_nobody_says_anything(asked: Asked, answer: str) -> None:
    assert answer_to(asked, NO_CORRECTIONS) == answer


@pytest.mark.parametrize("asked", [DOUBT, NEW, MATCH])
@pytest.mark.parametrize("answer", [AS_NEW, LEAVE_OUT, same_as("Griffie")])
def test_an_answer_is_kept_and_can_be_taken_back(asked: Asked, answer: str) -> None:
    said = with_answers(NO_CORRECTIONS, {asked: answer})
    assert answer_to(asked, said) == answer
    assert with_answers(said, {asked: asked.by_itself}) == NO_CORRECTIONS


def test_an_answer_holds_for_every_spelling_of_the_name() -> None:
    assert with_answers(NO_CORRECTIONS, {NEW: same_as("Griffie")}).names == {
        DEPARTMENT: {"sport": "Griffie", "Sport": "Griffie"}
    }
    assert with_answers(NO_CORRECTIONS, {MATCH: AS_NEW}).names == {THEME: {"energie": "energie"}}


def test_the_likely_answers_come_first() -> None:
    known = ["Wonen en zorg", "Griffie", "Bouwen en wonen"]
    assert answers_to_choose(DOUBT, known, UNDECIDED) == [
        UNDECIDED, same_as("Wonen en zorg"), same_as("Bouwen en wonen"), AS_NEW, LEAVE_OUT,
        same_as("Griffie"),
    ]  # fmt: skip
    assert answers_to_choose(NEW, known, AS_NEW)[:3] == [
        AS_NEW,
        same_as("Jeugd en sport"),
        LEAVE_OUT,
    ]


def test_the_answer_that_counts_is_always_among_them() -> None:
    assert same_as("Elders") in answers_to_choose(DOUBT, [], same_as("Elders"))


def test_the_nearest_name() -> None:
    assert nearest(DOUBT) == same_as("Wonen en zorg")
    assert nearest(Asked(THEME, ("x",), "doubtful", 1)) is None


def test_a_spelling_on_a_later_sheet_belongs_to_the_new_name() -> None:
    new = Asked(DEPARTMENT, ("Wijkgerichtwerken",), "new", 1, "Wijkgerichtwerken")
    later = Asked(DEPARTMENT, ("Wijkgericht werken",), "matched", 4, "Wijkgerichtwerken")
    (asked,) = spelt_in_several_ways([new, later, MATCH])
    assert (asked.spellings, asked.rows) == (("Wijkgerichtwerken", "Wijkgericht werken"), 5)


@pytest.mark.parametrize("other", ["SPORT", "sport", "320 Sport"])
def test_capitals_and_codes_leave_no_doubt_about_a_spelling(other: str) -> None:
    assert spelt_in_several_ways([Asked(DEPARTMENT, ("Sport", other), "new", 3, "Sport")]) == []
