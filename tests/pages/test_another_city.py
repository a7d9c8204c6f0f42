"""A city that tried the sample and went on with its own lists: nothing of the sample remains."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from streamlit.testing.v1 import AppTest

from data.sample import read_in
from data.storing.money import load_agreements
from data.storing.organisation_facts import load_organisation_facts, state_municipality
from data.storing.reference import remove_sample
from data.storing.store import Store
from tests.pages.stores import add_budget, add_uses
from tests.pages.uses import TYPICAL
from tests.users import NOOR
from ui.shared.registry import PAGES, page_of

OF_THE_SAMPLE = ("haarlem", "20.762", "20762", "165.396", "161.260")
LINES = [
    (2022, "budget", "Platform31", 9_000.0, None),
    (2022, "actual", "Platform31", 8_500.0, None),
]
# Every city stands in the list of all G40 cities; that tab is left out.
SHOWN = ("title", "header", "subheader", "markdown", "caption", "info", "warning", "success",
         "error", "metric", "download_button", "link_button")  # fmt: skip


@pytest.fixture
def another_city(keep_store: Callable[..., Store]) -> Store:
    store = keep_store([])
    read_in(store, NOOR)
    assert load_organisation_facts(store).municipality == "Haarlem"
    remove_sample(store, NOOR)
    state_municipality(store, NOOR, "Zwolle")
    add_uses(store, TYPICAL)
    add_budget(store, LINES)
    return store


def test_the_sample_takes_its_municipality_and_agreement_along(another_city: Store) -> None:
    facts = load_organisation_facts(another_city)
    assert (facts.municipality, facts.confirmed) == ("Zwolle", False)
    of_zwolle = load_agreements(another_city, "GM0193")
    assert [a.contribution for a in of_zwolle] == [None] * len(of_zwolle)
    assert [a.inhabitants for a in of_zwolle] == [None] * len(of_zwolle)


@pytest.mark.parametrize("key", [page.key for page in PAGES])
def test_no_page_shows_anything_of_the_sample(another_city: Store, key: str) -> None:
    at = AppTest.from_file(str(page_of(key).path), default_timeout=60).run()
    assert not at.exception
    shown = " ".join(str(element.proto) for kind in SHOWN for element in at.get(kind))
    told = shown.casefold().replace("\\", "")
    assert [word for word in OF_THE_SAMPLE if word in told] == []
