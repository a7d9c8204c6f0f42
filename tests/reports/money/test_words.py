from __future__ import annotations

import datetime as dt
from decimal import Decimal

import pytest

from analysis.money.cities import AllCities
from analysis.money.contribution import Range, YearCheck
from analysis.money.execution import YearResult
from analysis.money.split import Split
from analysis.period import Period
from data.money.agreements import Agreement
from reports.money import words as money_words
from texts import use_language

TODAY = dt.date(2026, 11, 24)
RATE = Decimal("0.13")


def said(text: str | None) -> str:
    return (text or "").replace("\u00a0", " ")


@pytest.fixture(autouse=True)
def dutch():  # noqa: ANN201
    with use_language("nl"):
        yield


@pytest.mark.parametrize(
    ("result", "sentence"),
    [
        (
            YearResult(2021, 3_000_000, 2_600_000, 150_000),
            "In 2021 is € 27.500 van € 30.000 besteed of verplicht; € 2.500 is over.",
        ),
        (
            YearResult(2021, 100, 150),
            "In 2021 is € 1,50 van € 1 besteed of verplicht: € 0,50 te veel.",
        ),
        (
            YearResult(2021, 100, 100),
            "In 2021 is € 1 van € 1 besteed of verplicht: precies het budget.",
        ),
        (YearResult(2021, None, 100), "In 2021 is € 1 geboekt; er is geen begroting ingelezen."),
        (
            YearResult(2021, 100, None),
            "In 2021 is € 1 begroot; er is nog niets ingelezen van wat geboekt is.",
        ),
        (
            YearResult(2021, 100, 150, over=False),
            "Van de € 1 voor 2021 is tot nu toe € 1,50 besteed of verplicht; het jaar is nog niet "
            "om.",
        ),
        (
            YearResult(2021, 1_200_000, 350_000, unknown_posts=1),
            "In 2021 is € 3.500 van € 12.000 besteed of verplicht; van 1 begrotingsregel is niet "
            "bekend wat besteed is.",
        ),
        (YearResult(2021), ""),
    ],
)
def test_what_was_spent(result: YearResult, sentence: str) -> None:
    assert said(money_words.spent_in_words(result)) == sentence


def check_of(inhabitants: int | None, budgeted: str | None) -> YearCheck:
    amount = None if budgeted is None else Decimal(budgeted)
    return YearCheck(2019, RATE, inhabitants, None, amount)


@pytest.mark.parametrize(
    ("inhabitants", "budgeted", "part"),
    [
        (161_260, "20762", "is € 20.963,80: € 201,80 per jaar meer."),
        (161_260, "20762", "159.704 tot en met 159.711 inwoners, dus waarschijnlijk een eerdere"),
        (100_000, "13000", "× 100.000 inwoners is hetzelfde bedrag."),
        (100_000, "13001", "is € 13.000,00: € 1,00 per jaar minder."),
        (None, "13001", "Van 2019 is het tarief, het inwonertal of de begroting onbekend"),
        (1, None, "Van 2019 is het tarief, het inwonertal of de begroting onbekend"),
    ],
)
def test_what_the_check_finds(inhabitants: int | None, budgeted: str | None, part: str) -> None:
    assert part in said(money_words.check_in_words([check_of(inhabitants, budgeted)]))


def test_an_amount_for_more_inhabitants_is_not_called_an_earlier_count() -> None:
    assert "eerdere telling" not in money_words.check_in_words([check_of(100_000, "13001")])


@pytest.mark.parametrize(
    ("implied", "expected"),
    [(None, "geen heel getal"), (Range(5, 5), "5"), (Range(5, 7_000), "5 tot en met 7.000")],
)
def test_a_range_of_inhabitants(implied: Range | None, expected: str) -> None:
    assert money_words.range_in_words(implied) == expected


@pytest.mark.parametrize(
    ("agreement", "expected"),
    [
        (Agreement(2023, 2027), "Loopt tot en met 31 december 2027: nog 402 dagen. Wanneer over"),
        (Agreement(2019, 2022), "Geëindigd op 31 december 2022."),
        (
            Agreement(2023, 2027, renewal=dt.date(2026, 11, 25)),
            "Over verlengen wordt besloten op 25 november 2026: nog 1 dag.",
        ),
    ],
)
def test_how_long_an_agreement_lasts(agreement: Agreement, expected: str) -> None:
    assert money_words.days_left_in_words(agreement, TODAY).startswith(expected)


def test_which_agreement_runs() -> None:
    assert money_words.running_in_words([Agreement(2023, 2027)], TODAY).startswith(
        "Nu geldt de overeenkomst 2023–2027."
    )
    assert "geen overeenkomst" in money_words.running_in_words([Agreement(2019, 2022)], TODAY)


def split_of(low: float, high: float, n: float = 40) -> Split:
    return Split(Period(2021, 2021), "hours", 30, 70, 40, n, 0, 0, 0.7, low, high)


@pytest.mark.parametrize(
    ("split", "part"),
    [
        (
            split_of(0.62, 0.8),
            "meer dan de afgesproken 60 %, en meer dan toeval ervan maakt.",
        ),
        (
            split_of(0.4, 0.59),
            "minder dan de afgesproken 60 %, en minder dan toeval ervan maakt.",
        ),
        (split_of(0.5, 0.8), "een verschil is niet aangetoond"),
        (split_of(0.62, 0.8, n=5), "Te weinig gegevens"),
        (split_of(0.62, 0.8), "70 % van de uren was maatwerk"),
        (
            Split(Period(2021, 2021), "uses", 0, 0, 0, 0, 3, 0, None, None, None),
            "geen enkel gegeven zegt of het algemeen of maatwerk was",
        ),
    ],
)
def test_the_split_beside_the_agreement(split: Split, part: str) -> None:
    assert part in said(money_words.split_in_words(split, Decimal(60)))


@pytest.mark.parametrize(
    ("cities", "expected"),
    [
        (
            AllCities(2019, 40, 40, 5_053_795, Decimal("656993.35"), Decimal(540_000)),
            "40 steden × € 0,13 op de inwoners van 2019 is € 656.993. Het besluit noemt € 540.000. "
            "Dat scheelt € 116.993, en het besluit verklaart dat niet.",
        ),
        (
            AllCities(2021, 6, 40, 100, Decimal("13.00"), Decimal(540_000)),
            "Van 6 van de 40 steden is het inwonertal in 2021 bekend: samen € 13. "
            "Het besluit noemt € 540.000.",
        ),
    ],
)
def test_all_cities_beside_the_total(cities: AllCities, expected: str) -> None:
    assert said(money_words.all_cities_in_words(cities, RATE)) == expected
