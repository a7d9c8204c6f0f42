"""By which names the tool may be reached; a page of another site reaches it by none of them."""

from __future__ import annotations

import ipaddress
from collections.abc import Collection
from urllib.parse import urlsplit

from starlette.requests import HTTPConnection

LOOPBACK = frozenset({"localhost", "127.0.0.1", "::1"})

Network = ipaddress.IPv4Network | ipaddress.IPv6Network


def is_loopback(address: str | None) -> bool:
    """Whether only this machine can reach a server at this address; None is every address."""
    if address == "localhost":
        return True
    try:
        return ipaddress.ip_address(address or "").is_loopback
    except ValueError:
        return False


def names_in(text: str) -> frozenset[str]:
    """The names in a setting: `a.example.nl, b.example.nl`."""
    return frozenset(name.strip().casefold() for name in text.split(",") if name.strip())


def networks_in(text: str) -> tuple[Network, ...]:
    """The addresses and networks in a setting: `10.0.0.5, 172.18.0.0/16`.

    Raises `ValueError` for what is none.
    """
    return tuple(ipaddress.ip_network(name) for name in names_in(text))


def is_within(address: str | None, networks: Collection[Network]) -> bool:
    """Whether somebody at this address is one of these; nobody is without an address."""
    try:
        found = ipaddress.ip_address(address or "")
    except ValueError:
        return False
    mapped = getattr(found, "ipv4_mapped", None)  # how a server at `::` sees IPv4
    return any((mapped or found) in network for network in networks)


def name_of(host: str | None) -> str | None:
    """The name in a Host header, without its port; None when it is no name at all."""
    try:
        parts = urlsplit(f"//{host or ''}")
        _port = parts.port  # raises for what is no port
    except ValueError:
        return None
    plain = parts.hostname and not (parts.username or parts.path or parts.query or parts.fragment)
    return parts.hostname if plain else None


def may_ask(host: str | None, origin: str | None, allowed: Collection[str]) -> bool:
    """Whether a request for this host is ours to answer, when it comes from a page of `origin`.

    A name of another site that leads to this machine is refused (DNS rebinding), and so is a page
    of another site. Programs that are no browser state no origin.
    """
    name = name_of(host)
    if name is None or name.rstrip(".") not in allowed:
        return False
    return origin is None or urlsplit(origin).netloc.casefold() == (host or "").casefold()


def is_secure(request: HTTPConnection) -> bool:
    """Whether the visitor reaches us over TLS, here or at the proxy before us."""
    told = request.headers.get("x-forwarded-proto", "").split(",")[0].strip()
    return request.scope.get("scheme") in ("https", "wss") or told == "https"
