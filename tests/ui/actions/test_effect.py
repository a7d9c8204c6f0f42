from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

import pandas as pd
import pytest

from analysis.drawing import DrawnYear
from analysis.effect import outcomes
from analysis.shares import share_of
from tests.analysis.frames import actions_frame, reported_frame, usage_frame
from texts import use_language
from ui.actions.drawing import explained, needed_in_words, result_in_words
from ui.actions.effect import caveats, counted_in_words, outcome_table


@pytest.fixture(autouse=True)
def _dutch() -> Iterator[None]:
    with use_language("nl"):
        yield


def followed() -> pd.DataFrame:
    """Used, perhaps used, running and unknown, one of each; the newest choice last."""
    actions = actions_frame([
        {"chosen_on": "2019-03-01"}, {"chosen_on": "2019-03-02", "theme": "Schulden"},
        {"chosen_on": "2018-03-01", "theme": "Energie", "department": "Werk"},
        {"chosen_on": "2019-05-01", "theme": "Energie"},
    ])  # fmt: skip
    usage = usage_frame([
        {"department": "Zorg", "date": "2019-03-02"},
        {"department": "Zorg", "theme": "Schulden", "date": "2019-03-01",
         "date_precision": "month"},
    ])  # fmt: skip
    return outcomes(actions, usage, reported_frame(Zorg=(2019,)), today=dt.date(2019, 6, 1))


def test_the_count_says_what_is_known_and_what_it_does_not_prove() -> None:
    assert counted_in_words(followed()) == "4 aangepakt, 1 in gebruik"
    assert caveats(followed()) == [
        "Dit is bekend, niet bewezen: niemand weet wat er anders was gebeurd. "
        "In gebruik is: binnen twaalf maanden na de keuze direct gebruikt.",
        "Van 1 andere is alleen de maand of het jaar van gebruik bekend; dat kan ook vóór de keuze "
        "zijn.",
        "Van 1 zijn de twaalf maanden nog niet om.",
        "Van 1 zijn niet alle twaalf maanden opgegeven.",
    ]


def test_the_table_tells_the_newest_choice_first_and_leaves_no_gaps() -> None:
    table = outcome_table(followed().iloc[1:])
    expected = pd.DataFrame(
        {
            "Afdeling": ["Zorg", "Zorg", "Zorg"],
            "Thema": ["Energie", "Schulden", "Wonen"],
            "Gekozen op": ["01-05-2019", "02-03-2019", "01-03-2019"],
            "Eerste gebruik": ["–", "mrt 2019", "02-03-2019"],
            "Na": ["", "", "1 dag"],
            "Tweede gebruik": ["–", "–", "–"],
            "Uitkomst": [
                "Nog niet gebruikt, twaalf maanden zijn niet om",
                "Gebruikt, misschien vóór de keuze of na twaalf maanden",
                "Gebruikt",
            ],
        }
    )
    pd.testing.assert_frame_equal(
        table.reset_index(drop=True).astype("str"), expected.astype("str")
    )


def year(p: float | None, over: bool = True, left_out: int = 0, crossed: int = 0) -> DrawnYear:
    return DrawnYear(2018, share_of(8, 24), share_of(2, 24), left_out, crossed, over, p)


def test_what_came_of_a_draw_says_how_often_chance_does_as_much() -> None:
    counted = (
        "Van 24 direct aangepakte witte vlekken kwamen er 8 in gebruik, van 24 die wachtten 2. "
    )
    assert result_in_words(year(0.036)) == counted + (
        "Toeval alleen geeft zo'n verschil bij 4\u00a0% van alle lotingen. "
        "Dat aanpakken helpt, is daarmee aannemelijk."
    )
    assert result_in_words(year(0.3)) == counted + (
        "Dit kan toeval zijn: dat geeft zo'n verschil bij 30\u00a0% van alle lotingen."
    )
    assert result_in_words(year(1.0)) == counted + "Daaruit blijkt niet dat aanpakken helpt."
    assert "minder dan 1\u00a0% van alle lotingen" in result_in_words(year(0.002))


def test_before_it_is_over_nothing_but_the_numbers_is_said() -> None:
    assert result_in_words(year(None, over=False)).startswith(
        "Geloot: 24 nu aangepakt, 24 wachten."
    )
    assert result_in_words(year(None)).startswith("Van deze lotingen is te weinig opgegeven")


def test_what_is_left_out_or_approached_sooner_is_told() -> None:
    said = result_in_words(year(0.3, left_out=2, crossed=1))
    assert "2 witte vlekken tellen niet mee" in said
    assert said.endswith("1 die zou wachten is toch eerder aangepakt; die telt mee bij wie wacht.")


def test_nowhere_is_said_that_it_worked() -> None:
    texts = [explained(), needed_in_words(), *caveats(followed()), result_in_words(year(0.001))]
    assert not any("werkte" in text or "bewijs" in text for text in texts)
    assert explained().count(". ") == 2  # three sentences
    assert needed_in_words().endswith(
        "van wat u aanpakt komt 25\u00a0% in gebruik, van wat wacht 7\u00a0%. Een jaar loten laat "
        "dat dan zien bij 48 witte vlekken in 33\u00a0% van de gevallen, bij 96 witte vlekken in "
        "69\u00a0% van de gevallen, bij 192 witte vlekken in 95\u00a0% van de gevallen."
    )
