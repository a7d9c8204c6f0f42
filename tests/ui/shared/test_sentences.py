from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pandas as pd
import pytest

from analysis.finding import Headline
from analysis.period import Period
from analysis.shares import share_of
from texts import use_language
from ui.shared import sentences

FOUND = Headline(
    period=Period(2018, 2018),
    domain="sociaal",
    theme="Duurzaamheid",
    share=share_of(53, 72),
    not_using=share_of(7, 16),
    departments_not_using=("Archief", "Belastingen", "Communicatie", "Financiën", "Juridisch"),
    unknown=(),
    enough=True,
)
SPOT = {
    "state": "open", "domain": "sociaal", "peers": 6, "peers_using": 4, "others": 15,
    "departments_using": 5, "other_themes": 3, "colleague": "Zorg", "colleague_uses": 2,
}  # fmt: skip


@pytest.fixture(autouse=True)
def _dutch() -> Iterator[None]:
    with use_language("nl"):
        yield


@pytest.mark.parametrize(
    ("changed", "expected"),
    [
        (
            {},
            "In 2018 kwam 74\u00a0% van het gebruik uit het sociaal domein en het thema "
            "Duurzaamheid; 7 van de 16 afdelingen gebruikten Platform31 zelf niet.",
        ),
        (
            {"theme": None, "not_using": share_of(1, 16)},
            "In 2018 kwam 74\u00a0% van het gebruik uit het sociaal domein; "
            "1 van de 16 afdelingen gebruikte Platform31 zelf niet.",
        ),
        (
            {"share": share_of(3, 4), "enough": False, "not_using": share_of(0, 2)},
            "In 2018 is Platform31 4 keer gebruikt, te weinig om te zeggen waar het gebruik "
            "vandaan komt; elke afdeling met een opgave gebruikte Platform31 zelf.",
        ),
        (
            {"share": share_of(30, 40), "domain": None, "enough": False},
            "In 2018 is Platform31 40 keer gebruikt, door afdelingen die nog niet in een domein "
            "zijn ingedeeld; 7 van de 16 afdelingen gebruikten Platform31 zelf niet.",
        ),
        (
            {"share": share_of(0, 0), "enough": False, "not_using": share_of(0, 0)},
            "In 2018 is geen gebruik van Platform31 vastgelegd; "
            "van geen enkele afdeling is iets opgegeven.",
        ),
    ],
)
def test_the_headline_says_what_the_figures_allow(changed: dict, expected: str) -> None:
    assert sentences.headline_sentence(replace(FOUND, **changed)) == expected


def test_the_headline_rests_on_counts_and_names() -> None:
    basis = sentences.headline_basis(replace(FOUND, unknown=("Griffie",)))
    assert basis == (
        "53 van de 72 keer; met 95\u00a0% zekerheid tussen 62\u00a0% en 82\u00a0%. "
        "Niet gebruikt door: Archief, Belastingen, Communicatie en nog 2. "
        "Geen opgave van: Griffie."
    )


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
            "4 van de 6 andere afdelingen in het sociaal domein gebruiken dit thema. "
            "Zelf gebruikt zij 3 andere thema’s.",
        ),
        (
            {"peers_using": 1, "other_themes": 1},
            "1 van de 6 andere afdelingen in het sociaal domein gebruikt dit thema. "
            "Zelf gebruikt zij 1 ander thema.",
        ),
        (
            {"peers_using": 0, "other_themes": 0},
            "Nog geen andere afdeling in het sociaal domein gebruikt dit thema. "
            "Zelf gebruikt zij nog geen ander thema.",
        ),
        (
            {"peers": 1, "peers_using": 1},
            "De enige andere afdeling in het sociaal domein gebruikt dit thema. "
            "Zelf gebruikt zij 3 andere thema’s.",
        ),
        (
            {"peers": 0, "peers_using": 0, "state": "lapsed"},
            "Eerder wel gebruikt, maar niet in deze periode. "
            "5 van de 15 andere afdelingen in de gemeente gebruiken dit thema. "
            "Zelf gebruikt zij 3 andere thema’s.",
        ),
    ],
)
def test_an_opportunity_has_its_reason_in_words(changed: dict, expected: str) -> None:
    assert sentences.opportunity_reason(SPOT | changed) == expected


@pytest.mark.parametrize(
    ("colleague", "expected"),
    [("Zorg", "Collega-afdeling: Zorg (gebruikte dit 2 keer)."), (None, "")],
)
def test_the_colleague_department_is_named_when_there_is_one(
    colleague: str | None, expected: str
) -> None:
    assert sentences.colleague_in_words(SPOT | {"colleague": colleague}) == expected


def use(values: list[float], fractions: list[float], n: list[int]) -> pd.DataFrame:
    names = ["Wonen", "Energie", "Schulden"][: len(values)]
    return pd.DataFrame({"theme": names, "value": values, "n": n, "fraction": fractions})


@pytest.mark.parametrize(
    ("frame", "measure", "expected"),
    [
        (
            use([15, 10], [0.6, 0.4], [15, 10]),
            "uses",
            "Wonen het meest, 60\u00a0% van het gebruik (15 van 25).",
        ),
        (
            use([12.5, 12.5], [0.5, 0.5], [12, 12]),
            "hours",
            "Wonen en Energie het meest, elk 50\u00a0% van de uren (12,5 van 25).",
        ),
        (
            use([15, 4], [0.79, 0.21], [15, 4]),
            "uses",
            "Te weinig gegevens om te rangschikken (n = 19; minstens 20 nodig).",
        ),
        (
            use([], [], []),
            "uses",
            "Te weinig gegevens om te rangschikken (n = 0; minstens 20 nodig).",
        ),
    ],
)
def test_the_largest_is_named_only_with_enough_data(
    frame: pd.DataFrame, measure: str, expected: str
) -> None:
    assert sentences.most_used(frame, "theme", measure=measure) == expected


@pytest.mark.parametrize(
    ("values", "expected"),
    [
        ([4], "4 keer in 2018."),
        ([4, 6], "Meer gebruik: van 4 keer in 2018 naar 6 in 2019."),
        ([6, 4], "Minder gebruik: van 6 keer in 2018 naar 4 in 2019."),
        ([4, 4], "Gelijk gebleven: 4 keer in 2019, net als in 2018."),
    ],
)
def test_movement_is_told_from_the_last_two_periods(values: list[int], expected: str) -> None:
    starts = pd.to_datetime([f"{2018 + i}-01-01" for i in range(len(values))])
    frame = pd.DataFrame({"period_start": starts, "theme": "Wonen", "value": values})
    assert sentences.through_time(frame, per="year", measure="uses") == expected


def test_a_share_of_nothing_is_not_a_percentage() -> None:
    assert sentences.share_in_words(share_of(0, 0)) == "niet bekend, er valt niets te tellen"
