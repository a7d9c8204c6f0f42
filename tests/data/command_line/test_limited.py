"""A command keeps the limits on time and memory, over reading and cleaning together."""

from __future__ import annotations

import signal
import subprocess
import sys
import time
from dataclasses import replace
from pathlib import Path

import pytest

from data.command_line.limited import limited
from data.settings import Settings
from data.values.unreadable import UnreadableFileError

ROOT = Path(__file__).parents[3]
posix = pytest.mark.skipif(sys.platform == "win32", reason="only the cells are limited there")


def work_for_ever() -> None:
    while True:
        pass


@posix
def test_what_takes_too_long_is_ended_with_a_sentence() -> None:
    brief = replace(Settings(), read_seconds=1)
    began = time.monotonic()
    with pytest.raises(UnreadableFileError) as raised, limited("x.csv", brief):
        work_for_ever()
    assert raised.value.message.code == "file_too_slow"
    assert time.monotonic() - began < 30
    assert signal.getitimer(signal.ITIMER_REAL) == (0.0, 0.0)


@posix
def test_a_quick_file_leaves_no_limit_behind() -> None:
    before = signal.getsignal(signal.SIGALRM)
    with limited("x.csv", Settings()):
        pass
    assert signal.getsignal(signal.SIGALRM) == before


OF_MEMORY = """
from dataclasses import replace
from data.command_line.limited import limited
from data.settings import Settings
from data.values.unreadable import UnreadableFileError
little = replace(Settings(), read_memory_bytes=100 * 1024**2)
try:
    with limited("x.csv", little):
        bytearray(400 * 1024**2)
except UnreadableFileError as error:
    bytearray(400 * 1024**2)  # the limit is gone
    print(error.message.code)
"""


@posix
def test_what_takes_too_much_memory_is_ended_with_a_sentence() -> None:
    done = subprocess.run(
        [sys.executable, "-c", OF_MEMORY], capture_output=True, text=True, cwd=ROOT, check=True
    )
    assert done.stdout.strip() == "file_needs_too_much_memory"


def test_another_fault_stays_what_it_is() -> None:
    with pytest.raises(ZeroDivisionError), limited("x.csv", Settings()):
        _ = 1 / 0
