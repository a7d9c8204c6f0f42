"""Which character stands between the cells of a text."""

from __future__ import annotations

import csv
import re
from collections import Counter
from io import StringIO
from itertools import islice

ONE_COLUMN = "\x1f"  # the control character for "unit separator", which no list of ours holds
_CANDIDATES = (";", "\t", "|")  # in the order in which they win when they do equally well
_SELDOM = ("^", "~", "¦", "¤")
# A cell of another delimiter, a quotation or a line with one comma, and that within a number.
_DECIMAL_COMMA = re.compile(
    r"""(?<![^;\t|"\r\n])([^,;\t|"\r\n]*\d),(?=\d[^,;\t|"\r\n]*(?:[;\t|"\r\n]|\Z))"""
)
_RECORDS = 200
# The least share of records of one length. A comma stands in ordinary text too, so more is asked.
_ENOUGH = 0.1
_FEWEST = 6  # of a delimiter that is seldom used: in two lines of three
_ENOUGH_COMMAS = 0.5


def detect_delimiter(text: str, *, whole: bool = True) -> str:
    """The delimiter of a text, judged by its beginning; `ONE_COLUMN` if it has none.

    `whole` says that the text is not cut off; if it is, its last record does not count.
    """
    scores = {mark: _score(text, mark, whole, _ENOUGH) for mark in _CANDIDATES}
    seldom = [mark for mark in _SELDOM if text.count(mark) >= _FEWEST]
    scores |= {mark: _score(text, mark, whole, _ENOUGH_COMMAS) for mark in seldom}
    best = max(scores, key=lambda mark: scores[mark])
    without_decimals = _DECIMAL_COMMA.sub(r"\1", text)
    if scores[best]:
        comma = _score(without_decimals, ",", whole, _ENOUGH_COMMAS)
        return "," if comma > scores[best] else best
    # In a list of one column with decimals, the heading has no comma.
    if "," in without_decimals and _score(text, ",", whole, _ENOUGH_COMMAS):
        return ","
    return ONE_COLUMN


def _score(text: str, mark: str, whole: bool, enough: float) -> float:
    """How well a delimiter fits: the share of records of the usual length, more for more cells."""
    reader = csv.reader(StringIO(text, newline=""), delimiter=mark)
    records = list(islice(reader, _RECORDS + 1))
    if len(records) > _RECORDS or not whole:
        records = records[:-1] or records
    lengths = Counter(len(record) for record in records if any(record))
    several = [(count, length) for length, count in lengths.items() if length > 1]
    if not several:
        return 0.0
    count, length = max(several)
    share = count / lengths.total()
    return share * (1 - 1 / length) if share >= enough else 0.0
