from __future__ import annotations

import pytest

from data.reading.refusals import RefusedError
from data.reading.xlsx_errors import xlsx_errors

ONE = {1: {1: "#N/A"}}
CASES = {
    "as Excel writes it": (
        '<row r="2"><c r="B2" s="1" t="e"><f>NA()</f><v>#N/A</v></c></row>',
        ONE,
    ),
    "attributes in another order": ('<row r="2"><c t="e" r="B2"><v>#N/A</v></c></row>', ONE),
    "single quotes": ("<row r='2'><c r='B2' t='e'><v>#N/A</v></c></row>", ONE),
    "spaces in tags": ('<row r="2"><c  r="B2"\n t="e" ><v >#N/A</v></c ></row>', ONE),
    "formula with text before it": (
        '<row r="2"><c r="B2" t="e"><f t="shared" si="0">IF(A1&lt;2,NA())</f><v>#N/A</v></c></row>',
        ONE,
    ),
    "no references": ("<row/><row><c><v>1</v></c><c t='e'><v>#N/A</v></c></row>", ONE),
    "row numbers only": ('<row r="2"><c><v>1</v></c><c t="e"><v>#N/A</v></c></row>', ONE),
    "a reference now and then": ('<row r="2"><c r="A2"/><c t="e"><v>#N/A</v></c></row>', ONE),
    "no value": ('<row r="2"><c r="B2" t="e"><f>NA()</f></c></row>', {1: {1: "#VALUE!"}}),
    "no content": ('<row r="2"><c r="B2" t="e"/></row>', {1: {1: "#VALUE!"}}),
    "in a comment": ('<!-- <c r="A1" t="e"><v>#REF!</v></c> --><row r="2"/>', {}),
    "a text with the mark": (
        '<row r="2"><c r="A2" t="inlineStr"><is><t>x t="e" y</t></is></c>'
        '<c r="B2" t="e"><v>#N/A</v></c></row>',
        ONE,
    ),
    "another attribute": ('<row r="2" x="e"><c r="B2" t="e"><v>#N/A</v></c></row>', ONE),
    "wide columns": (
        '<row r="10"><c r="XFD10" t="e"><v>#REF!</v></c></row>',
        {9: {16383: "#REF!"}},
    ),
    "two in a row": (
        '<row r="1"><c r="A1" t="e"><v>#REF!</v></c><c r="AA1" t="e"><v>#N/A</v></c></row>',
        {0: {0: "#REF!", 26: "#N/A"}},
    ),
    "none": ('<row r="1"><c r="A1" t="s"><v>0</v></c></row>', {}),
}


@pytest.mark.parametrize(("rows", "expected"), CASES.values(), ids=CASES)
def test_error_cells(rows: str, expected: dict[int, dict[int, str]]) -> None:
    xml = f'<worksheet xmlns="urn:x"><sheetData>{rows}</sheetData></worksheet>'
    assert xlsx_errors(xml.encode()) == expected


def test_prefixed_names() -> None:
    xml = (
        '<x:worksheet xmlns:x="urn:x"><x:sheetData><x:row r="2"><x:c r="B2" t="e">'
        "<x:v>#N/A</x:v></x:c></x:row></x:sheetData></x:worksheet>"
    )
    assert xlsx_errors(xml.encode()) == ONE
    assert xlsx_errors(xml.replace("<x:row", "<!-- --><x:row").encode()) == ONE


def test_declarations_are_refused() -> None:
    with pytest.raises(RefusedError, match="declarations"):
        xlsx_errors(b'<!DOCTYPE worksheet [<!ENTITY a "b">]><worksheet/>')
