"""What of the rejected rows is kept."""

from __future__ import annotations

import pytest

from data.storing.personal import kept_cells, kept_heading
from data.values.found_table import Heading, Table
from data.values.results import RejectedRow


@pytest.mark.parametrize(
    ("heading", "column", "value", "kept"),
    [
        ("Contactpersoon", None, "J. Jansen", ""),
        ("Opmerking", None, "later gemeld door Jan", ""),
        ("", None, "06-12345678", ""),
        ("Themanaam", "theme", "Wonen", "Wonen"),
        ("Naam activiteit", "subject", "Leerkring", "Leerkring"),
    ],
)
def test_only_columns_that_are_read_are_kept(
    heading: str, column: str | None, value: str, kept: str
) -> None:
    headings = (Heading(0, "Datum", "date"), Heading(1, heading, column))
    row = RejectedRow(7, ("31-02-2019", value, "beyond the headings"), ())
    assert kept_cells(row, Table("usage", 1, headings)) == ["31-02-2019", kept, ""]
    assert row.cells == ("31-02-2019", value, "beyond the headings")


def test_amounts_per_period_and_the_cells_of_a_crosstab_are_kept() -> None:
    headings = (Heading(0, "2019", None, period=(("year", "2019"),)), Heading(1, "Wie", None))
    row = RejectedRow(7, ("x", "Jan"), ())
    assert kept_cells(row, Table("budget", 1, headings, "wide")) == ["x", ""]
    assert kept_cells(row, Table("usage", 1, (), "crosstab")) == ["x", "Jan"]


def test_a_short_row_and_a_sheet_without_a_table() -> None:
    headings = (Heading(3, "Naam", None),)
    assert kept_cells(RejectedRow(7, ("a",), ()), Table("usage", 1, headings)) == [""]
    assert kept_cells(RejectedRow(7, ("a",), ()), None) == [""]


def test_persons_above_a_column_that_is_not_read() -> None:
    assert kept_heading(Heading(0, "Uren van j@x.nl", None)) == "Uren van […]"
    assert kept_heading(Heading(0, "Uren van j@x.nl", "hours")) == "Uren van j@x.nl"
