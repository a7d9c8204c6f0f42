from __future__ import annotations

import pandas as pd
import pytest

from data.columns import (
    BATCH_ID,
    BUDGET,
    USAGE,
)
from data.fields import names
from data.overlap import KEEP, REPLACE, SKIP
from data.overlap.comparing import (
    Comparison,
    already_stored,
    compare_with_uploads,
    differences,
    look_at,
    repeated,
)

# A use: day, department, hours; and for a stored one the upload.
Use = tuple[str, str, float | None]


def uses(*lines: Use) -> pd.DataFrame:
    rows = [
        {"date": d, "date_precision": "day", "department": a, "theme": "Wonen", "hours": h}
        for d, a, h in lines
    ]
    frame = pd.DataFrame(rows, columns=list(names(USAGE)))
    return frame.assign(date=pd.to_datetime(frame["date"]))


def stored(**uploads: list[Use]) -> pd.DataFrame:
    parts = [uses(*lines).assign(**{BATCH_ID: int(name[1:])}) for name, lines in uploads.items()]
    return pd.concat(parts, ignore_index=True)


JAN, FEB, MAR = (
    ("2018-01-09", "Jeugd", 2.0),
    ("2018-02-09", "Jeugd", 3.0),
    ("2018-03-09", "Zorg", 4),
)


@pytest.mark.parametrize(
    ("held", "given", "holders"),
    [
        ([], [JAN, FEB], [0, 0]),
        ([JAN], [JAN, FEB], [1, 0]),
        ([JAN, JAN], [JAN, JAN, JAN], [1, 1, 0]),  # a third use that is the same is a new one
        ([JAN, JAN], [JAN], [1]),
        ([FEB], [], []),
        ([(JAN[0], "Jeugd", None)], [(JAN[0], "Jeugd", None), JAN], [1, 0]),
    ],
)
def test_what_is_stored_already(held: list[Use], given: list[Use], holders: list[int]) -> None:
    assert already_stored(uses(*given), stored(u1=held), USAGE).tolist() == holders


def test_each_record_is_held_by_the_upload_that_brought_it() -> None:
    held = stored(u3=[JAN], u7=[FEB, JAN])
    assert already_stored(uses(FEB, JAN, JAN, MAR), held, USAGE).tolist() == [7, 3, 7, 0]


def test_every_column_counts() -> None:
    full = {
        "date_precision": "month", "theme": "Water", "form": "advies", "channel": "direct",
        "share": "general", "subject": "x", "participants": 3.0, "amount": 1.01,
    }  # fmt: skip
    held = stored(u1=[JAN])
    for column, value in full.items():
        assert already_stored(uses(JAN).assign(**{column: value}), held, USAGE).tolist() == [0]
    same = uses(JAN).assign(**full)
    assert already_stored(same, same.assign(batch_id=4), USAGE).tolist() == [4]


def test_what_is_no_difference() -> None:
    held = (
        stored(u1=[JAN])
        .assign(subject=None, amount=0.3, hours=1 / 3)
        .astype({"department": "category", "theme": "category"})
    )
    given = uses(JAN).assign(subject="", amount=0.1 + 0.2, hours=0.33333333)
    assert already_stored(given, held, USAGE).tolist() == [1]


def test_a_year_to_date_list_beside_its_earlier_versions() -> None:
    # January as it was; February with other hours; March gone; and two uses more.
    file = uses(JAN, (FEB[0], "Jeugd", 8.0), ("2018-04-01", "Zorg", 1), ("2018-04-02", "Zorg", 1))
    held = stored(u1=[JAN], u2=[JAN, FEB, MAR], u3=[("2017-01-01", "Zorg", 1)])
    found = compare_with_uploads({USAGE: file}, {USAGE: held})
    assert found == [
        Comparison(batch_id=2, rows=3, same=1, changed=1, new=2),
        Comparison(batch_id=1, rows=1, same=1, changed=0, new=3),
    ]
    assert [comparison.gone for comparison in found] == [1, 0]
    assert [comparison.is_earlier_version for comparison in found] == [False, True]


@pytest.mark.parametrize(
    ("rows", "same", "changed", "new", "overlaps", "earlier"),
    [
        (100, 1, 0, 50, True, False),
        (100, 0, 49, 200, False, False),  # resemblance alone is chance until it is half
        (100, 0, 50, 200, True, False),
        (100, 0, 5, 5, True, False),  # half of the file
        (10, 0, 0, 10, False, False),
        (10, 8, 0, 10, True, True),
        (10, 4, 4, 10, True, True),
        (10, 4, 3, 10, True, False),
    ],
)
def test_when_two_uploads_have_to_do_with_each_other(
    rows: int, same: int, changed: int, new: int, overlaps: bool, earlier: bool
) -> None:
    comparison = Comparison(1, rows, same, changed, new)
    assert (comparison.overlaps, comparison.is_earlier_version) == (overlaps, earlier)


def test_what_the_file_does_not_hold_of_an_upload_is_gone() -> None:
    money = pd.DataFrame(
        [{"year": 2018, "kind": "budget", "amount": 5.0}], columns=list(names(BUDGET))
    )
    held = {USAGE: stored(u1=[JAN]), BUDGET: money.assign(batch_id=1)}
    (found,) = compare_with_uploads({USAGE: uses(JAN)}, held)
    assert (found.rows, found.same, found.gone) == (2, 1, 1)


