from __future__ import annotations

import pandas as pd
import pytest

from analysis.findings.register import Register
from analysis.period import Period
from analysis.promise import band_of, track_record, track_records
from tests.analysis.frames import (
    actions_frame,
    departments_frame,
    relevance_frame,
    reported_frame,
    themes_frame,
    usage_frame,
)


def words(*bands: tuple[int, int]) -> list[str]:
    record = track_record(bands)
    return [record.word(band) for band in range(3)]


def test_places_lie_in_thirds() -> None:
    assert [band_of(rank, 7) for rank in range(1, 8)] == [0, 0, 0, 1, 1, 2, 2]
    assert band_of(1, 1) == 0


@pytest.mark.parametrize(
    ("bands", "expected"),
    [
        # 12 of 132 where 23 of 392 is usual: chance does that in 4 of 100 cities.
        ([(12, 132), (7, 132), (4, 128)], ["likely", "unsure", "unsure"]),
        ([(9, 132), (8, 132), (6, 128)], ["possible", "possible", "unsure"]),
        # The last third did better than the second: they are taken together, 14 of 260.
        ([(10, 132), (6, 132), (8, 128)], ["possible", "unsure", "unsure"]),
        # The wrong way round, all together: as often as the list as a whole.
        ([(4, 130), (7, 130), (12, 130)], ["possible", "possible", "possible"]),
        # Few places, or few that came into use: nothing can be said.
        ([(4, 11), (3, 11), (1, 11)], ["unsure", "unsure", "unsure"]),
        ([(4, 130), (0, 130), (0, 130)], ["unsure", "unsure", "unsure"]),
        ([(0, 0), (0, 0), (0, 0)], ["unsure", "unsure", "unsure"]),
    ],
)
def test_the_word_of_each_third(bands: list[tuple[int, int]], expected: list[str]) -> None:
    assert words(*bands) == expected


def town(**reported: tuple[int, ...]) -> Register:
    """Three departments that use something each year; Jeugd takes up in 2018 what Zorg uses."""
    users = [("Zorg", "Wonen"), ("Bouw", "Schulden"), ("Werk", "Wonen"), ("Markt", "Wonen")]
    uses = [
        {"date": f"{year}-0{month}-01", "department": name, "theme": theme}
        for year in (2017, 2018, 2019) for name, theme in users for month in (1, 2, 3)
    ]  # fmt: skip
    uses.append({"date": "2018-05-01", "department": "Jeugd", "theme": "Wonen"})
    years = dict.fromkeys(("Zorg", "Bouw", "Werk", "Markt", "Jeugd"), (2017, 2018, 2019))
    return Register(
        usage_frame(uses), departments_frame(*years), themes_frame("Wonen", "Schulden"),
        relevance_frame(), reported_frame(**(years | reported)), actions_frame(),
    )  # fmt: skip


def counts(register: Register, last: int, name: str = "broaden") -> tuple[int, int]:
    whole = track_records(register, Period(last, last))[name].whole
    return whole.k, whole.n


def test_what_came_into_use_in_the_year_after_is_counted() -> None:
    # 2017: five departments, of two themes each four use one: six white spots; one came into use.
    assert counts(town(), 2018) == (1, 6)
    # 2018: five white spots, of which none came into use in 2019; Jeugd stopped, so it lapsed.
    assert counts(town(), 2019) == (1, 11)
    assert counts(town(), 2017) == (0, 0)  # what came after the period is not known yet


def test_a_department_that_did_not_report_the_year_after_does_not_count() -> None:
    assert counts(town(Jeugd=(2017,)), 2018) == (0, 4)


def test_the_two_lists_have_a_record_of_their_own() -> None:
    register = town()
    again = pd.concat([
        register.usage,
        usage_frame([{"date": "2020-03-01", "department": "Jeugd", "theme": "Wonen"}]),
    ]).reset_index(drop=True)  # fmt: skip
    more = town(
        **dict.fromkeys(("Zorg", "Bouw", "Werk", "Markt", "Jeugd"), (2017, 2018, 2019, 2020))
    )
    back = Register(
        again, more.departments, more.themes, more.relevance, more.reported, more.actions
    )
    assert counts(back, 2020, "return") == (1, 1)
