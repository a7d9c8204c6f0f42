"""What is believed of what a provider says, and when the tool is served at all."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from streamlit import config

from data.storing.accounts import Account
from data.users import ADMINISTRATOR, COORDINATOR, DIRECTOR, MANAGER, NOBODY
from ui.web import serving, sign_in
from ui.web.people import user_with
from ui.web.visits import _bounded_cookie

PREFIX = "VERBREDINGSMONITOR_"
CONFIGURED = {
    f"{PREFIX}OIDC_METADATA_URL": "https://aanmelden.example.nl/.well-known/openid-configuration",
    f"{PREFIX}OIDC_CLIENT_ID": "wij",
    f"{PREFIX}PUBLIC_URL": "https://verbreding.example.nl",
    "STREAMLIT_SERVER_COOKIE_SECRET": "x" * 32,
}
CLAIMS = {
    "iss": "https://aanmelden.example.nl", "sub": "1", "iat": 1, "nonce": "n", "aud": "wij",
    "email": "Sam@Example.nl",
}  # fmt: skip


@pytest.fixture
def configure(monkeypatch: pytest.MonkeyPatch) -> Iterator[Any]:
    def put(settings: dict[str, str], address: str = "127.0.0.1") -> None:
        for name, value in settings.items():
            monkeypatch.setenv(name, value)
        monkeypatch.setattr(config, "get_option", lambda _name: address)
        sign_in.auth_section.cache_clear()

    yield put
    sign_in.auth_section.cache_clear()


def test_the_local_user_needs_nothing(configure: Any) -> None:
    configure({})
    assert serving.refusal() is None
    assert serving.secrets() is None


@pytest.mark.parametrize(
    ("settings", "address", "refused"),
    [
        ({}, "0.0.0.0", "nobody_signs_in"),  # noqa: S104
        ({}, "10.0.0.4", "nobody_signs_in"),
        ({f"{PREFIX}HOSTS": "verbreding.example.nl"}, "127.0.0.1", "nobody_signs_in"),
        ({f"{PREFIX}PROXY_USER_HEADER": "X-User"}, "0.0.0.0", None),  # noqa: S104
        ({f"{PREFIX}PROXY_USER_HEADER": "X-User", f"{PREFIX}PROXY_ADDRESSES": "de proxy"},
         "127.0.0.1", "wrong_proxy_address"),
        (CONFIGURED, "0.0.0.0", None),  # noqa: S104
        ({**CONFIGURED, f"{PREFIX}PUBLIC_URL": "http://a.example.nl"}, "0.0.0.0",  # noqa: S104
         "no_tls"),
        ({**CONFIGURED, f"{PREFIX}PUBLIC_URL": "http://127.0.0.1:8501"}, "127.0.0.1", None),
        ({**CONFIGURED, "STREAMLIT_SERVER_COOKIE_SECRET": "kort"}, "0.0.0.0",  # noqa: S104
         "short_secret"),
    ],
)  # fmt: skip
def test_who_serves_others_lets_them_sign_in(
    configure: Any, settings: dict[str, str], address: str, refused: str | None
) -> None:
    configure(settings, address)
    found = serving.refusal()
    assert (found and found.code) == refused


def test_the_name_of_the_tool_is_known_from_its_address(configure: Any) -> None:
    configure(CONFIGURED)
    assert "verbreding.example.nl" in serving.hosts_in_force()


def test_a_proof_of_the_code_is_always_asked(configure: Any) -> None:
    configure(CONFIGURED)
    section = sign_in.auth_section()
    assert section
    assert section["client_kwargs"]["code_challenge_method"] == "S256"
    assert section["redirect_uri"] == "https://verbreding.example.nl/oauth2callback"


@pytest.mark.parametrize(
    ("change", "ours"),
    [
        ({}, True),
        ({"aud": ["wij", "zij"]}, True),
        ({"aud": "zij"}, False),  # given to another program
        ({"aud": ["zij"]}, False),
        ({"aud": None}, False),
        ({"nonce": None}, False),  # not asked for by us
        ({"email": ""}, False),
        ({"email_verified": False}, False),
        ({"email": "sam@example.nl\nnoor@example.nl"}, False),
        ({"email": "sam@example.nl\x9b2J"}, False),
        ({"email": "s" * 400}, False),
    ],
)
def test_only_what_was_said_to_us_of_somebody_counts(
    configure: Any, change: dict[str, Any], ours: bool
) -> None:
    configure(CONFIGURED)
    assert sign_in.are_for_us(CLAIMS | change) is ours


def test_every_sign_in_has_a_key_of_its_own() -> None:
    keys = {sign_in.key_of(CLAIMS | {"nonce": nonce}) for nonce in "ab"}
    assert len(keys | {sign_in.key_of(CLAIMS), sign_in.key_of(dict(CLAIMS))}) == 3


def test_a_role_comes_from_manage(configure: Any) -> None:
    configure(CONFIGURED | {f"{PREFIX}ADMINISTRATORS": "bea@example.nl"})
    sam = user_with("sam@example.nl", Account(MANAGER, ("Vastgoed",)), CLAIMS)
    assert (sam.role, sam.departments) == (MANAGER, ("Vastgoed",))
    assert user_with("noor@example.nl", Account(COORDINATOR), CLAIMS).role == COORDINATOR
    assert user_with("bea@example.nl", None, CLAIMS).role == ADMINISTRATOR
    assert user_with("vreemd@example.nl", None, CLAIMS).role == NOBODY


def test_a_role_comes_from_the_provider_when_it_is_asked(configure: Any) -> None:
    configure(CONFIGURED | {f"{PREFIX}ROLE_CLAIM": "realm.roles",
                            f"{PREFIX}DEPARTMENT_CLAIM": "afdeling"})  # fmt: skip
    told = CLAIMS | {"realm": {"roles": ["manager", "iets"]}, "afdeling": "Griffie"}
    account = Account(COORDINATOR, ("Vastgoed",))
    found = user_with("sam@example.nl", account, told)
    assert (found.role, found.departments) == (MANAGER, ("Griffie",))
    both = CLAIMS | {"realm": {"roles": ["manager", "director"]}}
    assert user_with("a", None, both).role == DIRECTOR
    for nothing in ({}, {"realm": "manager"}, {"realm": {"roles": [1, None]}}):
        assert user_with("sam@example.nl", account, CLAIMS | nothing).role == NOBODY


def test_the_cookie_lasts_a_working_day_and_stays_at_home() -> None:
    theirs = "_streamlit_user=abc; HttpOnly; Max-Age=2592000; Path=/; SameSite=lax"
    assert _bounded_cookie(theirs, "32400", secure=True) == (
        b"_streamlit_user=abc; HttpOnly; Max-Age=32400; Path=/; SameSite=Lax; Secure"
    )
    removed = "_streamlit_user=; Max-Age=0; Path=/"
    assert b"Max-Age=0" in _bounded_cookie(removed, "32400", secure=False)
    assert b"Secure" not in _bounded_cookie(theirs, "32400", secure=False)
