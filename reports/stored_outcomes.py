"""A workbook with the outcome stored beside each formula, for readers that compute nothing."""

from __future__ import annotations

from io import BytesIO
from zipfile import ZipFile

from openpyxl import Workbook
from openpyxl.utils.cell import coordinate_to_tuple
from openpyxl.xml.constants import SHEET_MAIN_NS
from openpyxl.xml.functions import fromstring, tostring

from reports.formula_outcomes import FormulaError, Outcomes
from reports.workbook import saved

_CELL, _FORMULA, _STORED = (f"{{{SHEET_MAIN_NS}}}{name}" for name in ("c", "f", "v"))


def saved_with_outcomes(book: Workbook) -> bytes:
    """The workbook as the bytes of an .xlsx file, each formula with its outcome.

    openpyxl writes a formula or a value, never both, so the outcomes are filled in afterwards.
    """
    plain = saved(book)
    outcomes = Outcomes(book)
    sheets = {sheet.path.lstrip("/"): sheet.title for sheet in book.worksheets}
    target = BytesIO()
    with ZipFile(BytesIO(plain)) as source, ZipFile(target, "w") as filled:
        for part in source.infolist():
            content = source.read(part)
            if part.filename in sheets and b"<f>" in content:
                content = _filled(content, sheets[part.filename], outcomes)
            filled.writestr(part, content)
    return target.getvalue()


def _filled(content: bytes, sheet: str, outcomes: Outcomes) -> bytes:
    root = fromstring(content)
    for cell in root.iter(_CELL):
        if cell.find(_FORMULA) is not None:
            kind, text = _stored(outcomes, sheet, cell.get("r"))
            cell.set("t", kind)
            cell.find(_STORED).text = text
    return bytes(tostring(root))


def _stored(outcomes: Outcomes, sheet: str, address: str) -> tuple[str, str]:
    """The kind of a cell (text, error or number), and what it stores."""
    try:
        outcome = outcomes.of(sheet, *coordinate_to_tuple(address))
    except FormulaError as error:
        return "e", error.code
    return ("str", outcome) if isinstance(outcome, str) else ("n", repr(outcome))
