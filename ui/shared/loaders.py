"""The data as the pages read them: one frame per kind, shared, and kept until that kind changes.

Nobody may change a frame that comes from here; pandas copies on write, so deriving is safe.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Hashable
from contextvars import ContextVar
from dataclasses import replace
from functools import partial
from typing import TypeVar

import pandas as pd

from analysis import structure
from data.columns import DEPARTMENT, THEME, USAGE, VALID_FROM, VALID_TO
from data.money.population import municipalities, municipality_code
from data.settings import Settings, environment
from data.storing import frames
from data.storing.chosen_settings import load_settings
from data.storing.organisation_facts import OrganisationFacts, load_organisation_facts
from data.storing.store import Store
from data.storing.versions import (
    ALL_KINDS,
    IDENTITY,
    NAMES,
    ORGANISATION,
    REPORTS,
    SETTINGS,
    STRUCTURE,
    UPLOADS,
)
from data.storing.versions import USAGE as USAGE_RECORDS
from texts import clock
from ui.shared import scope
from ui.shared.snapshot import note_reading, snapshot

T = TypeVar("T")

# What the choice of departments and themes rests on, when there are too many.
_OF_BOUNDED = (NAMES, STRUCTURE, SETTINGS, USAGE_RECORDS)

_OF_ORGANISATION = (ORGANISATION, UPLOADS)

_structure: ContextVar[int | None] = ContextVar("structure", default=None)


def loaded(
    name: Hashable, kinds: Collection[str], load: Callable[[Store], T], *, renew: bool = False
) -> T:
    """What `load` gives, kept under this name until one of these kinds of data changes.

    With `renew` it is loaded again as soon as they do, and not when the next visitor comes. It is
    kept apart for who may not see all.
    """
    seen = scope.in_force()
    if seen.whole:
        return _kept(name, kinds, load, renew=renew)
    return _kept((name, seen), kinds, load)


def _kept(
    name: Hashable, kinds: Collection[str], load: Callable[[Store], T], *, renew: bool = False
) -> T:
    note_reading(kinds)
    now = snapshot()
    found: T = now.load(name, kinds, load)
    if renew:
        now.remember(name, lambda: _kept(name, kinds, load))
    return found


def settings() -> Settings:
    """The settings in force; the municipality is the one that was said."""
    # What the environment says is part of the name: it is not in the store, and may change.
    return _kept(("settings", str(environment())), (SETTINGS, *_OF_ORGANISATION), _load_settings)


def _load_settings(store: Store) -> Settings:
    found, name = load_settings(store), organisation().municipality
    return replace(found, municipality=name) if name else found


def municipality() -> tuple[str, str]:
    """The CBS code of the municipality (empty outside the G40) and its name (empty: not known)."""
    text = settings().municipality
    code = municipality_code(text)
    return code, municipalities().get(code, text)


def store() -> Store:
    """The store in force, opened once."""
    note_reading()
    return snapshot().store


def version(*kinds: str) -> int:
    """A number that is another one whenever data of these kinds changed; of any kind by default."""
    note_reading(kinds or ALL_KINDS)
    versions = snapshot().versions
    return sum(versions.get(kind, 0) for kind in (IDENTITY, *(kinds or ALL_KINDS)))


def frame(name: str) -> pd.DataFrame:
    """What `data.storing.frames.load_<name>` gives, as far as this visitor may see it.

    Kept until what it reads changes.
    """
    seen, kinds = scope.in_force(), frames.READS.get(name, ALL_KINDS)

    def load(store: Store) -> pd.DataFrame:
        found: pd.DataFrame = getattr(frames, f"load_{name}")(store)
        return found

    every = _kept(name, kinds, load, renew=True)
    if seen.whole:
        return every
    kinds = (*kinds, *frames.READS["successions"], *frames.READS["all_departments"])
    return loaded(name, kinds, lambda _: scope.limited(name, every, _own(seen), seen))


def _own(seen: scope.Scope) -> list[str]:
    """The departments in full, and those that they took the place of."""
    with scope.within(scope.WHOLE):
        names, moves = frame("all_departments")[[DEPARTMENT]], frame("successions")
    now = structure.followed(names, moves, None)[DEPARTMENT]
    mine = now.isin(list(seen.departments or ()))
    return [*names[DEPARTMENT][mine].tolist(), *(seen.departments or ())]


def use_structure(year: int | None) -> None:
    """Say in the structure of which year departments are shown to this visit; None is now."""
    _structure.set(year)


def structure_in_force() -> int | None:
    """The year that `use_structure` said."""
    return _structure.get()


def _structured(name: str, year: int | None) -> pd.DataFrame:
    successions = frame("successions")
    found = frame(name)
    if name == "usage":
        every = frame("all_departments")
        return structure.use_in(found, every, successions, year)
    if name == "reported":
        return structure.reported_in(found, successions, year)
    if name in ("actions", "confirmations", "draws", "proposals", "requests"):
        return structure.followed(found, successions, year)
    usage = _in_structure("usage")
    every = structure.with_known_years(
        frame(f"all_{name}"), usage, confirmed=organisation().confirmed
    )
    # A theme is of the years in which it exists, whatever structure is chosen.
    there = structure.existing(every, successions, year if name == "departments" else None)
    key = found.columns[0]
    return found.merge(there[[key, VALID_FROM, VALID_TO]], on=key).reset_index(drop=True)


def _in_structure(name: str) -> pd.DataFrame:
    year = structure_in_force()
    kinds = {*frames.READS[name], *frames.READS["successions"], *frames.READS["all_departments"]}
    if name in ("departments", "themes"):  # the years in which they exist follow their use
        kinds |= {USAGE_RECORDS, REPORTS, ORGANISATION, UPLOADS}
    make = partial(_structured, name, year)
    return loaded((name, "in structure", year), kinds, lambda _store: make(), renew=year is None)


def department_now(name: str) -> str:
    """The one department that stands in the place of `name`; itself when there is none, or more."""
    line = pd.DataFrame({DEPARTMENT: [name]}, dtype="str")
    return str(structure.followed(line, successions(), structure_in_force())[DEPARTMENT].iloc[0])


def successions() -> pd.DataFrame:
    """Which department follows which, from what year on."""
    return frame("successions")


def all_departments() -> pd.DataFrame:
    """Every department that ever was, with what is known of it."""
    return frame("all_departments")


def all_themes() -> pd.DataFrame:
    """Every theme that ever was, with what is known of it."""
    return frame("all_themes")


def usage() -> pd.DataFrame:
    """Every record of use, whole history, by the departments of the structure in force."""
    return _in_structure("usage")


def budget() -> pd.DataFrame:
    """Every budget line."""
    return frame("budget")


def departments() -> pd.DataFrame:
    """The departments with their domain, and the years in which they exist.

    Those with the most use when there are too many.
    """
    return _with_most_use("departments", DEPARTMENT, settings().max_departments)


def themes() -> pd.DataFrame:
    """The themes with their pillar and task, and the years in which they exist.

    Those with the most use when there are too many.
    """
    return _with_most_use("themes", THEME, settings().max_themes)


def departments_now() -> pd.DataFrame:
    """The departments that did not end."""
    return _not_ended(departments())


def _not_ended(names: pd.DataFrame) -> pd.DataFrame:
    stated = names[VALID_TO].isna() | (names[VALID_TO] >= clock.today().year)
    return names[stated].reset_index(drop=True)


def relevance() -> pd.DataFrame:
    """Which department x theme combinations make sense."""
    if not any(left_out()):
        # Not loaded before it is asked for: by then there may be too many names.
        return loaded("relevance", frames.READS["relevance"], frames.load_relevance)
    of, on = departments()[DEPARTMENT].tolist(), themes()[THEME].tolist()
    kinds = {*frames.READS["relevance"], *_OF_BOUNDED}
    name = ("relevance", structure_in_force(), len(of), len(on))
    return loaded(name, kinds, lambda store: frames.load_relevance(store, of, on))


def left_out() -> tuple[int, int]:
    """How many departments and how many themes the map leaves out, because there are too many."""
    of = len(_in_structure("departments")) - len(departments())
    on = len(_in_structure("themes")) - len(themes())
    return of, on


def _with_most_use(name: str, column: str, most: int) -> pd.DataFrame:
    found = _in_structure(name)
    if len(found) <= most:
        return found
    kept = (name, "with most use", structure_in_force(), most)
    return loaded(kept, _OF_BOUNDED, lambda _: _most_used(found, usage(), column, most))


def _most_used(names: pd.DataFrame, use: pd.DataFrame, column: str, most: int) -> pd.DataFrame:
    counts = use[column].value_counts()
    there = counts[counts.index.isin(names[column])].index[:most].tolist()
    return names[names[column].isin(there)].reset_index(drop=True)


def reported() -> pd.DataFrame:
    """The days that are reported, as `analysis.reporting.Reports` takes them."""
    return _in_structure("reported")


def reports() -> pd.DataFrame:
    """Every report: what each upload tells about, and what was stated by hand."""
    return frame("reports")


def organisation() -> OrganisationFacts:
    """What was said of the municipality as a whole."""
    return _kept("organisation", _OF_ORGANISATION, load_organisation_facts, renew=True)


def actions() -> pd.DataFrame:
    """The cells that somebody works on, or decided about."""
    return _in_structure("actions")


def draws() -> pd.DataFrame:
    """The white spots that were drawn: to approach at once, or twelve months on."""
    return _in_structure("draws")


def proposals() -> pd.DataFrame:
    """What departments proposed about their list."""
    return _in_structure("proposals")


def requests() -> pd.DataFrame:
    """What was asked of Platform31 and not delivered."""
    return _in_structure("requests")


def confirmations() -> pd.DataFrame:
    """The department-years whose list is confirmed."""
    return _in_structure("confirmations")


def changes() -> pd.DataFrame:
    """Who did what, newest first."""
    return frame("changes")


def batches() -> pd.DataFrame:
    """Every upload, undone ones too."""
    return frame("batches")


def active_batches() -> pd.DataFrame:
    """The uploads that were not undone."""
    return loaded("active batches", (UPLOADS,), lambda _: _active(batches()))


def _active(every: pd.DataFrame) -> pd.DataFrame:
    return every[every["undone_at"].isna()]


def usage_batches() -> pd.DataFrame:
    """The uploads that were not undone and hold use."""
    return loaded("usage batches", (UPLOADS,), lambda _: _with_use(active_batches()))


def _with_use(active: pd.DataFrame) -> pd.DataFrame:
    return active[active["kind"].str.contains(USAGE)]
