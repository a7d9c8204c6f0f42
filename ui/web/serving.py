"""Under what conditions the tool is served at all."""

from __future__ import annotations

from streamlit import config

from data.settings import Settings
from ui.web.hosts import LOOPBACK, is_loopback, names_in


def hosts_in_force() -> frozenset[str]:
    """The names by which visitors may reach us: this machine's, and those that the settings say."""
    return LOOPBACK | names_in(Settings.in_force({}).hosts)


def served_to_others() -> bool:
    """Whether anybody but who sits at this machine can reach the tool."""
    return not is_loopback(config.get_option("server.address"))
