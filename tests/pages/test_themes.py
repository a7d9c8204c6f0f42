from __future__ import annotations

import pytest

from tests.pages.conftest import Open
from tests.pages.uses import TYPICAL


def records_of(at) -> list[str]:  # noqa: ANN001 (any tree of elements)
    return at.dataframe[-1].value["Thema"].tolist()


def test_there_is_a_chart_for_every_cut(open_page: Open) -> None:
    at = open_page("themes", TYPICAL)
    titles = [subheader.value for subheader in at.subheader]
    assert titles[0] == "33 keer gebruikt in 2022\\."
    assert [title.split("\\")[0] for title in titles[1:]] == [
        "Thema", "Pijler", "Afdeling", "Vorm", "Kanaal", "Deel ",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("address", "expected"),
    [
        ({}, 33),
        ({"van": "2021"}, 57),
        ({"thema": "Duurzaamheid"}, 6),
        ({"thema": "Armoede en schulden", "afdeling": "Jeugd"}, 8),
        ({"domein": "fysiek"}, 6),
        ({"per": "month", "tijdvak": "2022-01-01"}, 5),
    ],
)
def test_a_link_restores_the_records(open_page: Open, address: dict, expected: int) -> None:
    assert len(records_of(open_page("themes", TYPICAL, address=address))) == expected


def test_the_departments_of_a_theme(open_page: Open) -> None:
    at = open_page("themes", TYPICAL)
    at.selectbox(key="thema").select("Armoede en schulden").run()
    assert set(records_of(at)) == {"Armoede en schulden"}
    tables = [frame.value for frame in at.dataframe if "Afdeling" in frame.value.columns]
    assert tables[0]["Afdeling"].tolist() == ["Jeugd", "Werk en Inkomen"]
    assert tables[0]["Aantal keer"].tolist() == [8, 8]


def test_hours_can_be_counted(open_page: Open) -> None:
    at = open_page("themes", TYPICAL, address={"maat": "hours"})
    assert at.subheader[0].value == "135 uur in 2022\\."


def test_no_use_in_the_choice_is_said(open_page: Open) -> None:
    at = open_page("themes", TYPICAL, address={"domein": "economie", "van": "2021", "tot": "2021"})
    assert [info.value for info in at.info] == [
        "Geen gebruik in deze periode en deze domeinen. Kies een andere periode."
    ]
