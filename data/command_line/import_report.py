"""What reading in found, told twice: as the JSON of the command line, and as text for people."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice
from typing import Any

from data import fields
from data.columns import (
    BLANK,
    DEPARTMENT,
    DUPLICATE,
    NOTE,
    REPEATED_HEADER,
    THEME,
    TOTAL,
    USAGE,
)
from data.intake.report_taken import report_of
from data.values.found_table import CROSSTAB, LIST
from data.values.questions import Question
from data.values.report import ALL, LISTED, NOTHING_STATED, Statement
from data.values.results import FilePreview, SheetResult, kind_label
from texts import Message, ngettext
from texts import translate as _

FAULTS_SHOWN = 10  # in the text
MOST_ERRORS = 50_000  # in the JSON; a file with more is no list that somebody mends by hand

_MEASURES = {field.name: field for field in fields.of(USAGE, *fields.MEASURES)}
_DECIMALS = 4  # twenty minutes are 0.3333 hours


def file_report(
    preview: FilePreview,
    *,
    batch_id: int | None = None,
    dry_run: bool = False,
    statement: Statement = NOTHING_STATED,
) -> dict[str, Any]:
    """One entry of `files` in the JSON: what was recognised, the counts, the faults.

    A file that was stored before counts its accepted rows as skipped duplicates.
    """
    if preview.error:
        return error_report(preview.file_name, preview.error)
    stored_before = preview.stored_as is not None
    report: dict[str, Any] = {
        "file": preview.file_name,
        "error": None,
        "error_code": None,
        "batch_id": None if dry_run else preview.stored_as if stored_before else batch_id,
        "sheets": [
            _sheet_report(s, all_duplicates=stored_before) | _tells_about(s, statement)
            for s in preview.sheets
        ],
    }
    return report | {"already_stored": True} if stored_before else report


def _tells_about(sheet: SheetResult, statement: Statement) -> dict[str, Any]:
    """What a sheet with use tells about, as it was taken; nothing for another sheet."""
    taken = report_of(sheet, statement)
    if taken is None:
        return {"report": None} if sheet.kind == USAGE else {}
    departments: str | list[str] = ALL if taken.departments is None else LISTED
    if isinstance(statement.departments, tuple):
        departments = list(statement.departments)
    return {
        "report": {
            "from": str(taken.first),
            "to": str(taken.last),
            "departments": departments,
            "channels": taken.channels,
            "themes": ALL,
            "complete": taken.complete,
            "stated": taken.stated,
        }
    }


def error_report(file_name: str, error: Message) -> dict[str, Any]:
    """The entry of a file that could not be read."""
    return {
        "file": file_name,
        "error": str(error),
        "error_code": error.code,
        "batch_id": None,
        "sheets": [],
    }


def _sheet_report(sheet: SheetResult, *, all_duplicates: bool) -> dict[str, Any]:
    table = sheet.table
    reasons = {reason: int(n) for reason, n in sheet.skipped_reasons.items() if n}
    sums = dict.fromkeys(_MEASURES, 0.0) | dict(sheet.sums)
    accepted = sheet.accepted
    if all_duplicates:
        if accepted:
            reasons[DUPLICATE] = reasons.get(DUPLICATE, 0) + accepted
        accepted, sums = 0, dict.fromkeys(sums, 0.0)
    report: dict[str, Any] = {"sheet": sheet.sheet, "kind": sheet.kind}
    if table and table.layout != LIST:
        report["layout"] = table.layout
    if sheet.hidden:
        report["hidden"] = True
    if sheet.remarks:
        report["remarks"] = [_told(remark) for remark in sheet.remarks]
    if sheet.reason:
        report["reason"] = str(sheet.reason)
    if sheet.questions:
        report["questions"] = [_asked(q) for q in sheet.questions if q.answer is None]
    if used := [q for q in sheet.questions if q.remembered]:
        report["answers_remembered"] = [{"code": q.code, "answer": q.answer} for q in used]
    return (
        report
        | {
            "header_row": table.header_row if table else None,
            "columns": table.columns if table else {},
            "ignored_columns": table.ignored_columns if table else [],
            "rows": sheet.rows,
            "accepted": accepted,
            "rejected": sheet.rejected,
            "skipped": sum(reasons.values()),
            "skipped_reasons": reasons,
            "sums": {column: _sum(column, total) for column, total in sums.items()},
            "new_names": {kind: _new_names(sheet, kind) for kind in (DEPARTMENT, THEME)},
            "matched_names": {kind: _matched_names(sheet, kind) for kind in (DEPARTMENT, THEME)},
        }
        | _errors(sheet)
    )


def _errors(sheet: SheetResult) -> dict[str, Any]:
    """The faults one by one, and how many there are beyond `MOST_ERRORS`."""
    faults = (fault for row in sheet.rejected_rows for fault in row.faults)
    errors = [
        {"row": f.row, "column": f.column, "value": f.value, **_told(f.message)}
        for f in islice(faults, MOST_ERRORS)
    ]
    left = sum(1 for _fault in faults)
    return {"errors": errors} | ({"errors_left_out": left} if left else {})


def _told(message: Message) -> dict[str, str]:
    """A message as a program and a person read it."""
    return {"code": message.code, "message": str(message)}


def _asked(question: Question) -> dict[str, Any]:
    choices = list(question.choices)
    told = {"code": question.code, "message": str(question.message)}
    return {**told, "choices": choices, "rows": question.rows}


def _sum(column: str, total: float) -> float | int:
    sort = _MEASURES[column].sort if column in _MEASURES else None
    rounded = round(float(total), 2 if sort is fields.Sort.AMOUNT else _DECIMALS)
    is_count = sort is fields.Sort.COUNT and rounded.is_integer()
    return int(rounded) if is_count else rounded


def _new_names(sheet: SheetResult, kind: str) -> list[str]:
    return list(sheet.names[kind].new) if kind in sheet.names else []


def _matched_names(sheet: SheetResult, kind: str) -> dict[str, str]:
    return dict(sheet.names[kind].matched) if kind in sheet.names else {}


def report_lines(report: dict[str, Any], *, dry_run: bool = False) -> Iterator[str]:
    """The same report for a person, in the language in force."""
    if report["error"]:
        yield str(report["error"])
        return
    yield f"{report['file']}: {_outcome(report, dry_run=dry_run)}"
    for sheet in report["sheets"]:
        yield from ("  " + line for line in _sheet_lines(sheet))


def _outcome(report: dict[str, Any], *, dry_run: bool) -> str:
    if report.get("already_stored"):
        return _("read in before; it is not stored twice.")
    if dry_run:
        return _("read as a trial, nothing stored.")
    if report["batch_id"] is None:
        return _("nothing found to store.")
    return _("stored as upload {batch_id}.").format(batch_id=report["batch_id"])


def _sheet_lines(sheet: dict[str, Any]) -> Iterator[str]:
    hidden = " " + _("(hidden)") if sheet.get("hidden") else ""
    yield _("Sheet {sheet}{hidden}: {kind}").format(
        sheet=sheet["sheet"], hidden=hidden, kind=kind_label(sheet["kind"])
    )
    if sheet["kind"] is None:
        yield from ("  " + told["message"] for told in sheet.get("remarks", []))
        if "reason" in sheet:
            yield "  " + sheet["reason"]
        return
    yield "  " + _("Headings in row {row}").format(row=sheet["header_row"])
    yield "  " + _equation(sheet)
    if sheet["ignored_columns"]:
        names = ", ".join(sheet["ignored_columns"])
        yield "  " + _("Columns not used: {names}").format(names=names)
    for kind, label in ((DEPARTMENT, _("department")), (THEME, _("theme"))):
        if new := sheet["new_names"][kind]:
            yield "  " + _("New {kind}: {names}").format(kind=label, names="; ".join(new))
        for spelling, name in sheet["matched_names"][kind].items():
            yield "  " + _("Taken as {name}: {spelling}").format(name=name, spelling=spelling)
    yield from ("  " + told["message"] for told in sheet.get("remarks", []))
    for asked in sheet.get("questions", []):
        yield "  " + asked["message"]
        choices = ", ".join(f"--answer {asked['code']}={choice}" for choice in asked["choices"])
        yield "    " + choices
    yield from _fault_lines(sheet["errors"], sheet.get("errors_left_out", 0))


def _equation(sheet: dict[str, Any]) -> str:
    if sheet.get("layout") == CROSSTAB:
        equation = _("{rows} cells = {accepted} read + {rejected} rejected + {skipped} skipped")
    else:
        equation = _("{rows} rows = {accepted} read + {rejected} rejected + {skipped} skipped")
    counts = {part: sheet[part] for part in ("rows", "accepted", "rejected", "skipped")}
    reasons = {
        BLANK: _("blank"),
        REPEATED_HEADER: _("repeated heading"),
        TOTAL: _("total"),
        NOTE: _("note"),
        DUPLICATE: _("stored before"),
    }
    why = ", ".join(f"{n} {reasons.get(r, r)}" for r, n in sheet["skipped_reasons"].items())
    return equation.format(**counts) + (f" ({why})" if why else "")


def _fault_lines(faults: list[dict[str, Any]], left_out: int) -> Iterator[str]:
    for fault in faults[:FAULTS_SHOWN]:
        yield "  " + _("Row {row}, {column}, “{value}”: {message}").format(**fault)
    rest = len(faults) - FAULTS_SHOWN + left_out
    if rest > 0:
        yield "  " + ngettext("and {n} more fault", "and {n} more faults", rest).format(n=rest)
