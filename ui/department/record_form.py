"""A form for one record of use: what a department adds or corrects."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping, Sequence
from typing import Any

import pandas as pd
import streamlit as st

from data import columns as c
from data.storing.names import load_forms
from texts import translate as _
from ui.shared import loaders
from ui.shared.labels import column_label, value_label

Action = tuple[str, Callable[[dict[str, Any]], None]]  # what the button says, and what it does
_LONGEST_SUBJECT = 300


def record_form(name: str, record: Mapping[str, Any], *actions: Action) -> None:
    """The fields of a record, filled with what is known, and a button for each action.

    An action is given the columns of use, dates as ISO texts and what is empty as None, and `note`.
    """
    settings = loaders.settings()
    key = _keys(name)
    with st.form(key("form"), border=False, enter_to_submit=False):
        grid = st.grid(2, min_column_width=220)
        with grid.cell():
            st.date_input(
                column_label(c.DATE),
                _day(record.get(c.DATE)),
                min_value=settings.earliest_date,
                max_value=settings.last_allowed_date,
                format="DD-MM-YYYY",
                key=key(c.DATE),
            )
        for column, options in _choices().items():
            with grid.cell():
                _choose(column, options, record.get(column), key(column))
        with grid.cell():
            most = settings.max_hours_per_record
            _number(c.HOURS, record.get(c.HOURS), key(c.HOURS), 0.0, most, 0.5)
        with grid.cell():
            people = settings.max_participants_per_record
            _number(c.PARTICIPANTS, record.get(c.PARTICIPANTS), key(c.PARTICIPANTS), 0, people, 1)
        subject = record.get(c.SUBJECT)
        st.text_input(
            _("Subject (no names of persons)"),
            subject if isinstance(subject, str) else "",
            max_chars=_LONGEST_SUBJECT,
            key=key(c.SUBJECT),
        )
        st.text_input(_("Remark for the coordinator"), key=key("note"), max_chars=500)
        with st.container(horizontal=True):
            for place, (label, act) in enumerate(actions):
                st.form_submit_button(
                    label,
                    type="secondary" if place else "primary",
                    on_click=_submit,
                    args=(name, act, record.get(c.DATE), record.get(c.DATE_PRECISION)),
                )


def _choices() -> dict[str, Sequence[str]]:
    with loaders.store().reading() as connection:
        forms = load_forms(connection)
    themes = sorted(loaders.themes()[c.THEME])
    return {c.THEME: themes, c.FORM: forms, c.CHANNEL: c.CHANNELS, c.SHARE: c.SHARES}


def _choose(column: str, options: Sequence[str], value: object, key: str) -> None:
    st.selectbox(
        column_label(column),
        options,
        index=list(options).index(str(value)) if value in options else None,
        format_func=lambda option: value_label(column, option),
        placeholder=_("Choose"),
        key=key,
    )


def _number(column: str, value: Any, key: str, least: Any, most: Any, step: Any) -> None:  # noqa: ANN401
    known = value is not None and not pd.isna(value)
    st.number_input(
        column_label(column),
        min_value=least,
        max_value=type(least)(most),
        value=type(least)(value) if known else None,
        step=step,
        key=key,
    )


def _submit(
    name: str, act: Callable[[dict[str, Any]], None], shown: object, precision: object
) -> None:
    """Hand over what the form says; a date that was left as it was stays as exact as it was."""
    key = _keys(name)
    columns = (c.THEME, c.FORM, c.CHANNEL, c.SHARE, c.SUBJECT, c.HOURS, c.PARTICIPANTS, "note")
    said = {column: st.session_state[key(column)] or None for column in columns}
    day = st.session_state[key(c.DATE)]
    untouched = day == _day(shown) and isinstance(precision, str)
    said[c.DATE] = day.isoformat()
    said[c.DATE_PRECISION] = precision if untouched else c.DAY_PRECISION
    act(said)


def _day(value: object) -> dt.date:
    return pd.Timestamp(value).date()  # type: ignore[arg-type]


def _keys(name: str) -> Callable[[str], str]:
    return lambda field: f"record_{name}_{field}"
