"""The draw: which half of equal white spots is approached now, and what came of earlier draws."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

import pandas as pd
import streamlit as st

from analysis import drawing
from analysis.drawing import DrawnYear
from analysis.period import Period
from data import columns as c
from data.storing.draws import draw_spots
from data.users import ACT
from texts import Text, clock, ngettext
from texts import translate as _
from ui.actions.start_action import first_plan, place_of
from ui.shared import computed, formats, loaders, visitor
from ui.shared.caching import cached
from ui.shared.notices import attempt, show_notice
from ui.shared.safe import escape_markdown
from ui.shared.tables import rows_of

_DEPARTMENT = "draw_department"
_PLACE = "draw"


def show_drawing() -> None:
    """Why one would draw, what came of it, who waits, and the form for a new draw."""
    st.header(_("Does approaching help? Find out by lot"), anchor=False)
    st.markdown(escape_markdown(explained()))
    st.caption(escape_markdown(needed_in_words()))
    today = clock.today()
    for year in _years(today):
        st.markdown(f"**{year.year}.** {escape_markdown(result_in_words(year))}")
    waiting = _waiting(today)
    if len(waiting):
        with st.expander(_("Who waits, and until when")):
            st.dataframe(waiting, hide_index=True, alt=_("Who waits, and until when"))
    if visitor.current_user().may(ACT):
        _show_form(today)
    show_notice(_PLACE)


def explained() -> str:
    """What a draw is, in three sentences."""
    return _(
        "Of white spots of one department that stand about as high, the lot says which half you "
        "approach now and which half twelve months on. Everybody gets a turn, and whoever does "
        "not want to draw does not have to. After twelve months the difference between the "
        "halves shows what approaching adds."
    )


def needed_in_words() -> str:
    """How many white spots it takes to see something."""
    seen = ", ".join(
        _("with {n} white spots in {percent} of the cases").format(
            n=formats.number(n), percent=formats.percent(power)
        )
        for n, power in drawing.POWER.items()
    )
    return _(
        "It takes many. If {reached} of what is approached comes into use, and {by_itself} of what "
        "waits, a year of draws shows that {seen}."
    ).format(
        reached=formats.percent(drawing.REACHED),
        by_itself=formats.percent(drawing.BY_ITSELF),
        seen=seen,
    )


def result_in_words(found: DrawnYear) -> str:
    """What came of the draws of a year, and whether it can be chance."""
    if not found.over:
        return _(
            "Drawn: {now} approached now, {later} wait. The outcome follows when the twelve months "
            "of all of them are over."
        ).format(now=formats.number(found.now.n), later=formats.number(found.later.n))
    parts = [_result(found)]
    if found.left_out:
        text = ngettext(
            "{n} spot is left out: not all of its twelve months is reported, or it was drawn "
            "twice.",
            "{n} spots are left out: not all of their twelve months is reported, or they were "
            "drawn twice.",
            found.left_out,
        )
        parts.append(text.format(n=formats.number(found.left_out)))
    if found.crossed:
        text = ngettext(
            "{n} that was to wait was approached sooner; it counts with those that wait.",
            "{n} that were to wait were approached sooner; they count with those that wait.",
            found.crossed,
        )
        parts.append(text.format(n=formats.number(found.crossed)))
    return " ".join(parts)


def _result(found: DrawnYear) -> str:
    if found.p is None:
        return _("Of these draws too little is reported to say anything.")
    if found.more_than_chance:
        text = _(
            "Of {n} approached at once {k} came into use, of {m} that waited {w}. Chance alone "
            "gives such a difference in {percent} of all draws: approaching seems to help."
        )
    elif found.p >= 0.5:
        text = _(
            "Of {n} approached at once {k} came into use, of {m} that waited {w}. That does not "
            "show that approaching helps."
        )
    else:
        text = _(
            "Of {n} approached at once {k} came into use, of {m} that waited {w}. This "
            "can be chance: it gives such a difference in {percent} of all draws."
        )
    return text.format(
        n=formats.number(found.now.n), k=formats.number(found.now.k),
        m=formats.number(found.later.n), w=formats.number(found.later.k),
        percent=_percent(found.p),
    )  # fmt: skip


def _percent(p: float) -> str:
    return _("less than {percent}").format(percent=formats.percent(0.01)) if p < 0.01 else (
        formats.percent(p)
    )  # fmt: skip


def _show_form(today: dt.date) -> None:
    """Choose a department, see what would be drawn, and draw."""
    period = computed.default_period()
    if period is None:
        return
    ranking = computed.ranking(period)
    taken = _taken(today)
    of = {
        department: themes
        for department in sorted(set(ranking[c.DEPARTMENT]))
        if (themes := drawing.drawable(ranking, department, taken))
    }
    if not of:
        st.info(_("There are no equal white spots to draw among now."))
        return
    department = st.selectbox(
        _("Department to draw for"), list(of), index=None, key=_DEPARTMENT,
        placeholder=_("Choose"), width=320,
    )  # fmt: skip
    if department is None:
        return
    st.markdown(
        escape_markdown(
            _("The lot divides these {n} in two halves: {themes}. It cannot be done over.").format(
                n=formats.number(len(of[department])), themes=formats.enumerated(of[department])
            )
        )
    )
    st.button(
        _("Draw, and start with one half"), key="draw_now", on_click=_draw,
        args=(department, of[department], period),
    )  # fmt: skip


def _draw(department: str, themes: Sequence[str], period: Period) -> None:
    user = visitor.current_user()
    places = {theme: place_of(department, theme, period) for theme in themes}
    done = Text("Drawn. What comes first stands on the board, what waits below the draw.")
    if attempt(
        lambda: draw_spots(loaders.store(), user, department, places, first_plan(user)),
        done,
        at=_PLACE,
    ):
        del st.session_state[_DEPARTMENT]


@cached
def _years(today: dt.date) -> list[DrawnYear]:
    return drawing.drawn_years(
        loaders.draws(), loaders.actions(), loaders.usage(), loaders.reported(), today=today
    )


def _taken(today: dt.date) -> set[tuple[str, str]]:
    running = drawing.running(loaders.draws(), today)
    return set(zip(running[c.DEPARTMENT], running[c.THEME], strict=True))


def _waiting(today: dt.date) -> pd.DataFrame:
    running = drawing.running(loaders.draws(), today)
    waiting = running[~running["now"]]
    return pd.DataFrame(
        [
            {
                _("Department"): row[c.DEPARTMENT],
                _("Theme"): row[c.THEME],
                _("Waits until"): formats.short_date(row["ends"]),
            }
            for row in rows_of(waiting)
        ]
    )
