"""What formulas come to, by hand: the part of the language that our workbooks use."""

from __future__ import annotations

from io import BytesIO

import openpyxl
import pytest

from reports.formula_outcomes import FormulaError, Outcomes
from reports.stored_outcomes import saved_with_outcomes

# A: years, B: kinds, C: amounts; the fourth row is empty.
ROWS = [(2021, "Besteed", 10.5), (2022, "besteed", -2.25), (2022, "Begroot", 4)]


def book_with(formula: str) -> openpyxl.Workbook:
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.title = "Jan's blad"
    for row in ROWS:
        sheet.append(row)
    sheet["E1"] = "=" + formula
    return book


def outcome(formula: str) -> object:
    return Outcomes(book_with(formula)).of("Jan's blad", 1, 5)


@pytest.mark.parametrize(
    ("formula", "expected"),
    [
        ("1+2*3^2", 19), ("(1+2)*3", 9), ("10-4-3", 3), ("8/4/2", 1), ("2*3-1", 5),
        ("C1+C2", 8.25), ("A4", 0), ("'Jan''s blad'!$C$1", 10.5), ("C4+1", 1),
        ('"a""b"&1&C1', 'a"b110.5'), ('IF(A4="","leeg","vol")', "leeg"),
        ('IF(A1="",1,2)', 2), ('IF(0.1+0.2=0.3,"ja","nee")', "ja"),
        ('IF("tekst">999,1,0)', 1), ('IF("Ja"="ja",1,0)', 1), ('IF(C1<>"",C1,0)', 10.5),
        ('IF(C1="",1/0,7)', 7), ('IFERROR(1/0,"x")', "x"), ('IFERROR(""+1,"x")', "x"),
        ("IF(AND(1<2,2<=2,3>=3),1,0)", 1), ("IF(OR(1>2,2>3),1,0)", 0),
        ("ROUND(2.675,2)", 2.68), ("ROUND(0-2.5,0)", -3), ("ROUND(1.005,2)", 1.01),
        ("ROUNDUP(2.1,0)", 3), ("ROUNDUP(3,0)-1", 2), ("INT(C2)", -3), ("ABS(C2)", 2.25),
        ("MAX(0,C2)", 0), ("MIN(1,C1)", 1), ("SQRT(9)", 3), ("N(B1)", 0), ("N(C1)", 10.5),
        ("SUM(C1:C4)", 12.25), ("COUNT(C1:C4)", 3), ("ROWS(C1:C4)", 4), ("COUNT(B1:B4)", 0),
        ('SUMIFS(C1:C4,A1:A4,2022)', 1.75), ('SUMIFS(C1:C4,A1:A4,2022,B1:B4,"BESTEED")', -2.25),
        ('SUMIFS(C1:C4,A1:A4,">="&2021,A1:A4,"<="&A1)', 10.5),
        ('SUMIFS(C1:C4,A1:A4,">="&"")', 0), ('COUNTIFS(A1:A4,2022,B1:B4,"Begroot")', 1),
        ('COUNTIF(C1:C4,">"&C3)', 1), ("COUNTIF(C1:C4,C3)", 1),
        ("SUMPRODUCT((A1:A3=2022)*C1:C3)", 1.75), ("SUMPRODUCT(ISNUMBER(B1:B4)*1)", 0),
        ("SUMPRODUCT(ISNUMBER(C1:C4)*(A1:A4>=2022))", 2),
        ("INDEX(B1:B4,MATCH(2021.5,A1:A4,1))", "Besteed"), ("MATCH(2030,A1:A4,1)", 3),
    ],
)  # fmt: skip
def test_a_formula_comes_to(formula: str, expected: object) -> None:
    assert outcome(formula) == (
        pytest.approx(expected) if isinstance(expected, int | float) else expected
    )


@pytest.mark.parametrize(
    ("formula", "code"),
    [("1/A4", "#DIV/0!"), ("B1*2", "#VALUE!"), ("MATCH(2020,A1:A4,1)", "#N/A"),
     ("SQRT(C2)", "#NUM!")],
)  # fmt: skip
def test_an_error_says_which(formula: str, code: str) -> None:
    with pytest.raises(FormulaError, match=code):
        outcome(formula)


@pytest.mark.parametrize("formula", ["VLOOKUP(1,A1:A2,1)", "TRUE"])
def test_what_is_not_known_is_refused(formula: str) -> None:
    with pytest.raises(ValueError, match="not known in a formula"):
        outcome(formula)


@pytest.mark.parametrize(
    ("formula", "stored"),
    [("SUM(C1:C4)", 12.25), ('"a<b"', "a<b"), ("1/A4", "#DIV/0!"), ('""', None)],
)
def test_the_outcome_is_stored_beside_the_formula(formula: str, stored: object) -> None:
    book = book_with(formula)
    book.active["E1"].number_format = "0.0%"
    saved = saved_with_outcomes(book)
    again = openpyxl.load_workbook(BytesIO(saved)).active
    assert (again["E1"].value, again["E1"].number_format) == ("=" + formula, "0.0%")
    values = openpyxl.load_workbook(BytesIO(saved), data_only=True).active
    assert values["E1"].value == stored
    assert [values.cell(2, column).value for column in (1, 2, 3)] == [2022, "besteed", -2.25]
