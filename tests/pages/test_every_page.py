"""What holds for every page: it stands on any store, in both languages, and says no markup."""

from __future__ import annotations

import re

import pytest

from tests.pages.conftest import Open
from tests.pages.uses import NASTY, NASTY_NAMES, ONE, TYPICAL
from texts import LANGUAGES, use_language
from ui.shared.registry import PAGES, Page, page_of
from ui.shared.safe import escape_markdown

OURS = [page for page in PAGES if page.key != "reading_in"]
every_page = pytest.mark.parametrize("page", OURS, ids=lambda page: page.key)
CHARTED = ("overview", "themes", "broadening")


def texts_of(at) -> list[str]:  # noqa: ANN001 (any tree of elements)
    kinds = (at.title, at.header, at.subheader, at.markdown, at.caption, at.info)
    return [element.value for kind in kinds for element in kind]


@every_page
@pytest.mark.parametrize("uses", [[], ONE, TYPICAL, NASTY], ids=["none", "one", "typical", "nasty"])
@pytest.mark.parametrize("language", LANGUAGES)
def test_the_page_stands(open_page: Open, page: Page, uses: list, language: str) -> None:
    at = open_page(page.key, uses, address={"taal": language})
    assert not at.exception
    with use_language(language):
        assert [title.value for title in at.title] == [str(page.title)]


@pytest.mark.parametrize("key", CHARTED)
def test_an_empty_store_says_what_to_do(open_page: Open, key: str) -> None:
    at = open_page(key, [])
    assert [info.value.split(".")[0] for info in at.info] == ["Er is nog geen gebruik ingelezen"]
    assert not at.selectbox
    assert len(at.get("page_link")) == 2  # to reading in, and to setting up


@pytest.mark.parametrize("key", CHARTED)
def test_text_from_a_file_is_no_markup(open_page: Open, key: str) -> None:
    at = open_page(key, NASTY, address={"van": "2020", "afdeling": "*x*", "thema": "*x*"})
    shown = " ".join(texts_of(at))
    for name in NASTY_NAMES:
        if escape_markdown(name) != name:
            assert not re.search(r"(?<!\\)" + re.escape(name), shown)


@pytest.mark.parametrize("key", CHARTED)
def test_every_chart_has_words_and_a_download(open_page: Open, key: str) -> None:
    at = open_page(key, TYPICAL)
    charts = at.get("plotly_chart")
    assert charts
    assert all(chart.proto.alt.strip() for chart in charts)
    assert len(at.get("download_button")) >= len(charts)
    assert all(frame.proto.alt.strip() for frame in at.dataframe)


@every_page
def test_sample_data_is_called_fictitious_and_can_go(open_page: Open, page: Page) -> None:
    at = open_page(page.key, TYPICAL, sample=True)
    assert any("verzonnen" in text for text in texts_of(at))
    at.button(key="remove_sample").click().run()
    assert not at.exception
    assert not any("verzonnen" in text for text in texts_of(at))


@every_page
def test_real_data_has_no_banner(open_page: Open, page: Page) -> None:
    assert not any("verzonnen" in text for text in texts_of(open_page(page.key, TYPICAL)))


@pytest.mark.parametrize("key", CHARTED)
def test_the_address_gives_the_period(open_page: Open, key: str) -> None:
    at = open_page(key, TYPICAL, address={"van": "2021", "tot": "2021"})
    assert (at.selectbox(key="van").value, at.selectbox(key="tot").value) == (2021, 2021)


@pytest.mark.parametrize("key", CHARTED)
@pytest.mark.parametrize("year", ["1850", "onzin", ""])
def test_a_year_that_is_not_there_is_dropped(open_page: Open, key: str, year: str) -> None:
    at = open_page(key, TYPICAL, address={"van": year})
    assert not at.exception
    assert at.selectbox(key="van").value == 2022


def test_the_period_may_be_given_the_wrong_way_round(open_page: Open) -> None:
    at = open_page("overview", TYPICAL, address={"van": "2022", "tot": "2021"})
    assert " van het gebruik in 2021–2022 kwam uit " in at.header[0].value


def test_the_language_can_be_chosen_in_the_address(open_page: Open) -> None:
    assert open_page("overview", TYPICAL, address={"taal": "en"}).title[0].value == "Overview"
    assert page_of("overview").title.msgid == "Overview"


# They live under In depth and on Explanation.
JARGON = re.compile(r"\bn = |procentpunt|effectief aantal|\bgini\b|lorenz|entropie", re.IGNORECASE)


@pytest.mark.parametrize("key", [page.key for page in OURS if page.key != "explanation"])
def test_a_first_screen_has_plain_words(
    open_page: Open, monkeypatch: pytest.MonkeyPatch, key: str
) -> None:
    monkeypatch.setattr("ui.shared.tabs.only_open", True)
    at = open_page(key, TYPICAL)
    shown = [*texts_of(at), *(metric.label for metric in at.metric)]
    shown += [html.proto.body for html in at.get("html")]
    assert len(shown) > 3
    assert [text for text in shown if JARGON.search(text)] == []
