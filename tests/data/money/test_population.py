from __future__ import annotations

import pytest

from data.money.population import (
    CERTAINTIES,
    municipalities,
    municipality_code,
    reference_population,
)


def test_forty_cities_in_six_years() -> None:
    frame = reference_population()
    assert len(municipalities()) == 40
    assert len(frame) == 40 * 6
    known = frame.groupby("year")["inhabitants"].count()
    # How many cities are known, as counted when the figures were collected.
    assert known.to_dict() == {2018: 13, 2019: 40, 2020: 2, 2021: 6, 2022: 2, 2023: 40}


@pytest.mark.parametrize(("year", "together"), [(2019, 5_053_795), (2023, 5_208_592)])
def test_the_cities_together(year: int, together: int) -> None:
    frame = reference_population()
    assert frame.loc[frame["year"] == year, "inhabitants"].sum() == together


@pytest.mark.parametrize(
    ("city", "year", "inhabitants", "certainty"),
    [
        ("Haarlem", 2019, 161_263, "unsure"),
        ("Haarlem", 2022, 162_898, "sure"),
        ("'s-Hertogenbosch", 2023, 158_753, "sure"),
        ("Arnhem", 2018, 157_223, "sure"),
    ],
)
def test_some_figures(city: str, year: int, inhabitants: int, certainty: str) -> None:
    frame = reference_population()
    (row,) = frame[(frame["municipality"] == city) & (frame["year"] == year)].to_dict("records")
    assert (row["inhabitants"], row["certainty"]) == (inhabitants, certainty)


def test_every_figure_has_source_and_certainty_and_an_unknown_one_has_neither() -> None:
    frame = reference_population()
    known = frame["inhabitants"].notna()
    assert frame.loc[known, "certainty"].isin(CERTAINTIES).all()
    assert frame.loc[known, "source"].str.contains("CBS").all()
    assert (frame.loc[~known, ["certainty", "source"]] == "").all(axis=None)


@pytest.mark.parametrize("text", ["Haarlem", "haarlem", " GM0392 ", "gm0392"])
def test_a_city_by_name_or_code(text: str) -> None:
    assert municipality_code(text) == "GM0392"


@pytest.mark.parametrize("text", ["", "Zandvoort", "392"])
def test_another_text_is_no_city(text: str) -> None:
    assert municipality_code(text) == ""
