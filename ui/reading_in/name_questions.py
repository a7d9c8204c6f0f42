"""The step "Names": what each new or uncertain name means, and what new names belong to."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

import streamlit as st

from data.cells.name_keys import name_key
from data.columns import DEPARTMENT, THEME
from data.reference import Classification
from data.values.corrections import Corrections
from data.values.results import DOUBTFUL, MATCHED, NEW, REMEMBERED, FilePreview, NameQuestion
from texts import ngettext
from texts import translate as _
from ui.reading_in import classification, pending_files
from ui.reading_in.pending_files import Pending
from ui.shared import formats, loaders
from ui.shared.safe import escape_label, escape_markdown, shortened

PER_PAGE = 12
_LONGEST = 60  # characters of a name in a label
_MOST_OPEN = 6  # names spelt in several ways that stand open
_IN_LABEL = 4  # new names that the label tells


def show_uncertain(item: Pending) -> None:
    """Ask what each uncertain name means; nothing without any."""
    doubtful = [a for a in questions(item.preview) if a.found == DOUBTFUL]
    if doubtful:
        _ask_doubtful(item, doubtful)


def show_spellings(item: Pending) -> None:
    """Ask of each new name that is spelt in several ways which spelling is the official one."""
    asked = spelt_in_several_ways(questions(item.preview))
    if not asked:
        return
    label = ngettext(
        "{n} new name is spelt in several ways: which spelling is the official one?",
        "{n} new names are spelt in several ways: which spelling is the official one?",
        len(asked),
    ).format(n=formats.number(len(asked)))
    folded = len(asked) > _MOST_OPEN
    key = f"upload_spellings_{item.number}"
    with st.expander(label, key=key) if folded else st.container(gap="xsmall"):
        if not folded:
            st.markdown(escape_markdown(label))
        _show_page(item, asked, "spellings", _ask_spelling)


def _ask_spelling(item: Pending, asked: Asked) -> None:
    key = f"upload_spelling_{item.number}_{asked.kind}_{asked.label}"
    now = answer_to(asked, item.corrections)
    st.session_state[key] = name_in(now) or (asked.label if now == AS_NEW else None)
    kind = _("Department") if asked.kind == DEPARTMENT else _("Theme")
    rows = ngettext("{n} row", "{n} rows", asked.rows).format(n=formats.number(asked.rows))
    st.selectbox(
        f"{kind} ({rows})",
        asked.spellings,
        index=0 if st.session_state[key] else None,
        format_func=lambda spelling: shortened(spelling, _LONGEST),
        key=key,
        placeholder=_("See the names below"),
        on_change=_spelling_said,
        args=(item.number, asked, key),
    )


def _spelling_said(number: int, asked: Asked, key: str) -> None:
    item, name = pending_files.find(number), st.session_state[key]
    if item and name:
        answer = AS_NEW if name == asked.label else same_as(name)
        pending_files.correct(number, with_answers(item.corrections, {asked: answer}))


def show_names(item: Pending) -> Classification:
    """The new names, folded, and those read as another; what the new names belong to."""
    asked = questions(item.preview)
    proposed = classification.propose(item)
    new = [a for a in asked if a.found == NEW]
    chosen = proposed
    if new or proposed.domains or proposed.themes:
        named = [*proposed.domains, *proposed.themes]
        with st.expander(
            escape_markdown(_new_label(named)),
            icon=":material/fiber_new:",
            key=f"upload_names_new_part_{item.number}",
        ):
            chosen = classification.choose_classification(item, proposed)
            _show_new(item, new)
    _show_read_as_others(item, [a for a in asked if a.found in (MATCHED, REMEMBERED)])
    return chosen


def _new_label(names: Sequence[str]) -> str:
    shown = [shortened(name, _LONGEST) for name in names[:_IN_LABEL]]
    more = len(names) - len(shown)
    listed = "; ".join([*shown, *([_("and {n} more").format(n=formats.number(more))] * (more > 0))])
    label = ngettext("{n} new name: {names}", "{n} new names: {names}", len(names))
    return label.format(n=formats.number(len(names)), names=listed)


def _ask_doubtful(item: Pending, doubtful: Sequence[Asked]) -> None:
    waiting = [a for a in doubtful if answer_to(a, item.corrections) == UNDECIDED]
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
    st.markdown(f"**{_('Is it another spelling of a known name? Say so here.')}**")
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


def _show_page(
    item: Pending,
    asked: Sequence[Asked],
    part: str,
    ask: Callable[[Pending, Asked], None] | None = None,
) -> None:
    """A dozen questions at a time."""
    pages = -(-len(asked) // PER_PAGE)
    first = 0
    if pages > 1:
        first = (st.pagination(pages, key=f"upload_names_{part}_page_{item.number}") - 1) * PER_PAGE
    with st.grid(columns="auto", min_column_width=300):
        for one in asked[first : first + PER_PAGE]:
            (ask or _ask)(item, one)


def _ask(item: Pending, asked: Asked) -> None:
    answer = answer_to(asked, item.corrections)
    key = f"upload_name_{item.number}_{asked.kind}_{asked.label}"
    st.session_state[key] = answer
    st.selectbox(
        escape_label(_question_label(asked)),
        answers_to_choose(asked, _known(asked.kind), answer),
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
    name = name_in(answer)
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
    item = pending_files.find(number)
    if item:
        said = with_answers(item.corrections, {asked: st.session_state[key]})
        pending_files.correct(number, said)


def _answer_all(number: int, waiting: tuple[Asked, ...], answer: str | None) -> None:
    item = pending_files.find(number)
    if item:
        answers = {asked: answer or nearest(asked) or UNDECIDED for asked in waiting}
        pending_files.correct(number, with_answers(item.corrections, answers))


# The answers: a name is same as another (`same_as(name)`), new, left out, or not decided yet.
UNDECIDED = ""
AS_NEW = "new"
LEAVE_OUT = "out"
_SAME = "="


@dataclass(frozen=True)
class Asked:
    """One question: spellings that share an answer, how they were read, and in how many rows.

    `kind` is department or theme; `name` what they are read as by themselves; see `NameQuestion`.
    """

    kind: str
    spellings: tuple[str, ...]
    found: str
    rows: int
    name: str | None = None
    candidates: tuple[str, ...] = ()

    @property
    def label(self) -> str:
        """The spelling that stands for them all, and the name that they get as a new one."""
        return self.name if self.found == NEW and self.name else self.spellings[0]

    @property
    def by_itself(self) -> str:
        """The answer when nobody says anything."""
        if self.found == DOUBTFUL:
            return UNDECIDED
        return AS_NEW if self.found == NEW else same_as(self.name or self.label)


def same_as(name: str) -> str:
    """The answer "same as this name"."""
    return _SAME + name


def name_in(answer: str) -> str | None:
    """The name of an answer "same as"; None for another answer."""
    return answer[len(_SAME) :] if answer.startswith(_SAME) else None


def questions(preview: FilePreview) -> list[Asked]:
    """Every question of a file, in its order; the spellings of one new name are one question."""
    found: dict[tuple[str, str, str], Asked] = {}
    for kind, question in _each(preview):
        key = (kind, question.found, question.name or question.spelling)
        if question.found != NEW:
            key = (kind, "", question.spelling)
        found[key] = _joined(found.get(key), kind, question)
    return list(found.values())


def spelt_in_several_ways(asked: Sequence[Asked]) -> list[Asked]:
    """The new names of which it is not certain which spelling is the official one.

    What differs in capitals alone, is an abbreviation or carries a code leaves no doubt. The
    spellings on later sheets that were taken for the new name belong to it too.
    """
    found = []
    for one in (new for new in asked if new.found == NEW):
        others = [x for x in asked if (x.found, x.kind, x.name) == (MATCHED, one.kind, one.label)]
        spellings = (*one.spellings, *(s for x in others for s in x.spellings))
        keys = {spelling: name_key(spelling) for spelling in spellings}
        full = {s.casefold() for s, key in keys.items() if not key.short and not key.code}
        if len(full) > 1:
            rows = one.rows + sum(x.rows for x in others)
            found.append(replace(one, spellings=tuple(dict.fromkeys(spellings)), rows=rows))
    return found


def _each(preview: FilePreview) -> Iterable[tuple[str, NameQuestion]]:
    for sheet in preview.sheets:
        for kind in (DEPARTMENT, THEME):
            if kind in sheet.names:
                yield from ((kind, question) for question in sheet.names[kind].questions)


def _joined(before: Asked | None, kind: str, question: NameQuestion) -> Asked:
    if before is None:
        of_one = (question.spelling,)
        return Asked(
            kind, of_one, question.found, question.rows, question.name, question.candidates
        )
    spellings = tuple(dict.fromkeys((*before.spellings, question.spelling)))
    return replace(before, spellings=spellings, rows=before.rows + question.rows)


def answer_to(asked: Asked, corrections: Corrections) -> str:
    """What counts now: what the visitor said, or else what was found."""
    said = corrections.names.get(asked.kind, {})
    if asked.spellings[0] not in said:
        return asked.by_itself
    name = said[asked.spellings[0]]
    if name is None:
        return LEAVE_OUT
    return AS_NEW if name == asked.label else same_as(name)


def with_answers(corrections: Corrections, answers: Mapping[Asked, str]) -> Corrections:
    """The corrections with these answers; an answer that needs no saying is not kept."""
    for asked, answer in answers.items():
        corrections = corrections.without_names(asked.kind, *asked.spellings)
        if answer not in (asked.by_itself, UNDECIDED):
            name = asked.label if answer == AS_NEW else name_in(answer)
            corrections = corrections.with_names(asked.kind, dict.fromkeys(asked.spellings, name))
    return corrections


def nearest(asked: Asked) -> str | None:
    """The answer that lies nearest to a doubtful name."""
    return same_as(asked.candidates[0]) if asked.candidates else None


def answers_to_choose(asked: Asked, known: Iterable[str], answer: str) -> list[str]:
    """Every answer there is, the likely ones first; `answer` is the one that counts now."""
    likely = [same_as(name) for name in asked.candidates]
    others = [same_as(name) for name in sorted(known, key=str.casefold) if name != asked.label]
    first = [UNDECIDED] if asked.by_itself == UNDECIDED else []
    before = [AS_NEW] if asked.found == NEW else []
    after = [] if before else [AS_NEW]
    every = [*first, *before, *likely, *after, LEAVE_OUT, *others]
    return list(dict.fromkeys(every if answer in every else [answer, *every]))