def test_nothing_stored_or_nothing_new_overlaps_with_nothing() -> None:
    empty = stored(u1=[])
    assert compare_with_uploads({USAGE: uses(JAN)}, {USAGE: empty, BUDGET: empty}) == []
    assert compare_with_uploads({USAGE: uses()}, {USAGE: stored(u1=[JAN])}) == []


@pytest.mark.parametrize(
    ("held", "given", "counts", "recommended"),
    [
        ({"u1": [FEB]}, [JAN, JAN], (2, 0), KEEP),
        ({"u1": [JAN]}, [JAN, FEB], (2, 1), SKIP),  # the list has only grown
        ({"u1": [JAN, FEB, MAR, MAR]}, [JAN], (1, 1), SKIP),  # a part of another list
        ({"u1": [JAN, (FEB[0], "Jeugd", 9.0)]}, [JAN, FEB, MAR], (3, 1), REPLACE),
        ({"u1": [JAN, FEB, MAR, ("2018-04-01", "Zorg", 1), ("2018-05-01", "Zorg", 1)]},
         [JAN, FEB, MAR, ("2018-04-01", "Zorg", 1)], (4, 4), REPLACE),  # one is gone
    ],
)  # fmt: skip
def test_what_is_recommended(
    held: dict[str, list[Use]], given: list[Use], counts: tuple[int, int], recommended: str
) -> None:
    found = look_at({USAGE: uses(*given)}, {USAGE: stored(**held)})
    assert (found.rows, found.held) == counts
    assert found.recommended == recommended
    assert found.replaceable == (() if recommended == KEEP else (1,))


def test_records_that_are_twice_in_one_file() -> None:
    assert repeated(uses(JAN, FEB, JAN, JAN), USAGE) == 2
    assert repeated(uses(), USAGE) == 0


def test_differences_are_named_value_by_value() -> None:
    before = uses(JAN, FEB, MAR).assign(form="advies", amount=[1.0, None, None])
    file = uses(JAN, (FEB[0], "Jeugd", 8.0)).assign(form=["advies", "onderzoek"], amount=[1.0, 2.5])
    found = differences(file, before, USAGE)
    assert found[["change", "department", "column", "before", "after"]].astype(
        object
    ).to_numpy().tolist() == [
        ["changed", "Jeugd", "form", "advies", "onderzoek"],
        ["changed", "Jeugd", "hours", 3.0, 8.0],
        ["changed", "Jeugd", "amount", pytest.approx(float("nan"), nan_ok=True), 2.5],
        ["gone", "Zorg", *[pytest.approx(float("nan"), nan_ok=True)] * 3],
    ]
    assert found["date"].tolist() == [pd.Timestamp(day) for day in (FEB[0],) * 3 + (MAR[0],)]


def test_no_more_differences_than_asked_and_none_at_all() -> None:
    days = [(f"2018-01-{day:02d}", "Jeugd", 1.0) for day in range(1, 31)]
    assert len(differences(uses(), uses(*days), USAGE, first=5)) == 5
    assert differences(uses(*days), uses(*days), USAGE).empty
    assert list(differences(uses(), uses(), USAGE).columns)[-4:] == [
        "change", "column", "before", "after",
    ]  # fmt: skip


def test_a_changed_amount_of_a_budget_line() -> None:
    line = {"year": 2018, "kind": "budget", "description": "Platform31", "account": "0.10"}
    before = pd.DataFrame([line | {"amount": 20762.0}], columns=list(names(BUDGET)))
    after = before.assign(amount=20963.8)
    found = differences(after, before, BUDGET)
    assert found[["column", "before", "after"]].to_numpy().tolist() == [
        ["amount", 20762.0, 20963.8]
    ]
    assert differences(after.assign(account="0.1"), before, BUDGET)["change"].tolist() == ["gone"]


def test_two_bookings_that_differ_in_what_finance_says_of_them() -> None:
    booking = {"year": 2018, "kind": "actual", "amount": 9.0, "supplier": "Platform31"}
    columns = list(names(BUDGET))
    before = pd.DataFrame([booking | {"concerns": True, "cumulative": None}], columns=columns)
    held = before.assign(batch_id=1)
    assert already_stored(before, held, BUDGET).tolist() == [1]
    for column, value in {"supplier": "P31", "cost_centre": "6", "concerns": False}.items():
        assert already_stored(before.assign(**{column: value}), held, BUDGET).tolist() == [0]
    found = differences(before.assign(concerns=False), before, BUDGET)
    assert found[["column", "before", "after"]].to_numpy().tolist() == [["concerns", 1.0, 0.0]]


def test_comparing_leaves_the_frames_as_they_were() -> None:
    file, held = uses(JAN, FEB), stored(u1=[JAN, MAR])
    before = file.copy(deep=True), held.copy(deep=True)
    compare_with_uploads({USAGE: file}, {USAGE: held})
    differences(file, held, USAGE)
    already_stored(file, held, USAGE)
    pd.testing.assert_frame_equal(file, before[0])
    pd.testing.assert_frame_equal(held, before[1])
