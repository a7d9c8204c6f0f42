"""Reading use in the structure of a chosen year."""

from __future__ import annotations

import pandas as pd
import pytest

from analysis.structure import (
    existing,
    exists_in,
    followed,
    reported_in,
    structure_years,
    use_in,
    with_known_years,
)
from tests.analysis.frames import reports_frame

RENAMED = (1, 2020, "Jeugd", "Jeugd en Gezin", 100)
MERGED = [(2, 2021, "Wonen", "Stad", 100), (2, 2021, "Groen", "Stad", 100)]
SPLIT = [(3, 2022, "Bestuur", "Juridisch", 75), (3, 2022, "Bestuur", "Strategie", 25)]


def departments(*names: str, **valid: tuple[int | None, int | None]) -> pd.DataFrame:
    lines = [(name, "sociaal", *valid.get(name, (None, None))) for name in names]
    frame = pd.DataFrame(lines, columns=["department", "domain", "valid_from", "valid_to"])
    return frame.astype({"valid_from": "Int64", "valid_to": "Int64"})


def successions(*lines: tuple[int, int, str, str, int]) -> pd.DataFrame:
    frame = pd.DataFrame(
        list(lines), columns=["reorganisation", "year", "department", "successor", "percent"]
    )
    return frame.astype({"year": "int64", "percent": "int64", "reorganisation": "int64"})


def usage(*uses: tuple[str, str, str]) -> pd.DataFrame:
    frame = pd.DataFrame(list(uses), columns=["date", "department", "theme"])
    frame["date"] = pd.to_datetime(frame["date"])
    frame["year"] = frame["date"].dt.year
    frame["id"] = range(1, len(frame) + 1)
    frame["domain"] = "sociaal"
    return frame.astype(dict.fromkeys(("department", "theme", "domain"), "category"))


ALL = departments(
    "Jeugd", "Jeugd en Gezin", "Wonen", "Groen", "Stad", "Bestuur", "Juridisch", "Strategie"
)


def read(uses: pd.DataFrame, lines: pd.DataFrame, year: int | None) -> list[str]:
    return use_in(uses, ALL, lines, year)["department"].astype(str).tolist()


def test_without_reorganisations_nothing_changes() -> None:
    uses = usage(("2019-01-01", "Jeugd", "Zorg"))
    assert use_in(uses, ALL, successions(), None) is uses
    assert existing(ALL, successions(), 2019).equals(ALL)
    assert structure_years(ALL, successions()) == []


@pytest.mark.parametrize(
    ("year", "name"), [(None, "Jeugd en Gezin"), (2020, "Jeugd en Gezin"), (2019, "Jeugd")]
)
def test_a_renamed_department_has_one_name_in_every_year(year: int | None, name: str) -> None:
    uses = usage(("2019-01-01", "Jeugd", "Zorg"), ("2021-01-01", "Jeugd en Gezin", "Zorg"))
    assert read(uses, successions(RENAMED), year) == [name, name]


def test_merged_departments_add_up_and_cannot_be_taken_apart() -> None:
    uses = usage(
        ("2019-01-01", "Wonen", "Bouw"), ("2019-02-01", "Groen", "Bouw"),
        ("2022-02-01", "Stad", "Bouw"),
    )  # fmt: skip
    assert read(uses, successions(*MERGED), None) == ["Stad", "Stad", "Stad"]
    assert read(uses, successions(*MERGED), 2020) == ["Wonen", "Groen", "Stad"]


def test_a_split_department_is_divided_per_theme_in_turn_and_whole() -> None:
    uses = usage(*[(f"2021-01-{day:02d}", "Bestuur", "Recht") for day in range(1, 9)])
    # Three of four to Juridisch; after each record whoever is furthest behind: J J S J, J J S J.
    expected = ["Juridisch", "Juridisch", "Strategie", "Juridisch"] * 2
    assert read(uses, successions(*SPLIT), None) == expected
    one_of_another_theme = usage(("2021-01-01", "Bestuur", "Ander"))
    assert read(one_of_another_theme, successions(*SPLIT), None) == ["Juridisch"]


def test_a_split_reads_back_as_the_department_that_it_was() -> None:
    uses = usage(("2023-01-01", "Juridisch", "Recht"), ("2023-01-02", "Strategie", "Recht"))
    assert read(uses, successions(*SPLIT), 2021) == ["Bestuur", "Bestuur"]


def test_reorganisations_follow_each_other() -> None:
    later = (4, 2023, "Jeugd en Gezin", "Jeugdhulp", 100)
    uses = usage(("2019-01-01", "Jeugd", "Zorg"))
    every = pd.concat([ALL, departments("Jeugdhulp")], ignore_index=True)
    lines = successions(later, RENAMED)
    assert use_in(uses, every, lines, None)["department"].tolist() == ["Jeugdhulp"]
    assert use_in(uses, every, lines, 2021)["department"].tolist() == ["Jeugd en Gezin"]


