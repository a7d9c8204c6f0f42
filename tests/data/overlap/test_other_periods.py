"""Uses by the day beside uses by the month or year."""

from __future__ import annotations

import pandas as pd
import pytest

from data.overlap.other_periods import told_by_other_periods

Use = tuple[str, str, str, str]


def uses(*lines: Use) -> pd.DataFrame:
    frame = pd.DataFrame(lines, columns=["date", "date_precision", "department", "theme"])
    return frame.assign(date=pd.to_datetime(frame["date"]))


DAYS = uses(("2021-01-14", "day", "A", "Wonen"), ("2021-02-03", "day", "A", "Zorg"))
MARCH = ("2021-03-01", "month", "A", "Wonen")


@pytest.mark.parametrize(
    ("whole", "told"),
    [
        (("2021-01-01", "year", "A", "Wonen"), 1),
        (("2021-01-01", "quarter", "A", "Zorg"), 1),
        (("2021-01-01", "month", "A", "Wonen"), 1),
        (MARCH, 0),
        (("2021-01-01", "year", "B", "Wonen"), 0),
        (("2020-01-01", "year", "A", "Wonen"), 0),
        (("2021-01-14", "day", "A", "Wonen"), 0),  # the same period is compared elsewhere
    ],
)
def test_a_period_that_holds_a_day_of_the_same_names(whole: Use, told: int) -> None:
    assert told_by_other_periods(uses(whole), DAYS) == told
    assert told_by_other_periods(DAYS, uses(whole)) == told


def test_each_new_use_is_counted_once() -> None:
    stored = uses(("2021-01-01", "year", "A", "Wonen"), ("2021-01-01", "quarter", "A", "Wonen"))
    assert told_by_other_periods(uses(MARCH, MARCH), stored) == 2
