"""What a theme brought others, and where a department met it already."""

from __future__ import annotations

import pandas as pd

from analysis.offers import Meeting, forms_of_others, forms_used, last_meetings
from analysis.period import Period

ROWS = [
    # day, department, theme, form, channel, subject
    ("2022-02-01", "Jeugd", "Wonen", "advies", "direct", "A"),
    ("2022-03-01", "Zorg", "Wonen", "advies", "direct", "B"),
    ("2022-04-01", "Zorg", "Wonen", "leertraject", "direct", "C"),
    ("2022-05-01", "Vastgoed", "Wonen", "onderzoek", "direct", "own use is nobody else's"),
    ("2022-06-01", "Zorg", "Wonen", "bijeenkomst", "network", "through a group is no direct use"),
    ("2021-06-01", "Zorg", "Wonen", "publicatie", "direct", "another year"),
    ("2021-05-01", "Vastgoed", "Wonen", "bijeenkomst", "network", "Eerder"),
    ("2022-05-12", "Vastgoed", "Wonen", "bijeenkomst", "network", "Langer thuis"),
    ("2023-05-12", "Vastgoed", "Wonen", "bijeenkomst", "network", "after the period"),
    ("2020-01-01", "Vastgoed", "Jeugd", "bijeenkomst", "network", None),
]
YEAR = Period(2022, 2022)


def usage() -> pd.DataFrame:
    columns = ["date", "department", "theme", "form", "channel", "subject"]
    frame = pd.DataFrame(ROWS, columns=columns)
    frame["date"] = pd.to_datetime(frame["date"])
    return frame.assign(year=frame["date"].dt.year, date_precision="day")


def test_the_forms_are_those_in_which_others_used_it_themselves_in_the_period() -> None:
    found = forms_of_others(forms_used(usage(), YEAR), "Vastgoed", "Wonen")
    assert list(found.items()) == [("advies", 2), ("leertraject", 1)]


def test_of_a_theme_that_nobody_else_used_there_is_nothing_to_offer() -> None:
    assert forms_of_others(forms_used(usage(), YEAR), "Vastgoed", "Jeugd") == {}


def test_the_last_meeting_is_the_last_one_up_to_the_end_of_the_period() -> None:
    assert last_meetings(usage(), "Vastgoed", YEAR) == {
        "Wonen": Meeting(pd.Timestamp("2022-05-12"), "day", "Langer thuis"),
        "Jeugd": Meeting(pd.Timestamp("2020-01-01"), "day", ""),
    }
