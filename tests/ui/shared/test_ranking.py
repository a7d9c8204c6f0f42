from __future__ import annotations

from collections.abc import Iterator

import pandas as pd
import pytest

from analysis.promise import track_record
from tests.ui.shared.test_sentences import SPOT
from texts import use_language
from ui.shared.ranking import promises_in_words, ranking_table


@pytest.fixture(autouse=True)
def _dutch() -> Iterator[None]:
    with use_language("nl"):
        yield


def test_the_words_stand_with_what_they_rest_on() -> None:
    said = promises_in_words(track_record([(12, 132), (7, 132), (4, 128)])).replace("\u00a0", " ")
    assert said == (
        "Van zulke plekken kwam in eerdere jaren dit deel een jaar later in gebruik: "
        "kansrijk 9 % (12 van 132); onzeker 5 % (7 van 132); onzeker 3 % (4 van 128); "
        "van alle plekken 6 % (23 van 392)."
    )


def test_thirds_that_are_taken_together_are_told_once() -> None:
    said = promises_in_words(track_record([(10, 132), (6, 132), (8, 128)]))
    assert said.count("onzeker") == 1
    assert "14 van 260" in said


def test_with_too_little_to_look_back_on_every_place_is_uncertain() -> None:
    record = track_record([(2, 20), (1, 20), (0, 20)])
    assert promises_in_words(record).startswith("Hoe kansrijk een plek is, is onzeker")
    table = ranking_table(spots(3), record, whole=3)
    assert table["Inschatting"].tolist() == ["onzeker"] * 3


def test_each_place_has_the_word_of_its_third_of_the_whole_list() -> None:
    record = track_record([(12, 132), (9, 132), (2, 128)])
    table = ranking_table(spots(4), record, whole=6)  # the last two are of another domain
    assert table["Inschatting"].tolist() == ["kansrijk", "kansrijk", "mogelijk", "mogelijk"]


def spots(n: int) -> pd.DataFrame:
    line = SPOT | {"department": "Jeugd", "theme": "Wonen", "list": "broaden"}
    return pd.DataFrame([line | {"rank": rank} for rank in range(1, n + 1)])
