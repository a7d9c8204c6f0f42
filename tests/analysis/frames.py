"""Small frames of the shapes that the store yields."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, NamedTuple

import pandas as pd

CATEGORIES = (
    "date_precision", "department", "theme", "domain", "pillar", "task", "form", "channel", "share",
    "file", "sheet",
)  # fmt: skip
DEFAULTS: dict[str, Any] = {
    "batch_id": 1, "date": "2018-06-15", "date_precision": "day", "department": "Jeugd",
    "theme": "Wonen", "form": "advies", "channel": "direct", "share": "general", "subject": "",
    "hours": None, "participants": None, "amount": None, "file": "a.xlsx", "sheet": "Blad1",
    "row": 2,
}  # fmt: skip
DOMAIN_OF = {"Jeugd": "sociaal", "Zorg": "sociaal", "Werk": "sociaal", "Beheer": "fysiek",
             "Bouw": "fysiek", "Markt": "economie", "Nieuw": "onbekend"}  # fmt: skip
PILLAR_OF = {"Wonen": ("fysiek", "woonopgave"), "Schulden": ("sociaal", "zorg- en welzijnsopgave"),
             "Energie": ("fysiek", "verduurzamingsopgave")}  # fmt: skip


def usage_frame(rows: Iterable[dict[str, Any]] = ()) -> pd.DataFrame:
    """A usage frame; whatever a row does not say is a plain direct use in 2018."""
    frame = pd.DataFrame([{**DEFAULTS, **row} for row in rows], columns=list(DEFAULTS))
    frame["date"] = pd.to_datetime(frame["date"]).astype("datetime64[us]")
    frame = frame.sort_values("date", kind="stable", ignore_index=True)
    frame.insert(0, "id", range(1, len(frame) + 1))
    department, theme = frame["department"].astype("str"), frame["theme"].astype("str")
    frame["domain"] = department.map(DOMAIN_OF)
    frame["pillar"] = theme.map({name: pillar for name, (pillar, _) in PILLAR_OF.items()})
    frame["task"] = theme.map({name: task for name, (_, task) in PILLAR_OF.items()})
    frame["year"] = frame["date"].dt.year.astype("int64")
    numbers = dict.fromkeys(("hours", "participants", "amount"), "float")
    return frame.astype({"subject": "str", **numbers, **dict.fromkeys(CATEGORIES, "category")})


def departments_frame(*names: str) -> pd.DataFrame:
    """Departments in the order given, each in its domain."""
    rows = [(name, DOMAIN_OF[name]) for name in names]
    return pd.DataFrame(rows, columns=["department", "domain"], dtype="str")


def themes_frame(*names: str) -> pd.DataFrame:
    """Themes in the order given, each with its pillar and task."""
    rows = [(name, *PILLAR_OF[name]) for name in names]
    return pd.DataFrame(rows, columns=["theme", "pillar", "task"], dtype="str")


def relevance_frame(*not_relevant: tuple[str, str]) -> pd.DataFrame:
    """The cells that somebody called not relevant; what is not in it counts as relevant."""
    frame = pd.DataFrame(not_relevant, columns=["department", "theme"], dtype="str")
    return frame.assign(relevant=False, edited=True)


def reported_frame(**years: Iterable[int]) -> pd.DataFrame:
    """The reported years per department, from the first to the last day and of both channels."""
    return reports_frame(
        (name, channel, f"{year}-01-01", f"{year}-12-31", None)
        for name, found in years.items()
        for year in found
        for channel in ("direct", "network")
    )


Line = tuple[str, str, str, str, tuple[str, ...] | None]


def reports_frame(lines: Iterable[Line]) -> pd.DataFrame:
    """What was reported: department, channel, first and last day, themes (None for all)."""
    columns = ["department", "channel", "first_day", "last_day", "themes"]
    frame = pd.DataFrame(list(lines), columns=columns)
    for day in ("first_day", "last_day"):
        frame[day] = pd.to_datetime(frame[day]).astype("datetime64[us]")
    return frame.astype({"department": "str", "channel": "str", "themes": "object"})


class World(NamedTuple):
    """The frames that most measures ask for, in the order in which they ask for them."""

    usage: pd.DataFrame
    departments: pd.DataFrame
    themes: pd.DataFrame
    relevance: pd.DataFrame
    reported: pd.DataFrame


ACTION: dict[str, Any] = {
    "conversation_id": 1, "department": "Zorg", "theme": "Wonen", "chosen_on": "2018-06-01",
    "status": "to_approach", "reason": None, "owner": "Noor", "next_step": "", "due_on": None,
    "note": "", "version": 1, "rank": None, "ranked": None, "first_year": None, "last_year": None,
}  # fmt: skip


def actions_frame(rows: Iterable[dict[str, Any]] = ()) -> pd.DataFrame:
    """Cells acted upon; whatever a row does not say is Zorg x Wonen, still to approach."""
    frame = pd.DataFrame([{**ACTION, **row} for row in rows], columns=list(ACTION))
    frame.insert(0, "id", range(1, len(frame) + 1))
    frame.insert(3, "domain", frame["department"].map(DOMAIN_OF).astype("str"))
    days = {
        day: pd.to_datetime(frame[day]).astype("datetime64[us]") for day in ("chosen_on", "due_on")
    }
    texts = ("department", "theme", "status", "reason", "owner", "next_step", "note")
    whole = ("rank", "ranked", "first_year", "last_year")
    return frame.assign(**days).astype(
        dict.fromkeys(texts, "str") | dict.fromkeys(whole, "Int64") | {"version": "int64"}
    )


def draws_frame(rows: Iterable[dict[str, Any]] = ()) -> pd.DataFrame:
    """Drawn cells; whatever a row does not say is Zorg x Wonen, drawn on 1 June 2018 for now."""
    line = {
        "draw_id": 1, "drawn_on": "2018-06-01", "department": "Zorg", "theme": "Wonen", "now": True,
    }  # fmt: skip
    frame = pd.DataFrame([{**line, **row} for row in rows], columns=list(line))
    frame["drawn_on"] = pd.to_datetime(frame["drawn_on"]).astype("datetime64[us]")
    return frame.astype({"draw_id": "int64", "department": "str", "theme": "str", "now": "bool"})
