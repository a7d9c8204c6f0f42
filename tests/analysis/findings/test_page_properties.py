"""Random stores and filters: a sentence gives what the table that is offered under it gives."""

from __future__ import annotations

import re
from typing import Any

import pandas as pd
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from analysis.findings import facts, sentences
from analysis.findings.register import Register
from analysis.findings.standing import standing, unused_themes
from analysis.opportunities import with_neighbours
from analysis.period import Period
from analysis.use import use_by
from tests.analysis.findings.random_stores import (
    PERIODS,
    REORGANISED,
    REPORTS,
    USES,
    VALID,
    register_of,
)
from texts import use_language

CHECKED = settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
DOMAINS = st.sampled_from([(), (), ("sociaal",), ("fysiek", "economie")])
STORES = st.builds(
    register_of, USES, REPORTS, confirmed=st.booleans(), reorganised=REORGANISED, valid=VALID
)
STATES = {"gebruikt": "used", "alleen via een themagroep": "network_only", "wit": "open",
          "weggevallen": "lapsed", "niet opgegeven": "unknown"}  # fmt: skip
UNSAID = ("100\u00a0%", "elke ", "alle ")


def counts_in(text: str) -> list[int]:
    return [int(number) for number in re.findall(r"(?<![\w,.])\d+(?![\w,.%\u00a0])", text)]


def reported_on(register: Register, department: str, year: int) -> bool:
    """Whether a day of direct use of that year is reported, or any direct use is recorded."""
    lines = register.reported
    lines = lines[(lines["department"] == department) & (lines["channel"] == "direct")]
    inside = (lines["first_day"].dt.year <= year) & (lines["last_day"].dt.year >= year)
    return bool(inside.any())


def rows_of(register: Register, period: Period) -> pd.DataFrame:
    usage = register.usage
    return usage[usage["year"].between(period.first, period.last)]


@CHECKED
@given(STORES, PERIODS, DOMAINS)
def test_the_parts_of_the_map_are_those_of_its_table(
    store: Register, period: Period, domains: tuple[str, ...]
) -> None:
    cells = facts.cells_of(store, period)
    cells = cells[cells["domain"].isin(domains)] if domains else cells
    with use_language("nl"):
        text = sentences.map_in_words(facts.count_map(cells), period.label, domains)
    relevant = cells[cells["relevant"]]
    if " = " not in text:
        assert (relevant["state"] == "unknown").all()
        return
    whole, parts = text.split(" = ")
    assert int(whole.split()[0]) == len(relevant)
    told = {STATES[name.strip(" .")]: int(n) for n, name in re.findall(r"(\d+) ([^+]+)", parts)}
    table = relevant["state"].value_counts().to_dict()
    assert {state: n for state, n in told.items() if n} == table
    assert sum(told.values()) == len(relevant)


@CHECKED
@given(STORES, PERIODS)
def test_what_is_said_of_a_department_is_what_its_rows_give(
    store: Register, period: Period
) -> None:
    cells, rows = facts.cells_of(store, period), rows_of(store, period)
    for department in cells["department"].unique():
        found = standing(store, cells, period, department)
        own = rows[rows["department"] == department]
        direct = own[own["channel"] != "network"]
        known = len(direct) or any(reported_on(store, department, y) for y in period.years)
        with use_language("nl"):
            text = sentences.standing_in_words(found)
        assert found.reported == bool(known)
        if not known:
            assert "niet bekend" in text
            assert unused_themes(with_neighbours(cells), department).empty
            continue
        told = counts_in(text.split("Platform31 ")[1])
        table = cells[(cells["department"] == department) & cells["relevant"] & cells["reported"]]
        expected = [len(direct)] if len(direct) else []
        expected += [len(own) - len(direct)] if len(own) > len(direct) else []
        if len(direct) and len(table):
            expected += [int((table["uses"] > 0).sum()), len(table)]
        assert told == expected


