"""The measures of the money as they are explained: name, formula in words, worked example."""

from __future__ import annotations

from decimal import Decimal

from analysis.money.split import MOST_GIVE_HOURS
from analysis.shares import wilson_interval
from data.settings import Settings
from texts import Text
from ui.shared import formats

Texts = tuple[Text, Text, Text]  # name, formula, example


def money_measures(settings: Settings) -> tuple[Texts, ...]:
    """What the page Budget shows, in its order."""
    return (_check(), _implied(), _execution(settings), _split(), _costs(), _themes())


def _check() -> Texts:
    return (
        Text("Contribution check"),
        Text(
            "Rate × inhabitants, beside the budgeted amount and what was invoiced, with the "
            "differences. Nothing is corrected."
        ),
        Text(
            "{rate} × {inhabitants} inhabitants = {calculated}. Budgeted is {budgeted}: "
            "{difference} a year less, and over four years {whole}.",
            {
                "rate": formats.rate(Decimal("0.13")),
                "inhabitants": formats.number(100_000),
                "calculated": formats.money(Decimal("13000.00")),
                "budgeted": formats.money(Decimal(12_900), cents=False),
                "difference": formats.money(Decimal("100.00")),
                "whole": formats.money(Decimal("400.00")),
            },
        ),
    )


def _implied() -> Texts:
    return (
        Text("Inhabitants that belong to an amount"),
        Text(
            "Every whole number of inhabitants for which rate × inhabitants rounds to the amount: "
            "to whole euros when the amount is in whole euros, otherwise to cents."
        ),
        Text(
            "{low} × {rate} = {first} and {high} × {rate} = {last}: both round to {amount}, and "
            "so does everything between them.",
            {
                "rate": formats.rate(Decimal("0.13")),
                "low": formats.number(99_997),
                "high": formats.number(100_003),
                "first": formats.money(Decimal("12999.61")),
                "last": formats.money(Decimal("13000.39")),
                "amount": formats.money(Decimal(13_000), cents=False),
            },
        ),
    )


def _execution(settings: Settings) -> Texts:
    return (
        Text("Budget against actual"),
        Text(
            "Left = budget − spent − committed, of a year that is over. What a file leaves open is "
            "unknown, never 0; then it is not said what is left. A difference between budget and "
            "spent is to be explained from {percent} of the budget on, unless it is less than "
            "{euros}.",
            {
                "percent": formats.percent(settings.explain_from_percent / 100),
                "euros": formats.money(settings.explain_from_euros, cents=False),
            },
        ),
        Text(
            "Of {budget}, {spent} is spent and {committed} committed: {left} is left.",
            {
                "budget": formats.money(30_000, cents=False),
                "spent": formats.money(26_000, cents=False),
                "committed": formats.money(1_500, cents=False),
                "left": formats.money(2_500, cents=False),
            },
        ),
    )


def _split() -> Texts:
    low, high = wilson_interval(0.75 * 30, 30)
    return (
        Text("40/60"),
        Text(
            "Tailor-made part = tailor-made hours ÷ all hours of which the part is known. Uses "
            "are counted when less than {most} of the records give hours. It is judged per year, "
            "and over the years of the agreement together. With few records chance moves the part "
            "from the agreed one. How far is the range of Wilson for (sum of the hours)² ÷ (sum "
            "of the squared hours) records. The agreed part is outside it, or no difference is "
            "shown. In euro it is the contribution × each part: an allocation.",
            {"most": formats.percent(MOST_GIVE_HOURS)},
        ),
        Text(
            "90 of 120 hours are tailor-made: 75%. Spread as 30 records of 4 hours, the range is "
            "{low} to {high}. The agreed 60% lies inside it: no difference is shown.",
            {"low": formats.percent(low), "high": formats.percent(high)},
        ),
    )


def _costs() -> Texts:
    return (
        Text("Contribution per use and per hour"),
        Text(
            "The contribution of a year ÷ the uses, or ÷ the hours, of the whole municipality. "
            "The contribution is what was invoiced, or else what was budgeted. The fee is flat, "
            "so this is an average and no price; it is never given per department. It is only said "
            "of a year of which every department reported all use."
        ),
        Text(
            "{contribution} for 84 uses is {each} per use.",
            {
                "contribution": formats.money(24_000, cents=False),
                "each": formats.money(Decimal("285.71")),
            },
        ),
    )


def _themes() -> Texts:
    return (
        Text("Contribution per theme"),
        Text(
            "The contribution divided in proportion to hours or to uses, as the switch says. "
            "Whole cents are given first; the cents that are left go one by one to the largest "
            "remainders, so that the parts add up to the contribution."
        ),
        Text(
            "{whole} over three themes with one use each: {first}, {rest} and {rest}.",
            {
                "whole": formats.money(Decimal(100)),
                "first": formats.money(Decimal("33.34")),
                "rest": formats.money(Decimal("33.33")),
            },
        ),
    )
