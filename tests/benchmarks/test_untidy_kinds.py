from __future__ import annotations

import pytest

from benchmarks.untidy_kinds import (
    CRASH,
    DOCUMENT,
    KINDS,
    READ,
    RIGHT,
    WRONG,
    Kind,
    by_pandas,
    document,
    ours,
)
from tests.data.untidy_exports import unicode_text
from tests.data.untidy_workbooks import Case, old_xls

kinds = pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.build.__name__)


@kinds
def test_the_importer_does_what_it_should(kind: Kind) -> None:
    found = ours(kind)
    assert found.word == kind.outcome, found.sentence


@kinds
def test_pandas_alone_is_judged_by_the_same_figure(kind: Kind) -> None:
    assert by_pandas(kind).word in (RIGHT, WRONG, CRASH)


def test_a_difference_is_not_overlooked() -> None:
    plain, other = old_xls(), unicode_text()
    mixed = Case(other.file_name, other.content, plain.sheets)
    assert ours(Kind("mixed up", READ, lambda: mixed, ["Tijd"])).word == WRONG


def test_there_are_twenty_kinds_or_more_each_once() -> None:
    assert len({kind.build for kind in KINDS}) == len(KINDS) >= 20


def test_the_document_is_what_the_benchmark_prints() -> None:
    assert DOCUMENT.read_text("utf-8") == document()
