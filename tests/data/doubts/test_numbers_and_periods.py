"""Words for money over numbers that name something, and periods that hold those before them."""

from __future__ import annotations

from typing import Any

import pytest

from data.cleaning.name_matching import KnownNames
from data.settings import Settings
from data.values.corrections import SheetCorrections
from data.values.grid import Sheet
from data.values.results import SheetResult
from tests.data.one_sheet import read_sheet

LINES = ("Bijdrage Platform31", "Leerkring Platform31", "Maatwerk Platform31")


def read(*rows: list[Any], file: str = "", **answers: str) -> SheetResult:
    said = SheetCorrections(answers={code.replace("__", ":"): x for code, x in answers.items()})
    sheet = Sheet("Blad1", [[*row] for row in rows])
    return read_sheet(
        sheet, known=KnownNames.empty(), settings=Settings(), corrections=said, file_name=file
    )


def sums(result: SheetResult) -> dict[str, float]:
    if "kind" not in result.records:
        return {}
    return result.records.groupby("kind", observed=True)["amount"].sum().to_dict()


def asked(result: SheetResult) -> list[str]:
    return [question.code for question in result.questions if question.answer is None]


def beside(heading: str, numbers: tuple[Any, ...]) -> list[list[Any]]:
    lines = zip(numbers, LINES, (20762, 5000, 3000), strict=True)
    return [
        ["Jaar", heading, "Omschrijving", "Bedrag begroot"],
        *([2022, number, line, amount] for number, line, amount in lines),
    ]


@pytest.mark.parametrize("heading", ["Budget", "Begroting nr", "Krediet", "Realisatie", "Begroot"])
@pytest.mark.parametrize(
    "numbers",
    [("6170101", "6170102", "6170103"), (6170101, 6170102, 6170109), ("41001", "41002", "41003"),
     (210045, 210046, 210048)],
)  # fmt: skip
def test_numbers_that_follow_each_other_are_no_amounts(
    heading: str, numbers: tuple[Any, ...]
) -> None:
    result = read(*beside(heading, numbers))
    assert (sum(sums(result).values()), asked(result)) == (28762, [])
    assert heading in result.table.ignored_columns


@pytest.mark.parametrize("numbers", [(6170101, 6172340, 6174455), ("617011", "617233", "617999")])
def test_of_long_numbers_that_begin_alike_it_is_asked(numbers: tuple[Any, ...]) -> None:
    rows = beside("Budget", numbers)
    assert (sums(read(*rows)), asked(read(*rows))) == ({}, ["serial_numbers:budget"])
    left = read(*rows, serial_numbers__budget="leave_out")
    assert (sum(sums(left).values()), asked(left)) == (28762, [])
    counted = read(*rows, serial_numbers__budget="count")
    assert sums(counted)["budget"] == sum(map(int, numbers))


@pytest.mark.parametrize(
    "amounts",
    [(20762, 20500, 20963), (20762, 20763, 20764.5), (120345, 123456, 131001),
     (120300, 120400, 120500), (1234567, 2345678, 3456789), (20762, 20762, 20762)],
)  # fmt: skip
def test_amounts_that_come_near_each_other_are_read(amounts: tuple[float, ...]) -> None:
    rows = [["Jaar", "Omschrijving", "Begroting"]]
    rows += [[2022, line, amount] for line, amount in zip(LINES, amounts, strict=True)]
    assert (sums(read(*rows)), asked(read(*rows))) == ({"budget": sum(amounts)}, [])


def across(*lines: tuple[Any, ...], year: Any = None) -> list[list[Any]]:
    periods = [f"Realisatie Q{n} 2022" for n in range(1, len(lines[0]) + 1)]
    more = [] if year is None else ["Realisatie 2022"]
    head = ["Omschrijving", *periods, *more]
    years = year or [[]] * len(lines)
    named = zip(LINES, lines, years, strict=False)
    return [head, *([name, *line, *([of_year] if more else [])] for name, line, of_year in named)]


UP_TO_EACH = [
    across((5190, 10381, 15571, 20762), (1000, 2500, 4000, 5800)),
    across((20762, 20762, 20762, 20762), (1000, 2500, 4000, 5800)),
    across((5190, 10381, 20762), year=[20762]),
    across((5190, 10381, 15571), (1000, 2500, 5800)),
    across((-5190, -10381, -15571, -20762), (-1000, -2500, -4000, -5800)),
    across((5000, 10000, 15000, 20000)),
    across((5190, 10381, 15571, ""), (1000, 2500, 5800, "")),
]


@pytest.mark.parametrize("rows", UP_TO_EACH)
def test_quarters_that_never_fall_are_asked_about(rows: list[list[Any]]) -> None:
    result = read(*rows)
    assert (sums(result), asked(result)) == ({}, ["up_to_each:actual"])
    ends = [[x for x in row[1:5] if x != ""][-1] for row in rows[1:]]
    answered = read(*rows, up_to_each__actual="up_to_each", sign="as_it_is")
    assert (sums(answered)["actual"], asked(answered)) == (sum(ends), [])


@pytest.mark.parametrize(
    "rows",
    [
        across((5190, 5190, 5191, 5191), (1000, 2500, 400, 1800)),
        across((100, 101, 102, 103), (50, 51, 52, 53)),
        across((1000, 2000, 3000, 4000), (5, 6, 7, 8), year=[10000, 26]),
        across((0, 500, 5300)),
        across((5000, 5000, 5000, 5000), (1, 1, 1, 1)),
        across((20762, 0, 0, 0), (0, 1000, 0, 2000)),
    ],
)
def test_quarters_of_their_own_are_read(rows: list[list[Any]]) -> None:
    result = read(*rows)
    own = sum(x for row in rows[1:] for x in row[1:5])
    assert (sums(result), asked(result)) == ({"actual": own}, [])


def in_periods(*lines: tuple[float, ...]) -> list[list[Any]]:
    rows: list[list[Any]] = [["Jaar", "Kwartaal", "Omschrijving", "Realisatie"]]
    for quarter, amounts in enumerate(zip(*lines, strict=True), start=1):
        rows += [[2022, quarter, n, x] for n, x in zip(LINES, amounts, strict=False)]
    return rows


@pytest.mark.parametrize(
    "lines",
    [((20762, 20762, 20762, 20762), (1000, 2500, 4000, 5800)), ((1, 2, 3), (10, 25, 58))],
)
def test_a_list_of_quarters_that_never_fall_is_asked_about(lines: tuple[Any, ...]) -> None:
    rows = in_periods(*lines)
    assert (sums(read(*rows)), asked(read(*rows))) == ({}, ["running_total:actual"])
    answered = read(*rows, running_total__actual="add_up")
    assert sums(answered)["actual"] == sum(line[-1] for line in lines)


def test_a_list_of_quarters_of_their_own_is_read() -> None:
    rows = in_periods((5190, 5190, 5191, 5191), (1000, 2500, 400, 1800))
    assert (sums(read(*rows)), asked(read(*rows))) == ({"actual": 20762 + 5700}, [])
