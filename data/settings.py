"""What a city may want otherwise: limits and bounds of reading in, each with a sane value."""

from __future__ import annotations

import datetime as dt
import os
from collections.abc import Mapping
from dataclasses import dataclass, fields
from functools import cache
from typing import Any, Self

from texts import clock

ENVIRONMENT_PREFIX = "VERBREDINGSMONITOR_"


@dataclass(frozen=True)
class Settings:
    """Limits and bounds; `VERBREDINGSMONITOR_<NAME>` in the environment overrules each of them.

    Sizes are in bytes, times in seconds, dates in ISO form.
    """

    max_file_bytes: int = 50 * 1024**2
    max_unpacked_bytes: int = 600 * 1024**2
    max_sheets: int = 250
    max_rows: int = 600_000
    max_columns: int = 1_000
    max_cells: int = 12_000_000  # of all sheets of a file together: 600,000 rows of 20 columns
    # More departments or themes than any city has are asked about at reading in: a column of
    # remarks read as names would make millions of cells of department x theme. Of what is stored
    # anyway, the map and its measures take those with the most use.
    max_departments: int = 250
    max_themes: int = 100
    max_cell_length: int = 32_767  # what Excel itself allows in one cell
    read_seconds: int = 120
    read_memory_bytes: int = 1536 * 1024**2  # twice what 500,000 rows take
    hours_per_day: float = 8.0
    max_hours_per_record: float = 2_000.0
    max_participants_per_record: int = 10_000
    earliest_date: dt.date = dt.date(2000, 1, 1)
    latest_date: dt.date | None = None  # None: the day of reading
    user_name: str = "lokale gebruiker"  # who works here, as long as nobody has to sign in
    support_is_included: bool = True  # the agreement covers tailor-made support, within the 60%
    municipality: str = ""  # CBS code or name, until somebody says it on Manage; empty: not known
    # A difference with the budget is explained from this percentage on, unless it is below this
    # amount. Such a pair stands in financial regulations (Nieuwkoop: 5%, € 15.000 per programme);
    # the amount suits a contribution of some € 20.000.
    explain_from_percent: float = 5.0
    explain_from_euros: float = 1_000.0
    # How many days that which names persons is kept; 0 is for as long as the store is there. An
    # agreement lasts five years; a rejected row or a visit is of use for a year at most.
    change_log_days: int = 1_825  # lines that say who did what
    name_days: int = 1_825  # who stored, stated, proposed or confirmed something
    rejected_days: int = 365  # rejected rows, with their cells
    visit_days: int = 365  # who was signed in when
    backup_folder: str = ""  # where a copy of the store is written every night; none when empty
    backup_days: int = 30  # how long such a copy is kept
    log_level: str = "info"  # of the program itself: debug, info, warning or error
    log_as_json: bool = False  # one object per line, for programs that collect logs
    sign_of_life_seconds: int = 600  # between two lines that say that the app runs; 0 is never
    hosts: str = ""  # the names under which the tool is served, with commas; this machine's always
    public_url: str = ""  # where visitors find the tool: https://verbreding.example.nl
    # Signing in with the provider of the municipality (OpenID Connect). The same may stand in
    # .streamlit/secrets.toml, under [auth].
    oidc_metadata_url: str = ""  # ends with /.well-known/openid-configuration
    oidc_client_id: str = ""
    oidc_client_secret: str = ""
    oidc_prompt: str = "select_account"  # what the provider asks of who signs in
    user_claim: str = "email"  # what names somebody
    role_claim: str = ""  # what holds the role, if the provider says it; a.b is b within a
    department_claim: str = ""  # what holds the departments of a manager, if the provider says it
    administrators: str = ""  # who is administrator whatever Manage says, with commas
    session_hours: float = 9.0  # a working day: then somebody signs in again
    proxy_user_header: str = ""  # only when a proxy signs people in: the header that names them
    proxy_addresses: str = "127.0.0.1, ::1"  # where that proxy stands: addresses and networks
    privacy_contact: str = ""  # who answers questions about personal data
    accessibility_contact: str = ""  # who answers who meets an obstacle
    accessibility_statement: str = ""  # where the official statement of the municipality stands
    security_contact: str = ""  # where a weakness is reported, for /.well-known/security.txt
    managers_see_all: bool = False  # also the subjects and amounts of other departments
    minimum_n: int = 12  # fewer get no colour; why: `analysis.shares`
    minimum_uses_to_rank: int = 5  # fewer give no ranking; why: `analysis.shares`

    @classmethod
    def in_force(cls, chosen: Mapping[str, str]) -> Self:
        """The values above, then what the store says (`chosen`), then the environment.

        Ask `data.storing.chosen_settings.load_settings`, or in a page `loaders.settings`: they know
        what was chosen.

        Raises `ValueError` for a text that is no value of its setting.
        """
        texts = {**chosen, **environment()}
        defaults = {field.name: field.default for field in fields(cls)}
        stated: dict[str, Any] = {
            name: _parse(texts[name], default)
            for name, default in defaults.items()
            if texts.get(name)
        }
        return cls(**stated)

    @property
    def last_allowed_date(self) -> dt.date:
        """The last date that a record of use may carry."""
        return self.latest_date or clock.today()


@dataclass(frozen=True)
class Bounds:
    """Between what a setting may be chosen; a setting without bounds is yes or no."""

    least: float | None = None
    most: float | None = None


# What the coordinator may choose in the tool itself; the rest is for who installs it.
CHOOSABLE: Mapping[str, Bounds] = {
    "minimum_n": Bounds(2, 100),
    "minimum_uses_to_rank": Bounds(5, 500),
    "hours_per_day": Bounds(1, 24),
    "max_hours_per_record": Bounds(1, 100_000),
    "max_participants_per_record": Bounds(1, 1_000_000),
    "explain_from_percent": Bounds(0, 100),
    "explain_from_euros": Bounds(0, 10_000_000),
    "support_is_included": Bounds(),
    "managers_see_all": Bounds(),
}


def check_choice(name: str, text: str | None) -> None:
    """Raise `KeyError` when `name` is not choosable, `ValueError` when `text` is no value of it.

    None, the default, is always one.
    """
    bounds = CHOOSABLE[name]
    if text is None:
        return
    value = getattr(Settings.in_force({name: text}), name)
    inside = bounds.least is None or bounds.least <= value <= (bounds.most or value)
    if not inside:
        raise ValueError(f"{name} cannot be {text}")


def environment() -> dict[str, str]:
    """The settings that the environment states: name -> text."""
    return {name: text for key, name in _in_environment().items() if (text := os.environ.get(key))}


@cache
def _in_environment() -> dict[str, str]:
    return {ENVIRONMENT_PREFIX + field.name.upper(): field.name for field in fields(Settings)}


def _parse(text: str, default: object) -> str | int | float | dt.date:
    if isinstance(default, str):
        return text
    if isinstance(default, bool):
        return text.strip().casefold() in ("1", "true", "yes", "ja")
    if default is None or isinstance(default, dt.date):
        return dt.date.fromisoformat(text)
    return float(text) if isinstance(default, float) else int(text)
