"""The dossier to take along: a button per format, and how it looks on paper."""

from __future__ import annotations

from functools import partial

import streamlit as st

from reports.dossier.parts import Dossier
from texts import ngettext
from texts import translate as _
from ui.meeting import meeting_data
from ui.shared import formats
from ui.shared.caching import cached_as_shown
from ui.shared.offering import offer

MOST_SHEETS = 2
FORMATS = {
    "docx": ("Word", "application/vnd.openxmlformats-officedocument.wordprocessingml.document"),
    "pdf": ("PDF", "application/pdf"),
    "pptx": (
        "PowerPoint", "application/vnd.openxmlformats-officedocument.presentationml.presentation",
    ),
    "xlsx": ("Excel", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
    "odt": ("ODT", "application/vnd.oasis.opendocument.text"),
    "ods": ("ODS", "application/vnd.oasis.opendocument.spreadsheet"),
}  # fmt: skip
_SHARP = 110  # points per inch of the picture


def show_downloads(year: int) -> None:
    """A button per format; the file is made when it is asked for."""
    dossier = meeting_data.dossier(year)
    _say_length(year)
    with st.container(horizontal=True):
        for kind, (name, mime) in FORMATS.items():
            offer(
                name,
                partial(_made, dossier, kind),
                f"platform31-dossier-{year}.{kind}",
                mime=mime,
                key=f"dossier_{kind}",
                icon=":material/download:",
            )
    box = st.expander(_("How it looks on paper"), key="paper", on_change="rerun")
    if box.open:
        with box:
            _show_paper(year)


def _made(dossier: Dossier, kind: str) -> bytes:
    from reports.dossier.formats import WRITERS

    return WRITERS[kind](dossier)


def _say_length(year: int) -> None:
    n = _sheets(year)
    if n <= MOST_SHEETS:
        st.caption(
            ngettext(
                "{n} side of A4, without the annexes.", "{n} sides of A4, without the annexes.", n
            ).format(n=formats.number(n))
        )
    else:
        text = _("{n} sides of A4 without the annexes; the aim is {most}. Leave parts out.")
        st.warning(text.format(n=formats.number(n), most=MOST_SHEETS))


@cached_as_shown
def _sheets(year: int) -> int:
    from reports.dossier.pdf import sheets_of

    return sheets_of(meeting_data.dossier(year))


@cached_as_shown
def _pictures(year: int) -> list[bytes]:
    from reports.dossier.pdf import pictures_of

    return pictures_of(meeting_data.dossier(year), ppi=_SHARP)


def _show_paper(year: int) -> None:
    grid = st.grid(2, min_column_width=330)
    for number, picture in enumerate(_pictures(year), start=1):
        with grid.cell():
            st.image(
                picture,
                caption=_("Side {n}").format(n=formats.number(number)),
                alt=_("Side {n} of the dossier; the same text stands on this page.").format(
                    n=formats.number(number)
                ),
            )
