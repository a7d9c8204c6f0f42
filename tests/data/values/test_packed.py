from __future__ import annotations

import pickle

import pytest

from data.values.packed import AT_ONCE, Packed
from data.values.results import Fault, RejectedRow, SheetResult, rejected
from tests.saying import told

N = 2 * AT_ONCE + 3


def _is_even(number: int) -> bool:
    return number % 2 == 0


@pytest.fixture(scope="module")
def numbers() -> Packed[int, bool]:
    return Packed(iter(range(N)), _is_even)


def test_it_is_the_sequence_that_it_was_made_of(numbers: Packed[int, bool]) -> None:
    assert len(numbers) == N
    assert numbers == list(range(N))
    assert numbers != list(range(N - 1))
    assert numbers != [*range(N - 1), 0]
    assert [numbers[at] for at in (0, AT_ONCE - 1, AT_ONCE, N - 1, -1)] == [
        0, AT_ONCE - 1, AT_ONCE, N - 1, N - 1,
    ]  # fmt: skip
    assert numbers[AT_ONCE - 1 : AT_ONCE + 1] == (AT_ONCE - 1, AT_ONCE)
    with pytest.raises(IndexError):
        numbers[N]


def test_kinds_are_counted_and_found(numbers: Packed[int, bool]) -> None:
    assert numbers.kinds() == {True: AT_ONCE + 2, False: AT_ONCE + 1}
    assert list(numbers.of_kinds(lambda even: not even)) == list(range(1, N, 2))


def test_only_the_parts_that_hold_a_kind_are_unpacked() -> None:
    late = Packed([*[0] * 2 * AT_ONCE, *[1] * AT_ONCE], _is_even)
    late._parts[:2] = [part._replace(packed=b"no pickle") for part in late._parts[:2]]
    assert list(late.of_kinds(lambda even: not even)) == [1] * AT_ONCE


def test_few_are_not_packed_and_a_process_can_hand_them_over(numbers: Packed[int, bool]) -> None:
    few = Packed([1, 2], _is_even)
    assert (few.packed_bytes, len(few)) == (0, 2)
    assert pickle.loads(pickle.dumps(numbers)) == numbers  # noqa: S301 - our own


def test_a_rejected_row_takes_few_bytes() -> None:
    """Half a million of them, each of its own, are to stay within 50 MB."""
    rows = (
        RejectedRow(
            n,
            (f"{n % 28 + 1:02d}-13-2021", f"Afdeling {n % 40}", "Wonen", str(n), f"vraag {n}"),
            (Fault(n, "Datum", f"{n % 28 + 1:02d}-13-2021", told("No date.")),),
        )
        for n in range(5 * AT_ONCE)
    )
    sheet = SheetResult("Blad1", rejected_rows=rejected(rows))
    assert sheet.rejected == 5 * AT_ONCE
    assert sheet.rejected_rows.packed_bytes < 100 * sheet.rejected
    assert [fault.row for fault in sheet.faults] == [*range(5 * AT_ONCE)]
