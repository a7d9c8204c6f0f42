from __future__ import annotations

import pandas as pd
import pytest

from data.columns import BUDGET, USAGE
from data.overlap import KEEP, REPLACE, SKIP
from data.overlap.comparing import Comparison, Overlap
from texts import use_language
from ui.reading_in.overlap import (
    captions,
    choice_label,
    differences_table,
    lost_corrections,
    overlap_in_words,
)

NO_CORRECTIONS = pd.DataFrame({"batch_id": [], "records": []})
NEWER = Overlap(120, 96, (Comparison(3, rows=100, same=96, changed=2, new=22),))


@pytest.mark.parametrize(
    ("overlap", "sentence"),
    [
        (NEWER, "Van de 120 gelezen rijen staan er 96 al in upload 3."),
        (
            Overlap(1200, 2, (Comparison(7, 9, 1, 0, 1), Comparison(4, 9, 1, 0, 1))),
            "Van de 1.200 gelezen rijen staan er 2 al in uploads 4 en 7.",
        ),
        (
            Overlap(4, 4, (Comparison(1, 9, 4, 0, 0),)),
            "Alle 4 gelezen rijen staan al in upload 1.",
        ),
        (
            Overlap(4, 0, (Comparison(1, 4, 0, 4, 0),)),
            "Geen enkele rij is precies gelijk, maar dit bestand lijkt sterk op upload 1.",
        ),
    ],
)
def test_where_the_rows_are(overlap: Overlap, sentence: str) -> None:
    with use_language("nl"):
        assert overlap_in_words(overlap) == sentence


def test_what_each_choice_does() -> None:
    corrected = pd.DataFrame({"batch_id": [3, 9], "records": [1, 5]})
    with use_language("nl"):
        found = captions(NEWER, corrected)
        labels = [choice_label(choice, NEWER) for choice in (SKIP, REPLACE, KEEP)]
    assert found == {
        SKIP: "Er komen 24 nieuwe rijen bij. Daarvan zijn er 2 een gewijzigde versie van een rij "
        "die er al staat: die blijven ook staan.",
        REPLACE: "Upload 3 telt niet meer mee, dit bestand wel. Draait u dit later terug, dan telt "
        "die weer mee. 2 rijen daarvan staan niet in dit bestand en verdwijnen uit de cijfers. "
        "1 correctie door een afdeling vervalt daarmee.",
        KEEP: "Er komen 120 rijen bij, ook wat er al staat: dat telt dan dubbel.",
    }
    assert labels == [
        "Overslaan", "Upload 3 vervangen door dit bestand (aanbevolen)", "Dubbel opslaan",
    ]  # fmt: skip


def test_without_corrections_nothing_is_said_of_them() -> None:
    assert lost_corrections([3], NO_CORRECTIONS) == []


def test_the_differences_in_words() -> None:
    use = {"date": pd.Timestamp("2019-02-09"), "department": "Zorg", "theme": "W", "subject": ""}
    usage = pd.DataFrame(
        [
            {**use, "change": "changed", "column": "hours", "before": None, "after": 2.5},
            {**use, "change": "gone", "column": None, "before": None, "after": None},
        ]
    )
    line = {"year": 2019, "kind": "budget", "description": "P31", "account": "0.10"}
    budget = pd.DataFrame(
        [
            {**line, "change": "changed", "column": "amount", "before": 20762.0, "after": 0.5},
            {**line, "change": "changed", "column": "concerns", "before": 1.0, "after": 0.0},
        ]
    ).reindex(
        columns=[
            "year", "date", "kind", "description", "department", "theme", "account", "supplier",
            "cost_centre", "task_field", "change", "column", "before", "after",
        ]
    )  # fmt: skip
    with use_language("nl"):
        assert differences_table(usage, USAGE).to_numpy().tolist() == [
            ["09-02-2019, Zorg, W", "Uren: was (leeg), wordt 2,5"],
            ["09-02-2019, Zorg, W", "verdwenen"],
        ]
        assert differences_table(budget, BUDGET).to_numpy().tolist() == [
            ["2019, begroot, P31, 0.10", "Bedrag: was €\u00a020.762,00, wordt €\u00a00,50"],
            ["2019, begroot, P31, 0.10", "Over Platform31: was ja, wordt nee"],
        ]
