from __future__ import annotations

import pytest

from analysis.period import Period
from tests.analysis.frames import usage_frame


@pytest.mark.parametrize(
    ("period", "label", "previous", "years"),
    [
        (Period(2018, 2018), "2018", Period(2017, 2017), [2018]),
        (Period(2019, 2020), "2019–2020", Period(2017, 2018), [2019, 2020]),
        (Period(2018, 2022), "2018–2022", Period(2013, 2017), [2018, 2019, 2020, 2021, 2022]),
    ],
)
def test_a_period_knows_its_label_its_years_and_the_one_before(
    period: Period, label: str, previous: Period, years: list[int]
) -> None:
    assert period.label == label
    assert period.previous() == previous
    assert list(period.years) == years


def test_a_period_cannot_end_before_it_begins() -> None:
    with pytest.raises(ValueError, match="2018"):
        Period(2019, 2018)


@pytest.mark.parametrize(
    ("period", "ids"),
    [
        (Period(2018, 2018), [1, 2]),
        (Period(2018, 2019), [1, 2, 3]),
        (Period(2019, 2030), [3]),
        (Period(2010, 2017), []),
    ],
)
def test_select_keeps_the_records_from_the_first_day_to_the_last(
    period: Period, ids: list[int]
) -> None:
    usage = usage_frame([{"date": "2018-01-01"}, {"date": "2018-12-31"}, {"date": "2019-01-01"}])
    assert period.select(usage)["id"].tolist() == ids
    assert period.select(usage).columns.tolist() == usage.columns.tolist()
