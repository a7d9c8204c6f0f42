"""Signing in with the provider of the municipality: what is configured, and who somebody is.

Streamlit leads the visitor to the provider and back (`st.login`, Authlib). What it leaves open is
closed here and in `ui/web/visits.py`: its cookie alone lets nobody in.
"""

from __future__ import annotations

import hashlib
import json
import os
import tomllib
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from data.settings import Settings
from data.users import GIVEN, Role

SECRETS = Path(__file__).parents[2] / ".streamlit" / "secrets.toml"
CALLBACK = "/oauth2callback"
LOGOUT = "/auth/logout"
_LONGEST_NAME = 320  # of an e-mail address
_SECRET = "STREAMLIT_SERVER_COOKIE_SECRET"  # noqa: S105 (a name)

Claims = Mapping[str, Any]


@cache
def auth_section() -> dict[str, Any] | None:
    """What Streamlit must know to sign people in; None when nothing is configured."""
    settings = Settings.in_force({})
    found: dict[str, Any] = {}
    if settings.oidc_metadata_url:
        found = {
            "redirect_uri": settings.public_url.rstrip("/") + CALLBACK,
            "cookie_secret": os.environ.get(_SECRET, ""),
            "client_id": settings.oidc_client_id,
            "client_secret": settings.oidc_client_secret,
            "server_metadata_url": settings.oidc_metadata_url,
        }
    elif SECRETS.is_file():
        found = dict(tomllib.loads(SECRETS.read_text("utf-8")).get("auth", {}))
    if not found:
        return None
    asked = {"scope": "openid email profile", "prompt": settings.oidc_prompt}
    asked |= found.get("client_kwargs", {})
    # Streamlit asks for PKCE only of a provider that says it can; every one of today can.
    return found | {"client_kwargs": asked | {"code_challenge_method": "S256"}}


def is_configured() -> bool:
    """Whether people sign in with a provider."""
    return auth_section() is not None


def public_url() -> str:
    """Where visitors find the tool, as far as signing in says so."""
    return str((auth_section() or {}).get("redirect_uri", "")).removesuffix(CALLBACK)


def public_host() -> frozenset[str]:
    """The name in `public_url`."""
    name = urlsplit(public_url()).hostname
    return frozenset({name}) if name else frozenset()


def key_of(claims: Claims) -> str:
    """What one sign-in is known by: the same in every process, and another at every sign-in."""
    told = [claims.get(name) for name in ("iss", "sub", "iat", "nonce")]
    return hashlib.sha256(json.dumps(told).encode()).hexdigest()


def are_for_us(claims: Claims) -> bool:
    """Whether these claims were given to this tool, and name somebody."""
    audience = claims.get("aud")
    meant_for = audience if isinstance(audience, list) else [audience]
    ours = (auth_section() or {}).get("client_id")
    return bool(ours) and ours in meant_for and bool(name_in(claims)) and bool(claims.get("nonce"))


def name_in(claims: Claims) -> str:
    """Who somebody is; nobody when the provider does not vouch for the address.

    A name that would break a line or order something of a terminal is nobody's.
    """
    if claims.get("email_verified") is False:
        return ""
    name = str(claims.get(Settings.in_force({}).user_claim) or "").strip().casefold()
    return name if name.isprintable() and len(name) <= _LONGEST_NAME else ""


def role_in(claims: Claims) -> Role | None:
    """The widest role that the provider gives; None when it says none, or is not asked."""
    told = set(_texts(claims, Settings.in_force({}).role_claim))
    return next((role for role in GIVEN if role.name in told), None)


def departments_in(claims: Claims) -> tuple[str, ...]:
    """The departments that the provider gives a manager."""
    return _texts(claims, Settings.in_force({}).department_claim)


def _texts(claims: Claims, path: str) -> tuple[str, ...]:
    """The texts at a place such as `realm_access.roles`."""
    found: Any = claims if path else None
    for name in path.split("."):
        found = found.get(name) if isinstance(found, Mapping) else None
    if isinstance(found, str):
        return (found,)
    return tuple(text for text in found or () if isinstance(text, str))
