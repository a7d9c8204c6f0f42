"""Draws: of equal white spots of a department, which are approached now and which twelve months on.

A draw cannot be changed, taken back or done over: only then is what came of it worth something.
"""

from __future__ import annotations

import datetime as dt
import random
from collections.abc import Mapping

import pandas as pd
from sqlalchemy import Connection, insert, select

from data.columns import DEPARTMENT, DOMAIN, THEME
from data.storing import acts
from data.storing import tables as t
from data.storing.actions import ConversationPlan, Place, choose_cells
from data.storing.errors import AlreadyDrawnError
from data.storing.names import ids_by_name
from data.storing.query import frame_of
from data.storing.store import Store
from data.users import User
from texts import clock

_MONTHS = 12


def draw_spots(
    store: Store,
    user: User,
    department: str,
    places: Mapping[str, Place],
    plan: ConversationPlan,
    *,
    today: dt.date | None = None,
    lots: random.Random | None = None,
) -> tuple[list[str], list[str]]:
    """Draw which half of these themes of a department is approached now; the two halves.

    On the first half a conversation begins, as `choose_cells` does it. `lots` is the chance of the
    computer unless another is given. Raises `ValueError` for an odd number of themes, and
    `AlreadyDrawnError` when one of them is in a draw of which the twelve months are not over.
    """
    if len(places) < 2 or len(places) % 2:
        raise ValueError(f"of {len(places)} themes no two equal halves can be drawn")
    day = today or clock.today()
    with store.writing(user, acts.ADD, acts.DRAW, departments=department) as change:
        connection = change.connection
        department_id = ids_by_name(connection, t.department)[department]
        themes = ids_by_name(connection, t.theme)
        if _drawn_since(connection, department_id, _before(day)) & set(places):
            raise AlreadyDrawnError
        now = set((lots or random.SystemRandom()).sample(sorted(places), len(places) // 2))
        line = {"department_id": department_id, "drawn_on": day, "user_name": user.name}
        number = connection.execute(insert(t.draw).values(line).returning(t.draw.c.id)).scalar_one()
        cells = [
            {"draw_id": number, "theme_id": themes[theme], "approach_now": theme in now}
            for theme in places
        ]
        connection.execute(insert(t.drawn_cell), cells)
        halves = sorted(now), sorted(set(places) - now)
        after = {DEPARTMENT: department, "now": halves[0], "later": halves[1]}
        change.note(number, after=after)
        chosen = {theme: places[theme] for theme in halves[0]}
        choose_cells(change.store, user, department, chosen, plan, today=day)
    return halves


def load_draws(store: Store) -> pd.DataFrame:
    """Every cell that was drawn: draw_id, drawn_on (datetime64), department, domain, theme, now
    (bool: approached now, or twelve months on), user; in the order in which they were drawn.
    """
    d, n = t.draw.c, t.drawn_cell.c
    chosen = (
        select(
            d.id.label("draw_id"), d.drawn_on, t.department.c.name.label(DEPARTMENT),
            t.department.c.domain.label(DOMAIN), t.theme.c.name.label(THEME),
            n.approach_now.label("now"), d.user_name.label("user"),
        )
        .select_from(t.drawn_cell)
        .join(t.draw)
        .join(t.department)
        .join(t.theme, t.theme.c.id == n.theme_id)
        .order_by(n.id)
    )  # fmt: skip
    with store.reading() as connection:
        frame = frame_of(connection, chosen)
    frame["drawn_on"] = pd.to_datetime(frame["drawn_on"]).astype("datetime64[us]")
    texts = dict.fromkeys((DEPARTMENT, DOMAIN, THEME, "user"), "str")
    return frame.astype({"draw_id": "int64", "now": "bool"} | texts)


def _before(day: dt.date) -> dt.date:
    """Draws up to and including this day are over."""
    return (pd.Timestamp(day) - pd.DateOffset(months=_MONTHS)).date()


def _drawn_since(connection: Connection, department_id: int, day: dt.date) -> set[str]:
    """The themes of a department in draws made after that day."""
    d = t.draw.c
    chosen = (
        select(t.theme.c.name)
        .select_from(t.drawn_cell)
        .join(t.draw)
        .join(t.theme)
        .where(d.department_id == department_id, d.drawn_on > day)
    )
    return set(connection.execute(chosen).scalars())
