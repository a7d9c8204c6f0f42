"""What a chart shows, as a workbook can draw it once more."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass


@dataclass(frozen=True)
class ChartData:
    """A value per category and series (None: no value), and how it is drawn.

    `lying`: the bars lie, the first category on top; `stacked`: series on each other; `lines`: a
    line per series over categories that may be numbers.
    """

    title: str
    categories: Sequence[str | float]
    series: Mapping[str, Sequence[float | None]]
    lying: bool = False
    stacked: bool = False
    lines: bool = False
