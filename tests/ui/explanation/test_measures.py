"""The worked examples of the explanation hold when the program itself computes them."""

from __future__ import annotations

from decimal import Decimal

import pytest

from analysis.concentration import corrected_gini, effective_number, lorenz
from analysis.findings.chance import chance_of_difference
from analysis.findings.sentences import chance_in_words
from analysis.money.contribution import Range, check_years, contribution, implied_inhabitants
from analysis.money.euros import allocate, per_unit
from analysis.opportunities import draw_number
from analysis.period import Period
from analysis.shares import wilson_interval
from data.money.agreements import Agreement
from data.settings import Settings
from texts import use_language
from ui.explanation.measures import measures


def test_every_measure_has_a_formula_and_an_example() -> None:
    with use_language("nl"):
        for measure in measures(Settings()):
            assert str(measure.name)
            assert str(measure.formula) != str(measure.example)
            assert "{" not in f"{measure.formula}{measure.example}"


def test_the_example_of_a_difference() -> None:
    chance = chance_of_difference(77, 84, clumps=1.0)
    with use_language("nl"):
        assert chance_in_words(chance).endswith("in ongeveer 6 van de 10 jaren voor")
        examples = " ".join(str(measure.example) for measure in measures(Settings()))
    assert "z = 7 ÷ √161 = 0,55" in examples


def test_the_example_of_the_effective_number() -> None:
    assert effective_number([25, 25, 25, 25]) == pytest.approx(4)
    assert round(effective_number([85, 5, 5, 5]), 1) == 1.8


def test_the_examples_of_inequality() -> None:
    curve = lorenz([0, 1, 2, 7])
    assert curve[curve["groups"] == 0.5]["uses"].tolist() == [pytest.approx(0.1)]
    assert round(corrected_gini([0, 1, 2, 7]), 2) == 0.73


def test_the_examples_of_the_ranking() -> None:
    share = (4 + 4 * 0.3) / (6 + 4)
    assert (round(share, 2), round(share * 4**0.5, 2)) == (0.52, 1.04)
    assert f"{draw_number(Period(2018, 2018), 'Jeugd', 'Wonen'):012x}".startswith("e9e4ff")
    with use_language("nl"):
        examples = " ".join(str(measure.example) for measure in measures(Settings()))
    assert "= 0,52. De afdeling gebruikt zelf 3 andere thema's: 0,52 × √4 = 1,04" in examples


def test_the_examples_of_the_money() -> None:
    with use_language("nl"):
        examples = " ".join(str(measure.example) for measure in measures(Settings())).replace(
            "\u00a0", " "
        )
    agreed = Agreement(2019, 2022, rate=Decimal("0.13"), inhabitants=100_000,
                       contribution=Decimal(12_900))  # fmt: skip
    check = check_years([agreed], {})[0]
    assert "= € 13.000,00. Begroot is € 12.900: € 100,00" in examples
    assert (check.calculated, check.difference) == (Decimal(13_000), Decimal(100))
    implied = implied_inhabitants(Decimal(13_000), Decimal("0.13"))
    assert implied == Range(99_997, 100_003)
    low, high = (contribution(Decimal("0.13"), n) for n in (99_997, 100_003))
    assert (low, high) == (Decimal("12999.61"), Decimal("13000.39"))
    assert "€ 12.999,61 en" in examples
    worth = 120**2 / (30 * 4**2)
    low, high = wilson_interval(0.75 * worth, worth)
    assert f"{low:.0%} tot en met {high:.0%}".replace("%", " %") in examples
    assert low < 0.6 < high
    assert allocate(10_000, [1, 1, 1]) == [3_334, 3_333, 3_333]
    assert per_unit(2_400_000, 84) == Decimal("285.71")
