"""A file as it was sent in: its sheets, and where their rows stood before."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from data.values.corrections import NO_CORRECTIONS, Corrections
from data.values.grid import Sheet


@dataclass(frozen=True)
class MendedSheet:
    """A sheet without what was added; `origins` says from which row of the file each row came.

    A row that is not among them was not in the file. None: this is the file itself.
    """

    sheet: Sheet
    origins: Mapping[int, int] | None = field(default=None)

    def origin(self, row: int) -> int | None:
        """The row of the file that this row (both as Excel counts) came from."""
        return row if self.origins is None else self.origins.get(row)


@dataclass(frozen=True)
class OpenedFile:
    """The sheets of a file, and which file its rows came from.

    That is the file itself, or the one whose rows it holds to mend: then it is `mended`, and
    `corrections` is what a person said of that file.
    """

    sheets: tuple[MendedSheet, ...]
    sha256: str
    file_name: str
    mended: bool = False
    corrections: Corrections = NO_CORRECTIONS
