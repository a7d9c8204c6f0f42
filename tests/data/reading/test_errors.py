from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest

from data.reading.errors import SENTENCES, sentence
from data.reading.refusals import Reason, RefusedError
from texts import translate, use_language

VALUES = {
    "form": "JSON",
    "sheet": "Blad1",
    "row": 7,
    "limit": 50 * 1024**2,
    "rows": 600_000,
    "columns": 1_000,
}


@pytest.mark.parametrize("reason", Reason)
@pytest.mark.parametrize("language", ["nl", "en"])
def test_every_reason_is_one_plain_sentence(reason: Reason, language: str) -> None:
    with use_language(language):
        text = str(sentence(RefusedError(reason, **VALUES), "x.csv"))
    assert "x.csv" in text
    assert "{" not in text
    assert text.endswith(".")
    assert re.search(r"\. [A-Z]|!", text) is None


@pytest.mark.parametrize("reason", Reason)
def test_every_reason_is_told_in_dutch_with_the_same_values(reason: Reason) -> None:
    msgid = SENTENCES[reason].text
    with use_language("nl"):
        dutch = translate(msgid)
    assert dutch != msgid
    assert sorted(re.findall(r"{\w+}", dutch)) == sorted(re.findall(r"{\w+}", msgid))


def test_numbers_are_grouped_as_the_language_does() -> None:
    told = sentence(RefusedError(Reason.TOO_MANY_SHEETS, limit=600_000), "x.csv")
    with use_language("nl"):
        assert "600.000" in str(told)
    with use_language("en"):
        assert "600,000" in str(told)


def test_sizes_are_told_in_megabytes() -> None:
    with use_language("nl"):
        told = str(sentence(RefusedError(Reason.TOO_LARGE, limit=50 * 1024**2), "x.csv"))
    assert "de 50 MB die" in told


def test_the_reading_process_starts_with_little() -> None:
    heavy = ["pandas", "numpy", "babel", "sqlalchemy", "streamlit", "subprocess"]
    code = "import sys, data.reading.workbook_process\n"
    code += f"print([name for name in {heavy} if name in sys.modules])"
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=Path(__file__).parents[3], capture_output=True, text=True
    )
    assert done.stdout.strip() == "[]"
