"""A meeting is dated as exactly as it is known, and no more."""

from __future__ import annotations

import pandas as pd
import pytest

from analysis.offers import Meeting
from texts import use_language
from ui.shared.on_offer import meeting_in_words

DAY = pd.Timestamp("2022-05-12")


@pytest.mark.parametrize(
    ("precision", "begins"),
    [("day", "Op 12 mei 2022"), ("month", "In mei 2022"), ("quarter", "In 2022 kw 2"),
     ("year", "In 2022")],
)  # fmt: skip
def test_a_meeting_is_dated_as_exactly_as_it_is_known(precision: str, begins: str) -> None:
    with use_language("nl"):
        said = meeting_in_words(Meeting(DAY, precision, "Langer thuis"))
        bare = meeting_in_words(Meeting(DAY, precision, ""))
    assert said == f"{begins} was de afdeling al bij een themagroep hierover: “Langer thuis”."
    assert bare == f"{begins} was de afdeling al bij een themagroep hierover."
