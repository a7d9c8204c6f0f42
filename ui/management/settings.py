"""What the coordinator may set otherwise than the tool comes with."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import streamlit as st

from data.settings import CHOOSABLE, Settings, environment
from data.storing.chosen_settings import choose_settings
from data.users import CONFIGURE
from texts import Text
from texts import translate as _
from ui.shared import formats, loaders, visitor
from ui.shared.drafts import draft
from ui.shared.editors import save_button, saved

LABELS: Mapping[str, tuple[Text, Text]] = {
    "minimum_n": (
        Text("Least number to compare"),
        Text("With fewer, a portion gets no colour: it is too uncertain."),
    ),
    "minimum_uses_to_rank": (
        Text("Least number of uses to rank"),
        Text("With fewer, there is no ranking of white spots."),
    ),
    "hours_per_day": (Text("Hours in a day"), Text("What “2 days” in a file counts for.")),
    "max_hours_per_record": (
        Text("Most hours in one row"),
        Text("A row with more is rejected, with the reason beside it."),
    ),
    "max_participants_per_record": (
        Text("Most participants in one row"),
        Text("A row with more is rejected, with the reason beside it."),
    ),
    "explain_from_percent": (
        Text("Explain a difference from (%)"),
        Text("On Budget a difference is explained only from this part of the budget on."),
    ),
    "explain_from_euros": (
        Text("Explain a difference from (€)"),
        Text("On Budget a smaller difference than this is not explained."),
    ),
    "managers_see_all": (
        Text("Managers see all records"),
        Text(
            "Otherwise a manager sees of other departments which theme they used and when, and no "
            "subjects or amounts."
        ),
    ),
    "support_is_included": (
        Text("Tailor-made support costs nothing extra"),
        Text("The agreement covers it, within the 60%. Messages to departments say so."),
    ),
}


def show_settings() -> None:
    """Each setting with what it does; what the environment states cannot be changed here."""
    now, fixed = loaders.settings(), environment()
    chosen = {name: _ask(name, getattr(now, name), fixed=name in fixed) for name in CHOOSABLE}
    changed = {name: str(value) for name, value in chosen.items() if value != getattr(now, name)}
    if save_button("settings", changed=bool(changed), right=CONFIGURE):
        choose_settings(loaders.store(), visitor.current_user(), changed)
        saved("settings")


def _ask(name: str, value: Any, *, fixed: bool) -> Any:  # noqa: ANN401 (a number or yes or no)
    label, meaning = LABELS[name]
    key = draft("settings").field(name, value)
    options: dict[str, Any] = {"key": key, "help": _help(name, meaning, fixed), "disabled": fixed}
    if isinstance(value, bool):
        return st.toggle(str(label), **options)
    bounds, kind = CHOOSABLE[name], type(value)
    return st.number_input(
        str(label),
        kind(bounds.least),
        kind(bounds.most),
        step=kind(1),
        format="%d" if kind is int else "%g",
        width=300,
        **options,
    )


def _help(name: str, meaning: Text, fixed: bool) -> str:
    if fixed:
        return _("{meaning} Whoever installed the tool fixed this.").format(meaning=meaning)
    default = getattr(Settings(), name)
    if isinstance(default, bool):
        return str(meaning)
    return _("{meaning} The tool comes with {default}.").format(
        meaning=meaning, default=formats.hours(default)
    )
