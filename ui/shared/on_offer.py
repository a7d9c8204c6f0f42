"""What there is for a department, as its page and the message to its manager both say it."""

from __future__ import annotations

from collections.abc import Mapping

import pandas as pd

from analysis.offers import Meeting, forms_of_others, forms_used, last_meetings
from analysis.period import Period
from data import columns as c
from data.money.agreements import agreement_in
from texts import clock, ngettext
from texts import translate as _
from ui.budget.budget_data import agreements
from ui.shared import formats, loaders
from ui.shared.caching import cached
from ui.shared.labels import value_label


def support_in_words() -> str:
    """What the city has of Platform31; nothing of an agreement that nobody stated."""
    if agreement_in(agreements(), clock.today().year) is None:
        return _("Platform31 gives cities advice, learning courses and help with meetings.")
    return _(
        "Our city has an agreement with Platform31 for advice, learning courses and help with "
        "meetings."
    )


def costs_in_words() -> str:
    """That support costs a department nothing extra; empty unless the agreement of now says so."""
    agreement = agreement_in(agreements(), clock.today().year)
    if not (agreement and agreement.tailored_percent and loaders.settings().support_is_included):
        return ""
    return _(
        "It costs your department nothing extra: tailor-made support is part of the yearly "
        "contribution of the city (the {percent})."
    ).format(percent=formats.points(agreement.tailored_percent))


def theme_in_words(department: str, theme: str, period: Period) -> str:
    """Where the department met the theme already, and what others used for it."""
    met = _meetings(department, period).get(theme)
    forms = forms_of_others(_forms(period), department, theme)
    told = [meeting_in_words(met)] if met else []
    if forms:
        named = [_times(value_label(c.FORM, form), n) for form, n in forms.items()]
        text = _("In {period} other departments used for this: {forms}.")
        told.append(text.format(period=period.label, forms=formats.enumerated(named)))
    return " ".join(told)


@cached
def _forms(period: Period) -> pd.DataFrame:
    return forms_used(loaders.usage(), period)


@cached
def _meetings(department: str, period: Period) -> Mapping[str, Meeting]:
    return last_meetings(loaders.usage(), department, period)


def meeting_in_words(met: Meeting) -> str:
    """When the department came to a theme group, and what that was about when it is known."""
    said = (
        _("{when} the department came to a theme group about this: “{subject}”.")
        if met.subject
        else _("{when} the department came to a theme group about this.")
    )
    return said.format(when=_when(met), subject=met.subject)


def _when(met: Meeting) -> str:
    if met.precision == c.DAY_PRECISION:
        return _("On {day}").format(day=formats.date(met.date))
    if met.precision == c.MONTH_PRECISION:
        return _("In {period}").format(period=formats.month_label(met.date))
    if met.precision == c.QUARTER_PRECISION:
        return _("In {period}").format(period=formats.quarter_label(met.date))
    return _("In {period}").format(period=str(met.date.year))


def _times(form: str, n: int) -> str:
    return ngettext("{form} ({n} time)", "{form} ({n} times)", n).format(
        form=form, n=formats.number(n)
    )
