"""The placebo: what the test of the draws says of white spots that nobody touched."""

from __future__ import annotations

import streamlit as st

from analysis import drawing
from analysis.period import Period
from data import columns as c
from texts import translate as _
from ui.shared import computed, formats, loaders
from ui.shared.caching import cached
from ui.shared.safe import escape_markdown


def show_placebo() -> None:
    """How often chance is called more than chance on the use of this city, or why that is open."""
    st.header(_("The same test where nothing was done"), anchor=False)
    st.markdown(escape_markdown(placebo_in_words(computed.default_period())))


def placebo_in_words(period: Period | None) -> str:
    """What came of the placebo, over the last year of the period and the one before it."""
    found = None if period is None else _placebo(period.last)
    if period is None or found is None:
        return _("Too few white spots came into use by themselves to try the test on them.")
    return _(
        "On white spots that nobody worked on, approaching adds nothing, so the test of the draws "
        "should find nothing. Drawn {n} times among those of {before}, with the use of {after}, "
        "it called {percent} of the draws more than chance; at most {most} may be."
    ).format(
        n=formats.number(drawing.PLACEBO_ROUNDS), before=period.last - 1, after=period.last,
        percent=formats.percent(found), most=formats.percent(drawing.FALSE_ALARMS),
    )  # fmt: skip


@cached
def _placebo(year: int) -> float | None:
    actions = loaders.actions()
    touched = actions[actions[c.CHOSEN_ON].dt.year <= year]
    return drawing.placebo(
        computed.ranking(Period(year - 1, year - 1)),
        computed.cells(Period(year, year)),
        zip(touched[c.DEPARTMENT], touched[c.THEME], strict=True),
    )