@CHECKED
@given(STORES, PERIODS)
def test_colleagues_are_those_of_whom_something_is_reported(
    store: Register, period: Period
) -> None:
    cells = with_neighbours(facts.cells_of(store, period))
    direct = rows_of(store, period)
    direct = direct[direct["channel"] != "network"]
    for row in cells.to_dict("records"):
        place = [row["domain"]] if row["peers"] else cells["domain"].unique()
        others = cells[(cells["theme"] == row["theme"]) & cells["domain"].isin(place)]
        others = others[others["department"] != row["department"]]["department"]
        using = {
            name for name in others
            if len(direct[(direct["department"] == name) & (direct["theme"] == row["theme"])])
        }  # fmt: skip
        reported = {
            name for name in others
            if name in using or any(reported_on(store, name, year) for year in period.years)
        }  # fmt: skip
        with use_language("nl"):
            text = sentences.others_using(row)
        if not reported:
            assert text == "Van andere afdelingen is niets opgegeven."
        elif len(reported) > 1:
            some = using and using != reported  # else it says "geen van de" or "alle"
            counts = [len(using), len(reported)] if some else [len(reported)]
            assert counts_in(text) == counts


@CHECKED
@given(STORES, PERIODS, DOMAINS, st.sampled_from(["theme", "department"]))
def test_the_largest_is_that_of_the_table(
    store: Register, period: Period, domains: tuple[str, ...], by: str
) -> None:
    rows = rows_of(store.within(domains), period)
    table = use_by(rows, by)
    if table.empty:
        return
    value, whole = table["value"].iloc[0], table["value"].sum()
    names = table.loc[table["value"] == value, by].tolist()
    with use_language("nl"):
        text = sentences.most_used(
            names, value, whole, period.label, measure="uses", known=store.confirmed
        )
    largest = rows[by].astype("str").value_counts()
    assert f"{largest.max()} van {len(rows)}" in text
    assert set(names) == set(largest[largest == largest.max()].index)
    assert store.confirmed or not [word for word in UNSAID if word in text.casefold()]


@CHECKED
@given(STORES, PERIODS, DOMAINS)
def test_a_change_is_counted_again_from_the_rows(
    store: Register, period: Period, domains: tuple[str, ...]
) -> None:
    chosen = store.within(domains)
    found = facts.find(chosen, period)
    if found is None or (change := found.figures[facts.USES].change) is None:
        return
    alike = change.alike
    for part, counted in ((alike.before, change.before), (alike.period, change.now)):
        rows = rows_of(chosen, part)
        first, last = (
            pd.Timestamp(day) + pd.DateOffset(years=part.first - alike.period.first)
            for day in (alike.first, alike.last)
        )
        inside = rows["department"].isin(alike.departments) & rows["date"].between(first, last)
        network = rows["channel"] == "network"
        allowed = {"direct": ~network, "network": network}
        inside &= pd.concat([allowed[c] for c in alike.channels], axis=1).any(axis=1)
        leap = ((rows["date"].dt.month == 2) & (rows["date"].dt.day == 29)).any()
        assert leap or counted.value == inside.sum()
    with use_language("nl"):
        text = sentences.change_text(facts.USES, change)
    assert text.startswith(f"{int(change.now.value or 0)} keer")


def all_texts(store: Register, period: Period) -> list[str]:
    """What page, message and letter say of the departments and of the map."""
    cells = facts.cells_of(store, period)
    found: list[str] = [sentences.map_in_words(facts.count_map(cells), period.label)]
    spots: list[dict[str, Any]] = with_neighbours(cells).to_dict("records")  # type: ignore[assignment]
    for department in cells["department"].unique():
        stands = standing(store, cells, period, department)
        found.append(sentences.standing_in_words(stands))
        when = sentences.period_in_words(stands)
        own = [spot for spot in spots if spot["department"] == department]
        found += [sentences.use_of_theme(spot, when) for spot in own]
        found += [sentences.others_using(spot) for spot in own]
    return found


@CHECKED
@given(STORES, PERIODS)
def test_no_sentence_of_a_department_names_a_year_outside_the_period(
    store: Register, period: Period
) -> None:
    with use_language("nl"):
        years = {int(y) for t in all_texts(store, period) for y in re.findall(r"\b20[12]\d\b", t)}
    assert years <= set(period.years)


@CHECKED
@given(STORES, PERIODS)
def test_of_a_theme_without_a_report_it_is_not_said_that_it_was_not_used(
    store: Register, period: Period
) -> None:
    for row in facts.cells_of(store, period).to_dict("records"):
        with use_language("nl"):
            text = sentences.use_of_theme(row, period.label)  # type: ignore[arg-type]
        known = any(reported_on(store, row["department"], year) for year in period.years)
        if not known and not row["uses"] and not row["network_uses"]:
            assert "niet opgegeven" in text
