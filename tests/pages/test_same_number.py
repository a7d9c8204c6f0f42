"""Headline, list and chart of a department give the same number, whatever is stored."""

from __future__ import annotations

import datetime as dt
import json
import random
import re
from collections.abc import Callable

import pytest
from streamlit.testing.v1 import AppTest

from data.storing.store import Store
from tests.pages.stores import Use
from tests.pages.test_actions import visit

DEPARTMENTS = ("Jeugd", "Vastgoed", "Werk en Inkomen")
THEMES = ("Woningmarkt", "Duurzaamheid", "Armoede en schulden")
YEARS = (2020, 2021, 2022)
HEADLINE = re.compile(r"Platform31 (\d+) keer(?: zelf, en (\d+) keer via een themagroep)?")


@pytest.mark.parametrize("seed", range(3))
def test_headline_list_and_chart_give_the_same_number(
    keep_store: Callable[..., Store], seed: int
) -> None:
    chance = random.Random(seed)  # noqa: S311 -- examples, no secrets
    uses = random_uses(chance)
    keep_store(uses)
    for department, year in chance.sample([(d, y) for d in DEPARTMENTS for y in YEARS], 3):
        at = visit("department", afdeling=department, van=str(year), tot=str(year))
        assert not at.exception
        stored = sum(name == department and day[:4] == str(year) for day, name, _ in uses)
        numbers = (in_headline(at), in_list(at), in_chart(at, year))
        assert numbers == (stored, stored, stored), (seed, department, year)


def random_uses(chance: random.Random) -> list[Use]:
    """Up to forty uses, every ninth through a theme group; at least one in each year."""
    years = [*YEARS, *chance.choices(YEARS, k=chance.randint(6, 40))]
    return [
        (
            str(dt.date(year, 1, 1) + dt.timedelta(chance.randrange(365))),
            chance.choice(DEPARTMENTS),
            chance.choice(THEMES),
        )
        for year in years
    ]


def in_headline(at: AppTest) -> int:
    found = HEADLINE.search(at.header[0].value.replace("\\", ""))
    assert found, at.header[0].value
    return sum(int(number) for number in found.groups(default="0"))


def in_list(at: AppTest) -> int:
    """The rows of the list: its table, or its lines when these are all; as many as it says."""
    texts = [text.value for text in at.markdown]
    place = next(place for place, text in enumerate(texts) if "op de lijst" in text)
    if "staat er niets op de lijst" in texts[place]:
        return 0
    tables = [table.value for table in at.dataframe if "op de lijst" in table.proto.alt]
    rows = len(tables[0]) if tables else len(texts[place + 1].splitlines())
    assert f"{rows} regel" in texts[place]
    return rows


def in_chart(at: AppTest, year: int) -> int:
    """What the bar of the year adds up to; without any use there is no chart."""
    charts = [chart.proto for chart in at.get("plotly_chart")]
    of_use = [chart.spec for chart in charts if chart.alt.startswith("Gestapeld staafdiagram")]
    bars = json.loads(of_use[0])["data"] if of_use else []
    return sum(
        int(value)
        for bar in bars
        for value, slot in zip(bar["y"], bar["customdata"], strict=True)
        if str(slot[0])[:4] == str(year)
    )
