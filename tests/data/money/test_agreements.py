from __future__ import annotations

import datetime as dt
from decimal import Decimal

import pytest

from data.money.agreements import (
    FIGURES,
    Stated,
    agreement_in,
    agreements_of,
    decision,
    reference_statements,
)


def test_the_decision_is_as_it_was_taken() -> None:
    agreement = decision()
    assert agreement.years == range(2019, 2023)
    assert agreement.rate == Decimal("0.13")
    assert agreement.inhabitants == 161_260
    assert agreement.reference_date == dt.date(2019, 1, 1)
    assert agreement.contribution == 20_762
    assert agreement.total == 540_000
    assert (agreement.general_percent, agreement.tailored_percent) == (40, 60)
    assert agreement.signer == "algemeen directeur, namens de gemeente"
    assert agreement.renewal is None


def test_three_agreements_follow_each_other_and_what_is_unknown_is_empty() -> None:
    before, ours, after = agreements_of(reference_statements("GM0392"))
    assert [a.term for a in (before, ours, after)] == ["2015–2018", "2019–2022", "2023–2027"]
    assert (before.general_percent, before.tailored_percent) == (40, 60)
    for agreement in (before, after):
        assert agreement.rate is agreement.inhabitants is agreement.contribution is None
    assert after.general_percent is after.signer is None
    assert after.ends == dt.date(2027, 12, 31)


def test_every_figure_has_its_source() -> None:
    statements = reference_statements("GM0392")
    assert all(statement.source.strip() and statement.value for statement in statements)
    of_decision = [s for s in statements if s.first_year == 2019]
    assert all("collegebesluit Platform31" in s.source for s in of_decision)
    assert {s.figure for s in statements} <= set(FIGURES)


def test_what_holds_for_haarlem_alone_is_unknown_elsewhere() -> None:
    ours = agreements_of(reference_statements("GM0361"))[1]
    assert ours.rate == Decimal("0.13")
    assert ours.total == 540_000
    assert ours.contribution is ours.inhabitants is ours.signer is None


def test_the_last_statement_counts_also_when_it_is_unknown_again() -> None:
    stated = [
        Stated(2019, "last_year", "2022", "a"),
        Stated(2019, "rate", "0.13", "a"),
        Stated(2019, "rate", "0.14", "b"),
        Stated(2019, "signer", "iemand", "a"),
        Stated(2019, "signer", "", "c"),
    ]
    (agreement,) = agreements_of(stated)
    assert (agreement.rate, agreement.signer) == (Decimal("0.14"), None)
    assert agreement.stated["rate"].source == "b"


@pytest.mark.parametrize(
    ("year", "first"), [(2014, None), (2018, 2015), (2019, 2019), (2028, None)]
)
def test_the_agreement_of_a_year(year: int, first: int | None) -> None:
    found = agreement_in(agreements_of(reference_statements("GM0392")), year)
    assert (found and found.first_year) == first
