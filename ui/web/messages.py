"""Why the tool does not start, or does not do what is asked, as to who comes in."""

from __future__ import annotations

from texts import sentence

NOBODY_SIGNS_IN = sentence(
    "nobody_signs_in",
    "The tool does not start: others can reach it, and nobody would have to sign in. Configure "
    "signing in, or state in VERBREDINGSMONITOR_PROXY_USER_HEADER which header names the user "
    "when a proxy signs people in. docs/operating.md says how.",
)
NO_TLS = sentence(
    "no_tls",
    "The tool does not start: with signing in, visitors must reach it over https. Set "
    "VERBREDINGSMONITOR_PUBLIC_URL to its address.",
)
SHORT_SECRET = sentence(
    "short_secret",
    "The tool does not start: the secret that signs cookies has fewer than {n} characters. Set "
    "STREAMLIT_SERVER_COOKIE_SECRET, or cookie_secret in secrets.toml.",
)
WRONG_PROXY_ADDRESS = sentence(
    "wrong_proxy_address",
    "The tool does not start: VERBREDINGSMONITOR_PROXY_ADDRESSES holds something that is no "
    "address and no network. Write it as 10.0.0.5 or 10.0.0.0/24, with commas.",
)
NOT_SIGNED_IN = sentence(
    "not_signed_in", "You are not signed in, or not any more: sign in and do this again."
)
