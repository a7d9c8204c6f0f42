from __future__ import annotations

import pytest

from analysis.findings.sentences import most_used, too_little, use_in_words
from texts import use_language


@pytest.mark.parametrize(
    ("names", "value", "whole", "measure", "known", "sentence"),
    [
        (
            ["Wonen"], 15, 25, "uses", True,
            "Wonen het meest, 60 % (15 van 25) van het gebruik in 2025.",
        ),
        (
            ["Wonen", "Energie"], 12.5, 25.0, "hours", True,
            "Wonen en Energie het meest, elk 50 % (12,5 van 25) van de uren in 2025.",
        ),
        (["Wonen"], 25, 25, "uses", False, "Wonen het meest, 25 van 25 van het gebruik in 2025."),
    ],
)  # fmt: skip
def test_the_largest_has_its_share_of_the_place(
    names: list[str], value: float, whole: float, measure: str, known: bool, sentence: str
) -> None:
    with use_language("nl"):
        found = most_used(names, value, whole, "2025", measure=measure, known=known)
    assert found.replace("\u00a0", " ") == sentence


def test_how_much_there_was_and_that_it_is_too_little() -> None:
    with use_language("nl"):
        assert use_in_words(6, "2025 (t/m 30 september)", measure="uses") == (
            "6 keer in 2025 (t/m 30 september)."
        )
        assert too_little(19) == (
            "Te weinig gegevens om te rangschikken (aantal keer: 19; minstens 20 nodig)."
        )
