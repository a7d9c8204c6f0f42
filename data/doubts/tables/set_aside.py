"""Sheets of which the name says that somebody put them aside: `kladblad`, `niet gebruiken`."""

from __future__ import annotations

import re

from data import columns as c
from data.cells.keys import plain_words
from data.doubts.looked_at import LookedAt
from data.doubts.rows.status_columns import says_not_held
from data.doubts.tables import messages
from data.doubts.tables.purpose import titles_something_else

CODE = "set_aside"
_ASIDE = re.compile(
    r"\b(back ?up|niet (meer )?(gebruiken|invullen|meetellen|in gebruik|definitief|goedgekeurd"
    r"|vastgesteld|compleet|af|ok|akkoord)|do not use|not used|klad\w*|obsolete|wip"
    r"|work in progress|template|draft|entwurf|voorlopige?|on hold|veraltet|sjabloon"
    r"|voorbeeld|example"
    r"|te verwijderen|mag weg|kan weg|weggooien|negeren|ignore|foutieve?|fout|ter controle|to ?do"
    r"|nog (te )?(controleren|doen|nakijken|checken|invullen|verwerken|beoordelen)|proef\w*"
    r"|(oude|vorige|eerdere|previous|old) (versie|lijst|data|gegevens|stand|tabel|version|list)"
    r"|ongebruikt|unused|prullenbak|niet nodig)\b"
    r"|\b(test|tests)$|^test\b ?\d*$"
)
# Its rows may well be those of earlier years; the same rows are asked about elsewhere.
_OLDER = re.compile(r"\b(oud|old|oude|archief|archive|alt)( \d+)?$")
_COPY = re.compile(r"^(kopie|copy|kopie van|copy of|duplicaat)\b|\b(kopie|copy)$")


def look(found: LookedAt) -> None:
    """Ask whether the rows of such a sheet count; a lone copy is what somebody meant to send.

    Of one that is only old it is told.
    """
    name = found.sheet.name
    words = plain_words(name)
    aside = _ASIDE.search(words) or (len(found.sheets) > 1 and _COPY.search(words))
    off = found.table.kind == c.BUDGET and says_not_held(name)
    if _OLDER.search(words) and name != found.file:
        found.remark(messages.SHEET_OLDER(sheet=name, n=len(found.candidates)))
    asked_elsewhere = found.table.kind == c.USAGE and titles_something_else(name)
    if name == found.file or asked_elsewhere or not (aside or off):
        return
    rows = range(len(found.candidates))
    question = messages.SHEET_SET_ASIDE(sheet=name, n=len(rows))
    found.ask(CODE, question, rows, messages.ON_SHEET_SET_ASIDE(sheet=name))
