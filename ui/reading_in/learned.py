"""What reading in learned, to look at and to forget: headings and names."""

from __future__ import annotations

import pandas as pd
import streamlit as st

from data.columns import DEPARTMENT
from data.errors import NotDoneError
from data.storing.memory import Learned, forget, load_learned
from data.values.results import kind_label
from texts import ngettext
from texts import translate as _
from ui.reading_in import upload_words
from ui.reading_in.sheet_questions import choice_label
from ui.shared import formats, loaders, visitor
from ui.shared.formats import local_time
from ui.shared.safe import escape_label, escape_markdown, shortened

PER_PAGE = 10
_FAILED = "upload_memory_failed"


def show_memory() -> None:
    """Every heading and name that was learned, ten to a page, each with a button to forget it."""
    st.caption(
        _(
            "Reading in uses this for the next file. What you remove here is asked again, or "
            "recognised by itself; the figures that are stored stay as they are."
        )
    )
    if failed := st.session_state.pop(_FAILED, None):
        st.warning(escape_markdown(failed), icon=":material/warning:")
    every = load_learned(loaders.store())
    last = _last_answers(every)
    for one in _page_of(_found(every)):
        _show(one, counts=not one.is_answer or one in last)


def _last_answers(learned: list[Learned]) -> list[Learned]:
    """Of each question the answer of the newest upload: that one is used."""
    answers = sorted((x for x in learned if x.is_answer), key=lambda x: x.batch_id or 0)
    return list({(x.kind, x.text): x for x in answers}.values())


def _found(learned: list[Learned]) -> list[Learned]:
    """What holds the text that the visitor looks for; nothing to look for in a short list."""
    if not learned:
        st.markdown(_("Nothing has been learned yet."))
    if len(learned) <= PER_PAGE:
        return learned
    wanted = st.text_input(_("Look for a heading or a name"), key="upload_memory_search")
    words_in = wanted.casefold().strip()
    found = [x for x in learned if words_in in f"{x.text}\n{_meaning(x)}".casefold()]
    count = ngettext("{n} thing learned.", "{n} things learned.", len(found))
    st.caption(count.format(n=formats.number(len(found))))
    return found


def _page_of(learned: list[Learned]) -> list[Learned]:
    pages = -(-len(learned) // PER_PAGE)
    if pages < 2:
        return learned
    chosen = st.pagination(pages, key="upload_memory_page")
    return learned[(chosen - 1) * PER_PAGE : chosen * PER_PAGE]


def _show(learned: Learned, *, counts: bool) -> None:
    told = [_origin(learned)]
    if not counts:
        told.append(escape_markdown(_("A later upload says otherwise; that one counts.")))
    with st.container(horizontal=True, vertical_alignment="center"):
        st.markdown(escape_markdown(said_of(learned)) + "  \n" + " ".join(told))
        st.button(
            escape_label(_("Forget “{text}”").format(text=shortened(_short(learned), 30))),
            key=f"upload_forget_{learned.kind}_{learned.text}_{learned.meaning}",
            on_click=_forget,
            args=(learned,),
            icon=":material/delete:",
            width="content",
        )


def said_of(learned: Learned) -> str:
    """What was learned, in a sentence. Plain text, not escaped."""
    if learned.is_answer:
        code, _mark, about = learned.text.partition("|")
        sentence = _("In a sheet with {kind} the answer about {text} is: {meaning}.")
        word = code.partition(":")[2]
        told = f"“{about}”, “{word}”" if word else f"“{about}”"
        return sentence.format(kind=kind_label(learned.kind), text=told, meaning=_meaning(learned))
    if learned.is_heading:
        sentence = _("In a sheet with {kind} the heading “{text}” means: {meaning}.")
    elif learned.kind == DEPARTMENT:
        sentence = _("Department “{text}” is the same as “{meaning}”.")
    else:
        sentence = _("Theme “{text}” is the same as “{meaning}”.")
    return sentence.format(
        kind=kind_label(learned.kind), text=learned.text, meaning=_meaning(learned)
    )


def _short(learned: Learned) -> str:
    """What it is about, in a word or two. Plain text, not escaped."""
    if not learned.is_answer:
        return learned.text
    code, _mark, about = learned.text.partition("|")
    return code.partition(":")[2] or about


def _meaning(learned: Learned) -> str:
    if learned.is_answer:
        return choice_label(learned.meaning, learned.text)
    if not learned.is_heading:
        return learned.meaning
    return upload_words.meaning_label(learned.meaning) if learned.meaning else _("not needed")


def _origin(learned: Learned) -> str:
    """From which upload it was learned, and when; escaped."""
    if learned.batch_id is None:
        return _("Written down by hand.")
    moments = pd.Series([learned.learned_at], dtype="datetime64[us]")
    day = formats.date(local_time(moments).iloc[0])
    told = _("Learned from upload {number}, {file}, on {date}.").format(
        number=learned.batch_id, file=learned.file, date=day
    )
    more = learned.uploads - 1
    others = ngettext("And from {n} other upload.", "And from {n} other uploads.", more)
    return escape_markdown(f"{told} {others.format(n=more)}" if more else told)


def _forget(learned: Learned) -> None:
    try:
        forget(loaders.store(), visitor.current_user(), learned)
    except NotDoneError as error:
        st.session_state[_FAILED] = error.message
