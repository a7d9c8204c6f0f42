"""What makes rows doubtful: each rule by sheets made for it, with and without an answer."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
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

HEADINGS = ["Datum", "Afdeling", "Thema", "Uren"]
ROWS: list[list[Any]] = [
    [dt.date(2019, 1, 7), "Vastgoed", "Wonen", 3],
    [dt.date(2019, 1, 8), "Omgevingsbeleid", "Duurzaamheid", 5],
    [dt.date(2019, 2, 7), "Vastgoed", "Duurzaamheid", 2],
]


def read(
    rows: Sequence[Sequence[Any]],
    marks: Marks = NO_MARKS,
    answers: Mapping[str, str] | None = None,
    delimiter: str = "",
) -> SheetResult:
    sheet = Sheet("Gebruik", [list(row) for row in rows], marks=marks, delimiter=delimiter)
    said = SheetCorrections(answers=answers or {})
    return read_sheet(sheet, known=KnownNames.empty(), settings=Settings(), corrections=said)


def with_column(heading: str, *values: object) -> list[list[Any]]:
    return [[*row, value] for row, value in zip([HEADINGS, *ROWS], [heading, *values], strict=True)]


MARKED = {
    "hidden_rows": Marks(hidden_rows=frozenset({3})),
    "struck_rows": Marks(struck={3: frozenset({2})}),
}


@pytest.mark.parametrize(("code", "marks"), MARKED.items(), ids=MARKED)
def test_rows_that_a_reader_does_not_see_are_asked_about(code: str, marks: Marks) -> None:
    result = read([HEADINGS, *ROWS], marks)
    assert (result.accepted, result.rejected, result.sums["hours"]) == (2, 1, 5)
    assert [(q.code, q.rows, q.answer) for q in result.questions] == [(code, 1, None)]
    counted = read([HEADINGS, *ROWS], marks, {code: COUNT})
    assert (counted.accepted, counted.sums["hours"]) == (3, 10)
    assert [q.answer for q in counted.questions] == [COUNT]


@pytest.mark.parametrize(
    ("condition", "struck"),
    [
        ('$B2="Jeugd"', {"Jeugd"}), ("B2=Jeugd", {"Jeugd"}), ('=$B$2="JEUGD"', {"Jeugd"}),
        ('$B2="niemand"', set()), ("LEN($B2)>3", None),
    ],
)  # fmt: skip
def test_rows_that_a_rule_strikes_through(condition: str, struck: set[str] | None) -> None:
    rows = [[ROWS[0][0], "Jeugd", *ROWS[0][2:]], *ROWS[1:]]
    rows = [rows[0], *([row[0], "Vastgoed", *row[2:]] for row in rows[1:])]
    result = read([HEADINGS, *rows], Marks(striking=((2, 4, condition),)))
    rejected = 3 if struck is None else len(struck)
    assert (result.rejected, [q.rows for q in result.questions]) == (
        rejected, [rejected] if rejected else [],
    )  # fmt: skip


def test_a_formula_without_an_outcome_is_no_empty_cell() -> None:
    rows = [HEADINGS, *ROWS[:2], [*ROWS[2][:3], ""]]
    result = read(rows, Marks(unworked={4: frozenset({4})}))
    assert [fault.message.code for fault in result.faults] == ["formula_unworked"]
    assert read(rows).rejected == 0


def test_a_visible_column_goes_before_a_hidden_one() -> None:
    result = read(with_column("Uren werkelijk", 1, 1, 1), Marks(hidden_columns=frozenset({4})))
    assert result.sums["hours"] == 3


def test_a_hidden_column_without_a_rival_is_read_and_told() -> None:
    result = read([HEADINGS, *ROWS], Marks(hidden_columns=frozenset({4})))
    assert result.sums["hours"] == 10
    assert [remark.code for remark in result.remarks] == ["column_hidden_read"]


OFF = {
    "a status": ("Status", ["afgerond", "Geannuleerd", "Afgerond"], "status:geannuleerd"),
    "a status, mostly empty": ("Status", ["", "vervallen", ""], "status:vervallen"),
    "held or not": ("Doorgegaan", ["ja", "nee", "ja"], "status:nee"),
    "held or not, in English": ("Held?", ["Yes", "No", "Yes"], "status:no"),
    "called off": ("Geannuleerd", ["", "x", ""], "status:x"),
    "called off, true": ("Vervallen", [False, True, False], "status:waar"),
    "another heading": ("Stand van zaken", ["uitgevoerd", "concept", "uitgevoerd"],
                        "status:concept"),
    "no heading that tells": ("Info", ["doorgegaan", "afgezegd", "doorgegaan"], "status:afgezegd"),
    "a remark": ("Opmerking", ["", "niet doorgegaan wegens ziekte", "was een mooie dag met veel"],
                 "called_off:opmerking"),
}  # fmt: skip


@pytest.mark.parametrize(("heading", "values", "code"), OFF.values(), ids=OFF)
def test_rows_that_were_not_held(heading: str, values: list[object], code: str) -> None:
    result = read(with_column(heading, *values))
    assert (result.accepted, result.sums["hours"]) == (2, 5)
    assert [question.code for question in result.questions] == [code]
    assert read(with_column(heading, *values), answers={code: COUNT}).accepted == 3


NO_STATUS = {
    "a date": ("Afgerond", [dt.date(2019, 3, 1), dt.date(2019, 3, 2), dt.date(2019, 3, 3)]),
    "a remark": ("Opmerking", ["gaat over de afgewezen subsidies", "", "over vervallen regels"]),
    "all held": ("Status", ["Afgerond", "Gesloten", "afgerond"]),
    "nothing": ("Status", ["", "", ""]),
}


@pytest.mark.parametrize(("heading", "values"), NO_STATUS.values(), ids=NO_STATUS)
def test_other_columns_ask_nothing(heading: str, values: list[object]) -> None:
    result = read(with_column(heading, *values))
    assert (result.accepted, result.questions) == (3, ())


def test_a_row_of_a_text_that_is_longer_than_the_headings() -> None:
    rows = [HEADINGS, ["07-01-2019", "Jeugd", "Wonen", "1", "5"], ["08-01-2019", "Jeugd", "Wonen"]]
    result = read(rows, delimiter=",")
    assert (result.accepted, [fault.message.code for fault in result.faults]) == (1, ["row_longer"])


def _names(kind: str, n: int) -> list[list[Any]]:
    column = HEADINGS.index(kind)
    rows = [list(ROWS[0]) for _ in range(n)]
    for number, row in enumerate(rows):
        row[column] = f"{kind} nummer {number} van {n}"
    return [HEADINGS, *rows]


@pytest.mark.parametrize(
    ("kind", "column", "most"),
    [("Afdeling", "department", 250), ("Thema", "theme", 100)],
    ids=["departments", "themes"],
)
def test_more_names_than_any_city_has_are_asked_about(kind: str, column: str, most: int) -> None:
    code = f"many_names:{column}"
    assert read(_names(kind, most)).questions == ()
    asked = read(_names(kind, most + 1))
    assert [(q.code, q.rows) for q in asked.questions] == [(code, most + 1)]
    assert (asked.accepted, asked.rejected) == (0, most + 1)
    assert read(_names(kind, most + 1), answers={code: COUNT}).accepted == most + 1


def test_many_rows_with_few_names_are_not_asked_about() -> None:
    assert read([HEADINGS, *(ROWS * 200)]).questions == ()


SWALLOWED = ["wonen\n08-01-2019;Jeugd;Wonen;2", "a\n08-01-2019;Jeugd;Wonen;2\n09-01-2019;B;C;1"]


@pytest.mark.parametrize("cell", SWALLOWED)
def test_a_cell_that_holds_the_rows_below(cell: str) -> None:
    result = read([[*HEADINGS, "Notitie"], [*ROWS[0], cell], [*ROWS[1], ""]], delimiter=";")
    assert [fault.message.code for fault in result.faults] == ["row_swallowed"]


@pytest.mark.parametrize(
    "cell", ["regel een\nregel twee", "a; b\nc; d", "wonen; zorg; jeugd; sport"]
)
def test_a_cell_of_several_lines_holds_no_rows(cell: str) -> None:
    result = read([[*HEADINGS, "Notitie"], [*ROWS[0], cell], [*ROWS[1], ""]], delimiter=";")
    assert result.rejected == 0
