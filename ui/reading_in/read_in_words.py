"""What was read of a file, in sentences: per sheet its counts, its columns and its remarks.

Plain text: whoever renders it escapes it.
"""

from __future__ import annotations

from collections.abc import Iterator

from data.cells.keys import plain_words
from data.cleaning.messages import ANSWERS_UNKNOWN, CUMULATIVE_COLUMNS, MONTH_BEFORE_DAY
from data.doubts.columns.messages import COLUMNS_WITHOUT_HEADING
from data.doubts.money.messages import COLUMNS_CUMULATIVE
from data.doubts.times.messages import DATES_SWAPPED
from data.intake.messages import ANSWER_REMEMBERED
from data.values.found_table import Heading
from data.values.results import FilePreview, SheetResult
from texts import ngettext
from texts import translate as _
from ui.reading_in import finance_export, upload_words
from ui.reading_in.missing_parts import is_bare, may_be_bare
from ui.reading_in.sheet_picture import column_letter
from ui.shared import formats

# What another remark says more exactly: no need to say it twice.
_SAID_BY = {
    MONTH_BEFORE_DAY.code: DATES_SWAPPED.code,
    COLUMNS_CUMULATIVE.code: CUMULATIVE_COLUMNS.code,
}
MOST_COLUMNS = 8  # that are not read, named in one sentence


def lines_of(preview: FilePreview) -> Iterator[tuple[str, list[str]]]:
    """A line per sheet, with what there is to say of it below; columns once, when they repeat.

    Those that are not read come last, together when it is for one reason.
    """
    before, nothing_read = "", not any(sheet.kind for sheet in preview.sheets)
    unread: dict[str, list[str]] = {}
    for sheet in preview.sheets:
        if sheet.kind:
            columns = columns_in_words(sheet)
            told = [*([columns] if columns != before else []), *remarks_on(sheet)]
            before = columns
            yield upload_words.sheet_line(sheet), told
        elif why := _why_unread(sheet, nothing_read=nothing_read):
            name = upload_words.sheet_name(sheet.sheet, hidden=sheet.hidden)
            unread.setdefault(why, []).append(name)
    for why, names in unread.items():
        yield upload_words.unread_line(names, why), []


def _why_unread(sheet: SheetResult, *, nothing_read: bool) -> str:
    """Why a sheet is not read; of what may be a list without headings, what can be done here."""
    if nothing_read and may_be_bare(sheet):
        return _(
            "No row was found with headings, such as Datum, Afdeling and Thema. Is it a list "
            "without headings? Then say so below: no need to change the file."
        )
    return upload_words.why_unread(sheet)


def remarks_on(sheet: SheetResult) -> list[str]:
    """What there is to say of a sheet that is not said elsewhere on the page."""
    asked = any(question.is_optional for question in sheet.questions)
    remarks = finance_export.other_remarks(sheet)
    if is_bare(sheet):
        remarks = [remark for remark in remarks if not COLUMNS_WITHOUT_HEADING.says(remark)]
    said = {remark.code for remark in remarks}
    return [
        str(remark)
        for remark in remarks
        if not (asked and ANSWERS_UNKNOWN.says(remark)) and not ANSWER_REMEMBERED.says(remark)
        if _SAID_BY.get(remark.code) not in said
    ]


def columns_in_words(sheet: SheetResult) -> str:
    """Which columns were read, as what when the heading does not say so, and which were not."""
    headings = sheet.table.headings if sheet.table else ()
    read = list(dict.fromkeys(_as_read(h) for h in headings if h.column))
    letters = (column_letter(sheet.top.first_column + h.position) for h in headings if not h.column)
    told = _told_apart(sheet)
    names = (h.text for h in headings if not h.column and h.text)
    unread = [*letters] if is_bare(sheet) else [name for name in names if name not in told]
    sentence = _("Read: {columns}.").format(columns=upload_words.names_listed(read))
    if unread:
        named = upload_words.names_listed(f"“{text}”" for text in unread[:MOST_COLUMNS])
        more = len(unread) - MOST_COLUMNS
        if more > 0:
            others = ngettext("{names} and {n} other", "{names} and {n} others", more)
            named = others.format(names=named, n=formats.number(more))
        sentence += " " + _("Not read: {columns}.").format(columns=named)
    return sentence


def _told_apart(sheet: SheetResult) -> set[str]:
    """The columns of which a remark or a question tells what they were taken for."""
    values = [m.values for m in (*sheet.remarks, *(q.message for q in sheet.questions))]
    told = [given.get("column") for given in values]
    several = [given["columns"] for given in values if isinstance(given.get("columns"), list)]
    return {str(name) for name in (*told, *(name for names in several for name in names)) if name}


def _as_read(heading: Heading) -> str:
    meaning = upload_words.meaning_label(heading.column or "")
    if not heading.text or plain_words(heading.text) == plain_words(meaning):
        return meaning
    return _("“{heading}” as {meaning}").format(heading=heading.text, meaning=meaning)
