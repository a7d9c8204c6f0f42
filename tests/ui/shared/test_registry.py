from __future__ import annotations

import pytest

from ui.shared.registry import PAGES, Page, page_of


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.key)
def test_every_page_has_its_file(page: Page) -> None:
    assert page.path.is_file()
    assert page_of(page.key) is page


def test_the_overview_is_the_front_page_and_addresses_differ() -> None:
    addresses = [page.url_path for page in PAGES]
    assert page_of("overview").url_path == ""
    assert len(set(addresses)) == len(addresses)


def test_an_unknown_page_is_refused() -> None:
    with pytest.raises(KeyError):
        page_of("nowhere")
