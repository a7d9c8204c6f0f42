from __future__ import annotations

import pytest

from analysis.findings.sentences import apart_in_words, map_in_words
from data.states import STATES
from texts import use_language

NONE = dict.fromkeys(STATES, 0)


def counts(**given: int) -> dict[str, int]:
    parts = NONE | given
    return parts | {"relevant": sum(n for state, n in parts.items() if state != "not_applicable")}


@pytest.mark.parametrize(
    ("given", "sentence"),
    [
        (
            counts(used=27, network_only=1, open=57, lapsed=2, not_applicable=73),
            "87 relevante combinaties in 2025 = 27 gebruikt + 1 alleen via een themagroep + 57 wit "
            "+ 2 weggevallen.",
        ),
        (
            counts(used=1, unknown=3),
            "4 relevante combinaties in 2025 = 1 gebruikt + 3 niet opgegeven.",
        ),
        (counts(unknown=3), "Over rechtstreeks gebruik in 2025 is niets opgegeven."),
        (counts(not_applicable=3), "Geen enkele combinatie geldt als relevant in 2025."),
    ],
)
def test_the_parts_of_the_map_add_up_in_words(given: dict[str, int], sentence: str) -> None:
    with use_language("nl"):
        assert map_in_words(given, "2025") == sentence


@pytest.mark.parametrize(
    ("apart", "used", "sentence"),
    [
        (73, 0, "73 andere combinaties zijn niet relevant."),
        (73, 2, "73 andere combinaties zijn niet relevant. 2 daarvan zijn toch gebruikt."),
        (0, 0, ""),
    ],
)
def test_what_is_not_relevant_stands_apart(apart: int, used: int, sentence: str) -> None:
    with use_language("nl"):
        assert apart_in_words(counts(used=1, not_applicable=apart), used) == sentence
