"""What the coordinator states of agreements and inhabitants: only added, so the history stays."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

import pandas as pd
from sqlalchemy import insert, select

from data.columns import YEAR
from data.money.agreements import (
    FIGURES,
    LAST_YEAR,
    Agreement,
    Stated,
    agreements_of,
    reference_statements,
)
from data.money.population import (
    CBS_CODE,
    INHABITANTS,
    MUNICIPALITY,
    SOURCE,
    SURE,
    municipalities,
    reference_population,
)
from data.storing import acts
from data.storing import tables as t
from data.storing.store import Store
from data.storing.writing import now
from data.users import User


def load_agreements(store: Store, municipality: str) -> list[Agreement]:
    """Every agreement, oldest first: what comes with the product, overruled by what was stated."""
    stated = load_statements(store)
    return agreements_of([*reference_statements(municipality), *stated])


def load_statements(store: Store) -> list[Stated]:
    """Everything that was ever stated of an agreement here, in the order in which it was."""
    f = t.agreement_figure.c
    chosen = select(f.first_year, f.figure, f.value, f.source, f.edited_at, f.user_name)
    with store.reading() as connection:
        return [Stated(*row) for row in connection.execute(chosen.order_by(f.id))]


def state_figures(
    store: Store, user: User, first_year: int, figures: Mapping[str, tuple[str, str]]
) -> None:
    """State figures of an agreement: name -> (value, source); an empty value is unknown.

    Raises `NotAllowedError` unless the user may, `KeyError` for a figure that does not exist, and
    `ValueError` for a value that cannot be, also when the agreement would end before it begins;
    then nothing is stated.
    """
    with store.writing(user, acts.STATE_FIGURE, acts.AGREEMENT) as change:
        for name, (value, _source) in figures.items():
            if value:
                FIGURES[name](value)
        last = figures.get(LAST_YEAR)
        if last and (not last[0] or int(last[0]) < first_year):
            raise ValueError(f"an agreement cannot end ({last[0]}) before it begins ({first_year})")
        moment = now()
        lines = [
            {"first_year": first_year, "figure": name, "value": value, "source": source,
             "edited_at": moment, "user_name": user.name}
            for name, (value, source) in figures.items()
        ]  # fmt: skip
        if not lines:
            change.allow_nothing()
            return
        change.connection.execute(insert(t.agreement_figure), lines)
        values = {name: value for name, (value, _source) in figures.items()}
        change.note(after={"first_year": first_year} | values)


def load_population(store: Store) -> pd.DataFrame:
    """The inhabitants of each city and year, as `reference_population` gives them.

    What was stated here overrules it (`edited` is True) and may add years.
    """
    known = reference_population()
    stated = _stated_population(store)
    if stated.empty:
        return known
    names = municipalities()
    stated = stated[stated[CBS_CODE].isin(names)].assign(
        municipality=lambda frame: frame[CBS_CODE].map(names)
    )
    both = pd.concat([known, stated[known.columns]], ignore_index=True)
    both = both.drop_duplicates([CBS_CODE, YEAR], keep="last")
    place = both[CBS_CODE].map({code: place for place, code in enumerate(names)})
    return (
        both.assign(_place=place)
        .sort_values(["_place", YEAR], ignore_index=True)
        .drop(columns="_place")
    )


def load_population_history(store: Store) -> pd.DataFrame:
    """Everything ever stated of inhabitants here, newest first.

    Columns: cbs_code, municipality, year, inhabitants, source, edited_at (UTC), user.
    """
    stated = _stated_population(store)
    named = stated.assign(municipality=stated[CBS_CODE].map(municipalities()))
    columns = [CBS_CODE, MUNICIPALITY, YEAR, INHABITANTS, SOURCE, "edited_at", "user"]
    return named[columns].iloc[::-1].reset_index(drop=True)


def state_inhabitants(
    store: Store, user: User, figures: Iterable[tuple[str, int, int | None, str]]
) -> None:
    """State inhabitants: (CBS code, year, number or None for unknown, source).

    Raises `NotAllowedError` unless the user may, and `ValueError` for a city outside the G40 or a
    number below one; then nothing is stated.
    """
    with store.writing(user, acts.STATE_FIGURE, acts.INHABITANTS) as change:
        stated = {"edited_at": now(), "user_name": user.name}
        lines = []
        for code, year, inhabitants, source in figures:
            if code not in municipalities() or (inhabitants is not None and inhabitants < 1):
                raise ValueError(f"no number of inhabitants: {code}, {year}, {inhabitants}")
            known = {CBS_CODE: code, YEAR: year, INHABITANTS: inhabitants}
            lines.append(known | stated | {SOURCE: source})
            change.note(after=known)
        if lines:
            change.connection.execute(insert(t.inhabitants_figure), lines)
        change.allow_nothing()


def _stated_population(store: Store) -> pd.DataFrame:
    f = t.inhabitants_figure.c
    chosen = select(f.cbs_code, f.year, f.inhabitants, f.source, f.edited_at, f.user_name)
    with store.reading() as connection:
        found = connection.execute(chosen.order_by(f.id)).all()
    columns = [CBS_CODE, YEAR, INHABITANTS, SOURCE, "edited_at", "user"]
    frame = pd.DataFrame(found, columns=columns).astype({INHABITANTS: "Int64", YEAR: "int64"})
    certainty = frame[INHABITANTS].notna().map({True: SURE, False: ""})
    return frame.assign(certainty=certainty, edited=True)
