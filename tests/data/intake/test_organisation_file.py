"""The organisation as it is pasted from Excel or read from a workbook."""

from __future__ import annotations

import pytest

from data.intake.organisation_file import pasted_organisation
from data.values.organisation_input import StatedName


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("Vastgoed", StatedName()),
        ("Vastgoed\tFysiek", StatedName("fysiek")),
        ("Vastgoed\tAfdelingsmanager vastgoed\tfysiek", StatedName("fysiek", manager=(
            "Afdelingsmanager vastgoed"))),
        ("Vastgoed;2019;2022", StatedName(None, 2019, 2022)),
        ("Vastgoed;fysiek;;2020", StatedName("fysiek", 2020)),
        ("Vastgoed; Manager bestuur ;bestuur", StatedName("bestuur", manager="Manager bestuur")),
    ],
)  # fmt: skip
def test_a_line_without_headings_is_read_by_the_look_of_its_cells(
    line: str, expected: StatedName
) -> None:
    assert pasted_organisation(line).departments == {"Vastgoed": expected}


def test_what_is_no_domain_is_told_and_not_taken() -> None:
    found = pasted_organisation("Vastgoed;gebouwen\n\nGriffie\n")
    assert found.departments == {"Vastgoed": StatedName(), "Griffie": StatedName()}
    assert found.unread == (("1", "gebouwen"),)


def test_headings_say_which_cell_is_what() -> None:
    text = "Functie manager\tAfdeling\tTot\nHoofd\tVastgoed\t2021"
    assert pasted_organisation(text).departments == {
        "Vastgoed": StatedName(None, None, 2021, "Hoofd")
    }
