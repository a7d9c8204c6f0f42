"""Money that earlier uploads tell too: which of them counts, asked while a file is read in."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import replace

import pandas as pd
from sqlalchemy import Connection

from data.columns import BATCH_ID, BUDGET, BUDGET_KIND, CONCERNS, FILE, YEAR
from data.finance.sentences import amount_of_kind
from data.intake import messages
from data.money.sources import BOTH, EARLIER, THIS, Rivals
from data.overlap import KEEP
from data.overlap.comparing import already_stored
from data.storing.frames import Money, money_in
from data.storing.money_sources import remember_sources
from data.storing.stored_records import stored_records
from data.values.corrections import Corrections
from data.values.questions import Questions
from data.values.results import FilePreview, SheetResult
from texts import Message
from texts import Money as Euros

_CODE = "source:{year}:{kind}"
_CHOICES = (THIS, EARLIER, BOTH)


def with_source_questions(
    preview: FilePreview, connection: Connection, corrections: Corrections, overlap: str | None
) -> FilePreview:
    """The preview with a question per year and kind of amount that earlier uploads tell as well.

    Of an upload with the same rows that is no question yet: what becomes of those is decided
    first (`overlap`), unless they are kept twice.
    """
    of_money = [sheet for sheet in preview.sheets if sheet.kind == BUDGET and sheet.accepted]
    if not of_money or preview.stored_as is not None:
        return preview
    mended = preview.original.batches if preview.original else ()
    stored = money_in(connection, besides=mended)
    if stored.lines.empty:
        return preview
    rivals, new = _rivals(stored, of_money)
    same = set() if overlap == KEEP or not rivals else _with_same_rows(of_money, connection)
    asked = [each for each in rivals if not same & {s.batch_id for s in each.sources}]
    return replace(preview, sheets=tuple(_asked(preview, asked, new, corrections)))


def answered(preview: FilePreview) -> dict[tuple[int, str], str]:
    """(Year, kind) -> what was answered: this file, the earlier uploads, or both."""
    found = {}
    for sheet in preview.sheets:
        for question in sheet.questions:
            _, year, kind = (*question.code.split(":"), "", "")[:3]
            if question.answer in _CHOICES and _CODE.format(year=year, kind=kind) == question.code:
                found[int(year), kind] = question.answer
    return found


def take_answers(
    connection: Connection, user: str, batch_id: int, chosen: Mapping[tuple[int, str], str]
) -> None:
    """Remember which upload counts, now that the file is stored as `batch_id`."""
    if not chosen:
        return
    for rivals in money_in(connection).open_and_decided():
        answer = chosen.get((rivals.year, rivals.kind))
        batches = {source.batch_id for source in rivals.sources}
        if answer is None or batch_id not in batches:
            continue
        earlier = rivals.counted - {batch_id}
        counted = {THIS: {batch_id}, EARLIER: earlier, BOTH: earlier | {batch_id}}[answer]
        remember_sources(connection, user, rivals, counted)


def _rivals(stored: Money, sheets: list[SheetResult]) -> tuple[list[Rivals], int]:
    """The rivals that the file is one of, and the number that stands for the file."""
    new = int(stored.lines[BATCH_ID].max()) + 1
    records = pd.concat([sheet.records for sheet in sheets], ignore_index=True)
    records[BATCH_ID], records[FILE] = new, ""
    found = stored.with_lines(records, new).open_and_decided()
    return [each for each in found if new in {s.batch_id for s in each.sources}], new


def _with_same_rows(sheets: list[SheetResult], connection: Connection) -> set[int]:
    """The uploads that hold some of these records already."""
    records = pd.concat([sheet.records for sheet in sheets], ignore_index=True)
    held = already_stored(records, stored_records(connection, BUDGET), BUDGET)
    return set(held[held > 0].tolist())


def _asked(
    preview: FilePreview, rivals: list[Rivals], new: int, corrections: Corrections
) -> Iterator[SheetResult]:
    """The sheets; each question stands at the first one that tells of it."""
    waiting = list(rivals)
    for sheet in preview.sheets:
        if sheet.kind != BUDGET or not waiting:
            yield sheet
            continue
        ours = sheet.records[sheet.records[CONCERNS].fillna(False).astype(bool)]
        told = Counter(zip(ours[YEAR], ours[BUDGET_KIND].astype("str"), strict=True))
        here = [each for each in waiting if told[each.year, each.kind]]
        waiting = [each for each in waiting if each not in here]
        questions = Questions(corrections.of(sheet.key).answers, list(sheet.questions))
        for each in here:
            code = _CODE.format(year=each.year, kind=each.kind)
            questions.ask(code, _question(each, new), told[each.year, each.kind], _CHOICES)
        yield replace(sheet, questions=tuple(questions.asked))


def _question(rivals: Rivals, new: int) -> Message:
    here = next(source for source in rivals.sources if source.batch_id == new)
    earlier = [s for s in rivals.sources if s.batch_id in rivals.counted and s is not here]
    before = sum(source.cents for source in earlier)
    return messages.SAME_MONEY(
        year=rivals.year,
        here=amount_of_kind(rivals.kind, here.cents),
        before=Euros(before),
        files=[source.file for source in earlier],
        difference=Euros(abs(here.cents - before)),
    )
