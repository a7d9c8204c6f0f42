"""What a first user sees of the sample: whole years, half a year, and a department that is late."""

import datetime as dt
from collections.abc import Iterator

import pytest

from analysis.findings import facts
from analysis.findings.register import Register
from analysis.money.contribution_lines import contribution_lines, invoiced_by_year, open_years
from analysis.money.execution import by_year
from analysis.period import Period
from analysis.reporting import COMPLETE, PARTIAL, UNKNOWN_YEAR, State
from data.sample import read_in
from data.storing.frames import load_budget
from data.storing.store import Store, open_store
from reports.findings import load_register
from tests.users import NOOR

LATE = "Economische Zaken"


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    store = open_store(f"sqlite:///{tmp_path_factory.mktemp('sample')}/store.sqlite3")
    read_in(store, NOOR)
    yield store
    store.close()


@pytest.fixture(scope="module")
def register(store: Store) -> Register:
    return load_register(store)


def test_the_last_whole_year_is_shown_first(register: Register) -> None:
    assert register.reports().default_period() == Period(2022, 2022)
    assert {register.reports().state(Period(year, year)).state for year in range(2018, 2023)} == {
        COMPLETE
    }


def test_half_a_year_is_partial_and_who_is_late_is_unknown(register: Register) -> None:
    reports = register.reports()
    half = State(PARTIAL, dt.date(2023, 1, 1), dt.date(2023, 6, 30))
    assert reports.state(Period(2023, 2023)) == half
    of_2023 = {name: reports.years_of(name)[2023] for name in reports.departments}
    assert of_2023.pop(LATE) == State(UNKNOWN_YEAR)
    assert len(of_2023) == 15
    assert set(of_2023.values()) == {half}


def test_half_a_year_is_compared_with_the_same_half_of_the_same_departments(
    register: Register,
) -> None:
    # Counted in the workbooks: 43 uses up to 30 June 2023; in the same half of 2022 there were 45,
    # 6 of which by the department that is late.
    found = facts.find(register, Period(2023, 2023))
    assert found is not None
    change = found.figures[facts.USES].change
    assert change is not None
    assert (change.before.value, change.now.value) == (39, 43)
    assert change.alike.last == dt.date(2023, 6, 30)
    assert len(change.alike.departments) == 15
    assert found.unknown == (LATE,)
    assert LATE not in found.not_using


def test_of_the_money_nothing_is_left_open(store: Store) -> None:
    lines = load_budget(store)
    # Of 2022: 29 000 − 27 500 − 1 000.
    left = {result.year: result.remainder for result in by_year(lines)}
    assert left == {2018: 150_000, 2019: 0, 2020: 550_000, 2021: 100_000, 2022: 50_000}
    contribution = contribution_lines(lines)
    assert open_years(lines, contribution) == []
    invoiced = invoiced_by_year(lines, contribution)
    assert invoiced == dict.fromkeys(range(2018, 2023), 2_100_000)
