"""Which numbers and addresses in a free text are personal data; the numbers are fictitious."""

from __future__ import annotations

import pandas as pd
import pytest

from data.cells.personal import find_personal, without_personal
from data.cleaning.personal_columns import personal_data_in
from data.values.found_table import Heading, Table
from data.values.results import PersonalData, RejectedRow


@pytest.mark.parametrize(
    ("text", "kinds", "left"),
    [
        ("mail j.jansen@voorbeeld.nl even", ["email"], "mail […] even"),
        ("van a-b+c@x.gemeente.nl, en d@e.nl.", ["email", "email"], "van […], en […]."),
        ("@Jan kijk je mee?", [], None),
        ("NL91 ABNA 0417 1643 00", ["iban"], "[…]"),
        ("op NL91ABNA0417164300 graag", ["iban"], "op […] graag"),
        ("op nl91abna0417164300", ["iban"], "op […]"),
        ("DE89370400440532013000", ["iban"], "[…]"),
        ("NL92ABNA0417164300", [], None),  # a wrong check digit
        ("zaak 111222333", ["bsn"], "zaak […]"),  # 9+8+7+12+10+8+9+6-3 = 66 = 6 x 11
        ("1234.56.782", ["bsn"], "[…]"),
        ("123 456 782", ["bsn"], "[…]"),
        ("123456782.", ["bsn"], "[…]."),
        ("zaak 123456789", [], None),
        ("000000000", [], None),
        ("1112223334", [], None),
        ("111.222.333", [], None),  # an amount
        ("111222333,50", [], None),
        ("111222333-2", [], None),
        ("bel 06-12345678", ["phone"], "bel […]"),
        ("bel 06 1234 5678 of 06 12 34 56 78", ["phone", "phone"], "bel […] of […]"),
        ("+31 6 12345678", ["phone"], "[…]"),
        ("0031612345678", ["phone"], "[…]"),
        ("+31 (0)23 511 51 15", ["phone"], "[…]"),
        ("(023) 511 5115", ["phone"], "[…]"),
        ("023-5115115", ["phone"], "[…]"),
        ("0235115115", ["phone"], "[…]"),
        ("0299-398398", ["phone"], "[…]"),
        ("03-04-2019 12:30", [], None),
        ("2018-2022 en 01-02-2020", [], None),
        ("€ 20.762,00 en 161.260 inwoners", [], None),
        ("Vraag 0-123456", [], None),
        ("", [], None),
    ],
)
def test_personal_data_in_a_text(text: str, kinds: list[str], left: str | None) -> None:
    assert sorted(kind for kind, _begin, _end in find_personal(text)) == sorted(kinds)
    if left is not None or not kinds:
        assert without_personal(text) == (text if left is None else left)
    assert list(find_personal(without_personal(text))) == []


def test_where_personal_data_stand() -> None:
    headings = (
        Heading(0, "Datum", "date"),
        Heading(2, "Wat", "subject"),
        Heading(3, "E-mail", None),
    )
    records = pd.DataFrame(
        {"subject": ["mail a@b.nl en c@d.nl", None, "x", "bel 06-12345678"], "row": [5, 6, 8, 9]}
    )
    rejected = [RejectedRow(7, ("", "", "a@b.nl"), ()), RejectedRow(10, ("",), ())]
    before = records.copy()
    assert personal_data_in(records, rejected, Table("usage", 4, headings)) == (
        PersonalData(2, "Wat", "email", (5, 7)),
        PersonalData(2, "Wat", "phone", (9,)),
    )
    assert records.equals(before)


def test_a_budget_without_free_texts_has_none() -> None:
    table = Table("budget", 4, (Heading(0, "Rekening", "account"),))
    records = pd.DataFrame({"account": ["111222333"], "row": [5]})
    assert personal_data_in(records, [], table) == ()
