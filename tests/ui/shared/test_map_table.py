from __future__ import annotations

import re
from collections.abc import Iterator

import pandas as pd
import pytest

from analysis.findings.facts import count_map
from data import columns as c
from texts import use_language
from ui.shared.map_table import chosen_mark, legend, map_table


@pytest.fixture(autouse=True)
def _dutch() -> Iterator[None]:
    with use_language("nl"):
        yield


def cells(*rows: tuple[str, str, str, str, str, int, int]) -> pd.DataFrame:
    columns = [c.DEPARTMENT, c.DOMAIN, c.THEME, c.PILLAR, c.STATE, "uses", "network_uses"]
    frame = pd.DataFrame(rows, columns=columns)
    return frame.assign(relevant=frame[c.STATE] != c.NOT_APPLICABLE)


MAP = cells(
    ("Jeugd", "sociaal", "Schulden", "sociaal", c.USED, 3, 1),
    ("Jeugd", "sociaal", "Wonen", "fysiek", c.NETWORK_ONLY, 0, 2),
    ("Beheer", "fysiek", "Schulden", "sociaal", c.NOT_APPLICABLE, 0, 0),
    ("Beheer", "fysiek", "Wonen", "fysiek", c.OPEN, 0, 0),
)


def test_a_cell_shows_sign_and_count_and_says_its_state() -> None:
    found = re.findall(r'<td class="(\w+)"[^>]* aria-label="([^"]*)">([^<]*)</td>',
                       map_table(MAP, count_map(MAP), caption="Kaart"))  # fmt: skip
    assert found == [
        ("used", "Gebruikt, 3 keer", "✓3"),
        ("network_only", "Alleen via themagroep", "≈2"),
        ("not_applicable", "N.v.t.", "·"),
        ("open", "Witte vlek", "○"),
    ]


def test_one_cell_is_the_way_in_for_the_keyboard() -> None:
    assert map_table(MAP, count_map(MAP), caption="Kaart").count("tabindex=0") == 1


def test_heads_stand_over_pillars_and_domains() -> None:
    table = map_table(MAP, count_map(MAP), caption="Kaart")
    assert re.findall(r'scope="colgroup">([^<]*)<', table) == ["Sociale pijler", "Fysieke pijler"]
    assert re.findall(r'scope="rowgroup">([^<]*)<', table) == ["Sociaal domein", "Fysiek domein"]
    assert re.findall(r'scope="row">([^<]*)<', table) == ["Jeugd", "Beheer"]


def test_the_list_for_a_phone_has_what_is_relevant_and_sends_the_same_places() -> None:
    narrow = map_table(MAP, count_map(MAP), caption="Kaart").partition('class="map-list"')[2]
    assert re.findall(r'data-value="([^"]*)"', narrow) == ["0,0", "0,1", "1,1"]
    assert "1 van de 2 thema’s gebruikt" in narrow
    assert "0 van de 1 thema’s gebruikt" in narrow


def test_the_mark_of_a_cell_counts_the_head_of_its_row() -> None:
    assert 'tr[data-row="1"] > td:nth-child(2)' in chosen_mark(1, 0)


def test_the_legend_counts_the_states_that_occur() -> None:
    shown = re.sub("<[^>]*>", "", legend(count_map(MAP)))
    assert shown == "✓ Gebruikt (1)≈ Alleen via themagroep (1)○ Witte vlek (1)· N.v.t. (1)"


def test_names_out_of_a_file_are_no_markup() -> None:
    nasty = '<img src=x>"&'
    one = cells((nasty, nasty, nasty, nasty, c.OPEN, 0, 0))
    table = map_table(one, count_map(one), caption=nasty)
    assert "<img" not in table
    assert "&lt;img src=x&gt;&quot;&amp;" in table


def test_a_request_that_was_not_delivered_is_marked_and_counted() -> None:
    asked = MAP.assign(asked=[2, *[0] * (len(MAP) - 1)])
    with use_language("nl"):
        table = map_table(asked, count_map(asked), caption="Kaart")
    assert "2 vragen niet geleverd" in table
    assert "Gevraagd en niet geleverd (2)" in table
    assert table.count("<sup>!</sup>") >= 1
    with use_language("nl"):
        assert "<sup>" not in map_table(MAP, count_map(MAP), caption="Kaart")
