from __future__ import annotations

import datetime as dt

import pandas as pd
import pytest

from analysis.effect import Comparison, outcomes
from analysis.shares import share_of
from tests.analysis.frames import actions_frame, reported_frame, usage_frame
from texts import use_language
from ui.actions.effect import comparison_sentence, outcome_table


@pytest.mark.parametrize(
    ("acted", "others", "begin"),
    [
        ((3, 11), (20, 40), "Te weinig gegevens om te zeggen of het werkte (aan gewerkt: n = 11;"),
        ((0, 0), (0, 0), "Te weinig gegevens"),
        ((14, 20), (5, 60), "Het werkte: van wat is opgepakt kwam 70"),
        ((1, 30), (40, 60), "Van wat is opgepakt kwam 3"),
        ((6, 20), (12, 60), "Van wat is opgepakt kwam 30"),
    ],
)
def test_the_sentence_says_what_the_counts_allow(
    acted: tuple[int, int], others: tuple[int, int], begin: str
) -> None:
    with use_language("nl"):
        sentence = comparison_sentence(Comparison(share_of(*acted), share_of(*others)))
    assert sentence.startswith(begin)
    assert ("toeval" in sentence) == (acted == (6, 20))
    assert ("minder dan" in sentence) == (acted == (1, 30))


def test_the_table_tells_the_newest_choice_first_and_leaves_no_gaps() -> None:
    actions = actions_frame([
        {"chosen_on": "2019-03-01"}, {"chosen_on": "2019-05-01", "theme": "Energie"},
    ])  # fmt: skip
    usage = usage_frame([{"department": "Zorg", "date": "2019-03-02"}])
    today = dt.date(2019, 6, 1)
    found = outcomes(actions, usage, reported_frame(Zorg=(2019,)), today=today)
    with use_language("nl"):
        table = outcome_table(found)
    expected = pd.DataFrame(
        {
            "Afdeling": ["Zorg", "Zorg"],
            "Thema": ["Energie", "Wonen"],
            "Gekozen op": ["01-05-2019", "01-03-2019"],
            "Eerste gebruik": ["–", "02-03-2019"],
            "Na": ["", "1 dag"],
            "Tweede gebruik": ["–", "–"],
            "Uitkomst": ["Nog niet gebruikt, twaalf maanden zijn niet om", "Gebruikt"],
        }
    )
    pd.testing.assert_frame_equal(
        table.reset_index(drop=True).astype("str"), expected.astype("str")
    )
