"""What became of what was worked on: what is known, and below it what a draw can prove."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping

import pandas as pd
import streamlit as st

from analysis import effect
from data import columns as c
from texts import Text, clock, ngettext
from texts import translate as _
from ui.actions.drawing import show_drawing
from ui.shared import formats, loaders
from ui.shared.caching import cached
from ui.shared.chart import excel_button, show_table, source_line
from ui.shared.labels import column_label
from ui.shared.safe import escape_markdown

OUTCOMES: Mapping[str, Text] = {
    effect.TWICE: Text("Used, and again within twelve months"),
    effect.ONCE: Text("Used"),
    effect.PERHAPS: Text("Used, perhaps before it was chosen or after twelve months"),
    effect.NOT_YET: Text("Not used yet, twelve months are not over"),
    effect.LATER: Text("Used, after more than twelve months"),
    effect.NOT_USED: Text("Not used within twelve months"),
    effect.NOT_KNOWN: Text("Not known: not all of the twelve months is reported"),
}


def show_effect() -> None:
    """How many came into use, cell by cell; and the draw, that says whether approaching helps."""
    found = _outcomes(clock.today())
    if found.empty:
        st.info(_("Nothing has been worked on yet, so there is no effect to see."))
    else:
        st.subheader(escape_markdown(counted_in_words(found)), anchor=False)
        for sentence in caveats(found):
            st.markdown(escape_markdown(sentence))
        table = outcome_table(found)
        title = _("What became of each cell")
        show_table(table, alt=title)
        excel_button("effect_table", lambda: {title: table}, title=title, notes=[source_line()])
    show_drawing()


def counted_in_words(found: pd.DataFrame) -> str:
    """How many were worked on, and how many of them came into use."""
    return _("{n} worked on, {k} in use").format(
        n=formats.number(len(found)), k=formats.number(found["outcome"].isin(effect.IN_USE).sum())
    )


def caveats(found: pd.DataFrame) -> list[str]:
    """What is not known of the others, and what the count does not prove."""
    n = found["outcome"].value_counts()
    said = [
        _("This is known, not proven: nobody knows what would have happened without it.")
        + " "
        + _("In use is: used directly within twelve months after it was chosen.")
    ]
    perhaps, running, unknown = (
        int(n.get(o, 0)) for o in (effect.PERHAPS, effect.NOT_YET, effect.NOT_KNOWN)
    )
    if perhaps:
        text = ngettext(
            "Of {n} other only the month or year of use is known, so that it may have been before.",
            "Of {n} others only the month or year of use is known, so that it may have been "
            "before.",
            perhaps,
        )
        said.append(text.format(n=formats.number(perhaps)))
    if running:
        text = ngettext(
            "Of {n} the twelve months are not over.", "Of {n} the twelve months are not over.",
            running,
        )  # fmt: skip
        said.append(text.format(n=formats.number(running)))
    if unknown:
        text = ngettext(
            "Of {n} not all of the twelve months is reported.",
            "Of {n} not all of the twelve months is reported.",
            unknown,
        )
        said.append(text.format(n=formats.number(unknown)))
    return said


def outcome_table(found: pd.DataFrame) -> pd.DataFrame:
    """What `analysis.effect.outcomes` gives, for a reader; the newest choice first."""
    newest = found.iloc[::-1]
    firsts = zip(newest["first_use"], newest[c.DATE_PRECISION], strict=True)
    days = newest["days"].tolist()
    return pd.DataFrame(
        {
            column_label(c.DEPARTMENT): newest[c.DEPARTMENT],
            column_label(c.THEME): newest[c.THEME],
            _("Chosen on"): [formats.short_date(day) for day in newest[c.CHOSEN_ON]],
            _("First use"): [formats.known_date(*first) or "–" for first in firsts],
            _("After"): ["" if pd.isna(n) else _days(int(n)) for n in days],
            _("Second use"): [
                "–" if pd.isna(day) else formats.short_date(day) for day in newest["second_use"]
            ],
            _("Outcome"): [str(OUTCOMES[outcome]) for outcome in newest["outcome"]],
        }
    )


@cached
def _outcomes(today: dt.date) -> pd.DataFrame:
    return effect.outcomes(loaders.actions(), loaders.usage(), loaders.reported(), today=today)


def _days(n: int) -> str:
    return ngettext("{n} day", "{n} days", n).format(n=formats.number(n))
