"""Eight questions that people come with: each is answered from the overview in a few clicks."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.looking import Visit, downloaded, settle
from tests.browser.serving import Site

MOST_CLICKS = 4


@dataclass
class Clicking:
    """A visitor who counts the clicks."""

    tab: Page
    clicks: int = 0

    def click(self, place: Locator) -> None:
        """Click, and wait for what it does."""
        place.click()
        self.clicks += 1
        settle(self.tab)

    def download(self, place: Locator) -> str:
        """Click; the name of the file that comes of it."""
        self.clicks += 1
        return downloaded(self.tab, place).suggested_filename

    def page(self, name: str) -> None:
        """Choose a page in the menu."""
        self.click(self.tab.get_by_test_id("stTopNavLink").filter(has_text=name))
        expect(self.tab.locator("h1").first).to_have_text(name)

    def button(self, name: str) -> None:
        """Click a button."""
        self.click(self.tab.get_by_role("button", name=name))

    def part(self, name: str) -> None:
        """Choose a tab."""
        self.click(self.tab.get_by_role("tab", name=name))

    def sees(self, text: str) -> None:
        """Check that it stands on the page."""
        expect(self.tab.get_by_text(text).first).to_be_visible()


def who_does_not_use_it_and_what_for(one: Clicking) -> None:
    one.sees("2 van de 16 afdelingen gebruikten Platform31 niet zelf: Communicatie en Financiën")
    one.sees("Stel eerst voor")


def how_themes_changed_in_three_years(one: Clicking) -> None:
    one.click(one.tab.get_by_role("combobox", name="Van", exact=True))
    one.click(one.tab.get_by_role("option", name="2020"))
    one.sees("Van 2020 naar 2022")


def who_comes_through_a_theme_group_only(one: Clicking) -> None:
    one.page("Verbreding")
    one.part("Via themagroepen")
    one.sees("via een themagroep zonder zelf iets te vragen")


def a_message_to_a_manager(one: Clicking) -> None:
    one.button("Bericht: Vastgoed")
    mail = one.tab.get_by_role("link", name="Openen in het mailprogramma")
    address = mail.get_attribute("href") or ""
    assert address.startswith("mailto:")
    one.clicks += 1  # the mail program opens outside the browser


def the_yearly_meeting(one: Clicking) -> None:
    one.page("Jaargesprek")
    one.sees("Wat wit blijft, en wat wij voorstellen")


def worth_the_money(one: Clicking) -> None:
    one.page("Budget")
    one.part("40/60 en inzet")
    one.sees("In 2022 kwam een keer gebruik gemiddeld op")


def share_a_view(one: Clicking) -> None:
    one.tab.context.grant_permissions(["clipboard-read", "clipboard-write"])
    one.page("Verbreding")
    one.button("Kopieer link")
    assert "van=2022" in one.tab.evaluate("navigator.clipboard.readText()")


def a_chart_in_a_memo(one: Clicking) -> None:
    one.page("Thema’s")
    fold = one.tab.get_by_test_id("stExpander").filter(has_text="Tabel, Excel en afbeelding")
    one.click(fold.locator("summary").first)
    assert one.download(fold.get_by_role("button", name="Opslaan als afbeelding")).endswith(".png")


# Each with the clicks that it takes.
QUESTIONS: Mapping[Callable[[Clicking], None], int] = {
    who_does_not_use_it_and_what_for: 0,
    how_themes_changed_in_three_years: 2,
    who_comes_through_a_theme_group_only: 2,
    a_message_to_a_manager: 2,
    the_yearly_meeting: 1,
    worth_the_money: 2,
    share_a_view: 2,
    a_chart_in_a_memo: 3,
}


@pytest.mark.parametrize("question", QUESTIONS, ids=lambda question: question.__name__)
def test_a_question_is_answered_in_a_few_clicks(
    site: Site, visit: Visit, question: Callable[[Clicking], None]
) -> None:
    one = Clicking(visit(site))
    question(one)
    assert one.clicks == QUESTIONS[question] <= MOST_CLICKS
