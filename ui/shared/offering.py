"""A file to take away: made once somebody asks for it, as that visitor sees the page."""

from __future__ import annotations

import logging
from collections.abc import Callable

import streamlit as st

from data.errors import NotDoneError
from data.failures import log_failure
from data.storing.downloads import note_download
from texts import current_language, use_language
from ui.shared import loaders, scope, visitor
from ui.web.own_files import VISIT, belongs_to

log = logging.getLogger(__name__)

EXCEL = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def offer(
    label: str,
    make: Callable[[], bytes],
    file_name: str,
    *,
    key: str,
    mime: str = EXCEL,
    icon: str | None = None,
) -> None:
    """A button for the file that `make` gives.

    It is made after this run, when nobody's language is in force and nobody is at the screen.
    """
    language, visit = current_language(), st.context.cookies.get(VISIT)
    user, still_in = visitor.current_user(), visitor.still_in()
    store, seen, structure = loaders.store(), scope.in_force(), loaders.structure_in_force()

    def made() -> bytes:
        try:
            still_in()
            loaders.use_structure(structure)
            with use_language(language), scope.within(seen):
                content = make()
            note_download(store, user, file_name)
        except Exception as error:
            if not isinstance(error, NotDoneError):
                log_failure(log, "download", error)
            raise DownloadFailedError from None  # Streamlit writes the error in its own log
        belongs_to(visit, content, mime, file_name)
        return content

    st.download_button(
        label, made, file_name=file_name, mime=mime, key=key, icon=icon, on_click="ignore"
    )


class DownloadFailedError(Exception):
    """A file could not be made; why stands in the log."""
