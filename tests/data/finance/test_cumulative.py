"""Amounts that count from the first of January are never added up over months."""

from __future__ import annotations

import pytest

from data.intake.preview import preview_file
from data.intake.restoring import undo_batch
from data.intake.store_upload import store_preview
from data.settings import Settings
from data.storing.frames import load_budget
from data.storing.store import Store
from tests.data.untidy_workbooks import Rows, xlsx
from tests.users import NOOR

HEAD = ["Grootboeknummer", "Omschrijving grootboeknummer", "Bedrag debet", "Bedrag credit"]


def month(through: int, contribution: float, *others: list[object]) -> Rows:
    return [
        [f"Boekjaar 2021, t/m periode {through}"], HEAD,
        [4431, "Contributie Platform31", contribution, 0], *others,
    ]  # fmt: skip


def read_in(store: Store, name: str, sheets: dict[str, Rows]) -> int:
    preview = preview_file(xlsx(sheets), name, store=store, settings=Settings())
    return store_preview(preview, store=store, user=NOOR)


def amounts(store: Store) -> list[float]:
    return load_budget(store)["amount"].tolist()


def test_a_sheet_per_month_gives_the_last_month(store: Store) -> None:
    read_in(
        store,
        "jaar.xlsx",
        {"feb": month(2, 900.0), "mrt": month(3, 1500.0), "jan": month(1, 400.0)},
    )
    assert amounts(store) == [1500.0]


@pytest.mark.parametrize("order", [(1, 2), (2, 1)])
def test_a_file_per_month_gives_the_last_month_whatever_came_first(
    store: Store, order: tuple[int, int]
) -> None:
    of = {1: 400.0, 2: 900.0}
    for through in order:
        read_in(store, f"{through}.xlsx", {"Blad1": month(through, of[through])})
    assert amounts(store) == [900.0]


def test_the_month_before_counts_again_when_the_last_is_taken_back(store: Store) -> None:
    read_in(store, "1.xlsx", {"Blad1": month(1, 400.0)})
    february = read_in(store, "2.xlsx", {"Blad1": month(2, 900.0)})
    undo_batch(february, store=store, user=NOOR)
    assert amounts(store) == [400.0]


def test_another_account_keeps_its_own_last_month(store: Store) -> None:
    read_in(store, "1.xlsx", {"Blad1": month(1, 400.0, [4432, "Leerkring Platform31", 50, 0])})
    read_in(store, "2.xlsx", {"Blad1": month(2, 900.0)})
    assert sorted(amounts(store)) == [50.0, 900.0]


def test_bookings_of_two_files_about_other_months_are_added_up(store: Store) -> None:
    head = ["Boekdatum", "Rekening", "Omschrijving", "Debet", "Credit"]
    for number in (1, 2):
        line = [f"03-0{number}-2021", 4431, "Contributie Platform31", 100 * number, 0]
        read_in(store, f"{number}.xlsx", {"Blad1": [head, line]})
    assert sorted(amounts(store)) == [100.0, 200.0]
