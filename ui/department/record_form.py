"""A form for one record of use: what a department adds or corrects."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping
from contextlib import nullcontext
from typing import Any

import pandas as pd
import streamlit as st

from data import columns as c
from data import fields
from data.fields import Field, Sort
from data.fields.choices import values_of
from data.storing.names import load_forms
from texts import translate as _
from ui.shared import loaders
from ui.shared.labels import value_label

Action = tuple[str, Callable[[dict[str, Any]], None]]  # what the button says, and what it does
_LONGEST_TEXT = 300
ASKED = tuple(field for field in fields.of(c.USAGE) if field.entry and field.entry.asked)


def record_form(name: str, record: Mapping[str, Any], *actions: Action) -> None:
    """The fields of a record, filled with what is known, and a button for each action.

    An action is given the columns of use, dates as ISO texts and what is empty as None, and `note`.
    """
    key = _keys(name)
    with st.form(key("form"), border=False, enter_to_submit=False):
        grid = st.grid(2, min_column_width=220)
        for field in ASKED:
            with nullcontext() if field.sort is Sort.TEXT else grid.cell():
                _WIDGETS[field.sort](field, record.get(field.name), key(field.name))
        st.text_input(_("Remark for the coordinator"), key=key("note"), max_chars=500)
        with st.container(horizontal=True):
            for place, (label, act) in enumerate(actions):
                st.form_submit_button(
                    label,
                    type="secondary" if place else "primary",
                    on_click=_submit,
                    args=(name, act, record.get(c.DATE), record.get(c.DATE_PRECISION)),
                )


def _day_input(field: Field, value: object, key: str) -> None:
    settings = loaders.settings()
    st.date_input(
        str(field.label),
        _day(value),
        min_value=settings.earliest_date,
        max_value=settings.last_allowed_date,
        format="DD-MM-YYYY",
        key=key,
    )


def _choice(field: Field, value: object, key: str) -> None:
    options = _options(field)
    st.selectbox(
        str(field.label),
        options,
        index=options.index(str(value)) if value in options else None,
        format_func=lambda option: value_label(field.name, option),
        placeholder=_("Choose"),
        key=key,
    )


def _options(field: Field) -> list[str]:
    if field.name == c.THEME:
        return sorted(loaders.themes()[c.THEME])
    if field.name == c.FORM:
        with loaders.store().reading() as connection:
            return list(load_forms(connection))
    return list(values_of(field.choices))


def _number(field: Field, value: Any, key: str) -> None:  # noqa: ANN401 (a number, or missing)
    """A number between nothing and the most that the rules of the column allow."""
    of_type, step = (int, 1) if field.sort is Sort.COUNT else (float, 0.5)
    limits = [rule.limit for rule in field.rules if isinstance(rule.limit, str)]
    most = getattr(loaders.settings(), limits[0]) if limits else None
    st.number_input(
        str(field.label),
        min_value=of_type(0),
        max_value=None if most is None else of_type(most),
        value=None if value is None or pd.isna(value) else of_type(value),
        step=step,
        key=key,
    )


def _text(field: Field, value: object, key: str) -> None:
    st.text_input(
        _("{column} (no names of persons)").format(column=field.label),
        value if isinstance(value, str) else "",
        max_chars=_LONGEST_TEXT,
        key=key,
    )


_WIDGETS: Mapping[Sort, Callable[[Field, Any, str], None]] = {
    Sort.DAY: _day_input,
    Sort.NAME: _choice,
    Sort.CHOICE: _choice,
    Sort.HOURS: _number,
    Sort.COUNT: _number,
    Sort.AMOUNT: _number,
    Sort.TEXT: _text,
    Sort.CODE: _text,
}


def _submit(
    name: str, act: Callable[[dict[str, Any]], None], shown: object, precision: object
) -> None:
    """Hand over what the form says; a date that was left as it was stays as exact as it was."""
    key = _keys(name)
    columns = [field.name for field in ASKED if field.sort is not Sort.DAY]
    said = {column: st.session_state[key(column)] or None for column in (*columns, "note")}
    day = st.session_state[key(c.DATE)]
    untouched = day == _day(shown) and isinstance(precision, str)
    said[c.DATE] = day.isoformat()
    said[c.DATE_PRECISION] = precision if untouched else c.DAY_PRECISION
    act(said)


def _day(value: object) -> dt.date:
    return pd.Timestamp(value).date()  # type: ignore[arg-type]


def _keys(name: str) -> Callable[[str], str]:
    return lambda field: f"record_{name}_{field}"
