"""What the figures of a page rest on: uploads, period, and what is missing."""

from __future__ import annotations

import datetime as dt

import pandas as pd
import streamlit as st

from analysis.period import Period
from data import columns as c
from data.users import READ_IN
from texts import ngettext
from texts import translate as _
from ui.shared import computed, formats, loaders, visitor
from ui.shared.caching import cached_as_shown
from ui.shared.chart import show_table
from ui.shared.frame import link_to
from ui.shared.labels import readable
from ui.shared.safe import escape_markdown
from ui.shared.tables import ReadyTable


def show_basis(period: Period) -> None:
    """The uploads that count, and the department-years of the period that are not complete."""
    st.markdown(_rests_on(period))
    if len(computed.missing_reports(period)):
        with st.expander(_("Departments without a report")):
            alt = _("Departments and years that no upload covers")
            show_table(_missing_table(period), alt=alt)
    if visitor.current_user().may(READ_IN):
        link_to("reading_in", _("All uploads, on Read in"))


@cached_as_shown
def _rests_on(period: Period) -> str:
    uploads = uploads_in_words(loaders.usage_batches())
    missing = missing_in_words(computed.missing_reports(period), period)
    return "\n\n".join(escape_markdown(line) for line in (uploads, missing))


@cached_as_shown
def _missing_table(period: Period) -> ReadyTable:
    missing = computed.missing_reports(period)
    years = missing[[c.DEPARTMENT, c.YEAR]].astype(str)
    told = years.assign(**{_("Reported"): [how_far(day) for day in missing["through"]]})
    return ReadyTable.of(readable(told))


def uploads_in_words(batches: pd.DataFrame) -> str:
    """How many uploads and records there are, and over which years."""
    years = batches[["first_year", "last_year"]].dropna()
    text = ngettext(
        "{n} upload, on {date}. Rows read in: {accepted}; rejected: {rejected}.",
        "{n} uploads, the last on {date}. Rows read in: {accepted}; rejected: {rejected}.",
        len(batches),
    ).format(
        n=formats.number(len(batches)),
        date=formats.day(batches["created_at"].max()),
        accepted=formats.number(batches["accepted"].sum()),
        rejected=formats.number(batches["rejected"].sum()),
    )
    if years.empty:
        return text
    span = Period(int(years["first_year"].min()), int(years["last_year"].max()))
    return text + " " + _("They cover {period}.").format(period=span.label)


def how_far(through: dt.date | None) -> str:
    """How far a year of a department is reported."""
    if through is None or pd.isna(through):
        return _("no report")
    return _("up to and including {day}").format(day=formats.date(through))


def missing_in_words(missing: pd.DataFrame, period: Period) -> str:
    """For how many departments a year of the period is not reported as a whole."""
    if missing.empty:
        return _("Over {period} every known department has a report of the whole year.").format(
            period=period.label
        )
    return ngettext(
        "In {period}, {n} department has a year that is not reported as a whole: that is not the "
        "same as no use.",
        "In {period}, {n} departments have a year that is not reported as a whole: that is not the "
        "same as no use.",
        missing[c.DEPARTMENT].nunique(),
    ).format(period=period.label, n=formats.number(missing[c.DEPARTMENT].nunique()))
