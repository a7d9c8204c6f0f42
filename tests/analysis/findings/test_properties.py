"""Random stores and periods: what is said is what the rows say, and like is compared with like."""

from __future__ import annotations

import re

import pandas as pd
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from analysis.findings import facts, sentences
from analysis.period import Period
from tests.analysis.findings.random_stores import NAMES, PERIODS, REPORTS, USES, register_of
from texts import use_language

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
