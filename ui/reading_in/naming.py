"""The step "Names": what each new or uncertain name means, and what new names belong to."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st

from data.columns import DEPARTMENT, THEME
from data.reference import Classification
from data.values.results import DOUBTFUL, MATCHED, NEW, REMEMBERED
from texts import ngettext
from texts import translate as _
from ui.reading_in import asking, classifying, pending
from ui.reading_in.asking import AS_NEW, LEAVE_OUT, UNDECIDED, Asked
from ui.reading_in.pending import Pending
from ui.shared import formats, loaders
from ui.shared.safe import escape_label, escape_markdown, shortened

PER_PAGE = 12
_LONGEST = 60  # characters of a name in a label


def show_names(item: Pending) -> Classification:
    """Ask what is not certain, show what is new; what the new names belong to."""
    asked = asking.questions(item.preview)
    proposed = classifying.propose(item)
    if asked or proposed.domains or proposed.themes:
        st.markdown("#### " + _("Names"))
    doubtful = [a for a in asked if a.found == DOUBTFUL]
    if doubtful:
        _ask_doubtful(item, doubtful)
    _show_new(item, [a for a in asked if a.found == NEW])
    _show_read_as_others(item, [a for a in asked if a.found in (MATCHED, REMEMBERED)])
    return classifying.choose_classification(item, proposed)


def _ask_doubtful(item: Pending, doubtful: Sequence[Asked]) -> None:
    waiting = [a for a in doubtful if asking.answer_to(a, item.corrections) == UNDECIDED]
    with st.container():  # comes and goes; the questions keep their place, and so the focus
        if waiting:
            st.warning(_waiting_sentence(waiting), icon=":material/help:")
        else:
            st.markdown(_("You said of every uncertain name what it means."))
        if len(waiting) > 1:
            _answer_all_buttons(item, waiting)
    _show_page(item, doubtful, "doubtful")


def _waiting_sentence(waiting: Sequence[Asked]) -> str:
    rows = sum(asked.rows for asked in waiting)
    names = ngettext("{n} name is not certain.", "{n} names are not certain.", len(waiting))
    wait = ngettext(
        "{n} row waits for your choice.", "{n} rows wait for your choice.", rows
    )  # a row with two such names counts twice
    said = [names.format(n=len(waiting)), wait.format(n=formats.number(rows))]
    return escape_markdown(" ".join(said))


def _answer_all_buttons(item: Pending, waiting: Sequence[Asked]) -> None:
    n = len(waiting)
    with st.container(horizontal=True):
        for name, label, answer in (
            ("nearest", _("Take the nearest name for all {n}"), None),
            ("new", _("All {n} are new names"), AS_NEW),
        ):
            st.button(
                label.format(n=n),
                key=f"upload_names_{name}_{item.number}",
                on_click=_answer_all,
                args=(item.number, tuple(waiting), answer),
            )


def _show_new(item: Pending, new: Sequence[Asked]) -> None:
    if not new:
        return
    label = ngettext(
        "{n} new name: is it another spelling of a known name?",
        "{n} new names: is one of them another spelling of a known name?",
        len(new),
    )
    with st.expander(label.format(n=len(new)), key=f"upload_names_new_part_{item.number}"):
        _show_page(item, new, "new")


def _show_read_as_others(item: Pending, others: Sequence[Asked]) -> None:
    if not others:
        return
    label = ngettext(
        "{n} name was spelt differently: what it was read as",
        "{n} names were spelt differently: what they were read as",
        len(others),
    )
    with st.expander(label.format(n=len(others)), key=f"upload_names_others_{item.number}"):
        _show_page(item, others, "others")


def _show_page(item: Pending, asked: Sequence[Asked], part: str) -> None:
    """A dozen questions at a time."""
    pages = -(-len(asked) // PER_PAGE)
    first = 0
    if pages > 1:
        first = (st.pagination(pages, key=f"upload_names_{part}_page_{item.number}") - 1) * PER_PAGE
    with st.grid(columns="auto", min_column_width=300):
        for one in asked[first : first + PER_PAGE]:
            _ask(item, one)


def _ask(item: Pending, asked: Asked) -> None:
    answer = asking.answer_to(asked, item.corrections)
    key = f"upload_name_{item.number}_{asked.kind}_{asked.label}"
    st.session_state[key] = answer
    st.selectbox(
        escape_label(_question_label(asked)),
        asking.options(asked, _known(asked.kind), answer),
        format_func=lambda option: _answer_label(option, asked),
        key=key,
        on_change=_answer_one,
        args=(item.number, asked, key),
    )


def _question_label(asked: Asked) -> str:
    names = " / ".join(f"“{shortened(s, _LONGEST)}”" for s in asked.spellings[:3])
    rows = ngettext("{n} row", "{n} rows", asked.rows).format(n=formats.number(asked.rows))
    kind = _("Department") if asked.kind == DEPARTMENT else _("Theme")
    how = ", " + _("remembered from an earlier upload") if asked.found == REMEMBERED else ""
    return f"{kind} {names} ({rows}{how})"


def _answer_label(answer: str, asked: Asked) -> str:
    name = asking.name_in(answer)
    if name is not None:
        return _("same as {name}").format(name=shortened(name, _LONGEST))
    if answer == LEAVE_OUT:
        return _("leave these rows out")
    if answer == UNDECIDED:
        return _("Choose")
    return _("a new department") if asked.kind == DEPARTMENT else _("a new theme")


def _known(kind: str) -> list[str]:
    frame = {DEPARTMENT: loaders.departments, THEME: loaders.themes}[kind]()
    return frame[kind].astype(str).tolist()


def _answer_one(number: int, asked: Asked, key: str) -> None:
    item = pending.find(number)
    if item:
        said = asking.with_answers(item.corrections, {asked: st.session_state[key]})
        pending.correct(number, said)


def _answer_all(number: int, waiting: tuple[Asked, ...], answer: str | None) -> None:
    item = pending.find(number)
    if item:
        answers = {asked: answer or asking.nearest(asked) or UNDECIDED for asked in waiting}
        pending.correct(number, asking.with_answers(item.corrections, answers))
