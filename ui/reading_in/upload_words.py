"""What reading in found, said in words. Plain text: whoever renders it escapes it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Any

import pandas as pd

from data import columns as c
from data import fields
from data.fields.choices import BUDGET_KINDS
from data.values.found_table import CROSSTAB, Heading
from data.values.results import SheetResult, kind_label
from texts import Text, ngettext
from texts import translate as _
from ui.reading_in import waiting_rows
from ui.shared import formats
from ui.shared.labels import column_label
from ui.shared.values import value_text

_BUDGET_KINDS = {choice.value: choice.label for choice in BUDGET_KINDS}
_MEANINGS = {field.name: field.label for kind in c.KINDS for field in fields.read(kind)}
_HOW: Mapping[str, Text] = {
    "known": Text("known heading"),
    "similar": Text("looks like a known heading"),
    "remembered": Text("remembered from an earlier upload"),
    "chosen": Text("chosen by you"),
}


def uploads_named(numbers: Sequence[int]) -> str:
    """`upload 3`, or `uploads 3, 4 and 7`, in order."""
    ordered = [str(number) for number in sorted(numbers)]
    return ngettext("upload {numbers}", "uploads {numbers}", len(ordered)).format(
        numbers=formats.enumerated(ordered)
    )


def budget_kind_label(kind: str) -> str:
    """What kind of amount a budget line is."""
    return str(_BUDGET_KINDS.get(kind, kind))


def how_label(heading: Heading) -> str:
    """How a heading was recognised; a column without one only by what stands in it."""
    if not heading.text and heading.how == "similar":
        return _("recognised by its values")
    return str(_HOW.get(heading.how, heading.how))


def meaning_label(column: str) -> str:
    """What a heading was taken to mean; the amounts of a budget are told apart."""
    return str(_MEANINGS.get(column) or column_label(column))


def sheet_name(name: str, *, hidden: bool) -> str:
    """The name of a sheet, with the mark that it is hidden."""
    return _("{sheet} (hidden sheet)").format(sheet=name) if hidden else name


def sheet_line(sheet: SheetResult) -> str:
    """A sheet with a table: what it holds, its counts as a sum that adds up, and its sums."""
    layout = sheet.table.layout if sheet.table else ""
    rejected = waiting_rows.counts(sheet)
    counts = equation(
        sheet.rows,
        sheet.accepted,
        sheet.rejected,
        sheet.skipped_reasons,
        layout,
        waiting=rejected[waiting_rows.WAITING],
        left_out=rejected[waiting_rows.LEFT_OUT],
    )
    name = sheet_name(sheet.sheet, hidden=sheet.hidden)
    if sheet.kind == c.BUDGET:
        return f"{line_of(name, sheet.kind, counts, {})} {sums_of_budget(sheet.records)}".strip()
    line = line_of(name, sheet.kind, counts, sheet.sums)
    uses = len(sheet.records)
    if layout == CROSSTAB and uses != sheet.accepted:
        text = ngettext(
            "The cells that were read are {n} use.", "The cells that were read are {n} uses.", uses
        )
        line += " " + text.format(n=formats.number(uses))
    return line


def why_unread(sheet: SheetResult) -> str:
    """Why a sheet is not read; empty when there is nothing to say."""
    return " ".join(map(str, [*sheet.remarks, *([sheet.reason] if sheet.reason else [])]))


def unread_line(names: Sequence[str], why: str) -> str:
    """The sheets that are not read for one reason."""
    if all(f"“{name}”" in why for name in names):
        return why
    if len(names) > 1:
        named = formats.enumerated(names)
        return _("Sheets {sheets}, each: {remark}").format(sheets=named, remark=why)
    return _("Sheet {sheet}: {remark}").format(sheet=names[0], remark=why)


def together(sheets: Sequence[SheetResult]) -> str:
    """What several sheets hold together: of each kind the counts as one sum."""
    sentences = []
    for kind in dict.fromkeys(sheet.kind for sheet in sheets):
        these = [sheet for sheet in sheets if sheet.kind == kind]
        skipped, rejected = Counter[str](), Counter[str]()
        for sheet in these:
            rejected.update(waiting_rows.counts(sheet))
            skipped.update(sheet.skipped_reasons)
        counts = equation(
            sum(sheet.rows for sheet in these),
            sum(sheet.accepted for sheet in these),
            sum(sheet.rejected for sheet in these),
            skipped,
            waiting=rejected[waiting_rows.WAITING],
            left_out=rejected[waiting_rows.LEFT_OUT],
        )
        sentence = ngettext(
            "{n} sheet with {kind}: {counts}.", "{n} sheets with {kind}: {counts}.", len(these)
        )
        sentences.append(sentence.format(n=len(these), kind=kind_label(kind), counts=counts))
    return " ".join(sentences)


def sums_of_budget(records: pd.DataFrame) -> str:
    """The amounts added up by kind, those that count and the others.

    What was budgeted and what was spent are never one sum.
    """
    if records.empty:
        return ""
    counts = records[c.CONCERNS].fillna(False).astype(bool)
    told = [
        (_("Together: {sums}."), records[counts]),
        (_("Not counted: {sums}."), records[~counts]),
    ]
    return " ".join(text.format(sums=_by_kind(lines)) for text, lines in told if len(lines))


def _by_kind(records: pd.DataFrame) -> str:
    sums = records.groupby(c.BUDGET_KIND, observed=True, sort=False)[c.AMOUNT].sum()
    parts = [f"{budget_kind_label(str(kind))} {formats.money(sums[kind])}" for kind in sums.index]
    return formats.enumerated(parts)


def line_of(name: str, kind: str | None, counts: str, sums: Mapping[str, float]) -> str:
    """The same, from its parts."""
    line = _("Sheet {sheet} ({kind}): {counts}.").format(
        sheet=name, kind=kind_label(kind), counts=counts
    )
    return f"{line} {sums_sentence(sums)}".strip()


def equation(
    rows: int,
    accepted: int,
    rejected: int,
    skipped_reasons: Mapping[str, int],
    layout: str = "",
    *,
    waiting: int = 0,
    left_out: int = 0,
) -> str:
    """`120 rows = 110 read + 7 rejected + 3 skipped (2 blank, 1 total)`.

    Of those rejected, `waiting` wait for an answer and `left_out` were left out by a person.
    """
    if layout == CROSSTAB:
        whole = ngettext("{n} filled cell", "{n} filled cells", rows)
    else:
        whole = ngettext("{n} row", "{n} rows", rows)
    skipped = sum(skipped_reasons.values())
    reasons = ", ".join(_reason(reason, n) for reason, n in skipped_reasons.items() if n)
    parts = [
        (
            waiting,
            ngettext("{n} waiting for your answer", "{n} waiting for your answer", waiting),
        ),
        (left_out, _("{n} left out by you")),
        (rejected - waiting - left_out, _("{n} rejected")),
        (skipped, _("{n} skipped") + (f" ({reasons})" if reasons else "")),
    ]
    read = _("{n} read").format(n=formats.number(accepted))
    others = [text.format(n=formats.number(n)) for n, text in parts if n]
    return whole.format(n=formats.number(rows)) + " = " + " + ".join([read, *others])


def _reason(reason: str, n: int) -> str:
    words = {
        c.BLANK: _("{n} blank"),
        c.REPEATED_HEADER: ngettext("{n} repeated heading", "{n} repeated headings", n),
        c.TOTAL: ngettext("{n} total", "{n} totals", n),
        c.NOTE: ngettext("{n} note", "{n} notes", n),
        c.DUPLICATE: _("{n} already stored"),
    }
    return words.get(reason, "{n} " + reason).format(n=formats.number(n))


def sums_sentence(sums: Mapping[str, float]) -> str:
    """What the accepted rows add up to; empty when there is nothing to add up."""
    totals = {field.name: field for field in fields.of(c.USAGE) if field.is_measure}
    parts = [
        _total(totals[column], value)
        for column, value in sums.items()
        if value and column in totals
    ]
    return _("Together: {sums}.").format(sums=formats.enumerated(parts)) if parts else ""


def _total(field: fields.Field, value: float) -> str:
    text = value_text(field, value)
    return str(replace(field.total, values={"n": text})) if field.total else text


def names_listed(names: Iterable[str]) -> str:
    """Names one after another; by semicolons, since a name may hold a comma."""
    return "; ".join(names)


def matched_sentence(spelling: str, name: str) -> str:
    """A spelling in the file that was taken for a known name."""
    return _("“{spelling}” is read as “{name}”.").format(spelling=spelling, name=name)


def years_label(first: Any, last: Any) -> str:  # noqa: ANN401 (missing years are pandas' own NA)
    """The years that an upload spans; empty when it has none."""
    if pd.isna(first) or pd.isna(last):
        return ""
    return f"{first}" if first == last else f"{first}–{last}"


def size_label(size: int) -> str:
    """The size of a file."""
    if size < 1024**2:
        return _("{n} kB").format(n=formats.number(max(1, round(size / 1024))))
    return _("{n} MB").format(n=formats.number(size / 1024**2, 1))
