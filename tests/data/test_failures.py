from __future__ import annotations

import logging
import re
from contextlib import closing

import pytest
from sqlalchemy import text
from sqlalchemy.exc import SQLAlchemyError

from data.failures import log_failure
from data.storing.store import open_store

SECRET = "j.jansen@voorbeeld.nl"  # noqa: S105 -- no password


def test_a_failure_is_logged_without_the_values(caplog: pytest.LogCaptureFixture) -> None:
    try:
        int(SECRET)
    except ValueError as error:
        log_failure(logging.getLogger("x"), "reading", error)
    assert re.search(r"reading failed \([0-9a-f]{6}\): ValueError at", caplog.text)
    assert "test_failures.py" in caplog.text
    assert SECRET not in caplog.text


def test_the_store_hides_the_values_it_fails_on() -> None:
    with closing(open_store("sqlite://")) as store, store.engine.connect() as connection:
        with pytest.raises(SQLAlchemyError) as raised:
            connection.execute(text("SELECT :value FROM nothing_of_ours"), {"value": SECRET})
        assert SECRET not in str(raised.value)
