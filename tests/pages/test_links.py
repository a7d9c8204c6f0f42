"""A link opens the same view in every language, and links that hold words still do."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from streamlit.testing.v1 import AppTest

from data.storing.store import Store
from tests.pages.uses import TYPICAL
from ui.shared.frame import LANGUAGE
from ui.shared.registry import page_of

LANGUAGES = ("nl", "en")
Address = dict[str, str]
KeepStore = Callable[..., Store]


def view(page: str, address: Address) -> AppTest:
    """The page as this address opens it."""
    at = AppTest.from_file(str(page_of(page).path), default_timeout=30)
    for name, asked in address.items():
        at.query_params[name] = asked
    return at.run()


def chosen(at: AppTest) -> dict[str, object]:
    """What each filter of the page holds."""
    return {one.key: one.value for one in (*at.selectbox, *at.multiselect, *at.segmented_control)}


def address_of(at: AppTest) -> dict[str, object]:
    return {
        name: ",".join(found) if isinstance(found := at.query_params[name], list) else found
        for name in at.query_params
        if name != LANGUAGE
    }


# Page, what is chosen in the address, and the words that links of before hold for it.
VIEWS = (
    ("themes", {"maat": "hours"}, {"nl": {"maat": "Uren"}, "en": {"maat": "Hours"}}),
    (
        "themes",
        {"per": "quarter", "tijdvak": "2022-04-01"},
        {
            "nl": {"per": "Kwartaal", "tijdvak": "2022 kw 2"},
            "en": {"per": "Quarter", "tijdvak": "2022 Q2"},
        },
    ),
    (
        "themes",
        {"domein": "fysiek"},
        {"nl": {"domein": "Fysiek domein"}, "en": {"domein": "Physical domain"}},
    ),
    (
        "themes",
        {"pijler": "sociaal", "vorm": "advies", "kanaal": "direct"},
        {
            "nl": {"pijler": "Sociale pijler", "vorm": "Advies"},
            "en": {"pijler": "Social pillar", "vorm": "Advice"},
        },
    ),
    ("budget", {"regel": "uses"}, {"nl": {"regel": "Naar aantal"}, "en": {"regel": "By uses"}}),
)


@pytest.mark.parametrize(("page", "codes", "_words"), VIEWS)
def test_a_link_copied_in_one_language_opens_the_same_view_in_the_other(
    keep_store: KeepStore, page: str, codes: Address, _words: dict[str, Address]
) -> None:
    keep_store(TYPICAL)
    views = [view(page, {**codes, LANGUAGE: one}) for one in LANGUAGES]
    assert chosen(views[0]) == chosen(views[1])
    assert [address_of(view) for view in views] == [codes, codes]


@pytest.mark.parametrize(("page", "codes", "words"), VIEWS)
@pytest.mark.parametrize("of", LANGUAGES)
@pytest.mark.parametrize("seen_in", LANGUAGES)
def test_a_link_with_words_opens_what_it_opened(
    keep_store: KeepStore, page: str, codes: Address, words: dict[str, Address], of: str,
    seen_in: str,
) -> None:  # fmt: skip
    keep_store(TYPICAL)
    at = view(page, {**words[of], LANGUAGE: seen_in})
    assert address_of(at) == {name: codes[name] for name in words[of]}
