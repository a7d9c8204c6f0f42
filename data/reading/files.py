"""One door for every kind of file."""

from __future__ import annotations

import re

from data.reading.delimited import read_delimited
from data.reading.errors import sentence
from data.reading.file_kind import FLAT, MAIL, TEXT, container_of, package_within
from data.reading.one_column import with_columns
from data.reading.other_forms import package_of, page_in_mail
from data.reading.refusals import Limits, Reason, RefusedError
from data.reading.workbooks import read_workbook
from data.settings import Settings
from data.values.grid import Sheet
from data.values.unreadable import UnreadableFileError


def read_file(content: bytes, file_name: str, settings: Settings) -> list[Sheet]:
    """Every sheet in a workbook or a delimited text; raises `UnreadableFileError`."""
    name = re.split(r"[\\/]", file_name)[-1]
    limits = Limits._make(getattr(settings, field) for field in Limits._fields)
    try:
        if len(content) > settings.max_file_bytes:
            raise RefusedError(Reason.TOO_LARGE, limit=settings.max_file_bytes)
        content = package_within(content)
        kind = container_of(content)
        if kind == MAIL:
            content = page_in_mail(content)
            kind = container_of(content)
        if kind == FLAT:
            content = package_of(content)
        if kind == TEXT:
            return [with_columns(read_delimited(content, _stem(name), limits))]
        sheets = read_workbook(content, limits, lambda refusal: sentence(refusal, name))
        return [with_columns(sheet) for sheet in sheets]
    except RefusedError as refusal:
        raise UnreadableFileError(sentence(refusal, name)) from None


def _stem(name: str) -> str:
    return name.rpartition(".")[0] or name
