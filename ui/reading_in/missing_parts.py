"""What a list may lack: headings, or a heading that tells what its column is."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import zip_longest

import streamlit as st

from data import columns as c
from data import fields
from data.cells.figures import is_dated
from data.cells.keys import plain_words
from data.recognising.headless import NO_HEADINGS
from data.recognising.matching import CHOSEN
from data.values.corrections import NOT_NEEDED
from data.values.found_table import LIST, Heading
from data.values.results import SheetResult
from texts import ngettext
from texts import translate as _
from ui.reading_in import pending_files, upload_words
from ui.reading_in.correcting import key_of
from ui.reading_in.pending_files import Pending
from ui.reading_in.pointing_out import NOT_READ_YET
from ui.reading_in.sheet_picture import column_letter
from ui.shared import formats, loaders
from ui.shared.safe import escape_label, escape_markdown

SHOWN_NAMES = 3
_LEAST_COLUMNS = 2  # a list has a date and a theme at least
_MOST_ASKED = 4  # columns; the others are changed where the file is looked at
_OPTIONAL = (c.FORM, c.CHANNEL, c.SHARE, c.SUBJECT)


def offer_without_headings(item: Pending) -> None:
    """One click for a list without headings, where no headings were found; one for all of them."""
    bare = [sheet for sheet in item.preview.sheets if may_be_bare(sheet)]
    if not bare:
        return
    label = _("This list has no headings")
    several = len(item.preview.sheets) > 1
    if len(bare) > 1:
        label = ngettext(
            "The {n} list has no headings", "The {n} lists have no headings", len(bare)
        ).format(n=formats.number(len(bare)))
    elif several:
        label = _("The list on sheet {sheet} has no headings").format(sheet=bare[0].sheet)
    with st.container(horizontal=True):
        _bare_button(item, bare, label, primary=True)
        for sheet in bare if len(bare) > 1 else ():
            alone = _("Only the one on sheet {sheet}").format(sheet=sheet.sheet)
            _bare_button(item, [sheet], alone)


def may_be_bare(sheet: SheetResult) -> bool:
    """Whether nothing was read of a sheet that may be a list without headings."""
    lacks = sheet.kind is None and sheet.reason and sheet.reason.code == "no_headings"
    return bool(lacks) and not sheet.left_out and sheet.top.width >= _LEAST_COLUMNS


def can_be_told(sheet: SheetResult) -> bool:
    """Whether a list stands on a sheet that is not read: what lacks can be said at once."""
    if may_be_bare(sheet):
        columns = zip_longest(*sheet.top.rows, fillvalue="")
        return any(2 * sum(map(is_dated, texts)) > sum(map(bool, texts)) for texts in columns)
    code = sheet.reason.code if sheet.reason else ""
    return code in NOT_READ_YET and not sheet.left_out


def is_bare(sheet: SheetResult) -> bool:
    """Whether a list is read of which no column has a heading."""
    return sheet.table is not None and not any(h.text for h in sheet.table.headings)


def _bare_button(
    item: Pending, sheets: Sequence[SheetResult], label: str, *, primary: bool = False
) -> None:
    st.button(
        escape_label(label),
        key=key_of(f"no_headings_{len(sheets)}", item, sheets[0]),
        on_click=_take_without_headings,
        args=(item.number, tuple(sheet.key for sheet in sheets)),
        icon=":material/table_rows:",
        type="primary" if primary else "secondary",
        help=_("The first row counts as well; you point out what the columns mean."),
    )


def _take_without_headings(number: int, sheets: Sequence[str]) -> None:
    item = pending_files.find(number)
    if item is None:
        return
    corrections = item.corrections
    for sheet in sheets:
        said = corrections.of(sheet).changed(header_row=NO_HEADINGS, left_out=False)
        corrections = corrections.with_sheet(sheet, said)
    pending_files.correct(number, corrections)


def ask_unread(item: Pending) -> None:
    """Ask what stands in the columns of a list without headings that are not read."""
    for sheet in item.preview.sheets:
        if sheet.table is None or not is_bare(sheet):
            continue
        unread = [h for h in sheet.table.headings if h.column is None and h.how != CHOSEN]
        for heading in unread[:_MOST_ASKED]:
            _ask_unread(item, sheet, heading)


def _ask_unread(item: Pending, sheet: SheetResult, heading: Heading) -> None:
    taken = {h.column for h in sheet.table.headings} if sheet.table else set()
    read = [f.name for f in fields.read(sheet.kind or c.USAGE) if f.headings.strong]
    values = dict.fromkeys(r[heading.position] for r in sheet.top.rows if _words_at(r, heading))
    shown = upload_words.names_listed(map(formats.cell, list(values)[:SHOWN_NAMES]))
    letter = column_letter(sheet.top.first_column + heading.position)
    question = _("Column {letter} ({values}) is not read yet: what is it?")
    if len(item.preview.sheets) > 1:
        question = _("Column {letter} ({values}) on sheet {sheet} is not read yet: what is it?")
    key = key_of(f"unread_{heading.position}", item, sheet)
    st.session_state[key] = None
    st.selectbox(
        escape_label(question.format(letter=letter, values=shown, sheet=sheet.sheet)),
        [*(name for name in read if name not in taken), NOT_NEEDED],
        index=None,
        format_func=lambda x: upload_words.meaning_label(x) if x else _("not needed"),
        key=key,
        placeholder=_("Choose what it is"),
        on_change=_column_said,
        args=(item.number, sheet.key, heading.position, key),
        width=420,
    )


def _column_said(number: int, sheet_key: str, position: int, key: str) -> None:
    if (column := st.session_state[key]) is not None:
        _take_column(number, (sheet_key,), position, column)


def offer_known_names(item: Pending) -> None:
    """Ask of a column that holds names that we know whether it is not the one with those names."""
    found: dict[tuple[str, int, str], list[tuple[SheetResult, Heading, list[str]]]] = {}
    for sheet in item.preview.sheets:
        for kind, heading, names in known_names_in(sheet):
            alike = (kind, heading.position, heading.text)
            found.setdefault(alike, []).append((sheet, heading, names))
    for (kind, _position, _text), each in found.items():
        _offer_names(item, kind, each)


def _offer_names(
    item: Pending, kind: str, each: Sequence[tuple[SheetResult, Heading, list[str]]]
) -> None:
    (sheet, heading, names), keys = each[0], tuple(sheet.key for sheet, *_ in each)
    question = {
        c.DEPARTMENT: _(
            "Under “{column}” stand departments that you know: {names}. Is that the department?"
        ),
        c.THEME: _("Under “{column}” stand themes that you know: {names}. Is that the theme?"),
    }[kind].format(column=heading.text, names=upload_words.names_listed(names))
    st.info(escape_markdown(question), icon=":material/help:")
    with st.container(horizontal=True):
        for label, column in ((_("Yes, read this column"), kind), (_("No"), heading.column)):
            st.button(
                label,
                key=key_of(f"known_{heading.position}_{column}", item, sheet),
                on_click=_take_column,
                args=(item.number, keys, heading.position, column or NOT_NEEDED),
            )


def known_names_in(sheet: SheetResult) -> Iterator[tuple[str, Heading, list[str]]]:
    """Columns that hold known names, where the column that is read for them holds fewer.

    Judged by the rows at the top of the sheet.
    """
    if sheet.table is None or sheet.kind != c.USAGE or sheet.table.layout != LIST:
        return
    below = sheet.top.rows[sheet.table.header_row - sheet.top.first_row + 1 :]
    for kind, frame in ((c.DEPARTMENT, loaders.departments()), (c.THEME, loaders.themes())):
        known = {plain_words(str(name)): str(name) for name in frame[kind]}
        words = {h: [_words_at(row, h) for row in below] for h in sheet.table.headings}
        found = {h: [known[w] for w in words[h] if w in known] for h in words}
        read = max((len(found[h]) for h in found if h.column == kind), default=0)
        for heading, names in found.items():
            may_be = heading.column in (None, *_OPTIONAL) and heading.how != "chosen"
            most = 2 * len(names) > sum(map(bool, words[heading])) and len(names) > read
            if may_be and most and len(set(names)) > 1:
                yield kind, heading, list(dict.fromkeys(names))[:SHOWN_NAMES]


def _words_at(row: Sequence[str], heading: Heading) -> str:
    return plain_words(row[heading.position]) if heading.position < len(row) else ""


def _take_column(number: int, sheets: Sequence[str], position: int, column: str) -> None:
    item = pending_files.find(number)
    if item is None:
        return
    corrections = item.corrections
    for sheet in sheets:
        said = corrections.of(sheet)
        others = {p: name for p, name in said.columns.items() if name != column or not name}
        said = said.changed(columns={**others, position: column})
        corrections = corrections.with_sheet(sheet, said)
    pending_files.correct(number, corrections)
