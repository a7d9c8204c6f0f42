"""What the money says, in sentences made from the numbers. Plain text: escape it where shown."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from decimal import Decimal

from analysis.money.cities import AllCities
from analysis.money.contribution import Range, YearCheck, over_years
from analysis.money.euros import in_euros
from analysis.money.execution import YearResult
from analysis.money.split import Split
from analysis.use import Measure
from data.money.agreements import Agreement, agreement_in
from texts import Text, formats, ngettext
from texts import translate as _

WEIGHED: dict[Measure, Text] = {"hours": Text("the hours"), "uses": Text("the uses")}
WHY_FLAT = Text(
    "The contribution is a flat fee: one request more costs nothing extra. So these are averages "
    "of the whole municipality, not prices."
)


def cents(value: int | None, *, whole: bool = False) -> str:
    """An amount in cents as euros, with decimals only when it has them, or never."""
    if value is None:
        return _("unknown")
    return formats.money(in_euros(value), cents=not whole and value % 100 != 0)


def amount(euros: Decimal | None) -> str:
    """An amount in euro, with decimals only when it has them."""
    return _("unknown") if euros is None else formats.money(euros, cents=euros % 1 != 0)


def range_in_words(implied: Range | None) -> str:
    """Numbers of inhabitants from … to …."""
    if implied is None:
        return _("no whole number")
    if implied.lowest == implied.highest:
        return formats.number(implied.lowest)
    return _("{low} to {high}").format(
        low=formats.number(implied.lowest), high=formats.number(implied.highest)
    )


def agreed_in_words(agreement: Agreement | None, year: int) -> str:
    """What is agreed for a year: the term, the contribution and how it divides."""
    if agreement is None:
        return _("No agreement is known for {year}.").format(year=year)
    parts = [_("The agreement {term} holds in {year}.").format(term=agreement.term, year=year)]
    if agreement.contribution is not None:
        text = _("The budgeted contribution is {amount} a year.")
        parts.append(text.format(amount=amount(agreement.contribution)))
    if agreement.rate is not None and agreement.inhabitants is not None:
        text = _("The rate is {rate} per inhabitant, for {inhabitants} inhabitants.")
        parts.append(
            text.format(
                rate=formats.rate(agreement.rate), inhabitants=formats.number(agreement.inhabitants)
            )
        )
    if agreement.general_percent is not None and agreement.tailored_percent is not None:
        text = _("Of it {general} is general and {tailored} tailor-made support.")
        parts.append(
            text.format(
                general=formats.points(agreement.general_percent),
                tailored=formats.points(agreement.tailored_percent),
            )
        )
    return " ".join(parts)


def spent_in_words(result: YearResult) -> str | None:
    """How much of the budget of a year was spent; None when nothing is known of it.

    What is left, or was spent too much, is said of a year that is settled.
    """
    left = result.remainder
    if result.actual is None and result.budget is None:
        return None
    if result.actual is None:
        text = _("In {year} {budget} is budgeted; nothing booked was read in.")
    elif result.budget is None:
        text = _("In {year} {actual} is booked; no budget was read in.")
    elif not result.over:
        text = _("Of the {budget} for {year}, {actual} is spent or committed so far; the year is "
                 "not over.")  # fmt: skip
    elif left is None:
        text = ngettext(
            "In {year} {actual} of {budget} is spent or committed; of {n} budgeted line it is not "
            "known what was spent.",
            "In {year} {actual} of {budget} is spent or committed; of {n} budgeted lines it is not "
            "known what was spent.",
            result.unknown_posts,
        )
    elif left < 0:
        text = _("In {year} {actual} of {budget} is spent or committed: {over} too much.")
    elif left == 0:
        text = _("In {year} {actual} of {budget} is spent or committed: exactly the budget.")
    else:
        text = _("In {year} {actual} of {budget} is spent or committed; {left} is left.")
    used = None if result.actual is None else result.actual + (result.commitment or 0)
    return text.format(
        year=result.year, budget=cents(result.budget), actual=cents(used), left=cents(left),
        over=cents(-(left or 0)), n=formats.number(result.unknown_posts),
    )  # fmt: skip


def left_in_words(result: YearResult) -> str:
    """What is left of the budget of a year, or why that is not known."""
    if not result.over:
        return _("not over yet")
    return cents(result.remainder)


def check_in_words(checks: Sequence[YearCheck]) -> str:
    """What the check of the years of one agreement finds, without correcting anything."""
    if not checks:
        return _("No agreement is known, so the contribution cannot be checked.")
    check = checks[0]
    if check.calculated is None or check.budgeted is None:
        return _("Of {years} the rate, the inhabitants or the budget is unknown: no check.").format(
            years=_years(checks)
        )
    whole = over_years(check.difference for check in checks)
    parts = [
        _difference_in_words(check).format(
            budgeted=amount(check.budgeted),
            rate=formats.rate(check.rate),
            inhabitants=formats.number(check.inhabitants),
            calculated=formats.money(check.calculated),
            difference=formats.money(abs(check.difference or Decimal(0))),
        )
    ]
    if check.difference and whole is not None and len(checks) > 1:
        parts.append(
            _("Over {years} that is {whole}.").format(
                years=_years(checks), whole=formats.money(abs(whole))
            )
        )
    parts.append(_implied_in_words(check))
    parts.append(_("The amounts are shown as they are; nothing is corrected."))
    return " ".join(part for part in parts if part)


def contribution_in_words(check: YearCheck) -> str:
    """What was invoiced beside rate times inhabitants; without invoice what was budgeted."""
    named = _("invoiced") if check.invoiced is not None else _("budgeted")
    told = check.budgeted if check.invoiced is None else check.invoiced
    apart = None if told is None or check.calculated is None else told - check.calculated
    if apart is None:
        text = _("Contribution of {year}: {named} {amount}.")
    elif not apart:
        text = _("Contribution of {year}: {named} {amount}, the same as rate × inhabitants.")
    elif apart > 0:
        text = _("Contribution of {year}: {named} {amount}, {apart} more than rate × inhabitants.")
    else:
        text = _("Contribution of {year}: {named} {amount}, {apart} less than rate × inhabitants.")
    return text.format(
        year=check.year,
        named=named,
        amount=amount(told),
        apart=formats.money(abs(apart or Decimal(0))),
    )


def _difference_in_words(check: YearCheck) -> str:
    if not check.difference:
        return _(
            "The contribution: {budgeted} a year is budgeted; {rate} × {inhabitants} inhabitants "
            "is the same."
        )
    if check.difference > 0:
        return _(
            "The contribution: {budgeted} a year is budgeted; {rate} × {inhabitants} inhabitants "
            "is {calculated}: {difference} a year more."
        )
    return _(
        "The contribution: {budgeted} a year is budgeted; {rate} × {inhabitants} inhabitants is "
        "{calculated}: {difference} a year less."
    )


def _implied_in_words(check: YearCheck) -> str:
    implied = check.implied_by_budget
    if implied is None or check.inhabitants is None:
        return ""
    text = _("The budgeted amount belongs to {range} inhabitants.")
    if implied.highest < check.inhabitants:
        text = _("The budgeted amount belongs to {range} inhabitants, so probably to an earlier "
                 "count.")  # fmt: skip
    return text.format(range=range_in_words(implied))


def _years(checks: Sequence[YearCheck]) -> str:
    first, last = checks[0].year, checks[-1].year
    return str(first) if first == last else f"{first}–{last}"


def days_left_in_words(agreement: Agreement, today: dt.date) -> str:
    """How long the agreement, or the time to renew it, still lasts."""
    until = agreement.renewal or agreement.ends
    days = (until - today).days
    day = formats.date(until)
    if days < 0:
        return _("Ended on {date}.").format(date=day)
    if agreement.renewal:
        text = ngettext(
            "Renewing is decided on {date}: {n} day left.",
            "Renewing is decided on {date}: {n} days left.", days,
        )  # fmt: skip
    else:
        text = ngettext(
            "Ends on {date}: {n} day left. When renewing is decided is unknown.",
            "Ends on {date}: {n} days left. When renewing is decided is unknown.", days,
        )  # fmt: skip
    return text.format(date=day, n=formats.number(days))


def running_in_words(agreements: Sequence[Agreement], today: dt.date) -> str:
    """Which agreement runs today, and how long it still lasts."""
    agreement = agreement_in(agreements, today.year)
    if agreement is None:
        return _("No agreement is known for {year}.").format(year=today.year)
    parts = [_("Now the agreement {term} holds.").format(term=agreement.term),
             days_left_in_words(agreement, today)]  # fmt: skip
    return " ".join(parts)


def split_in_words(split: Split, agreed: Decimal | None) -> str:
    """How the use of a period divides, beside what was agreed and what chance makes of that."""
    if split.share is None:
        return _("{period}: no record says whether it was general or tailor-made.").format(
            period=split.period.label
        )
    parts = [
        _("{period}: {share} of {what} was tailor-made (uses: {n}).").format(
            period=split.period.label, share=formats.percent(split.share),
            what=WEIGHED[split.measure], n=formats.number(split.n),
        )
    ]  # fmt: skip
    if not split.enough:
        parts.append(_("Too few records to set beside the agreed split."))
    elif agreed is not None:
        parts.append(_verdict(split, float(agreed) / 100).format(agreed=formats.points(agreed)))
    return " ".join(parts)


def _verdict(split: Split, agreed: float) -> str:
    if split.low is not None and agreed < split.low:
        return _("That is more than the agreed {agreed}, and more than chance makes of it.")
    if split.high is not None and agreed > split.high:
        return _("That is less than the agreed {agreed}, and less than chance makes of it.")
    return _("With the agreed {agreed} chance gives such a part as well: no difference is shown.")


def cost_in_words(year: int, per_use: Decimal, per_hour: Decimal | None) -> str:
    """What a use, and an hour, came to in a year of which all use is reported."""
    if per_hour is None:
        text = _("In {year} a use came to {per_use} on average.")
    else:
        text = _("In {year} a use came to {per_use} and an hour to {per_hour} on average.")
    return text.format(
        year=year, per_use=formats.money(per_use), per_hour=formats.money(per_hour)
    )  # fmt: skip


def all_cities_in_words(cities: AllCities, rate: Decimal) -> str:
    """The sum over all cities beside the stated total, side by side."""
    text = ngettext(
        "{known} of the {n} city has a known number of inhabitants in {year}: together {sum}.",
        "{known} of the {n} cities have a known number of inhabitants in {year}: together {sum}.",
        cities.cities,
    )
    if cities.complete:
        text = _("{n} cities × {rate} on the inhabitants of {year} is {sum}.")
    parts = [
        text.format(
            n=formats.number(cities.cities), known=formats.number(cities.known), year=cities.year,
            rate=formats.rate(rate), sum=formats.money(cities.contribution, cents=False),
        )
    ]  # fmt: skip
    if cities.total is not None:
        parts.append(
            _("The decision states {total}.").format(total=formats.money(cities.total, cents=False))
        )
    if cities.difference:
        parts.append(
            _("That is {difference} apart, and the decision does not explain it.").format(
                difference=formats.money(abs(cities.difference), cents=False)
            )
        )
    return " ".join(parts)