@pytest.mark.parametrize(
    ("year", "there"),
    [
        (None, {"Jeugd en Gezin", "Stad", "Juridisch", "Strategie"}),
        (2021, {"Jeugd en Gezin", "Stad", "Bestuur"}),
        (2020, {"Jeugd en Gezin", "Wonen", "Groen", "Bestuur"}),
        (2019, {"Jeugd", "Wonen", "Groen", "Bestuur"}),
    ],
)
def test_only_the_departments_of_that_year_are_there(year: int | None, there: set[str]) -> None:
    lines = successions(RENAMED, *MERGED, *SPLIT)
    assert set(existing(ALL, lines, year)["department"]) == there
    assert structure_years(ALL, lines) == [2019, 2020, 2021, 2022]


def test_valid_years_bound_a_department() -> None:
    every = departments("Oud", "Nieuw", Oud=(None, 2019), Nieuw=(2020, None))
    none = successions()
    assert existing(every, none, 2019)["department"].tolist() == ["Oud"]
    assert existing(every, none, 2020)["department"].tolist() == ["Nieuw"]
    now = existing(every, none, None)  # both, each in its own years
    assert exists_in(now, [2019, 2020]).tolist() == [[True, False], [False, True]]
    assert structure_years(every, none) == [2019, 2020]


def test_a_department_may_swallow_another() -> None:
    lines = successions((1, 2020, "Wonen", "Wonen", 100), (1, 2020, "Groen", "Wonen", 100))
    uses = usage(("2019-01-01", "Groen", "Bouw"), ("2019-01-01", "Wonen", "Bouw"))
    assert read(uses, lines, None) == ["Wonen", "Wonen"]
    assert "Groen" not in set(existing(ALL, lines, None)["department"])
    assert {"Groen", "Wonen"} <= set(existing(ALL, lines, 2019)["department"])


def test_a_successor_is_reported_on_the_days_that_all_before_it_are() -> None:
    reported = reports_frame([
        ("Wonen", "direct", "2019-01-01", "2019-12-31", None),
        ("Groen", "direct", "2019-03-01", "2019-06-30", None),
        ("Groen", "direct", "2019-07-01", "2020-06-30", None),
        ("Stad", "direct", "2021-01-01", "2021-12-31", None),
    ])  # fmt: skip
    found = reported_in(reported, successions(*MERGED), None)
    stad = found[found["department"] == "Stad"]
    assert [(str(f.date()), str(b.date())) for f, b in zip(
        stad["first_day"], stad["last_day"], strict=True
    )] == [("2019-03-01", "2019-12-31"), ("2021-01-01", "2021-12-31")]  # fmt: skip


def test_a_successor_exists_as_of_the_first_year_of_those_before_it() -> None:
    every = departments("Jeugd", "Jeugd en Gezin", **{
        "Jeugd": (2015, None), "Jeugd en Gezin": (2020, None),
    })  # fmt: skip
    found = existing(every, successions(RENAMED), None)
    assert found[["department", "valid_from"]].to_numpy().tolist() == [["Jeugd en Gezin", 2015]]


@pytest.mark.parametrize(
    ("confirmed", "years"),
    [(False, [(None, None), (None, None)]), (True, [(None, None), (2019, 2020)])],
)
def test_a_department_known_from_a_list_only_exists_in_the_years_of_its_use_once_all_are_said(
    confirmed: bool, years: list[tuple[int | None, int | None]]
) -> None:
    every = departments("Jeugd", "Elders").assign(stated=[True, False])
    used = usage(("2019-01-01", "Elders", "Zorg"), ("2020-01-01", "Elders", "Zorg"))
    found = with_known_years(every, used, confirmed=confirmed)
    bounds = zip(found["valid_from"], found["valid_to"], strict=True)
    assert [tuple(None if pd.isna(y) else y for y in pair) for pair in bounds] == years


def test_a_theme_known_from_a_list_only_exists_as_of_its_first_use() -> None:
    themes = pd.DataFrame({"theme": ["Zorg", "Nieuw"], "stated": [True, False]})
    themes = themes.assign(valid_from=pd.NA, valid_to=pd.NA)
    themes = themes.astype({"valid_from": "Int64", "valid_to": "Int64"})
    found = with_known_years(themes, usage(("2026-01-01", "Jeugd", "Nieuw")), confirmed=False)
    assert exists_in(found, [2024, 2026]).tolist() == [[True, True], [False, True]]


def test_what_was_said_of_a_department_follows_it_unless_it_was_split() -> None:
    lines = pd.DataFrame({"department": ["Jeugd", "Bestuur", "Wonen"], "year": [2019, 2019, 2019]})
    later = (4, 2023, "Jeugd en Gezin", "Jeugdhulp", 100)
    found = followed(lines, successions(RENAMED, *MERGED, *SPLIT, later), None)
    assert found["department"].tolist() == ["Jeugdhulp", "Bestuur", "Stad"]
    assert lines["department"].tolist() == ["Jeugd", "Bestuur", "Wonen"]


def test_the_domain_follows_the_department() -> None:
    every = departments("Jeugd", "Jeugd en Gezin")
    every.loc[1, "domain"] = "bestuur"
    found = use_in(usage(("2019-01-01", "Jeugd", "Zorg")), every, successions(RENAMED), None)
    assert found["domain"].astype(str).tolist() == ["bestuur"]
