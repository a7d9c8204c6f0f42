from __future__ import annotations

import datetime as dt

import pandas as pd

from analysis.period import Period
from analysis.reporting import Alike, NotAlike, Reports, compare
from analysis.worklist import direct_uses, proposals, theme_uses, worklist
from data import columns as c
from tests.analysis.frames import departments_frame, reports_frame, usage_frame

TODAY = dt.date(2023, 5, 1)


def cells(*rows: tuple[str, str, int, bool]) -> pd.DataFrame:
    """Department, state, uses, reported; all of them relevant."""
    frame = pd.DataFrame(rows, columns=[c.DEPARTMENT, c.STATE, "uses", "reported"])
    return frame.assign(
        domain="sociaal", theme="Wonen", network_uses=1, relevant=True,
        last_used=pd.Timestamp("2022-03-01"),
    )  # fmt: skip


def ranked(*departments: str) -> pd.DataFrame:
    themes = [f"Thema {place}" for place in range(len(departments))]
    rank = list(range(1, len(departments) + 1))
    return pd.DataFrame({c.DEPARTMENT: departments, c.THEME: themes, "rank": rank})


def actions(*rows: tuple[str, int, str, str | None]) -> pd.DataFrame:
    frame = pd.DataFrame(rows, columns=[c.DEPARTMENT, "conversation_id", c.STATUS, "due_on"])
    return frame.assign(due_on=pd.to_datetime(frame["due_on"]))


def test_what_is_promised_comes_first_and_who_uses_least_next() -> None:
    found = worklist(
        cells(
            ("Alles", c.USED, 4, True),
            ("Veel", c.OPEN, 3, True),
            ("Stil", c.UNKNOWN, 0, False),
            ("Loopt", c.PLANNED, 0, True),
            ("Geen", c.OPEN, 0, True),
            ("Laat", c.PLANNED, 5, True),
        ),
        ranked("Veel", "Geen", "Veel"),
        actions(
            ("Laat", 1, c.APPROACHED, "2023-04-30"),
            ("Loopt", 2, c.APPROACHED, "2023-05-01"),
            ("Geen", 3, c.DECLINED, "2023-01-01"),  # closed: nobody speaks with them now
        ),
        today=TODAY,
    )
    assert list(zip(found[c.DEPARTMENT], found["to_do"], strict=True)) == [
        ("Laat", "overdue"),
        ("Geen", "begin"),
        ("Veel", "begin"),
        ("Stil", "ask_list"),
        ("Loopt", "running"),
        ("Alles", "nothing"),
    ]


def test_equal_use_is_ordered_by_the_best_proposal() -> None:
    both = cells(("A", c.OPEN, 0, True), ("B", c.OPEN, 0, True))
    found = worklist(both, ranked("B", "A"), actions(), today=TODAY)
    assert found[c.DEPARTMENT].tolist() == ["B", "A"]
    assert found["best_rank"].tolist() == [1, 2]


def test_the_two_best_are_proposed() -> None:
    found = proposals(ranked("A", "B", "A", "A"), "A")
    assert found["rank"].tolist() == [1, 3]


def alike(*lines: tuple[str, str, str, str]) -> Alike | NotAlike:
    reports = reports_frame((*line, None) for line in lines)
    usage = usage_frame(USES)
    departments = departments_frame("Jeugd", "Zorg")
    found = Reports.of(reports, departments, usage)
    return compare(found, Period(2019, 2019), Period(2018, 2018), usage)


USES = [
    {"date": "2018-02-01", "department": "Jeugd"},
    {"date": "2018-02-01", "department": "Jeugd", "channel": "network"},
    {"date": "2018-11-01", "department": "Jeugd"},
    {"date": "2019-02-01", "department": "Jeugd", "theme": "Energie"},
    {"date": "2019-03-01", "department": "Jeugd"},
    {"date": "2019-03-01", "department": "Zorg"},
]


def test_both_years_are_counted_over_the_same_days() -> None:
    found = alike(
        ("Jeugd", "direct", "2018-01-01", "2018-12-31"),
        ("Jeugd", "direct", "2019-01-01", "2019-06-30"),
    )
    assert isinstance(found, Alike)
    uses = direct_uses(found, usage_frame(USES))
    # The use of November 2018 has no counterpart, and that of the theme group is not its own.
    assert uses.to_dict("records") == [{"department": "Jeugd", "before": 1, "now": 2}]
    by_theme = theme_uses(found, usage_frame(USES), ["Wonen", "Energie"])
    assert by_theme.to_dict("records") == [
        {"theme": "Wonen", "before": 1, "now": 1},
        {"theme": "Energie", "before": 0, "now": 1},
    ]


def test_theme_groups_alone_say_nothing_of_own_use() -> None:
    found = alike(
        *(
            (name, "network", f"{year}-01-01", f"{year}-12-31")
            for name in ("Jeugd", "Zorg")
            for year in (2018, 2019)
        )
    )
    assert isinstance(found, Alike)
    assert direct_uses(found, usage_frame(USES)).empty
