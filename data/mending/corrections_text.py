"""What a person said about a file, as a text that goes along in the workbook with rows to mend."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from data.values.corrections import NO_CORRECTIONS, Corrections, SheetCorrections


def encode(corrections: Corrections) -> str:
    """The corrections as a text, without the mended cells: those stand in the workbook itself."""
    sheets = {key: _sheet(said) for key, said in corrections.sheets.items()}
    names = {kind: dict(found) for kind, found in corrections.names.items()}
    return json.dumps({"sheets": sheets, "names": names, "answers": dict(corrections.answers)})


def decode(text: str) -> Corrections:
    """The corrections that `encode` wrote; none for any other text."""
    try:
        found = json.loads(text)
        sheets = {str(key): _said(said) for key, said in found["sheets"].items()}
        names = {str(kind): _names(found["names"][kind]) for kind in found["names"]}
        answers = _texts(found.get("answers", {}))
    except (ValueError, TypeError, KeyError, AttributeError):
        return NO_CORRECTIONS  # somebody changed it; the workbook can do without
    return Corrections(sheets, names, answers)


def _sheet(said: SheetCorrections) -> dict[str, Any]:
    return {
        "left_out": said.left_out,
        "kind": said.kind,
        "header_row": said.header_row,
        "columns": {str(place): column for place, column in said.columns.items()},
        "unit": said.unit,
        "blanked": sorted(said.blanked),
        "sign": said.sign,
        "year": said.year,
        "answers": dict(said.answers),
    }


def _said(found: Mapping[str, Any]) -> SheetCorrections:
    return SheetCorrections(
        left_out=bool(found["left_out"]),
        kind=None if found["kind"] is None else str(found["kind"]),
        header_row=_number(found["header_row"]),
        columns={int(place): str(column) for place, column in found["columns"].items()},
        unit=_number(found["unit"]),
        blanked=frozenset(map(int, found["blanked"])),
        sign=_number(found.get("sign")),
        year=_number(found.get("year")),
        answers=_texts(found.get("answers", {})),
    )


def _number(value: Any) -> int | None:  # noqa: ANN401 (whatever JSON holds)
    return None if value is None else int(value)


def _names(found: Mapping[str, Any]) -> dict[str, str | None]:
    return {spelling: None if name is None else str(name) for spelling, name in found.items()}


def _texts(found: Mapping[str, Any]) -> dict[str, str]:
    return {str(code): str(answer) for code, answer in found.items()}
