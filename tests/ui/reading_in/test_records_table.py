from __future__ import annotations

import pandas as pd
import pytest

from data.values.found_table import Heading, Table
from data.values.results import SheetResult
from texts import use_language
from ui.reading_in import mending, recognised
from ui.reading_in.lines_to_mend import Line

HEADINGS = (
    Heading(0, "Datum", "date"),
    Heading(1, "Afd.", "department", "similar"),
    Heading(2, "Opmerking", None, "ignored"),
)


@pytest.fixture(autouse=True)
def _in_dutch() -> object:
    with use_language("nl"):
        yield


def usage(**columns: list[object]) -> SheetResult:
    count = len(next(iter(columns.values())))
    records = pd.DataFrame({"row": range(6, 6 + count)} | columns)
    return SheetResult("Blad1", table=Table("usage", 5, HEADINGS), records=records)


def test_the_first_rows_read_as_dutch() -> None:
    sheet = usage(
        date=list(pd.to_datetime(["2019-04-03", "2019-04-01", "2019-01-01", "2019-03-01"])),
        date_precision=["day", "quarter", "year", "month"],
        department=["Jeugd"] * 4,
        form=["advies", None, "advies", "advies"],
        hours=[7.5, 8.0, None, 1234.5],
        participants=[None, None, None, 3],
        amount=[540.0, None, None, None],
        subject=[None] * 4,
    )
    expected = pd.DataFrame(
        {
            "Rij": ["6", "7", "8", "9"],
            "Datum": ["03-04-2019", "2019 kw 2", "2019", "mrt 2019"],
            "Afdeling": ["Jeugd"] * 4,
            "Vorm": ["Advies", "", "Advies", "Advies"],
            "Uren": ["7,5", "8", "", "1.234,5"],
            "Deelnemers": ["", "", "", "3"],
            "Bedrag": ["€\u00a0540,00", "", "", ""],
        },
        dtype="str",
    )
    pd.testing.assert_frame_equal(recognised.records_table(sheet), expected)


def test_no_more_than_the_first_rows_are_shown() -> None:
    sheet = usage(department=["Jeugd"] * 30)
    assert len(recognised.records_table(sheet)) == 10


def test_a_sheet_without_records_gives_an_empty_table() -> None:
    assert recognised.records_table(SheetResult("Leeg")).empty


def test_budget_lines_say_what_kind_of_amount_they_are() -> None:
    records = pd.DataFrame(
        {
            "row": [2],
            "year": [2019],
            "date": pd.to_datetime(["2019-01-01"]),
            "date_precision": ["year"],
            "kind": ["budget"],
            "description": ["P31"],
            "amount": [20762],
        }
    )
    sheet = SheetResult("Begroting", table=Table("budget", 1, ()), records=records)
    expected = pd.DataFrame(
        {
            "Rij": ["2"],
            "Jaar": ["2019"],
            "Soort bedrag": ["begroot"],
            "Omschrijving": ["P31"],
            "Bedrag": ["€\u00a020.762,00"],
        },
        dtype="str",
    )
    pd.testing.assert_frame_equal(recognised.records_table(sheet), expected)


def test_a_line_that_is_mended_has_no_reason_any_more() -> None:
    wrong = Line(4, {}, {}, ("Uren: te laag.", "Datum: leeg."))
    table = mending.reasons_table([wrong, Line(5, {}, {}, ("Goed.",), mended=True)])
    assert table.to_numpy().tolist() == [["4", "Uren: te laag.\nDatum: leeg."]]
