"""The log of the program: what happened, for who keeps it running, without anything personal."""

from __future__ import annotations

import io
import json
import logging
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from data.failures import log_failure
from data.intake.preview import preview_file
from data.intake.restoring import undo_batch
from data.intake.store_upload import store_preview
from data.logging_setup import OURS, configure_logging, note
from data.settings import Settings
from data.storing.errors import UnknownBatchError
from data.storing.store import open_store
from data.users import NotAllowedError
from tests.users import DIRECTOR_DE_WIT, NOOR

SECRET = "j.jansen@voorbeeld.nl"  # noqa: S105 -- no password
ROWS = f"03-04-2018;Jeugd;Wonen;{SECRET}\n{SECRET};x;y;z\n"
CONTENT = f"Datum;Afdeling;Thema;Opmerking\n{ROWS}".encode()


@pytest.fixture
def stream() -> Iterator[io.StringIO]:
    before = {name: logging.getLogger(name).handlers for name in OURS}
    yield io.StringIO()
    for name, handlers in before.items():
        logging.getLogger(name).handlers = handlers
        logging.getLogger(name).setLevel(logging.NOTSET)


def happen(tmp_path: Path) -> None:
    """Read a file, store it, be refused, fail, and take it back."""
    store = open_store(f"sqlite:///{tmp_path / 'store.sqlite3'}")
    read = preview_file(CONTENT, f"{SECRET}.csv", store=store, settings=Settings())
    batch_id = store_preview(read, store=store, user=NOOR)
    preview_file(b"\x00\x01", f"{SECRET}.bin", store=store, settings=Settings())
    with pytest.raises(NotAllowedError):
        undo_batch(batch_id, store=store, user=DIRECTOR_DE_WIT)
    with pytest.raises(UnknownBatchError):
        undo_batch(7, store=store, user=NOOR)
    undo_batch(batch_id, store=store, user=NOOR)
    store.close()


def test_each_line_says_when_how_serious_who_which_upload_and_what(
    stream: io.StringIO, tmp_path: Path
) -> None:
    configure_logging(Settings(), stream)
    happen(tmp_path)
    lines = stream.getvalue().splitlines()
    moment = r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z"
    assert all(re.match(f"{moment} (INFO|WARNING|ERROR) ", line) for line in lines)
    told = [re.sub(rf"^{moment} (\w+) +", r"\1 ", line) for line in lines]
    told = [re.sub(r"seconds=[\d.]+", "seconds=n", line) for line in told]
    told = [re.sub(r"file=[0-9a-f]{12}", "file=…", line) for line in told]
    assert told == [
        "INFO store migrated before=none after=0001_first_store seconds=n",
        f"INFO file read file=… bytes={len(CONTENT)} seconds=n sheets=1 rows=2 accepted=1 "
        "rejected=1",
        'INFO user="Noor" upload=1 stored upload rows=2 accepted=1 rejected=1 skipped=0 seconds=n',
        "WARNING file refused file=… bytes=2 seconds=n reason=file_unknown",
        'WARNING user="De Wit" upload=1 undone upload: refused cause=NotAllowedError: not_allowed',
        'WARNING user="Noor" upload=7 undone upload: refused '
        "cause=UnknownBatchError: upload_unknown",
        'INFO user="Noor" upload=1 undone upload seconds=n',
    ]


def test_as_json_each_line_is_one_object(stream: io.StringIO, tmp_path: Path) -> None:
    configure_logging(Settings(log_as_json=True), stream)
    happen(tmp_path)
    lines = [json.loads(line) for line in stream.getvalue().splitlines()]
    stored = next(line for line in lines if line["what"] == "stored upload")
    assert (stored["user"], stored["upload"], stored["accepted"]) == ("Noor", 1, 1)


@pytest.mark.parametrize("as_json", [False, True])
def test_nothing_of_a_file_is_in_it(stream: io.StringIO, tmp_path: Path, as_json: bool) -> None:
    configure_logging(Settings(log_as_json=as_json, log_level="debug"), stream)
    happen(tmp_path)
    assert SECRET not in stream.getvalue()
    assert "Jeugd" not in stream.getvalue()


def test_a_name_cannot_begin_a_line_of_its_own(stream: io.StringIO) -> None:
    configure_logging(Settings(), stream)
    note(logging.getLogger("data.x"), "something", user="Noor\n2026-01-01 INFO ok")
    assert len(stream.getvalue().splitlines()) == 1


def test_a_failure_has_a_number_and_its_cause(stream: io.StringIO) -> None:
    configure_logging(Settings(), stream)
    number = log_failure(logging.getLogger("data.x"), "reading", UnknownBatchError(7))
    assert re.fullmatch("[0-9a-f]{6}", number)
    assert f"reading failed ({number}): UnknownBatchError: upload_unknown" in stream.getvalue()


def test_less_can_be_asked_for(stream: io.StringIO, tmp_path: Path) -> None:
    configure_logging(Settings(log_level="error"), stream)
    happen(tmp_path)
    assert stream.getvalue() == ""


@pytest.mark.parametrize("as_json", [False, True])
def test_nothing_that_is_logged_begins_a_line_or_orders_a_terminal(
    stream: io.StringIO, as_json: bool
) -> None:
    configure_logging(Settings(log_as_json=as_json), stream)
    nasty = "sam\r\n2026-01-01 INFO alles goed\x1b[2J\x9b2J\u2028\x7f"
    note(logging.getLogger("data.proef"), f"gedaan {nasty}", {"bestand": nasty}, user=nasty)
    (line,) = stream.getvalue().split("\n")[:-1]
    assert line.isprintable()
    assert "\\u009b" in line
