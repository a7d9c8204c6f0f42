from __future__ import annotations

import pytest

from data.mending.corrections_text import decode, encode
from data.values.corrections import NO_CORRECTIONS, Corrections, SheetCorrections

SAID = Corrections(
    {
        "Blad1": SheetCorrections(
            kind="budget",
            header_row=3,
            columns={0: "year", 4: ""},
            unit=1000,
            blanked=frozenset({2}),
            sign=-1,
            year=2019,
        ),
        "Blad1#2": SheetCorrections(left_out=True),
    },
    {"department": {"JOS": "Jeugd", "x": None}},
)


@pytest.mark.parametrize("corrections", [NO_CORRECTIONS, SAID])
def test_what_was_said_comes_back(corrections: Corrections) -> None:
    assert decode(encode(corrections)) == corrections


def test_mended_cells_do_not_go_along_since_they_stand_in_the_workbook() -> None:
    cells = Corrections({"Blad1": SheetCorrections(unit=1, cells={(3, 0): "x"})})
    assert decode(encode(cells)) == Corrections({"Blad1": SheetCorrections(unit=1)})


@pytest.mark.parametrize(
    "text",
    ["", "{", "[]", "3", '{"sheets": {}}', '{"sheets": {"a": {}}, "names": {}}',
     '{"sheets": {"a": 1}, "names": {}}', '{"sheets": {}, "names": {"department": 3}}'],
)  # fmt: skip
def test_a_text_that_somebody_changed_says_nothing(text: str) -> None:
    assert decode(text) == NO_CORRECTIONS
