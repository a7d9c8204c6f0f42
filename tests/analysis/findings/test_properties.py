"""Random stores and periods: what is said is what the rows say, and like is compared with like."""

from __future__ import annotations

import datetime as dt
import re

import pandas as pd
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from analysis.findings import facts, sentences
from analysis.findings.register import Register
from analysis.period import Period
from tests.analysis.frames import (
    DOMAIN_OF,
    actions_frame,
    departments_frame,
    relevance_frame,
    reports_frame,
    themes_frame,
    usage_frame,
)
from texts import use_language

NAMES = [name for name in DOMAIN_OF if name != "Nieuw"]
THEMES = ["Wonen", "Schulden", "Energie"]
FIRST, LAST = dt.date(2018, 1, 1), dt.date(2022, 12, 31)
DAYS = st.dates(FIRST, LAST)
USES = st.lists(
    st.fixed_dictionaries(
        {
            "date": DAYS.map(str),
            "department": st.sampled_from(NAMES),
            "theme": st.sampled_from(THEMES),
            "channel": st.sampled_from(["direct", "direct", "network", None]),
        }
    ),
    min_size=1,
    max_size=60,
)
SPANS = st.tuples(DAYS, DAYS).map(sorted)
REPORTS = st.lists(
    st.tuples(
        st.lists(st.sampled_from(NAMES), min_size=1, unique=True),
        st.sampled_from([("direct",), ("network",), ("direct", "network")]),
        st.one_of(SPANS, st.integers(2018, 2022).map(
            lambda year: [dt.date(year, 1, 1), dt.date(year, 12, 31)])),
    ),
    max_size=6,
)  # fmt: skip
PERIODS = st.tuples(st.integers(2017, 2023), st.integers(2017, 2023)).map(
    lambda years: Period(min(years), max(years))
)


def register_of(uses: list[dict], reports: list, *, confirmed: bool) -> Register:
    lines = [
        (name, channel, str(first), str(last), None)
        for names, channels, (first, last) in reports
        for name in names
        for channel in channels
    ]
    return Register(
        usage=usage_frame(uses),
        departments=departments_frame(*NAMES),
        themes=themes_frame(*THEMES),
        relevance=relevance_frame(("Zorg", "Energie")).assign(confirmed=False),
        reported=reports_frame(lines),
        actions=actions_frame(),
        confirmed=confirmed,
    )


CHECKED = settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])


def told(found: facts.Findings) -> list[str]:
    when = sentences.period_in_words(found)
    texts = [sentences.headline(found), sentences.map_in_words(found.map, when)]
    texts += [sentences.figure_text(found, name) for name in found.figures]
    texts += [sentences.change_text(n, f.change) for n, f in found.figures.items() if f.change]
    texts += [why for f in found.figures.values() if (why := sentences.why_not_compared(f, found))]
    return [*texts, sentences.through_time(found) or "", *sentences.warnings(found)]


@CHECKED
@given(USES, REPORTS, PERIODS, st.booleans())
def test_the_counts_are_those_of_the_rows(
    uses: list[dict], reports: list, period: Period, confirmed: bool
) -> None:
    found = facts.find(register_of(uses, reports, confirmed=confirmed), period)
    assert found is not None
    rows = [u for u in uses if period.first <= int(u["date"][:4]) <= period.last]
    assert (found.figures["uses"].counted.value or 0) == len(rows)
    assert found.headline.n == len(rows)
    counts = dict(found.map)
    relevant = counts.pop("relevant")
    counts.pop("not_applicable")
    assert sum(counts.values()) == relevant
    direct = {u["department"] for u in rows if u["channel"] != "network"}
    assert not direct & {*found.not_using, *found.unknown}
    assert not set(found.not_using) & set(found.unknown)
    if found.figures["reach"].counted.n is not None:
        assert found.figures["reach"].counted.k == len(direct)
    with use_language("nl"):
        number = re.search(r"\d+", sentences.figure_text(found, "uses"))
    if rows:
        assert number
        assert int(number[0]) == len(rows)


@CHECKED
@given(USES, REPORTS, PERIODS)
def test_a_change_is_over_days_that_both_reported_and_never_without(
    uses: list[dict], reports: list, period: Period
) -> None:
    register = register_of(uses, reports, confirmed=True)
    found = facts.find(register, period)
    assert found is not None
    figure = found.figures["uses"]
    if figure.change is None:
        return
    alike = figure.change.alike
    assert 2 * len(alike.departments) >= len(NAMES)
    days = pd.date_range(alike.first, alike.last)
    for year in (0, -len(period.years)):
        shifted = days + pd.DateOffset(years=year)
        for name in alike.departments:
            for channel in alike.channels:
                lines = register.reported
                lines = lines[(lines["department"] == name) & (lines["channel"] == channel)]
                known = pd.Series(False, index=shifted)
                for first, last in zip(lines["first_day"], lines["last_day"], strict=True):
                    known |= (shifted >= first) & (shifted <= last)
                missing = known.index[~known.to_numpy()]
                assert all((day.month, day.day) == (2, 28) for day in missing)


@CHECKED
@given(USES, REPORTS, PERIODS)
def test_no_sentence_names_a_year_outside_the_period_but_the_one_before(
    uses: list[dict], reports: list, period: Period
) -> None:
    found = facts.find(register_of(uses, reports, confirmed=True), period)
    assert found is not None
    before = period.previous()
    allowed = {*period.years, *before.years, period.last - 1}
    with use_language("nl"):
        years = {int(year) for text in told(found) for year in re.findall(r"\b20[12]\d\b", text)}
    assert years <= allowed


@CHECKED
@given(USES, REPORTS, PERIODS)
def test_nothing_is_said_of_all_departments_before_they_are_confirmed(
    uses: list[dict], reports: list, period: Period
) -> None:
    found = facts.find(register_of(uses, reports, confirmed=False), period)
    assert found is not None
    assert found.figures["reach"].counted.value is None
    with use_language("nl"):
        text = " ".join(told(found)).casefold()
    assert not [word for word in ("100\u00a0%", "elke ", "alle ") if word in text]
