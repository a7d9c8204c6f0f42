from __future__ import annotations

import pytest

from analysis.finding import headline
from analysis.period import Period
from analysis.shares import share_of
from tests.analysis.frames import World, departments_frame, reported_frame, usage_frame

Y2018 = Period(2018, 2018)
EVERYBODY = departments_frame("Jeugd", "Zorg", "Werk", "Beheer", "Bouw", "Markt", "Nieuw")
REPORTED = reported_frame(
    Jeugd=(2018,), Zorg=(2018,), Beheer=(2018,), Bouw=(2018,), Markt=(2017,), Nieuw=(2018,)
)


def uses(**times: int) -> list[dict[str, object]]:
    """As many direct uses as said of each Department_Theme."""
    rows = []
    for name, count in times.items():
        department, theme = name.split("_")
        rows += [{"department": department, "theme": theme} for _ in range(count)]
    return rows


@pytest.mark.parametrize(
    ("rows", "domain", "theme", "k", "n"),
    [
        # sociaal 12, outside it Energie 5 and Wonen 3.
        (uses(Jeugd_Wonen=8, Zorg_Energie=4, Beheer_Energie=3, Bouw_Energie=2, Markt_Wonen=3),
         "sociaal", "Energie", 17, 20),
        # The theme that adds most, not the theme with most use.
        (uses(Jeugd_Wonen=9, Beheer_Schulden=2, Markt_Wonen=1), "sociaal", "Schulden", 11, 12),
        # Ties: the domain and the theme that come first in the alphabet.
        (uses(Jeugd_Wonen=2, Beheer_Wonen=2), "fysiek", "Wonen", 4, 4),
        (uses(Jeugd_Wonen=3, Beheer_Wonen=1, Beheer_Energie=1), "sociaal", "Energie", 4, 5),
        # All use in one domain.
        (uses(Jeugd_Wonen=3), "sociaal", None, 3, 3),
        # What nobody classified is counted and never named.
        (uses(Nieuw_Wonen=5, Jeugd_Energie=1), "sociaal", "Wonen", 6, 6),
        (uses(Nieuw_Wonen=2), None, "Wonen", 2, 2),
    ],
)  # fmt: skip
def test_the_domain_with_most_use_and_the_theme_that_adds_most(
    rows: list[dict[str, object]], domain: str | None, theme: str | None, k: int, n: int
) -> None:
    usage = usage_frame([*rows, {"date": "2017-05-05", "department": "Markt"}])
    found = headline(usage, EVERYBODY, REPORTED, Y2018)
    assert (found.domain, found.theme) == (domain, theme)
    assert found.share == share_of(k, n)


def test_the_departments_that_did_not_use_and_those_that_are_unknown() -> None:
    usage = usage_frame([
        {"department": "Jeugd"},
        {"department": "Zorg", "channel": None},
        {"department": "Beheer", "channel": "network"},
    ])  # fmt: skip
    found = headline(usage, EVERYBODY, REPORTED, Y2018)
    assert found.departments_not_using == ("Beheer", "Bouw", "Nieuw")
    assert (found.not_using.k, found.not_using.n) == (3, 5)
    assert found.unknown == ("Markt", "Werk")


def test_use_without_a_report_still_makes_a_department_known() -> None:
    found = headline(usage_frame([{"department": "Werk"}]), EVERYBODY, REPORTED, Y2018)
    assert found.unknown == ("Markt",)
    assert "Werk" not in found.departments_not_using


@pytest.mark.parametrize(("times", "enough"), [(19, False), (20, True)])
def test_there_must_be_enough_to_say_it(times: int, enough: bool) -> None:
    found = headline(usage_frame(uses(Jeugd_Wonen=times)), EVERYBODY, REPORTED, Y2018)
    assert found.enough is enough


def test_an_empty_store_says_nothing(nothing: World) -> None:
    found = headline(nothing.usage, nothing.departments, nothing.reported, Y2018)
    assert (found.domain, found.theme, found.enough) == (None, None, False)
    assert found.share == share_of(0, 0)
    assert found.not_using == share_of(0, 0)
    assert found.departments_not_using == found.unknown == ()


def test_a_period_before_any_data_knows_of_no_department(town: World) -> None:
    found = headline(town.usage, town.departments, town.reported, Period(2010, 2012))
    assert found.share.n == found.not_using.n == 0
    assert found.unknown == ("Beheer", "Jeugd", "Markt", "Zorg")
