"""What is left out of the rejected rows that are kept."""

from __future__ import annotations

import pytest

from data.results import Heading, RejectedRow, Table
from data.storing.personal import kept_cells


@pytest.mark.parametrize(
    ("heading", "column", "value", "kept"),
    [
        ("Contactpersoon", None, "J. Jansen", ""),
        ("Naam medewerker", None, "J. Jansen", ""),
        ("E-mail", None, "j.jansen@voorbeeld.nl", ""),
        ("Opmerking", None, "mail j.jansen@voorbeeld.nl", ""),
        ("Opmerking", None, "NL91 ABNA 0417 1643 00", ""),
        ("Opmerking", None, "later gemeld", "later gemeld"),
        ("Telefoon", None, "023-1234567", ""),
        ("Themanaam", "theme", "Wonen", "Wonen"),
        ("Naam activiteit", "subject", "Leerkring", "Leerkring"),
    ],
)
def test_persons_in_unread_columns_are_not_kept(
    heading: str, column: str | None, value: str, kept: str
) -> None:
    headings = (Heading(0, "Datum", "date"), Heading(1, heading, column))
    row = RejectedRow(7, ("31-02-2019", value, "x"), ())
    assert kept_cells(row, Table("usage", 1, headings)) == ["31-02-2019", kept, "x"]
    assert row.cells == ("31-02-2019", value, "x")


def test_a_short_row_and_a_sheet_without_a_table() -> None:
    headings = (Heading(3, "Naam", None),)
    row = RejectedRow(7, ("a",), ())
    assert kept_cells(row, Table("usage", 1, headings)) == ["a"]
    assert kept_cells(row, None) == ["a"]
