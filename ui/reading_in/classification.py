"""What the new names of a file belong to: domain, pillar and task."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

import pandas as pd
import streamlit as st

from data.columns import (
    DEPARTMENT,
    DOMAIN,
    PILLAR,
    TASK,
    THEME,
    UNCLASSIFIED,
)
from data.fields.choices import CLASSES
from data.intake.preview import propose_classification
from data.reference import Classification
from texts import ngettext
from texts import translate as _
from ui.reading_in import upload_words
from ui.reading_in.pending_files import Pending
from ui.shared import loaders
from ui.shared.labels import column_label, value_label
from ui.shared.safe import escape_markdown

SHOWN_WHOLE = 30  # more names than this scroll within their table

Names = Mapping[str, Sequence[str]]  # name -> what it belongs to


def propose(item: Pending) -> Classification:
    """Where the new names of a file are proposed to belong."""
    return propose_classification(item.preview, store=loaders.store())


def choose_classification(item: Pending, proposed: Classification) -> Classification:
    """Show the names that are new with the domain, pillar and task proposed for each."""
    domains = {name: (domain,) for name, domain in proposed.domains.items()}
    if domains or proposed.themes:
        st.caption(
            _(
                "Nobody read in these names before. Where it is wrong what they belong to: click "
                "the cell twice and choose."
            )
        )
    warned = st.container()  # filled once it is known what was chosen
    chosen_domains = _choose(item, DEPARTMENT, (DOMAIN,), domains)
    themes = _choose(item, THEME, (PILLAR, TASK), dict(proposed.themes))
    chosen = Classification(
        {name: domain for name, (domain,) in chosen_domains.items()},
        {name: (pillar, task) for name, (pillar, task) in themes.items()},
    )
    with warned:
        _name_unclassified(chosen)
    return chosen


def _name_unclassified(chosen: Classification) -> None:
    names = [name for name, domain in chosen.domains.items() if domain == UNCLASSIFIED]
    names += [name for name, answers in chosen.themes.items() if UNCLASSIFIED in answers]
    if names:
        sentence = ngettext(
            "Of {n} name it could not be seen what it belongs to: {names}.",
            "Of {n} names it could not be seen what they belong to: {names}.",
            len(names),
        ).format(n=len(names), names=upload_words.names_listed(names))
        st.warning(escape_markdown(sentence), icon=":material/help:")


def _choose(
    item: Pending, name_column: str, columns: Sequence[str], proposed: Names
) -> dict[str, tuple[str, ...]]:
    if not proposed:
        return {}
    kept = st.session_state.setdefault(f"upload_choices_{name_column}_{item.number}", {})
    key = f"upload_names_{name_column}_{item.number}_{item.version}"
    edited = st.data_editor(
        _rows(key, [name_column, *columns], {**proposed, **_of(kept, proposed)}),
        column_config=_column_config(name_column, columns),
        disabled=[name_column],
        num_rows="fixed",
        height="content" if len(proposed) <= SHOWN_WHOLE else "auto",
        hide_index=True,
        key=key,
        alt=_("New names and what they belong to."),
    )
    chosen = {
        str(row[0]): tuple(row[1:]) for row in edited[[name_column, *columns]].to_numpy().tolist()
    }
    kept.update(chosen)
    return chosen


def _of(kept: Names, proposed: Names) -> Names:
    """The choices made before, for the names that are still new."""
    return {name: kept[name] for name in proposed if name in kept}


def _rows(key: str, columns: list[str], answers: Names) -> pd.DataFrame:
    """What the editor starts from: fixed while it stands, with the choices kept once it returns."""
    if key not in st.session_state:
        rows = [(name, *answer) for name, answer in answers.items()]
        st.session_state[f"{key}_start"] = pd.DataFrame(rows, columns=columns)
    return st.session_state[f"{key}_start"]


def _column_config(name_column: str, columns: Sequence[str]) -> dict[str, Any]:
    config: dict[str, Any] = {
        name_column: st.column_config.TextColumn(column_label(name_column), pinned=True)
    }
    for column in columns:
        config[column] = st.column_config.SelectboxColumn(
            column_label(column),
            options=list(CLASSES[column]),
            format_func=_labeller(column),
            required=True,
        )
    return config


def _labeller(column: str) -> Callable[[Any], str]:
    return lambda value: value_label(column, value)
