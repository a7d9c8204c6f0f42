"""Under what conditions the tool is served at all."""

from __future__ import annotations

import os
import sys

from streamlit import config

from data.settings import Settings
from texts import Message, use_language
from ui.web import sign_in
from ui.web.hosts import LOOPBACK, Network, is_loopback, names_in, networks_in
from ui.web.messages import NO_TLS, NOBODY_SIGNS_IN, SHORT_SECRET, WRONG_PROXY_ADDRESS

_SHORTEST_SECRET = 32


def hosts_in_force() -> frozenset[str]:
    """The names by which visitors may reach us: this machine's, and those that the settings say."""
    return LOOPBACK | names_in(Settings.in_force({}).hosts) | sign_in.public_host()


def proxies_in_force() -> tuple[Network, ...] | None:
    """Where the proxy stands that signs people in; None when none does."""
    settings = Settings.in_force({})
    if sign_in.is_configured() or not settings.proxy_user_header:
        return None
    return networks_in(settings.proxy_addresses)


def refusal() -> Message | None:
    """Why the tool may not be served as it is configured; None when it may."""
    auth = sign_in.auth_section()
    others = not is_loopback(config.get_option("server.address")) or hosts_in_force() - LOOPBACK
    if auth is None:
        try:
            by_proxy = proxies_in_force()
        except ValueError:
            return WRONG_PROXY_ADDRESS()
        return NOBODY_SIGNS_IN() if others and not by_proxy else None
    if not sign_in.public_url().startswith("https://") and sign_in.public_host() - LOOPBACK:
        return NO_TLS()
    if len(str(auth.get("cookie_secret", ""))) < _SHORTEST_SECRET:
        return SHORT_SECRET(n=_SHORTEST_SECRET)
    return None


def refuse_unless_safe() -> None:
    """End here, with a sentence, when others would come in without signing in."""
    if found := refusal():
        with use_language("nl"):
            sys.stderr.write(f"{found}\n")
        sys.stderr.flush()
        os._exit(2)  # the server has begun already, and an exception would only be one page


def secrets() -> dict[str, dict[str, object]] | None:
    """What Streamlit must know to sign people in."""
    found = sign_in.auth_section()
    return {"auth": dict(found)} if found else None
