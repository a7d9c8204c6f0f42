from __future__ import annotations

from collections.abc import Iterator

import pytest

from analysis.shares import share_of
from texts import use_language
from ui.shared import sentences

SPOT = {
    "state": "open", "domain": "sociaal", "peers": 6, "peers_using": 4, "others": 15,
    "departments_using": 5, "other_themes": 3, "colleague": "Zorg", "colleague_uses": 2,
    "through_group": False, "uses_before": 0,
}  # fmt: skip


@pytest.fixture(autouse=True)
def _dutch() -> Iterator[None]:
    with use_language("nl"):
        yield


@pytest.mark.parametrize(
    ("names", "expected"),
    [
        ([], ""),
        (["a"], "a"),
        (["a", "b"], "a en b"),
        (["a", "b", "c", "d"], "a, b, c en d"),
        (["a", "b", "c", "d", "e"], "a, b, c en nog 2"),
    ],
)
def test_names_are_listed_as_one_would_say_them(names: list[str], expected: str) -> None:
    assert sentences.listed(names) == expected


@pytest.mark.parametrize(
    ("changed", "expected"),
    [
        (
            {},
            "4 van de 6 andere afdelingen in het sociaal domein waarvan het gebruik "
            "bekend is, gebruiken dit thema. De afdeling gebruikt zelf 3 andere thema’s.",
        ),
        (
            {"peers_using": 1, "other_themes": 1},
            "1 van de 6 andere afdelingen in het sociaal domein waarvan het gebruik bekend "
            "is, gebruikt dit thema. "
            "De afdeling gebruikt zelf 1 ander thema.",
        ),
        (
            {"peers_using": 0, "other_themes": 0},
            "Geen van de 6 andere afdelingen in het sociaal domein waarvan het gebruik "
            "bekend is, gebruikte dit thema. De afdeling gebruikt zelf geen ander thema.",
        ),
        (
            {"peers": 1, "peers_using": 1},
            "De enige andere afdeling in het sociaal domein waarvan het gebruik bekend "
            "is, gebruikt dit thema. "
            "De afdeling gebruikt zelf 3 andere thema’s.",
        ),
        (
            {"peers": 0, "peers_using": 0, "state": "lapsed", "uses_before": 4},
            "Eerder 4 keer gebruikt, maar niet in deze periode. "
            "5 van de 15 andere afdelingen in de gemeente waarvan het gebruik bekend is, "
            "gebruiken dit thema. "
            "De afdeling gebruikt zelf 3 andere thema’s.",
        ),
        (
            {"through_group": True},
            "4 van de 6 andere afdelingen in het sociaal domein waarvan het gebruik "
            "bekend is, gebruiken dit thema. De afdeling gebruikt zelf 3 andere thema’s. "
            "De afdeling kent dit thema uit een themagroep.",
        ),
    ],
)
def test_an_opportunity_has_its_reason_in_words(changed: dict, expected: str) -> None:
    assert sentences.opportunity_reason(SPOT | changed) == expected


@pytest.mark.parametrize(
    ("changed", "expected"),
    [
        (
            {},
            "4 van de 6 andere afdelingen in het sociaal domein waarvan het gebruik "
            "bekend is, gebruiken dit thema.",
        ),
        (
            {"peers_using": 0},
            "5 van de 15 andere afdelingen in de gemeente waarvan het gebruik bekend is, "
            "gebruiken dit thema.",
        ),
        (
            {"peers_using": 0, "departments_using": 0},
            "Geen van de 6 andere afdelingen in het sociaal domein waarvan het gebruik "
            "bekend is, gebruikte dit thema.",
        ),
        (
            {"peers_using": 0, "state": "lapsed", "uses_before": 1, "through_group": True},
            "Eerder 1 keer gebruikt, maar niet in deze periode. "
            "5 van de 15 andere afdelingen in de gemeente waarvan het gebruik bekend is, "
            "gebruiken dit thema. "
            "De afdeling kent dit thema uit een themagroep.",
        ),
    ],
)
def test_what_speaks_for_a_theme_looks_beyond_a_domain_without_use(
    changed: dict, expected: str
) -> None:
    assert sentences.what_speaks_for(SPOT | changed) == expected


@pytest.mark.parametrize(
    ("colleague", "expected"),
    [("Zorg", "Collega-afdeling: Zorg (gebruikte dit 2 keer)."), (None, "")],
)
def test_the_colleague_department_is_named_when_there_is_one(
    colleague: str | None, expected: str
) -> None:
    assert sentences.colleague_in_words(SPOT | {"colleague": colleague}) == expected


def test_a_share_of_nothing_is_not_a_percentage() -> None:
    assert sentences.share_in_words(share_of(0, 0)) == "niet bekend, er valt niets te tellen"
