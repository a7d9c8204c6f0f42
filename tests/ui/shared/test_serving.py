"""One boundary for whatever goes wrong on a page: a sentence and a number, and nothing else."""

from __future__ import annotations

import re

import pytest
from streamlit.testing.v1 import AppTest

CONTENT_OF_A_CELL = "j.jansen@voorbeeld.nl"
STORE_IS_FULL = """
from data.storing.messages import STORE_DISK_FULL
from data.storing.store_failures import StoreFailedError
from ui.shared.serving import show_failure
show_failure(StoreFailedError(STORE_DISK_FULL()))
"""
OUR_MISTAKE = f"""
from ui.shared.serving import show_failure
show_failure(ValueError("{CONTENT_OF_A_CELL}"))
"""


def shown(script: str) -> str:
    (error,) = AppTest.from_string(script).run().error
    return str(error.value)


def test_a_failure_of_the_store_is_told_with_what_to_do(caplog: pytest.LogCaptureFixture) -> None:
    told = shown(STORE_IS_FULL)
    assert told.startswith("De schijf met de gegevens is vol")
    number = re.search(r"([0-9a-f]{6})\\?\.$", told)
    assert number
    assert number[1] in caplog.text
    assert "store_disk_full" in caplog.text


def test_a_mistake_of_ours_is_told_without_what_it_quotes(caplog: pytest.LogCaptureFixture) -> None:
    told = shown(OUR_MISTAKE)
    assert told.startswith("Dit is niet gelukt door een fout in het programma")
    assert CONTENT_OF_A_CELL not in told + caplog.text
