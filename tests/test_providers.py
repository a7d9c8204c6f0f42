"""Providers that speak as Entra ID and as Keycloak do, with the settings that the manual gives."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg

from data.storing.change_log import load_changes
from data.storing.store import open_store
from tests.browser.providing import SignInSite, served_with_sign_in
from tests.listening import Listener
from tests.signing_in import Browser

ROOT = Path(__file__).parents[1]
MANUAL = (ROOT / "docs" / "operating.md").read_text("utf-8")
FROM_THE_TESTS = ("PUBLIC_URL", "OIDC_METADATA_URL", "OIDC_CLIENT_ID", "OIDC_CLIENT_SECRET")


def settings_of(provider: str) -> dict[str, str]:
    """What the manual sets for a provider, but for its addresses and secrets."""
    told = re.search(rf"\*\*{provider}\.\*\*.*?```\n(.*?)```", MANUAL, re.DOTALL)
    assert told
    lines = dict(line.split("=", 1) for line in told[1].strip().splitlines())
    assert lines["VERBREDINGSMONITOR_OIDC_METADATA_URL"].endswith(
        "/.well-known/openid-configuration"
    )
    return {name: text for name, text in lines.items() if not name.endswith(FROM_THE_TESTS)}


@pytest.fixture(scope="module", params=["Entra ID", "Keycloak"])
def site(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[SignInSite]:
    store = tmp_path_factory.mktemp("provider") / "store.sqlite3"
    shape = request.param.split()[0].casefold()
    settings = settings_of(request.param)
    settings.pop("VERBREDINGSMONITOR_OIDC_PROMPT", None)  # the same for every provider here
    with served_with_sign_in(store, shape, **settings) as site:
        yield site


def outside(parts: list[bytes]) -> bool:
    """Whether the page asks to sign in, and shows nothing else; else it holds the menu."""
    seen = [ForwardMsg.FromString(part) for part in parts]
    asked = any(m.delta.new_element.button.id.endswith("sign_in") for m in seen)
    names = {page.page_name for m in seen for page in m.navigation.app_pages}
    assert (names == {"Verbredingsmonitor"}) is asked
    return asked


def comes(listener: Listener) -> bool:
    """Whether somebody who comes now is let in."""
    with listener.session() as session:
        return not outside(session.run("", {"taal": "nl"}))


def test_a_role_of_the_provider_lets_somebody_in(site: SignInSite) -> None:
    port = urlsplit(site.origin).port or 0
    with Browser(port) as coordinator, Browser(port) as nobody:
        coordinator.sign_in("noor.coordinator")
        assert comes(coordinator.listener())
        nobody.sign_in("sam")
        assert not comes(nobody.listener())
    with closing(open_store(f"sqlite:///{site.store}")) as store:
        found = load_changes(store)
        signed_in = found[found["verb"] == "signed_in"]
        results = dict(zip(signed_in["user"], signed_in["result"], strict=True))
    assert results == {"noor@example.nl": "done", "sam@example.nl": "refused"}


def test_who_is_not_signed_in_reads_the_statements(site: SignInSite) -> None:
    with Browser(urlsplit(site.origin).port or 0) as nobody:
        for path, title in (("/privacy", "Privacyverklaring"),
                            ("/toegankelijkheid", "Toegankelijkheidsverklaring")):  # fmt: skip
            answer = nobody.client.get(site.origin + path)
            assert f"<h1>{title}</h1>" in answer.text
            assert answer.headers["x-frame-options"] == "DENY"


def test_a_cookie_of_before_and_a_copied_one_are_worth_nothing_after_signing_out(
    site: SignInSite,
) -> None:
    port = urlsplit(site.origin).port or 0
    with Browser(port) as one:
        one.sign_in("noor.coordinator")
        kept = one.listener()
        with kept.session() as open_page:
            assert not outside(open_page.run(""))
            one.client.get(
                f"{site.origin}/auth/logout", headers={"Origin": "http://elders.example"}
            )
            assert not outside(open_page.run(""))  # not by another site
            one.client.get(f"{site.origin}/auth/logout")
            assert outside(open_page.run(""))
        assert not comes(kept)


def test_nobody_takes_over_the_session_of_another(site: SignInSite) -> None:
    port = urlsplit(site.origin).port or 0
    with Browser(port) as one, Browser(port) as other:
        one.sign_in("noor.coordinator")
        with one.listener().session() as session:
            session.run("", {"taal": "nl"})
            number = session.number
        stranger = other.listener()
        stranger.told = (*stranger.told, number)  # as a browser asks for its session again
        assert not comes(stranger)


def test_a_cookie_that_somebody_was_given_before_is_not_signed_in_with(site: SignInSite) -> None:
    port = urlsplit(site.origin).port or 0
    with Browser(port) as victim, Browser(port) as thief:
        for somebody in (victim, thief):
            somebody.client.cookies.set("bezoek", "gekozen-door-een-ander", "127.0.0.1", "/")
        victim.sign_in("noor.coordinator")
        assert comes(victim.listener())
        assert not comes(thief.listener())
