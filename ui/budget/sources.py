"""Several uploads about the same money: which of them counts, asked and remembered."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st

from data import columns as c
from data.money.sources import Rivals
from data.storing.frames import READS, load_rivals
from data.storing.money_sources import choose_sources
from data.users import CLASSIFY
from reports.money import words as money_words
from texts import Text
from texts import translate as _
from ui.shared import formats, loaders, visitor
from ui.shared.safe import escape_label, escape_markdown

_KINDS = {
    c.BUDGETED: Text("the budget"),
    c.ACTUAL: Text("what was spent"),
    c.COMMITMENT: Text("what is committed"),
}


def show_sources() -> None:
    """What is not decided yet, to be decided here; then what was decided, to be changed."""
    found = loaders.loaded("rivals", READS["rivals"], load_rivals)
    for each in found:
        if each.open:
            st.warning(escape_markdown(rivals_in_words(each)), icon=":material/call_split:")
            _choose(each)
    decided = [each for each in found if not each.open]
    if decided and _may_choose():
        with st.expander(_("Which upload counts")):
            for each in decided:
                _choose(each)


def rivals_in_words(rivals: Rivals) -> str:
    """Which uploads tell the same, what each says, how far apart they are, and what counts now."""
    amounts = [source.cents for source in rivals.sources]
    text = _(
        "More than one upload tells {what} in {year}: {uploads}. They are {difference} apart. "
        "Until somebody says which counts, only {counted} does."
    )
    return text.format(
        what=_KINDS[rivals.kind],
        year=rivals.year,
        uploads=formats.enumerated(
            _("{file} (upload {number}): {amount}").format(
                file=source.file, number=source.batch_id, amount=money_words.cents(source.cents)
            )
            for source in rivals.sources
        ),
        difference=money_words.cents(max(amounts) - min(amounts)),
        counted=formats.enumerated(
            _("upload {number}").format(number=batch) for batch in sorted(rivals.counted)
        ),
    )


def choices_of(rivals: Rivals) -> list[tuple[int, ...]]:
    """What may be chosen: each upload alone, or all of them together."""
    batches = tuple(source.batch_id for source in rivals.sources)
    return [*((batch,) for batch in batches), batches]


def _choose(rivals: Rivals) -> None:
    if not _may_choose():
        return
    options = choices_of(rivals)
    now = tuple(sorted(rivals.counted))
    key = f"money_source_{rivals.year}_{rivals.kind}"
    st.session_state[key] = now if not rivals.open and now in options else None
    st.selectbox(
        escape_label(_("Which upload counts for {year} ({what})?").format(
            what=_KINDS[rivals.kind], year=rivals.year
        )),
        options,
        index=None,
        format_func=lambda chosen: _choice_label(rivals, chosen),
        placeholder=_("Not answered yet"),
        key=key,
        on_change=_remember,
        args=(rivals, key),
    )  # fmt: skip


def _choice_label(rivals: Rivals, chosen: Sequence[int]) -> str:
    if len(chosen) == len(rivals.sources):
        together = sum(source.cents for source in rivals.sources)
        return _("All of them, it is different money: {amount}").format(
            amount=money_words.cents(together)
        )
    source = next(s for s in rivals.sources if s.batch_id == chosen[0])
    return _("Only {file} (upload {number}): {amount}").format(
        file=source.file, number=source.batch_id, amount=money_words.cents(source.cents)
    )


def _remember(rivals: Rivals, key: str) -> None:
    chosen = st.session_state[key]
    if chosen is not None:
        choose_sources(loaders.store(), visitor.current_user(), rivals, chosen)


def _may_choose() -> bool:
    return visitor.current_user().may(CLASSIFY)
