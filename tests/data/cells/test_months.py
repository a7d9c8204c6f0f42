from __future__ import annotations

import re

import pytest
from babel.dates import get_month_names

from data.cells.months import ANY_MONTH, LIKE_A_MONTH, MONTHS, SHORT


@pytest.mark.parametrize("language", ["nl", "en"])
@pytest.mark.parametrize("width", ["wide", "abbreviated"])
def test_every_name_of_both_languages_is_known(language: str, width: str) -> None:
    for number, name in get_month_names(width, locale=language).items():
        assert MONTHS[name.casefold().strip(".")] == number


def test_a_long_name_is_not_cut_short() -> None:
    for name in MONTHS:
        assert re.match(ANY_MONTH, name)[0] == name  # type: ignore[index]
        assert re.fullmatch(LIKE_A_MONTH, name)


def test_the_short_names_stand_in_the_order_of_the_year() -> None:
    assert [MONTHS[name] for name in SHORT] == list(range(1, 13))
