"""Random stores: partial years and departments, reorganisations, lists of theme groups only."""

from __future__ import annotations

import datetime as dt

import pandas as pd
from hypothesis import strategies as st

from analysis import structure
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

NAMES = [name for name in DOMAIN_OF if name != "Nieuw"]
THEMES = ["Wonen", "Schulden", "Energie"]
DAYS = st.dates(dt.date(2018, 1, 1), dt.date(2022, 12, 31))
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
YEARS = st.integers(2018, 2022).map(lambda year: [dt.date(year, 1, 1), dt.date(year, 12, 31)])
REPORTS = st.lists(
    st.tuples(
        st.lists(st.sampled_from(NAMES), min_size=1, unique=True),
        st.sampled_from([("direct",), ("network",), ("direct", "network")]),
        st.one_of(st.tuples(DAYS, DAYS).map(sorted), YEARS),
    ),
    max_size=6,
)
PERIODS = st.tuples(st.integers(2017, 2023), st.integers(2017, 2023)).map(
    lambda years: Period(min(years), max(years))
)
# Renamed; merged; split; one that ended and one that began.
Lines = list[tuple[int, int, str, str, int]]
REORGANISED: st.SearchStrategy[Lines] = st.sampled_from(
    [
        [],
        [(1, 2020, "Bouw", "Nieuw", 100)],
        [(1, 2021, "Bouw", "Nieuw", 100), (1, 2021, "Beheer", "Nieuw", 100)],
        [(1, 2020, "Zorg", "Jeugd", 50), (1, 2020, "Zorg", "Nieuw", 50)],
    ]
)
VALID = st.fixed_dictionaries(
    {}, optional={"Werk": st.just((None, 2020)), "Markt": st.just((2020, None))}
)


def register_of(
    uses: list[dict],
    reports: list,
    *,
    confirmed: bool,
    reorganised: Lines | None = None,
    valid: dict[str, tuple[int | None, int | None]] | None = None,
) -> Register:
    """What is stored, read by the departments as they are now."""
    lines = [
        (name, channel, str(first), str(last), None)
        for names, channels, (first, last) in reports
        for name in names
        for channel in channels
    ]
    columns = ["reorganisation", "year", "department", "successor", "percent"]
    successions = pd.DataFrame(reorganised or [], columns=columns).astype(
        dict.fromkeys(("reorganisation", "year", "percent"), "int64")
    )
    made = ["Nieuw"] if any(line[3] == "Nieuw" for line in reorganised or []) else []
    every = departments_frame(*NAMES, *made)
    years = [(valid or {}).get(name, (None, None)) for name in every["department"]]
    every["valid_from"] = pd.array([first for first, _ in years], dtype="Int64")
    every["valid_to"] = pd.array([last for _, last in years], dtype="Int64")
    return Register(
        usage=structure.use_in(usage_frame(uses), every, successions, None),
        departments=structure.existing(every, successions, None),
        themes=themes_frame(*THEMES),
        relevance=relevance_frame(("Zorg", "Energie")).assign(confirmed=False),
        reported=structure.reported_in(reports_frame(lines), successions, None),
        actions=actions_frame(),
        confirmed=confirmed,
    )
