"""What happens once when the app is served, and what is shown when something goes wrong."""

from __future__ import annotations

import datetime as dt
import logging
import platform
import threading
import time
from importlib.metadata import version
from pathlib import Path

import streamlit as st

from data.errors import NotDoneError
from data.failures import log_failure
from data.logging_setup import configure_logging, note
from data.reading.workbooks import sweep
from data.settings import Settings
from data.storing.engine import parse_url
from data.storing.nightly import back_up_nightly
from data.storing.retention import delete_old
from data.storing.store import data_version, default_url
from data.users import ADMINISTRATOR, User
from texts import clock
from texts import translate as _
from ui.shared import loaders
from ui.shared.safe import escape_markdown

log = logging.getLogger(__name__)

_NIGHT = 2  # o'clock here: what is done every night; later when the tool did not run then


def begin_serving() -> None:
    """Say in the log that the app was started, and from then on that it still runs."""
    settings = Settings.in_force({})
    configure_logging(settings)
    # It would print what an error quotes, and that may be a cell of a file.
    logging.getLogger("streamlit.error_util").disabled = True
    where = parse_url(default_url()).render_as_string(hide_password=True)
    about = {
        "store": where,
        "python": platform.python_version(),
        "streamlit": version("streamlit"),
    }
    note(log, "started", about)
    if left := sweep():
        note(log, "workbooks swept", {"n": left})
    if settings.sign_of_life_seconds:
        seconds = settings.sign_of_life_seconds
        threading.Thread(target=_show_life, args=[seconds], daemon=True).start()


def show_failure(error: Exception) -> bool:
    """Show a sentence for whatever went wrong on a page or after a click, with its number.

    The one boundary: nothing of a traceback, and nothing that quotes a record.
    """
    number = log_failure(log, "page", error)
    if isinstance(error, NotDoneError):
        sentence = str(error.message)
    else:
        sentence = _(
            "This did not succeed, by a mistake in the program; what was stored before is "
            "untouched. Load the page again; when it happens once more, tell who looks after "
            "the program."
        )
    about = _("Number of this failure in the log: {number}.").format(number=number)
    st.error(escape_markdown(f"{sentence} {about}"), icon=":material/error:")
    return True


def _show_life(seconds: int) -> None:
    began = time.monotonic()
    tidied: dt.date | None = None
    while True:
        time.sleep(seconds)
        hours = round((time.monotonic() - began) / 3600, 1)
        try:
            note(log, "alive", {"hours": hours, "data_version": data_version(loaders.store())})
            now = dt.datetime.now(clock.HERE)
            if now.hour >= _NIGHT:
                _copy_at_night(now.date())
                if tidied != now.date():
                    _tidy()
                    tidied = now.date()
        except NotDoneError as error:
            log_failure(log, "sign of life", error)


def _copy_at_night(today: dt.date) -> None:
    """Write the copy of this night, when a folder for it is set."""
    settings = loaders.settings()
    if not settings.backup_folder:
        return
    nobody, folder = User("Verbredingsmonitor", ADMINISTRATOR), Path(settings.backup_folder)
    held = back_up_nightly(loaders.store(), nobody, folder, days=settings.backup_days, today=today)
    if held:
        note(log, "copy of the store written", {"uses": held.uses, "uploads": held.uploads})


def _tidy() -> None:
    """Delete what of persons need not be kept any longer."""
    nobody = User("Verbredingsmonitor", ADMINISTRATOR)
    deleted = delete_old(loaders.store(), nobody, loaders.settings())
    note(log, "deleted what is no longer kept", deleted.plain())
